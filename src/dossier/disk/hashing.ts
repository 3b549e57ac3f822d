/** Digests by node:crypto and node:zlib for the reading half. */
import { createHash, hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Hashing } from '../read/index.ts';

export const nodeHashing: Hashing = {
  start(name) {
    if (name === 'crc32') {
      let crc = 0;
      return {
        update(bytes) {
          crc = crc32(bytes, crc);
        },
        finish: () => hex32(crc),
      };
    }
    const running = createHash(name);
    return {
      update(bytes) {
        running.update(bytes);
      },
      finish: () => running.digest('hex'),
    };
  },
  once: (name, bytes) => (name === 'crc32' ? hex32(crc32(bytes)) : hash(name, bytes)),
};

function hex32(crc: number): string {
  return crc.toString(16).padStart(8, '0');
}
