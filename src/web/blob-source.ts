/** Bytes of a file that the browser was given, by offset. In a worker only: there reading may wait. */
import { type ByteSource, ReadStopped } from '../dossier/read/index.ts';

/** Read around a small request: a directory of two hundred thousand records would be as many calls to the browser. */
const WINDOW_BYTES = 256 * 1024;

export type ClosableSource = ByteSource & { close(): void };

export function blobSource(blob: Blob): ClosableSource {
  const reader = new FileReaderSync();
  let window = new Uint8Array();
  let start = 0;

  function bytesAt(offset: number, length: number): Uint8Array {
    try {
      const bytes = new Uint8Array(reader.readAsArrayBuffer(blob.slice(offset, offset + length)));
      if (bytes.length === length) return bytes;
    } catch (error) {
      // The file is gone, was changed since it was chosen, or its medium cannot be read.
      throw new ReadStopped(offset, error instanceof Error ? error.name : String(error), error);
    }
    throw new ReadStopped(offset, 'EOF');
  }
  return {
    size: blob.size,
    fill(into, offset) {
      if (into.length >= WINDOW_BYTES) {
        into.set(bytesAt(offset, into.length));
        return;
      }
      if (offset < start || offset + into.length > start + window.length) {
        window = new Uint8Array(bytesAt(offset, Math.min(WINDOW_BYTES, blob.size - offset)));
        start = offset;
      }
      into.set(window.subarray(offset - start, offset - start + into.length));
    },
    unchanged() {
      // A browser refuses to read a file that is no longer the one that was chosen.
      if (blob.size > 0) bytesAt(blob.size - 1, 1);
      return true;
    },
    close: () => undefined,
  };
}
