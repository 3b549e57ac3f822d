/** How a text is a table: the one answer for those who count its rows and those who sum them. */
import { type DelimitedRecord, readDelimited } from './delimited.ts';
import type { TextEncoding } from './encoding.ts';
import type { EvidenceFile } from './file.ts';
import { isRule, roughText, SAMPLE_BYTES, sampleText, type Table, tableOf } from './sniff.ts';
import { textBlocks, textEncoding } from './text-blocks.ts';

export interface TextTable {
  readonly encoding: TextEncoding;
  /** Absent where it is prose, one column or a program's data. */
  readonly table?: Table;
  /** How the text begins; undefined when it is none. */
  readonly sample?: string;
}

export async function textTable(file: EvidenceFile): Promise<TextTable> {
  const head = await file.read(0, SAMPLE_BYTES);
  const sample = head.length === 0 ? '' : (sampleText(head) ?? roughText(head));
  const table = sample === undefined ? undefined : await tableOf(sample, head.length === file.size);
  return { encoding: await textEncoding(file), ...(sample === undefined ? {} : { sample }), ...(table ? { table } : {}) };
}

/** Every record, blank lines among them, without what only draws the table. `onRecord` ends the reading by returning false. @throws as `textBlocks` and `readDelimited` */
export function readTable(
  file: EvidenceFile,
  encoding: TextEncoding,
  { delimiter, declared, edged }: Omit<Table, 'columns'>,
  onRecord: (record: DelimitedRecord) => boolean | undefined,
): Promise<void> {
  return readDelimited(textBlocks(file, encoding), delimiter, (record) => {
    if ((declared && record.line === 1) || isRule(record.fields, delimiter)) return undefined;
    return onRecord(edged && record.fields.length > 2 ? { ...record, fields: record.fields.slice(1, -1) } : record);
  });
}
