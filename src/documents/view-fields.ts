/** What a document may print, read off the view of the invented case: for docs/reference/templates.md. */
import type { DocumentId } from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';
import { sampleInput } from './sample.ts';
import { GLOBALS } from './template-check.ts';
import { wholeView } from './views/index.ts';

export interface ViewField {
  /** `facts[].title` */
  readonly path: string;
  readonly kind: 'text' | 'list' | 'texts' | 'group' | 'absent';
  readonly example: string;
}

/** Most characters of an example. */
const EXAMPLE = 24;

export function viewFields(pack: LoadedPack, id: DocumentId): readonly ViewField[] {
  const document = pack.pack.documents.find((d) => d.id === id);
  if (!document) return [];
  const { case: forms, ...rest } = sampleInput(pack);
  const fields = new Map<string, ViewField>();
  const view = Object.entries(wholeView(document, { ...rest, case: forms })).filter(([name]) => !GLOBALS.includes(name));
  for (const [name, value] of view) collect(name, value, fields);
  return [...fields.values()];
}

function collect(path: string, value: unknown, into: Map<string, ViewField>): void {
  const known = into.get(path);
  if (known === undefined || known.kind === 'absent') into.set(path, { path, kind: kindOf(value), example: exampleOf(value) });
  if (Array.isArray(value)) for (const item of value) descend(`${path}[]`, item, into);
  else descend(path, value, into);
}

function descend(path: string, value: unknown, into: Map<string, ViewField>): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [name, member] of Object.entries(value)) collect(`${path}.${name}`, member, into);
}

function kindOf(value: unknown): ViewField['kind'] {
  if (value === null || value === undefined) return 'absent';
  if (Array.isArray(value)) return value.some((v) => typeof v === 'object') ? 'list' : 'texts';
  return typeof value === 'object' ? 'group' : 'text';
}

function exampleOf(value: unknown): string {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'object' || first === undefined) return '';
  const points = [...String(first)];
  return points.length > EXAMPLE ? `${points.slice(0, EXAMPLE).join('')}…` : points.join('');
}
