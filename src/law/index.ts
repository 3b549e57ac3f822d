export { isApproved, periodEnd } from './approval.ts';
export { checkCase, type Locate } from './check.ts';
export type { Rule, RuleInput } from './rule.ts';
export { RULES, rulesFor, underRule } from './table.ts';
