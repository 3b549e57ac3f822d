/** Changes of the forms: members removed, changed, put in each other's place, or taken from another case. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Random } from '../../fuzz/random.ts';
import { CaseFolder, FORMS, type FormFile, type Members, type Value } from './folder.ts';

/** A value by the way to it. */
interface Spot {
  readonly way: readonly (string | number)[];
  readonly value: Value;
  /** What holds it. */
  readonly holder: Members | Value[];
}

/** Every value of a form, the outer before the inner. */
function spots(holder: Value, way: readonly (string | number)[] = []): Spot[] {
  if (typeof holder !== 'object' || holder === null) return [];
  const members: [string | number, Value][] = Array.isArray(holder) ? [...holder.entries()] : Object.entries(holder);
  return members.flatMap(([key, value]) => [{ way: [...way, key], value, holder }, ...spots(value, [...way, key])]);
}

const keyOf = ({ way }: Spot): string | number => way.at(-1) as string | number;
const named = ({ way }: Spot): string => way.join('/');
const isLeaf = ({ value }: Spot): boolean => typeof value !== 'object' || value === null;

function put({ holder }: Spot, key: string | number, value: Value | undefined): void {
  const list = holder as Record<string | number, Value>;
  if (value !== undefined) list[key] = value;
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete list[key];
}

/** What the schemas let one choose among. */
const CHOICES: readonly (readonly string[])[] = readdirSync(resolve('schemas'))
  .flatMap((name) => spots(JSON.parse(readFileSync(resolve('schemas', name), 'utf8')) as Value))
  .flatMap((spot) => (keyOf(spot) === 'enum' && Array.isArray(spot.value) ? [spot.value.filter((v) => typeof v === 'string')] : []));

const OTHERS = ['挂床住院', '倒卖药品'].map((name) => new CaseFolder(resolve('examples', name)));

const WORDS = [
  ...['待查', '无', '不详', '张某某', '示例市医疗保障局', '举报人', '同上', '—', '（一）', '2026年6月9日', '１２３', '100000.00', '季怀远'],
  ...[
    ' ',
    '　',
    'a\nb',
    '\t',
    '\u{20000}',
    '\u{2ebf0}',
    'ﬁ',
    'e\u0301',
    '👩‍⚖️',
    'שלום',
    '\u00a0',
    '㎡',
    '〇',
    '䶮',
    '很长的一段文字，'.repeat(60),
  ],
];

/** Another value of the same kind. */
function otherwise(rng: Random, value: Value): Value {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return rng.pick([0, 1, value + 1, value * 10, value - 1]);
  if (typeof value !== 'string') return rng.pick(WORDS);
  const choices = CHOICES.filter((list) => list.includes(value));
  if (choices.length > 0 && !rng.chance(4)) return rng.pick(rng.pick(choices));
  const digits = [...value.matchAll(/\d/gu)].map(({ index }) => index);
  if (digits.length > 0 && !rng.chance(4)) {
    const at = rng.pick(digits);
    return `${value.slice(0, at)}${rng.below(10)}${value.slice(at + 1)}`;
  }
  switch (rng.below(6)) {
    case 0:
      return '';
    case 1:
      return value.slice(0, rng.below(value.length));
    case 2:
      return rng.pick(WORDS);
    case 3:
      return ` ${value}`;
    default:
      return `${value}${rng.pick(WORDS)}`;
  }
}

/** Those that a dossier carries are changed more often than those that it does not. */
const WEIGHED: readonly FormFile[] = [...FORMS, 'case', 'evidence', 'records', 'records', 'investigation'];

/** One change of one form; what was done. */
export function changeForm(folder: CaseFolder, rng: Random): string {
  const name = rng.pick(WEIGHED);
  const form = folder.form(name);
  const all = spots(form);
  if (all.length === 0) return `${name}: empty`;
  const done = changed(rng, name, form, all);
  folder.writeForm(name, form);
  return `${name}: ${done}`;
}

