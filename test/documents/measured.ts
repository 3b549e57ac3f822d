/** Templates made to be measured: invented text, long enough to fill pages. */
const HAN = [...'医疗保障基金监督管理执法人员依照规定对该院住院病历收费清单药品进销记录逐项核对并制作笔录当场交由在场人员阅读确认无误'];
/** Sentences of many lengths, so that punctuation meets the end of a line in every way. */
const SENTENCES = [
  '经查，该院于二月至六月间登记住院四十六人，实际在床三十四人；',
  '护士站抽屉内有“某某医院内科”印章（共两枚）、空白病历约三百页。',
  '在场人员称：“床位卡是上月统一打印的，人没有来过。”',
  '执法人员当场核对《住院患者名单》、《床位一览表》和收费清单，三者不一致！',
  '上述材料是否齐全？是；是否由持有人核对？是。',
  '【附记】服务器时间比北京时间慢十二秒——已拍照固定……',
  '结算金额合计1,319,567.89元，占同期全部结算的12.5％，其中职工统筹基金819,567.89元。',
  '依据〔2026〕12号文件、〈核查办法〉第三条，‘挂床’是指登记住院而未实际住院。',
];

/** So many hanzi, none of them punctuation. */
export function hanzi(count: number, from = 0): string {
  return Array.from({ length: count }, (_, i) => HAN[(i * 7 + from) % HAN.length]).join('');
}

/** A paragraph of `count` sentences, another for each `seed`. */
export function prose(count: number, seed: number): string {
  return Array.from(
    { length: count },
    (_, i) => `${hanzi((seed * 5 + i * 3) % 9, seed)}${SENTENCES[(seed + i * 3) % SENTENCES.length]}`,
  ).join('');
}

const HEADINGS = { h1: '一、标题甲', h2: '（二）标题乙', h3: '3．标题丙', h4: '（4）标题丁' } as const;
export const HEADING_TEXTS: readonly string[] = Object.values(HEADINGS);

/** One paragraph of hanzi alone, of so many full lines. */
export function plainLetter(lines: number, layout = 'letter'): string {
  return `<document layout="${layout}"><p>${hanzi(lines * 28 - 2)}</p></document>`;
}

/** Headings and paragraphs for several pages; `before` lines stand first, so that headings wander down to the foot of a page. */
export function headedLetter(before: number): string {
  const filler = before > 0 ? `<p>${hanzi(before * 28 - 2)}</p>` : '';
  const parts = Array.from({ length: 6 }, (_, i) =>
    Object.entries(HEADINGS)
      .map(([tag, text], j) => `<${tag}>${text}</${tag}><p>${prose(3 + ((i + j) % 3), i * 4 + j)}</p>`)
      .join(''),
  );
  return `<document layout="letter">${filler}${parts.join('')}</document>`;
}

/** A letter that ends in a signature; `after` follows it. */
export function signedLetter({ lines, after = '', seal = 'yes' }: { lines: number; after?: string; seal?: 'yes' | 'no' }): string {
  return `<document layout="letter"><title>涉嫌犯罪案件移送书</title><p>${hanzi(lines * 28 - 2)}</p><sign agency="示例市医疗保障局" date="2026年11月20日" seal="${seal}"/>${after}</document>`;
}
