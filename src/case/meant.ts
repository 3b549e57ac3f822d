/** What a value of a form was meant to be, where it does not fit its field as it is written and can be read in one way only. */
import {
  dayReadings,
  halfWidthText,
  instantReadings,
  MAX_PATTERN_TEXT,
  moneyReadings,
  pathFault,
  periodReading,
  plainWord,
  type TakenKind,
  YUAN_PATTERN,
} from '../model/index.ts';
import { FORMATS } from './formats.ts';
import { type FieldSchema, resolve, schemaTree } from './schemas.ts';
import { answerTo, joinedParts, truthOf, typedQuotes, unquoted, wordOf, yesNoWord } from './slips.ts';

export interface Meant {
  readonly value: unknown;
  readonly kind: TakenKind;
}

/** What counts a field of whole numbers: behind the figures it says nothing that the field does not. */
const UNITS: Readonly<Record<string, string>> = {
  copies: '份',
  days: '天日',
  documents: '份件',
  footerRows: '行',
  headerRows: '行',
  heard: '人名',
  media: '个张份盘件',
  pages: '页张面',
  rows: '行条笔',
  rowsIn: '行条笔',
  rowsOut: '行条笔',
  total: '人名',
  volumes: '卷册',
};
const COUNTED = /^(?:共|计)?\s*(\d{1,9}|[1-9]\d{0,2}(?:,\d{3})+)\s*(\p{Script=Han}?)$/u;
/** 无 in the place of a list. */
const NOTHING = /^(?:无|没有|[-—/])$/;
const PATH = 'path';
/** The path of a signed scan, which begins with its folder. */
export const SCAN_PATH = 'signedScan.path';

/** The number of a rule, as a reason or a defect names it. */
const RULE = 'rule';

/** `d-03`, `D3`, `Ｄ－０３` → `D-03`; undefined where it is written so, or is none. */
function ruleNumber(text: string): string | undefined {
  const [, letter = '', figures = ''] = /^([A-Z])\s*-?\s*(\d{1,2})$/iu.exec(halfWidthText(text)) ?? [];
  const number = `${letter.toUpperCase()}-${figures.padStart(2, '0')}`;
  return letter === '' || number === text ? undefined : number;
}

const patterns = new Map<string, RegExp>();

function matches(pattern: string, text: string): boolean {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, known);
  return known.test(text);
}

/** Does a text fit its field? Length and the conditions between fields are the schema's own. */
function fits({ enum: words, const: only, format, pattern }: FieldSchema, text: string): boolean {
  return (
    (words === undefined || words.includes(text)) &&
    (only === undefined || only === text) &&
    (format === undefined || !(format in FORMATS) || FORMATS[format as keyof typeof FORMATS](text)) &&
    (pattern === undefined || ((pattern === '\\S' || text.length <= MAX_PATTERN_TEXT) && matches(pattern, text)))
  );
}

/** Any text will do: what stands in it is the writer's own. */
function isFree({ enum: words, const: only, format, pattern }: FieldSchema): boolean {
  return words === undefined && only === undefined && (format === undefined || format === 'line') && (pattern ?? '\\S') === '\\S';
}

/** `source`: a value that is no text, as it is written. Undefined where the value fits, or cannot be read in one way. */
export function meantValue(key: string, field: FieldSchema, value: unknown, source?: string): Meant | undefined {
  const text = typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? source : undefined;
  if (text === undefined) return undefined;
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : as('yes-no', truthOf(text) ?? answerTo(field.title, text));
    case 'integer':
      return typeof value === 'number' ? undefined : as('number', countOf(key, text));
    case 'array':
      return listOf(key, field, text);
    case 'object':
      return isPeriod(field) ? as('period', periodReading(text)) : undefined;
    case 'string':
      if (key === RULE) return as('characters', ruleNumber(text));
      if (typeof value === 'string' && fits(field, value))
        return key === PATH || key === SCAN_PATH ? as('path', straightPath(value, key)) : undefined;
      return meantText(field, value, text);
    default:
      return undefined;
  }
}

/** From one day to another and nothing else. */
function isPeriod({ properties = {} }: FieldSchema): boolean {
  return (
    Object.keys(properties).sort().join(' ') === 'from to' && Object.values(properties).every((member) => resolve(member).format === 'day')
  );
}

function as(kind: TakenKind, value: unknown): Meant | undefined {
  return value === undefined ? undefined : { value, kind };
}

function meantText(field: FieldSchema, value: unknown, text: string): Meant | undefined {
  const { enum: words } = field;
  if (words) {
    const word = wordOf(text, words);
    if (word !== undefined) return { value: word, kind: 'characters' };
    const truth = yesNoWord(text, words);
    if (truth !== undefined) return { value: truth, kind: 'yes-no' };
    const answer = answerTo(field.title, text);
    if (answer !== undefined && words.includes(answer ? '是' : '否')) return { value: answer ? '是' : '否', kind: 'yes-no' };
    const plain = plainWord(halfWidthText(text), words);
    if (plain !== undefined) return { value: plain, kind: 'word' };
  }
  // A truth value in the place of a text says nothing of what the text was.
  if (typeof value === 'boolean') return undefined;
  if (typeof value === 'number' && fits(field, text)) return { value: text, kind: 'number' };
  if (isFree(field)) return field.format === 'line' && fits(field, text.trim()) ? as('line', text.trim()) : undefined;
  const bare = unquoted(text) ?? typedQuotes(text);
  if (bare !== undefined) {
    const inside = fits(field, bare) ? bare : meantText(field, bare, bare)?.value;
    return as('quotes', inside);
  }
  return shapedText(field, text);
}

