/** A bare record for records.yaml: every field with its title above it, nothing to be un-commented, and behind what is there already. */
import { RECORD_LISTS, type RecordList, type RecordsForm } from '../model/index.ts';
import { parseYaml } from './_yaml.ts';
import { formText } from './form-text.ts';
import { valueAt } from './pointer.ts';
import { entryLines } from './record-lines.ts';
import { type FieldSchema, resolve, schemaTree } from './schemas.ts';

/** Every list of the form, with what people call it. */
export const RECORD_ENTRIES = { ...RECORD_LISTS, datasets: '数据表', defects: '瑕疵和补正' } as const satisfies Partial<
  Record<keyof RecordsForm, string>
>;
export type RecordEntry = keyof typeof RECORD_ENTRIES;

const ENTRIES = Object.keys(RECORD_ENTRIES) as RecordEntry[];
/** What a case's first record is called. */
const FIRST_NUMBER = 'R1';
/** How far a dash stands in, where the list does not show it. */
const INDENT = 2;

/** By its name, its title in the schema or on paper, or what only one title holds. */
export function recordEntry(text: string): RecordEntry | undefined {
  const word = text.trim();
  const titles = (list: RecordEntry): readonly string[] => [list, RECORD_ENTRIES[list], listSchema(list).title ?? ''];
  const named = ENTRIES.find((list) => titles(list).includes(word));
  const holding = [...word].length < 2 ? [] : ENTRIES.filter((list) => titles(list).some((title) => title.includes(word)));
  return named ?? (holding.length === 1 ? holding[0] : undefined);
}

/** records.yaml of a new case: each list on one line, and how an entry is added. */
export function shortRecords(): string {
  const lines = ENTRIES.flatMap((list) => [
    '',
    `# ${listSchema(list).title ?? ''}。添加一份：mbpack init --form ${list} 案件文件夹`,
    `${list}: []`,
  ]);
  return `${[
    '# 取证记录。每件证据是怎样取得的：一类记录一个列表，没有的保持 []。',
    '# 要写一份，运行各段上面写着的命令（案件文件夹换成自己的），会在这里添加一份空白的，每个字段带名称，照着填；再添加再运行一次。',
    ...lines,
  ].join('\n')}\n`;
}

function listSchema(list: RecordEntry): FieldSchema {
  return resolve(schemaTree('records').properties?.[list] ?? {});
}

export interface WithRecord {
  readonly bytes: Uint8Array;
  /** Absent for an entry that bears no number. */
  readonly recordNo?: string;
  /** Line of its first field. */
  readonly line: number;
}

/** The form with a bare entry at the end of a list and every other byte kept; why not, where that is not certain. */
export function withRecord(bytes: Uint8Array, file: string, list: RecordEntry): WithRecord | 'form' | 'unread' {
  const before = read(bytes, file);
  if (!before) return 'unread';
  const old = valueAt(before.value, `/${list}`) ?? [];
  const spot = Array.isArray(old) ? spotFor(before, list, old.length) : undefined;
  if (!Array.isArray(old) || !spot) return 'form';
  const { text } = before;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const recordNo = isNumbered(list) ? nextNumber(before.value) : undefined;
  const given = recordNo === undefined ? {} : { recordNo: /^\d+$/.test(recordNo) ? `"${recordNo}"` : recordNo };
  const entry = entryLines(resolve(listSchema(list).items ?? {}), given).map((line) => `${' '.repeat(spot.indent)}${line}${end}`);
  const gap = spot.at === text.length && !text.endsWith('\n') ? end : '';
  const added = `${gap}${spot.head.map((line) => `${line}${end}`).join('')}${entry.join('')}`;
  const after = text.slice(0, spot.cut[0]) + text.slice(spot.cut[1], spot.at) + added + text.slice(spot.at);
  const result = Buffer.concat([bytes.subarray(0, marked(bytes)), Buffer.from(after, 'utf8')]);
  const again = read(result, file);
  if (!again || !isKept(before.value, again.value, list, old, recordNo)) return 'form';
  const at = again.positions.valueAt(`/${list}/${old.length}`);
  return { bytes: result, ...(recordNo === undefined ? {} : { recordNo }), line: 'line' in at ? at.line : 1 };
}

