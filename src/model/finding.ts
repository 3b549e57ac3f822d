import type { FormName } from './case.ts';

/**
 * Every code a finding or an error may carry, with the arguments its sentence needs. Open here: the members are inferred from the
 * Chinese catalogue and added by messages/catalogues.ts, since a code without a sentence is none, and model imports no other room.
 */
// biome-ignore lint/suspicious/noEmptyInterface: messages/catalogues.ts fills it
export interface Codes {}
export type Code = keyof Codes;

/**
 * stop: integrity, schema, approval, leaks; nothing lifts it.
 * error: stops unless `internal` records a reason for that rule.
 * warning, info: never stop.
 */
export type Severity = 'stop' | 'error' | 'warning' | 'info';

/** Where a finding stands. Lines and columns count from 1; a column counts code points. */
export type Place =
  | { readonly file: string; readonly pointer: string; readonly line: number; readonly column: number }
  | { readonly file: string; readonly sheet: string; readonly cell: string }
  | { readonly file: string }
  | { readonly entry: string; readonly offset?: number };

/** A legal source: the document by its short official name, the article as it is cited. */
export interface Basis {
  readonly document: string;
  readonly article: string;
}

/** A fault that the user can mend. The sentence is made from `code` and `args` at the edge. */
export type Finding = {
  readonly [C in Code]: {
    readonly code: C;
    readonly severity: Severity;
    readonly args: Codes[C];
    readonly at?: Place;
    /** Id of the rule table, such as `A-01`. */
    readonly rule?: string;
    readonly basis?: readonly Basis[];
    /** The source is recalled, not read: the sentence ends in 待核. */
    readonly unverified?: boolean;
    /** An error that a recorded reason lifts to a warning (必须移送: 国务院令第310号 art. 3). */
    readonly excused?: boolean;
    /** At verify: the version since which the rule runs, where the dossier is of an older one. Then it is a remark. */
    readonly since?: string;
    /** The value that mends it, where check knows it exactly. */
    readonly fix?: Fix;
  };
}[Code];

/** A value of a form: `pointer` is a JSON pointer. */
export interface Fix {
  readonly form: FormName;
  readonly pointer: string;
  readonly value: unknown;
}

export interface FindingParts {
  readonly at?: Place | undefined;
  readonly rule?: string;
  readonly basis?: readonly Basis[];
  readonly unverified?: boolean;
  readonly since?: string;
  readonly fix?: Fix | undefined;
}

/** Makes a finding; absent parts stay absent. */
export function finding<C extends Code>(code: C, severity: Severity, args: Codes[C], parts: FindingParts = {}): Finding {
  const { at, fix, ...rest } = parts;
  return { code, severity, args, ...(at ? { at } : {}), ...(fix ? { fix } : {}), ...rest } as Finding;
}

/** What ends the program: the same codes as findings. `exit` 1: the case or dossier is at fault; 2: mbpack could not do its job. */
export class Fault extends Error {
  readonly finding: Finding;
  readonly exit: 1 | 2;

  constructor(fault: Finding, exit: 1 | 2, cause?: unknown) {
    super(fault.code, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.finding = fault;
    this.exit = exit;
  }
}

/** Ends the program with a code of the catalogue. */
export function fault<C extends Code>(code: C, exit: 1 | 2, args: Codes[C], parts: FindingParts = {}, cause?: unknown): Fault {
  return new Fault(finding(code, 'stop', args, parts), exit, cause);
}

/** Order for printing: file or entry, line, column or cell, code. Independent of locale. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings
    .map((f, i) => ({ f, i, key: sortKey(f) }))
    .sort((a, b) => compareKeys(a.key, b.key) || a.i - b.i)
    .map(({ f }) => f);
}

type Key = readonly [string, number, number, string, string];

function sortKey(f: Finding): Key {
  const { at } = f;
  if (!at) return ['', 0, 0, '', f.code];
  if ('entry' in at) return [at.entry, at.offset ?? 0, 0, '', f.code];
  if ('line' in at) return [at.file, at.line, at.column, '', f.code];
  if ('cell' in at) return [at.file, Number(/\d+$/.exec(at.cell)?.[0] ?? 0), at.cell.length, `${at.sheet}!${at.cell}`, f.code];
  return [at.file, 0, 0, '', f.code];
}

function compareKeys(a: Key, b: Key): number {
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as string | number;
    const y = b[i] as string | number;
    if (x < y) return -1;
    if (x > y) return 1;
  }
  return 0;
}
