/** The name that was probably meant: "did you mean". */

import { soundOf } from './pinyin.ts';

/** Longer names are not compared: nobody misspells one by accident, and distance costs the product of the lengths. */
const MAX_LENGTH = 64;
/** More candidates are not compared. */
const MAX_CANDIDATES = 2000;

/** Edits (insert, delete, replace, swap of neighbours) from one text to another, counted in code points. */
export function editDistance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] as number) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}

/**
 * The word of a list that was meant by a shorter or a longer one: the only one of which it is a part (现场笔录 of 勘验笔录、现场笔录), or all of whose
 * characters stand in it in their order (职工统筹基金 in 职工基本医疗保险统筹基金), or that it begins with; else the one that
 * sounds so, or the nearest. Never one of another sense, nor of other figures.
 */
export function nearestWord(text: string, candidates: readonly string[]): string | undefined {
  if ([...text].length < 2 || text.length > MAX_LENGTH) return nearest(text, candidates);
  const words = candidates.filter((word) => !otherSense(text, word) && figuresOf(word) === figuresOf(text));
  const ways: readonly ((word: string) => boolean)[] = [
    (word) => joins(word, text),
    (word) => word.includes(text),
    // What stands before a word in Chinese changes it: 撤销立案, 拟批准, 解除封存.
    (word) => [...word].length > 1 && text.startsWith(word),
    (word) => standsIn(text, word),
    (word) => [...word].length > 1 && text.startsWith([...word][0] ?? '') && !text.endsWith(word) && standsIn(word, text),
  ];
  for (const way of ways) {
    const [found, second] = words.filter(way);
    if (found !== undefined && second === undefined) return found;
  }
  const others = words.filter((word) => !text.endsWith(word));
  const near = /\d/.test(text) ? undefined : (bySound(text, others) ?? nearWord(text, others));
  // 末封存 is as near to 未封存 as to 已封存.
  const opposite = candidates
    .filter((word) => !words.includes(word))
    .some((word) => near && editDistance(text, word) <= editDistance(text, near));
  return opposite ? undefined : near;
}

/** Of Chinese words the only nearest; a third may differ, of two characters none. Others as `nearest`. */
function nearWord(text: string, words: readonly string[]): string | undefined {
  if (!/\p{Script=Han}/u.test(text)) return nearest(text, words);
  const most = Math.floor([...text].length / 3);
  const near = words.filter((word) => word.length <= MAX_LENGTH);
  const least = Math.min(...near.map((word) => editDistance(text, word)));
  const [found, second] = near.filter((word) => editDistance(text, word) === least);
  return least <= most && second === undefined && [...text].length > 2 ? found : undefined;
}

/** Behind a word of a choice these say nothing more: 主办人, 组织者, 男性, 市级. */
const IDLE_ENDING = /^(?:人|者|人员|性|类|型|级|级别|方)$/u;
/** The people of a body are not the body. */
const PEOPLE = /^(?:人|者|人员|方)$/u;
const BODY = /(?:单位|机关|机构|所)$/u;
/**
 * What may be left out of a word and is said all the same: 公安[机关], 已签[名], 不[予]立案, 职工[基本医疗保险]统筹基金. Everything else may be
 * what it differs in: 暂停 what, 说明 which 来源.
 */
const IDLE_WITHIN =
  /^(?:的|予|基本|医疗|保险|基本医疗保险|疗|险|基金|险基金|督|理|督管理|机关|名|证言|核算|推算|评审|保存|报告|意见|健康|年)$/u;
/** Words of a sentence that each turn it round; two of them do so twice. */
const NEGATIONS = /拒不|拒绝|[不未非无没否拒]/gu;
/** What stands in one place and means another thing there. */
const SENSES: readonly (readonly string[])[] = [
  ['合法', '违法', '非法'],
  ['前', '后'],
  ['正职', '副职', '分管'],
  ['轻', '重'],
  ['暂停', '恢复'],
  ['监察', '检察'],
  ['立案', '撤案', '退案'],
  ['主办', '承办', '协办', '副'],
  ['已', '应', '待', '拟', '将'],
];

/** Is one negated and the other not, or does one say the opposite of the other? */
function otherSense(text: string, word: string): boolean {
  if (negations(text) !== negations(word)) return true;
  return SENSES.some((row) => {
    const said = row.filter((sense) => text.includes(sense));
    const meant = row.filter((sense) => word.includes(sense));
    return said.length > 0 && meant.length > 0 && said.join() !== meant.join();
  });
}

