/** Finds a template pack, joins it with the packs it extends, and takes its digest. */
import { createHash } from 'node:crypto';
import {
  type DocumentId,
  Fault,
  type Finding,
  type FontRole,
  fault,
  formatManifest,
  sha256Hex,
  type TemplatePack,
} from '../model/index.ts';
import { periodFaults } from './check-periods.ts';
import { wholeFaults } from './check-whole.ts';
import { joinPacks } from './join.ts';
import { type Layer, type PackPlace, type PackSource, placeOfPack, ROOT, readLayers } from './layers.ts';

export interface PackTemplate {
  readonly text: string;
  /** Where it stands, for messages: `templates/national/transfer.hbs`. */
  readonly file: string;
}

export interface PackFont {
  readonly role: FontRole;
  /** Below the folder of the pack that brings it: `fonts/simfang.ttf`. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface LoadedPack {
  readonly pack: TemplatePack;
  /** SHA-256 of the manifest of all files that the pack and its parents bring along. */
  readonly sha256: string;
  /** Template of a document. Fault PACK_DOCUMENT_UNKNOWN. */
  template(id: DocumentId): PackTemplate;
  /** `{{> name}}`: `_name.hbs` of the child, or of the nearest parent that has one. */
  partial(name: string): PackTemplate | undefined;
  readonly partialNames: readonly string[];
  /** Fonts in place of the program's own. */
  readonly fonts: readonly PackFont[];
  /** The pack's own files and its parents', by path below the folder of each; the child first. */
  readonly layers: readonly { readonly id: string; readonly files: ReadonlyMap<string, Uint8Array> }[];
}

export interface PackReading {
  /** Absent when a finding stops it. */
  readonly loaded?: LoadedPack;
  readonly findings: readonly Finding[];
  /** The pack's own file and its parents', as far as they could be read; the child first. */
  readonly layers: readonly Layer[];
  /** The files that were read, for the line of a finding. */
  readonly sources: readonly PackSource[];
}

/** Everything that is wrong with a pack short of its templates. @throws Fault PACK_UNREADABLE */
export function readPack(place: PackPlace, root = ROOT): PackReading {
  const { layers, findings, sources } = readLayers(place, root);
  const stopped = (list: readonly Finding[]): boolean => list.some((f) => f.severity === 'stop');
  if (stopped(findings)) return { layers, findings, sources };
  const pack = joinPacks(layers.map((layer) => layer.pack));
  const all = [...findings, ...wholeFaults(layers, pack), ...periodFaults(layers, statuteOf(layers))];
  return { layers, sources, findings: all, ...(stopped(all) ? {} : { loaded: loadedOf(pack, layers) }) };
}

const NATIONAL = 'national';

/** The periods of the law: the national pack's that a pack was read with, or the installed one's. */
function statuteOf(layers: readonly Layer[]): TemplatePack['periods'] {
  const above = layers.at(-1)?.pack;
  const { periods } = above?.id === NATIONAL ? above : loadPack(NATIONAL).pack;
  return periods as TemplatePack['periods'];
}

/** An installed pack. @throws Fault PACK_NOT_FOUND, or the first thing wrong with it (exit 2) */
export function loadPack(id: string, root = ROOT): LoadedPack {
  return wholePack(readPack({ id }, root));
}

/** What `--template` names: an installed pack or a folder. `supplied`: given to verify with, so it may bear the id of an installed one. */
export function findPack(given: string, { root = ROOT, supplied = false } = {}): LoadedPack {
  return wholePack(readPack(placeOfPack(given, root, supplied), root));
}

function wholePack({ loaded, findings }: PackReading): LoadedPack {
  if (loaded) return loaded;
  throw new Fault(findings.find((f) => f.severity === 'stop') as Finding, 2);
}

function loadedOf(pack: TemplatePack, layers: readonly Layer[]): LoadedPack {
  const manifest = layers.flatMap(({ pack: { id }, files }) =>
    [...files].map(([path, bytes]) => ({ path: `${id}/${path}`, digest: digestOf(bytes) })),
  );
  const partialNames = [...new Set(layers.flatMap(({ files }) => [...files.keys()]))]
    .flatMap((f) => /^_(.+)\.hbs$/.exec(f)?.[1] ?? [])
    .sort();
  return {
    pack,
    sha256: sha256Hex(formatManifest(manifest)),
    template: (id) => {
      const document = pack.documents.find((d) => d.id === id);
      if (!document) throw fault('PACK_DOCUMENT_UNKNOWN', 2, { document: id, pack: pack.id });
      return templateOf(layers, document.template) as PackTemplate;
    },
    partial: (name) => (partialNames.includes(name) ? templateOf(layers, `_${name}.hbs`) : undefined),
    partialNames,
    fonts: fontsOf(layers),
    layers: layers.map(({ pack: { id }, files }) => ({ id, files })),
  };
}

/** The pack's own digests, of fonts of forty megabytes too. */
function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function fontsOf(layers: readonly Layer[]): readonly PackFont[] {
  const fonts = new Map<FontRole, PackFont>();
  for (const { pack, files } of layers)
    for (const [role, file] of Object.entries(pack.fonts ?? {}) as [FontRole, string][]) {
      const bytes = files.get(file);
      if (bytes && !fonts.has(role)) fonts.set(role, { role, file, bytes, sha256: digestOf(bytes) });
    }
  return [...fonts.values()];
}

function templateOf(layers: readonly Layer[], name: string): PackTemplate | undefined {
  for (const layer of layers) {
    const bytes = layer.files.get(name);
    const file = `${layer.name}/${name}`;
    if (!bytes) continue;
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), file };
    } catch (cause) {
      throw fault('FORM_NOT_UTF8', 2, { looksLike: 'unknown' }, { at: { file } }, cause);
    }
  }
  return undefined;
}
