/** What a receiver is told of a file, and what follows from it by itself: the one before the other, or instead of it. */
import { type Code, type Finding, sortFindings } from '../model/index.ts';

/** What happened to a file, before what else is therefore wrong: totals, lists, the index. */
const TELLING: readonly Code[] = [
  'DOSSIER_FINGERPRINT_DIFFERS',
  'DOSSIER_CUSTODY_HEAD_DIFFERS',
  'DOSSIER_FILE_CHANGED',
  'DOSSIER_FILE_MISSING',
  'DOSSIER_FILE_UNLISTED',
  'DOSSIER_READ_FAILED',
];
/** Of the same file: the log and the index say it once more. */
const FOLLOWING: Readonly<Partial<Record<Code, readonly Code[]>>> = {
  DOSSIER_FILE_CHANGED: ['DOSSIER_CUSTODY_DIGEST', 'ZIP_CRC'],
  DOSSIER_FILE_MISSING: ['DOSSIER_CUSTODY_UNKNOWN', 'DOSSIER_INDEX_UNKNOWN'],
  DOSSIER_FILE_UNLISTED: ['DOSSIER_CUSTODY_UNPACKED', 'DOSSIER_INDEX_LACKS'],
};

/** Of the log: a file that it names and that is not here. Where the rules say what became of it, that is said and not this. */
export function withoutAccounted(read: readonly Finding[], ruled: readonly Finding[]): readonly Finding[] {
  const accounted = new Set(
    ruled.flatMap((f) => ((f.code === 'FIXED_FILE_GONE' || f.code === 'FIXED_FILE_LEFT') && f.since === undefined ? f.args.paths : [])),
  );
  return read.filter((f) => f.code !== 'DOSSIER_CUSTODY_UNKNOWN' || f.severity !== 'warning' || !accounted.has(belowEvidence(f.args.path)));
}

const belowEvidence = (path: string): string => path.replace(/^data\/evidence\//, '');

function rank({ code }: Finding): number {
  const found = TELLING.indexOf(code);
  return found === -1 ? TELLING.length : found;
}

/** What tells most first, then by place. */
export function tellingFirst(findings: readonly Finding[]): Finding[] {
  return sortFindings(findings).toSorted((a, b) => rank(a) - rank(b));
}

/** Said once on paper for people; `--json` has all. A changed file also breaks its CRC, its SM3 and its line in the log. */
export function forReceiver(findings: readonly Finding[]): Finding[] {
  const told = new Set(findings.flatMap((f) => (isTold(f) ? (FOLLOWING[f.code] ?? []).map((code) => `${code} ${entryOf(f)}`) : [])));
  const changed = new Set(findings.filter((f) => f.code === 'DOSSIER_FILE_CHANGED' && isTold(f)).map(entryOf));
  return findings.filter((f) => !told.has(`${f.code} ${entryOf(f)}`) && (isTold(f) || !changed.has(entryOf(f))));
}

/** Where both digests of a file differ, SHA-256 speaks for them. */
const isTold = (f: Finding): boolean => f.code !== 'DOSSIER_FILE_CHANGED' || f.args.algorithm === 'sha256';
const entryOf = ({ at }: Finding): string => (at && 'entry' in at ? at.entry : '');

/** What an added file leads to by itself: totals, the index, the log. */
const BESIDE: readonly Code[] = ['DOSSIER_OXUM', 'DOSSIER_INDEX_LACKS', 'DOSSIER_CUSTODY_UNPACKED'];
/** Files that stand where nothing lists them. */
const isAdded = ({ code }: Pick<Finding, 'code'>): boolean => code === 'DOSSIER_FILE_UNLISTED';

/** A format that nobody here knows: what its lists cover cannot be said. */
export const formatUnknown = (findings: readonly Pick<Finding, 'code'>[]): boolean =>
  findings.some(({ code }) => code === 'DOSSIER_FORMAT_NEWER' || code === 'DOSSIER_FORMAT_UNKNOWN');

/** Is all that stops a file too many? Then every listed file agrees. A renamed one is missing as well. */
export function onlyAdded(findings: readonly Pick<Finding, 'code' | 'severity'>[]): boolean {
  const stops = findings.filter(({ severity }) => severity === 'stop' || severity === 'error');
  return stops.some(isAdded) && stops.every((f) => isAdded(f) || BESIDE.includes(f.code));
}

/** Files, each once however many digests of it differ. */
export function countOf(findings: readonly Finding[]): { readonly changed: number; readonly missing: number; readonly added: number } {
  const count = (is: (f: Finding) => boolean): number => new Set(findings.filter(is).map(entryOf)).size;
  return {
    changed: count(({ code }) => code === 'DOSSIER_FILE_CHANGED' || code === 'DOSSIER_READ_FAILED'),
    missing: count(({ code }) => code === 'DOSSIER_FILE_MISSING'),
    added: count(isAdded),
  };
}
