/** What the rules found, made readable: what was cured is set apart, and what many items lack is said once. */
import { allRecords, type Basis, type Finding, finding, type RecordsForm, type Severity } from '../model/index.ts';
import type { Hit, Locate, Rule, RuleInput } from './rule.ts';

/** Up to so many items with the same gap are each said in their own place. */
const SAID_SINGLY = 3;
/** 补正 and 合理解释 soften what a rule found (解释 arts 86, 90, 113); integrity and leaks are not softened. */
const SOFTENED: Readonly<Record<Severity, Severity>> = { stop: 'stop', error: 'warning', warning: 'info', info: 'info' };

type Args = Readonly<Record<string, unknown>>;
type Loose = Omit<Hit, 'args'> & { readonly args: Args };

/** The hits of one rule, cured ones softened, equal ones together. */
export function gather(hits: Iterable<Hit>, rule: Rule, form: RecordsForm): readonly Hit[] {
  const cured = new Set(form.defects.filter((d) => d.rule === rule.id).flatMap((d) => d.evidence));
  const loose = [...hits] as readonly Loose[];
  if (cured.size === 0) return together(loose) as readonly Hit[];
  // A defect of a record may name its signed paper in place of all that rests on it.
  const papers = new Set(allRecords(form).flatMap(({ record }) => (cured.has(record.paper ?? '') ? [record.recordNo] : [])));
  return together(loose.flatMap((h) => soften(h, rule, cured, papers))) as readonly Hit[];
}

/** The evidence that a hit speaks of; a count beside one number speaks of more than that one, and is not softened by it. */
function evidenceOf({ evidence, evidenceNo, count }: Args): readonly string[] {
  if (Array.isArray(evidence)) return evidence.filter((no) => typeof no === 'string');
  if (typeof count === 'number' && count > 1) return [];
  return typeof evidenceNo === 'string' ? [evidenceNo] : [];
}

function soften(h: Loose, rule: Rule, cured: ReadonlySet<string>, papers: ReadonlySet<string>): readonly Loose[] {
  const severity = h.severity ?? rule.severity;
  const soft = { ...h, severity: SOFTENED[severity] };
  const { records } = h.args;
  if (Array.isArray(records) && records.length > 0 && records.every((no) => papers.has(no))) return [soft];
  const all = evidenceOf(h.args);
  const done = all.filter((no) => cured.has(no));
  if (severity === 'stop' || done.length === 0) return [h];
  if (done.length === all.length) return [soft];
  const open = all.filter((no) => !cured.has(no));
  return [
    { ...h, args: { ...h.args, evidence: open } },
    { ...soft, args: { ...h.args, evidence: done } },
  ];
}

/** Hits that differ only in their lists of numbers become one, in the place of the first. */
function together(hits: readonly Loose[]): readonly Loose[] {
  const groups = new Map<string, Loose[]>();
  for (const h of hits) {
    const key = keyOf(h);
    groups.set(key, [...(groups.get(key) ?? []), h]);
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

/** Says of every defect that it was heard: what it softened, or that no rule bears its number. */
export function* defectFindings(
  { case: c }: RuleInput,
  rules: readonly Rule[],
  found: readonly Finding[],
  locate: Locate,
): Iterable<Finding> {
  for (const [i, { rule: id, evidence, cure }] of c.records.defects.entries()) {
    if (id === undefined) continue;
    const papers = allRecords(c.records).flatMap(({ record }) => (evidence.includes(record.paper ?? '') ? [record.recordNo] : []));
    const at = locate({ form: 'records', pointer: `/defects/${i}/rule` });
    const rule = rules.find((r) => r.id === id);
    if (!rule) yield finding('DEFECT_RULE_UNKNOWN', 'warning', { rule: id }, { at });
    else if (found.some((f) => f.rule === id && concerns(f.args as Args, evidence, papers)))
      yield finding('DEFECT_CURED', 'info', { rule: id, evidence, cure }, partsOf(at, rule.id, rule.basis));
  }
}

function concerns(args: Args, evidence: readonly string[], papers: readonly string[]): boolean {
  const records: readonly unknown[] = Array.isArray(args.records) ? args.records : [];
  const { evidenceNo } = args;
  if (typeof evidenceNo === 'string' && evidence.includes(evidenceNo)) return true;
  return evidenceOf(args).some((no) => evidence.includes(no)) || papers.some((no) => records.includes(no));
}

const partsOf = (at: ReturnType<Locate>, rule: string, basis: readonly Basis[]) => ({ at, rule, basis });
