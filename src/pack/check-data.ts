/** The tables of pack.json that are counted with: thresholds and days off. A wrong day here is a wrong deadline. */
import { isDay, parseYuan } from '../model/index.ts';

export interface Problem {
  /** Behind the table's name: `[0].holidays[3]`. */
  readonly field: string;
  readonly expected: string;
}

const AMOUNTS = ['large', 'largeTo', 'huge', 'hugeTo', 'enormous', 'enormousTo'] as const;
const CERTAINTIES: readonly unknown[] = ['原文', '转引', '待核'];

/** The first thing amiss in `thresholds`. */
export function thresholdProblem(value: unknown): Problem | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return { field: '', expected: '[ ]' };
  for (const [i, row] of (value as unknown[]).entries()) {
    if (!isObject(row)) return { field: `[${i}]`, expected: '{ }' };
    for (const name of ['region', 'crime', 'source'])
      if (typeof row[name] !== 'string' || row[name] === '') return { field: `[${i}].${name}`, expected: '文字' };
    if (!CERTAINTIES.includes(row.certainty)) return { field: `[${i}].certainty`, expected: CERTAINTIES.join(' / ') };
    let least = -1n;
    for (const name of AMOUNTS) {
      if (row[name] === undefined) continue;
      const fen = typeof row[name] === 'string' ? parseYuan(row[name]) : undefined;
      if (fen === undefined || fen < least) return { field: `[${i}].${name}`, expected: '"6000"' };
      least = fen;
    }
    const factors = row.nearFactors;
    if (factors !== undefined && !isTexts(factors)) return { field: `[${i}].nearFactors`, expected: '[ ]' };
  }
  return undefined;
}

/** The first thing amiss in `calendar`: each year once, each day of its year, none both off and on. */
export function calendarProblem(value: unknown): Problem | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return { field: '', expected: '[ ]' };
  const years = new Set<unknown>();
  for (const [i, row] of (value as unknown[]).entries()) {
    if (!isObject(row) || !Number.isSafeInteger(row.year) || years.has(row.year)) return { field: `[${i}].year`, expected: '2026' };
    years.add(row.year);
    if (typeof row.source !== 'string' || row.source === '') return { field: `[${i}].source`, expected: '文字' };
    const seen = new Set<string>();
    for (const list of ['holidays', 'workdays'] as const) {
      const days = row[list];
      if (!isTexts(days)) return { field: `[${i}].${list}`, expected: '[ ]' };
      const wrong = days.findIndex((day) => !isDay(day) || !day.startsWith(`${row.year}-`) || seen.size === seen.add(day).size);
      if (wrong >= 0) return { field: `[${i}].${list}[${wrong}]`, expected: `${row.year}-01-01` };
    }
  }
  return undefined;
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((v) => typeof v === 'string');

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
