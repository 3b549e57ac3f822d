/** What the rules still ask of the evidence: their numbers at each item, and once in a table what each asks. */
import type { Case } from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { evidenceNumbers } from './common.ts';

export function openView({ evidence }: Case, { openRules, ruleAsks }: RenderInput): readonly object[] {
  const items = new Map<string, string[]>();
  for (const { evidenceNo } of evidence.evidence) {
    for (const rule of new Set(openRules?.get(evidenceNo) ?? [])) {
      const own = items.get(rule);
      if (own) own.push(evidenceNo);
      else items.set(rule, [evidenceNo]);
    }
  }
  // In the order of the table of rules, as far as it is known.
  const order = [...(ruleAsks?.keys() ?? [])];
  const place = (rule: string): number => (order.includes(rule) ? order.indexOf(rule) : order.length);
  return [...items]
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([rule, numbers]) => ({ rule, asks: ruleAsks?.get(rule) ?? '—', items: evidenceNumbers(numbers) }));
}
