/** K-09, K-10, K-11: the articles of 条例, the same in letter and report, and 文号 outside 《》. */
import { articleNumber, articlesIn, behaviour, type Citation, type FormName } from '../../model/index.ts';
import { articlesOf, DOC_NO_IN_NAME, isCriminalLaw, isGuidance, isRegulation } from '../citations.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { REGULATION_SINCE } from '../rule-sets.ts';

/** Articles of a document that say what an act is; the others say what is to be done about it, and differ between the forms. */
interface Substance {
  readonly name: string;
  readonly is: (citation: Citation) => boolean;
  readonly has: (article: number) => boolean;
}
/** 条例 arts 36–46, 法律责任; 42, 43 and 45 go with any of the others. */
const REGULATION: Substance = {
  name: '医疗保障基金使用监督管理条例',
  is: isRegulation,
  has: (n) => n >= 36 && n <= 46 && ![42, 43, 45].includes(n),
};
const SUBSTANCES: readonly Substance[] = [
  { name: '中华人民共和国刑法', is: isCriminalLaw, has: (n) => n >= 102 },
  REGULATION,
  { name: '关于办理医保骗保刑事案件若干问题的指导意见', is: isGuidance, has: (n) => n >= 5 && n <= 9 },
];

const substantial = ({ has }: Substance, articles: readonly string[]): readonly string[] =>
  articles.filter((article) => has(articleNumber(article) ?? 0));

/** Each fact's articles of 条例 are cited, and not others in their stead. */
function* ofFacts({ case: { case: c, investigation } }: RuleInput): Iterable<Hit> {
  const rows = [...investigation.adminLaw.entries()].filter(([, row]) => isRegulation(row));
  // Cited not at all: F-02 says so.
  if (rows.length === 0) return;
  const cited = articlesOf(rows.map(([, row]) => row));
  const asked = new Map<string, string[]>();
  for (const fact of c.facts) {
    if (fact.period.to < REGULATION_SINCE) continue;
    for (const article of articlesIn(behaviour(fact.behaviour)?.regulation ?? ''))
      asked.set(article, [...(asked.get(article) ?? []), fact.factNo]);
  }
  const foreign = rows.flatMap(([i, row]) =>
    substantial(REGULATION, articlesIn(row.article))
      .filter((article) => !asked.has(article))
      .map((article) => ({ i, article })),
  );
  for (const [article, facts] of asked) {
    if (cited.includes(article)) continue;
    const args = { facts: facts.join('、'), asked: article };
    const wrong = foreign.shift();
    if (wrong) yield hit('ADMIN_ARTICLE_WRONG', { ...args, article: wrong.article }, 'investigation', `/adminLaw/${wrong.i}/article`);
    else yield hit('ADMIN_ARTICLE_MISSING', args, 'investigation', '/adminLaw', 'warning');
  }
}

/** The letter names no article of an offence or of conduct that the report does not, and none too few of 刑法. */
function* ofLetter({ case: { case: c, transfer, investigation } }: RuleInput): Iterable<Hit> {
  const report = [...investigation.adminLaw, ...investigation.criminalLaw];
  for (const substance of SUBSTANCES) {
    const { name: document, is } = substance;
    const ofReport = substantial(substance, articlesOf(report.filter(is)));
    const rows = [...transfer.legalBasis.entries()].filter(([, row]) => is(row));
    const [first] = rows;
    if (!first || ofReport.length === 0) continue;
    let differs = false;
    for (const [i, row] of rows) {
      const more = substantial(substance, articlesIn(row.article)).filter((article) => !ofReport.includes(article));
      if (more.length === 0) continue;
      differs = true;
      const args = { document, article: more.join('、'), asked: ofReport.join('、') };
      yield hit('LETTER_ARTICLE_DIFFERS', args, 'transfer', `/legalBasis/${i}/article`);
    }
    if (differs || !isCriminalLaw({ document })) continue;
    const ofLetter = articlesOf(rows.map(([, row]) => row));
    const fewer = c.crimes.filter((crime) => isCriminalLaw({ document: crime.law })).flatMap((crime) => articlesIn(crime.article));
    const absent = [...new Set(fewer)].filter((article) => ofReport.includes(article) && !ofLetter.includes(article));
    // 贪污罪 is cited by either of its two articles.
    const none = absent.filter((article) => !c.crimes.some((crime) => isCitedOtherwise(crime.article, article, ofLetter)));
    if (none.length > 0)
      yield hit('LETTER_ARTICLE_MISSING', { document, article: none.join('、') }, 'transfer', `/legalBasis/${first[0]}/article`, 'warning');
  }
}

