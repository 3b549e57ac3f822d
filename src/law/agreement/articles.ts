/** K-05: offence, article and conduct belong together in every form. */
import { articleNumber, behaviour, chineseNumber } from '../../model/index.ts';
import { crimesOf, names } from '../offences.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';

/** Articles of 刑法 by offence; 指导意见 arts 5–9 name these. */
const CRIMES: Readonly<Record<string, readonly number[]>> = {
  诈骗罪: [266],
  盗窃罪: [264],
  贪污罪: [382, 383],
  '掩饰、隐瞒犯罪所得罪': [312],
  '掩饰、隐瞒犯罪所得、犯罪所得收益罪': [312],
};

/** What a transfer letter rests on: the duty, and the notice for this field. */
const LETTER_BASIS: readonly { readonly document: string; readonly pattern: RegExp; readonly article: string }[] = [
  { document: '行政执法机关移送涉嫌犯罪案件的规定', pattern: /移送涉嫌犯罪案件的规定|国务院令第310号/, article: '第三条' },
  { document: '国家医保局、公安部关于加强查处骗取医保基金案件行刑衔接工作的通知', pattern: /行刑衔接工作的通知|49号/, article: '三' },
];

const isCriminalLaw = (document: string): boolean => /刑法$/.test(document.replace(/[《》]/g, ''));

function* articles({ case: { case: c, transfer, investigation } }: RuleInput): Iterable<Hit> {
  const cited = new Set(investigation.criminalLaw.filter((l) => isCriminalLaw(l.document)).map((l) => articleNumber(l.article)));
  for (const [i, crime] of c.crimes.entries()) {
    const asked = CRIMES[crime.name];
    const number = articleNumber(crime.article);
    if (asked && isCriminalLaw(crime.law) && (number === undefined || !asked.includes(number))) {
      const args = { crime: crime.name, article: crime.article, asked: asked.map((n) => `第${chineseNumber(n)}条`).join('、') };
      yield hit('ARTICLE_NOT_OF_CRIME', args, 'case', `/crimes/${i}/article`);
    }
    if (isCriminalLaw(crime.law) && !cited.has(number)) {
      yield hit('ARTICLE_NOT_CITED', { crime: crime.name, article: crime.article }, 'investigation', '/criminalLaw');
    }
    if (!investigation.recommendation.includes(crime.name)) {
      yield hit('NAME_NOT_MENTIONED', { name: crime.name, document: '调查报告的处理建议' }, 'investigation', '/recommendation', 'warning');
    }
  }
  for (const [i, fact] of c.facts.entries()) {
    const row = behaviour(fact.behaviour);
    if (row && !row.supervisory && !c.crimes.some((crime) => names(crime.name, crimesOf(fact.behaviour)))) {
      const args = { fact: fact.factNo, behaviour: fact.behaviour, crime: crimesOf(fact.behaviour).join('、') };
      yield hit('CRIME_NOT_OF_BEHAVIOUR', args, 'case', `/facts/${i}/behaviour`, 'warning');
    }
  }
  for (const { document, pattern, article } of LETTER_BASIS) {
    if (!transfer.legalBasis.some((l) => pattern.test(l.document)))
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
    asks: '罪名与刑法条文对应；移送书、调查报告引用同一条；事实的情形与罪名对应；移送依据引用全。',
    why: '条文引错，移送书就要重做。',
    right: '诈骗罪，刑法第二百六十六条；移送书和调查报告都引这一条。',
    wrong: '罪名写诈骗罪，条文引第二百六十四条。',
    codes: ['ARTICLE_NOT_OF_CRIME', 'ARTICLE_NOT_CITED', 'CRIME_NOT_OF_BEHAVIOUR', 'LEGAL_BASIS_MISSING', 'NAME_NOT_MENTIONED'],
    check: articles,
  },
];
