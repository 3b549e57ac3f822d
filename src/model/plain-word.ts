/** The word of a choice that a shorter or longer one certainly is, and what may never be taken for it. */

/** Longer names are not compared: nobody misspells one by accident, and distance costs the product of the lengths. */
export const MAX_WORD = 64;

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
export function otherSense(text: string, word: string): boolean {
  if (negations(text) !== negations(word)) return true;
  return SENSES.some((row) => {
    const said = row.filter((sense) => text.includes(sense));
    const meant = row.filter((sense) => word.includes(sense));
    return said.length > 0 && meant.length > 0 && said.join() !== meant.join();
  });
}

const negations = (text: string): number => text.match(NEGATIONS)?.length ?? 0;
/** The figures a text names, also as 十五位. */
export const figuresOf = (text: string): string => (text.match(/\d+|[一二三四五六七八九十]+位/gu) ?? []).join(' ');

/** Is a text one of the words that a word joins? 患者 of 认罪认罚的医务人员、患者 is not: what stands before the first belongs to both. */
export function joins(word: string, text: string): boolean {
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
  if (points.length < 2 || text.length > MAX_WORD) return undefined;
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

/** Do all characters of a text stand in another, in their order? */
export function standsIn(text: string, other: string): boolean {
  let at = 0;
  for (const char of other) if (text.startsWith(char, at)) at += char.length;
  return at === text.length;
}
