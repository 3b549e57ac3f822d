/** The rule table: printed by `mbpack rules`, in docs/rules.md, and run by `checkCase`. */
import type { Finding } from '../model/index.ts';
import { AGREEMENT_RULES } from './agreement/index.ts';
import { AMOUNT_RULES } from './amount.ts';
import { APPROVAL_RULES } from './approval.ts';
import { BEHAVIOUR_RULES } from './behaviour-rules.ts';
import { FIXITY_RULES } from './fixity.ts';
import { IDENTITY_RULES } from './identity-rules.ts';
import { ITEM_RULES } from './item-rules.ts';
import { LETTER_RULES } from './letter.ts';
import { MATERIAL_RULES } from './material.ts';
import { PENALTY_RULES } from './penalty.ts';
import { RECIPIENT_RULES } from './recipient.ts';
import type { Rule } from './rule.ts';
import { SECRECY_RULES } from './secrecy.ts';

export const RULES: readonly Rule[] = [
  ...APPROVAL_RULES,
  ...RECIPIENT_RULES,
  ...PENALTY_RULES,
  ...MATERIAL_RULES,
  ...BEHAVIOUR_RULES,
  ...AMOUNT_RULES,
  ...FIXITY_RULES,
  ...ITEM_RULES,
  ...LETTER_RULES,
  ...SECRECY_RULES,
  ...IDENTITY_RULES,
  ...AGREEMENT_RULES,
];

/** The rules of an id (`A-01`), or those that make a code (`AMOUNT_BY_FUND_DIFFERS`). */
export function rulesFor(idOrCode: string): readonly Rule[] {
  const wanted = idOrCode.toUpperCase();
  return RULES.filter((rule) => rule.id === wanted || rule.codes.some((code) => code === wanted));
}

/** Findings that another room makes (files on disk, schema) get the row that they belong to. */
export function underRule(f: Finding): Finding {
  if (f.rule) return f;
  const row = RULES.find((rule) => rule.codes.includes(f.code) && OWNED_ELSEWHERE.has(rule.id));
  return row ? ({ ...f, rule: row.id, basis: row.basis } as Finding) : f;
}

/** Rows whose codes come from the case room. */
const OWNED_ELSEWHERE: ReadonlySet<string> = new Set(['M-01', 'M-07', 'M-08']);
