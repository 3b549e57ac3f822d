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

/**
 * Findings of one code, rule and severity stand together where the first of them stood: those of one cause over all forms, of others those of one
 * form; what stands in no form, all. Few of them each stand alone.
 */
export function gathered(sorted: readonly Finding[]): readonly Gathered[] {
  const causes = grouped(sorted, causeOf);
  const forms = grouped(
    sorted.filter((f) => !isMany(causes.get(causeOf(f)))),
    formOf,
  );
  return sorted.flatMap((f): Gathered[] => {
    const group = [causes.get(causeOf(f)), forms.get(formOf(f))].find(isMany);
    if (!group || APART.has(f.code)) return [{ first: f, others: [] }];
    return group[0] === f ? [{ first: f, others: group.slice(1) }] : [];
  });
}

const isMany = (group: readonly Finding[] | undefined): boolean => group !== undefined && group.length > EACH_TOLD;

function grouped(findings: readonly Finding[], keyOf: (f: Finding) => string): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const f of findings) {
    const group = groups.get(keyOf(f));
    if (group) group.push(f);
    else groups.set(keyOf(f), [f]);
  }
  return groups;
}

/** Each has a cause of its own, which its place does not tell. */
const APART: ReadonlySet<Code> = new Set(['DEADLINE_MISSED', 'DEADLINE_RUNNING']);

const kindOf = ({ code, severity, rule = '', excused = false }: Finding): readonly unknown[] => [severity, code, rule, excused];

/** One id that leads nowhere is one cause, wherever it is written. */
function causeOf(f: Finding): string {
  const cause = 'id' in f.args ? f.args.id : '';
  return JSON.stringify([...kindOf(f), cause, cause === '' ? formOf(f) : '']);
}

function formOf(f: Finding): string {
  const { at } = f;
  return JSON.stringify([...kindOf(f), at && ('line' in at || 'cell' in at) ? at.file : '']);
}
