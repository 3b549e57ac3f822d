/** Fixity: one pass over everything, both digests of every file, each compared with what its manifest says. */
import { ALGORITHMS, type FileDigest, MANIFEST, TAG_MANIFEST } from '../format/index.ts';
import type { Pace } from '../pace.ts';
import type { Bag } from './bag.ts';
import type { Collector } from './collector.ts';
import { type Measured, type Meter, measure, startMeter, startSha256 } from './digest.ts';
import type { Entry, Opened } from './opened.ts';

export interface Scanned {
  /** Every file that could be read to its end, by path. */
  readonly files: ReadonlyMap<string, FileDigest>;
  /** Of a zip that could be read to its end. */
  readonly zipSha256?: string;
}

export async function digestAll(opened: Opened, pace: Pace, notes: Collector): Promise<Scanned> {
  const files = new Map<string, FileDigest>();
  const container = startSha256();
  let whole = opened.kind === 'zip';
  let current: { entry: Entry; meter: Meter } | undefined;

  function done(entry: Entry, { crc, sha256, sm3 }: Measured): void {
    if (entry.crc !== undefined && entry.crc !== crc)
      notes.note('ZIP_CRC', { expected: hex32(entry.crc), found: hex32(crc) }, { entry: entry.path });
    files.set(entry.path, { path: entry.path, size: entry.size, sha256, sm3 });
  }
  await opened.scan(
    {
      whole: (entry, content) => done(entry, measure(content)),
      start(entry) {
        current = { entry, meter: startMeter() };
      },
      chunk: (bytes) => current?.meter.update(bytes),
      end() {
        if (current) done(current.entry, current.meter.finish());
      },
      fail(reason) {
        whole = false;
        notes.add(reason);
      },
      container: (bytes) => container.update(bytes),
    },
    pace,
  );
  if (!opened.unchanged()) notes.note('DOSSIER_CHANGED_WHILE_READ', {});
  return { files, ...(whole ? { zipSha256: container.finish() } : {}) };
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

function hex32(crc: number): string {
  return crc.toString(16).padStart(8, '0');
}
