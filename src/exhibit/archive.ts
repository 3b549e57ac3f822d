/** What a ZIP is, by the parts it holds: many formats are one. */
import type { FileContent } from '../model/index.ts';
import { CONTENT_TYPES, openWorkbook, type Parts, partBytes, readSheet, workbookPart, ZipFault, zipParts } from '../workbook/index.ts';
import type { EvidenceFile } from './file.ts';
import { startCount } from './record-count.ts';
import { isHidden, startSight } from './sheet-sight.ts';
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
  return format === 'XLSX' ? workbookContent(file) : { format };
}

/** Sheets of which more is said than their count. */
const MOST_NAMED = 3;

/** By its directory, and where that does not tell by the part that the package points at; `ZIP` where these cannot be read. */
export async function archiveFormat(file: EvidenceFile): Promise<string> {
  try {
    const parts = await zipParts(file);
    const isPackage = parts.has(CONTENT_TYPES);
    if (isPackage && parts.has('xl/workbook.xml')) return 'XLSX';
    const mark = MARKS.find(([part]) => parts.has(part))?.[1];
    if (mark !== undefined) return mark;
    if (isPackage && (await workbookPart(file, parts))) return 'XLSX';
    return (await openDocument(file, parts)) ?? 'ZIP';
  } catch (error) {
    if (error instanceof ZipFault) return 'ZIP';
    throw error;
  }
}

/** OpenDocument says what it is in a part of its own (ODF 1.3 part 2 §3.3). */
const OPEN_DOCUMENTS: Readonly<Record<string, string>> = { spreadsheet: 'ODS', text: 'ODT', presentation: 'ODP' };
const MAX_TYPE_BYTES = 1024;

async function openDocument(file: EvidenceFile, parts: Parts): Promise<string | undefined> {
  const part = parts.get('mimetype');
  if (!part || !parts.has('content.xml')) return undefined;
  const type = new TextDecoder().decode(await partBytes(file, part, MAX_TYPE_BYTES));
  const [, kind = ''] = /^application\/vnd\.oasis\.opendocument\.([a-z]+)\s*$/.exec(type) ?? [];
  return Object.hasOwn(OPEN_DOCUMENTS, kind) ? OPEN_DOCUMENTS[kind] : undefined;
}

/** By sheet: rows that hold something, without the first of them, and the last column that does. Nothing when the workbook is damaged. */
async function workbookContent(file: EvidenceFile): Promise<FileContent> {
  const format = 'XLSX';
  const hidden = new Set<string>();
  try {
    const book = await openWorkbook(file);
    const counted: string[] = [];
    const tables: { name: string; rows: number; columns: number }[] = [];
    for (const sheet of book.sheets) {
      const count = startCount();
      let columns = 0;
      const seen = startSight();
      const ranges = await readSheet(file, book, sheet, (row, cells, sight) => {
        count.add(
          cells.map(({ text }) => text),
          row,
        );
        columns = Math.max(columns, cells.at(-1)?.column ?? 0);
        seen.row(row, cells, sight);
      });
      if (isHidden(sheet)) hidden.add('工作表');
      if (seen.hiddenRows().hiddenRows > 0) hidden.add('行');
      if (seen.hidesColumn(ranges)) hidden.add('列');
      const name = shortened(sheet.name);
      const { rows, said } = count.result();
      tables.push({ name, rows, columns });
      if (said.length > 0) counted.push(book.sheets.length === 1 ? said.join('，') : `${name}：${said.join('，')}`);
    }
    const unseen = ['工作表', '行', '列'].filter((what) => hidden.has(what)).join('、');
    const more = counted.length > MOST_NAMED ? [`另有 ${counted.length - MOST_NAMED} 个工作表如此`] : [];
    const notes = [...(unseen === '' ? [] : [`有隐藏的${unseen}`]), ...counted.slice(0, MOST_NAMED), ...more];
    return { format: notes.length === 0 ? format : `${format}（${notes.join('；')}）`, tables };
  } catch (error) {
    if (error instanceof ZipFault) return { format };
    throw error;
  }
}
