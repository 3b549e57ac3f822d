/** Fixity: one pass over everything, the digests of every file, each compared with what its manifest says. */
import { ALGORITHMS, type Algorithm, type FileTable, fileTable, LISTED_PER_CODE } from '../format/index.ts';
import type { Bag } from './bag.ts';
import type { Collector } from './collector.ts';
import type { Present } from './completeness.ts';
import type { Manifest } from './manifest.ts';
import { type Entry, numbersInOrder, type Opened } from './opened.ts';
import type { Pace } from './pace.ts';
import type { Platform } from './platform.ts';
import { sequentialPass } from './scan.ts';

export interface Scanned {
  /** Every file that could be read to its end, by the number of its entry. */
  readonly table: FileTable;
  /** Of a zip that could be read to its end. */
  readonly zipSha256?: string;
}

export interface PassTools {
  readonly platform: Platform;
  readonly pace: Pace;
  readonly notes: Collector;
  readonly algorithms?: readonly Algorithm[] | undefined;
}

/** Of the entries that are `present`. */
export async function digestAll(
  opened: Opened,
  present: Present,
  { platform, pace, notes, algorithms = ALGORITHMS }: PassTools,
): Promise<Scanned> {
  const table = fileTable({ length: opened.entries.length, at: (number) => opened.entries[number]?.path ?? '' }, algorithms);
  const numberOf = numbersInOrder(opened);
  const pass = platform.pass ?? sequentialPass(platform.hashing);
  const { container } = await pass(
    opened,
    { algorithms, container: opened.kind === 'zip' },
    {
      found(entry, { crc32, ...digests }, size) {
        const number = numberOf(entry.path);
        if (number === undefined || !present.has(number)) return;
        compareCrc(entry, crc32, notes);
        if (algorithms.every((algorithm) => digests[algorithm] !== undefined)) table.put(number, size, digests);
      },
      failed: (reason) => notes.add(reason),
    },
    pace,
  );
  if (!opened.unchanged()) notes.note('DOSSIER_CHANGED_WHILE_READ', {});
  return { table, ...(container === undefined ? {} : { zipSha256: container }) };
}

/** Content against the CRC-32 that its container records. */
export function compareCrc({ path, crc }: Entry, found: string | undefined, notes: Collector): void {
  if (crc === undefined || found === undefined) return;
  const expected = crc.toString(16).padStart(8, '0');
  if (expected !== found) notes.note('ZIP_CRC', { expected, found }, { entry: path });
}

/** Every digest of every manifest against the file. Files that are missing or unreadable have their own findings. */
export function compareDigests(bag: Bag, opened: Opened, { digests }: FileTable, notes: Collector): void {
  for (const algorithm of ALGORITHMS) {
    for (const manifest of [bag.payload[algorithm], bag.tags[algorithm]]) {
      if (!manifest) continue;
      const foundAt = (number: number): string | undefined => (manifest.lists(number) ? digests[algorithm].get(number) : undefined);
      const changed: number[] = [];
      opened.entries.forEach((_, number) => {
        const found = foundAt(number);
        if (found !== undefined && !manifest.agrees(number, found)) changed.push(number);
      });
      // What is empty now was cut off, and is nobody's content.
      const listed = changed.slice(0, LISTED_PER_CODE).flatMap((number) => (opened.entries[number]?.size ? (foundAt(number) ?? []) : []));
      const owners = ownersOf(manifest, opened, new Set(listed));
      for (const number of changed) {
        const { path = '' } = opened.entries[number] ?? {};
        const found = foundAt(number) ?? '';
        const contentOf = owners.get(found);
        const args = { path, manifest: manifest.name, algorithm, expected: manifest.listed(number) ?? '', found };
        notes.note('DOSSIER_FILE_CHANGED', { ...args, ...(contentOf === undefined ? {} : { contentOf }) }, { entry: path });
      }
    }
  }
}

/** Which file of a manifest has each of these digests; of several, as of empty ones, nobody can say which. Nothing is read again for it. */
function ownersOf(manifest: Manifest, opened: Opened, digests: ReadonlySet<string>): ReadonlyMap<string, string | undefined> {
  const owners = new Map<string, string | undefined>();
  const own = (path: string, digest: string | undefined): void => {
    if (digest !== undefined && digests.has(digest)) owners.set(digest, owners.has(digest) ? undefined : path);
  };
  if (digests.size === 0) return owners;
  opened.entries.forEach(({ path }, number) => {
    own(path, manifest.listed(number));
  });
  for (const [path, digest] of manifest.absent) own(path, digest);
  return owners;
}
