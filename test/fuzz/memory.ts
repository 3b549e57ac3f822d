/** Bytes in memory as the rooms take them: a container, the files of a case; and Node's digests. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ByteSource, Hashing, Platform } from '../../src/dossier/read/index.ts';
import type { Source } from '../../src/model/index.ts';

export function memoryFile(bytes: Uint8Array): ByteSource & { close(): void } {
  return {
    size: bytes.length,
    fill(into, offset) {
      if (offset < 0 || offset + into.length > bytes.length) throw new Error('beyond the end');
      into.set(bytes.subarray(offset, offset + into.length));
    },
    unchanged: () => true,
    close: () => undefined,
  };
}

const hashing: Hashing = {
  start(name) {
    if (name !== 'crc32') {
      const running = createHash(name);
      return { update: (bytes) => void running.update(bytes), finish: () => running.digest('hex') };
    }
    let crc = 0;
    return {
      update(bytes) {
        crc = crc32(bytes, crc);
      },
      finish: () => crc.toString(16).padStart(8, '0'),
    };
  },
};

export const platform: Platform = { hashing, turn: () => Promise.resolve() };

export type Files = ReadonlyMap<string, Uint8Array>;

export function memorySource(files: Files): Source {
  return { fileOf: (name) => `case/${name}`, names: [...files.keys()].sort(), read: (name) => files.get(name) };
}
