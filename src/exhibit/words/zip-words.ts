/**
 * The words of a ZIP. In a package of Office, OpenDocument or OFD every part is read that is XML; pictures, other files inside it and what is of no known
 * kind are named. Of any other archive each file is named. Names and comments are searched, and bytes that belong to no entry are told.
 */
import {
  CONTENT_TYPES,
  formatted,
  openWorkbook,
  partBytes,
  partChunks,
  partExtent,
  partsByName,
  readSheet,
  type SheetCell,
  scanPart,
  type ZipDirectory,
  ZipFault,
  type ZipPart,
  zipDirectory,
} from '../../workbook/index.ts';
import type { EvidenceFile } from '../file.ts';
import { partKind } from './part-kinds.ts';
import { shownTexts } from './shown-texts.ts';
import { BETWEEN, type TextSink, textSink } from './text-sink.ts';
import type { Unread, UnreadReason, WordReader } from './words.ts';
import { plainNumber, xmlWords } from './xml-words.ts';

/** A table inside a text box inside a table of a document. */
const MAX_DEPTH = 1000;
const MAX_SETTINGS_BYTES = 1024 * 1024;
/** The kind of an OpenDocument file, as a line. */
const MAX_TYPE_BYTES = 1024;
/** Of a data descriptor (APPNOTE 4.3.9), with and without its mark, of Zip64 and not. */
const DESCRIPTORS = [0, 12, 16, 20, 24];

export const zipWords: WordReader = async (file, onText) => {
  const missed = new Set<UnreadReason>();
  const sink = textSink((text) => {
    for (const why of shownTexts(text, onText)) missed.add(why);
  });
  const unread: Unread[] = [];
  try {
    const directory = await zipDirectory(file);
    for (const text of directory.texts) sink.add(text);
    if (!(await isTiled(file, directory))) unread.push({ why: 'no-reader' });
    const files = directory.entries.filter(({ name, size }) => !name.endsWith('/') || size > 0);
    if (isPackage(directory)) await packageWords(file, directory, files, sink, unread);
    else for (const { written, locked } of files) unread.push({ why: locked ? 'locked' : 'embedded', where: written });
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    unread.push({ why: error.kind });
  } finally {
    sink.end();
  }
  for (const why of missed) unread.push({ why });
  return unread;
};

function isPackage({ entries }: ZipDirectory): boolean {
  const names = new Set(entries.map(({ name }) => name));
  return names.has(CONTENT_TYPES) || (names.has('mimetype') && names.has('content.xml')) || names.has('ofd.xml');
}

/** Does every byte belong to an entry or to the directory? */
async function isTiled(file: EvidenceFile, { entries, start, end, tail }: ZipDirectory): Promise<boolean> {
  let at = 0;
  let slack: readonly number[] = [0];
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    if (!slack.includes(entry.at - at)) return false;
    at = (await partExtent(file, entry)).to;
    slack = DESCRIPTORS;
  }
  return slack.includes(start - at) && end === tail;
}

async function packageWords(
  file: EvidenceFile,
  directory: ZipDirectory,
  files: readonly ZipPart[],
  sink: TextSink,
  unread: Unread[],
): Promise<void> {
  const told = new Set<string>();
  const sheets = await sheetWords(file, directory, sink, told);
  for (const part of files) {
    try {
      for (const why of sheets.get(part.name) ?? (await partWords(file, part, sink, told))) unread.push({ why, where: part.written });
    } catch (error) {
      if (!(error instanceof ZipFault)) throw error;
      unread.push({ why: error.kind, where: part.written });
    }
  }
}

/**
 * The sheets of a workbook: rows, a row a text, for who is named beside what is told by both; and what else their parts say. Returns what of each part
 * that was read to its end was not, by its name.
 */
async function sheetWords(
  file: EvidenceFile,
  directory: ZipDirectory,
  sink: TextSink,
  told: Set<string>,
): Promise<ReadonlyMap<string, readonly UnreadReason[]>> {
  const read = new Map<string, readonly UnreadReason[]>();
  try {
    const book = await openWorkbook(file, partsByName(directory));
    for (const sheet of book.sheets) {
      const words = xmlWords(sink, told, { cells: true });
      await readSheet(
        file,
        book,
        sheet,
        (_row, cells) => {
          sink.add(cells.map(cellText).join(BETWEEN));
          for (const cell of cells) {
            const code = book.wordsOf(cell.style);
            const shown = code === undefined ? undefined : formatted(code, cellText(cell), cell.kind === 'binary');
            if (shown !== undefined) sink.add(shown);
          }
        },
        words,
      );
      words.end();
      read.set(sheet.part.name, words.encodedFile() ? ['embedded'] : []);
    }
  } catch (error) {
    // No workbook, or none that is sound: its parts are read for what they are.
    if (!(error instanceof ZipFault)) throw error;
  }
  return read;
}

function cellText({ text }: SheetCell): string {
  return plainNumber(text) ?? text;
}

/** What of a part was not read. @throws ZipFault; Fault ABORTED */
async function partWords(file: EvidenceFile, part: ZipPart, sink: TextSink, told: Set<string>): Promise<readonly UnreadReason[]> {
  if (part.size === 0 && part.compressed <= 2) return [];
  if (part.locked) return ['locked'];
  const kind = partKind(part.name, await headOf(file, part));
  switch (kind) {
    case 'font':
      return [];
    case 'settings':
      settingsWords(await partBytes(file, part, MAX_SETTINGS_BYTES), sink);
      return [];
    case 'picture':
    case 'embedded':
      return [kind];
    case 'unknown':
      if (part.name !== 'mimetype') return ['no-reader'];
      sink.add(new TextDecoder().decode(await partBytes(file, part, MAX_TYPE_BYTES)));
      return [];
    case 'drawing':
    case 'markup': {
      const words = xmlWords(sink, told);
      await scanPart(file, part, words, { depth: MAX_DEPTH });
      words.end();
      return [...(kind === 'drawing' ? ['picture' as const] : []), ...(words.encodedFile() ? ['embedded' as const] : [])];
    }
  }
}

async function headOf(file: EvidenceFile, part: ZipPart): Promise<Uint8Array> {
  for await (const chunk of partChunks(file, part)) return chunk.slice(0, 64);
  return new Uint8Array();
}

/** No text, but names stand in it as the machine writes them. */
function settingsWords(bytes: Uint8Array, sink: TextSink): void {
  for (const label of ['utf-16le', 'gb18030']) sink.add(new TextDecoder(label).decode(bytes).replace(/[\p{Cc}\ufffd]+/gu, BETWEEN));
}
