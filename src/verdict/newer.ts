/**
 * Dossiers of a newer version are not accused: their integrity is answered in full, and in place of the rules stands that they were not
 * asked. A dossier says so itself (its format, or the program that made it), or has members that no schema here names; these may as well
 * have been put there by somebody, which is told. It is a warning always: nobody switches the rules off without a word.
 */
import type { LoadedCase } from '../case/index.ts';
import { CASE_DATA, NEWEST_KNOWN } from '../dossier/read/index.ts';
import { compareVersions, type Finding, finding } from '../model/index.ts';
import { broken } from './answers.ts';
import type { ReadDossier } from './read-dossier.ts';

/** Members that are named; the rest are counted. */
const NAMED = 5;

export type NewerDossier = Extract<Finding, { code: 'DOSSIER_NEWER' }>;

/** `version` of this program. */
export function newerDossier(check: ReadDossier, loaded: LoadedCase | undefined, version: string): NewerDossier | undefined {
  const format = check.info.get('Mbpack-Format') ?? '';
  const newerFormat = check.format === 'newer';
  // A changed byte in a name makes a member that nobody knows: then it is a change, which the digests tell.
  const ofForms = (loaded?.unknown ?? []).map(({ form, member }) => ({ entry: `${CASE_DATA}${form}.json`, member }));
  const unknown = broken(check) ? [] : namesOf([...check.unknown, ...ofForms]);
  if (!newerFormat && unknown.length === 0) return undefined;
  const { name, version: made } = check.index?.software ?? { name: '', version: '' };
  const args = {
    ...(newerFormat ? { format } : {}),
    known: NEWEST_KNOWN,
    members: unknown.slice(0, NAMED),
    more: Math.max(0, unknown.length - NAMED),
    software: `${name} ${made}`.trim(),
    version,
    later: (compareVersions(made, version) ?? 0) > 0,
  };
  return finding('DOSSIER_NEWER', 'warning', args) as NewerDossier;
}

/** `data/case/evidence.json: evidence/origin`, each once: a list has one in each of its rows. */
function namesOf(unknown: readonly { readonly entry: string; readonly member: string }[]): readonly string[] {
  return [...new Set(unknown.map(({ entry, member }) => `${entry}: ${member.replace(/\/\d+(?=\/)/g, '')}`))];
}
