/** Opens a zip as a dossier's container: every byte of it is accounted for, or a finding says where not. */
import { type Code, Fault } from '../../model/index.ts';
import { bagNameFault, compareEntries, sectionOf, ZIP64_FROM, type Zip64From } from '../format/index.ts';
import type { Pace } from '../pace.ts';
import { type Collector, collector } from './collector.ts';
import type { DiskFile } from './disk.ts';
import { checkNames } from './names.ts';
import { type Entry, type Opened, SCAN_BYTES, type Sink } from './opened.ts';
import { type CentralEntry, readDirectory } from './zip-directory.ts';
import { readEnd } from './zip-end.ts';
import { type Placed, placeEntries } from './zip-local.ts';

/** What other programs do when they pack the same files again: harmless, but no longer the container that was sealed. */
const REPACKED: readonly Code[] = [
  'ZIP_COMPRESSED',
  'ZIP_DESCRIPTOR',
  'ZIP_FLAGS',
  'ZIP_EXTRA',
  'ZIP_TIME',
  'ZIP_ATTRIBUTES',
  'ZIP_VERSION',
  'ZIP_FOLDER_ENTRY',
  'ZIP_NAME_CODE_PAGE',
  'ZIP_ORDER',
  'ZIP64_NEEDLESS',
];
/** Faults of single fields: the content can still be read and compared. */
const READABLE: readonly Code[] = ['ZIP_HEADERS_DIFFER', 'ZIP_END_RECORD', 'ZIP64_END'];

interface ZipEntry extends Entry {
  readonly start: number;
  readonly data: number;
}

/** The file is closed by `close` of the result. */
export function openZip(file: DiskFile, label: string, from: Zip64From = ZIP64_FROM): Opened {
  const notes = collector();
  const found = readContainer(file, notes, from);
  const codes = [...new Set(notes.list().map((f) => f.code))].filter((code) => code !== 'DOSSIER_MORE');
  const repacked = codes.length > 0 && codes.every((code) => REPACKED.includes(code));
  if (repacked) notes.note('ZIP_REPACKED', { signs: codes });
  const refused = !found || codes.some((code) => !READABLE.includes(code));
  const entries = refused ? [] : (found?.entries ?? []);
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return {
    kind: 'zip',
    label,
    bagName: found?.bagName ?? '',
    entries,
    findings: notes.list(),
    refused,
    size: file.size,
    read(path, limit) {
      const entry = byPath.get(path);
      return entry && entry.size <= limit ? file.read(entry.data, entry.size) : undefined;
    },
    place(path) {
      const entry = byPath.get(path);
      return entry && { file: label, offset: entry.data, size: entry.size };
    },
    scan: (sink, pace) => scanZip(file, entries, sink, pace),
    unchanged: () => file.unchanged(),
    close: () => file.close(),
  };
}

function readContainer(file: DiskFile, notes: Collector, from: Zip64From): { bagName: string; entries: ZipEntry[] } | undefined {
  try {
    const end = readEnd(file, notes, from);
    const directory = end && readDirectory(file, end, notes, from);
    if (!end || !directory) return undefined;
    const named = splitNames(directory, notes);
    const placed = placeEntries(file, directory, end.offset, notes, from);
    if (!named || !placed) return undefined;
    return { bagName: named.bagName, entries: placed.map((one, i) => zipEntry(one, named.paths[i] ?? '')) };
  } catch (error) {
    // A sector that cannot be read, or a file that shrinks while it is read.
    if (!(error instanceof Fault)) throw error;
    notes.add(error.finding);
    return undefined;
  }
}

function zipEntry({ entry, data }: Placed, path: string): ZipEntry {
  return { path, size: entry.size, crc: entry.crc, start: entry.offset, data };
}

/** One top-level folder, safe and unique names, in the order of the format. */
function splitNames(directory: readonly CentralEntry[], notes: Collector): { bagName: string; paths: string[] } | undefined {
  const first = directory[0];
  if (!first) {
    notes.note('ZIP_NO_ENTRIES', {});
    return undefined;
  }
  const folder = first.name.slice(0, Math.max(first.name.indexOf('/'), 0));
  const prefix = `${folder}/`;
  const broken = bagNameFault(folder);
  if (broken) notes.note('DOSSIER_NAME', { fault: broken, name: first.name }, { entry: first.name, offset: first.at });
  const paths: string[] = [];
  let before = '';
  for (const entry of directory) {
    const here = { entry: entry.name, offset: entry.at };
    if (!broken && !entry.name.startsWith(prefix)) notes.note('DOSSIER_TOP_FOLDER', { name: entry.name, folder }, here);
    // Folder entries end in a slash; their name without it obeys the rule of files.
    const path = entry.name.startsWith(prefix) ? entry.name.slice(prefix.length).replace(/\/$/, '') : entry.name;
    paths.push(path);
    if (sectionOf(path) === -1) continue;
    if (before !== '' && compareEntries(before, path) > 0) notes.note('ZIP_ORDER', { after: before }, here);
    before = path;
  }
  const named = directory.map((entry, i) => ({ path: paths[i] ?? '', name: entry.name, offset: entry.at }));
  const files = named.filter(({ name }) => !name.endsWith('/'));
  return checkNames(files, notes) && checkFolderNames(named, notes) && !broken ? { bagName: folder, paths } : undefined;
}

/** Names of folder entries are as dangerous as those of files; a made-up file below each lets the same rules judge them. */
function checkFolderNames(named: readonly { path: string; name: string; offset: number }[], notes: Collector): boolean {
  const folders = named.filter(({ name, path }) => name.endsWith('/') && path !== '');
  return checkNames(
    folders.map((folder) => ({ ...folder, path: `${folder.path}/-` })),
    notes,
  );
}

async function scanZip(file: DiskFile, entries: readonly ZipEntry[], sink: Sink, pace: Pace): Promise<void> {
  const buffer = new Uint8Array(SCAN_BYTES);
  let position = 0;
  for (const entry of entries) {
    const end = entry.data + entry.size;
    try {
      if (end - entry.start <= SCAN_BYTES) {
        const record = buffer.subarray(0, end - entry.start);
        file.fill(record, entry.start);
        sink.container(record);
        sink.whole(entry, record.subarray(entry.data - entry.start));
        await pace.step(record.length);
      } else {
        sink.container(file.read(entry.start, entry.data - entry.start));
        sink.start(entry);
        await pieces(file, buffer, entry.data, end, pace, (piece) => {
          sink.container(piece);
          sink.chunk(piece);
        });
        sink.end();
      }
    } catch (error) {
      failed(sink, error, entry.path);
    }
    position = end;
  }
  try {
    await pieces(file, buffer, position, file.size, pace, (piece) => sink.container(piece));
  } catch (error) {
    failed(sink, error, '');
  }
}

function failed(sink: Sink, error: unknown, entry: string): void {
  if (!(error instanceof Fault) || error.finding.code !== 'DOSSIER_READ_FAILED') throw error;
  sink.fail({ ...error.finding, at: { entry, offset: error.finding.args.offset } });
}

async function pieces(
  file: DiskFile,
  buffer: Uint8Array,
  start: number,
  end: number,
  pace: Pace,
  use: (piece: Uint8Array) => void,
): Promise<void> {
  for (let at = start; at < end; at += SCAN_BYTES) {
    const piece = buffer.subarray(0, Math.min(SCAN_BYTES, end - at));
    file.fill(piece, at);
    use(piece);
    await pace.step(piece.length);
  }
}
