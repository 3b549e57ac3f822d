/** What was given is no dossier, or cannot be opened as one: said in one sentence, not in fifty, and never as a dossier that failed. */
import { meantBy, type Opened } from '../dossier/read/index.ts';
import { type Code, type Finding, finding } from '../model/index.ts';

/** What stands in a dossier, with or without the folder around it. One that was refused is known by any of it. */
const OF_DOSSIER =
  /^(?:[^/]+\/)?(?:(?:bagit|bag-info|(?:tag)?manifest-\w+|校验说明)\.txt$|data\/(?:index\.json$|(?:case|custody|documents|evidence)\/))/i;
/** Nothing of these could be read: a torso is none of them. */
const UNREADABLE: readonly Code[] = ['ZIP_EMPTY', 'ZIP_NOT_A_ZIP', 'ZIP_NO_ENTRIES'];

/** Undefined: a dossier, whole or not. */
export function whatElse(opened: Opened): readonly Finding[] | undefined {
  const { findings, instead, kind, label } = opened;
  if (findings.some(({ code }) => UNREADABLE.includes(code))) return findings;
  if (instead) return [noDossier(label, kind, instead)];
  if (!opened.refused || opened.kind !== 'zip') return undefined;
  const seen = [...opened.glance()];
  if (seen.length === 0) return undefined;
  // With a password on every file nobody can tell; on some only, somebody changed them.
  if (seen.every(({ name, locked }) => locked || name.endsWith('/'))) return findings;
  if (seen.some(({ name }) => OF_DOSSIER.test(name))) return undefined;
  const names = seen.map(({ name }) => name);
  return [noDossier(label, kind, names)];
}

/** The officer's own case folder, one level too deep, a zip around what was sent. */
function noDossier(path: string, kind: Opened['kind'], paths: readonly string[]): Finding {
  const has = (pattern: RegExp): boolean => paths.some((name) => pattern.test(name));
  const says = (looks: Looks, inside = ''): Finding => finding('NOT_A_DOSSIER', 'stop', { path, looks, inside });
  if (has(/^case\.(?:ya?ml|json)$/)) return says('case');
  if (has(/^index\.json$|^evidence\//)) return says('payload');
  if (has(/^\[Content_Types\]\.xml$/)) return says('office');
  const inside = proposed(paths, kind);
  if (inside === '') return says('other');
  return says(kind === 'zip' ? 'zipped' : 'around', inside);
}

type Looks = Extract<Finding, { code: 'NOT_A_DOSSIER' }>['args']['looks'];

/** Of several in a zip somebody has to look anyway; of several in a folder nobody knows that any is meant. */
const MOST_PROPOSED = 3;

/** What was meant when the folder or zip around it was chosen. A name that does not print as it is, is not proposed. */
function proposed(paths: readonly string[], kind: Opened['kind']): string {
  const meant = meantBy(paths, kind);
  if (meant.length > (kind === 'zip' ? MOST_PROPOSED : 1) || meant.some((path) => /[\p{C}\ufffd]/u.test(path))) return '';
  return meant.toSorted().join('、');
}
