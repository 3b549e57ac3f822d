/** A value as the text of a form: in brackets or in lines, quoted so that it reads back as itself. */
import { readsPlain } from '../_yaml.ts';
import { isMembers } from './edit.ts';
import type { TextNode, TextStyle, TextTree } from './text-tree.ts';

/** How a form is written. */
export interface FileStyle {
  readonly json: boolean;
  readonly lineEnd: string;
  /** One step of indentation. */
  readonly unit: string;
  /** Which quotes its texts have more often. */
  readonly quote: 'single' | 'double';
}

/** Words and figures that YAML readers of one version or another take for something else. */
const OTHERWISE = /^(?:true|false|null|yes|no|on|off|y|n|~)$|^[-+.]?\d[\d.,:_]*$|^0[box]|^[-+]?\.(?:inf|nan)$/i;
/** Written as an escape: who reads the file would not see them. */
const UNSEEN = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd\ufffe\uffff]/gu;
/** An item longer than this has a line of its own. */
const MAX_INLINE = 60;
/** Columns that what a name or a dash holds stands further in. */
export const STEP = 2;

export function styleOf(text: string, json: boolean, { root }: TextTree): FileStyle {
  const count = { single: 0, double: 0 };
  const look = ({ style, entries }: TextNode): void => {
    if (style === 'single' || style === 'double') count[style]++;
    for (const { value } of entries) look(value);
  };
  look(root);
  return {
    json,
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    unit: /^[ \t]+(?=\S)/m.exec(text)?.[0] ?? '  ',
    quote: count.single > count.double ? 'single' : 'double',
  };
}

function escaped(text: string): string {
  return text.replace(UNSEEN, (c) => (c.length > 1 ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

function seen(text: string): boolean {
  return text.search(UNSEEN) < 0;
}

/** One value on one line. `was`: the style of what stood there. */
export function scalarText(value: unknown, style: FileStyle, flow: boolean, was?: TextStyle): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (style.json) return escaped(JSON.stringify(value));
  const line = seen(value) && !/[\n\t]/.test(value);
  const quoted = was === 'single' || was === 'double' ? was : undefined;
  if (quoted === undefined && line && !OTHERWISE.test(value) && readsPlain(value, flow)) return value;
  return line && (quoted ?? style.quote) === 'single' ? `'${value.replaceAll("'", "''")}'` : escaped(JSON.stringify(value));
}

/** A value in brackets, on one line. */
export function inlineText(value: unknown, style: FileStyle): string {
  if (Array.isArray(value)) return `[${value.map((item) => inlineText(item, style)).join(', ')}]`;
  if (!isMembers(value)) return scalarText(value, style, true);
  const members = Object.entries(value).map(([key, member]) => `${keyText(key, style, true)}: ${inlineText(member, style)}`);
  return `{${members.join(', ')}}`;
}

/** A value of JSON over several lines; the first stands where the value begins, the others are indented. */
export function jsonText(value: unknown, indent: string, style: FileStyle): string {
  return escaped(JSON.stringify(value, null, style.unit)).replaceAll('\n', `${style.lineEnd}${indent}`);
}

export function keyText(key: string, style: FileStyle, flow: boolean): string {
  return scalarText(key, style, flow);
}

/** Text of several lines as they are read; undefined where they would not read back. */
export function literalLines(value: unknown): { readonly head: '|' | '|-'; readonly lines: readonly string[] } | undefined {
  if (typeof value !== 'string' || value.trim() === '' || value.endsWith('\n\n') || !seen(value)) return undefined;
  const lines = value.replace(/\n$/, '').split('\n');
  if (/^\s/.test(value) || lines.some((line) => line !== '' && line.trim() === '')) return undefined;
  return { head: value.endsWith('\n') ? '|' : '|-', lines };
}

/** What stands behind a colon or dash, with its space, and the lines below it. `indent`: columns of the name or dash. */
export interface BlockText {
  readonly head: string;
  readonly lines: readonly string[];
}

export function blockText(value: unknown, indent: number, style: FileStyle): BlockText {
  const inner = ' '.repeat(indent + STEP);
  const text = typeof value === 'string' && value.includes('\n') ? literalLines(value) : undefined;
  if (text) return { head: ` ${text.head}`, lines: text.lines.map((line) => (line === '' ? '' : inner + line)) };
  if (Array.isArray(value) && value.length > 0 && !isInline(value))
    return { head: '', lines: value.flatMap((item) => itemLines(item, indent + STEP, style)) };
  if (isMembers(value) && Object.keys(value).length > 0) return { head: '', lines: memberLines(value, indent + STEP, style) };
  return { head: ` ${Array.isArray(value) || isMembers(value) ? inlineText(value, style) : scalarText(value, style, false)}`, lines: [] };
}

/** Short values are written in brackets. */
function isInline(list: readonly unknown[]): boolean {
  return list.every(
    (item) => (typeof item !== 'object' || item === null) && String(item).length <= MAX_INLINE && !String(item).includes('\n'),
  );
}

export function memberLines(members: Readonly<Record<string, unknown>>, indent: number, style: FileStyle): string[] {
  return Object.entries(members).flatMap(([key, member]) => {
    const { head, lines } = blockText(member, indent, style);
    return [`${' '.repeat(indent)}${keyText(key, style, false)}:${head}`, ...lines];
  });
}

export function itemLines(item: unknown, indent: number, style: FileStyle): string[] {
  if (isMembers(item) && Object.keys(item).length > 0) return dashed(memberLines(item, indent + STEP, style), indent);
  if (Array.isArray(item) && item.length > 0) return [`${' '.repeat(indent)}- ${inlineText(item, style)}`];
  const { head, lines } = blockText(item, indent, style);
  return [`${' '.repeat(indent)}-${head}`, ...lines];
}

function dashed([first = '', ...rest]: readonly string[], indent: number): string[] {
  return [`${' '.repeat(indent)}- ${first.slice(indent + STEP)}`, ...rest];
}
