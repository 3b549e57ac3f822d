/** A dataset in delimited text: rows and sum in one streaming pass, refused by line. */
import type { Dataset, DatasetRead } from '../model/index.ts';
import { fenOfText } from './amount.ts';
import { type DelimitedRecord, RecordFault, readDelimited } from './delimited.ts';
import type { EvidenceFile } from './file.ts';
import { heldBack } from './footer.ts';
import { findColumn, isBlank, plainField, totalLabel } from './headings.ts';
import { markupOf } from './markup.ts';
import { startTally, type Tally } from './tally.ts';
import { TextFault, textBlocks } from './text-blocks.ts';
import type { TextTable } from './text-table.ts';

/** `sample`: how the text begins. @throws the system's error; Fault ABORTED */
export async function readTextDataset(
  file: EvidenceFile,
  dataset: Dataset,
  { encoding, table }: TextTable,
  sample: string,
): Promise<DatasetRead> {
  const tally = startTally();
  const markup = markupOf(sample);
  if (markup) {
    tally.refuse('markup', '', markup);
    return tally.result();
  }
  // A sheet of one column has no delimiter; a comma does no harm there.
  const { delimiter, declared } = table ?? { delimiter: ',', declared: false };
  const reading = startReading(dataset, delimiter, tally);
  try {
    await readDelimited(textBlocks(file, encoding), delimiter, (record) =>
      declared && record.line === 1 ? undefined : reading.record(record),
    );
    reading.end();
  } catch (error) {
    if (error instanceof TextFault) tally.refuse(error.kind, String(error.line));
    else if (error instanceof RecordFault) tally.refuse('unreadable', String(error.line));
    else throw error;
  }
  return tally.result();
}

function startReading({ headerRows = 1, footerRows = 0, sumColumn }: Dataset, delimiter: string, tally: Tally) {
  const headings: (readonly string[])[] = [];
  let column = -1;
  let width = 0;

  /** False when there is no column to sum. */
  const openColumn = (line: number): boolean => {
    const found = findColumn(headings, sumColumn);
    if ('missing' in found) tally.refuse('column-missing', '', found.missing);
    else if ('twice' in found) tally.refuse('column-twice', String(line), sumColumn);
    else column = found.column;
    width = headings.at(-1)?.length ?? 0;
    return column >= 0;
  };
  /** A line may end in more delimiters than the heading, or in fewer where its last columns have no heading. */
  const fits = (fields: readonly string[]): boolean => {
    if (fields.length === width) return true;
    const rest = fields.length > width ? fields.slice(width) : (headings.at(-1) ?? []).slice(fields.length);
    return rest.every(isBlank);
  };

  const row = ({ fields, line, sound }: DelimitedRecord): void => {
    const cell = String(line);
    if (!sound) {
      tally.row();
      tally.refuse('unreadable', cell, fields.join(delimiter));
      return;
    }
    const written = plainField(fields[column] ?? '');
    const label = totalLabel(fields);
    if (label !== undefined) {
      tally.total(cell, label, fits(fields) ? fenOfText(written) : undefined);
      return;
    }
    tally.row();
    const fen = fits(fields) ? fenOfText(written) : undefined;
    if (fen !== undefined) tally.add(fen, cell);
    else if (!fits(fields)) tally.refuse('ragged', cell, fields.join(delimiter));
    else tally.refuse(/^\s*=/.test(written) ? 'formula' : 'not-a-number', cell, written);
  };
  const data = heldBack(footerRows, row);

  const record = (read: DelimitedRecord): boolean | undefined => {
    const { fields, line, sound } = read;
    // Blank lines above the data are rows, as a person counts them in a sheet.
    if (headings.length < headerRows) {
      headings.push(fields);
      if (!sound) tally.refuse('unreadable', String(line), fields.join(delimiter));
      return headings.length < headerRows || !sound || openColumn(line);
    }
    if (!fields.every(isBlank)) data(read);
    return undefined;
  };
  return {
    record,
    end: () => {
      if (headings.length < headerRows) openColumn(headings.length);
    },
  };
}
