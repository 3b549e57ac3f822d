/** Runs the table over a case. Pure: what it may know comes in, findings come out. */
import { type Finding, finding, type LogRef, type Place, type Ref } from '../model/index.ts';
import type { Hit, Rule, RuleInput } from './rule.ts';
import { RULES } from './table.ts';

/** Turns a value's place in the case into a place in a file. */
export type Locate = (ref: Ref | LogRef) => Place | undefined;

/** All findings of the law over a case, reasons applied. */
export function checkCase(input: RuleInput, locate: Locate): Finding[] {
  const found = RULES.flatMap((rule) => [...(rule.check?.(input) ?? [])].map((h) => toFinding(rule, h, locate)));
  const reasons = input.case.internal?.reasons ?? [];
  const excused = new Set(reasons.map((r) => r.rule));
  return [...found.map((f) => excuse(f, excused)), ...idleReasons(input, found, locate)];
}

function toFinding(rule: Rule, { code, args, ref, severity }: Hit, locate: Locate): Finding {
  return finding(code, severity ?? rule.severity, args, {
    at: ref ? locate(ref) : undefined,
    rule: rule.id,
    basis: rule.basis,
    ...(rule.unverified ? { unverified: true } : {}),
  });
}

/** A recorded reason lets a referral go on (必须移送); integrity, schema, approval and leaks are never lifted. */
function excuse(f: Finding, excused: ReadonlySet<string>): Finding {
  return f.severity === 'error' && f.rule && excused.has(f.rule) ? ({ ...f, severity: 'warning', excused: true } as Finding) : f;
}

function* idleReasons({ case: c }: RuleInput, found: readonly Finding[], locate: Locate): Iterable<Finding> {
  for (const [i, { rule }] of (c.internal?.reasons ?? []).entries()) {
    const at = locate({ form: 'internal', pointer: `/reasons/${i}/rule` });
    if (!RULES.some((r) => r.id === rule)) yield finding('REASON_FOR_UNKNOWN_RULE', 'warning', { rule }, { at });
    else if (found.some((f) => f.rule === rule && f.severity === 'stop')) yield finding('REASON_NOT_LIFTABLE', 'warning', { rule }, { at });
  }
}
