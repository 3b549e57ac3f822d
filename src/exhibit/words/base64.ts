/** Runs of base64 and base32 in a text: texts that they hold, and whether they hold something else. Hexadecimal digits beside them. */
import type { UnreadReason } from '../../model/index.ts';
import { armouredBlocks } from './armour.ts';
import { spelled } from './charset.ts';
import { hexRuns } from './hex.ts';

/** Twelve bytes: four characters in UTF-8. */
const SHORTEST = 16;
const RUN = new RegExp(`[A-Za-z0-9+/_-]{${SHORTEST},}={0,2}(?:[ \\t]*\\r?\\n[ \\t]*[A-Za-z0-9+/_-]{4,}={0,2})*`, 'g');
/** A name in GBK or a telephone number; with its end mark, or in letters of both cases as no word has them. */
const SHORT =
  /(?<![A-Za-z0-9+/_=-])(?:[A-Za-z0-9+/_-]{6,15}={1,2}|(?=[A-Za-z0-9+/_-]*[a-z])(?=[A-Za-z0-9+/_-]*[A-Z])(?:[A-Za-z0-9+/_-]{4}){2,3})(?![A-Za-z0-9+/_=-])/g;
/** RFC 4648 6. */
const BASE32 = /(?<![A-Za-z0-9])[A-Z2-7]{10,}={0,6}(?![A-Za-z0-9=])/g;
/** Keys, signatures and digests are shorter; they hold no words. */
const LARGEST_KEY = 1024;
/** MIME breaks at 76, PEM at 64. */
const WRAPPED = 60;

export interface Spelled {
  readonly texts: readonly string[];
  readonly missed: readonly UnreadReason[];
}

/** A long run that is no text is a picture by its first bytes, or another file. */
export function spelledRuns(given: string): Spelled {
  const armour = armouredBlocks(given);
  const { rest: text } = armour;
  const texts: string[] = [...armour.texts];
  const missed = new Set<UnreadReason>(armour.missed);
  for (const [run] of text.matchAll(RUN)) {
    const lines = run.split(/\s+/);
    const joined = lines.join('');
    const bytes = base64Bytes(joined);
    const file = bytes === undefined ? undefined : fileIn(bytes);
    if (file !== undefined) {
      missed.add(file);
      continue;
    }
    const found = bytes && spelled(bytes);
    if (found !== undefined) texts.push(found);
    // Tokens that stand below one another are no run; an attachment of a kind that is text may be.
    if (found === undefined && lines.length > 1) for (const line of lines) texts.push(...textOf(line));
    if (found === undefined && bytes && bytes.length >= LARGEST_KEY && isDense(joined) && isWrapped(lines))
      missed.add(isPicture(bytes) ? 'picture' : 'embedded');
  }
  for (const [run] of text.matchAll(SHORT)) {
    const found = spelled(Buffer.from(run, 'base64'));
    if (found !== undefined) texts.push(found);
  }
  for (const [run] of text.matchAll(BASE32)) {
    const found = /\d/.test(run) || run.endsWith('=') ? spelled(base32Bytes(run)) : undefined;
    if (found !== undefined) texts.push(found);
  }
  for (const { bytes, text: found } of hexRuns(text)) {
    if (found !== undefined) texts.push(found);
    else if (bytes.length >= LARGEST_KEY * 4) missed.add(isPicture(bytes) ? 'picture' : 'embedded');
  }
  return { texts, missed: [...missed] };
}

function base32Bytes(run: string): Uint8Array {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const char of run.replace(/=+$/, '')) {
    held = (held << 5) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(held >> bits);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}

function textOf(run: string): readonly string[] {
  const bytes = run.length >= SHORTEST ? base64Bytes(run) : undefined;
  const found = bytes && spelled(bytes);
  return found === undefined ? [] : [found];
}

/** Undefined where a run is of no length that base64 has. */
export function base64Bytes(run: string): Uint8Array | undefined {
  const plain = run.replace(/[=\s]/g, '');
  return plain.length % 4 === 1 ? Buffer.from(plain.slice(0, -1), 'base64') : Buffer.from(plain, 'base64');
}

/** Digits, or words of one case, are written by people. */
const isDense = (run: string): boolean => /[A-Z]/.test(run) && /[a-z]/.test(run) && /\d/.test(run);

/** As e-mail and PEM break it: a column of tokens is no file. */
function isWrapped(lines: readonly string[]): boolean {
  const [first = '', ...others] = lines;
  if (lines.some(({ length }) => length > LARGEST_KEY)) return true;
  return first.length >= WRAPPED && others.slice(0, -1).every((line) => line.length === first.length && !line.includes('='));
}

const PICTURES = [
  '89504e47',
  'ffd8ff',
  '47494638',
  '424d',
  '49492a00',
  '4d4d002a',
  '52494646',
  '00000100',
  'd7cdc69a',
  '01000000',
  '010009',
];

/** Marks of eight bytes or a name of their own: keys and digests do not begin so by chance. */
const FILES = ['%PDF-', '%!PS', 'PK\x03\x04', '\xd0\xcf\x11\xe0', '\x1f\x8b\x08', 'Rar!', "7z\xbc\xaf'\x1c", '{\\rtf'];
const SURE_PICTURES = ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff\xe0', '\xff\xd8\xff\xe1', '\xff\xd8\xff\xdb', 'GIF87a', 'GIF89a'];

/** A file of any length, by its first bytes. */
function fileIn(bytes: Uint8Array): UnreadReason | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (SURE_PICTURES.some((mark) => head.startsWith(mark))) return 'picture';
  return FILES.some((mark) => head.startsWith(mark)) ? 'embedded' : undefined;
}

export function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return PICTURES.some((mark) => head.startsWith(mark));
}
