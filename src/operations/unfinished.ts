/** A form that cannot be read stops the law: what is still looked at, and what is said of the rest. */
import { checkKept } from '../law/index.ts';
import { type Finding, finding, NO_RECORDS } from '../model/index.ts';
import { type Digested, digestsByPath } from '../verdict/index.ts';
import type { CaseOptions, OpenedCase } from './open-case.ts';

/** Nothing of a case that is whole. `digested`: the listed files as they are now; absent where they were not read. */
export function unfinishedFindings(opened: OpenedCase, { now }: CaseOptions, digested?: readonly Digested[]): readonly Finding[] {
  const { loaded, pack } = opened;
  if (loaded.case && pack) return [];
  const { custody, locate, forms } = loaded;
  const kept = forms.evidence && digested ? { evidence: forms.evidence, records: forms.records ?? NO_RECORDS } : undefined;
  const found = checkKept(
    {
      now,
      ...(custody ? { custody } : {}),
      ...(kept && digested ? { case: kept, digests: digestsByPath(digested) } : {}),
    },
    locate,
  );
  // An old digest takes another reading of the file.
  const weak = kept?.evidence.evidence.some(({ files }) => files.some(({ md5, sha1 }) => md5 ?? sha1)) ?? false;
  const notChecked = [kept ? [] : (['files'] as const), weak ? (['weak'] as const) : [], ['words', 'rules', 'documents'] as const].flat();
  return [...found, finding('CHECK_NOT_COMPLETE', 'warning', { notChecked })];
}
