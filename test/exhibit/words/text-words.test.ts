/** Every way in which a text file can spell a name is read, or the file is named for human eyes; ordinary files are not named. */
import { describe, expect, test } from 'vitest';
import { ALL, big5, gb, ID, NAME, PHONE, searched, TELLING } from './searched.ts';

const escaped = (text: string, how: (point: number) => string): string =>
  [...text].map((char) => how(char.codePointAt(0) as number)).join('');
const unicode = (point: number): string => `\\u${point.toString(16).padStart(4, '0')}`;
const percent = (bytes: Buffer): string => [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const printable = (bytes: Buffer): string => [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const PNG = `iVBORw0KGgo${'Ab3'.repeat(1200)}`;

const FOUND: readonly (readonly [string, string | Uint8Array])[] = [
  ['plain', TELLING],
  ['GB 18030', gb(TELLING)],
  ['UTF-16', Buffer.from(`\ufeff${TELLING}`, 'utf16le')],
  ['code points of Python and YAML', `举报人 ${escaped(NAME, (point) => `\\U${point.toString(16).padStart(8, '0')}`)} ${PHONE} ${ID}`],
  ['code points of Perl', `举报人 ${escaped(NAME, (point) => `\\x{${point.toString(16)}}`)} ${PHONE} ${ID}`],
  ['a charset by another name', Buffer.concat([Buffer.from('<meta charset="cp936">'), gb(TELLING)])],
  ['code points of C#', `举报人 ${escaped(NAME, (point) => `\\x${point.toString(16)}`)} ${PHONE} ${ID}`],
  ['code points of TeX', `举报人 ${escaped(NAME, (point) => `^^^^${point.toString(16)}`)} ${PHONE} ${ID}`],
  ['code points of R', `举报人 ${escaped(NAME, (point) => `<U+${point.toString(16).toUpperCase()}>`)} ${PHONE} ${ID}`],
  ['code points of Info-ZIP', `举报人 ${escaped(NAME, (point) => `#U${point.toString(16)}`)} ${PHONE} ${ID}`],
  ['code points of Haskell', `举报人 ${escaped(NAME, (point) => `\\${point}`)} ${PHONE} ${ID}`],
  ['bytes of Lua', `举报人 ${[...Buffer.from(NAME)].map((byte) => `\\${byte}`).join('')} ${PHONE} ${ID}`],
  ['characters by number', `举报人 String.fromCharCode(${[...NAME].map((char) => char.charCodeAt(0)).join(',')}) ${PHONE} ${ID}`],
  ['characters by number, joined', `举报人 ${escaped(NAME, (point) => `NCHAR(${point})`).replaceAll(')N', ')+N')} ${PHONE} ${ID}`],
  ['strings put together', `举报人 "诸葛" + "试举"，'1390000' || '0009'，"99999919900"\n  "1010016"`],
  ['lines that go on', `举报人诸葛\\\n    试举，1390000\\\n  0009，99999919900\\\r\n1010016`],
  ['emphasis', `举报人诸**葛试**举，**139**00000009，99999919900__1010__016`],
  ['commands of TeX', `举报人诸\\textbf{葛\\emph{试}}举，\\texttt{1390000}0009，${ID}`],
  ['colours of a terminal', `${'ok\n'.repeat(100)}举报人\x1b[31m诸葛\x1b[0m试举 1390000\x1b[1;32m0009 ${ID}`],
  ['entities of a document', `<!DOCTYPE r [<!ENTITY a "诸葛"><!ENTITY b '试举'>]><r>举报人&a;&b; ${PHONE} ${ID}</r>`],
  ['what a page does not show', `<p>举报人诸<span style="display:none">x</span>葛试举 ${PHONE} ${ID}</p>`],
  ['readings of two columns', `<ruby>诸<rtc>zhu</rtc>葛<rtc>ge</rtc></ruby>试举（举报人） ${PHONE} ${ID}`],
  ['from right to left', `举报人\u202e${[...NAME].reverse().join('')}\u202c ${PHONE} ${ID}`],
  ['from right to left, in a page', `举报人<bdo dir="rtl">${[...NAME].reverse().join('')}</bdo> ${PHONE} ${ID}`],
  ['quoted mail', `> 据举报人诸葛\n> 试举反映\n>> 电话${PHONE} \n>> ${ID}`],
  ['comments', `// 举报人诸葛\n// 试举 ${PHONE}\n# ${ID}`],
  [
    'vCard, family and given name',
    `BEGIN:VCARD\r\nVERSION:3.0\r\nN:诸葛;试举;;;\r\nROLE:举报人\r\nTEL:${PHONE}\r\nUID:${ID}\r\nEND:VCARD\r\n`,
  ],
  ['UTF-7', `举报人 +i/iEW4vVTj4- ${PHONE} ${ID}`],
  ['HZ', `举报人 ~{${[...gb(NAME)].map((byte) => String.fromCharCode(byte & 0x7f)).join('')}~} ${PHONE} ${ID}`],
  ['UTF-8 read as GBK', `举报人 ${new TextDecoder('gbk').decode(Buffer.from(NAME))} ${PHONE} ${ID}`],
  ['UTF-8 read as windows-1252', `举报人 ${new TextDecoder('windows-1252').decode(Buffer.from(NAME))} ${PHONE} ${ID}`],
  ['GBK read as Latin-1', `举报人 ${gb(NAME).toString('latin1')} ${PHONE} ${ID}`],
  ['a domain', `举报人 http://${new URL(`http://${NAME}.cn`).host}/ ${PHONE} ${ID}`],
  ['entities, decimal', `<p>${escaped(TELLING, (point) => `&#${point};`)}</p>`],
  ['entities, hexadecimal', `<p>${escaped(TELLING, (point) => `&#x${point.toString(16)};`)}</p>`],
  ['entities in a text that is no page', escaped(TELLING, (point) => `&#${point};`)],
  ['entities of entities', `<p title="${escaped(TELLING, (point) => `&amp;#${point};`)}">`],
  ['tags inside', `<p>举报人诸<b>葛</b>试<span class="x">举</span>，1390<i>0000</i>009，99999919900101<!-- -->0016</p>`],
  ['ruby', `<ruby>举<rt>ju</rt>报<rt>bao</rt>人</ruby><ruby>诸<rt>zhu</rt>葛<rt>ge</rt></ruby>试举 ${PHONE} ${ID}`],
  ['cells', `<td>2026</td><td>${PHONE}</td><td>${ID}</td><td>7</td><td>举报人</td><td>${NAME}</td>`],
  ['a comment', `<p>无</p><!-- ${TELLING} -->`],
  ['attributes', `<img alt="举报人${NAME}"><input value="${PHONE}"><meta content='${ID}'>`],
  ['script', `<script>var a = "${escaped(TELLING, unicode)}"</script>`],
  ['style', `<style>p::after { content: "${escaped(TELLING, (point) => `\\${point.toString(16).padStart(6, '0')}`)}" }</style>`],
  ['CDATA', `<?xml version="1.0"?><a><![CDATA[${TELLING}]]></a>`],
  ['XML in GBK', Buffer.concat([Buffer.from('<?xml version="1.0" encoding="GBK"?><a>'), gb(TELLING), Buffer.from('</a>')])],
  ['JSON escapes', `{"a": "${escaped(TELLING, unicode)}"}`],
  [
    'JSON in a string of JSON',
    JSON.stringify({ a: JSON.stringify({ b: JSON.stringify(TELLING) }) }).replace(
      /[^\0-\x7f]/g,
      (c) => `\\\\\\\\${unicode(c.charCodeAt(0))}`,
    ),
  ],
  ['JSON that is cut', `{"a": ["${escaped(TELLING, unicode)}`],
  ['NDJSON', `{"a":1}\n{"b":"${escaped(TELLING, unicode)}"}\n`],
  ['JavaScript', `a = '${escaped(TELLING, (point) => `\\u{${point.toString(16)}}`)}'`],
  ['escape()', escaped(TELLING, (point) => (point > 255 ? `%u${point.toString(16)}` : String.fromCodePoint(point)))],
  ['bytes of Python', `b'${[...Buffer.from(TELLING)].map((byte) => `\\x${byte.toString(16)}`).join('')}'`],
  ['octal, as Git writes names', `"${[...Buffer.from(TELLING)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}"`],
  ['percents', `https://example.invalid/?q=${encodeURIComponent(TELLING)}`],
  ['percents of percents', `https://example.invalid/?u=${encodeURIComponent(encodeURIComponent(TELLING))}`],
  ['percents of GBK', `?q=${percent(gb(TELLING))}`],
  ['quoted-printable', printable(Buffer.from(TELLING)).replace(/(.{72})/g, '$1=\r\n')],
  ['quoted-printable of GBK', printable(gb(TELLING))],
  ['base64', `token ${base64(TELLING)} end`],
  ['base64 of GBK', gb(TELLING).toString('base64')],
  ['base64 in lines', base64(`${'。'.repeat(100)}${TELLING}`).replace(/(.{76})/g, '$1\r\n')],
  ['a data address', `<a href="data:text/plain;base64,${base64(TELLING)}">`],
  ['hexadecimal', Buffer.from(TELLING).toString('hex')],
  ['hexadecimal of PostgreSQL', `1\t\\\\x${Buffer.from(TELLING).toString('hex')}`],
  ['hexadecimal of UCS-2', `AT+CMGR: ${Buffer.from(TELLING, 'utf16le').swap16().toString('hex').toUpperCase()}`],
  [
    'hexadecimal of the registry',
    `"a"=hex(1):${(Buffer.from(`${TELLING}\0`, 'utf16le').toString('hex').match(/../g) as string[]).join(',').replace(/(.{60},)/g, '$1\\\r\n  ')}`,
  ],
  [
    'hexadecimal of C',
    `char a[] = { ${(Buffer.from(TELLING).toString('hex').match(/../g) as string[]).map((byte) => `0x${byte}`).join(', ')} };`,
  ],
  ['base64 of PowerShell', `举报人${NAME} powershell -enc ${Buffer.from(`call ${PHONE} ${ID}`, 'utf16le').toString('base64')}`],
  ['base64 of GBK, almost all digits', `举报人${NAME} ${Buffer.concat([gb('见'), Buffer.from(`${PHONE} ${ID}`)]).toString('base64')}`],
  [
    'encoded words without blank',
    `举报人 =?utf-8?B?${Buffer.from(NAME).subarray(0, 4).toString('base64')}?==?utf-8?B?${Buffer.from(NAME).subarray(4).toString('base64')}?= ${PHONE} ${ID}`,
  ],
  ['an encoded word', `=?utf-8?B?${base64(TELLING)}?=`],
  ['vCard, folded', `BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:${[...TELLING].join('\r\n ')}\r\nEND:VCARD\r\n`],
  [
    'vCard, quoted-printable',
    `BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:${printable(gb(TELLING))}\r\nEND:VCARD\r\n`,
  ],
  ['iCalendar', `BEGIN:VCALENDAR\r\nSUMMARY:${TELLING.slice(0, 20)}\r\n\t${TELLING.slice(20)}\r\nEND:VCALENDAR\r\n`],
  [
    'a document that is one file of XML, under its readings',
    `<?xml version="1.0"?><office:document><text:p>${[...TELLING].map((char) => `<text:ruby><text:ruby-base>${char}</text:ruby-base><text:ruby-text>zg</text:ruby-text></text:ruby>`).join('')}</text:p></office:document>`,
  ],
  ['CSV', `举报人,电话,证件\n${NAME},${PHONE},${ID}\n`],
  ['far into a large file', `${'啊'.repeat(700_000)}\n${TELLING}`],
  ['escapes across the end of a piece', `"${'a'.repeat(512 * 1024 - 300)}${escaped(TELLING, unicode)}"`],
  ['one line of many megabytes', `["${'x'.repeat(5_000_000)}","${escaped(TELLING, unicode)}"]`],
];

test.each(FOUND)('found: %s', async (_, content) => {
  expect(await searched(content)).toEqual({ found: ALL, unread: [] });
});

// Far from the word for reporting once it is undone.
test.each<[string, string]>([
  [
    'jCard',
    `["vcard",[["n",{},"text",["诸葛","试举","","",""]],["role",{},"text","举报人"],["tel",{},"text","${PHONE}"],["uid",{},"text","${ID}"]]]`,
  ],
  ['family and given name', `{"举报人":{"family": "诸葛", "given": ["试举"]},"tel":"${PHONE}","id":"${ID}"}`],
  [
    'hexadecimal of MySQL',
    `举报人',0x${Buffer.from(NAME).toString('hex').toUpperCase()},X'${Buffer.from(PHONE).toString('hex')}',0x${Buffer.from(ID).toString('hex')}`,
  ],
  ['short base64', `举报人:: ${gb(NAME).toString('base64')}\ntel:: ${base64(PHONE)}\nid:: ${base64(ID)}`],
  ['base32', '举报人 5CX3R2ERTPUK7FPEXC7A==== 13900000009 999999199001010016'],
])('found by itself: %s', async (_, content) => {
  expect(await searched(content)).toEqual({ found: ['elsewhere', ...ALL.slice(1)], unread: [] });
});

describe('named for human eyes', () => {
  test.each<[string, string | Uint8Array, string[]]>([
    ['a picture in a page', `<img src="data:image/png;base64,${PNG}">`, ['picture']],
    ['a photograph in a vCard', `BEGIN:VCARD\nPHOTO;ENCODING=b;TYPE=PNG:${PNG.replace(/(.{72})/g, '$1\n ')}\nEND:VCARD`, ['picture']],
    [
      'another file in JSON',
      `{"file":"${Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * i * 7) % 256)).toString('base64')}"}`,
      ['embedded'],
    ],
    [
      'a small picture in a page',
      '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAGAAAAAYAQMAAAAI1nbnAAAABlBMVEUAAAD///+l2Z/dAAAA">',
      ['picture'],
    ],
    ['RTF in a field of JSON', JSON.stringify({ note: '{\\rtf1\\ansi a}' }), ['embedded']],
    ['PostScript', '%!PS-Adobe-3.0\n/F findfont 12 scalefont setfont 72 700 moveto (x) show showpage', ['picture']],
    ['a drawing of some outlines', `<?xml version="1.0"?><svg><path d="${'M1 1L2 2'.repeat(60)}"/></svg>`, ['picture']],
    ['a sign in a page', `<html><svg><path d="${'M1 1L2 2'.repeat(60)}"/></svg></html>`, []],
    ['a page of outlines', `<svg><path d="${'M1 1L2 2'.repeat(600)}"/></svg>`, ['picture']],
    [
      'a PDF of characters in JSON',
      JSON.stringify({ data: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n').toString('base64') }),
      ['embedded'],
    ],
    ['uuencode', `见附件\nbegin 644 a.doc\n#0V%T\n\`\nend\n`, ['embedded']],
    ['uuencode with four digits', 'begin 0644 a.txt\n,Z*^XZ)&;Z*^5Y+B^\n`\nend\n', ['embedded']],
    ['yEnc', '=ybegin line=128 size=11 name=a.txt\n[]c\n=yend size=11\n', ['embedded']],
    ['a binary patch', 'diff --git a/x b/x\nGIT binary patch\nliteral 20\nzcmZQzU|?imU|?Wi00aO5Qvd(}\n', ['embedded']],
    [
      'an encrypted message',
      `-----BEGIN PGP MESSAGE-----\n\n${Buffer.alloc(300, 7).toString('base64')}\n-----END PGP MESSAGE-----\n`,
      ['embedded'],
    ],
    ['a signed message', `-----BEGIN PKCS7-----\n${Buffer.alloc(400, 9).toString('base64')}\n-----END PKCS7-----\n`, ['embedded']],
    ['an X bitmap', `#define s_width 96\n#define s_height 24\nstatic char s_bits[] = {\n${'0x8f, '.repeat(288)}};\n`, ['picture']],
    ['a bitmap in characters', `P1\n24 12\n${'1 0 1 1 0 1\n'.repeat(48)}`, ['picture']],
    ['a charset that nobody reads', '<meta charset="x-nobody"><p>a</p>', ['encoding']],
    ['traditional characters', '據舉報人諸葛試舉反映，該醫院虛構診療項目騙取醫療保障基金。', ['traditional']],
    [
      'a traditional page in Big5',
      Buffer.concat([Buffer.from('<meta charset=big5>'), big5('據舉報人反映，該醫院虛構診療項目騙取醫療保障基金')]),
      ['traditional'],
    ],
    ['a picture', Buffer.from(`89504e470d0a1a0a0000000d49484452${'00'.repeat(40)}`, 'hex'), ['picture']],
  ])('%s', async (_, content, why) => {
    expect((await searched(content)).unread.map((unread) => unread.why)).toEqual(why);
  });
});

test.each<[string, string]>([
  ['a table', `姓名,金额,日期\n${Array.from({ length: 2000 }, (_, i) => `张某${i},${i}.00,2026-04-${(i % 28) + 1}`).join('\n')}`],
  ['digests and keys', Array.from({ length: 300 }, (_, i) => Buffer.alloc(32, i).toString(i % 2 ? 'hex' : 'base64')).join('\n')],
  [
    'identifiers',
    JSON.stringify(Array.from({ length: 500 }, (_, i) => `oX${Buffer.from(String(i * 7919).padStart(18, 'qZ')).toString('base64url')}`)),
  ],
  [
    'a page',
    '<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>公告</title></head><body><p>医保基金 &amp; 监管&nbsp;5 &lt; 6</p></body></html>',
  ],
  ['paths and formulas', 'C:\\数据\\2026年\\a.txt 50% =A1+B2 a=12&b=34 x<y && z>1'],
  [
    'rare characters in names',
    '参保人员：李昇、王喆、陈堃，均在示例市某某康复医院住院治疗，费用由医疗保障基金支付，经核对结算明细与病历一致，无异常情况。',
  ],
])('not named: %s', async (_, content) => {
  expect(await searched(content)).toEqual({ found: [], unread: [] });
});

test.each<[string, string]>([
  ['names with rare characters in a table', '姓名,就诊号\n王喆,1\n李堃,2\n张玥,3\n赵昇,4\n陈珮,5\n'],
  ['drugs with a rare character', '编码,名称\nXN05,苯噁唑\nA,噁拉戈利\nB,噁丙嗪\n'],
  ['percents of percents that are cut', 'https://a.b/?u=%25E5%2588\n'.repeat(3)],
  ['a word of uuencode', '程序说明：解码后写出\nbegin 644 readme\n结束\n'],
  [
    'a certificate',
    `-----BEGIN CERTIFICATE-----\n${Array.from({ length: 20 }, (_, i) => Buffer.alloc(48, `${i}Qz`).toString('base64')).join('\n')}\n-----END CERTIFICATE-----\n`,
  ],
])('not named either: %s', async (_, content) => {
  expect(await searched(content)).toEqual({ found: [], unread: [] });
});

test('what is nested without end is told, and is no burden', async () => {
  const deep = Array.from({ length: 12 }).reduce<string>((text) => encodeURIComponent(text), TELLING);
  expect((await searched(deep)).unread).toEqual([{ why: 'too-large' }]);
  for (const hostile of [
    '<'.repeat(300_000),
    '<a '.repeat(100_000),
    '&#'.repeat(200_000),
    '\\'.repeat(300_000),
    '=?a?b?'.repeat(50_000),
    '%e8'.repeat(100_000),
    'A'.repeat(600_000),
  ])
    await searched(hostile);
}, 60_000);
