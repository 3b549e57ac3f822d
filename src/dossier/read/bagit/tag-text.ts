/** Text of a tag file: its encoding is what bagit.txt declares (RFC 8493 §2.1.1), its lines end in LF, CR or CR LF. */
import { MAX_ENTRIES } from '../../format/index.ts';
import type { Collector } from '../collector.ts';
import { decoded, mostLines, type TagEncoding } from './encodings.ts';

export interface TagText {
  /** Without empty ones at the end. */
  readonly lines: readonly string[];
  /** Lines end in CR or CR LF. */
  readonly carriage: boolean;
  /** Number of the first empty line at the end, if there is one. */
  readonly emptyFrom?: number;
}

const BOM = '\ufeff';

/** Undefined with a finding when it is no text in `encoding`, or has more lines than any bag may have files. */
export function tagText(path: string, bytes: Uint8Array, encoding: TagEncoding, notes: Collector): TagText | undefined {
  const most = mostLines(bytes, encoding);
  // Each line would be an object of its own, many times as large as its text.
  if (most > MAX_ENTRIES + 1) {
    notes.note('DOSSIER_TOO_MANY', { found: most, limit: MAX_ENTRIES }, { entry: path });
    return undefined;
  }
  let text: string;
  try {
    text = decoded(bytes, encoding);
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
  const written = lines.length;
  while (lines.at(-1)?.trim() === '') lines.pop();
  return { lines, carriage: text.includes('\r'), ...(lines.length < written ? { emptyFrom: lines.length + 1 } : {}) };
}
