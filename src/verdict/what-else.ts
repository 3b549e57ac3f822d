/** What was given is no dossier, or cannot be opened as one: said in one sentence, not in fifty, and never as a dossier that failed. */
import { BAG_INFO, BAGIT, isDamaged, isOfBag, meantBy, type Opened } from '../dossier/read/index.ts';
import { type Code, Fault, type Finding, finding } from '../model/index.ts';

/** Nothing of these could be read: a torso is none of them. */
const UNREADABLE: readonly Code[] = ['ZIP_EMPTY', 'ZIP_NOT_A_ZIP', 'ZIP_NO_ENTRIES', 'ZIP_VOLUME'];
const TORSO: readonly Code[] = ['ZIP_TRUNCATED', 'ZIP_END_BROKEN'];

/** Undefined: a dossier, whole or not, or something that may be one: what is broken or has lost its lists fails, it is no wrong file. */
export function whatElse(opened: Opened): readonly Finding[] | undefined {
  const { findings, instead, kind, label } = opened;
  if (findings.some(({ code }) => UNREADABLE.includes(code))) return findings;
  if (isOtherBag(opened)) return [finding('NOT_A_DOSSIER', 'stop', { path: label, looks: 'bag', inside: '' })];
  if (instead) return isDamaged(instead) ? undefined : [noDossier(label, kind, instead)];
  if (!opened.refused || opened.kind !== 'zip') return undefined;
  const seen = [...opened.glance()];
  const files = seen.filter(({ name }) => !name.endsWith('/'));
  const torso = findings.some(({ code }) => TORSO.includes(code));
  // With a password on every file nobody can tell; on some only, somebody changed them. Of a torso not every file is seen.
  if (!torso && files.length > 0 && files.every(({ locked }) => locked)) return findings;
  // A folder's name alone says nothing of what was in it.
  // What nobody here can undo says nothing against what is in it.
  if (files.length === 0 || seen.some(({ name }) => isOfBag(name))) return opened.shut ? findings : undefined;
  const names = seen.map(({ name }) => name);
  return [noDossier(label, kind, names)];
}

/** Names that no bag has but a dossier's. */
const OWN = /^(?:data\/(?:index\.json$|(?:case|custody|documents|evidence)\/)|(?:tag)?manifest-sm3\.txt$|校验说明\.txt$|signatures\/)/;
/** Labels of bag-info.txt that a dossier alone has. */
const OWN_LABEL = /^(?:Mbpack-|Bag-Software-Agent:[ \t]*mbpack)/im;
const MAX_INFO_BYTES = 1_000_000;

/** A whole bag that was never a dossier: what has a single thing of one is one, damaged or not. */
function isOtherBag(opened: Opened): boolean {
  const paths = opened.entries.map(({ path }) => path);
  if (!paths.includes(BAGIT) || !paths.some((path) => /^manifest-[^/]+\.txt$/.test(path)) || paths.some((path) => OWN.test(path)))
    return false;
  try {
    const info = opened.read(BAG_INFO, MAX_INFO_BYTES);
    return info === undefined ? opened.numberOf(BAG_INFO) === undefined : !OWN_LABEL.test(new TextDecoder().decode(info));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return false;
  }
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
