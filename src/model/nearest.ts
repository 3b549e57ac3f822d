/** The name that was probably meant: "did you mean". */

import { soundOf } from './pinyin.ts';
import { figuresOf, joins, MAX_WORD, otherSense, standsIn } from './plain-word.ts';

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
  if ([...text].length < 2 || text.length > MAX_WORD) return nearest(text, candidates);
  const words = candidates.filter((word) => !otherSense(text, word));
  const sameFigures = (word: string): boolean => figuresOf(word) === figuresOf(text);
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
    if (found !== undefined && second === undefined && sameFigures(found)) return found;
  }
  const others = words.filter((word) => sameFigures(word) && !text.endsWith(word));
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
  const near = words.filter((word) => word.length <= MAX_WORD);
  const least = Math.min(...near.map((word) => editDistance(text, word)));
  const [found, second] = near.filter((word) => editDistance(text, word) === least);
  return least <= most && second === undefined && [...text].length > 2 ? found : undefined;
}

/** 先性等级保存 sounds as 先行登记保存: the only word that does, or differs in one syllable where it has four or more. */
function bySound(text: string, candidates: readonly string[]): string | undefined {
  const sound = soundOf(text);
  const far = [...text].length < 4 ? 0 : 1;
  const [found, second] = candidates.filter((word) => word.length <= MAX_WORD && editDistance(soundOf(word), sound) <= far);
  return second === undefined ? found : undefined;
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
  if (text.length > MAX_WORD) return undefined;
  let best: string | undefined;
  let least = (text.length < 4 ? 1 : Math.max(2, Math.floor(text.length / 3))) + 1;
  let count = 0;
  for (const candidate of candidates) {
    if (++count > MAX_CANDIDATES) break;
    if (candidate.length > MAX_WORD) continue;
    const distance = editDistance(text.toLowerCase(), candidate.toLowerCase());
    // With nothing in common but a length, one is not the other misspelt.
    if (distance < least && distance < Math.max([...text].length, [...candidate].length)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}
