/** Is the end of a PDF there? Readers repair a file that was cut off, and show pages fewer than it had. */
import type { EvidenceFile } from './file.ts';
import { latin1 } from './latin1.ts';

const HEAD_BYTES = 1024;
const END = '%%EOF';
/** Read at a time, from the back. */
const WINDOW_BYTES = 1 << 20;
/** Behind the end, where an update would begin. */
const BEHIND_BYTES = 64 * 1024;

/**
 * ISO 32000-1 7.5.5: the last line is `%%EOF`. What programs append behind it, of any length, takes nothing from the file; but an update may have begun there;
 * and a file made for the web says its length first (annex F).
 */
export async function pdfLacks(file: Pick<EvidenceFile, 'size' | 'read'>): Promise<'end' | 'rest' | undefined> {
  const length = /\/Linearized\b[^>]*\/L\s+(\d{1,15})/.exec(latin1(await file.read(0, HEAD_BYTES)))?.[1];
  if (length !== undefined && Number(length) > file.size) return 'rest';
  const end = await lastEnd(file);
  return end === undefined || /\d\s+\d+\s+obj\b/.test(latin1(await file.read(end, BEHIND_BYTES))) ? 'end' : undefined;
}

async function lastEnd({ size, read }: Pick<EvidenceFile, 'size' | 'read'>): Promise<number | undefined> {
  for (let to = size; to > 0; to -= WINDOW_BYTES) {
    const from = Math.max(0, to - WINDOW_BYTES);
    // The mark may stand across two windows.
    const at = Buffer.from(await read(from, to - from + END.length - 1)).lastIndexOf(END, undefined, 'latin1');
    if (at >= 0) return from + at;
  }
  return undefined;
}
