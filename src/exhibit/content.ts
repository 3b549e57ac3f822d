/** What a file tells of itself: by content, never by its name. */
import type { FileContent } from '../model/index.ts';
import type { BinaryType } from './_file-type.ts';
import { mediaSeconds } from './_media.ts';
import { archiveContent } from './archive.ts';
import { RecordFault } from './delimited.ts';
import { withFile } from './disk-file.ts';
import type { TextEncoding } from './encoding.ts';
import { type EvidenceFile, isReadWhole, type ReadOptions } from './file.ts';
import { isBlank } from './headings.ts';
import { MARKUP_NAMES, markupOf } from './markup.ts';
import { type Recognised, recognise } from './recognise.ts';
import { startCount } from './record-count.ts';
import { sqliteContent } from './sqlite.ts';
import { TextFault } from './text-blocks.ts';
import { readTable, textTable } from './text-table.ts';

const EMPTY = '空文件';
export const UNKNOWN = '未识别的二进制文件';

const ENCODINGS: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8，带 BOM',
  gb18030: 'GB 18030',
  big5: 'Big5',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};
const TABLES = { ',': 'CSV', '\t': 'TSV', ';': 'CSV，分号分隔', '|': 'CSV，竖线分隔' } as const;
/** Where the usual name of a format is not its ending in capitals. */
const NAMES: Readonly<Record<string, string>> = {
  jpg: 'JPEG',
  tif: 'TIFF',
  '7z': '7z',
  gz: 'GZIP',
  cfb: 'OLE 复合文档（旧版 Office 或加密的 Office 文件）',
  exe: 'Windows 程序',
  'sqlite-wal': 'SQLite 预写日志（-wal，须与数据库一并固定）',
  'sqlite-shm': 'SQLite 共享内存索引（-shm，程序运行时的临时文件）',
  'sqlite-journal': 'SQLite 回滚日志（-journal，须与数据库一并固定）',
};

/**
 * Never throws for what stands in the file: a damaged file tells its format and nothing more.
 * @throws the system's error when the file cannot be read; Fault ABORTED
 */
export function readContent(absolute: string, options: ReadOptions = {}): Promise<FileContent> {
  return withFile(absolute, options, async (file) => contentOf(file, await recognise(file)));
}

/** @throws Fault ABORTED */
export async function contentOf(file: EvidenceFile, found: Recognised): Promise<FileContent> {
  switch (found.kind) {
    case 'empty':
      return { format: EMPTY };
    case 'pdf':
      return { format: 'PDF', ...(await pages(file)) };
    case 'sqlite':
      return isReadWhole(file) ? sqliteContent(file) : { format: 'SQLite' };
    case 'zip':
      return archiveContent(file);
    case 'text':
      return textContent(file, found.sample);
    case 'binary':
      return { format: nameOf(found.type), ...(found.type.media ? await seconds(file) : {}) };
    case 'unknown':
      return { format: UNKNOWN };
  }
}

/** As people call a format. */
export function nameOf({ ext }: Pick<BinaryType, 'ext'>): string {
  return NAMES[ext] ?? ext.toUpperCase();
}

async function pages(file: EvidenceFile): Promise<Pick<FileContent, 'pages'>> {
  if (!isReadWhole(file)) return {};
  try {
    // Loaded when a PDF comes: what renders documents is no start-up time of a collection without one.
    const { pdfPages } = await import('../documents/index.ts');
    const count = await pdfPages(await file.read(0, file.size));
    return count > 0 ? { pages: count } : {};
  } catch {
    return {};
  }
}

async function seconds(file: EvidenceFile): Promise<Pick<FileContent, 'seconds'>> {
  const length = await mediaSeconds(file);
  return length === undefined ? {} : { seconds: length };
}

async function textContent(file: EvidenceFile, sample: string): Promise<FileContent> {
  const markup = markupOf(sample);
  const { encoding, table } = await textTable(file);
  if (markup) return { format: `${MARKUP_NAMES[markup]}（${ENCODINGS[encoding]}）` };
  if (!table) return { format: `纯文本（${ENCODINGS[encoding]}）` };
  const [kind, how] = TABLES[table.delimiter].split('，');
  const named = (...notes: readonly string[]): string =>
    `${kind}（${[ENCODINGS[encoding], ...(how === undefined ? [] : [how]), ...notes].join('，')}）`;
  const count = startCount();
  try {
    await readTable(file, encoding, table, ({ fields, line }) => {
      if (!fields.every(isBlank)) count.add(fields, line);
      return undefined;
    });
  } catch (error) {
    // Somewhere the table cannot be read on: a count would be a wrong one.
    if (error instanceof TextFault || error instanceof RecordFault) return { format: named(`第 ${error.line} 行不能读取，没有数行`) };
    throw error;
  }
  const { rows, said } = count.result();
  return { format: named(...said), rows, columns: table.columns };
}