const negations = (text: string): number => text.match(NEGATIONS)?.length ?? 0;
const figuresOf = (text: string): string => (text.match(/\d+|[一二三四五六七八九十]+位/gu) ?? []).join(' ');

/** Is a text one of the words that a word joins? 患者 of 认罪认罚的医务人员、患者 is not: what stands before the first belongs to both. */
function joins(word: string, text: string): boolean {
  const parts = word.split(/[、，/]/);
  return parts.includes(text) && parts.every((part) => part.length === text.length);
}

/**
 * The word of a choice that was written shorter or longer and can be no other: its beginning (公安 of 公安机关), one of the words it joins, its
 * characters in their order where those left out say nothing (城乡居民医保 in 城乡居民基本医疗保险基金), or the word with an ending that
 * says nothing. Never across a negation, nor where what is left out could be what makes the word (说明来源 is not 说明合法来源).
 */
export function plainWord(written: string, candidates: readonly string[]): string | undefined {
  // 没有封存 is 未封存.
  const text = candidates.some((word) => word.startsWith('未')) ? written.replace(/^(?:没有|没|尚未|并未)/u, '未') : written;
  if (candidates.includes(text)) return text;
  const points = [...text];
  if (points.length < 2 || text.length > MAX_LENGTH) return undefined;
  const ways: readonly ((word: string) => boolean)[] = [
    (word) => joins(word, text),
    (word) => text.startsWith(word) && IDLE_ENDING.test(text.slice(word.length)),
    (word) => standsIn(text, word),
  ];
  for (const way of ways) {
    const [found, second] = candidates.filter(way);
    if (second !== undefined) return undefined;
    if (found === undefined) continue;
    const ending = way === ways[1] ? text.slice(found.length) : '';
    const plain =
      way === ways[2] ? leftOut(text, found).every((part) => IDLE_WITHIN.test(part)) : !(BODY.test(found) && PEOPLE.test(ending));
    const begins = way !== ways[2] || found.startsWith(text) || (points.length > 2 && found.startsWith(points[0] ?? ''));
    return plain && begins && !otherSense(text, found) ? found : undefined;
  }
  return undefined;
}

/** The stretches of a word that a shorter one, whose characters stand in it in their order, leaves out. */
function leftOut(text: string, word: string): readonly string[] {
  const parts: string[] = [];
  let at = 0;
  let open = false;
  for (const char of word) {
    const said = text.startsWith(char, at);
    if (said) at += char.length;
    else if (open) parts.push(`${parts.pop() ?? ''}${char}`);
    else parts.push(char);
    open = !said;
  }
  return parts;
}

/** 先性等级保存 sounds as 先行登记保存: the only word that does, or differs in one syllable where it has four or more. */
function bySound(text: string, candidates: readonly string[]): string | undefined {
  const sound = soundOf(text);
  const far = [...text].length < 4 ? 0 : 1;
  const [found, second] = candidates.filter((word) => word.length <= MAX_LENGTH && editDistance(soundOf(word), sound) <= far);
  return second === undefined ? found : undefined;
}

/** Do all characters of a text stand in another, in their order? */
function standsIn(text: string, other: string): boolean {
  let at = 0;
  for (const char of other) if (text.startsWith(char, at)) at += char.length;
  return at === text.length;
}

/** A number may lack zeros, have another dash, or O for 0; one that differs in a figure is another number. */
function idKey(id: string): string {
  const plain = id
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-_. ]/g, '');
  return plain.replace(/(?<=\d)[oil]|[oil](?=\d)/g, (c) => (c === 'o' ? '0' : '1')).replace(/(?<!\d)0+(?=\d)/g, '');
}

/** The id that was meant by one that is nearly the same; of ids without figures the nearest. */
export function nearestId(id: string, candidates: readonly string[]): string | undefined {
  const alike = candidates.filter((other) => idKey(other) === idKey(id));
  if (alike.length > 0 || /\d/.test(id)) return alike.length === 1 ? alike[0] : undefined;
  return nearest(
    id,
    candidates.filter((other) => !/\d/.test(other)),
  );
}

/** The candidate with the fewest edits, when they are at most a third of the length (two are always allowed, one in short names). */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  let best: string | undefined;
  let least = (text.length < 4 ? 1 : Math.max(2, Math.floor(text.length / 3))) + 1;
  let count = 0;
  for (const candidate of candidates) {
    if (++count > MAX_CANDIDATES) break;
    if (candidate.length > MAX_LENGTH) continue;
    const distance = editDistance(text.toLowerCase(), candidate.toLowerCase());
    // With nothing in common but a length, one is not the other misspelt.
    if (distance < least && distance < Math.max([...text].length, [...candidate].length)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}
