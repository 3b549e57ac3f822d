/** Runs the table over a case. Pure: what it may know comes in, findings come out. */
import { type Case, type Finding, finding, madeBefore } from '../model/index.ts';
import { defectFindings } from './cures.ts';
import { joined } from './evidence/custody.ts';
import { fixedKept } from './evidence/fixed-files.ts';
import { type FixityInput, unchanged } from './evidence/fixity.ts';
import { refixed } from './evidence/refixed-files.ts';
import { gather } from './gather.ts';
import type { Hit, Locate, Rule, RuleInput } from './rule.ts';
import { severityUnder } from './severities.ts';
import { approverApart } from './signing.ts';
import { RULES } from './table.ts';

export type { Locate } from './rule.ts';

/** Rules on evidence: a reason to go on stays inside; the police get a 情况说明 made from `records.defects`. */
const ON_EVIDENCE = /^(?:[EDTXWVBR]-|C-0[4589]$|G-03$)/u;

/** All findings of the law over a case, cures and reasons applied. */
export function checkCase(input: RuleInput, locate: Locate): Finding[] {
  const found = RULES.flatMap((rule) => gather(rule.check?.(input) ?? [], rule, input).map((h) => toFinding(rule, h, locate, input)));
  const reasons = input.case.internal?.reasons ?? [];
  const excused = new Set(reasons.map((r) => r.rule));
  return [...found.map((f) => excuse(f, excused)), ...defectFindings(input, RULES, found, locate), ...idleReasons(input, found, locate)];
}

/** What can be said of a case of which a form cannot be read. Without an evidence list, the log alone. */
export type KeptInput = Pick<RuleInput, 'custody' | 'now'> & Partial<Pick<FixityInput, 'case' | 'digests'>>;

/** C-03, E-09, E-13 and E-14 as far as files and log speak for themselves: a fault in one form must not hide a changed file. */
export function checkKept({ case: c, digests, ...log }: KeptInput, locate: Locate): Finding[] {
  const { custody } = log;
  const found: Readonly<Record<string, Iterable<Hit>>> = {
    'C-03': joined(log),
    'E-09': c && digests ? unchanged({ case: c, digests, ...(custody ? { custody } : {}) }) : [],
    'E-13': c && custody ? fixedKept({ case: c, custody }) : [],
    'E-14': c && custody ? refixed({ case: c, custody, ...(digests ? { digests } : {}) }) : [],
  };
  return RULES.flatMap((rule) => [...(found[rule.id] ?? [])].map((h) => toFinding(rule, h, locate)));
}

/** P-16 as far as two forms say: an approval is entered while others are not finished yet. */
export function checkApprover(c: Pick<Case, 'case' | 'internal'>, locate: Locate): Finding[] {
  return RULES.flatMap((rule) => (rule.id === 'P-16' ? [...approverApart({ case: c })].map((h) => toFinding(rule, h, locate)) : []));
}

function toFinding(
  rule: Rule,
  { code, args, ref, severity, before, unverified }: Hit,
  locate: Locate,
  { madeBy, pack }: Partial<Pick<RuleInput, 'madeBy' | 'pack'>> = {},
): Finding {
  // What nobody asked for on its day is no fault of a dossier. A version that is none is no excuse.
  const isNewer = (version?: string) => version !== undefined && madeBefore(version, madeBy);
  const was = isNewer(rule.since) ? 'info' : isNewer(before?.version) ? before?.severity : undefined;
  const since = was === 'info' ? (rule.since ?? before?.version) : undefined;
  return finding(code, was ?? severityUnder(pack, rule, severity), args, {
    at: ref ? locate(ref) : undefined,
    rule: rule.id,
    basis: rule.basis,
    ...(rule.unverified || unverified ? { unverified: true } : {}),
    ...(since === undefined ? {} : { since }),
  });
}

/** A recorded reason lets a referral go on (必须移送); integrity, schema, approval and leaks are never lifted. */
function excuse(f: Finding, excused: ReadonlySet<string>): Finding {
  return f.severity === 'error' && f.rule && excused.has(f.rule) ? ({ ...f, severity: 'warning', excused: true } as Finding) : f;
}

/** The same for a finding that was made where files are read. */
export function excused(c: Case, f: Finding): Finding {
  return excuse(f, new Set((c.internal?.reasons ?? []).map((r) => r.rule)));
}

function* idleReasons({ case: c }: RuleInput, found: readonly Finding[], locate: Locate): Iterable<Finding> {
  for (const [i, { rule }] of (c.internal?.reasons ?? []).entries()) {
    const at = locate({ form: 'internal', pointer: `/reasons/${i}/rule` });
    if (!RULES.some((r) => r.id === rule)) yield finding('REASON_FOR_UNKNOWN_RULE', 'warning', { rule }, { at });
    else if (found.some((f) => f.rule === rule && f.severity === 'stop')) yield finding('REASON_NOT_LIFTABLE', 'warning', { rule }, { at });
    else if (ON_EVIDENCE.test(rule) && !c.records.defects.some((d) => d.rule === rule))
      yield finding('REASON_NEEDS_STATEMENT', 'warning', { rule }, { at });
  }
}
