/** The tables of pack.json that are counted with: thresholds and days off. A wrong day here is a wrong deadline. */
import { type CalendarYear, parseYuan, type Threshold } from '../model/index.ts';

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
