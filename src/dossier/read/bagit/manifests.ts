/** All manifests of a bag: which there are, what they list, and which file each line means. */
import { type BagListForm, comparePaths } from '../../../model/index.ts';
import { MAX_TEXT_BYTES, PAYLOAD } from '../../format/index.ts';
import type { Collector } from '../collector.ts';
import type { Hashing, HashName } from '../hashing.ts';
import type { Opened } from '../opened.ts';
import { readSmall } from '../text.ts';
import type { Declaration } from './declaration.ts';
import { newForms, readManifestLines } from './lists.ts';
import { leavesBag, type Reading, resolvePath } from './path-readings.ts';

export interface BagManifest {
  readonly name: string;
  readonly algorithm: string;
  readonly tags: boolean;
  /** Undefined when nobody here can take its digests. */
  readonly hash: HashName | undefined;
  /** Path of the file → digest. */
  readonly digests: ReadonlyMap<string, string>;
  /** Listed, and not there. */
  readonly missing: readonly string[];
}

/** Hex digits of a digest. */
const LENGTHS: Readonly<Record<Exclude<HashName, 'crc32'>, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sm3: 64,
  sha384: 96,
  sha512: 128,
};
const WEAK: readonly string[] = ['md5', 'sha1'];
const MANIFEST_NAME = /^(tag)?manifest-([A-Za-z0-9-]+)\.txt$/;
const FORM_OF: Readonly<Partial<Record<Reading, BagListForm>>> = { dot: 'dot', star: 'star', backslash: 'backslash' };

export interface Files {
  readonly there: ReadonlySet<string>;
  /** By their NFC name; asked for where a name is not there as it is written. */
  readonly byForm: () => ReadonlyMap<string, string>;
}

export function filesOf(opened: Opened): Files {
  const paths = opened.entries.map(({ path }) => path);
  let byForm: ReadonlyMap<string, string> | undefined;
  return {
    there: new Set(paths),
    byForm() {
      byForm ??= new Map(paths.map((path) => [path.normalize('NFC'), path]));
      return byForm;
    },
  };
}

export function readManifests(
  opened: Opened,
  files: Files,
  { declaration, hashing, notes }: { declaration: Declaration; hashing: Hashing; notes: Collector },
): BagManifest[] {
  const names = opened.entries
    .map(({ path }) => path)
    .filter((path) => MANIFEST_NAME.test(path))
    .sort(comparePaths);
  return names.flatMap((name) => {
    const [, tag, written = ''] = MANIFEST_NAME.exec(name) ?? [];
    const algorithm = written.toLowerCase().replaceAll('-', '');
    const known = Object.hasOwn(LENGTHS, algorithm) ? (algorithm as Exclude<HashName, 'crc32'>) : undefined;
    const hash = known && hashing.start(known) ? known : undefined;
    if (WEAK.includes(algorithm)) notes.note('BAG_ALGORITHM_WEAK', { manifest: name, algorithm }, { entry: name }, 'warning');
    if (!hash) notes.note('BAG_ALGORITHM_UNKNOWN', { manifest: name, algorithm }, { entry: name }, 'warning');
    const bytes = readSmall(opened, name, MAX_TEXT_BYTES, notes);
    if (!bytes) return [];
    const lines = readManifestLines({ name, bytes, encoding: declaration.encoding, length: known ? LENGTHS[known] : 0 }, notes);
    return [{ name, algorithm, tags: tag !== undefined, hash, ...resolved(name, tag !== undefined, lines, files, notes) }];
  });
}

function resolved(
  name: string,
  tags: boolean,
  lines: ReturnType<typeof readManifestLines>,
  { there, byForm }: Files,
  notes: Collector,
): Pick<BagManifest, 'digests' | 'missing'> {
  const forms = newForms(name, notes);
  const digests = new Map<string, string>();
  const missing: string[] = [];
  for (const { line, path: written, digest } of lines) {
    const found = resolvePath(written, there, byForm);
    const at = { entry: name };
    if (!found.there && leavesBag(found.path)) {
      notes.note('BAG_PATH_OUTSIDE', { list: name, line, path: written }, at);
      continue;
    }
    const form = FORM_OF[found.reading];
    if (form) forms.note(form, line);
    if (found.reading === 'normal') notes.note('BAG_NAME_FORM', { list: name, listed: written, found: found.path }, at, 'warning');
    const read = found.reading === 'literal' || found.reading === 'breaks' ? found.reading : undefined;
    if (read || found.ambiguous !== undefined) {
      const args = {
        list: name,
        line,
        path: written,
        reading: read ?? 'rfc',
        ...(found.ambiguous ? { other: found.ambiguous } : {}),
      } as const;
      notes.note('BAG_NAME_ENCODING', args, at, 'warning');
    }
    const inPayload = found.path.startsWith(PAYLOAD);
    if (tags ? inPayload || /^tagmanifest-/.test(found.path) : !inPayload)
      notes.note('BAG_LIST_SCOPE', { list: name, line, path: written }, at);
    const before = digests.get(found.path);
    if (before !== undefined)
      notes.note('BAG_MANIFEST_TWICE', { manifest: name, line, path: written, same: before === digest }, at, 'stop');
    else digests.set(found.path, digest);
    if (!found.there) missing.push(found.path);
  }
  return { digests, missing };
}