function changed(rng: Random, name: FormFile, form: Members, all: readonly Spot[]): string {
  const spot = rng.pick(all);
  const leaves = all.filter(isLeaf);
  switch (rng.below(10)) {
    case 0:
    case 1: {
      put(spot, keyOf(spot), undefined);
      return `without ${named(spot)}`;
    }
    case 2: {
      const other = rng.pick(leaves.filter(({ value }) => typeof value === typeof spot.value));
      if (!isLeaf(spot) || !other) break;
      put(spot, keyOf(spot), other.value);
      put(other, keyOf(other), spot.value);
      return `${named(spot)} and ${named(other)} in each other's place`;
    }
    case 3: {
      const lists = all.filter(({ value }) => Array.isArray(value) && value.length > 0);
      if (lists.length === 0) break;
      const { value: list, ...at } = rng.pick(lists) as Spot & { value: Value[] };
      const index = rng.below(list.length);
      if (rng.chance(2)) list.push(structuredClone(list[index] as Value));
      else list.splice(rng.below(list.length), 0, ...list.splice(index, 1));
      return `an entry of ${named({ ...at, value: list })} twice or elsewhere`;
    }
    case 4:
    case 5:
      return grafted(rng, name, form, all);
    default:
  }
  const leaf = rng.pick(leaves);
  const value = otherwise(rng, leaf.value);
  put(leaf, keyOf(leaf), value);
  return `${named(leaf)} = ${JSON.stringify(value)}`;
}

/** A member that another case has, in the place of the same kind of thing. */
function grafted(rng: Random, name: FormFile, form: Members, all: readonly Spot[]): string {
  const other = rng.pick(OTHERS).form(name);
  const given = rng.pick(spots(other));
  if (!given) return 'nothing';
  const kind = (way: Spot['way']): string => way.map((step) => (typeof step === 'number' ? '*' : step)).join('/');
  const above = kind(given.way.slice(0, -1));
  const holders = above === '' ? [form] : all.filter(({ way }) => kind(way) === above).map(({ value }) => value);
  const holder = rng.pick(holders) as Members | Value[] | undefined;
  if (typeof holder !== 'object' || holder === null) return 'nothing';
  const key = keyOf(given);
  if (Array.isArray(holder)) holder.push(structuredClone(given.value));
  else holder[key] = structuredClone(given.value);
  return `${named(given)} of another case`;
}

/** A whole form otherwise: in the other language of forms, taken from another case, or with another template pack. */
export function changeWhole(folder: CaseFolder, rng: Random): string {
  switch (rng.below(4)) {
    case 0: {
      const name = rng.pick(FORMS);
      const value = folder.form(name);
      folder.remove(`${name}.yaml`);
      folder.write(`${name}.json`, Buffer.from(JSON.stringify(value, undefined, rng.below(3))));
      return `${name} as JSON`;
    }
    case 1: {
      const [other, ...names] = [OTHERS[1] as CaseFolder, 'correspondence', 'supervision'];
      for (const name of names) folder.write(`${name}.yaml`, other.bytes(`${name}.yaml`));
      return 'letters of another case';
    }
    case 2: {
      const name = rng.pick(['records', 'receipt', 'items'] as const);
      folder.writeForm(name, rng.pick(OTHERS).form(name));
      return `${name} of another case`;
    }
    default: {
      const pack = rng.pick(['chongqing', 'jiangsu', 'guangdong']);
      folder.writeForm('case', { ...folder.form('case'), pack });
      return `pack ${pack}`;
    }
  }
}

/** Every reason that may be given for going on in spite of an error. */
export function giveReasons(folder: CaseFolder, rules: readonly string[]): void {
  const internal = folder.form('internal');
  const given = { by: '原思齐', at: '2026-06-09T10:40+08:00' };
  const reasons = rules.map((rule) => ({ rule, reason: '涉嫌犯罪必须移送，差异已经核实并记录。', ...given }));
  folder.writeForm('internal', { ...internal, reasons });
}
