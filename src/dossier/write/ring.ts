/**
 * Memory that the packer and its digesting threads share. The packer reads a piece of evidence into a slot and names it to one or
 * more threads; a slot is free again when all of them have taken their digests of it. Nothing is copied and no message is
 * sent: numbers in shared memory say all.
 */
import type { Sum } from './digest.ts';

/** Read, digest and write unit: two fit a core's cache beside each other, and Ctrl-C is noticed within a tenth of a second on a slow disk. */
export const SLOT_BYTES = 1 << 20;
/** So many small files at most share a slot. */
export const FILES_PER_SLOT = 256;
/** Room for a sum; a CRC takes the first four. */
export const SUM_BYTES = 32;

/** In the order of their bits in a command. */
export const SUMS: readonly Sum[] = ['sha256', 'sm3', 'crc32'];

/** What a slot holds: small files, each whole; or a piece of one file, the last of them or not. */
export const KIND = { files: 0, piece: 1, lastPiece: 2 } as const;

/** Command that ends a thread. */
export const END = -1;

export interface RingSize {
  readonly slots: number;
  readonly threads: number;
}

/** Structured-clonable: what a thread is started with. */
export interface RingMemory extends RingSize {
  readonly content: SharedArrayBuffer;
  readonly sums: SharedArrayBuffer;
  readonly control: SharedArrayBuffer;
}

/** Per slot: threads that still work on it, kind, number of the file or count of files, then offset and length of each. */
const SLOT_NUMBERS = 3 + 2 * FILES_PER_SLOT;

export function ringMemory({ slots, threads }: RingSize): RingMemory {
  const numbers = 1 + slots * SLOT_NUMBERS + threads * (2 + slots);
  return {
    slots,
    threads,
    content: new SharedArrayBuffer(slots * SLOT_BYTES),
    sums: new SharedArrayBuffer(slots * FILES_PER_SLOT * SUMS.length * SUM_BYTES),
    control: new SharedArrayBuffer(4 * numbers),
  };
}

export interface Ring extends RingSize {
  readonly control: Int32Array;
  /** Place of the count of finished pieces of work, for `Atomics.wait`. */
  readonly finished: number;
  content(slot: number): Uint8Array;
  /** Where a sum of the slot's nth file stands. */
  sum(slot: number, file: number, sum: number): Uint8Array;
  /** Places of a slot's numbers. */
  pending(slot: number): number;
  kind(slot: number): number;
  subject(slot: number): number;
  span(slot: number, file: number): number;
  /** Place of the count of commands given to a thread, and of its nth command. */
  given(thread: number): number;
  command(thread: number, count: number): number;
}

export function ringOver({ slots, threads, content, sums, control }: RingMemory): Ring {
  const slotAt = (slot: number): number => 1 + slot * SLOT_NUMBERS;
  // A slot is given to a thread at most once at a time: a queue as long as there are slots never overflows; one more for the end.
  const threadAt = (thread: number): number => 1 + slots * SLOT_NUMBERS + thread * (2 + slots);
  return {
    slots,
    threads,
    control: new Int32Array(control),
    finished: 0,
    content: (slot) => new Uint8Array(content, slot * SLOT_BYTES, SLOT_BYTES),
    sum: (slot, file, sum) => new Uint8Array(sums, ((slot * FILES_PER_SLOT + file) * SUMS.length + sum) * SUM_BYTES, SUM_BYTES),
    pending: slotAt,
    kind: (slot) => slotAt(slot) + 1,
    subject: (slot) => slotAt(slot) + 2,
    span: (slot, file) => slotAt(slot) + 3 + 2 * file,
    given: threadAt,
    command: (thread, count) => threadAt(thread) + 1 + (count % (slots + 1)),
  };
}

/** A command names a slot and the sums wanted of it, one bit each. */
export function commandOf(slot: number, sums: number): number {
  return slot * 8 + sums;
}

export function readCommand(command: number): { readonly slot: number; readonly sums: number } {
  return { slot: command >> 3, sums: command & 7 };
}
