/** What a file tells of itself: by content, never by its name. */
import type { FileContent } from '../model/index.ts';
import type { BinaryType } from './_file-type.ts';
import { mediaSeconds } from './_media.ts';
import { sqliteTables } from './_sqlite.ts';
import { archiveContent } from './archive.ts';
import { RecordFault, readDelimited } from './delimited.ts';
import { withFile } from './disk-file.ts';
import type { EvidenceFile, ReadOptions } from './file.ts';
import { isBlank } from './headings.ts';
import { type Recognised, recognise } from './recognise.ts';
import { tableOf } from './sniff.ts';
import { type TextEncoding, TextFault, textBlocks, textEncoding } from './text-blocks.ts';

/** These readers need all bytes at once and copy them: beyond, a file tells only its format. */
const MAX_WHOLE_BYTES = 256 * 1024 * 1024;

const EMPTY = '空文件';
const UNKNOWN = '未识别的二进制文件';

const ENCODINGS: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8，带 BOM',
  gb18030: 'GB 18030',
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
      return { format: 'SQLite', ...(await tables(file)) };
    case 'zip':
      return archiveContent(file);
    case 'text':
      return textContent(file, found.sample, found.whole);
    case 'binary':
      return { format: nameOf(found.type), ...(found.type.media ? await seconds(file) : {}) };
    case 'unknown':
      return { format: UNKNOWN };
  }
}

/** Files above this size are not read as a whole: what they do not tell was not looked for. */
export function isReadWhole({ size }: EvidenceFile): boolean {
  return size <= MAX_WHOLE_BYTES;
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

async function tables(file: EvidenceFile): Promise<Pick<FileContent, 'tables'>> {
  if (!isReadWhole(file)) return {};
  const found = await sqliteTables(await file.read(0, file.size));
  return found ? { tables: found } : {};
}

async function seconds(file: EvidenceFile): Promise<Pick<FileContent, 'seconds'>> {
  const length = await mediaSeconds(file);
  return length === undefined ? {} : { seconds: length };
}

async function textContent(file: EvidenceFile, sample: string, whole: boolean): Promise<FileContent> {
  const encoding = await textEncoding(file);
  const table = await tableOf(sample, whole);
  if (!table) return { format: `纯文本（${ENCODINGS[encoding]}）` };
  const [kind, how] = TABLES[table.delimiter].split('，');
  const format = `${kind}（${ENCODINGS[encoding]}${how === undefined ? '' : `，${how}`}）`;
  let records = 0;
  try {
    await readDelimited(textBlocks(file, encoding), table.delimiter, ({ fields }) => {
      if (!fields.every(isBlank)) records++;
      return undefined;
    });
  } catch (error) {
    // Somewhere the table cannot be read on: a count would be a wrong one.
    if (error instanceof TextFault || error instanceof RecordFault) return { format };
    throw error;
  }
  return { format, rows: Math.max(0, records - 1), columns: table.columns };
}
