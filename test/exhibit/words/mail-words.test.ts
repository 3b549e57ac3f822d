/** E-mail and RTF: what they encode is read, what they attach is read or named. */
import { expect, test } from 'vitest';
import { ALL, big5, gb, ID, NAME, PHONE, searched, TELLING } from './searched.ts';

const base64 = (bytes: Buffer | string): string =>
  Buffer.from(bytes as string)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');
const printable = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replace(/(.{72})/g, '$1=\r\n');
const HEAD = 'From: a@example.invalid\r\nTo: b@example.invalid\r\nMIME-Version: 1.0\r\n';
const mail = (header: string, body: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${HEAD}${header}\r\n\r\n`), Buffer.from(body as string)]);
const part = (header: string, body: string): string => `--b\r\n${header}\r\n\r\n${body}\r\n`;
const mixed = (...parts: string[]): Buffer => mail('Content-Type: multipart/mixed; boundary="b"', `${parts.join('')}--b--\r\n`);
const PLAIN = 'Content-Type: text/plain; charset=utf-8';
const B64 = 'Content-Transfer-Encoding: base64';
const hex = (bytes: Buffer): string => [...bytes].map((byte) => `\\'${byte.toString(16)}`).join('');
const points = (text: string): string =>
  [...text].map((char) => `\\u${char.charCodeAt(0) > 32767 ? char.charCodeAt(0) - 65536 : char.charCodeAt(0)}?`).join('');

test.each<[string, string | Buffer]>([
  ['base64', mail(`${PLAIN}\r\n${B64}`, base64(TELLING))],
  [
    'quoted-printable in GBK',
    mail('Content-Type: text/plain; charset=gbk\r\nContent-Transfer-Encoding: quoted-printable', printable(gb(TELLING))),
  ],
  ['8bit in GB 2312', mail('Content-Type: text/plain; charset="gb2312"\r\nContent-Transfer-Encoding: 8bit', gb(TELLING))],
  ['base64 in UTF-16', mail(`Content-Type: text/plain; charset=utf-16le\r\n${B64}`, base64(Buffer.from(TELLING, 'utf16le')))],
  ['a wrong charset', mail(`Content-Type: text/plain; charset=iso-8859-1\r\n${B64}`, base64(gb(TELLING)))],
  ['a subject', mail(`Subject: =?utf-8?B?${Buffer.from(TELLING).toString('base64')}?=`, '')],
  [
    'a subject in two words that cut a character',
    mail(
      `Subject: =?gbk?B?${gb(TELLING).subarray(0, 15).toString('base64')}?=\r\n =?gbk?B?${gb(TELLING).subarray(15).toString('base64')}?=`,
      '',
    ),
  ],
  ['a subject in Q', mail(`Subject: =?utf-8?Q?${printable(Buffer.from(TELLING)).replaceAll('=\r\n', '')}?=`, '')],
  [
    'a file name in pieces',
    mixed(
      part(
        `Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment;\r\n filename*0*=utf-8''${encodeURIComponent(TELLING.slice(0, 9))};\r\n filename*1*=${encodeURIComponent(TELLING.slice(9))}`,
        '无',
      ),
    ),
  ],
  [
    'a page in a part',
    mixed(part(`Content-Type: text/html; charset=utf-8\r\n${B64}`, base64(`<p>举报人诸<b>葛</b>试举 ${PHONE} ${ID}</p>`))),
  ],
  [
    'parts in parts',
    mixed(
      part('Content-Type: multipart/alternative; boundary=c', `--c\r\n${PLAIN}\r\n${B64}\r\n\r\n${base64(TELLING)}\r\n--c--`),
      part(PLAIN, '无'),
    ),
  ],
  ['a message in a message', mixed(part('Content-Type: message/rfc822', mail(`${PLAIN}\r\n${B64}`, base64(TELLING)).toString()))],
  [
    'a message attached in base64',
    mixed(part(`Content-Type: message/rfc822\r\n${B64}`, base64(mail(`${PLAIN}\r\n${B64}`, base64(TELLING))))),
  ],
  [
    'an attachment that is text',
    mixed(
      part(PLAIN, '见附件'),
      part(`Content-Type: application/octet-stream; name="a.csv"\r\n${B64}`, base64(gb(`举报人,电话\n${NAME},${PHONE}\n${ID}`))),
    ),
  ],
  [
    'an attachment in RTF',
    mixed(part(`Content-Type: application/msword; name=a.doc\r\n${B64}`, base64(`{\\rtf1\\ansi ${points(TELLING)}}`))),
  ],
  [
    'before and behind the parts',
    mail('Content-Type: multipart/mixed; boundary=b', `举报人${NAME}\r\n${part(PLAIN, PHONE)}--b--\r\n${ID}`),
  ],
  ['no end of the parts', mail('Content-Type: multipart/mixed; boundary=b', part(`${PLAIN}\r\n${B64}`, base64(TELLING)))],
  ['what is called base64 and is none', mail(`${PLAIN}\r\n${B64}`, TELLING)],
  [
    'the second of a mailbox',
    `From a@example.invalid Thu Jan  1 00:00:00 2026\r\n${mail(PLAIN, '无\r\n')}\r\n\r\nFrom b@example.invalid Thu Jan  1 00:00:00 2026\r\n${mail(`${PLAIN}\r\n${B64}`, base64(TELLING))}`,
  ],
  [
    'a page saved as a message',
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.invalid/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b"\r\n\r\n${part('Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable', printable(Buffer.from(TELLING)))}--b--`,
  ],
  ['lines ended by CR alone', mail(`${PLAIN}\r\n${B64}`, base64(TELLING)).toString().replaceAll('\r\n', '\r')],
  ['RTF, code points', `{\\rtf1\\ansi\\uc1 ${points(TELLING)}}`],
  ['RTF, GBK of the document', `{\\rtf1\\ansi\\ansicpg936 ${hex(gb(TELLING))}}`],
  [
    'RTF, GBK of the font',
    `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134 SimSun;}}\\f1 ${hex(gb(TELLING))}}`,
  ],
  [
    'RTF, formats inside',
    `{\\rtf1\\ansi\\ansicpg936 ${hex(gb('举报人诸'))}{\\b ${hex(gb('葛'))}}\\i ${hex(gb('试举'))}\\par ${PHONE.slice(0, 4)}{\\b ${PHONE.slice(4)}}\\par ${ID}}`,
  ],
  [
    'RTF, a mark and a field within the name',
    `\ufeff\n{\\rtf1\\ansi ${points('举报人诸葛')}{\\*\\bkmkstart OLE_LINK1}${points('试')}{\\field{\\*\\fldinst{HYPERLINK "a"}}{\\fldrslt ${points('举')}}} ${PHONE} ${ID}}`,
  ],
  [
    'RTF, something deleted within the name',
    `{\\rtf1\\ansi ${points('举报人诸葛')}{\\deleted ${points('佳')}}${points('试举')} ${PHONE} ${ID}}`,
  ],
  ['RTF, hidden', `{\\rtf1\\ansi{\\v ${points(TELLING)}}}`],
  ['RTF, properties', `{\\rtf1\\ansi{\\info{\\author ${points(TELLING)}}}}`],
  ['RTF, a comment', `{\\rtf1\\ansi{\\*\\annotation ${points(TELLING)}}}`],
  ['RTF, raw bytes', Buffer.concat([Buffer.from('{\\rtf1\\ansi\\ansicpg936 '), gb(TELLING), Buffer.from('}')])],
])('found: %s', async (_, content) => {
  expect(await searched(content)).toEqual({ found: ALL, unread: [] });
});

test.each<[string, string | Buffer, object[]]>([
  [
    'an attachment',
    mixed(
      part(PLAIN, '见附件'),
      part(
        `Content-Type: application/zip; name="=?utf-8?B?${Buffer.from('材料.zip').toString('base64')}?="\r\n${B64}`,
        base64(Buffer.from('504b0304ff00ff00', 'hex')),
      ),
    ),
    [{ why: 'embedded', where: '材料.zip' }],
  ],
  [
    'a picture',
    mixed(part(`Content-Type: image/png; name=a.png\r\n${B64}`, base64(Buffer.from('89504e470d0a1a0a0000', 'hex')))),
    [{ why: 'picture', where: 'a.png' }],
  ],
  [
    'a file name by RFC 2231',
    mixed(
      part(
        `Content-Type: audio/mpeg\r\nContent-Disposition: attachment; filename*=utf-8''${encodeURIComponent('录音.mp3')}\r\n${B64}`,
        base64(Buffer.from('fffb90640000', 'hex')),
      ),
    ),
    [{ why: 'embedded', where: '录音.mp3' }],
  ],
  ['a charset that nobody reads', mail('Content-Type: text/plain; charset=utf-7', '+i/iEW4vVTuU-'), [{ why: 'encoding' }]],
  ['a transfer encoding that nobody reads', mail(`${PLAIN}\r\nContent-Transfer-Encoding: x-uuencode`, '#0V%T'), [{ why: 'embedded' }]],
  ['RTF with a picture', '{\\rtf1\\ansi a{\\pict\\pngblip 89504e47}}', [{ why: 'picture' }]],
  ['RTF with an object', '{\\rtf1\\ansi a{\\object{\\*\\objdata 0105}}}', [{ why: 'embedded' }]],
  ['RTF that is cut', '{\\rtf1\\ansi a{\\b ', [{ why: 'damaged' }]],
  [
    'RTF in traditional characters',
    `{\\rtf1\\ansi\\ansicpg950 ${hex(big5('據舉報人反映，該醫院虛構診療項目'))}}`,
    [{ why: 'traditional' }],
  ],
])('named: %s', async (_, content, unread) => {
  expect((await searched(content)).unread).toEqual(unread);
});

test('an ordinary message and an ordinary RTF are not named', async () => {
  const message = mixed(
    part(
      'Content-Type: multipart/alternative; boundary=c',
      `--c\r\n${PLAIN}\r\n${B64}\r\n\r\n${base64('核查通知')}\r\n--c\r\nContent-Type: text/html; charset=gb2312\r\n\r\n<p>a</p>\r\n--c--`,
    ),
  );
  expect(await searched(message)).toEqual({ found: [], unread: [] });
  const rich = `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f1\\fcharset2 Symbol;}}{\\colortbl;\\red0\\green0\\blue0;}\\pard\\f0 ${hex(gb('核查通知'))}{\\f1\\'b7}\\par}`;
  expect(await searched(rich)).toEqual({ found: [], unread: [] });
});

test('hostile messages and documents end', async () => {
  for (const hostile of [
    `${HEAD}${'a'.repeat(2_000_000)}`,
    mail('Content-Type: multipart/mixed; boundary=b', '--b\r\n'.repeat(100_000)),
    mail('Content-Type: message/rfc822', `${HEAD}Content-Type: message/rfc822\r\n\r\n`.repeat(5000)),
    `{\\rtf1${'{'.repeat(100_000)}`,
    `{\\rtf1 ${'\\bin99999999'.repeat(1000)}}`,
    `{\\rtf1 \\u99999999999999 \\'zz ${'}'.repeat(1000)}`,
  ])
    await searched(hostile);
}, 60_000);
