/**
 * Digests of very many files in little memory: 73 bytes a file beside its path, where two strings of 64 digits in an object take 250.
 * A string is made when it is asked for.
 */
import { comparePaths } from '../../model/index.ts';
import { ALGORITHMS, type Algorithm, type FileDigest } from './layout.ts';

/** Files with their digests, in byte order of paths. */
export interface Files extends Iterable<FileDigest> {
  readonly length: number;
  get(path: string): FileDigest | undefined;
}

const BYTES = 32;
/** Three times as fast in Node as `latin1`. */
const HEX = new TextDecoder();
const DIGITS = new TextEncoder().encode('0123456789abcdef');
/** By the code of a digit; 255: none. */
const NIBBLES = Uint8Array.from({ length: 256 }, (_, code) => (DIGITS.includes(code) ? DIGITS.indexOf(code) : 255));
/** All digits of one digest while they become a string. */
const digits = new Uint8Array(2 * BYTES);

/** One digest of 32 bytes for each of `count` files, as lower-case hex from outside. */
export interface DigestColumn {
  /** False, and nothing is kept, where `hex` is not 64 lower-case digits. */
  set(index: number, hex: string): boolean;
  /** As bytes: 32 of them. */
  setBytes(index: number, from: Uint8Array): void;
  /** Undefined while none is known. */
  get(index: number): string | undefined;
  has(index: number): boolean;
  is(index: number, hex: string): boolean;
}

export function digestColumn(count: number): DigestColumn {
  const bytes = new Uint8Array(count * BYTES);
  const known = new Uint8Array(count);
  return {
    has: (index) => known[index] === 1,
    set(index, hex) {
      if (hex.length !== 2 * BYTES) return false;
      let wrong = 0;
      for (let i = 0, at = index * BYTES; i < hex.length; i += 2, at++) {
        const high = NIBBLES[hex.charCodeAt(i)] ?? 255;
        const low = NIBBLES[hex.charCodeAt(i + 1)] ?? 255;
        wrong |= high | low;
        bytes[at] = (high << 4) | low;
      }
      if (wrong > 15) return false;
      known[index] = 1;
      return true;
    },
    setBytes(index, from) {
      bytes.set(from, index * BYTES);
      known[index] = 1;
    },
    get(index) {
      if (known[index] !== 1) return undefined;
      for (let i = 0, at = index * BYTES; i < digits.length; i += 2, at++) {
        const byte = bytes[at] as number;
        digits[i] = DIGITS[byte >> 4] as number;
        digits[i + 1] = DIGITS[byte & 15] as number;
      }
      return HEX.decode(digits);
    },
    is(index, hex) {
      if (known[index] !== 1 || hex.length !== 2 * BYTES) return false;
      for (let i = 0, at = index * BYTES; i < hex.length; i += 2, at++) {
        const byte = bytes[at] as number;
        if (hex.charCodeAt(i) !== DIGITS[byte >> 4] || hex.charCodeAt(i + 1) !== DIGITS[byte & 15]) return false;
      }
      return true;
    },
  };
}

export interface FileTable {
  readonly digests: Readonly<Record<Algorithm, DigestColumn>>;
  /** The digests of a file, and its size in bytes. */
  put(index: number, size: number, digests: Readonly<Partial<Record<Algorithm, string>>>): void;
  /** The same from bytes. */
  putBytes(index: number, size: number, digestOf: (algorithm: Algorithm) => Uint8Array): void;
  has(index: number): boolean;
  /** Of a file that was put. */
  at(index: number): FileDigest;
  /** Those that were put, once all are. `numberOf` finds a file by its path. */
  files(numberOf: (path: string) => number | undefined): Files;
}

/** `paths` are those of the files, by number. A digest that is not among `algorithms` is an empty text. */
export function fileTable(
  paths: { readonly length: number; at(index: number): string },
  algorithms: readonly Algorithm[] = ALGORITHMS,
): FileTable {
  const digests = { sha256: digestColumn(paths.length), sm3: digestColumn(paths.length) };
  const sizes = new Float64Array(paths.length);
  const has = (index: number): boolean => algorithms.every((algorithm) => digests[algorithm].has(index));
  const one = (index: number): FileDigest => ({
    path: paths.at(index),
    size: sizes[index] as number,
    sha256: digests.sha256.get(index) ?? '',
    sm3: digests.sm3.get(index) ?? '',
  });
  return {
    digests,
    has,
    put(index, size, found) {
      sizes[index] = size;
      for (const algorithm of algorithms) digests[algorithm].set(index, found[algorithm] ?? '');
    },
    putBytes(index, size, digestOf) {
      sizes[index] = size;
      for (const algorithm of algorithms) digests[algorithm].setBytes(index, digestOf(algorithm));
    },
    at: one,
    files(numberOf) {
      const order = Uint32Array.from({ length: paths.length }, (_, i) => i)
        .filter(has)
        .sort((a, b) => comparePaths(paths.at(a), paths.at(b)));
      return {
        length: order.length,
        get(path) {
          const index = numberOf(path);
          return index !== undefined && has(index) ? one(index) : undefined;
        },
        *[Symbol.iterator]() {
          for (const index of order) yield one(index);
        },
      };
    },
  };
}
