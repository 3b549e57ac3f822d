/** A bare record for records.yaml: every field with its title above it, nothing to be un-commented, and behind what is there already. */
import { RECORD_LISTS, type RecordList, type RecordsForm } from '../model/index.ts';
import { EditRefused, isMembers } from './edit/edit.ts';
import { textEdited } from './edit/text-edited.ts';
import { valueAt } from './pointer.ts';
import { entryLines } from './record-lines.ts';
import { type FieldSchema, resolve, schemaTree } from './schemas.ts';
import { readTextForm } from './text-form.ts';

/** Every list of the form, with what people call it. */
export const RECORD_ENTRIES = { ...RECORD_LISTS, datasets: '数据表', defects: '瑕疵和补正' } as const satisfies Partial<
  Record<keyof RecordsForm, string>
>;
export type RecordEntry = keyof typeof RECORD_ENTRIES;

const ENTRIES = Object.keys(RECORD_ENTRIES) as RecordEntry[];
/** What a case's first record is called. */
const FIRST_NUMBER = 'R1';

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
  const name = 'records.yaml';
  const before = readTextForm(bytes, name, file);
  if (!isMembers(before.value) || before.findings.some(({ severity }) => severity === 'stop')) return 'unread';
  const old = valueAt(before.value, `/${list}`) ?? [];
  if (!Array.isArray(old)) return 'form';
  const recordNo = isNumbered(list) ? nextNumber(before.value) : undefined;
  const given = recordNo === undefined ? {} : { recordNo: /^\d+$/.test(recordNo) ? `"${recordNo}"` : recordNo };
  const entry = entryLines(resolve(listSchema(list).items ?? {}), given);
  const { value } = readTextForm(new TextEncoder().encode(entry.join('\n')), name, file);
  const lines = (indent: number): readonly string[] => entry.map((line) => ' '.repeat(indent) + line);
  try {
    const edit = { op: 'insert', pointer: `/${list}/-`, value: valueAt(value, '/0') } as const;
    const edited = textEdited(bytes, { form: 'records', name, file }, before, edit, lines);
    // Between brackets there are no lines to fill in.
    if (!edited.splices.some(({ bytes: put }) => new TextDecoder().decode(put).includes(entry[0] as string))) return 'form';
    const at = edited.after.positions.valueAt(`/${list}/${old.length}`);
    return { bytes: edited.bytes, ...(recordNo === undefined ? {} : { recordNo }), line: 'line' in at ? at.line : 1 };
  } catch (error) {
    if (error instanceof EditRefused) return 'form';
    throw error;
  }
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
