/** A form to fill in, made from its schema: every field with its title, whether it must be filled, how, and an example. */
import { BEHAVIOURS } from '../model/index.ts';
import { type FieldSchema, resolve, type SchemaName, schemaTree } from './schemas.ts';

/** Comments are wrapped after a punctuation mark, at about this many characters. */
const WIDTH = 60;

/** YAML text of an empty form. Blank means not filled in, so that `check` leads through it, and what is optional just stays blank. */
export function skeleton(name: SchemaName): string {
  const root = resolve(schemaTree(name));
  const head = [
    ...comment(`${root.title}。${root.description ?? ''}`, ''),
    '# 填写方法：在冒号后面空一格填写；以 # 开头的是说明，不会进入案卷；选填的不填就空着，整段不填就整段空着。',
    '# 多行文字写成 |，另起行缩进填写。要再写一项，从“- ”开头那一行起整段复制，改内容。',
  ];
  return `${[...head, '', ...group(root, '', false)].join('\n')}\n`;
}

/** `within`: inside a part that may stay blank, where nothing is filled in beforehand. */
function group(field: FieldSchema, indent: string, within: boolean): string[] {
  return Object.entries(field.properties ?? {}).flatMap(([key, raw]) =>
    member(key, resolve(raw), field.required?.includes(key) ?? false, indent, within),
  );
}

function member(key: string, field: FieldSchema, required: boolean, indent: string, within: boolean): string[] {
  return [
    ...explain(field, required, indent),
    ...value(key, field, indent, within || (!required && field.type !== 'string')),
    ...(indent === '' ? [''] : []),
  ];
}

function value(key: string, field: FieldSchema, indent: string, within: boolean): string[] {
  if (!within && field.const !== undefined) return [`${indent}${key}: "${String(field.const)}"`];
  if (!within && typeof field.default === 'string') return [`${indent}${key}: ${field.default}`];
  if (field.properties) return [`${indent}${key}:`, ...group(field, `${indent}  `, within)];
  const item = field.type === 'array' ? resolve(field.items ?? {}) : {};
  if (item.properties) return [`${indent}${key}:`, ...listItem(item, indent, within || field.default !== undefined)];
  return [`${indent}${key}:${!within && field.type === 'array' ? ' []' : ''}`];
}

/** The first field of an item carries the dash. */
function listItem(item: FieldSchema, indent: string, within: boolean): string[] {
  const lines = group(item, `${indent}    `, within);
  const first = lines.findIndex((line) => !line.trimStart().startsWith('#'));
  return lines.map((line, i) => (i === first ? `${indent}  - ${line.trimStart()}` : line));
}

function explain(field: FieldSchema, required: boolean, indent: string): string[] {
  const title = `${field.title ?? ''}（${required ? '必填' : '选填'}）：${field.description ?? ''}`;
  return [...comment(title, indent), ...exampleLine(field).flatMap((line) => comment(line, indent)), ...behaviours(field, indent)];
}

/** A code says nothing by itself: each with its words, on a line of its own. */
function behaviours({ enum: codes }: FieldSchema, indent: string): string[] {
  const meant = BEHAVIOURS.filter(({ code }) => codes?.includes(code));
  return meant.map(({ code, subject, text }) => `${indent}#   ${code}（${subject}）${text}`);
}

function exampleLine(field: FieldSchema): string[] {
  if (field.const !== undefined || field.properties) return [];
  if (field.enum)
    return BEHAVIOURS.some(({ code }) => field.enum?.includes(code))
      ? ['可选（填代码）：']
      : [`可选：${field.enum.map((word) => `「${word}」`).join('、')}（不写引号）`];
  const examples = (field.examples ?? []).map((e) => (typeof e === 'string' ? (needsQuotes(field) ? `"${e}"` : e) : JSON.stringify(e)));
  if (examples.length === 0) return [];
  return [`${examples.length > 1 ? '可填' : '例'}：${examples.join('、')}`];
}

/** What YAML would read as a number. */
function needsQuotes(field: FieldSchema): boolean {
  return (field.examples ?? []).some((e) => typeof e === 'string' && /^\d+(?:\.\d+)?$/.test(e));
}

function comment(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(/(?<=[、，。；])/)) {
    if (line !== '' && [...line].length + [...part].length > WIDTH) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  return [...lines, line].map((words) => `${indent}# ${words}`);
}
