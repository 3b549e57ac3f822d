// PDFs are read in a thread with limits, which stays for the next file.
import { expect, test } from 'vitest';
import { readWords } from '../../src/exhibit/index.ts';
import { pdfWords } from '../../src/exhibit/words/pdf-words.ts';
import { limitedThread } from '../../src/program/index.ts';
import { put } from './maker.ts';
import { image, pagePdf, show } from './pdf-maker.ts';

const ONE = pagePdf(show('诸葛试举'));
const SCAN = pagePdf('q 595 0 0 842 0 0 cm /X Do Q', { resources: '/XObject<</X 8 0 R>>', objects: [image(600, 800)] });

async function wordsOf(bytes: Uint8Array | string): Promise<{ found: boolean; unread: readonly object[] }> {
  let text = '';
  const unread = await readWords(put(bytes), (piece) => {
    text += piece;
  });
  return { found: text.includes('诸葛试举'), unread };
}

test.each<[what: string, bytes: Uint8Array | string, found: boolean, unread: readonly object[]]>([
  ['a page of text', ONE, true, []],
  ['a scan', SCAN, false, [{ why: 'picture', where: '1' }]],
  ['behind a line end', Buffer.concat([Buffer.from('\r\n'), ONE]), true, []],
  ['behind a thousand bytes', Buffer.concat([Buffer.alloc(1000, '\0'), ONE]), true, []],
  ['a text that speaks of one', '%PDF-1.7 诸葛试举 obj', true, [{ why: 'damaged' }]],
  ['a text in which one is named', '诸葛试举写道：%PDF-1.7 是文件头', true, []],
])('%s', async (_, bytes, found, unread) => {
  expect(await wordsOf(bytes)).toEqual({ found, unread });
});

test('many at once are read one after the other', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, (_, i) => wordsOf(i % 2 === 0 ? ONE : SCAN)));
  expect(all.map(({ found, unread }) => [found, unread.length])).toEqual(
    Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? [true, 0] : [false, 1])),
  );
});

test('one too large is not opened', async () => {
  const file = { size: 257 * 1024 * 1024, read: () => Promise.reject(new Error('read')) };
  expect(await pdfWords(file as never, () => undefined)).toEqual([{ why: 'too-large' }]);
});

test('a thread that is silent for too long is ended, and the next question begins another', async () => {
  const hasty = limitedThread<Uint8Array, object>('pdf', { silent: 1, megabytes: 256 });
  const answer = (report: object): object | undefined => ('unread' in report ? report : undefined);
  expect(await hasty.ask(ONE, answer, { signal: undefined })).toBeUndefined();
  const patient = limitedThread<Uint8Array, object>('pdf', { silent: 60_000, megabytes: 256 });
  expect(await patient.ask(ONE, answer, { signal: undefined })).toEqual({ unread: [] });
  const late = limitedThread<Uint8Array, object>('pdf', { silent: 60_000, most: 1, megabytes: 256 });
  expect(await late.ask(ONE, answer, { signal: undefined })).toBeUndefined();
  await expect(patient.ask(ONE, answer, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    message: 'ABORTED',
  });
  for (const thread of [hasty, patient, late]) thread.end();
});

test('a thread that hungers is ended', async () => {
  const thread = limitedThread<Uint8Array, object>('pdf', { silent: 60_000, megabytes: 24 });
  const many = pagePdf('', { objects: Array.from({ length: 60_000 }, () => '<</A(b)/C[1 2 3]>>') });
  expect(await thread.ask(many, (report) => ('unread' in report ? report : undefined), { signal: undefined })).toBeUndefined();
  thread.end();
});

test('a reading that is given up says so', async () => {
  const stop = new AbortController();
  const file = put(ONE);
  const reading = readWords(file, () => stop.abort(), { signal: stop.signal });
  await expect(reading).rejects.toMatchObject({ message: 'ABORTED' });
});
