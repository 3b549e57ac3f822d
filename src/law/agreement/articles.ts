/** K-05: offence, article and conduct belong together in every form. */
import { articleNumber, articlesIn, behaviour, type CaseForm, offence, spellingsOf, type TemplatePack } from '../../model/index.ts';
import { articlesOf, citedAs, isCriminalLaw } from '../citations.ts';
import { names } from '../offences.ts';
import { crimesOfConduct, crimesOfFact, isConductOfOffice } from '../office.ts';
import { basis, type Hit, hit, type Rule, type RuleInput, stricter } from '../rule.ts';

/** 刑法 arts 1–101 are of no offence in particular: 共同犯罪, 未遂, 自首. */
const FIRST_OF_OFFENCES = 102;
/** What 0.1.0 knew the articles of. */
const FIRST_KNOWN: readonly string[] = ['诈骗罪', '盗窃罪', '贪污罪', '掩饰、隐瞒犯罪所得罪'];

/** What a transfer letter rests on: the duty, and the notice for this field. */
const LETTER_BASIS: readonly { readonly document: string; readonly pattern: RegExp; readonly article: string }[] = [
  { document: '行政执法机关移送涉嫌犯罪案件的规定', pattern: /移送涉嫌犯罪案件的规定|国务院令第310号/, article: '第三条' },
  { document: '国家医保局、公安部关于加强查处骗取医保基金案件行刑衔接工作的通知', pattern: /行刑衔接工作的通知|49号/, article: '三' },
];

type Crime = CaseForm['crimes'][number];

function* articleOf(crime: Crime, at: string, pack: TemplatePack): Iterable<Hit> {
  const known = offence(crime.name, pack.offences);
  if (!known) return;
  const cited = articlesIn(crime.article);
  const special = cited.filter((article) => (articleNumber(article) ?? 0) >= FIRST_OF_OFFENCES);
  if (special.length > 0 && special.every((article) => known.articles.includes(article))) return;
  const args = { crime: crime.name, article: crime.article, asked: known.articles.join('、') };
  const found = hit('ARTICLE_NOT_OF_CRIME', args, 'case', at, known.unverified ? 'warning' : 'error');
  const asBefore = FIRST_KNOWN.includes(known.name) && !known.articles.includes(cited[0] ?? '');
  yield asBefore ? found : { ...stricter(found, '0.2.0'), ...(known.unverified ? { unverified: true as const } : {}) };
}

function* articles({ case: { case: c, transfer, investigation }, pack }: RuleInput): Iterable<Hit> {
  const cited = articlesOf(investigation.criminalLaw.filter(isCriminalLaw));
  const numbers = new Set(cited.map(articleNumber));
  for (const [i, crime] of c.crimes.entries()) {
    if (isCriminalLaw({ document: crime.law })) {
      yield* articleOf(crime, `/crimes/${i}/article`, pack);
      const own = articlesIn(crime.article);
      if (own.length === 0 || own.every((article) => !cited.includes(article))) {
        const found = hit('ARTICLE_NOT_CITED', { crime: crime.name, article: crime.article }, 'investigation', '/criminalLaw');
        yield numbers.has(articleNumber(crime.article)) ? stricter(found, '0.2.0') : found;
      }
    }
    if (!spellingsOf(crime.name, pack.offences).some((name) => investigation.recommendation.includes(name))) {
      yield hit('NAME_NOT_MENTIONED', { name: crime.name, document: '调查报告的处理建议' }, 'investigation', '/recommendation', 'warning');
    }
  }
  for (const [i, fact] of c.facts.entries()) {
    const row = behaviour(fact.behaviour);
    if (row && !isConductOfOffice(c, fact) && !c.crimes.some((crime) => names(crime.name, crimesOfConduct(fact.behaviour)))) {
      const args = { fact: fact.factNo, behaviour: fact.behaviour, crime: crimesOfFact(c, fact).join('、') };
      yield hit('CRIME_NOT_OF_BEHAVIOUR', args, 'case', `/facts/${i}/behaviour`, 'warning');
    }
  }
  for (const { document, pattern, article } of LETTER_BASIS) {
    if (!transfer.legalBasis.some((l) => pattern.test(citedAs(l))))
      yield hit('LEGAL_BASIS_MISSING', { document, article }, 'transfer', '/legalBasis', 'warning');
  }
}

export const ARTICLE_RULES: readonly Rule[] = [
  {
    id: 'K-05',
    severity: 'error',
    basis: [
      ...basis('刑法', '第二百六十六条', '第二百六十四条', '第三百一十二条', '第三百八十二条'),
      ...basis('法发〔2024〕6号', '第五条', '第六条', '第八条', '第九条'),
    ],
    asks: '罪名与刑法条文对应（诈骗罪第二百六十六条、侵犯公民个人信息罪第二百五十三条之一等，指导意见没有写明条文的罪名待核，只警告）；移送书、调查报告引用同一条；事实的情形与罪名对应；移送依据引用全。',
    why: '条文引错，移送书就要重做。',
    right: '诈骗罪，刑法第二百六十六条；移送书和调查报告都引这一条。',
    wrong: '罪名写诈骗罪，条文引第二百六十四条。',
    codes: ['ARTICLE_NOT_OF_CRIME', 'ARTICLE_NOT_CITED', 'CRIME_NOT_OF_BEHAVIOUR', 'LEGAL_BASIS_MISSING', 'NAME_NOT_MENTIONED'],
    check: articles,
  },
];
