/** M-09: scans of signed papers, as files. */
import { type CaseFile, type LoadedCase, signedScans } from '../case/index.ts';
import { underRule } from '../law/index.ts';
import { type Finding, type FormName, finding } from '../model/index.ts';
import { lookAtScans, type ScanLook } from '../scan/index.ts';

/** What the scans of a case are, by their paths in it. */
export interface LookedAt {
  readonly looks: ReadonlyMap<string, ScanLook>;
  /** Of the files by themselves. */
  readonly findings: readonly Finding[];
}

interface Options {
  readonly signal?: AbortSignal | undefined;
  /** Forms whose papers are in no dossier: what is wrong with their scans holds none up. */
  readonly beside?: readonly FormName[];
  /** What is known of files that did not change since: by the stamp of each, which `stampOf` gives. Filled up here. */
  readonly known?: { readonly looks: Map<string, ScanLook>; stampOf(absolute: string): string };
}

/** Letters and the lead for the supervisory organ. */
const BESIDE: readonly FormName[] = ['supervision', 'correspondence'];

/** Opens every scan that the forms name and that is there. @throws Fault ABORTED */
export async function lookedAt(
  { forms, locate }: Pick<LoadedCase, 'forms' | 'locate'>,
  files: readonly CaseFile[],
  { signal, beside = BESIDE, known }: Options,
): Promise<LookedAt> {
  const there = signedScans(forms).flatMap((named) => {
    const file = files.find(({ role, path }) => role === 'signedScan' && path === named.scan.path);
    return file ? [{ ...named, absolute: file.absolute }] : [];
  });
  if (there.length === 0) return { looks: new Map(), findings: [] };
  const stamps = there.map(({ absolute }) => known?.stampOf(absolute) ?? absolute);
  const kept = new Map(known?.looks);
  const fresh = there.filter((_, i) => !kept.has(stamps[i] as string)).map(({ absolute }) => absolute);
  const found = await lookAtScans(fresh, signal);
  const looks = there.map(({ absolute }, i) => kept.get(stamps[i] as string) ?? (found[fresh.indexOf(absolute)] as ScanLook));
  known?.looks.clear();
  for (const [i, look] of looks.entries()) known?.looks.set(stamps[i] as string, look);
  const findings = there.flatMap(({ form, pointer, scan: { path } }, i) => {
    const look = looks[i] as ScanLook;
    const at = { at: locate({ form, pointer }) };
    if ('fault' in look) return [finding('SCAN_UNUSABLE', beside.includes(form) ? 'warning' : 'stop', { path, problem: look.fault }, at)];
    if ('print' in look) return [finding('SCAN_IS_PRINT', 'warning', { path }, at)];
    return 'unseen' in look ? [finding('SCAN_NOT_LOOKED_AT', 'warning', { path, unseen: look.unseen, format: look.format ?? '' }, at)] : [];
  });
  return { looks: new Map(there.map(({ scan }, i) => [scan.path, looks[i] as ScanLook])), findings: findings.map(underRule) };
}
