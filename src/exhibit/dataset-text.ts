/** A dataset in delimited text: rows and sum in one streaming pass, refused by line. */
import type { Dataset, DatasetRead } from '../model/index.ts';
import { fenOfText } from './amount.ts';
import { type DelimitedRecord, RecordFault } from './delimited.ts';
import type { EvidenceFile } from './file.ts';
import { heldBack } from './footer.ts';
import { findColumn, headingWatch, isBlank, MOST_BELOW, plainField, totalLabel } from './headings.ts';
import { markupOf } from './markup.ts';
import { startTally, type Tally } from './tally.ts';
import { TextFault } from './text-blocks.ts';
import { readTable, type TextTable } from './text-table.ts';

/** A sheet of one column has no delimiter; a comma does no harm there. */
const ONE_COLUMN = { delimiter: ',', declared: false, edged: false } as const;

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
  const form = table ?? ONE_COLUMN;
  const reading = startReading(dataset, form.delimiter, tally);
  try {
    await readTable(file, encoding, form, reading.record);
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
  /** No heading names the column: which ones there are. */
  let missing: string | undefined;
  let below = 0;
  let repeatsHeading: (fields: readonly string[]) => boolean = () => false;

  /** False when nothing is to be read further. */
  const openColumn = (line: number): boolean => {
    const found = findColumn(headings, sumColumn);
    if ('missing' in found) {
      missing = found.missing;
      return true;
    }
    if ('twice' in found) tally.refuse('column-twice', String(line), sumColumn);
    else column = found.column;
    width = headings.at(-1)?.length ?? 0;
    repeatsHeading = headingWatch(headings);
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
  /** Is it headed further below? */
  const seek = ({ fields, line }: DelimitedRecord): boolean => {
    below++;
    if (!('column' in findColumn([fields], sumColumn))) return below < MOST_BELOW;
    missing = undefined;
    tally.refuse('heading-lower', String(line), String(headings.length + below));
    return false;
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
    if (missing !== undefined) return seek(read);
    if (!fields.every(isBlank) && !repeatsHeading(fields)) data(read);
    return undefined;
  };
  return {
    record,
    end: () => {
      if (headings.length < headerRows) openColumn(headings.length);
      if (missing !== undefined) tally.refuse('column-missing', '', missing);
    },
  };
}
