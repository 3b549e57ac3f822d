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
    ['a page of outlines', `<svg><path d="${'M1 1L2 2'.repeat(600)}"/></svg>`, ['picture']],
    [
      'a PDF of characters in JSON',
      JSON.stringify({ data: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n').toString('base64') }),
      ['embedded'],
    ],
    ['uuencode', `见附件\nbegin 644 a.doc\n#0V%T\n\`\nend\n`, ['embedded']],
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
