/** Finds an installed template pack, joins it with the packs it extends, and takes its digest. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type CalendarYear,
  comparePaths,
  type DocumentId,
  Fault,
  fault,
  formatManifest,
  type PackDocument,
  sha256Hex,
  type TemplatePack,
} from '../model/index.ts';
import { checkPack, isPackId } from './check.ts';

/** Longest chain of `extends`: nation, province, city, county, and one to spare. */
const MAX_CHAIN = 5;
/** Bytes of one template: no form of this kind comes near it. */
const MAX_TEMPLATE_BYTES = 1_000_000;

export interface PackTemplate {
  readonly text: string;
  /** Where it stands, for messages: `templates/national/transfer.hbs`. */
  readonly file: string;
}

export interface LoadedPack {
  readonly pack: TemplatePack;
  /** SHA-256 of the manifest of all files that the pack and its parents bring along. */
  readonly sha256: string;
  /** Template of a document. Fault PACK_DOCUMENT_UNKNOWN. */
  template(id: DocumentId): PackTemplate;
}

/** Folder of installed packs. */
const ROOT = fileURLToPath(new URL('../../templates/', import.meta.url));

interface Layer {
  readonly pack: ReturnType<typeof checkPack>;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Ids of the installed packs, sorted. */
export function installedPacks(root = ROOT): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isPackId(entry.name) && entry.name !== 'fonts')
    .map((entry) => entry.name)
    .sort();
}

/** Faults PACK_NOT_FOUND, PACK_UNREADABLE, PACK_INVALID, PACK_CYCLE (exit 2). */
export function loadPack(id: string, root = ROOT): LoadedPack {
  const layers: Layer[] = [];
  const chain: string[] = [];
  for (let next: string | undefined = id; next !== undefined; ) {
    if (chain.includes(next) || chain.length >= MAX_CHAIN) throw fault('PACK_CYCLE', 2, { chain: [...chain, next].join(' → ') });
    chain.push(next);
    const layer: Layer = readLayer(next, root);
    layers.push(layer);
    next = layer.pack.extends;
  }
  const pack = join(layers.map((layer) => layer.pack));
  const manifest = layers.flatMap(({ pack: { id: name }, files }) =>
    [...files].map(([path, bytes]) => ({ path: `${name}/${path}`, digest: sha256Hex(bytes) })),
  );
  return {
    pack,
    sha256: sha256Hex(formatManifest(manifest)),
    template: (document) => templateOf(document, pack, layers),
  };
}

function readLayer(id: string, root: string): Layer {
  if (!isPackId(id) || !installedPacks(root).includes(id))
    throw fault('PACK_NOT_FOUND', 2, { id, installed: installedPacks(root).join(' ') });
  const files = new Map<string, Uint8Array>();
  const entries = readdirSync(`${root}/${id}`, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(hbs|json)$/.test(entry.name),
  );
  for (const { name } of entries.sort((a, b) => comparePaths(a.name, b.name)))
    files.set(name, readBytes(`${root}/${id}/${name}`, `templates/${id}/${name}`));
  const file = `templates/${id}/pack.json`;
  const json = files.get('pack.json');
  if (!json) throw fault('PACK_UNREADABLE', 2, { file, reason: 'pack.json' }, { at: { file } });
  const pack = checkPack(parse(json, file), file);
  if (pack.id !== id) throw fault('PACK_INVALID', 2, { field: 'id', expected: id }, { at: { file } });
  return { pack, files };
}

function readBytes(path: string, file: string): Uint8Array {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > MAX_TEMPLATE_BYTES) throw new RangeError(`> ${MAX_TEMPLATE_BYTES}`);
    return bytes;
  } catch (cause) {
    throw fault('PACK_UNREADABLE', 2, { file, reason: cause instanceof Error ? cause.message : '' }, { at: { file } }, cause);
  }
}

function parse(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw fault('PACK_UNREADABLE', 2, { file, reason: cause instanceof Error ? cause.message : '' }, { at: { file } }, cause);
  }
}

/** The child's parts prevail: documents by id, periods by name, years by number; its thresholds stand before its parent's. */
function join(packs: readonly ReturnType<typeof checkPack>[]): TemplatePack {
  const documents = new Map<DocumentId, PackDocument>();
  const years = new Map<number, CalendarYear>();
  const parts: Partial<TemplatePack> = {};
  for (const pack of packs.toReversed()) {
    const periods = { ...parts.periods, ...pack.periods };
    const thresholds = [...(pack.thresholds ?? []), ...(parts.thresholds ?? [])];
    for (const year of pack.calendar ?? []) years.set(year.year, year);
    Object.assign(parts, pack, { periods }, thresholds.length > 0 ? { thresholds } : {});
    for (const document of pack.documents ?? []) documents.set(document.id, document);
  }
  const calendar = years.size > 0 ? { calendar: [...years.values()] } : {};
  return { ...(parts as TemplatePack), ...calendar, documents: [...documents.values()] };
}

function templateOf(id: DocumentId, pack: TemplatePack, layers: readonly Layer[]): PackTemplate {
  const document = pack.documents.find((d) => d.id === id);
  if (!document) throw fault('PACK_DOCUMENT_UNKNOWN', 2, { document: id, pack: pack.id });
  for (const layer of layers) {
    const bytes = layer.files.get(document.template);
    const file = `templates/${layer.pack.id}/${document.template}`;
    if (bytes) return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), file };
  }
  throw fault('PACK_UNREADABLE', 2, { file: document.template, reason: 'ENOENT' });
}
