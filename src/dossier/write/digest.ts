/** The door to node:crypto for the writing half. A worker may take the place of `startDigests` without a change elsewhere. */
import { createHash, hash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Digests } from '../../model/index.ts';

export interface RunningDigests {
  /** The chunk may be reused as soon as this returns. */
  update(chunk: Uint8Array): void;
  finish(): { readonly digests: Digests; readonly crc: number };
}

/** Digests of content that comes in chunks. */
export function startDigests(): RunningDigests {
  const sha256 = createHash('sha256');
  const sm3 = createHash('sm3');
  let crc = 0;
  return {
    update(chunk) {
      sha256.update(chunk);
      sm3.update(chunk);
      crc = crc32(chunk, crc);
    },
    finish: () => ({ digests: { sha256: sha256.digest('hex'), sm3: sm3.digest('hex') }, crc }),
  };
}

/** Digests of content in one piece: several times faster than a running digest for small files. */
export function digestsOf(bytes: Uint8Array): { readonly digests: Digests; readonly crc: number } {
  return { digests: { sha256: hash('sha256', bytes), sm3: hash('sm3', bytes) }, crc: crc32(bytes) };
}

/** Sixteen hex digits that no one can guess, for a temporary name. */
export function randomSuffix(): string {
  return randomBytes(8).toString('hex');
}
