/** The words in a file, for a search: by its content, never by its name. */
import { withFile } from '../disk-file.ts';
import type { EvidenceFile, ReadOptions } from '../file.ts';
import { latin1 } from '../latin1.ts';
import { recognise } from '../recognise.ts';
import { traditionalWatch } from './han.ts';
import { isMail, mailWords } from './mail-words.ts';
import { pdfWords } from './pdf-words.ts';
import { rtfWords } from './rtf-words.ts';
import { sqliteWords } from './sqlite-words.ts';
import { textWords } from './text-words.ts';
import type { Unread, WordReader } from './words.ts';
import { zipWords } from './zip-words.ts';

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
  const found = await recognise(file);
  const start = latin1(await file.read(0, START_BYTES));
  // A message may hold bytes of any kind, and a PDF soon after its head.
  if (isMail(start)) return mailWords(rtfWords);
  switch (found.kind) {
    case 'empty':
      return async () => [];
    case 'pdf':
      return pdfWords;
    case 'sqlite':
      return sqliteWords;
    case 'zip':
      return zipWords;
  }
  if (/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(start)) return rtfWords;
  if (found.kind === 'text') return textWords;
  const why = found.kind === 'binary' && found.type.picture ? 'picture' : 'no-reader';
  return async () => [{ why }];
}
