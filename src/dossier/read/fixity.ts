/** Fixity: one pass over everything, both digests of every file, each compared with what its manifest says. */
import { ALGORITHMS, type FileDigest, MANIFEST, TAG_MANIFEST } from '../format/index.ts';
import type { Bag } from './bag.ts';
import type { Collector } from './collector.ts';
import type { Entry, Opened } from './opened.ts';
import type { Pace } from './pace.ts';
import type { Platform } from './platform.ts';
import { sequentialPass } from './scan.ts';

export interface Scanned {
  /** Every file that could be read to its end, by path. */
  readonly files: ReadonlyMap<string, FileDigest>;
  /** Of a zip that could be read to its end. */
  readonly zipSha256?: string;
}

export interface PassTools {
  readonly platform: Platform;
  readonly pace: Pace;
  readonly notes: Collector;
  readonly bag: Bag;
}

/** `entries`: those whose digests are asked for. */
export async function digestAll(opened: Opened, entries: readonly Entry[], { platform, pace, notes, bag }: PassTools): Promise<Scanned> {
  const files = new Map<string, FileDigest>();
  const asked = entries.length === opened.entries.length ? undefined : new Set(entries);
  const pass = platform.pass ?? sequentialPass(platform.hashing);
  const { container } = await pass(
    opened,
    { algorithms: ALGORITHMS, container: opened.kind === 'zip' },
    {
      found(entry, { crc32, sha256, sm3 }, size) {
        if (asked && !asked.has(entry)) return;
        compareCrc(entry, crc32, notes);
        if (sha256 === undefined || sm3 === undefined) return;
        const own = { sha256: sameText(sha256, bag.payload.sha256?.get(entry.path)), sm3: sameText(sm3, bag.payload.sm3?.get(entry.path)) };
        files.set(entry.path, { path: entry.path, size, ...own });
      },
      failed: (reason) => notes.add(reason),
    },
    pace,
  );
  if (!opened.unchanged()) notes.note('DOSSIER_CHANGED_WHILE_READ', {});
  return { files, ...(container === undefined ? {} : { zipSha256: container }) };
}

/** Of two equal texts the one that is in memory anyway. */
function sameText(found: string, listed: string | undefined): string {
  return found === listed ? listed : found;
}

/** Content against the CRC-32 that its container records. */
export function compareCrc({ path, crc }: Entry, found: string | undefined, notes: Collector): void {
  if (crc === undefined || found === undefined) return;
  const expected = crc.toString(16).padStart(8, '0');
  if (expected !== found) notes.note('ZIP_CRC', { expected, found }, { entry: path });
}

/** Every digest of every manifest against the file. Files that are missing or unreadable have their own findings. */
export function compareDigests(bag: Bag, files: ReadonlyMap<string, FileDigest>, notes: Collector): void {
  for (const algorithm of ALGORITHMS) {
    const lists = [
      [MANIFEST[algorithm], bag.payload[algorithm]],
      [TAG_MANIFEST[algorithm], bag.tags[algorithm]],
    ] as const;
    for (const [manifest, digests] of lists) {
      for (const [path, expected] of digests ?? []) {
        const found = files.get(path)?.[algorithm];
        if (found !== undefined && found !== expected)
          notes.note('DOSSIER_FILE_CHANGED', { path, manifest, algorithm, expected, found }, { entry: path });
      }
    }
  }
}
