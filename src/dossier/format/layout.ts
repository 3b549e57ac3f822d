/** Where everything stands in a dossier, and in which order. Format 1.0: an ordinary bag (RFC 8493) in an ordinary stored ZIP. */
import { type CustodyEvent, comparePaths, type Digests, pathFault } from '../../model/index.ts';

/** The format of a dossier in which nothing newer stands: every program of 1.x reads it. A later 1.x reads every earlier 1.x. */
export const FORMAT_VERSION = '1.0';
/** The format of a dossier whose custody log holds a correction: a program of 1.0 would take for true what the log itself takes back. */
export const CORRECTED_FORMAT = '1.1';
/** The newest minor version of format 1 that this program knows whole. It may be ahead of the one that is written. */
const KNOWN_MINOR = 1;

/** The oldest format in which a log with these actions is read as it is meant. */
export function formatOf(events: Iterable<Pick<CustodyEvent, 'action'>>): string {
  for (const { action } of events) if (action === 'correct') return CORRECTED_FORMAT;
  return FORMAT_VERSION;
}
export const NEWEST_KNOWN = `1.${KNOWN_MINOR}`;

/**
 * `newer`: a later 1.x, which adds members, files below `data/` and words of lists, and changes nothing else: its integrity is checked in full.
 * `otherMajor`: nobody here knows what its files mean. `unknown`: no version.
 */
export type FormatAge = 'known' | 'newer' | 'otherMajor' | 'unknown';

export function formatAge(version: string): FormatAge {
  const [, major, minor] = /^([1-9]\d{0,3})\.(0|[1-9]\d{0,3})$/.exec(version) ?? [];
  if (major === undefined) return 'unknown';
  if (major !== '1') return 'otherMajor';
  return Number(minor) > KNOWN_MINOR ? 'newer' : 'known';
}

export const BAGIT = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
/** How to check the dossier without mbpack. */
export const NOTE = '校验说明.txt';
export const MANIFEST = { sha256: 'manifest-sha256.txt', sm3: 'manifest-sm3.txt' } as const;
export const TAG_MANIFEST = { sha256: 'tagmanifest-sha256.txt', sm3: 'tagmanifest-sm3.txt' } as const;
export const ALGORITHMS = ['sha256', 'sm3'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

export const PAYLOAD = 'data/';
export const EVIDENCE = 'data/evidence/';
export const CASE_DATA = 'data/case/';
export const DOCUMENTS = 'data/documents/';
export const CUSTODY = 'data/custody/';
export const CUSTODY_LOG = 'data/custody/custody.jsonl';
export const INDEX = 'data/index.json';

/** What the tag manifests list: a closed world, nothing else stands at the bag's root. */
export const LISTED_TAG_FILES: readonly string[] = [MANIFEST.sha256, MANIFEST.sm3, BAGIT, BAG_INFO, NOTE];

/** Detached signatures over `tagmanifest-sha256.txt` (NN.p7s), and RFC 3161 time-stamps over them (NN.tsr): the only files outside every manifest. */
export const SIGNATURE = /^signatures\/\d{2}\.(?:p7s|tsr)$/;

/** The whole text of bagit.txt (RFC 8493 §2.1.1). */
export const BAGIT_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** Labels of bag-info.txt that must be there, each once. */
export const REQUIRED_LABELS = [
  'Source-Organization',
  'External-Identifier',
  'Bagging-Date',
  'Bag-Software-Agent',
  'Payload-Oxum',
  'Mbpack-Format',
] as const;

/** A file of a dossier: path from the bag's root, size in bytes, digests of its content. */
export interface FileDigest extends Digests {
  readonly path: string;
  readonly size: number;
}

/** Sections in the order of the container: one pass writes them, because each needs digests of those before it only. */
const SECTIONS: readonly ((path: string) => boolean)[] = [
  (path) => path.startsWith(EVIDENCE),
  (path) => path.startsWith(CASE_DATA),
  (path) => path.startsWith(DOCUMENTS),
  (path) => path.startsWith(CUSTODY),
  (path) => path === INDEX,
  (path) => path === MANIFEST.sha256 || path === MANIFEST.sm3,
  (path) => path === BAGIT || path === BAG_INFO || path === NOTE,
  (path) => path === TAG_MANIFEST.sha256 || path === TAG_MANIFEST.sm3,
  (path) => SIGNATURE.test(path),
];

/** The section of a path inside the bag, or -1 for a path that the known format has no place for. */
export function sectionOf(path: string): number {
  return SECTIONS.findIndex((holds) => holds(path));
}

/** Order of entries: by section, within it by the bytes of the UTF-8 name. */
export function compareEntries(a: string, b: string): number {
  return sectionOf(a) - sectionOf(b) || comparePaths(a, b);
}

/** In the order of entries. The section of each is found once, not in every comparison. */
export function inEntryOrder<T extends { readonly path: string }>(files: readonly T[]): T[] {
  const sections = Int8Array.from(files, ({ path }) => sectionOf(path));
  const order = Uint32Array.from(files, (_, i) => i).sort(
    (a, b) => (sections[a] as number) - (sections[b] as number) || comparePaths((files[a] as T).path, (files[b] as T).path),
  );
  return Array.from(order, (i) => files[i] as T);
}

/** Longest name of the bag's folder in UTF-16 units: leaves 240 for the paths below it on every file system. */
export const MAX_BAG_NAME = 80;

/** Name of the bag’s folder: `<case number>_<day>`, and `.<purpose>` behind it where it is not for the police; with `-` for what Windows forbids in a name. */
export function bagName(caseNo: string, day: string, purpose?: string): string {
  const end = purpose === undefined ? day : `${day}.${purpose}`;
  const safe = caseNo
    .normalize('NFC')
    .replace(/[\\/:*?"<>|%\p{C}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\ufffd]/gu, '-')
    .trim();
  let stem = '';
  for (const char of safe) {
    if (stem.length + char.length > MAX_BAG_NAME - end.length - 1) break;
    stem += char;
  }
  const name = `${stem}_${end}`;
  return bagNameFault(name) === undefined ? name : `_${name}`.slice(0, MAX_BAG_NAME);
}

/** What forbids `name` as the folder of a bag. */
export function bagNameFault(name: string): ReturnType<typeof pathFault> {
  if (name.includes('/')) return 'segment';
  if (name.length > MAX_BAG_NAME) return 'too-long';
  return pathFault(name);
}