type Read = NonNullable<ReturnType<typeof read>>;

function read(bytes: Uint8Array, file: string) {
  const { text, lines } = formText(bytes, file);
  if (text === undefined || lines === undefined) return undefined;
  const { value, positions, findings } = parseYaml(text, file, lines);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return findings.some(({ severity }) => severity === 'stop') ? undefined : { text, value, positions };
}

/** Bytes of a byte order mark, which is no part of the text. */
function marked(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

interface Spot {
  /** Where the entry goes: a line's beginning, or the end. */
  readonly at: number;
  readonly indent: number;
  /** What is taken out before: the brackets of an empty list. */
  readonly cut: readonly [number, number];
  /** Lines before the entry, where the list is not there yet. */
  readonly head: readonly string[];
}

/** Lists stand at the margin of their form; anything else is refused by the look at the result. */
function spotFor({ text, positions }: Read, list: RecordEntry, count: number): Spot | undefined {
  const key = new RegExp(`^(["']?)${list}\\1[ \\t]*:([ \\t]*\\[[ \\t]*\\])?`, 'm').exec(text);
  if (!key) return { at: text.length, indent: INDENT, cut: [text.length, text.length], head: [`${list}:`] };
  const next = lineAfter(text, key.index);
  const brackets = key[2] ?? '';
  const to = key.index + key[0].length;
  if (count === 0) return { at: next, indent: INDENT, cut: [to - brackets.length, to], head: [] };
  const first = positions.valueAt(`/${list}/0`);
  // A map in a block list begins behind its dash.
  const indent = 'column' in first ? first.column - 3 : -1;
  if (indent < 0 || brackets !== '') return undefined;
  const following = /^[^\s#-]/m.exec(text.slice(next));
  let at = following ? next + following.index : text.length;
  // Comments at the margin and blank lines belong to what follows.
  for (let start = lineBefore(text, at); start >= next && /^(?:#|\s*$)/.test(text.slice(start, at)); start = lineBefore(text, at))
    at = start;
  return { at, indent, cut: [at, at], head: [] };
}

function lineAfter(text: string, index: number): number {
  const feed = text.indexOf('\n', index);
  return feed < 0 ? text.length : feed + 1;
}

/** Beginning of the line before the one that begins here. */
function lineBefore(text: string, index: number): number {
  return index < 1 ? -1 : text.lastIndexOf('\n', index - 2) + 1;
}

function isKept(before: object, after: object, list: RecordEntry, old: readonly unknown[], recordNo: string | undefined): boolean {
  const now = valueAt(after, `/${list}`);
  if (!Array.isArray(now) || now.length !== old.length + 1) return false;
  const same =
    JSON.stringify(sorted({ ...before, [list]: old })) === JSON.stringify(sorted({ ...after, [list]: now.slice(0, old.length) }));
  return same && valueAt(now.at(-1), '/recordNo') === recordNo;
}

/** A list that was not there stands last now. */
function sorted(value: object): unknown {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

function isNumbered(list: RecordEntry): boolean {
  return Object.hasOwn(RECORD_LISTS, list);
}

/** The number after the highest in the style of the number that was given last. */
function nextNumber(value: object): string {
  const taken = (Object.keys(RECORD_LISTS) as RecordList[]).flatMap((list) => {
    const records = valueAt(value, `/${list}`);
    return Array.isArray(records) ? records.map((record) => String(valueAt(record, '/recordNo') ?? '')) : [];
  });
  const [, prefix = '', digits = ''] = /^(.*?)(\d{1,9})$/.exec(taken.findLast((no) => /\d$/.test(no)) ?? FIRST_NUMBER) ?? [];
  const numbers = taken.flatMap((no) =>
    no.startsWith(prefix) && /^\d{1,9}$/.test(no.slice(prefix.length)) ? [no.slice(prefix.length)] : [],
  );
  const highest = numbers.reduce((most, no) => Math.max(most, Number(no)), 0);
  return `${prefix}${String(highest + 1).padStart(digits.length, '0')}`;
}
