/** A text entry line by line, as it comes from the disk: what stands in memory is one piece of it. */
import { Fault } from '../../model/index.ts';
import type { Collector } from './collector.ts';
import { growing } from './growing.ts';
import type { Opened } from './opened.ts';

const LF = 0x0a;
const BOM = [0xef, 0xbb, 0xbf];

/**
 * The pieces of a text entry, without a byte order mark before them. None when it is too large, not there or not to be read: with a finding as from
 * `readSmall`. `broken` tells whether it came to its end.
 */
export interface TextPieces {
  readonly pieces: Iterable<Uint8Array>;
  /** After the last piece: something was wrong, and has its finding. */
  broken(): boolean;
}

/** Undefined when the entry is not there, or too large (with a finding). */
export function textPieces(opened: Opened, path: string, limit: number, notes: Collector): TextPieces | undefined {
  const number = opened.numberOf(path);
  const entry = number === undefined ? undefined : opened.entries[number];
  if (!entry) return undefined;
  if (entry.size > limit) {
    notes.note('DOSSIER_TEXT_TOO_LARGE', { path, found: entry.size, limit }, { entry: path });
    return undefined;
  }
  let broken = false;
  function* pieces(): Iterable<Uint8Array> {
    let first = true;
    try {
      for (const piece of opened.pieces(path)) {
        if (first && BOM.every((byte, i) => piece[i] === byte)) {
          notes.note('DOSSIER_TEXT_ENCODING', { path }, { entry: path });
          broken = true;
          return;
        }
        first = false;
        yield piece;
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      notes.add({ ...error.finding, at: { entry: path } });
      broken = true;
    }
  }
  return { pieces: pieces(), broken: () => broken };
}

/** Text that is not UTF-8. */
export class EncodingError extends Error {}

/** Strict UTF-8. @throws EncodingError */
export function decoder(): (bytes: Uint8Array) => string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return strict.decode(bytes);
    } catch (error) {
      throw new EncodingError('not UTF-8', { cause: error });
    }
  };
}

export interface Line {
  /** Without its LF; undefined where it is longer than `longest` bytes. */
  readonly text: string | undefined;
  /** LF stands behind it. */
  readonly ended: boolean;
}

/** @throws EncodingError */
export function* linesOf(pieces: Iterable<Uint8Array>, longest: number): Iterable<Line> {
  const decode = decoder();
  const carried = growing(longest);
  for (const piece of pieces) {
    let from = 0;
    const first = piece.indexOf(LF);
    if ((carried.length > 0 || carried.over) && first >= 0) {
      const whole = carried.joined(piece.subarray(0, first));
      yield { text: whole && decode(whole), ended: true };
      carried.clear();
      from = first + 1;
    }
    const last = piece.lastIndexOf(LF);
    if (last >= from) {
      // All lines of a piece are decoded at once: one by one costs several times as much.
      for (const text of decode(piece.subarray(from, last)).split('\n'))
        yield { text: text.length > longest ? undefined : text, ended: true };
      from = last + 1;
    }
    if (from < piece.length) carried.append(piece.subarray(from));
  }
  if (carried.length > 0 || carried.over) {
    const whole = carried.joined(new Uint8Array());
    yield { text: whole && decode(whole), ended: false };
  }
}
