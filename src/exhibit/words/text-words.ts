/** Words of a file that is text: tables, pages, data, programs, cards, calendars. What stands escaped in it is undone wherever it stands. */
import type { EvidenceFile } from '../file.ts';
import { textEncoding } from '../text-blocks.ts';
import { charsetName } from './charset.ts';
import { shownTexts } from './shown-texts.ts';
import type { Unread, WordReader } from './words.ts';

/** Looked at together, in UTF-16 units: memory is some thirty times as much. */
const WINDOW = 512 * 1024;
/** A name whose every character is spelled in eight, with tags between, and the words around it that tell what it is. */
const SPELLED_OVERLAP = 8 * 1024;
const HEAD_BYTES = 4096;
const DECLARED = /(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})|@charset\s+["']([A-Za-z0-9_.:-]{2,40})/i;
/** What programs declare that know nothing: every byte is a character in it. */
const ANY_BYTE = 'windows-1252';

export const textWords: WordReader = (file, onText) => textWordsIn(file, onText);

/** `declared`: the charset that a message gives for it. */
export async function textWordsIn(file: EvidenceFile, onText: (text: string) => void, declared?: string): Promise<readonly Unread[]> {
  const label = declared ?? (await declaredIn(file));
  const found = await textEncoding(file);
  const name = label === undefined ? undefined : charsetName(label);
  if (label !== undefined && name === undefined) return [...(await decodedWords(file, onText, found)), { why: 'encoding' }];
  const trusted = name !== undefined && name !== labelOf(found) && name !== ANY_BYTE;
  // Valid UTF-8 is nothing else by chance, but for charsets that write everything in ASCII.
  if (trusted && (found !== 'utf-8' || ((await isAscii(file)) && /^(?:iso-2022|utf-16)/.test(name)))) {
    const missed = await decodedWords(file, onText, name);
    if (missed.every(({ why }) => why !== 'encoding')) return missed;
  }
  return decodedWords(file, onText, found);
}

async function declaredIn(file: EvidenceFile): Promise<string | undefined> {
  const head = new TextDecoder('latin1').decode(await file.read(0, HEAD_BYTES));
  if (!/^\s*(?:\xef\xbb\xbf)?[<@]/.test(head)) return undefined;
  const match = DECLARED.exec(head);
  return match?.[1] ?? match?.[2];
}

async function isAscii(file: EvidenceFile): Promise<boolean> {
  for await (const chunk of file.chunks()) if (chunk.some((byte) => byte > 0x7f)) return false;
  return true;
}

const labelOf = (encoding: string): string => (encoding === 'utf-8-bom' ? 'utf-8' : encoding);

/** Reads to the end whatever stands in it; bytes that are no character are told. */
async function decodedWords(file: EvidenceFile, onText: (text: string) => void, encoding: string): Promise<readonly Unread[]> {
  const missed = new Set<Unread['why']>();
  let decoder = new TextDecoder(labelOf(encoding), { fatal: true });
  const decode = (chunk: Uint8Array, stream: boolean): string => {
    try {
      return decoder.decode(chunk, { stream });
    } catch {
      missed.add('encoding');
      decoder = new TextDecoder(labelOf(encoding));
      return decoder.decode(chunk, { stream });
    }
  };
  let pending = '';
  let fresh = 0;
  const look = (): void => {
    if (pending.includes('\0')) missed.add('encoding');
    for (const why of shownTexts(pending, onText)) missed.add(why);
    pending = pending.slice(-SPELLED_OVERLAP);
    fresh = 0;
  };
  const add = (text: string): void => {
    for (let at = 0; at < text.length; at += WINDOW) {
      const piece = text.slice(at, at + WINDOW);
      pending += piece;
      fresh += piece.length;
      if (fresh >= WINDOW) look();
    }
  };
  for await (const chunk of file.chunks()) add(decode(chunk, true));
  add(decode(new Uint8Array(), false));
  if (fresh > 0) look();
  return [...missed].map((why) => ({ why }));
}
