/** A dataset in delimited text: rows and sum in one streaming pass, refused by line. */
import type { Dataset, DatasetRead } from '../model/index.ts';
import { fenOfText } from './amount.ts';
import { RecordFault, readDelimited } from './delimited.ts';
import type { EvidenceFile } from './file.ts';
import { findColumn, isBlank, isTotal } from './headings.ts';
import { SAMPLE_BYTES, sampleText, tableOf } from './sniff.ts';
import { startTally } from './tally.ts';
import { TextFault, textBlocks, textEncoding } from './text-blocks.ts';

export async function readTextDataset(file: EvidenceFile, dataset: Dataset): Promise<DatasetRead> {
  const tally = startTally();
  const headerRows = dataset.headerRows ?? 1;
  const head = await file.read(0, SAMPLE_BYTES);
  const sample = sampleText(head);
  // A sheet of one column has no delimiter; a comma does no harm there.
  const { delimiter } = (sample === undefined ? undefined : await tableOf(sample, head.length === file.size)) ?? { delimiter: ',' };
  const headings: (readonly string[])[] = [];
  let column: number | undefined;
  let width = 0;

  /** False when there is no column to sum. */
  const openColumn = (line: number): boolean => {
    const found = findColumn(headings, dataset.sumColumn);
    if ('missing' in found) tally.refuse('column-missing', '', found.missing);
    else if ('twice' in found) tally.refuse('column-twice', String(line), dataset.sumColumn);
    else column = found.column;
    width = headings.at(-1)?.length ?? 0;
    return column !== undefined;
  };

  try {
    await readDelimited(textBlocks(file, await textEncoding(file)), delimiter, ({ fields, line, sound }) => {
      const cell = String(line);
      if (!sound) {
        if (headings.length >= headerRows) tally.row();
        else headings.push(fields);
        tally.refuse('unreadable', cell, fields.join(delimiter));
        return undefined;
      }
      // Blank lines above the data are rows, as a person counts them in a sheet.
      if (headings.length < headerRows) {
        headings.push(fields);
        return headings.length < headerRows || openColumn(line);
      }
      if (fields.every(isBlank)) return undefined;
      const first = fields.find((field) => !isBlank(field)) ?? '';
      if (isTotal(first)) {
        tally.total(cell, first, fields.length === width ? fenOfText(fields[column ?? -1] ?? '') : undefined);
        return undefined;
      }
      tally.row();
      if (fields.length !== width) tally.refuse('ragged', cell, fields.join(delimiter));
      else {
        const written = fields[column ?? -1] ?? '';
        const fen = fenOfText(written);
        if (fen !== undefined) tally.add(fen);
        else tally.refuse(/^\s*=/.test(written) ? 'formula' : 'not-a-number', cell, written);
      }
      return undefined;
    });
    if (headings.length < headerRows) openColumn(headings.length);
  } catch (error) {
    if (error instanceof TextFault) tally.refuse(error.kind, String(error.line));
    else if (error instanceof RecordFault) tally.refuse('unreadable', String(error.line));
    else throw error;
  }
  return tally.result();
}
