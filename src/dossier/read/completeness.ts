/** Completeness both ways: every file that is listed is there, every file that is there is listed. A dossier is a closed world. */
import { isSystemLeftover } from '../../model/index.ts';
import { ALGORITHMS, BAG_INFO, BAGIT, INDEX, LISTED_TAG_FILES, MANIFEST, NOTE, PAYLOAD, sectionOf, TAG_MANIFEST } from '../format/index.ts';
import type { Bag } from './bag.ts';
import type { Collector } from './collector.ts';
import type { Opened } from './opened.ts';

/** What a dossier of format 1.0 cannot be without. */
const REQUIRED: readonly string[] = [BAGIT, BAG_INFO, NOTE, INDEX, MANIFEST.sha256, MANIFEST.sm3, TAG_MANIFEST.sha256, TAG_MANIFEST.sm3];

export interface Completeness {
  /** Listed in a manifest, but not there: path → SHA-256 where the manifest of SHA-256 lists it. */
  readonly missing: ReadonlyMap<string, string | undefined>;
  /** There, but not listed: path → the manifests that should list it; empty for a file that has no place at all. */
  readonly unlisted: ReadonlyMap<string, readonly string[]>;
}

export function compareLists(opened: Opened, present: Present, bag: Bag): Completeness {
  const missing = new Map<string, string | undefined>(
    REQUIRED.filter((path) => opened.numberOf(path) === undefined).map((path) => [path, undefined]),
  );
  const unlisted = new Map<string, string[]>();
  const scopes = [
    [bag.payload, (path: string) => path.startsWith(PAYLOAD)],
    [bag.tags, (path: string) => LISTED_TAG_FILES.includes(path)],
  ] as const;
  for (const [manifests, covers] of scopes) {
    for (const algorithm of ALGORITHMS) {
      const manifest = manifests[algorithm];
      if (!manifest) continue;
      const miss = (path: string, digest: string | undefined): void => {
        missing.set(path, missing.get(path) ?? (algorithm === 'sha256' ? digest : undefined));
      };
      for (const [path, digest] of manifest.absent) miss(path, digest);
      for (const [number, path] of present) {
        if (covers(path) && !manifest.lists(number)) unlisted.set(path, [...(unlisted.get(path) ?? []), manifest.name]);
        // A path that this manifest has no business with is as good as a missing file: nothing there can satisfy it.
        if (!covers(path) && manifest.lists(number)) miss(path, manifest.listed(number));
      }
    }
  }
  // A newer version may have places below data/ that are not known here; the manifests vouch for what is in them.
  const placed = (path: string): boolean => sectionOf(path) !== -1 || (bag.format === 'newer' && path.startsWith(PAYLOAD));
  for (const [, path] of present) if (!placed(path)) unlisted.set(path, []);
  return { missing, unlisted };
}

/** The entries that count, by number: without what a system left among them. */
export interface Present extends Iterable<readonly [number: number, path: string]> {
  has(number: number): boolean;
}

/** What a system left is said out loud, and looked at no further. */
export function withoutStrays(opened: Opened, bag: Bag, notes: Collector): Present {
  const { entries } = opened;
  const lists = [...Object.values(bag.payload), ...Object.values(bag.tags)];
  const strays = new Set<number>();
  // Systems put such files into folders and into what is packed again; into a container as built only a hand does.
  if (opened.form === 'folder' || opened.form === 'repacked')
    entries.forEach(({ path }, number) => {
      if (!isSystemLeftover(path) || lists.some((list) => list.lists(number))) return;
      strays.add(number);
      notes.note('DOSSIER_FILE_STRAY', { path }, { entry: path }, 'warning');
    });
  return {
    has: (number) => !strays.has(number),
    *[Symbol.iterator]() {
      for (let number = 0; number < entries.length; number++) if (!strays.has(number)) yield [number, entries[number]?.path ?? ''] as const;
    },
  };
}

/** Says what is missing and what is too much; a missing and an unlisted file of the same content are one renamed file. */
export function noteCompleteness(
  { missing, unlisted }: Completeness,
  digestOf: (path: string) => string | undefined,
  notes: Collector,
): void {
  const goneBy = only([...missing].map(([path, sha256]) => ({ path, sha256 })));
  const strange = [...unlisted].map(([path, manifests]) => ({ path, manifests, sha256: digestOf(path) }));
  const nowAt = only(strange);
  for (const [path, sha256] of missing) {
    const renamedTo = sha256 && goneBy.get(sha256) ? nowAt.get(sha256) : undefined;
    notes.note('DOSSIER_FILE_MISSING', { path, ...(sha256 ? { sha256 } : {}), ...(renamedTo ? { renamedTo } : {}) }, { entry: path });
  }
  for (const { path, manifests, sha256 } of strange) {
    const renamedFrom = sha256 && nowAt.get(sha256) ? goneBy.get(sha256) : undefined;
    if (isSystemLeftover(path)) notes.note('DOSSIER_FILE_STRAY', { path }, { entry: path });
    else {
      const args = { path, manifests, ...(sha256 ? { sha256 } : {}), ...(renamedFrom ? { renamedFrom } : {}) };
      notes.note('DOSSIER_FILE_UNLISTED', args, { entry: path });
    }
  }
}

/** By content; undefined where several have it, because nobody can say which of them became which. */
function only(files: readonly { readonly path: string; readonly sha256: string | undefined }[]): ReadonlyMap<string, string | undefined> {
  const by = new Map<string, string | undefined>();
  for (const { path, sha256 } of files) if (sha256) by.set(sha256, by.has(sha256) ? undefined : path);
  return by;
}
