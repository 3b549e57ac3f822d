/** The content of a deflated entry: exactly the bytes that the directory declares, from exactly the bytes that are there. */
import { fault } from '../../model/index.ts';
import { InflateError, inflater } from './inflate.ts';
import type { ZipEntry } from './opened.ts';
import type { Reader } from './source.ts';

/** Unit of reading where nothing else is to be done with the bytes. */
const PACKED_BYTES = 64 << 10;

/** Reads by `buffer`'s size; `raw` sees the bytes of the container, `use` those of the content. Yields bytes of the container read. @throws Fault */
export function* inflateEntry(
  reader: Reader,
  { path, data, packed, size }: ZipEntry,
  buffer: Uint8Array,
  raw: (piece: Uint8Array) => void,
  use: (piece: Uint8Array) => void,
): Generator<number> {
  const wrong = (problem: 'code' | 'short' | 'long' | 'rest'): never => {
    throw fault('ZIP_INFLATE', 1, { problem }, { at: { entry: path, offset: data } });
  };
  let read = 0;
  let told = 0;
  let found = 0;
  const stream = inflater(() => {
    const piece = buffer.subarray(0, Math.min(buffer.length, packed - read));
    reader.fill(piece, data + read);
    raw(piece);
    read += piece.length;
    return piece;
  });
  const next = (): Uint8Array | undefined => {
    try {
      return stream.next();
    } catch (error) {
      if (!(error instanceof InflateError)) throw error;
      return wrong(error.message === 'end' ? 'short' : 'code');
    }
  };
  for (let piece = next(); piece; piece = next()) {
    found += piece.length;
    // Stopped as soon as it is more than declared: a bomb costs no more than it says.
    if (found > size) wrong('long');
    use(piece);
    yield read - told;
    told = read;
  }
  yield read - told;
  if (found < size) wrong('short');
  if (stream.rest() > 0 || read < packed) wrong('rest');
}

/** Its content piece by piece. @throws Fault */
export function* inflated(reader: Reader, entry: ZipEntry): Iterable<Uint8Array> {
  let found: Uint8Array | undefined;
  const keep = (piece: Uint8Array): void => {
    found = piece;
  };
  for (const _ of inflateEntry(reader, entry, new Uint8Array(PACKED_BYTES), () => undefined, keep)) {
    if (found) yield found;
    found = undefined;
  }
}

/** All of it, in memory. @throws Fault */
export function inflateWhole(reader: Reader, entry: ZipEntry): Uint8Array {
  const content = new Uint8Array(entry.size);
  let at = 0;
  for (const piece of inflated(reader, entry)) {
    content.set(piece, at);
    at += piece.length;
  }
  return content;
}
