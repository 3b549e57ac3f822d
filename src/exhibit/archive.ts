/** What a ZIP is, by the parts it holds: many formats are one. */
import type { FileContent } from '../model/index.ts';
import { CONTENT_TYPES, openWorkbook, readSheet, workbookPart, ZipFault, zipParts } from '../workbook/index.ts';
import type { EvidenceFile } from './file.ts';
import { shortened } from './tally.ts';

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

/** By its directory, and where that does not tell by the part that the package points at; `ZIP` where these cannot be read. */
export async function archiveFormat(file: EvidenceFile): Promise<string> {
  try {
    const parts = await zipParts(file);
    const isPackage = parts.has(CONTENT_TYPES);
    if (isPackage && parts.has('xl/workbook.xml')) return 'XLSX';
    const mark = MARKS.find(([part]) => parts.has(part))?.[1];
    return mark ?? (isPackage && (await workbookPart(file, parts)) ? 'XLSX' : 'ZIP');
  } catch (error) {
    if (error instanceof ZipFault) return 'ZIP';
    throw error;
  }
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
