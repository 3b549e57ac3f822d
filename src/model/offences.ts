/**
 * Offences of 刑法 that conduct against the fund leads to or that stand beside it, with their articles. 指导意见 arts 5–9 name those
 * without `unverified`; the articles of the others were recalled, not read, and are 待核: rules on them only warn.
 */
export interface Offence {
  readonly name: string;
  /** Other ways in which it is written. */
  readonly spellings?: readonly string[];
  /** Any of these, as `articlesIn` writes them. */
  readonly articles: readonly string[];
  readonly unverified?: true;
}

/** An offence that a pack adds to the table: not one that is there. */
export interface PackOffence extends Omit<Offence, 'unverified'> {
  readonly source: string;
  readonly certainty: '原文' | '转引' | '待核';
}

export const OFFENCES: readonly Offence[] = [
  { name: '诈骗罪', articles: ['第二百六十六条'] },
  { name: '盗窃罪', articles: ['第二百六十四条'] },
  { name: '贪污罪', articles: ['第三百八十二条', '第三百八十三条'] },
  {
    name: '掩饰、隐瞒犯罪所得罪',
    spellings: ['掩饰、隐瞒犯罪所得、犯罪所得收益罪', '掩饰、隐瞒犯罪所得收益罪', '掩饰隐瞒犯罪所得、犯罪所得收益罪', '掩饰隐瞒犯罪所得罪'],
    articles: ['第三百一十二条'],
  },
  {
    name: '侵犯公民个人信息罪',
    spellings: ['侵害公民个人信息罪', '非法获取公民个人信息罪', '出售、非法提供公民个人信息罪'],
    articles: ['第二百五十三条之一'],
    unverified: true,
  },
  { name: '洗钱罪', articles: ['第一百九十一条'], unverified: true },
  {
    name: '伪造、变造、买卖国家机关公文、证件、印章罪',
    spellings: ['伪造国家机关公文、证件、印章罪', '伪造国家机关印章罪', '伪造国家机关证件罪', '买卖国家机关证件罪'],
    articles: ['第二百八十条'],
    unverified: true,
  },
  {
    name: '伪造公司、企业、事业单位、人民团体印章罪',
    spellings: ['伪造公司、企业、事业单位印章罪', '伪造公司印章罪', '伪造事业单位印章罪', '伪造企业印章罪'],
    articles: ['第二百八十条'],
    unverified: true,
  },
  {
    name: '伪造、变造、买卖身份证件罪',
    spellings: ['买卖身份证件罪', '伪造身份证件罪', '变造身份证件罪', '伪造、变造身份证件罪'],
    articles: ['第二百八十条'],
    unverified: true,
  },
  {
    name: '使用虚假身份证件、盗用身份证件罪',
    spellings: ['使用虚假身份证件罪', '盗用身份证件罪'],
    articles: ['第二百八十条之一'],
    unverified: true,
  },
  { name: '挪用公款罪', articles: ['第三百八十四条'], unverified: true },
  { name: '职务侵占罪', articles: ['第二百七十一条'], unverified: true },
  { name: '挪用资金罪', articles: ['第二百七十二条'], unverified: true },
];

/** `诈骗`, `《诈骗罪》`, `掩饰，隐瞒犯罪所得罪` → as the table spells it. */
function spelled(name: string): string {
  const bare = name.replace(/[\s《》〈〉“”"]/gu, '').replace(/[,，]/gu, '、');
  return bare.endsWith('罪') ? bare : `${bare}罪`;
}

const BY_SPELLING = new Map(
  OFFENCES.flatMap((offence) => [offence.name, ...(offence.spellings ?? [])].map((name) => [name, offence] as const)),
);

/** The offence of a name however it is spelled, or undefined where neither the table nor `added`, a pack's, has it. */
export function offence(name: string, added: readonly PackOffence[] = []): Offence | undefined {
  const wanted = spelled(name);
  const own = added.find((row) => [row.name, ...(row.spellings ?? [])].includes(wanted));
  return BY_SPELLING.get(wanted) ?? (own && { ...own, ...(own.certainty === '原文' ? {} : { unverified: true as const }) });
}

/** All ways in which an offence is written, the given one first. */
export function spellingsOf(name: string, added: readonly PackOffence[] = []): readonly string[] {
  const row = offence(name, added);
  return row ? [...new Set([name, row.name, ...(row.spellings ?? [])])] : [name];
}

/** One offence under two names. */
export function isSameOffence(a: string, b: string): boolean {
  return (offence(a)?.name ?? spelled(a)) === (offence(b)?.name ?? spelled(b));
}
