/** Findings of one check. A hostile container can hold two hundred thousand faults of one kind: the first ones are named, the rest counted. */
import { type Code, type Codes, type Finding, finding, type Severity } from '../../model/index.ts';
import { LISTED_PER_CODE } from '../format/index.ts';

export interface Collector {
  add(finding: Finding): void;
  /** An integrity fault at an entry of the dossier, `stop` unless said otherwise. */
  note<C extends Code>(code: C, args: Codes[C], at?: { readonly entry: string; readonly offset?: number }, severity?: Severity): void;
  /** So many more of a code of which so many are listed that none of these can be. */
  count(code: Code, severity: Severity, times: number): void;
  has(code: Code): boolean;
  list(): Finding[];
}

/** Worst first: what is only counted weighs as much as the gravest of its kind. */
const GRAVITY: readonly Severity[] = ['stop', 'error', 'warning', 'info'];

export function collector(): Collector {
  const listed: Finding[] = [];
  const counts = new Map<Code, { count: number; worst: Severity }>();

  function count(code: Code, severity: Severity, times: number): number {
    if (times === 0) return 0;
    const seen = counts.get(code) ?? { count: 0, worst: severity };
    seen.count += times;
    if (GRAVITY.indexOf(severity) < GRAVITY.indexOf(seen.worst)) seen.worst = severity;
    counts.set(code, seen);
    return seen.count;
  }
  function add(one: Finding): void {
    if (count(one.code, one.severity, 1) <= LISTED_PER_CODE) listed.push(one);
  }
  return {
    add,
    count(code, severity, times) {
      count(code, severity, times);
    },
    note(code, args, at, severity = 'stop') {
      add(finding(code, severity, args, { at }));
    },
    has: (code) => counts.has(code),
    list() {
      const more = [...counts]
        .filter(([, { count }]) => count > LISTED_PER_CODE)
        .map(([code, { count, worst }]) => finding('DOSSIER_MORE', worst, { code, listed: LISTED_PER_CODE, count }));
      return [...listed, ...more];
    },
  };
}
