/** Is it text, and is that text a table? Judged from the beginning of the file, by content. */
import { type DelimitedRecord, readDelimited } from './delimited.ts';
import { isBlank } from './headings.ts';
import { markedEncoding } from './text-blocks.ts';

/** Some hundred records of a settlement sheet. */
export const SAMPLE_BYTES = 64 * 1024;

/** The comma first: where two fit equally well it is the likelier. */
const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A title or a note may stand above the heading. */
const MIN_SHARE = 2 / 3;

/** Tab, line ends, form feed and the end mark of DOS. */
const TEXT_CONTROLS = /[\t\n\r\f\cZ]/g;

/** The sample as text, or undefined when it is none: it holds bytes of no encoding, or controls that no text has. */
export function sampleText(head: Uint8Array): string | undefined {
  const marked = markedEncoding(head);
  const labels = marked === undefined ? ['utf-8', 'gb18030'] : [marked === 'utf-8-bom' ? 'utf-8' : marked];
  for (const label of labels) {
    try {
      // A character that the sample cuts is held back.
      const text = new TextDecoder(label, { fatal: true }).decode(head, { stream: true });
      return /\p{Cc}/u.test(text.replace(TEXT_CONTROLS, '')) ? undefined : text;
    } catch {}
  }
  return undefined;
}

export interface Table {
  readonly delimiter: Delimiter;
  /** Fields of most records. */
  readonly columns: number;
}

/** How the sample is a table, or undefined when it is prose, a program's data, or one column. */
export async function tableOf(sample: string, whole: boolean): Promise<Table | undefined> {
  // Markup and JSON, whose lines may hold equally many commas.
  if (/^\s*(?:[{<]|\[\s*[[{"\d])/.test(sample)) return undefined;
  let best: Table | undefined;
  let bestShare = 0;
  for (const delimiter of DELIMITERS) {
    const widths = new Map<number, number>();
    const records = await sampleRecords(sample, delimiter, whole);
    for (const { fields } of records) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
    const [columns, count] = [...widths].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
    const share = count / records.length;
    if (columns < 2 || share < MIN_SHARE || (count < 2 && columns < 3)) continue;
    // The heading tells a delimiter from a sign inside the fields below it.
    if (best && (share < bestShare || (share === bestShare && columns <= best.columns))) continue;
    best = { delimiter, columns };
    bestShare = share;
  }
  return best;
}

/** Records that hold something; the last of a sample may be cut and is left out. */
export async function sampleRecords(sample: string, delimiter: Delimiter, whole: boolean): Promise<readonly DelimitedRecord[]> {
  const records: DelimitedRecord[] = [];
  try {
    await readDelimited([sample], delimiter, (record) => {
      if (!record.fields.every(isBlank)) records.push(record);
      return undefined;
    });
  } catch {
    // An open quote at the end of the sample: what came before it stands.
    return records;
  }
  return whole || records.length < 2 ? records : records.slice(0, -1);
}
