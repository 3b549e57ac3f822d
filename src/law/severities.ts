/** What a pack may make of a rule: what the national table holds for an error of law or a stop stays one; recalled sources only warn. */
import type { Severity, TemplatePack } from '../model/index.ts';
import type { Rule } from './rule.ts';

type Row = Pick<Rule, 'id' | 'severity' | 'unverified'>;

/** The severities that a pack may give to a rule, its own among them. */
export function allowedSeverities({ severity, unverified }: Row): readonly Severity[] {
  if (severity === 'stop' || severity === 'error') return [severity];
  return unverified ? ['warning', 'info'] : ['error', 'warning', 'info'];
}

/** The severity of a hit of a rule under a pack. `own`: what the hit says itself; one that differs from its row stays. */
export function severityUnder(pack: Pick<TemplatePack, 'severities'> | undefined, rule: Row, own: Severity | undefined): Severity {
  const national = own ?? rule.severity;
  const set = pack?.severities?.find((row) => row.rule === rule.id)?.severity;
  return set !== undefined && national === rule.severity && allowedSeverities(rule).includes(set) ? set : national;
}
