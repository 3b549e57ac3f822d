/** What was given is no dossier, or cannot be opened as one: said in one sentence, not in fifty, and never as a dossier that failed. */
import { NOTE, type Opened } from '../dossier/read/index.ts';
import { type Code, type Finding, finding } from '../model/index.ts';

/** What only a dossier has at its root. A dossier that lost some of it is still one, and fails. */
const ROOT = /^(?:bagit|bag-info|(?:tag)?manifest-\w+)\.txt$|^data\/(?:index\.json$|(?:case|custody|documents|evidence)\/)/i;
/** Nothing of these could be read: a torso is none of them. */
const UNREADABLE: readonly Code[] = ['ZIP_EMPTY', 'ZIP_NOT_A_ZIP', 'ZIP_NO_ENTRIES'];

/** Undefined: a dossier, whole or not. */
export function whatElse(opened: Opened): readonly Finding[] | undefined {
  if (opened.findings.some(({ code }) => UNREADABLE.includes(code))) return opened.findings;
  const seen = opened.kind === 'zip' && opened.refused ? [...opened.glance()] : undefined;
  // With a password on every file nobody can tell; on some only, somebody changed them.
  if (seen?.length && seen.every(({ name, locked }) => locked || name.endsWith('/'))) return opened.findings;
  if (opened.refused && !seen?.length) return undefined;
  const paths = seen ? seen.map(({ name }) => name) : opened.entries.map(({ path }) => path);
  if (paths.some((path) => isOfDossier(path) || (seen && isOfDossier(path.slice(path.indexOf('/') + 1))))) return undefined;
  return [finding('NOT_A_DOSSIER', 'stop', { path: opened.label, ...looksLike(paths, opened.kind) })];
}

function isOfDossier(path: string): boolean {
  return ROOT.test(path) || path === NOTE;
}

type Looks = Extract<Finding, { code: 'NOT_A_DOSSIER' }>['args']['looks'];

function looksLike(paths: readonly string[], kind: Opened['kind']): { readonly looks: Looks; readonly inside: string } {
  const has = (pattern: RegExp): boolean => paths.some((path) => pattern.test(path));
  if (has(/^case\.(?:ya?ml|json)$/)) return { looks: 'case', inside: '' };
  if (has(/^index\.json$|^evidence\//)) return { looks: 'payload', inside: '' };
  if (has(/^\[Content_Types\]\.xml$/)) return { looks: 'office', inside: '' };
  const inside = onlyInside(paths);
  if (inside === '') return { looks: 'other', inside };
  return { looks: kind === 'zip' ? 'zipped' : 'around', inside };
}

/** The one folder with a bag, or the one zip, that lies in a folder or a zip: what was meant when the one around it was chosen. */
function onlyInside(paths: readonly string[]): string {
  const bags = paths.flatMap((path) => /^(.+)\/bagit\.txt$/.exec(path)?.[1] ?? []);
  const found = bags.length > 0 ? bags : paths.filter((path) => /\.zip$/i.test(path));
  // A name that does not print as it is, is not proposed.
  return found.length === 1 && found[0] !== undefined && !/[\p{C}\ufffd]/u.test(found[0]) ? found[0] : '';
}