/** Days, amounts and numbers have a form that they can be brought into. */
function shapedText(field: FieldSchema, text: string): Meant | undefined {
  if (field.format === 'day') return only('day', dayReadings(text));
  if (field.format === 'instant') return only('instant', instantReadings(text));
  if (field.pattern === YUAN_PATTERN.source) return only('amount', moneyReadings(text));
  const plain = halfWidthText(text);
  const tight = plain.replace(/\s/gu, '');
  const { id, quantity } = schemaTree('common').$defs ?? {};
  const grouped = (figures: string): string => figures.replace(/(?<=\d),(?=\d{3}(?:\D|$))/gu, '');
  // Two quantities beside each other are not one of more figures.
  const written =
    field.pattern === id?.pattern
      ? [plain]
      : field.pattern === quantity?.pattern
        ? [plain, grouped(plain)]
        : [plain, tight, tight.toUpperCase(), tight.toLowerCase(), grouped(tight)];
  return as(
    'characters',
    written.find((other) => other !== text && fits(field, other)),
  );
}

function only(kind: TakenKind, readings: readonly string[]): Meant | undefined {
  return readings.length === 1 ? as(kind, readings[0]) : undefined;
}

/** `3页`, `1,234`, `共 3 份`. */
function countOf(key: string, text: string): number | undefined {
  const [, figures = '', unit = ''] = COUNTED.exec(halfWidthText(typedQuotes(text) ?? unquoted(text) ?? text)) ?? [];
  if (figures === '' || (unit !== '' && !UNITS[key]?.includes(unit))) return undefined;
  return Number(figures.replaceAll(',', ''));
}

/** One text in the place of a list of texts; numbers and words of a list hold no separators, free texts may. */
function listOf(key: string, field: FieldSchema, text: string): Meant | undefined {
  const item = resolve(field.items ?? {});
  if (item.type !== 'string') return undefined;
  const plain = text.trim().replace(/^[［【[](.*)[］】\]]$/u, '$1');
  // `-甲` is an entry that lacks the space behind its dash, or a text.
  if (/^[-－—–·•]\s*[^\s]/u.test(plain)) return undefined;
  if (NOTHING.test(plain)) return (field.minItems ?? 0) > 0 ? undefined : { value: [], kind: 'list' };
  const parts = isFree(item) ? [plain].filter((whole) => joinedParts(whole) === undefined && !whole.includes('\n')) : partsOf(item, plain);
  const bare = parts?.map((part) => (isFree(item) ? part : (unquoted(part) ?? typedQuotes(part) ?? part)));
  const read = bare?.map((part) => (fits(item, part) ? part : meantValue(key, item, part)?.value));
  return read && read.length > 0 && !read.includes(undefined) ? { value: read, kind: 'list' } : undefined;
}

function partsOf(item: FieldSchema, text: string): readonly string[] | undefined {
  return fits(item, text) || (item.enum && wordOf(text, item.enum) !== undefined) ? [text] : joinedParts(text);
}

/** `E001，E002` as one entry of a list of numbers: the entries that it holds. */
export function meantEntries(field: FieldSchema, entry: unknown): readonly string[] | undefined {
  const item = resolve(field.items ?? {});
  if (typeof entry !== 'string' || item.type !== 'string' || isFree(item) || fits(item, entry)) return undefined;
  const parts = item.enum && wordOf(entry, item.enum) !== undefined ? undefined : joinedParts(entry);
  const read = parts?.map((part) => unquoted(part) ?? typedQuotes(part) ?? part).map((part) => wordOf(part, item.enum ?? []) ?? part);
  return read?.every((part) => fits(item, part)) ? read : undefined;
}

/** Backslashes for slashes, in a path that begins at no drive; a scan by its name alone stands in the folder of scans, and nowhere else. */
function straightPath(path: string, key: string): string | undefined {
  if (/^(?:[A-Za-z]:|[\\/])/.test(path)) return undefined;
  const slashed = path.includes('\\') ? path.replaceAll('\\', '/').replace(/^(?:\.\/)?(?:evidence\/)?/, '') : path;
  const whole = key === SCAN_PATH && slashed !== '' && !slashed.includes('/') ? `signed/${slashed}` : slashed;
  return whole === path || pathFault(whole) !== undefined ? undefined : whole;
}

/** `1台` beside the unit 台, or beside none: the figures, and the unit where none is written. */
export function meantQuantity(
  field: FieldSchema,
  text: string,
  unit: unknown,
): { readonly figures: string; readonly unit?: string } | undefined {
  if (field.pattern !== schemaTree('common').$defs?.quantity?.pattern) return undefined;
  const [, figures = '', behind = ''] = /^([\d,.]+)\s*(\p{Script=Han}{1,3}|[A-Za-z]{1,3})$/u.exec(halfWidthText(text)) ?? [];
  const plain = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,4})?$/.test(figures) ? figures.replaceAll(',', '') : figures;
  // 3万 is another quantity.
  if (plain === '' || !fits(field, plain) || /[十百千万亿多余半]/u.test(behind)) return undefined;
  if (unit === undefined || unit === null) return { figures: plain, unit: behind };
  return typeof unit === 'string' && halfWidthText(unit) === behind ? { figures: plain } : undefined;
}
