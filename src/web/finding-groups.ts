/** Findings by the file that they concern: one changed file breaks several rules at once, and is one thing to look into. */
import type { Finding, Severity } from '../model/index.ts';
import { forReceiver, tellingFirst } from '../verdict/index.ts';

export interface FindingGroup {
  /** Path in the dossier; empty for the dossier as a whole. */
  readonly subject: string;
  /** The gravest first, and of those what tells most. */
  readonly findings: readonly Finding[];
  /** What follows from the same change by itself. */
  readonly following: readonly Finding[];
}

const GRAVEST_FIRST: readonly Severity[] = ['stop', 'error', 'warning', 'info'];
/** Of a name in the zip, the folder before what every dossier has at its root. */
const TOP_FOLDER = /^[^/]+\/(?=data\/|(?:bagit|bag-info|(?:tag)?manifest-\w+)\.txt$)/;

const gravity = ({ severity }: Finding): number => GRAVEST_FIRST.indexOf(severity);

export function byGravity(findings: readonly Finding[]): readonly Finding[] {
  return tellingFirst(findings).toSorted((a, b) => gravity(a) - gravity(b));
}

/** `label`: how the dossier was called, which stands before names of its files. */
export function groupsOf(findings: readonly Finding[], label: string): readonly FindingGroup[] {
  const said = new Set(forReceiver(findings));
  const groups = new Map<string, { subject: string; findings: Finding[]; following: Finding[] }>();
  for (const f of byGravity(findings)) {
    const subject = subjectOf(f, label);
    const group = groups.get(subject) ?? { subject, findings: [], following: [] };
    groups.set(subject, group);
    (said.has(f) ? group.findings : group.following).push(f);
  }
  // A map keeps the order of the first finding of each: where several are as grave, the dossier as a whole comes first.
  return [...groups.values()];
}

function subjectOf({ at }: Finding, label: string): string {
  if (!at) return '';
  const path = 'entry' in at ? at.entry : at.file;
  if (path === label) return '';
  if (path.startsWith(`${label}/`)) return path.slice(label.length + 1);
  return path.startsWith('data/') ? path : path.replace(TOP_FOLDER, '');
}
