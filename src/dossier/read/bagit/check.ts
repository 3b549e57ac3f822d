/** Any bag of BagIt 0.93 to 1.0 (RFC 8493): complete, and valid. Every fault is named; nothing is fetched, written or unpacked. */
import { type Finding, isSystemLeftover } from '../../../model/index.ts';
import { MAX_TEXT_BYTES, PAYLOAD } from '../../format/index.ts';
import type { CheckOptions } from '../check-bag.ts';
import { type Collector, collector } from '../collector.ts';
import { compareCrc } from '../fixity.ts';
import type { DigestSet, HashName } from '../hashing.ts';
import type { ContainerForm, Opened } from '../opened.ts';
import { startPace } from '../pace.ts';
import type { Platform } from '../platform.ts';
import { sequentialPass } from '../scan.ts';
import { readSmall } from '../text.ts';
import { type BagInfo, compareOxum, readBagInfo } from './bag-info.ts';
import { type Declaration, readDeclaration } from './declaration.ts';
import { readFetchLines } from './lists.ts';
import { type BagManifest, type Files, filesOf, readManifests } from './manifests.ts';
import { leavesBag, resolvePath } from './path-readings.ts';

export interface AnyBagCheck {
  readonly findings: readonly Finding[];
  /** Nothing is missing, nothing in the payload is unlisted (RFC 8493 §3). */
  readonly complete: boolean;
  /** Complete, well-formed, and every digest is what a manifest says. */
  readonly valid: boolean;
  readonly form: ContainerForm;
  /** As declared; empty when there is no declaration. */
  readonly version: string;
  /** Of the payload manifests whose digests were taken and compared. */
  readonly algorithms: readonly string[];
  /** Of the manifests (of the payload, of tag files) whose digests nobody here can take: nothing was compared with them. */
  readonly unknownAlgorithms: readonly string[];
  readonly info: BagInfo;
  /** Of the payload. */
  readonly files: number;
  readonly bytes: number;
}

const FETCH = 'fetch.txt';
const INCOMPLETE: ReadonlySet<string> = new Set([
  'BAG_FILE_MISSING',
  'BAG_FILE_UNLISTED',
  'BAG_FETCH_PENDING',
  'BAG_NO_MANIFEST',
  'BAG_NO_PAYLOAD',
]);

/** @throws Fault ABORTED */
export async function checkAnyBag(opened: Opened, platform: Platform, options: Omit<CheckOptions, 'expect'> = {}): Promise<AnyBagCheck> {
  const notes = collector();
  // An empty payload is a payload (RFC 8493 §2.1.2).
  for (const one of opened.findings) if (one.code !== 'DOSSIER_EMPTY_FOLDER' || one.args.folder !== 'data') notes.add(one);
  if (opened.refused) return result(opened, notes, { declaration: { version: '' }, manifests: [], info: [] });
  const declaration = readDeclaration(opened, notes);
  const info = readBagInfo(opened, declaration.encoding, notes);
  const files = filesOf(opened);
  const manifests = readManifests(opened, files, { declaration, hashing: platform.hashing, notes });
  const payload = opened.entries.filter(({ path }) => path.startsWith(PAYLOAD));
  compareOxum(info, payload, notes);
  if (!manifests.some(({ tags }) => !tags)) notes.note('BAG_NO_MANIFEST', {}, { entry: '' });
  else if (manifests.every(({ tags, hash, read }) => tags || (read && hash === undefined)))
    notes.note('BAG_NOTHING_CHECKED', {}, { entry: '' });
  if (payload.length === 0 && !opened.folders.includes('data')) notes.note('BAG_NO_PAYLOAD', {}, { entry: PAYLOAD });
  const awaited = noteFetch(opened, files, manifests, declaration, notes);
  noteMissing(manifests, awaited, notes);
  noteUnlisted(opened, manifests, declaration, notes);
  const digests = await digestAny(opened, manifests, platform, { options, notes });
  compareAny(manifests, digests, notes);
  return result(opened, notes, { declaration, manifests, info });
}

function result(
  opened: Opened,
  notes: Collector,
  { declaration, manifests, info }: { declaration: Pick<Declaration, 'version'>; manifests: readonly BagManifest[]; info: BagInfo },
): AnyBagCheck {
  const findings = notes.list();
  const payload = opened.entries.filter(({ path }) => path.startsWith(PAYLOAD));
  const stops = findings.filter((f) => f.severity === 'stop');
  return {
    findings,
    // What a manifest lists that could not be read, nobody knows.
    complete: !opened.refused && manifests.every(({ tags, read }) => tags || read) && !stops.some((f) => INCOMPLETE.has(f.code)),
    // Nothing was looked at where the container was refused.
    valid: !opened.refused && stops.length === 0,
    form: opened.form,
    version: declaration.version,
    algorithms: each(manifests.filter(({ tags, hash, read }) => !tags && hash !== undefined && read)),
    unknownAlgorithms: each(manifests.filter(({ hash }) => hash === undefined)),
    info,
    files: payload.length,
    bytes: payload.reduce((sum, { size }) => sum + size, 0),
  };
}

