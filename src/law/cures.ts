/** 瑕疵 and their cures: what a defect of `records` lowers, what it cannot, and what is to be said of it. */
import {
  allRecords,
  type Basis,
  type Case,
  type Code,
  chineseDay,
  type Defect,
  dayInChina,
  type Finding,
  finding,
  parseInstant,
  type Severity,
} from '../model/index.ts';
import type { Hit, Locate, Rule, RuleInput } from './rule.ts';

/**
 * 补正 and 合理解释 lower a warning (解释 arts 86, 90, 113). An error asks for a reason in 内卷 besides, of which the defect is
 * the 情况说明; integrity and leaks are never lowered.
 */
const LOWERED: Readonly<Record<Severity, Severity>> = { stop: 'stop', error: 'error', warning: 'info', info: 'info' };

/** 不得作为定案的根据: no cure is provided for (解释 arts 86, 89, 97, 98). */
const INCURABLE: ReadonlySet<Code> = new Set<Code>([
  'PRESERVATION_RECORD_MISSING',
  'INTERVIEW_NOT_ALONE',
  'EXAMINATION_RECORD_MISSING',
  'EXAMINATION_GAP',
  'SAMPLE_ORIGIN_UNPROVEN',
]);
/** 解释 art. 89: words that the person did not confirm. The same code of another record is curable. */
const INCURABLE_OF_RULE: ReadonlySet<string> = new Set(['T-01 SIGNATURE_MISSING']);

/** No explanation puts a signature under a paper: whoever receives it is warned all the same. */
const NEVER_LOWERED: ReadonlySet<Code> = new Set<Code>(['RECORD_UNSIGNED_LATE']);

/** Fewer characters explain nothing. */
const SHORTEST_EXPLANATION = 4;

export type Args = Readonly<Record<string, unknown>>;
/** A hit whose arguments are looked at, whatever its code. */
export type Loose = Omit<Hit, 'args'> & { readonly args: Args };

export type Cures = (hit: Loose) => readonly Loose[];

/** What the defects of a rule do to its hits. */
export function curesOf(rule: Rule, input: RuleInput): Cures {
  const c = input.case;
  const defects = c.records.defects.filter((d) => d.rule === rule.id && explained(d) && !dayFault(d, input));
  const cured = new Set(defects.flatMap((d) => d.evidence));
  if (cured.size === 0) return (h) => [h];
  const papers = papersOf(c, [...cured]);
  return (h) => {
    const severity = h.severity ?? rule.severity;
    if (LOWERED[severity] === severity || NEVER_LOWERED.has(h.code) || isIncurable(h.code, rule.id)) return [h];
    const soft = { ...h, severity: LOWERED[severity] };
    const named = recordsOf(h.args);
    if (named.length > 0 && named.every((no) => papers.has(no))) return [soft];
    const own = evidenceOf(h.args);
    const all = own.length > 0 ? own : evidenceAround(h, input);
    const done = all.filter((no) => cured.has(no));
    if (done.length === 0) return [h];
    if (done.length === all.length) return [soft];
    if (own.length === 0) return [h];
    const open = all.filter((no) => !cured.has(no));
    return [
      { ...h, args: { ...h.args, evidence: open } },
      { ...soft, args: { ...h.args, evidence: done } },
    ];
  };
}

const isIncurable = (code: Code, rule: string): boolean => INCURABLE.has(code) || INCURABLE_OF_RULE.has(`${rule} ${code}`);

/** A defect of a record may name its signed paper in place of all that rests on it. */
function papersOf({ records }: Case, evidence: readonly string[]): ReadonlySet<string> {
  return new Set(allRecords(records).flatMap(({ record }) => (evidence.includes(record.paper ?? '') ? [record.recordNo] : [])));
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : []);

function recordsOf({ records, recordNo }: Args): readonly string[] {
  return typeof recordNo === 'string' ? [recordNo] : texts(records);
}

/** The evidence that a hit speaks of; a count beside one number speaks of more than that one, and is not softened by it. */
function evidenceOf({ evidence, evidenceNo, item, count }: Args): readonly string[] {
  if (Array.isArray(evidence)) return texts(evidence);
  if (typeof count === 'number' && count > 1) return [];
  return [evidenceNo, item].filter((no) => typeof no === 'string' && no !== '').slice(0, 1) as string[];
}

