/** Text of a tag file: its encoding is what bagit.txt declares (RFC 8493 §2.1.1), its lines end in LF, CR or CR LF. */
import type { Collector } from '../collector.ts';

export interface TagText {
  readonly lines: readonly string[];
  /** Lines end in CR or CR LF. */
  readonly carriage: boolean;
}

const BOM = '\ufeff';

/** Undefined with a finding when it is no text in `encoding`. */
export function tagText(path: string, bytes: Uint8Array, encoding: string, notes: Collector): TagText | undefined {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    notes.note('BAG_TEXT_ENCODING', { path, encoding }, { entry: path });
    return undefined;
  }
  if (text.startsWith(BOM)) {
    text = text.slice(BOM.length);
    // UTF-16 needs one; RFC 8493 §2.1.1 forbids it in bagit.txt, whose own reader says so.
    if (encoding === 'utf-8') notes.note('BAG_BOM', { path }, { entry: path }, 'warning');
  }
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return { lines, carriage: text.includes('\r') };
}
