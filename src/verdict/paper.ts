/** The fingerprint of paper against the one that was found, group by group, at any time after the verdict. */
import { type OtherValue, type OwnValues, otherValue } from '../dossier/read/index.ts';
import { finding, groupsApart } from '../model/index.ts';
import { integrityOf } from './answers.ts';
import type { Verdict } from './judge.ts';

const DIGITS = 64;

export type PaperComparison =
  | { readonly kind: 'none' }
  /** `digits`: how many of hexadecimal; absent where others stand among them. */
  | { readonly kind: 'malformed'; readonly digits?: number }
  | { readonly kind: 'same' }
  /** A value that stands on paper as well, and agrees: nothing against the dossier. A head of the custody log is that of `line` of `lines`. */
  | ({ readonly kind: 'otherValue' } & OtherValue)
  /** Groups count from 1. */
  | { readonly kind: 'differs'; readonly groups: readonly number[] };

/** Spaces of any kind, hyphens, quotes, capitals and full-width digits are how people type it. */
export function paperDigits(given: string): string {
  return given
    .normalize('NFKC')
    .replace(/[\s\-‐-―"'“”‘’「」]/g, '')
    .toLowerCase();
}

export function comparePaper({ fingerprint, ...own }: OwnValues & { readonly fingerprint: string }, given: string): PaperComparison {
  const digits = paperDigits(given);
  if (digits === '') return { kind: 'none' };
  if (!/^[0-9a-f]*$/.test(digits)) return { kind: 'malformed' };
  if (digits.length !== DIGITS) return { kind: 'malformed', digits: digits.length };
  const groups = groupsApart(digits, fingerprint);
  if (groups.length === 0) return { kind: 'same' };
  const other = otherValue(digits, own);
  return other ? { kind: 'otherValue', ...other } : { kind: 'differs', groups };
}

/** The verdict as it would have been with this fingerprint given at the start. */
export function withPaper(verdict: Verdict, given: string): Verdict {
  const { fingerprint } = verdict;
  if (fingerprint === undefined) return verdict;
  const comparison = comparePaper({ ...verdict, fingerprint }, given);
  if (comparison.kind === 'otherValue') {
    const { kind: _, ...other } = comparison;
    const isHead = other.value === 'custodyHead';
    const told = finding('DOSSIER_EXPECT_OTHER_VALUE', isHead ? 'info' : 'warning', other);
    const looked = isHead ? { custodyHead: { given: paperDigits(given), line: other.line, lines: other.lines } } : {};
    return { ...verdict, ...looked, findings: [...verdict.findings, told] };
  }
  const { intact } = verdict.answers;
  if (comparison.kind === 'same') return { ...verdict, qualities: { ...verdict.qualities, integrity: integrityOf(intact, true) } };
  if (comparison.kind !== 'differs') return verdict;
  const at = { at: { entry: 'tagmanifest-sha256.txt' } };
  const differs = finding('DOSSIER_FINGERPRINT_DIFFERS', 'stop', { expected: paperDigits(given), found: fingerprint }, at);
  return {
    ...verdict,
    findings: [...verdict.findings, differs],
    answers: { ...verdict.answers, intact: 'no' },
    qualities: { ...verdict.qualities, integrity: 'fail' },
  };
}
