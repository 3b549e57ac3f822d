/** Small files that are read as a whole: their limits, and their text. */
import { Fault } from '../../model/index.ts';
import type { Collector } from './collector.ts';
import { decoder, EncodingError } from './lines.ts';
import type { Opened } from './opened.ts';

/** Content of an entry, or undefined with a finding when it is too large or cannot be read, without one when it is not there. */
export function readSmall(opened: Opened, path: string, limit: number, notes: Collector): Uint8Array | undefined {
  const entry = opened.entries[opened.numberOf(path) ?? -1];
  if (!entry) return undefined;
  if (entry.size > limit) {
    notes.note('DOSSIER_TEXT_TOO_LARGE', { path, found: entry.size, limit }, { entry: path });
    return undefined;
  }
  try {
    return opened.read(path, limit);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    notes.add({ ...error.finding, at: { entry: path } });
    return undefined;
  }
}

/** Text of an entry; its bytes are let go, for a list of a large dossier is large. Undefined as with `readSmall` and `decodeText`. */
export function readText(opened: Opened, path: string, limit: number, notes: Collector): string | undefined {
  const bytes = readSmall(opened, path, limit, notes);
  return bytes && decodeText(path, bytes, notes);
}

/** Strict UTF-8 without a byte order mark. */
function decodeText(path: string, bytes: Uint8Array, notes: Collector): string | undefined {
  try {
    const text = decoder()(bytes);
    if (!text.startsWith('\ufeff')) return text;
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
  }
  notes.note('DOSSIER_TEXT_ENCODING', { path }, { entry: path });
  return undefined;
}
