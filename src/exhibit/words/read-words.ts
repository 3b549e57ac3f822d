/** The words in a file, for a search: by its content, never by its name. */
import { binaryType } from '../_file-type.ts';
import { withFile } from '../disk-file.ts';
import type { EvidenceFile, ReadOptions } from '../file.ts';
import { latin1 } from '../recognise.ts';
import { readSheet } from '../sheet.ts';
import { SAMPLE_BYTES, sampleText } from '../sniff.ts';
import { openWorkbook } from '../workbook.ts';
import { ZipFault } from '../zip-fault.ts';
import { traditionalWatch } from './han.ts';
import { isMail, mailWords } from './mail-words.ts';
import { rtfWords } from './rtf-words.ts';
import { textWords } from './text-words.ts';
import type { Unread, WordReader } from './words.ts';

/** pdf.js holds a document several times over: beyond, the file counts as not searched. */
const MAX_PDF_BYTES = 64 * 1024 * 1024;
/** Of a file, to tell what text it is. */
const START_BYTES = 4096;

/** As a WordReader says. @throws the system's error; Fault ABORTED */
export function readWords(absolute: string, onText: (text: string) => void, options: ReadOptions = {}): Promise<readonly Unread[]> {
  const watch = traditionalWatch();
  return withFile(absolute, options, async (file) => {
    const read = await readerOf(file);
    const missed = await read(file, (text) => {
      watch.add(text);
      onText(text);
    });
    return watch.seen ? [...missed, { why: 'traditional' }] : missed;
  });
}

async function readerOf(file: EvidenceFile): Promise<WordReader> {
  const head = await file.read(0, SAMPLE_BYTES);
  if (head.length === 0) return async () => [];
  if (head[0] === 0x25 && head[1] === 0x50 && head[2] === 0x44 && head[3] === 0x46) return pdfWords;
  if (head[0] === 0x50 && head[1] === 0x4b) return sheetWords;
  const start = latin1(head.subarray(0, START_BYTES));
  if (start.startsWith('{\\rtf')) return rtfWords;
  if (isMail(start)) return mailWords(rtfWords);
  if (sampleText(head) !== undefined) return textWords;
  const why = (await binaryType(head))?.picture ? 'picture' : 'no-reader';
  return async () => [{ why }];
}

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
