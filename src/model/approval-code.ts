/**
 * 审批要素校验码: a digest that a person reads off signed paper and types. `v2:` and 25 characters of RFC 4648 base32 in groups of five.
 * 24 characters are the first 120 bits of a SHA-256: whoever prepares a case could otherwise make two of them with one code, and have
 * the one approved and send the other; with 120 bits that takes about 2^60 tries. The 25th is a check character (Luhn mod 32), which
 * tells every single wrong character, and nearly all that changed places, from the code of another version.
 */
import { BASE32, base32OfHex } from './base32.ts';

const DIGEST_CHARACTERS = 24;
const LENGTH = DIGEST_CHARACTERS + 1;
const GROUP = 5;
export const APPROVAL_CODE_PREFIX = 'v2:';

/** What was typed for a code. */
export type TypedCode =
  /** As it is printed and stored. */
  | { readonly kind: 'code'; readonly code: string }
  /** A value of 64 hexadecimal digits, of an older paper. */
  | { readonly kind: 'old'; readonly digest: string }
  /** A character is wrong, too many or missing. */
  | { readonly kind: 'mistyped'; readonly because: 'length' | 'character' | 'check'; readonly length: number };

/** @param hex SHA-256, lower-case hex */
export function codeOfDigest(hex: string): string {
  const body = [...base32OfHex(hex, DIGEST_CHARACTERS)];
  return grouped([...body, checkCharacter(body)]);
}

/** Case, width, spaces and dashes do not matter, nor does the prefix; figures that are no characters of a code are read as the letters that look like them. */
export function readApprovalCode(text: string): TypedCode {
  const bare = withoutMarks(text);
  if (/^[0-9a-f]{64}$/iu.test(bare)) return { kind: 'old', digest: bare.toLowerCase() };
  const typed = characters(bare);
  const { length } = typed;
  const wrong = (because: 'length' | 'character' | 'check'): TypedCode => ({ kind: 'mistyped', because, length });
  if (typed.some((c) => !BASE32.includes(c))) return wrong('character');
  if (length !== LENGTH) return wrong('length');
  return checkCharacter(typed.slice(0, DIGEST_CHARACTERS)) === typed.at(-1) ? { kind: 'code', code: grouped(typed) } : wrong('check');
}

/** Groups, counted from 1, in which what was typed differs from a code; undefined where it is longer or shorter. */
export function groupsMistyped(text: string, code: string): readonly number[] | undefined {
  const [typed, printed] = [characters(withoutMarks(text)), characters(withoutMarks(code))];
  if (typed.length !== printed.length) return undefined;
  const starts = Array.from({ length: LENGTH / GROUP }, (_, i) => i * GROUP);
  return starts.filter((at) => typed.slice(at, at + GROUP).join('') !== printed.slice(at, at + GROUP).join('')).map((at) => at / GROUP + 1);
}

/** `ー` is the dash of a Japanese keyboard. */
const withoutMarks = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\p{Pd}\u2212ー_.·“”"'«»]/gu, '');

function characters(bare: string): readonly string[] {
  const upper = bare.toUpperCase();
  const body = upper.startsWith('V2:') ? upper.slice(3) : upper.length === LENGTH + 2 && upper.startsWith('V2') ? upper.slice(2) : upper;
  return [...body.replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('8', 'B')];
}

function grouped(of: readonly string[]): string {
  return `${APPROVAL_CODE_PREFIX}${of.join('').match(/.{5}/gu)?.join('-') ?? ''}`;
}

/** Luhn mod N (ISO/IEC 7812-1 annex B, for 32 characters): every second value from the right is doubled, its two figures in base 32 added. */
function checkCharacter(body: readonly string[]): string {
  const sum = body.toReversed().reduce((total, c, i) => {
    const value = BASE32.indexOf(c) * (i % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / BASE32.length) + (value % BASE32.length);
  }, 0);
  return BASE32.charAt((BASE32.length - (sum % BASE32.length)) % BASE32.length);
}
