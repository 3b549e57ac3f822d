/** Digests of a browser: SHA-256, SM3 and CRC-32 of our own, the rest by @noble/hashes. WebCrypto cannot take a digest piece by piece. */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Hashing, HashName, RareHash, Running } from '../dossier/read/index.ts';
import { crc32, sha256, sm3 } from '../model/index.ts';

const NOBLE = { sha224, sha384, sha512, sha1, md5 } as const;

type Known = Exclude<HashName, RareHash>;

const isKnown = (name: HashName): name is Known => Object.hasOwn(NOBLE, name) || ['sha256', 'sm3', 'crc32'].includes(name);

export const webHashing: Hashing = { start: (name) => (isKnown(name) ? startOne(name) : undefined) };

/** Only these, where several workers share the work. */
export function hashingOf(names: readonly HashName[]): Hashing {
  return { start: (name) => (names.includes(name) && isKnown(name) ? startOne(name) : undefined) };
}

export function startOne(name: Known): Running {
  if (name === 'sha256') return sha256();
  if (name === 'sm3') return sm3();
  if (name === 'crc32') {
    let crc = 0;
    return {
      update(bytes) {
        crc = crc32(bytes, crc);
      },
      finish: () => crc.toString(16).padStart(8, '0'),
    };
  }
  const running = NOBLE[name].create();
  return {
    update(bytes) {
      running.update(bytes);
    },
    finish: () => bytesToHex(running.digest()),
  };
}
