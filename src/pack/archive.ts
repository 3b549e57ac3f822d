/**
 * Packs that were released, by digest: a receiver compares the documents of an older dossier after an upgrade. A pack's digest is that of
 * its manifest, so the archive is files named by their digests, of which no content is there twice: `packs/<digest>` lists the
 * files of a pack and of its parents, `files/<digest>` is one of them. Whatever is not what its name says is not there.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatManifest } from '../model/index.ts';
import type { LoadedPack } from './load.ts';

/** Below the folder of installed packs; no pack itself, since it has no pack.json. */
const ARCHIVE = 'archive';
const LINE = /^([0-9a-f]{64}) {2}([a-z][a-z0-9-]{0,39})\/([^\n]+)$/;

/** Files of a pack and of its parents: id of the layer → path below its folder → content. */
export type ReleasedLayers = ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>;

/** Digests of the packs that are kept. */
export function releasedDigests(root: string): readonly string[] {
  try {
    return readdirSync(join(root, ARCHIVE, 'packs')).sort();
  } catch {
    return [];
  }
}

/** Undefined: no pack of that digest was released, or what is kept of it is not whole. */
export function releasedLayers(sha256: string, root: string): ReleasedLayers | undefined {
  const manifest = kept('packs', sha256, root);
  const layers = new Map<string, Map<string, Uint8Array>>();
  for (const line of manifest === undefined ? [] : new TextDecoder().decode(manifest).trimEnd().split('\n')) {
    const [, digest = '', id = '', path = ''] = LINE.exec(line) ?? [];
    const bytes = kept('files', digest, root);
    if (bytes === undefined) return undefined;
    layers.set(id, (layers.get(id) ?? new Map<string, Uint8Array>()).set(path, bytes));
  }
  return manifest === undefined ? undefined : layers;
}

/** What is kept under a digest and still has it. */
function kept(kind: 'packs' | 'files', sha256: string, root: string): Uint8Array | undefined {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  try {
    const bytes = readFileSync(join(root, ARCHIVE, kind, sha256));
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** What the archive keeps of a pack: path below the archive's folder → content. */
export function archived({ layers, sha256 }: Pick<LoadedPack, 'layers' | 'sha256'>): ReadonlyMap<string, Uint8Array> {
  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const lines = layers.flatMap(({ id, files }) =>
    [...files].map(([path, bytes]) => ({ path: `${id}/${path}`, digest: digest(bytes), bytes })),
  );
  return new Map([
    [`${ARCHIVE}/packs/${sha256}`, new TextEncoder().encode(formatManifest(lines))],
    ...lines.map((line) => [`${ARCHIVE}/files/${line.digest}`, line.bytes] as const),
  ]);
}
