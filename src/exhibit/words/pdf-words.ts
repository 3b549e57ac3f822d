/** The words of a PDF, read in a thread with limits: it may come from a stranger. */
import { type LimitedThread, limitedThread } from '../../program/index.ts';
import type { PdfReport } from './pdf/worker.ts';
import type { Unread, WordReader } from './words.ts';

/** PDFium holds the file once more, and its objects are held besides. Beyond, a file is nothing but pictures. */
const MOST_BYTES = 256 * 1024 * 1024;
/** A thread that has read so large a file gives its memory back by ending. */
const LARGE_BYTES = 32 * 1024 * 1024;

/** It stays for the next file: to begin takes longer than to read. */
let thread: LimitedThread<Uint8Array, PdfReport> | undefined;

/** What its pages show, and all strings beside them; pages that are pictures are named by their number. */
export const pdfWords: WordReader = async (file, onText) => {
  if (file.size > MOST_BYTES) return [{ why: 'too-large' }];
  const read = await file.read(0, file.size);
  // What is handed over is the whole buffer.
  const bytes = read.byteLength === read.buffer.byteLength ? read : read.slice();
  thread ??= limitedThread('pdf', { silent: 30_000, most: 180_000, megabytes: 2048 });
  const unread = await thread.ask<readonly Unread[]>(
    bytes,
    (report) => {
      if ('unread' in report) return report.unread;
      if ('text' in report) onText(report.text);
      return undefined;
    },
    { signal: file.signal, transfer: [bytes.buffer as ArrayBuffer] },
  );
  if (file.size > LARGE_BYTES) thread.end();
  // Given up: it took more time or memory than any file of an office.
  return unread ?? [{ why: 'too-large' }];
};
