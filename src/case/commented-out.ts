/** Fields that were filled in behind a #: the mark was not taken away with the blank it stood before, and what is written counts for nothing. */
import { type Finding, type FormName, finding } from '../model/index.ts';
import { textTree } from './_yaml.ts';
import type { LineMap } from './line-map.ts';
import { type FieldSchema, resolve, schemaTree } from './schemas.ts';

/** `# phone: 0571-…`, `# - name: 张某一` */
const FILLED = /^[ \t]*#[ \t]?[ \t]*(?:- )?([A-Za-z]\w*):[ \t]+(?!["']{2}|[[{]\s*[\]}])[^\s#]/gmu;
/** Fields that a message names. */
const MOST_NAMED = 10;

export function commentedOut(form: FormName, text: string, file: string, lines: LineMap): readonly Finding[] {
  const found = [...text.matchAll(FILLED)].filter(([, key = '']) => namesOf(form).has(key));
  if (found.length === 0) return [];
  // Inside a text of several lines a # is a character as any other.
  const comments = new Set(textTree(text).comments);
  const filled = found.filter(({ index, 0: line }) => comments.has(index + line.indexOf('#')));
  const [first] = filled;
  if (!first) return [];
  const keys = [...new Set(filled.map(([, key = '']) => key))].slice(0, MOST_NAMED);
  const at = { file, pointer: '', ...lines.at(first.index + first[0].indexOf('#')) };
  return [finding('FIELD_COMMENTED_OUT', 'warning', { keys, count: filled.length }, { at })];
}

const names = new Map<FormName, ReadonlySet<string>>();

/** Every name of a field of a form, at any depth. */
function namesOf(form: FormName): ReadonlySet<string> {
  const known = names.get(form) ?? new Set(namesIn(schemaTree(form)));
  names.set(form, known);
  return known;
}

function namesIn(raw: FieldSchema): readonly string[] {
  const { properties = {}, items } = resolve(raw);
  return [...Object.entries(properties).flatMap(([name, field]) => [name, ...namesIn(field)]), ...(items ? namesIn(items) : [])];
}
