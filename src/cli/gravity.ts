/** In which order people read findings, and what they are spared: what stops stands last, next to the summary; one cause is told once. */
import type { Code, Finding, Severity } from '../model/index.ts';
import { tellingFirst } from '../verdict/index.ts';

/** Lightest first. */
const ORDER: readonly Severity[] = ['info', 'warning', 'error', 'stop'];
/** So many of one code, and fewer, are each told whole. */
const EACH_TOLD = 3;

/** Within a severity by place, but what happened to a file of a dossier before what is therefore wrong. */
export function byGravity(findings: readonly Finding[]): readonly Finding[] {
  const sorted = tellingFirst(findings);
  return ORDER.flatMap((severity) => sorted.filter((f) => f.severity === severity));
}

/** One code at many places: the first is told whole, the others by where they stand. */
export interface Gathered {
  readonly first: Finding;
  readonly others: readonly Finding[];
}

/** Findings of one code, rule and severity in one form, or over all files, stand together where the first of them stood; few of them each stand alone. */
export function gathered(sorted: readonly Finding[]): readonly Gathered[] {
  const groups = new Map<string, Finding[]>();
  for (const f of sorted) groups.set(keyOf(f), [...(groups.get(keyOf(f)) ?? []), f]);
  return sorted.flatMap((f): Gathered[] => {
    const group = groups.get(keyOf(f)) ?? [f];
    if (group.length <= EACH_TOLD || APART.has(f.code)) return [{ first: f, others: [] }];
    return group[0] === f ? [{ first: f, others: group.slice(1) }] : [];
  });
}

/** Each has a cause of its own, which its place does not tell. */
const APART: ReadonlySet<Code> = new Set(['DEADLINE_MISSED', 'DEADLINE_RUNNING']);

function keyOf({ code, severity, rule = '', excused = false, at }: Finding): string {
  const form = at && ('line' in at || 'cell' in at) ? at.file : '';
  return JSON.stringify([severity, code, rule, excused, form]);
}
