/** The fields of a form as a Markdown table, made from its schema. */
import { type FieldSchema, resolve, type SchemaName, schemaTree } from './schemas.ts';

export function fieldTable(name: SchemaName | 'output'): string {
  const root = resolve(schemaTree(name));
  const head = `### ${root.title}（${name}）\n\n${root.description}\n\n| 字段 | 名称 | 必填 | 类型 | 说明 | 例 |\n|---|---|---|---|---|---|\n`;
  return head + rows(root, '').join('');
}

function rows(group: FieldSchema, prefix: string): string[] {
  return Object.entries(group.properties ?? {}).flatMap(([key, raw]) => {
    const field = resolve(raw);
    const path = prefix + key;
    const example = field.properties || field.items?.properties ? '' : exampleOf(field);
    const line = `| \`${path}\` | ${cell(field.title ?? '')} | ${group.required?.includes(key) ? '是' : ''} | ${typeOf(field)} | ${cell(field.description ?? '')} | ${cell(example)} |\n`;
    const item = field.items ? resolve(field.items) : undefined;
    return [line, ...rows(field, `${path}.`), ...(item?.properties ? rows(item, `${path}[].`) : []), ...named(field, path)];
  });
}

/** Members that have names of the writer's own. */
function named(field: FieldSchema, path: string): string[] {
  return Object.values(field.patternProperties ?? {}).flatMap((member) => rows(resolve(member), `${path}.名称.`));
}

function exampleOf(field: FieldSchema): string {
  if (field.enum || field.const !== undefined) return '';
  return (field.examples ?? []).map((e) => (typeof e === 'string' ? e : JSON.stringify(e))).join('；');
}

function typeOf(field: FieldSchema): string {
  if (field.const !== undefined) return `固定为 ${cell(String(field.const))}`;
  if (field.enum) return `选一：${field.enum.map((word) => `「${cell(word)}」`).join('')}`;
  if (field.anyOf) return `以下各组字段之一：${field.anyOf.map(groupOf).join('、')}`;
  if (field.format === 'day') return '日期';
  if (field.format === 'instant') return '时间';
  switch (field.type) {
    case 'array':
      return '列表';
    case 'object':
      return '一组字段';
    case 'integer':
      return '整数';
    case 'boolean':
      return 'true 或者 false';
    default:
      return '文字';
  }
}

/** `{ entry, offset? }` */
function groupOf({ properties = {}, required = [] }: FieldSchema): string {
  return `\`{ ${Object.keys(properties)
    .map((key) => (required.includes(key) ? key : `${key}?`))
    .join(', ')} }\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
