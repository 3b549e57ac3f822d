/** Findings of one check. A hostile container can hold two hundred thousand faults of one kind: the first ones are named, the rest counted. */
import { type Code, type Codes, type Finding, finding, type Severity } from '../../model/index.ts';
import { LISTED_PER_CODE } from '../format/index.ts';

export interface Collector {
  add(finding: Finding): void;
  /** An integrity fault at an entry of the dossier, `stop` unless said otherwise. */
  note<C extends Code>(code: C, args: Codes[C], at?: { readonly entry: string; readonly offset?: number }, severity?: Severity): void;
  has(code: Code): boolean;
  list(): Finding[];
}

/** Worst first: what is only counted weighs as much as the gravest of its kind. */
const GRAVITY: readonly Severity[] = ['stop', 'error', 'warning', 'info'];

export function collector(): Collector {
  const listed: Finding[] = [];
  const counts = new Map<Code, { count: number; worst: Severity }>();

  function add(one: Finding): void {
    const seen = counts.get(one.code) ?? { count: 0, worst: one.severity };
    seen.count += 1;
    if (GRAVITY.indexOf(one.severity) < GRAVITY.indexOf(seen.worst)) seen.worst = one.severity;
    counts.set(one.code, seen);
    if (seen.count <= LISTED_PER_CODE) listed.push(one);
  }
  return {
    add,
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
