/** The words in a file, for a search: by its content, never by its name. */
import { withFile } from '../disk-file.ts';
import type { EvidenceFile, ReadOptions } from '../file.ts';
import { isPdf } from '../pdf-head.ts';
import { readSheet } from '../sheet.ts';
import { SAMPLE_BYTES, sampleText } from '../sniff.ts';
import { isSqlite } from '../sqlite.ts';
import { TextFault, textBlocks, textEncoding } from '../text-blocks.ts';
import { openWorkbook } from '../workbook.ts';
import { ZipFault } from '../zip-fault.ts';
import { sqliteWords } from './sqlite-words.ts';
import { OVERLAP, type Unread, type WordReader } from './words.ts';

/** pdf.js holds a document several times over: beyond, the file counts as not searched. */
const MAX_PDF_BYTES = 64 * 1024 * 1024;
/** As a WordReader says. @throws the system's error; Fault ABORTED */
export function readWords(absolute: string, onText: (text: string) => void, options: ReadOptions = {}): Promise<readonly Unread[]> {
  return withFile(absolute, options, async (file) => (await readerOf(file))(file, onText));
}

async function readerOf(file: EvidenceFile): Promise<WordReader> {
  const head = await file.read(0, SAMPLE_BYTES);
  if (head.length === 0) return async () => [];
  if (isPdf(head)) return pdfWords;
  if (isSqlite(head)) return sqliteWords;
  if (head[0] === 0x50 && head[1] === 0x4b) return sheetWords;
  return sampleText(head) === undefined ? async () => [{ why: 'no-reader' }] : plainWords;
}

const plainWords: WordReader = async (file, onText) => {
  let tail = '';
  try {
    for await (const block of textBlocks(file, await textEncoding(file))) {
      onText(tail + block);
      tail = block.slice(-OVERLAP);
    }
    return [];
  } catch (error) {
    if (error instanceof TextFault) return [{ why: error.kind === 'encoding' ? 'encoding' : 'damaged' }];
    throw error;
  }
};

/** A scan without a text layer was not searched. */
const pdfWords: WordReader = async (file, onText) => {
  if (file.size > MAX_PDF_BYTES) return [{ why: 'too-large' }];
  try {
    const { documentText } = await import('../../documents/index.ts');
    const text = await documentText(await file.read(0, file.size));
    onText(text);
    return text.trim() === '' ? [{ why: 'picture' }] : [];
  } catch {
    return [{ why: 'damaged' }];
  }
};

const sheetWords: WordReader = async (file, onText) => {
  try {
    const book = await openWorkbook(file);
    for (const sheet of book.sheets) {
      onText(sheet.name);
      await readSheet(file, book, sheet, (_row, cells) => onText(cells.map(({ text }) => text).join('\t')));
    }
    return [];
  } catch (error) {
    if (error instanceof ZipFault) return [{ why: 'no-reader' }];
    throw error;
  }
};