function isCitedOtherwise(ofCrime: string, article: string, ofLetter: readonly string[]): boolean {
  const own = articlesIn(ofCrime);
  return own.includes(article) && own.some((other) => ofLetter.includes(other));
}

/** `《…的通知（医保发〔2021〕49号）》` is no title. */
function* titles({ case: { transfer, investigation } }: RuleInput): Iterable<Hit> {
  const lists: readonly (readonly [FormName, string, readonly Citation[]])[] = [
    ['transfer', 'legalBasis', transfer.legalBasis],
    ['investigation', 'adminLaw', investigation.adminLaw],
    ['investigation', 'criminalLaw', investigation.criminalLaw],
  ];
  for (const [form, list, rows] of lists) {
    for (const [i, { document }] of rows.entries()) {
      const [found] = DOC_NO_IN_NAME.exec(document) ?? [];
      if (found !== undefined) yield hit('DOC_NO_IN_TITLE', { docNo: found.slice(1, -1) }, form, `/${list}/${i}/document`);
    }
  }
}

export const CITATION_RULES: readonly Rule[] = [
  {
    id: 'K-09',
    severity: 'error',
    since: '0.2.0',
    basis: [...basis('医疗保障基金使用监督管理条例', '第三十七条至第四十一条'), ...basis('行政处罚法', '第四十条')],
    asks: '调查报告引用的条例条文是各项事实的情形所属的条文：定点医药机构骗取基金是第四十条（以第三十八条所列方式的，两条都引），个人是第四十一条，经办机构是第三十七条。引错为错误，漏引为警告。',
    why: '引错条文，行政违法的认定就不成立，移送书也要重做。',
    right: '挂床住院：第三十八条第一项、第四十条第二款。',
    wrong: '虚构医药服务项目引第三十九条；应为第四十条第一款第三项。',
    codes: ['ADMIN_ARTICLE_WRONG', 'ADMIN_ARTICLE_MISSING'],
    check: ofFacts,
  },
  {
    id: 'K-10',
    severity: 'error',
    since: '0.2.0',
    basis: [...basis('国务院令第310号', '第六条'), ...basis('医保发〔2021〕49号', '三（二）')],
    asks: '移送书引用的刑法、条例、指导意见的实体条文，调查报告里都有；移送书引用刑法的，各罪名的条文都引到。',
    why: '移送书以调查报告为附件，两份文书的条文不同，接收机关不知以哪份为准。',
    right: '移送书和调查报告都引刑法第二百六十六条。',
    wrong: '调查报告引刑法第二百六十六条，移送书引第二百六十四条。',
    codes: ['LETTER_ARTICLE_DIFFERS', 'LETTER_ARTICLE_MISSING'],
    check: ofLetter,
  },
  {
    id: 'K-11',
    severity: 'warning',
    since: '0.2.0',
    basis: basis('党政机关公文处理工作条例', '（引用公文的写法，条号待核）'),
    unverified: true,
    asks: '引用公文先引标题，后引发文字号：书名号里只有标题，文号写在 docNo，印在书名号外。',
    why: '文号不是标题的一部分。',
    right: '《…行刑衔接工作的通知》（医保发〔2021〕49号）第三条',
    wrong: '《…行刑衔接工作的通知（医保发〔2021〕49号）》第三条',
    codes: ['DOC_NO_IN_TITLE'],
    check: titles,
  },
];
