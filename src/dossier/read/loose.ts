/** A dossier that was unpacked: the same rules on files one by one. Who lists them (a folder on disk, what a browser was given) is outside. */
import type { Finding } from '../../model/index.ts';
import { compareEntries } from '../format/index.ts';
import { collector } from './collector.ts';
import { checkNames } from './names.ts';
import type { Entry, OpenedFolder, OpenFile, Stretch } from './opened.ts';
import { type ByteSource, readerOf } from './source.ts';

/** Opens one file. @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE */
export type OpenLoose = (path: string) => ByteSource & { close(): void };

export interface LooseFiles {
  readonly label: string;
  readonly bagName: string;
  /** Paths from the bag's root, with `/`. */
  readonly files: readonly Entry[];
  /** What was met on the way to the files. */
  readonly findings: readonly Finding[];
  /** The files were not listed to their end, or are not to be read. */
  readonly refused: boolean;
  readonly open: OpenLoose;
  /** Where a file stands on disk, if it does. */
  readonly place?: (path: string) => string;
}

export function openLoose({ label, bagName, files, findings, refused, open, place }: LooseFiles): OpenedFolder {
  const notes = collector();
  for (const one of findings) notes.add(one);
  const safe = checkNames(
    files.map(({ path }) => ({ path, name: path })),
    notes,
  );
  const entries = safe && !refused ? [...files].sort((a, b) => compareEntries(a.path, b.path)) : [];
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  let unchanged = true;

  function openFile(entry: Entry): OpenFile {
    const source = open(entry.path);
    const reader = readerOf(source, entry.path);
    return {
      ...reader,
      close() {
        unchanged = unchanged && reader.size === entry.size && reader.unchanged();
        source.close();
      },
    };
  }
  return {
    kind: 'folder',
    label,
    bagName,
    form: refused || !safe ? 'refused' : 'folder',
    entries,
    findings: notes.list(),
    refused: refused || !safe,
    read(path, limit) {
      const entry = byPath.get(path);
      if (!entry || entry.size > limit) return undefined;
      const file = openFile(entry);
      try {
        return file.read(0, Math.min(file.size, limit));
      } finally {
        file.close();
      }
    },
    place(path): Stretch | undefined {
      const entry = byPath.get(path);
      return entry && place && { file: place(path), offset: 0, size: entry.size };
    },
    open: openFile,
    unchanged: () => unchanged,
    close: () => undefined,
  };
}
