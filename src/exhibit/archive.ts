/** What a ZIP is, by the parts it holds: many formats are one. */
import type { FileContent } from '../model/index.ts';
import type { EvidenceFile } from './file.ts';
import { readSheet } from './sheet.ts';
import { shortened } from './tally.ts';
import { isWorkbook, openWorkbook } from './workbook.ts';
import { ZipFault } from './zip-fault.ts';
import { type ZipPart, zipParts } from './zip-parts.ts';

/** A part that only this format has. OFD: GB/T 33190, the format of electronic invoices. */
const MARKS: readonly (readonly [string, string])[] = [
  ['word/document.xml', 'DOCX'],
  ['ppt/presentation.xml', 'PPTX'],
  ['xl/workbook.bin', 'XLSB'],
  ['ofd.xml', 'OFD'],
  ['androidmanifest.xml', 'APK'],
];

export async function archiveContent(file: EvidenceFile): Promise<FileContent> {
  const format = await archiveFormat(file);
  return { format, ...(format === 'XLSX' ? await sheetTables(file) : {}) };
}

/** By its directory alone; `ZIP` where that cannot be read. */
export async function archiveFormat(file: EvidenceFile): Promise<string> {
  let parts: ReadonlyMap<string, ZipPart>;
  try {
    parts = await zipParts(file);
  } catch (error) {
    if (error instanceof ZipFault) return 'ZIP';
    throw error;
  }
  return isWorkbook(parts) ? 'XLSX' : (MARKS.find(([part]) => parts.has(part))?.[1] ?? 'ZIP');
}

/** By sheet: rows that hold something, without the first of them, and the last column that does. Nothing when the workbook is damaged. */
async function sheetTables(file: EvidenceFile): Promise<Pick<FileContent, 'tables'>> {
  try {
    const book = await openWorkbook(file);
    const tables: { name: string; rows: number; columns: number }[] = [];
    for (const sheet of book.sheets) {
      let rows = 0;
      let columns = 0;
      await readSheet(file, book, sheet, (_row, cells) => {
        rows++;
        columns = Math.max(columns, cells.at(-1)?.column ?? 0);
      });
      tables.push({ name: shortened(sheet.name), rows: Math.max(0, rows - 1), columns });
    }
    return { tables };
  } catch (error) {
    if (error instanceof ZipFault) return {};
    throw error;
  }
}
