/** A dossier that was unpacked: the same rules on files one by one. Who lists them (a folder on disk, what a browser was given) is outside. */
import type { Finding } from '../../model/index.ts';
import { BAGIT, inEntryOrder } from '../format/index.ts';
import { type Collector, collector } from './collector.ts';
import { noteGarbled } from './garbled.ts';
import { listedNames } from './listed-names.ts';
import { checkNames, type NameRule } from './names.ts';
import { BAGIT_ON_DISC, isBagRoot } from './no-bag.ts';
import type { Entry, OpenedFolder, OpenFile, Stretch } from './opened.ts';
import { type ByteSource, piecesOf, readerOf } from './source.ts';

/** Opens one file. @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE */
export type OpenLoose = (path: string) => ByteSource & { close(): void };

export interface LooseFiles {
  readonly label: string;
  readonly bagName: string;
  /** Paths from the bag's root, with `/`. */
  readonly files: readonly Entry[];
  /** Empty ones. */
  readonly folders?: readonly string[];
  /** By default as a dossier's. */
  readonly rule?: NameRule;
  /** What was met on the way to the files. */
  readonly findings: readonly Finding[];
  /** The files were not listed to their end, or are not to be read. */
  readonly refused: boolean;
  /** What stands there, for a folder that was not listed further because it is no bag. */
  readonly instead?: readonly string[];
  readonly open: OpenLoose;
  /** Where a file stands on disk, if it does. */
  readonly place?: (path: string) => string;
}

export function openLoose({ files: given, rule = 'dossier', folders = [], ...rest }: LooseFiles): OpenedFolder {
  const { label, bagName, findings, refused: stopped, open, place, instead = insteadOf(given) } = rest;
  const notes = collector();
  for (const one of findings) notes.add(one);
  const named = rule === 'dossier' ? composed(given, notes) : given;
  const onDisk = new Map(named.flatMap((file, i) => (file === given[i] ? [] : [[file.path, given[i]?.path ?? file.path] as const])));
  const files = inEntryOrder(named);
  const folded = noteFolded(files, notes) || (rule === 'dossier' && isGarbled());
  const pathOf = (file: number): string => files[file]?.path ?? '';
  const numbers = checkNames({ length: files.length, path: pathOf, name: pathOf }, notes, rule);
  const refused = stopped || folded || !numbers;
  const entries = refused ? [] : files;
  const numberOf = (path: string): number | undefined => (refused ? undefined : numbers.get(path));
  const entryOf = (path: string): Entry | undefined => entries[numberOf(path) ?? -1];
  let unchanged = true;

  function openFile(entry: Entry): OpenFile {
    const source = open(onDisk.get(entry.path) ?? entry.path);
    const reader = readerOf(source, entry.path);
    return {
      ...reader,
      close() {
        unchanged = unchanged && reader.size === entry.size && reader.unchanged();
        source.close();
      },
    };
  }
  /** The program that unpacked it read names wrongly. */
  function isGarbled(): boolean {
    const listed = listedNames((list) => (files.some(({ path }) => path === list) ? contentOf(list) : undefined));
    return noteGarbled(
      files.map(({ path }) => path),
      listed,
      notes,
    );
  }
  function* contentOf(path: string): Iterable<Uint8Array> {
    const source = open(path);
    try {
      yield* piecesOf(readerOf(source, path), 0, source.size);
    } finally {
      source.close();
    }
  }
  return {
    kind: 'folder',
    label,
    bagName,
    form: refused ? 'refused' : 'folder',
    entries,
    folders,
    findings: notes.list(),
    refused,
    ...(instead ? { instead } : {}),
    numberOf,
    *pieces(path) {
      const entry = entryOf(path);
      if (!entry) return;
      const file = openFile(entry);
      try {
        // A file that grew meanwhile is told by `close`; what is read of it stays within what was listed.
        yield* piecesOf(file, 0, Math.min(file.size, entry.size));
      } finally {
        file.close();
      }
    },
    read(path, limit) {
      const entry = entryOf(path);
      if (!entry || entry.size > limit) return undefined;
      const file = openFile(entry);
      try {
        return file.read(0, Math.min(file.size, limit));
      } finally {
        file.close();
      }
    },
    place(path): Stretch | undefined {
      const entry = entryOf(path);
      return entry && place && { file: place(onDisk.get(path) ?? path), offset: 0, size: entry.size };
    },
    open: openFile,
    unchanged: () => unchanged,
    close: () => undefined,
  };
}

/** Whoever lists a folder from outside lists it whole. */
function insteadOf(files: readonly Entry[]): readonly string[] | undefined {
  const paths = files.map(({ path }) => path);
  return isBagRoot(paths) ? undefined : paths;
}

/** HFS+ of macOS keeps names decomposed: the same names to every reader, and said once. */
function composed(files: readonly Entry[], notes: Collector): readonly Entry[] {
  const changed = files.filter(({ path }) => path !== path.normalize('NFC'));
  if (changed.length === 0) return files;
  notes.note('DOSSIER_NAMES_DECOMPOSED', { count: changed.length }, { entry: changed[0]?.path ?? '' }, 'warning');
  return files.map((file) => (file.path === file.path.normalize('NFC') ? file : { ...file, path: file.path.normalize('NFC') }));
}

/** A disc without Joliet or UDF has names of eight capitals: nothing can be found by name, and that is all there is to say. */
function noteFolded(files: readonly Entry[], notes: Collector): boolean {
  if (files.some(({ path }) => path === BAGIT)) return false;
  const found = files.find(({ path }) => BAGIT_ON_DISC.test(path));
  if (found) notes.note('DOSSIER_NAMES_FOLDED', { found: found.path, expected: BAGIT }, { entry: found.path });
  return found !== undefined;
}
