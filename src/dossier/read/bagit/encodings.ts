/** The encoding of tag files as bagit.txt declares it (RFC 8493 §2.1.1: a name of IANA's), and text in it. */

/** As TextDecoder calls it; `utf-16`: of either order. */
export type TagEncoding = string;

/** Names that programs write and TextDecoder does not know. Keys without marks, in lower case. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  utf16: 'utf-16',
  unicode: 'utf-16',
  ucs2: 'utf-16',
  csutf16: 'utf-16',
  iso10646ucs2: 'utf-16',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  gb18030: 'gb18030',
  gb2312: 'gbk',
  euccn: 'gbk',
  cp936: 'gbk',
  ms936: 'gbk',
  windows936: 'gbk',
  big5: 'big5',
  cp950: 'big5',
  ms950: 'big5',
  windows950: 'big5',
  shiftjis: 'shift_jis',
  sjis: 'shift_jis',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  windows932: 'shift_jis',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  utf8: 'utf-8',
  usascii: 'windows-1252',
};

/** Undefined: nobody here knows it. */
export function encodingNamed(named: string): TagEncoding | undefined {
  const bare = named.toLowerCase().replaceAll(/[\s_-]/g, '');
  const other = Object.hasOwn(OTHER_NAMES, bare) ? OTHER_NAMES[bare] : undefined;
  if (other !== undefined) return other;
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return undefined;
  }
}

const LF = 0x0a;
const CR = 0x0d;

export function isUtf16(encoding: TagEncoding): boolean {
  return encoding.startsWith('utf-16');
}

/**
 * The order in which UTF-16 is written: its byte order mark says, whatever is declared; without one the declaration; where that says
 * nothing either, the line breaks, and big-endian in a text without any (RFC 2781 §4.3).
 */
export function orderOf(bytes: Uint8Array, encoding: TagEncoding): 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return encoding;
  return breaksOf(bytes, 0) > breaksOf(bytes, 1) ? 'utf-16le' : 'utf-16be';
}

/** Line feeds and returns of UTF-16 whose low byte stands at `low` of each unit. */
function breaksOf(bytes: Uint8Array, low: 0 | 1): number {
  let count = 0;
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const byte = bytes[i + low];
    if (bytes[i + 1 - low] === 0 && (byte === LF || byte === CR)) count += 1;
  }
  return count;
}

/** At most so many lines has a text, without decoding it: what has too many is not decoded. */
export function mostLines(bytes: Uint8Array, encoding: TagEncoding): number {
  if (isUtf16(encoding)) return breaksOf(bytes, orderOf(bytes, encoding) === 'utf-16le' ? 0 : 1) + 1;
  let count = 1;
  // CR LF ends one line.
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF)) count += 1;
  return count;
}

/** @throws TypeError where it is no text in `encoding` */
export function decoded(bytes: Uint8Array, encoding: TagEncoding): string {
  return new TextDecoder(isUtf16(encoding) ? orderOf(bytes, encoding) : encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
}