/** A line of the custody log speaks of its items, unless it is counted with others; a record of what rests on it. */
function evidenceAround({ ref, args }: Loose, { case: c, custody }: RuleInput): readonly string[] {
  if (typeof args.count === 'number' && args.count > 1) return [];
  const [recordNo] = recordsOf(args);
  if (ref?.form === 'custody') return custody?.events.find((e) => e.seq === Number(ref.pointer.slice(1)))?.items ?? [];
  if (recordNo === undefined) return [];
  return c.evidence.evidence.filter((e) => e.records?.includes(recordNo)).map((e) => e.evidenceNo);
}

const explained = ({ explanation }: Defect): boolean => [...explanation.replace(/\s/gu, '')].length >= SHORTEST_EXPLANATION;

/** Cured before there was anything to cure, or on a day that has not come. */
function dayFault(
  { on, evidence }: Defect,
  { case: c, now }: RuleInput,
): { readonly than: 'before' | 'future'; readonly limit: string } | undefined {
  const today = dayInChina(now);
  if (on > today) return { than: 'future', limit: today };
  const collected = c.evidence.evidence
    .filter((e) => evidence.includes(e.evidenceNo))
    .map((e) => dayInChina(parseInstant(e.collectedAt) ?? now))
    .sort();
  // What was collected before the case was filed may also have been mended before.
  const first = [c.case.filing.filedOn, ...collected.slice(0, 1)].sort()[0] ?? on;
  return on < first ? { than: 'before', limit: first } : undefined;
}

/** Says of every defect that it was heard: what it lowered, what it cannot, or that there is nothing that it speaks of. */
export function* defectFindings(input: RuleInput, rules: readonly Rule[], found: readonly Finding[], locate: Locate): Iterable<Finding> {
  const c = input.case;
  for (const [i, defect] of c.records.defects.entries()) {
    const at = (member: string) => locate({ form: 'records', pointer: `/defects/${i}/${member}` });
    const { rule: id, evidence, cure } = defect;
    const late = dayFault(defect, input);
    if (late)
      yield finding(
        'DEFECT_DAY_WRONG',
        'warning',
        { on: chineseDay(defect.on), than: late.than, limit: chineseDay(late.limit) },
        { at: at('on') },
      );
    if (!explained(defect))
      yield finding('DEFECT_UNEXPLAINED', 'warning', { evidence, least: SHORTEST_EXPLANATION }, { at: at('explanation') });
    if (id === undefined) continue;
    const rule = rules.find((r) => r.id === id);
    if (!rule) {
      yield finding('DEFECT_RULE_UNKNOWN', 'warning', { rule: id }, { at: at('rule') });
      continue;
    }
    const parts = partsOf(at('rule'), rule.id, rule.basis);
    const touched = found.filter((f) => f.rule === id && concerns(f, evidence, input));
    const [open] = touched.filter((f) => f.severity !== 'info');
    if (touched.length === 0) yield finding('DEFECT_TOUCHES_NOTHING', 'info', { rule: id, evidence }, parts);
    const incurable = open && isIncurable(open.code, id);
    // With a reason in 内卷 the defect is what the police are told.
    const joint = open?.severity === 'error' && c.internal?.reasons?.some((r) => r.rule === id);
    if (touched.some((f) => f.severity === 'info') || joint) yield finding('DEFECT_CURED', 'info', { rule: id, evidence, cure }, parts);
    if (open && (incurable || (open.severity !== 'warning' && !joint)))
      yield finding('DEFECT_NOT_LOWERED', 'info', { rule: id, evidence, why: incurable ? 'incurable' : 'grave' }, parts);
  }
}

function concerns(f: Finding, evidence: readonly string[], input: RuleInput): boolean {
  const args = f.args as Args;
  const papers = papersOf(input.case, evidence);
  if (recordsOf(args).some((no) => papers.has(no))) return true;
  const { evidenceNo } = args;
  if (typeof evidenceNo === 'string' && evidence.includes(evidenceNo)) return true;
  const own = evidenceOf(args);
  const form = f.at && 'file' in f.at && /custody/u.test(f.at.file) ? ('custody' as const) : ('records' as const);
  const pointer = f.at && 'pointer' in f.at ? (f.at.pointer ?? '') : '';
  const all = own.length > 0 ? own : evidenceAround({ code: f.code, args, ref: { form, pointer } } as Loose, input);
  return all.some((no) => evidence.includes(no));
}

const partsOf = (at: ReturnType<Locate>, rule: string, basis: readonly Basis[]) => ({ at, rule, basis });
