/** A form to fill in, made from its schema: every field with its title, whether it must be filled, how, and an example. */
import { BEHAVIOURS } from '../model/index.ts';
import { type FieldSchema, resolve, type SchemaName, schemaTree } from './schemas.ts';

/** Comments are wrapped after a punctuation mark, at about this many characters. */
const WIDTH = 60;

/** YAML text of an empty form. Blank means not filled in, so that `check` leads through it. */
export function skeleton(name: SchemaName): string {
  const root = resolve(schemaTree(name));
  const head = [
    ...comment(`${root.title}。${root.description ?? ''}`, ''),
    '# 填写方法：在冒号后面空一格填写；以 # 开头的是说明，不会进入案卷；不填的选填项可以空着。',
    '# 编号、金额、号码要加英文引号，如 "0012"；多行文字写成 |，另起行缩进填写。',
    '# 要再写一项，从“- ”开头那一行起整段复制，改内容。',
    '# 要填的段，把每行行首的“# ”（井号和后面一个空格）删去：从写着英文字段名的那一行删起，每行只删一个。',
  ];
  return `${[...head, '', ...group(root, '')].join('\n')}\n`;
}

function group(field: FieldSchema, indent: string): string[] {
  return Object.entries(field.properties ?? {}).flatMap(([key, raw]) =>
    member(key, resolve(raw), field.required?.includes(key) ?? false, indent),
  );
}

function member(key: string, field: FieldSchema, required: boolean, indent: string): string[] {
  const lines = explain(field, required, indent);
  const own = value(key, field, indent);
  return [
    ...lines,
    ...(required || isPlain(field) ? own : own.map((line) => (line.trim() === '' ? line : `${indent}# ${line.slice(indent.length)}`))),
    ...(indent === '' ? [''] : []),
  ];
}

/** A field of one line may stay blank; a group or list that is optional is commented out. */
function isPlain(field: FieldSchema): boolean {
  return field.type !== 'object' && field.type !== 'array';
}

function value(key: string, field: FieldSchema, indent: string): string[] {
  if (field.const !== undefined) return [`${indent}${key}: "${String(field.const)}"`];
  if (typeof field.default === 'string') return [`${indent}${key}: ${field.default}`];
  if (field.properties) return [`${indent}${key}:`, ...group(field, `${indent}  `)];
  if (field.type === 'object') return [`${indent}${key}: {}`];
  if (field.type !== 'array') return [`${indent}${key}:`];
  const item = field.items ? resolve(field.items) : {};
  if (!item.properties || field.default !== undefined) return [`${indent}${key}: []`, ...exampleItem(item, indent)];
  return [`${indent}${key}:`, ...listItem(item, indent)];
}

/** The first field of an item carries the dash. */
function listItem(item: FieldSchema, indent: string): string[] {
  const lines = group(item, `${indent}    `);
  const first = lines.findIndex((line) => !line.trimStart().startsWith('#'));
  return lines.map((line, i) => (i === first ? `${indent}  - ${line.trimStart()}` : line));
}

/** How an item of a list that may be empty is written. */
function exampleItem(item: FieldSchema, indent: string): string[] {
  if (!item.properties) return [];
  return [
    `${indent}  # 有的删去上面的 []，按下面的样子填写（把每行行首的“# ”删去）：`,
    ...listItem(item, indent).map((line) => `${indent}  # ${line.slice(indent.length)}`),
  ];
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
