/** The words in a file, for a search: by its content, never by its name. */
import { withFile } from '../disk-file.ts';
import type { EvidenceFile, ReadOptions } from '../file.ts';
import { SAMPLE_BYTES, sampleText } from '../sniff.ts';
import { TextFault, textBlocks, textEncoding } from '../text-blocks.ts';
import { OVERLAP, type Unread, type WordReader } from './words.ts';
import { zipWords } from './zip-words.ts';

/** pdf.js holds a document several times over: beyond, the file counts as not searched. */
const MAX_PDF_BYTES = 64 * 1024 * 1024;
/** As a WordReader says. @throws the system's error; Fault ABORTED */
export function readWords(absolute: string, onText: (text: string) => void, options: ReadOptions = {}): Promise<readonly Unread[]> {
  return withFile(absolute, options, async (file) => (await readerOf(file))(file, onText));
}

async function readerOf(file: EvidenceFile): Promise<WordReader> {
  const head = await file.read(0, SAMPLE_BYTES);
  if (head.length === 0) return async () => [];
  if (head[0] === 0x25 && head[1] === 0x50 && head[2] === 0x44 && head[3] === 0x46) return pdfWords;
  // A text may begin with these two letters.
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] ?? 0) < 0x20) return zipWords;
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
