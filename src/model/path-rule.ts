/**
 * Which names a file in a dossier may have: what Windows, macOS and Linux all keep unchanged, and what no
 * reader can mistake. Used for evidence at build and for entries at verify.
 */

/** Longest path in UTF-16 units and longest segment in bytes: NTFS and ext4 keep 255, an unpacked bag needs room for its folder. */
export const MAX_PATH_UNITS = 240;
export const MAX_SEGMENT_BYTES = 240;

/** `bytes`: no UTF-8, which is known where a folder is listed and by no text. */
export type PathFault =
  | 'empty'
  | 'absolute'
  | 'segment'
  | 'character'
  | 'invisible'
  | 'not-nfc'
  | 'reserved'
  | 'edge'
  | 'too-long'
  | 'percent'
  | 'bytes';

const UTF8 = new TextEncoder();
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\ufffd]/u;

/** The first rule that `path` breaks, or undefined. Separators are `/`. */
export function pathFault(path: string): PathFault | undefined {
  if (path === '') return 'empty';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'absolute';
  if (INVISIBLE.test(path) || !path.isWellFormed()) return 'invisible';
  if (/[\\:*?"<>|]/.test(path)) return 'character';
  if (path.includes('%')) return 'percent';
  const segments = path.split('/');
  if (segments.some((s) => s === '' || s === '.' || s === '..')) return 'segment';
  if (path !== path.normalize('NFC')) return 'not-nfc';
  if (segments.some((s) => /[. ]$|^ /.test(s))) return 'edge';
  if (segments.some((s) => RESERVED.test(s))) return 'reserved';
  if (path.length > MAX_PATH_UNITS || segments.some((s) => s.length * 3 > MAX_SEGMENT_BYTES && UTF8.encode(s).length > MAX_SEGMENT_BYTES))
    return 'too-long';
  return undefined;
}

/** Names with one key cannot stand side by side on every system. */
export function collisionKey(path: string): string {
  return path.normalize('NFKC').toLowerCase();
}

/** Byte order of UTF-8 (RFC 8493 asks for none; the format fixes this one), found without encoding: dossiers hold many names. */
export function comparePaths(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return utf8Rank(x) - utf8Rank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above U+FFFF and so come after U+E000–U+FFFF. */
function utf8Rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
