/** Digests of texts that fit in memory. Streams of evidence are hashed where they are read. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The digests every file of a dossier has, lower-case hex. */
export interface Digests {
  readonly sha256: string;
  readonly sm3: string;
}

/** SHA-256 (FIPS 180-4) of bytes or of a text's UTF-8, lower-case hex. */
export function sha256Hex(data: Uint8Array | string): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/** Hexadecimal digits of a group on paper. */
const GROUP = 8;

/** Groups, counted from 1, in which two values of the same length differ: what a person who typed one of them looks at again. */
export function groupsApart(a: string, b: string): readonly number[] {
  const groups: number[] = [];
  for (let at = 0; at < Math.max(a.length, b.length); at += GROUP)
    if (a.slice(at, at + GROUP) !== b.slice(at, at + GROUP)) groups.push(at / GROUP + 1);
  return groups;
}

/** `0123…` → `01234567 89abcdef …`, groups of eight for paper. */
export function groupedHex(hex: string): string {
  return hex.replace(/(.{8})(?=.)/g, '$1 ');
}
