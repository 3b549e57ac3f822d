/** The pack that a dossier records, wherever it is: given to verify with, installed, or released once and kept. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { comparePaths } from '../model/index.ts';
import { releasedDigests, releasedLayers } from './archive.ts';
import { placeOfPack, ROOT } from './layers.ts';
import { findPack, type LoadedPack, loadPack, readPack } from './load.ts';

/** What an index says of its pack. */
export interface RecordedPack {
  readonly id: string;
  readonly sha256: string;
}

/**
 * What `--template` names at verify: one pack (an id or a folder), or the packs that a folder holds; of these the ones that cannot be read
 * are left out.
 * @throws Fault PACK_NOT_FOUND, or the first thing wrong with the one pack (exit 2)
 */
export function givenPacks(given: string, root = ROOT): readonly LoadedPack[] {
  const place = placeOfPack(given, root, true);
  const inside = 'dir' in place && !existsSync(join(place.dir, 'pack.json')) ? foldersOfPacks(place.dir) : [];
  if (inside.length === 0) return [findPack(given, { root, supplied: true })];
  const read = inside.flatMap((dir) => orNone(() => findPack(dir, { root, supplied: true })) ?? []);
  // A folder of which nothing can be read gave no pack: that is told, as of a pack that was named itself.
  return read.length > 0 ? read : [findPack(inside[0] ?? given, { root, supplied: true })];
}

/**
 * The pack of the recorded digest; else the one that was given, or one of the recorded id. Whether it is the recorded one, its digest says.
 * One pack that was given is what the documents are to be compared with, whatever its digest.
 */
export function recordedPack(
  { id, sha256 }: RecordedPack,
  { given = [], root = ROOT }: { readonly given?: readonly LoadedPack[]; readonly root?: string } = {},
): LoadedPack | undefined {
  if (given.length === 1) return given[0];
  const installed = orNone(() => loadPack(id, root));
  const known = [...given, ...(installed ? [installed] : [])];
  return known.find((pack) => pack.sha256 === sha256) ?? releasedPack({ id, sha256 }, root) ?? known.find(({ pack }) => pack.id === id);
}

/** A pack of the archive. */
export function releasedPack({ id, sha256 }: RecordedPack, root = ROOT): LoadedPack | undefined {
  const released = releasedLayers(sha256, root);
  const loaded = released && orNone(() => readPack({ id, released }, root))?.loaded;
  return loaded?.sha256 === sha256 ? loaded : undefined;
}

/** Every pack of the archive, by the id of the child: the layer that no other extends. */
export function releasedPacks(root = ROOT): readonly LoadedPack[] {
  return releasedDigests(root).flatMap((sha256) => {
    const ids = [...(releasedLayers(sha256, root)?.keys() ?? [])];
    return ids.flatMap((id) => releasedPack({ id, sha256 }, root) ?? []);
  });
}

function foldersOfPacks(dir: string): readonly string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(dir, entry.name, 'pack.json')))
    .map(({ name }) => join(dir, name))
    .sort(comparePaths);
}

function orNone<T>(load: () => T): T | undefined {
  try {
    return load();
  } catch {
    return undefined;
  }
}
