/** A pack and its parents, each read from its own folder. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Positions, readDataFile } from '../case/index.ts';
import { comparePaths, type Finding, finding } from '../model/index.ts';
import type { ReleasedLayers } from './archive.ts';
import { type OwnPack, packFaults } from './check.ts';
import { readPackFiles } from './files.ts';

/** Longest chain of `extends`: nation, province, city, county, and one to spare. */
const MAX_CHAIN = 5;
const ID = /^[a-z][a-z0-9-]{0,39}$/;

export function isPackId(id: string): boolean {
  return ID.test(id);
}

/** Folder of installed packs. */
export const ROOT = fileURLToPath(new URL('../../templates/', import.meta.url));

/** The files of one folder, whatever is wrong with them. */
export interface PackSource {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** How messages call the folder. */
  readonly name: string;
}

export interface Layer extends PackSource {
  readonly pack: OwnPack;
  readonly positions: Positions;
}

/** Where a pack is: installed, in the archive with its parents, or a folder that somebody works on or was given. */
export type PackPlace = { readonly id: string; readonly released?: ReleasedLayers } | { readonly dir: string; readonly supplied?: boolean };

/** Ids of the installed packs, sorted. */
export function installedPacks(root = ROOT): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && ID.test(entry.name) && existsSync(join(root, entry.name, 'pack.json')))
    .map((entry) => entry.name)
    .sort(comparePaths);
}

/** The child first. Without a finding that stops, the chain is whole. @throws Fault PACK_UNREADABLE */
export function readLayers(
  place: PackPlace,
  root: string,
): { readonly layers: readonly Layer[]; readonly findings: readonly Finding[]; readonly sources: readonly PackSource[] } {
  const layers: Layer[] = [];
  const sources: PackSource[] = [];
  const findings: Finding[] = [];
  const chain: string[] = [];
  for (let next: PackPlace | undefined = place; next; ) {
    const read = readLayer(next, root);
    findings.push(...read.findings);
    const { layer } = read;
    if (read.source) sources.push(read.source);
    if (!layer) break;
    const { id, extends: parent } = layer.pack;
    const at = { at: layer.positions.valueAt('/extends') };
    chain.push(id);
    layers.push(layer);
    if (parent !== undefined && (chain.includes(parent) || chain.length >= MAX_CHAIN)) {
      findings.push(finding('PACK_CYCLE', 'stop', { chain: [...chain, parent].join(' → ') }, at));
      break;
    }
    next = parent === undefined ? undefined : parentOf(parent, next, root);
    if (parent !== undefined && !next)
      findings.push(finding('PACK_NOT_FOUND', 'stop', { id: parent, installed: installedPacks(root).join(' ') }, at));
  }
  return { layers, findings, sources };
}

/** Installed, or beside the child's folder; who was given a pack was given its parents with it. */
function parentOf(id: string, child: PackPlace, root: string): PackPlace | undefined {
  // A pack was released with the parents of its day, and is read with no others.
  if ('id' in child && child.released) return child.released.has(id) ? { ...child, id } : undefined;
  const installed = installedPacks(root).includes(id) ? { id } : undefined;
  if ('id' in child) return installed;
  const dir = join(dirname(resolve(child.dir)), id);
  const beside = existsSync(join(dir, 'pack.json')) ? { ...child, dir } : undefined;
  return child.supplied ? (beside ?? installed) : (installed ?? beside);
}

function readLayer(
  place: PackPlace,
  root: string,
): { readonly layer?: Layer; readonly findings: readonly Finding[]; readonly source?: PackSource } {
  const released = 'id' in place ? place.released : undefined;
  if ('id' in place && !(released ? released.has(place.id) : installedPacks(root).includes(place.id)))
    return { findings: [finding('PACK_NOT_FOUND', 'stop', { id: place.id, installed: installedPacks(root).join(' ') })] };
  const dir = 'id' in place ? join(root, place.id) : place.dir;
  const name = 'id' in place ? `templates/${place.id}` : place.dir.replace(/[/\\]+$/, '') || place.dir;
  const kept = 'id' in place ? released?.get(place.id) : undefined;
  const { files, findings } = kept ? { files: kept, findings: [] } : readPackFiles(dir, name);
  const file = `${name}/pack.json`;
  const json = files.get('pack.json');
  const source = { files, name };
  if (!json) return { source, findings: [...findings, finding('PACK_UNREADABLE', 'stop', { file, reason: 'ENOENT' }, { at: { file } })] };
  const { value, positions, findings: faults } = readDataFile(json, file, 'pack');
  if (value === undefined) return { source, findings: [...findings, ...faults] };
  const pack = value as OwnPack;
  const own = [...packFaults(pack, positions), ...idFaults(pack.id, place, dir, root, positions)];
  return { source, layer: { pack, files, name, positions }, findings: [...findings, ...faults, ...own] };
}

function* idFaults(id: string, place: PackPlace, dir: string, root: string, positions: Positions): Iterable<Finding> {
  const at = { at: positions.valueAt('/id') };
  if ('id' in place) {
    if (place.id !== id) yield finding('PACK_INVALID', 'stop', { field: 'id', expected: place.id }, at);
  } else if (!place.supplied && installedPacks(root).includes(id) && !isSame(dir, join(root, id))) {
    // A dossier names its pack by id: two different packs of one id would be taken for one another.
    yield finding('PACK_ID_TAKEN', 'stop', { id }, at);
  }
}

function isSame(a: string, b: string): boolean {
  return realpathSync(a) === realpathSync(b);
}

/** A word on the command line: the id of an installed pack, or else a folder with a pack.json. */
export function placeOfPack(given: string, root: string, supplied = false): PackPlace {
  if (ID.test(given) && installedPacks(root).includes(given)) return { id: given };
  return existsSync(join(given, 'pack.json')) || (/[/\\.]/.test(given) && existsSync(given)) ? { dir: given, supplied } : { id: given };
}