function each(manifests: readonly BagManifest[]): readonly string[] {
  return [...new Set(manifests.map(({ algorithm }) => algorithm))];
}

/** Files that are to be had elsewhere: said, and never fetched. Returns those that are not there. */
function noteFetch(
  opened: Opened,
  files: Files,
  manifests: readonly BagManifest[],
  { encoding }: Declaration,
  notes: Collector,
): ReadonlySet<string> {
  const bytes = readSmall(opened, FETCH, MAX_TEXT_BYTES, notes);
  const awaited = new Set<string>();
  if (!bytes) return awaited;
  const lines = readFetchLines({ name: FETCH, bytes, encoding }, notes);
  for (const { line, url, length, path: written } of lines) {
    const at = { entry: FETCH };
    const { path, there } = resolvePath(written, files.there, files.byForm);
    if (!there && leavesBag(path)) {
      notes.note('BAG_PATH_OUTSIDE', { list: FETCH, line, path: written }, at);
      continue;
    }
    if (!path.startsWith(PAYLOAD)) notes.note('BAG_LIST_SCOPE', { list: FETCH, line, path: written }, at);
    if (!manifests.some(({ tags, digests }) => !tags && digests.has(path))) notes.note('BAG_FETCH_UNLISTED', { line, path: written }, at);
    if (there) continue;
    awaited.add(path);
    notes.note('BAG_FETCH_PENDING', { path, url, ...(length === undefined ? {} : { length }) }, { entry: path });
  }
  notes.note('BAG_FETCH', { count: lines.length, missing: awaited.size }, { entry: FETCH }, 'warning');
  return awaited;
}

function noteMissing(manifests: readonly BagManifest[], awaited: ReadonlySet<string>, notes: Collector): void {
  const lists = new Map<string, string[]>();
  for (const { name, missing } of manifests) for (const path of missing) lists.set(path, [...(lists.get(path) ?? []), name]);
  for (const [path, names] of lists) if (!awaited.has(path)) notes.note('BAG_FILE_MISSING', { path, manifests: names }, { entry: path });
}

function noteUnlisted(opened: Opened, manifests: readonly BagManifest[], { everyManifest }: Declaration, notes: Collector): void {
  const payloadLists = manifests.filter(({ tags, read }) => !tags && read);
  const tagLists = manifests.filter(({ tags, read }) => tags && read);
  for (const { path } of opened.entries) {
    const at = { entry: path };
    const inPayload = path.startsWith(PAYLOAD);
    const lists = inPayload ? payloadLists : tagLists;
    const without = lists.filter(({ digests }) => !digests.has(path)).map(({ name }) => name);
    if (inPayload && without.length > 0) {
      // A file that the system left is as unlisted as any other: bags are of the closed world there.
      const severity = without.length === lists.length || everyManifest ? 'stop' : 'warning';
      notes.note('BAG_FILE_UNLISTED', { path, manifests: without, stray: isSystemLeftover(path) }, at, severity);
    } else if (!inPayload && !/^tagmanifest-/.test(path) && lists.length > 0 && without.length > 0) {
      const manifest = /^manifest-/.test(path);
      // Every tag manifest lists every payload manifest (RFC 8493 §2.2.1); other tag files may be in none.
      notes.note('BAG_TAG_UNLISTED', { path, manifests: without }, at, manifest && everyManifest ? 'stop' : 'info');
    }
  }
}

async function digestAny(
  opened: Opened,
  manifests: readonly BagManifest[],
  platform: Platform,
  { options, notes }: { options: Omit<CheckOptions, 'expect'>; notes: Collector },
): Promise<ReadonlyMap<string, DigestSet>> {
  const algorithms = [...new Set(manifests.flatMap(({ hash }): HashName[] => (hash ? [hash] : [])))];
  const digests = new Map<string, DigestSet>();
  const pass = platform.pass ?? sequentialPass(platform.hashing);
  await pass(
    opened,
    { algorithms, container: false },
    {
      found(entry, found) {
        compareCrc(entry, found.crc32, notes);
        digests.set(entry.path, found);
      },
      failed: (reason) => notes.add(reason),
    },
    startPace(platform.turn, options.signal, options.onProgress),
  );
  if (!opened.unchanged()) notes.note('DOSSIER_CHANGED_WHILE_READ', {});
  return digests;
}

function compareAny(manifests: readonly BagManifest[], digests: ReadonlyMap<string, DigestSet>, notes: Collector): void {
  for (const { name, hash, algorithm, digests: listed } of manifests) {
    if (!hash) continue;
    for (const [path, expected] of listed) {
      const found = digests.get(path)?.[hash];
      if (found !== undefined && found !== expected)
        notes.note('BAG_FILE_CHANGED', { path, manifest: name, algorithm, expected, found }, { entry: path });
    }
  }
}
