/** The words in a file, for a search: text files, the text layer of a PDF, the cells of a workbook. Pictures have none. */
import { withFile } from './disk-file.ts';
import type { EvidenceFile, ReadOptions } from './file.ts';
import { readSheet } from './sheet.ts';
import { SAMPLE_BYTES, sampleText } from './sniff.ts';
import { TextFault, textBlocks, textEncoding } from './text-blocks.ts';
import { openWorkbook } from './workbook.ts';
import { ZipFault } from './zip-fault.ts';

/** pdf.js holds a document several times over: beyond, the file counts as not searched. */
const MAX_PDF_BYTES = 64 * 1024 * 1024;
/** A word that two blocks share is found in the overlap: longer than any name, number or distance that is searched for. */
const OVERLAP = 200;

/**
 * Calls `onText` with every piece of text, overlapping a little. True when all words of the file were seen; false for a format
 * without words (a picture, sound) and where reading ended early. @throws the system's error; Fault ABORTED
 */
export function readTexts(absolute: string, onText: (text: string) => void, options: ReadOptions = {}): Promise<boolean> {
  return withFile(absolute, options, async (file) => {
    const head = await file.read(0, SAMPLE_BYTES);
    if (head.length === 0) return true;
    if (head[0] === 0x25 && head[1] === 0x50 && head[2] === 0x44 && head[3] === 0x46) return pdfTexts(file, onText);
    if (head[0] === 0x50 && head[1] === 0x4b) return sheetTexts(file, onText);
    return sampleText(head) === undefined ? false : plainTexts(file, onText);
  });
}

async function plainTexts(file: EvidenceFile, onText: (text: string) => void): Promise<boolean> {
  let tail = '';
  try {
    for await (const block of textBlocks(file, await textEncoding(file))) {
      onText(tail + block);
      tail = block.slice(-OVERLAP);
    }
    return true;
  } catch (error) {
    if (error instanceof TextFault) return false;
    throw error;
  }
}

/** A scan without a text layer was not searched. */
async function pdfTexts(file: EvidenceFile, onText: (text: string) => void): Promise<boolean> {
  if (file.size > MAX_PDF_BYTES) return false;
  try {
    const { documentText } = await import('../documents/index.ts');
    const text = await documentText(await file.read(0, file.size));
    onText(text);
    return text.trim() !== '';
  } catch {
    return false;
  }
}

async function sheetTexts(file: EvidenceFile, onText: (text: string) => void): Promise<boolean> {
  try {
    const book = await openWorkbook(file);
    for (const sheet of book.sheets) {
      onText(sheet.name);
      await readSheet(file, book, sheet, (_row, cells) => onText(cells.map(({ text }) => text).join('\t')));
    }
    return true;
  } catch (error) {
    if (error instanceof ZipFault) return false;
    throw error;
  }
}
