/** In which order people read findings, and what they are spared: what stops stands last, next to the summary. */
import type { Finding, Severity } from '../model/index.ts';
import { tellingFirst } from '../verdict/index.ts';

/** Lightest first. */
const ORDER: readonly Severity[] = ['info', 'warning', 'error', 'stop'];
/** With fewer of what stops, every blank field is told. */
const MANY = 30;
/** Of the blank fields of one file, these are told. */
const TOLD = 5;

/** Within a severity by place, but what happened to a file of a dossier before what is therefore wrong. */
export function byGravity(findings: readonly Finding[]): readonly Finding[] {
  const sorted = tellingFirst(findings);
  return ORDER.flatMap((severity) => sorted.filter((f) => f.severity === severity));
}

/** Fields of one file that are simply not filled in yet. */
export interface Blanks {
  readonly file: string;
  readonly count: number;
  readonly first: Finding;
}

/** A new case: of each file's blank fields the first few and their number; all else as it is. */
export function withoutBlanks(sorted: readonly Finding[]): readonly (Finding | Blanks)[] {
  if (sorted.filter(({ severity }) => severity === 'stop').length <= MANY) return sorted;
  const byFile = new Map<string, Finding[]>();
  for (const f of sorted) if (isBlank(f)) byFile.set(fileOf(f), [...(byFile.get(fileOf(f)) ?? []), f]);
  return sorted.flatMap((f): (Finding | Blanks)[] => {
    const file = fileOf(f);
    const blanks = isBlank(f) ? (byFile.get(file) ?? []) : [];
    const index = blanks.indexOf(f);
    if (blanks.length <= TOLD) return [f];
    return index === 0 ? [{ file, count: blanks.length, first: f }, f] : index < TOLD ? [f] : [];
  });
}

function isBlank(f: Finding): boolean {
  if (f.severity !== 'stop') return false;
  return f.code === 'FIELD_MISSING' || f.code === 'LIST_TOO_SHORT' || (f.code === 'FIELD_TYPE' && f.args.found === 'blank');
}

/** Of a finding in a form: its file. */
export function fileOf({ at }: Finding): string {
  return at && 'file' in at ? at.file : '';
}

/** `第 12 行`, `B3 格`; empty where the place is a whole file. */
export function spotOf({ at }: Finding, spot: (line: number, cell: string) => string): string {
  if (!at || 'entry' in at) return '';
  if ('line' in at) return spot(at.line, '');
  return 'cell' in at ? spot(0, at.cell) : '';
}
