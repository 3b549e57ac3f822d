/** What kind of file this is: by its first bytes, never by its name. */
import { type BinaryType, binaryType } from './_file-type.ts';
import type { EvidenceFile } from './file.ts';
import { SAMPLE_BYTES, sampleText } from './sniff.ts';

/** Adobe PDF Reference 1.7, appendix H.3, note 13. */
const PDF_SEARCH_BYTES = 1024;
/** So near behind the header the first object begins. */
const PDF_OBJECT_BYTES = 512;

/** A PDF behind a line end, or behind what a gateway put there, may be all of characters: its first object follows within the bytes that are looked at. */
const PDF_AS_TEXT = /(?:^|[\0\s])%PDF-\d\.\d\s[\s\S]{0,512}?\d+\s+\d+\s+obj\b/;

export type Recognised =
  | { readonly kind: 'empty' | 'pdf' | 'sqlite' | 'zip' | 'unknown' }
  /** `sample`: how the text begins; `whole`: that is all of it. */
  | { readonly kind: 'text'; readonly sample: string; readonly whole: boolean }
  | { readonly kind: 'binary'; readonly type: BinaryType };

export async function recognise(file: EvidenceFile): Promise<Recognised> {
  const head = await file.read(0, SAMPLE_BYTES);
  if (head.length === 0) return { kind: 'empty' };
  const start = latin1(head.subarray(0, PDF_SEARCH_BYTES + PDF_OBJECT_BYTES));
  if (start.startsWith('%PDF-')) return { kind: 'pdf' };
  if (start.startsWith('SQLite format 3\0')) return { kind: 'sqlite' };
  if (start.startsWith('PK\x03\x04')) return { kind: 'zip' };
  if (PDF_AS_TEXT.test(start)) return { kind: 'pdf' };
  // Before the table of first bytes: a sheet headed 「BM」 is no bitmap.
  const sample = sampleText(head);
  if (sample !== undefined) return { kind: 'text', sample, whole: head.length === file.size };
  // Readers of PDF allow a little in front of it.
  if (start.slice(0, PDF_SEARCH_BYTES).includes('%PDF-')) return { kind: 'pdf' };
  const type = await binaryType(head);
  return type ? { kind: 'binary', type } : { kind: 'unknown' };
}

/** Bytes as the characters of their numbers. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}
