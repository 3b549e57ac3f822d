/** The text of a file, block by block, strictly decoded: a byte that is no character is a fault with its line. */
import { isWide, labelOf, markedEncoding, markLength, narrowEncoding, type TextEncoding, unmarkedWide } from './encoding.ts';
import type { EvidenceFile } from './file.ts';

/** A line longer than this is no record of a person: whoever reads on would hold the whole file in memory. */
export const MAX_LINE_BYTES = 4 * 1024 * 1024;

const LF = 0x0a;
const CR = 0x0d;

/** Where a text cannot be read on. Lines count from 1. */
export class TextFault extends Error {
  readonly kind: 'encoding' | 'unreadable';
  readonly line: number;

  constructor(kind: TextFault['kind'], line: number) {
    super(`${kind} at line ${line}`);
    this.kind = kind;
    this.line = line;
  }
}

/** Of an unmarked UTF-16, and of an encoding of two bytes a character, the beginning tells enough. */
const HEAD_BYTES = 64 * 1024;

/** By its mark; else UTF-8 when the whole file is; else what its bytes can be, which `textBlocks` then proves or refuses. */
export async function textEncoding(file: EvidenceFile): Promise<TextEncoding> {
  const head = await file.read(0, HEAD_BYTES);
  const known = markedEncoding(head) ?? unmarkedWide(head);
  if (known) return known;
  // A sequence that a chunk cuts is judged with the next chunk.
  let carry: Uint8Array = new Uint8Array(0);
  for await (const chunk of file.chunks()) {
    const bytes = carry.length > 0 ? joined(carry, chunk) : chunk;
    const end = wholeUtf8(bytes);
    if (!isUtf8(bytes.subarray(0, end))) return narrowEncoding(bytes);
    carry = bytes.slice(end);
  }
  return carry.length === 0 ? 'utf-8' : narrowEncoding(carry.length === file.size ? carry : head);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Length without a sequence begun in the last three bytes. */
function wholeUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

/**
 * Without byte order mark, and without the Ctrl-Z of DOS and the zeros that fill up a block behind the end.
 * @throws TextFault at the first byte that is no character, at NUL, and at a line beyond MAX_LINE_BYTES
 */
export async function* textBlocks(file: EvidenceFile, encoding: TextEncoding): AsyncGenerator<string> {
  const wide = isWide(encoding);
  const label = labelOf(encoding);
  let at = markLength(await file.read(0, 3));
  const to = await textEnd(file, wide);
  let carry: Uint8Array = new Uint8Array(0);
  for await (const chunk of file.chunks(at, to)) {
    const bytes = carry.length > 0 ? joined(carry, chunk) : chunk;
    const end = wide ? lastWideLineEnd(bytes, encoding) : lastLineEnd(bytes);
    if (end > 0) yield await decoded(bytes.subarray(0, end));
    at += end;
    carry = bytes.slice(end);
    if (carry.length > MAX_LINE_BYTES) throw new TextFault('unreadable', await lineAt(file, at, encoding));
  }
  if (carry.length > 0) yield await decoded(carry);

  async function decoded(bytes: Uint8Array): Promise<string> {
    const text = decode(bytes, label);
    if (text !== undefined && !text.includes('\0')) return text;
    throw new TextFault('encoding', (await lineAt(file, at, encoding)) + firstBadLine(bytes, label));
  }
}

/** Read at a time, from the back. */
const END_WINDOW_BYTES = 64 * 1024;
const CTRL_Z = 0x1a;

/** Where a text ends: at the first of the Ctrl-Z and NUL, line ends among them, behind which nothing else stands. */
async function textEnd(file: EvidenceFile, wide: boolean): Promise<number> {
  const unit = wide ? 2 : 1;
  let end = file.size;
  for (let to = file.size; to >= unit; ) {
    const from = Math.max(0, to - END_WINDOW_BYTES);
    const bytes = await file.read(from, to - from);
    for (let at = bytes.length - unit; at >= 0; at -= unit) {
      const value = wide ? (bytes[at] === 0 ? bytes[at + 1] : bytes[at + 1] === 0 ? bytes[at] : undefined) : bytes[at];
      if (value === 0 || value === CTRL_Z) end = from + at;
      else if (value !== LF && value !== CR) return end;
    }
    to = from;
  }
  return end;
}

/** Undefined where a byte is no character of the encoding. */
function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    // A mark inside the file is a character like any other and is kept.
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** In UTF-8 and GB 18030 these two bytes are never part of another character. */
function lastLineEnd(bytes: Uint8Array): number {
  return Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR)) + 1;
}

function lastWideLineEnd(bytes: Uint8Array, encoding: TextEncoding): number {
  const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0];
  for (let i = (bytes.length & ~1) - 2; i >= 0; i -= 2) {
    if (bytes[i + low] === LF && bytes[i + high] === 0) return i + 2;
  }
  return 0;
}

/** Number of the line on which byte `to` stands: counted only when a fault is to be told. */
async function lineAt(file: EvidenceFile, to: number, encoding: TextEncoding): Promise<number> {
  const wide = isWide(encoding);
  let line = 1;
  let last = 0;
  for await (const chunk of file.chunks(0, to)) {
    for (const byte of chunk) {
      if (wide && byte === 0) continue;
      if (byte === CR || (byte === LF && last !== CR)) line++;
      last = byte;
    }
  }
  return line;
}

/** Counted from 0 within a block. */
function firstBadLine(bytes: Uint8Array, label: string): number {
  if (label.startsWith('utf-16')) return 0;
  let line = 0;
  for (let from = 0; from < bytes.length; line++) {
    let to = from;
    while (to < bytes.length && bytes[to] !== LF && bytes[to] !== CR) to++;
    const text = decode(bytes.subarray(from, to), label);
    if (text === undefined || text.includes('\0')) return line;
    from = bytes[to] === CR && bytes[to + 1] === LF ? to + 2 : to + 1;
  }
  return line;
}
