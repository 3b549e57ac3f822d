/** The words in a file, for a search: by its content, never by its name. */
import { withFile } from '../disk-file.ts';
import type { EvidenceFile, ReadOptions } from '../file.ts';
import { recognise } from '../recognise.ts';
import { TextFault, textBlocks, textEncoding } from '../text-blocks.ts';
import { pdfWords } from './pdf-words.ts';
import { sqliteWords } from './sqlite-words.ts';
import { OVERLAP, type Unread, type WordReader } from './words.ts';
import { zipWords } from './zip-words.ts';

/** As a WordReader says. @throws the system's error; Fault ABORTED */
export function readWords(absolute: string, onText: (text: string) => void, options: ReadOptions = {}): Promise<readonly Unread[]> {
  return withFile(absolute, options, async (file) => (await readerOf(file))(file, onText));
}

async function readerOf(file: EvidenceFile): Promise<WordReader> {
  switch ((await recognise(file)).kind) {
    case 'empty':
      return async () => [];
    case 'pdf':
      return pdfWords;
    case 'sqlite':
      return sqliteWords;
    case 'zip':
      return zipWords;
    case 'text':
      return plainWords;
    default:
      return async () => [{ why: 'no-reader' }];
  }
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
