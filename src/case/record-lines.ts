/** A group of fields to fill in: each with its title above it, blank, nothing to be un-commented. */
import { type FieldSchema, resolve } from './schemas.ts';

/** Ids and single lines are no longer than this; a text that may be is written below its field. */
const MAX_SHORT = 200;
/** A longer example is no help. */
const MAX_EXAMPLE = 40;

/** Lines of an entry of a list, its dash at the margin. `given`: values that are known. */
export function entryLines(item: FieldSchema, given: Readonly<Record<string, string>> = {}): string[] {
  return dashed(membersOf(item, given));
}

/** The first field carries the dash; what stands above it stays above. */
function dashed(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => !line.startsWith('#'));
  return lines.map((line, i) => (i < first ? line : i === first ? `- ${line}` : `  ${line}`));
}

function membersOf(group: FieldSchema, given: Readonly<Record<string, string>> = {}): string[] {
  return Object.entries(group.properties ?? {}).flatMap(([key, raw]) => {
    const field = resolve(raw);
    const said = given[key];
    const required = group.required?.includes(key) ?? false;
    return [
      `# ${field.title ?? key}（${required ? '必填' : '选填'}）${said === undefined ? wordsOf(field, required) : ''}`,
      ...(said === undefined ? fieldLines(key, field) : [`${key}: ${said}`]),
    ];
  });
}

function fieldLines(key: string, field: FieldSchema): string[] {
  if (field.properties) return [`${key}:`, ...membersOf(field).map((line) => `  ${line}`)];
  const item = field.type === 'array' ? resolve(field.items ?? {}) : {};
  if (item.properties) return [`${key}:`, ...dashed(membersOf(item)).map((line) => `  ${line}`)];
  return isLong(item) ? [`${key}:`, '  - '] : [`${key}:`];
}

/** Texts of several lines: one below the other, and not between brackets. */
function isLong({ type, maxLength, enum: words }: FieldSchema): boolean {
  return type === 'string' && words === undefined && (maxLength ?? 0) > MAX_SHORT;
}

/** How it is written, in a few words; what it is, its title says. */
function wordsOf(field: FieldSchema, required: boolean): string {
  const [example] = field.examples ?? [];
  if (field.properties) return required ? '' : '，没有的这一段都空着';
  if (field.enum) return `，选一：${field.enum.map((word) => `「${word}」`).join('')}，不写引号`;
  if (field.type !== 'array')
    return isShaped(field) && example !== undefined && String(example).length <= MAX_EXAMPLE ? `，如 ${quoted(example)}` : '';
  const item = resolve(field.items ?? {});
  if (item.properties) return `，有几项的，从“- ”起整段复制${required ? '' : '，没有的都空着'}`;
  return isLong(item) ? '，一条一行，前面写“- ”' : Array.isArray(example) ? `，如 [${example.map(String).join(', ')}]` : '';
}

/** Not every text will do. */
function isShaped({ format, type, pattern }: FieldSchema): boolean {
  return (
    format === 'day' || format === 'instant' || type === 'integer' || (format === undefined && pattern !== undefined && pattern !== '\\S')
  );
}

/** What YAML would read as a number. */
function quoted(example: unknown): string {
  return /^\d+(?:\.\d+)?$/.test(String(example)) ? `"${String(example)}"` : String(example);
}
