/** Algorithms of manifests by the names that writers give them: of RFC 8493 §2.4, of hashlib, of OpenSSL. */
import type { HashName } from '../hashing.ts';

type Listed = Exclude<HashName, 'crc32'>;

/** Hex digits of a digest, by the name without marks (RFC 8493 §2.4: lower case, letters and digits only). */
const KNOWN: Readonly<Record<string, readonly [hash: Listed, digits: number]>> = {
  md5: ['md5', 32],
  sha1: ['sha1', 40],
  sha224: ['sha224', 56],
  sha256: ['sha256', 64],
  sm3: ['sm3', 64],
  sha384: ['sha384', 96],
  sha512: ['sha512', 128],
  sha512256: ['sha512-256', 64],
  sha3224: ['sha3-224', 56],
  sha3256: ['sha3-256', 64],
  sha3384: ['sha3-384', 96],
  sha3512: ['sha3-512', 128],
  blake2b: ['blake2b512', 128],
  blake2b512: ['blake2b512', 128],
  blake2s: ['blake2s256', 64],
  blake2s256: ['blake2s256', 64],
};
const WEAK: readonly string[] = ['md5', 'sha1'];

export interface NamedAlgorithm {
  /** Without marks, in lower case. */
  readonly name: string;
  /** Undefined: nobody here knows it. */
  readonly hash: Listed | undefined;
  /** Hex digits of a digest; 0 where it is unknown. */
  readonly digits: number;
  /** Finds damage by accident only. */
  readonly weak: boolean;
}

/** `written`: as it stands in the manifest's name. */
export function algorithmOf(written: string): NamedAlgorithm {
  const name = written.toLowerCase().replaceAll(/[-_]/g, '');
  const [hash, digits = 0] = (Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined) ?? [];
  return { name, hash, digits, weak: WEAK.includes(name) };
}
