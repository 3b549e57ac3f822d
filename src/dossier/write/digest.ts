/** The door to node:crypto for the writing half. */
import { createHash, hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Digests } from '../../model/index.ts';
import type { Algorithm } from '../format/index.ts';

/** Digests of content in one piece: several times faster than a running digest for small files. */
export function digestsOf(bytes: Uint8Array): { readonly digests: Digests; readonly crc: number } {
  return { digests: { sha256: hash('sha256', bytes), sm3: hash('sm3', bytes) }, crc: crc32(bytes) };
}

/** What threads take of content: the digests of the format, and the checksum of its container. */
export type Sum = Algorithm | 'crc32';

/** Of content in one piece. */
export function sumOf(sum: Sum, bytes: Uint8Array): Uint8Array {
  return sum === 'crc32' ? bytesOf(crc32(bytes)) : hash(sum, bytes, 'buffer');
}

export interface RunningSum {
  update(bytes: Uint8Array): void;
  finish(): Uint8Array;
}

export function startSum(sum: Sum): RunningSum {
  if (sum !== 'crc32') {
    const digest = createHash(sum);
    return { update: (bytes) => void digest.update(bytes), finish: () => digest.digest() };
  }
  let crc = 0;
  return {
    update(bytes) {
      crc = crc32(bytes, crc);
    },
    finish: () => bytesOf(crc),
  };
}

function bytesOf(crc: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, crc);
  return bytes;
}

/** The CRC at the beginning of a sum. */
export function crcIn(sum: Uint8Array): number {
  return new DataView(sum.buffer, sum.byteOffset).getUint32(0);
}

export function checksum(bytes: Uint8Array): number {
  return crc32(bytes);
}

/** A view over memory that threads share is copied by no one here: the digits are. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}
