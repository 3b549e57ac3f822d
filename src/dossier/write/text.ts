/** Texts too large to hold whole, in pieces: their bytes, and the lines and rows that they are made of. */
import { manifestLine } from '../../model/index.ts';
import type { Algorithm, FileDigest } from '../format/index.ts';

/** Pieces of a text, in order, made when their turn comes. No piece ends within a character. */
export type Pieces = Iterable<string>;

/** Bytes of UTF-8 at once. */
const CHUNK_BYTES = 1 << 18;

const UTF8 = new TextEncoder();

/** UTF-8 of a text, chunk by chunk. A chunk is overwritten by the next. */
export function* encoded(pieces: Pieces): Generator<Uint8Array> {
  const chunk = new Uint8Array(CHUNK_BYTES);
  let fill = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const { read, written } = UTF8.encodeInto(at === 0 ? piece : piece.slice(at), chunk.subarray(fill));
      at += read;
      fill += written;
      if (at === piece.length) break;
      yield chunk.subarray(0, fill);
      fill = 0;
    }
  }
  if (fill > 0) yield chunk.subarray(0, fill);
}

/** Manifest (RFC 8493 §2.1.3) of files in byte order of paths. */
export function* manifestPieces(files: Iterable<FileDigest>, algorithm: Algorithm): Generator<string> {
  for (const file of files) yield manifestLine({ path: file.path, digest: file[algorithm] });
}

/**
 * What `JSON.stringify({ ...head, files: [...files] }, null, 1)` and a line feed would be: the text of data/index.json.
 * No other member of `head` may be named `files`.
 */
export function* indexPieces(head: Readonly<Record<string, unknown>>, files: Iterable<object>): Generator<string> {
  const whole = JSON.stringify({ ...head, files: [] }, null, 1);
  yield whole.slice(0, -']\n}'.length);
  let before = '\n  ';
  for (const file of files) {
    yield before + JSON.stringify(file, null, 1).replaceAll('\n', '\n  ');
    before = ',\n  ';
  }
  yield before === '\n  ' ? ']\n}\n' : '\n ]\n}\n';
}
