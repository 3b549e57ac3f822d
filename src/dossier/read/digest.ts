/** The door to node:crypto for the reading half, which digests with its own code. */
import { createHash, hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Digests } from '../../model/index.ts';

export interface Measured extends Digests {
  readonly crc: number;
}

export function measure(bytes: Uint8Array): Measured {
  return { sha256: hash('sha256', bytes), sm3: hash('sm3', bytes), crc: crc32(bytes) };
}

export interface Meter {
  update(chunk: Uint8Array): void;
  finish(): Measured;
}

export function startMeter(): Meter {
  const sha256 = createHash('sha256');
  const sm3 = createHash('sm3');
  let crc = 0;
  return {
    update(chunk) {
      sha256.update(chunk);
      sm3.update(chunk);
      crc = crc32(chunk, crc);
    },
    finish: () => ({ sha256: sha256.digest('hex'), sm3: sm3.digest('hex'), crc }),
  };
}

/** SHA-256 alone, of the container as a whole. */
export function startSha256(): { update(chunk: Uint8Array): void; finish(): string } {
  const sha256 = createHash('sha256');
  return {
    update(chunk) {
      sha256.update(chunk);
    },
    finish: () => sha256.digest('hex'),
  };
}
