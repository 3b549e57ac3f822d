/** Reads a manifest (RFC 8493 §2.1.3) in the one form that the format has: `<hex>  <path>`, LF, ordered, no path twice. */
import { comparePaths } from '../../model/index.ts';
import type { Collector } from './collector.ts';

/** path → digest, lower-case hex. */
export type Manifest = ReadonlyMap<string, string>;

const LINE = /^([0-9a-f]{64}) {2}([^\r\n]+)$/;

/** `pathOf`: the entry's own string for a path, so that each stands in memory once. */
export function readManifest(name: string, text: string, pathOf: (path: string) => string, notes: Collector): Manifest {
  const digests = new Map<string, string>();
  const lines = text.split('\n');
  const rest = lines.pop();
  if (rest !== '') notes.note('DOSSIER_MANIFEST_LINE', { manifest: name, line: lines.length + 1 }, { entry: name });
  let before = '';
  lines.forEach((line, i) => {
    const [, digest, path] = LINE.exec(line) ?? [];
    if (digest === undefined || path === undefined) {
      notes.note('DOSSIER_MANIFEST_LINE', { manifest: name, line: i + 1 }, { entry: name });
      return;
    }
    if (digests.has(path)) notes.note('DOSSIER_MANIFEST_TWICE', { manifest: name, line: i + 1, path }, { entry: name });
    else if (comparePaths(before, path) > 0) notes.note('DOSSIER_MANIFEST_ORDER', { manifest: name, line: i + 1, path }, { entry: name });
    digests.set(pathOf(path), digest);
    before = path;
  });
  return digests;
}
