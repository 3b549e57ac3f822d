/** The tables of pack.json: thresholds, days off, and what a pack adds to the tables of the law. A wrong day here is a wrong deadline. */
import { fieldAt } from '../case/index.ts';
import { allowedSeverities, RULES } from '../law/index.ts';
import {
  BEHAVIOURS,
  beginText,
  behaviour,
  type CalendarYear,
  FORM_NAMES,
  type FormName,
  offence,
  type PackBehaviour,
  type PackName,
  type PackNarrative,
  type PackOffence,
  type PackSeverity,
  parseYuan,
  type Threshold,
} from '../model/index.ts';

export interface Problem {
  /** Behind the table's name: `/0/holidays/3`. */
  readonly pointer: string;
  readonly expected: string;
}

const AMOUNTS = ['large', 'largeTo', 'huge', 'hugeTo', 'enormous', 'enormousTo'] as const;

/** The first row of `thresholds` whose amounts do not rise. */
export function thresholdProblem(rows: readonly Threshold[] | undefined): Problem | undefined {
  for (const [i, row] of (rows ?? []).entries()) {
    let least = -1n;
    for (const name of AMOUNTS) {
      const fen = row[name] === undefined ? least : (parseYuan(row[name]) ?? -2n);
      if (fen < least) return { pointer: `/${i}/${name}`, expected: '由小到大的数额' };
      least = fen;
    }
  }
  return undefined;
}

/** The first thing amiss in `calendar`: each year once, each day of its year, none both off and on. */
export function calendarProblem(rows: readonly CalendarYear[] | undefined): Problem | undefined {
  const years = new Set<number>();
  for (const [i, row] of (rows ?? []).entries()) {
    if (years.has(row.year)) return { pointer: `/${i}/year`, expected: '每年一行' };
    years.add(row.year);
    const seen = new Set<string>();
    for (const list of ['holidays', 'workdays'] as const) {
      const wrong = row[list].findIndex((day) => !day.startsWith(`${row.year}-`) || seen.size === seen.add(day).size);
      if (wrong >= 0) return { pointer: `/${i}/${list}/${wrong}`, expected: `${row.year} 年的日期，只列一次` };
    }
  }
  return undefined;
}

/** The first row of `behaviours` that is no situation of the national table, or bears a code twice or of the table. */
export function behaviourProblem(rows: readonly PackBehaviour[] = []): Problem | undefined {
  const codes = new Set(BEHAVIOURS.map(({ code }) => code));
  for (const [i, { code, of }] of rows.entries()) {
    if (codes.has(code)) return { pointer: `/${i}/code`, expected: '全国情形和本表都没有的代码' };
    codes.add(code);
    const wrong = of.findIndex((national) => !behaviour(national));
    if (wrong >= 0) return { pointer: `/${i}/of/${wrong}`, expected: '全国情形的代码，如 YS-B3' };
  }
  return undefined;
}

/** Depth of braces is not counted: a brace that belongs to no blank is a slip. */
const LOOSE_BRACE = /[{}]/u;

/** The first row of `narratives` that is for no text of a form, or for no situation, or bears a name twice, or whose braces are no blanks. */
export function narrativeProblem(rows: readonly PackNarrative[] = [], own: readonly PackBehaviour[] = []): Problem | undefined {
  const seen = new Set<string>();
  for (const [i, { field, title, behaviours = [], text }] of rows.entries()) {
    const [form = '', pointer = ''] = field.split(':');
    const schema = isForm(form) ? fieldAt(form, pointer.replaceAll('*', '0')) : undefined;
    if (schema?.type !== 'string' || schema.enum || schema.format)
      return { pointer: `/${i}/field`, expected: 'case:/facts/*/narrative 一类的文字格' };
    const key = `${field} ${title}`;
    if (seen.has(key)) return { pointer: `/${i}/title`, expected: '同一格里没有用过的名称' };
    seen.add(key);
    const wrong = behaviours.findIndex((code) => !behaviour(code) && !own.some((row) => row.code === code));
    if (wrong >= 0) return { pointer: `/${i}/behaviours/${wrong}`, expected: '全国情形或者本包 behaviours 的代码' };
    if (LOOSE_BRACE.test(beginText(text, () => 'x')))
      return { pointer: `/${i}/text`, expected: '{笔数} 一类成对的花括号，里面 1 至 20 个字' };
  }
  return undefined;
}

const isForm = (name: string): name is FormName => FORM_NAMES.includes(name as FormName);

/** The first row of `offences` that the table has already: its articles are not for a pack to change. */
export function offenceProblem(rows: readonly PackOffence[] = []): Problem | undefined {
  const i = rows.findIndex(({ name }) => offence(name) !== undefined);
  return i < 0 ? undefined : { pointer: `/${i}/name`, expected: '罪名表里没有的罪名' };
}

/** The first row of `funds` or `departments` that is of no kind of the table, or bears a name twice or of the table. */
export function nameProblem(rows: readonly PackName[] = [], kinds: readonly string[] = []): Problem | undefined {
  const names = new Set(kinds);
  for (const [i, { name, of }] of rows.entries()) {
    if (names.has(name)) return { pointer: `/${i}/name`, expected: '全国类别和本表都没有的名称' };
    names.add(name);
    if (!kinds.includes(of)) return { pointer: `/${i}/of`, expected: kinds.join('、') };
  }
  return undefined;
}

/** The first row of `severities` that is of no rule, or goes beyond what the rule allows. */
export function severityProblem(rows: readonly PackSeverity[] = []): Problem | undefined {
  for (const [i, { rule: id, severity }] of rows.entries()) {
    const rule = RULES.find((row) => row.id === id);
    if (!rule) return { pointer: `/${i}/rule`, expected: '规则编号，见 mbpack rules' };
    const allowed = allowedSeverities(rule);
    if (!allowed.includes(severity)) return { pointer: `/${i}/severity`, expected: allowed.join('、') };
  }
  return undefined;
}
