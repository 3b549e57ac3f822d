/** What kind of file this is: by its first bytes, never by its name. */
import { type BinaryType, binaryType } from './_file-type.ts';
import type { EvidenceFile } from './file.ts';
import { latin1 } from './latin1.ts';
import { isPdf } from './pdf-head.ts';
import { roughText, SAMPLE_BYTES, sampleText } from './sniff.ts';
import { isSqlite, sideByName, sqliteSide } from './sqlite.ts';

export type Recognised =
  | { readonly kind: 'empty' | 'pdf' | 'sqlite' | 'zip' | 'unknown' }
  /** `sample`: how the text begins; `whole`: that is all of it. */
  | { readonly kind: 'text'; readonly sample: string; readonly whole: boolean }
  | { readonly kind: 'binary'; readonly type: BinaryType };

export async function recognise(file: EvidenceFile): Promise<Recognised> {
  const head = await file.read(0, SAMPLE_BYTES);
  if (head.length === 0) return { kind: 'empty' };
  if (isPdf(head)) return { kind: 'pdf' };
  if (isSqlite(head)) return { kind: 'sqlite' };
  // Without files, or in volumes, an archive begins otherwise; a text may begin with these two letters.
  if (latin1(head.subarray(0, 2)) === 'PK' && (head[2] ?? 0x20) < 0x20) return { kind: 'zip' };
  const whole = head.length === file.size;
  // Before the table of first bytes: a sheet headed 「BM」 is no bitmap.
  const sample = sampleText(head);
  if (sample !== undefined) return { kind: 'text', sample, whole };
  const side = sqliteSide(head);
  const type = side === undefined ? await binaryType(head) : { ext: side, media: false, picture: false };
  if (type) return { kind: 'binary', type };
  const rough = roughText(head);
  if (rough !== undefined) return { kind: 'text', sample: rough, whole };
  const named = await sideByName(file);
  return named === undefined ? { kind: 'unknown' } : { kind: 'binary', type: { ext: named, media: false, picture: false } };
}
