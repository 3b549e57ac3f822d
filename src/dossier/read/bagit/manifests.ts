/** All manifests of a bag: which there are, what they list, and which file each line means. */
import { type BagListForm, comparePaths } from '../../../model/index.ts';
import { MAX_TEXT_BYTES, PAYLOAD } from '../../format/index.ts';
import type { Collector } from '../collector.ts';
import type { Hashing, HashName } from '../hashing.ts';
import type { Opened } from '../opened.ts';
import { readSmall } from '../text.ts';
import { algorithmOf } from './algorithms.ts';
import type { Declaration } from './declaration.ts';
import { type Listed, newForms, readManifestLines } from './lists.ts';
import { leavesBag, type Reading, resolvePath } from './path-readings.ts';

export interface BagManifest {
  readonly name: string;
  readonly algorithm: string;
  readonly tags: boolean;
  /** Undefined when nobody here can take its digests. */
  readonly hash: HashName | undefined;
  /** Its text could be read; why not has a finding. */
  readonly read: boolean;
  /** Path of the file → digest. */
  readonly digests: ReadonlyMap<string, string>;
  /** Listed, and not there. */
  readonly missing: readonly string[];
}

const MANIFEST_NAME = /^(tag)?manifest-([^/]+)\.txt$/;
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
    const { name: algorithm, hash: known, digits, weak } = algorithmOf(written);
    const hash = known && hashing.start(known) ? known : undefined;
    if (weak) notes.note('BAG_ALGORITHM_WEAK', { manifest: name, algorithm }, { entry: name }, 'warning');
    if (!hash) notes.note('BAG_ALGORITHM_UNKNOWN', { manifest: name, algorithm }, { entry: name }, 'warning');
    const bytes = readSmall(opened, name, MAX_TEXT_BYTES, notes);
    const lines = bytes && readManifestLines({ name, bytes, encoding: declaration.encoding, length: digits }, notes);
    const listed = lines ? resolved(name, tag !== undefined, lines, files, notes) : { digests: new Map(), missing: [] };
    return [{ name, algorithm, tags: tag !== undefined, hash, read: lines !== undefined, ...listed }];
  });
}

function resolved(
  name: string,
  tags: boolean,
  lines: readonly Listed[],
  { there, byForm }: Files,
  notes: Collector,
): Pick<BagManifest, 'digests' | 'missing'> {
  const forms = newForms(name, notes);
  const digests = new Map<string, string>();
  const missing: string[] = [];
  const absent = new Map<string, string>();
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
    // Of a file that is not there, either form of its name means the same.
    const path = found.there ? found.path : (absent.get(found.path.normalize('NFC')) ?? found.path);
    const before = digests.get(path);
    if (before !== undefined) {
      const same = before === digest;
      notes.note('BAG_MANIFEST_TWICE', { manifest: name, line, path: written, same }, at, same ? 'warning' : 'stop');
      continue;
    }
    digests.set(path, digest);
    if (found.there) continue;
    absent.set(path.normalize('NFC'), path);
    missing.push(path);
  }
  return { digests, missing };
}
