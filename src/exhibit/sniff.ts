/** Is it text, and is that text a table? Judged from the beginning of the file, by content. */
import { type DelimitedRecord, readDelimited } from './delimited.ts';
import { labelOf, markedEncoding, narrowEncoding, unmarkedWide, wellDecoded, withoutPadding } from './encoding.ts';
import { isBlank } from './headings.ts';

/** Some hundred records of a settlement sheet. */
export const SAMPLE_BYTES = 64 * 1024;

/** The comma first: where two fit equally well it is the likelier. */
const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A title or a note may stand above the heading. */
const MIN_SHARE = 2 / 3;

/** Tab, line ends, form feed, the soft return of Word and the end mark of DOS. */
const TEXT_CONTROLS = /[\t\n\v\r\f\cZ]/g;

/** The sample as text, or undefined when it is none: it holds bytes of no encoding, or controls that no text has. */
export function sampleText(head: Uint8Array): string | undefined {
  const known = markedEncoding(head) ?? unmarkedWide(head);
  const encodings = known === undefined ? (['utf-8', narrowEncoding(head), 'gb18030'] as const) : [known];
  for (const encoding of encodings) {
    const text = withoutPadding(wellDecoded(head, encoding) ?? '');
    if (text !== '' && !/\p{Cc}/u.test(text.replace(TEXT_CONTROLS, ''))) return text;
  }
  return undefined;
}

/** The same of a text with a few foreign bytes, which are told by their line; undefined for what is mostly something else. */
export function roughText(head: Uint8Array): string | undefined {
  const encoding = markedEncoding(head) ?? narrowEncoding(head);
  const text = withoutPadding(new TextDecoder(labelOf(encoding)).decode(head, { stream: true }));
  const foreign = text.match(/\ufffd|(?![\t\n\v\r\f\cZ])\p{Cc}/gu)?.length ?? 0;
  const zeros = text.split('\0').length - 1;
  if (zeros > 1 + text.length / 1000) return undefined;
  return text !== '' && foreign <= 3 + text.length / 100 && foreign * 2 < text.length ? text : undefined;
}

export interface Table {
  readonly delimiter: Delimiter;
  /** Fields of most records. */
  readonly columns: number;
  /** Bars stand before the first and behind the last field of each line, as in Markdown, and divide nothing there. */
  readonly edged: boolean;
  /** Its first line names the delimiter, as Excel reads it, and is no record. */
  readonly declared: boolean;
}

/** How the sample is a table, or undefined when it is prose, a program's data, or one column. */
export async function tableOf(text: string, whole: boolean): Promise<Table | undefined> {
  const { delimiter: named, length } = declaration(text) ?? { delimiter: undefined, length: 0 };
  const sample = text.slice(length);
  // Markup and JSON, whose lines may hold equally many commas.
  if (/^\s*(?:[{<]|\[\s*[[{"\d])/.test(sample)) return undefined;
  let best: Table | undefined;
  let bestShare = 0;
  let widest = 0;
  for (const delimiter of named === undefined ? candidates(sample) : [named]) {
    const widths = new Map<number, number>();
    const records = (await sampleRecords(sample, delimiter, whole)).filter(({ fields }) => !isRule(fields, delimiter));
    for (const { fields } of records) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
    const [columns, count] = [...widths].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
    const share = count / records.length;
    if (named === undefined && (columns < 2 || share < MIN_SHARE || (count < 2 && columns < 3))) continue;
    // The heading tells a delimiter from a sign inside the fields below it.
    if (best && (share < bestShare || (share === bestShare && columns <= widest))) continue;
    widest = columns;
    const edged = delimiter === '|' && columns > 2 && records.every(({ fields }) => fields.length !== columns || isEdged(fields));
    best = { delimiter, columns: edged ? columns - 2 : columns, edged, declared: named !== undefined };
    bestShare = share;
  }
  return best;
}

const isEdged = (fields: readonly string[]): boolean => isBlank(fields[0] ?? '') && isBlank(fields.at(-1) ?? '');

/** A line that only draws the table, as Markdown and programs of databases write it: `|---|:--:|`, `+-----+-----+`. */
export function isRule(fields: readonly string[], delimiter: Delimiter): boolean {
  if (delimiter !== '|' || fields.every(isBlank)) return false;
  return fields.every((field) => isBlank(field) || /^\s*[:+]?[-=]{3,}(?:\+[-=]{3,})*[:+]?\s*$/.test(field));
}

/** `sep=;` in the first line. */
function declaration(text: string): { readonly delimiter: Delimiter; readonly length: number } | undefined {
  const [line, sign] = /^"?sep=([^\r\n])"?(?:\r\n|\r|\n)/i.exec(text) ?? [];
  const delimiter = DELIMITERS.find((d) => d === sign);
  return line === undefined || delimiter === undefined ? undefined : { delimiter, length: line.length };
}

/** A tab at the beginning or end of every field keeps Excel from making numbers of identity numbers, and divides nothing. */
function candidates(sample: string): readonly Delimiter[] {
  if (!sample.includes('\t')) return DELIMITERS;
  const beside = ([',', ';', '|'] as const).some((sign) => {
    const between = new RegExp(`(?<!(?:[${sign}\\r\\n]|^)"?|\\t)\\t+(?!\\t|"?(?:[${sign}\\r\\n]|$))`);
    return sample.includes(sign) && !between.test(sample);
  });
  return beside ? DELIMITERS.filter((delimiter) => delimiter !== '\t') : DELIMITERS;
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
