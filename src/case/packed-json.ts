/**
 * A form as the packer writes it: JSON of two spaces, and nothing else. Written anew from what was read it is the same text, so that it
 * has no member twice and no blank, and where a value stands follows from the values before it. Reading takes a twentieth of what the
 * parser of people's YAML takes, whose limits are made for people: the list of evidence of a large case is longer.
 */
import type { Place } from '../model/index.ts';
import { MAX_DEPTH, type ParsedForm } from './_yaml.ts';
import type { LineMap } from './line-map.ts';
import { tokens } from './pointer.ts';
import type { Positions } from './positions.ts';

/** Of each level. */
const INDENT = 2;

/**
 * Whether the text may be the packer's, seen without making anything of it: behind what opens, and behind each comma, the line ends, and
 * nothing is nested deeper than a form is. Whatever else it is, the other parser says, whose limits are narrow.
 */
function mayBePacked(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text[i]) {
      case '"':
        for (i += 1; i < text.length && text[i] !== '"'; i++) if (text[i] === '\\') i += 1;
        break;
      case '{':
      case '[':
        if (text[i + 1] === (text[i] === '{' ? '}' : ']')) i += 1;
        else if (text[i + 1] !== '\n' || ++depth > MAX_DEPTH) return false;
        break;
      case '}':
      case ']':
        depth -= 1;
        break;
      case ',':
        if (text[i + 1] !== '\n') return false;
    }
  }
  return depth === 0;
}

/** Undefined for a text that is written otherwise. */
export function parsePackedJson(text: string, file: string, lines: LineMap): ParsedForm | undefined {
  // A blank member and a member of that name are the other parser's.
  if (!text.startsWith('{') || !mayBePacked(text) || /: null,?$|^ *null,?$|"__proto__"/m.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (`${JSON.stringify(value, null, INDENT)}\n` !== text) return undefined;
  } catch {
    // No JSON, or nested deeper than a form is.
    return undefined;
  }
  return { value, positions: positionsIn(value, file, lines), findings: [] };
}

interface Spot {
  readonly line: number;
  readonly keyColumn: number;
  readonly valueColumn: number;
  readonly value: unknown;
}

function positionsIn(root: unknown, file: string, lines: LineMap): Positions {
  const heights = new WeakMap<object, number>();
  /** Lines that a value takes. */
  const height = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) return 1;
    const known = heights.get(value);
    if (known !== undefined) return known;
    let sum = 0;
    for (const member of Object.values(value)) sum += height(member);
    // Brackets of an empty one stand on one line.
    const made = sum === 0 ? 1 : sum + 2;
    heights.set(value, made);
    return made;
  };
  const beginnings = new WeakMap<object, ReadonlyMap<string, number>>();
  /** Lines from the first line of a group or list to its members, made where somebody asks for one. */
  const starts = (value: object): ReadonlyMap<string, number> => {
    const known = beginnings.get(value);
    if (known) return known;
    const made = new Map<string, number>();
    let line = 1;
    for (const [name, member] of Object.entries(value)) {
      made.set(name, line);
      line += height(member);
    }
    beginnings.set(value, made);
    return made;
  };
  /** Of the value, or of its nearest ancestor that is written. */
  const spotOf = (pointer: string): Spot => {
    let spot: Spot = { line: 1, keyColumn: 1, valueColumn: 1, value: root };
    for (const [depth, token] of tokens(pointer).entries()) {
      const { value } = spot;
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token) || (Array.isArray(value) && token === 'length'))
        return spot;
      const line = spot.line + (starts(value).get(token) ?? 0);
      const keyColumn = (depth + 1) * INDENT + 1;
      const name = Array.isArray(value) ? 0 : [...JSON.stringify(token)].length + ': '.length;
      spot = { line, keyColumn, valueColumn: keyColumn + name, value: (value as Readonly<Record<string, unknown>>)[token] };
    }
    return spot;
  };
  const place = (pointer: string, column: 'keyColumn' | 'valueColumn'): Place => {
    const spot = spotOf(pointer);
    return { file, pointer, line: spot.line, column: spot[column] };
  };
  return {
    valueAt: (pointer) => place(pointer, 'valueColumn'),
    keyAt: (pointer) => place(pointer, 'keyColumn'),
    source: (pointer) => {
      const { value } = spotOf(pointer);
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
    },
    excerpt: (at) => ('line' in at ? lines.line(at.line) : undefined),
  };
}
