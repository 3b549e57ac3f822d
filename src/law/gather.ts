/** What the rules found, made readable: what was cured is set apart, and what many items lack is said once. */
import { type Args, curesOf, type Loose } from './cures.ts';
import type { Hit, Rule, RuleInput } from './rule.ts';

/** Up to so many items with the same gap are each said in their own place. */
const SAID_SINGLY = 3;

/** The hits of one rule, cured ones softened, equal ones together. */
export function gather(hits: Iterable<Hit>, rule: Rule, input: RuleInput): readonly Hit[] {
  const cures = curesOf(rule, input);
  return together(([...hits] as readonly Loose[]).flatMap(cures)) as readonly Hit[];
}

/** Hits that differ only in their lists of numbers become one, in the place of the first. */
function together(hits: readonly Loose[]): readonly Loose[] {
  const groups = new Map<string, Loose[]>();
  for (const h of hits) {
    const key = keyOf(h);
    const group = groups.get(key);
    if (group) group.push(h);
    else groups.set(key, [h]);
  }
  return hits.flatMap((h) => {
    const group = groups.get(keyOf(h)) ?? [];
    if (group.length <= SAID_SINGLY || !Object.values(h.args).some(Array.isArray)) return [h];
    return group[0] === h ? [{ ...h, args: union(group.map(({ args }) => args)) }] : [];
  });
}

function keyOf({ code, severity, ref, args }: Loose): string {
  return JSON.stringify([code, severity, ref?.form, Object.entries(args).filter(([, value]) => !Array.isArray(value))]);
}

function union(all: readonly Args[]): Args {
  const [first = {}] = all;
  const joined = Object.keys(first).map((name) => {
    const values = all.map((args) => args[name]);
    return [name, Array.isArray(first[name]) ? [...new Set(values.flat())] : first[name]] as const;
  });
  return Object.fromEntries(joined);
}
