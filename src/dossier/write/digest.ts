/** The door to node:crypto for the writing half. */
import { createHash, type Hash, hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Digests } from '../../model/index.ts';
import type { Algorithm } from '../format/index.ts';

/** Digests of content in one piece: several times faster than a running digest for small files. */
export function digestsOf(bytes: Uint8Array): { readonly digests: Digests; readonly crc: number } {
  return { digests: { sha256: hash('sha256', bytes), sm3: hash('sm3', bytes) }, crc: crc32(bytes) };
}

/** One digest, 32 bytes. */
export function digestOf(algorithm: Algorithm, bytes: Uint8Array): Uint8Array {
  return hash(algorithm, bytes, 'buffer');
}

export function startDigest(algorithm: Algorithm): Hash {
  return createHash(algorithm);
}

/** CRC-32 of content that comes in pieces: give back what came before. */
export function checksum(bytes: Uint8Array, before = 0): number {
  return crc32(bytes, before);
}

/** A view over memory that threads share is copied by no one here: the digits are. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}
