/** F-06, F-07: use of another's card, and offences that are not fraud (指导意见 arts 6, 8, 9). */
import { behaviour, isSameOffence } from '../model/index.ts';
import { crimesOfConduct } from './office.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

/** Use of another's card, and lending one's own: the same use seen from both ends. */
const CARD_USE: readonly string[] = ['YS-C2', 'YS-C3'];
/** Helping others to it: to be thought of, among much else that this conduct may be. */
const CARD_HELP = 'YS-B1';
const BOUGHT_CARD = 'YS-C6';
/** Offences that conduct of the table leads to: naming one of these without such a fact is a slip. */
const TABLED: readonly string[] = ['诈骗罪', '盗窃罪', '掩饰、隐瞒犯罪所得罪'];
/** Said where the heavier punishment was looked for. */
const WEIGHED = /处罚较重|较重的规定|择一重|从一重|想象竞合/u;

export const names = (crime: string, asked: readonly string[]): boolean => asked.some((name) => isSameOffence(name, crime));

function* familyAccount({ case: { case: c } }: RuleInput): Iterable<Hit> {
  for (const [i, fact] of c.facts.entries()) {
    const used = CARD_USE.includes(fact.behaviour);
    if ((!used && fact.behaviour !== CARD_HELP) || fact.familyAccount === '否') continue;
    const lawful = fact.familyAccount === '是';
    const at = fact.familyAccount ? `/facts/${i}/familyAccount` : `/facts/${i}`;
    if (lawful) yield hit('FAMILY_ACCOUNT_LAWFUL', { fact: fact.factNo }, 'case', at, used ? 'error' : 'warning');
    else yield hit('FAMILY_ACCOUNT_OPEN', { fact: fact.factNo }, 'case', at, used ? 'warning' : 'info');
  }
}

function* fits({ case: { case: c, investigation } }: RuleInput): Iterable<Hit> {
  const known = c.facts.every((f) => behaviour(f.behaviour));
  for (const [i, crime] of c.crimes.entries()) {
    if (!known || !names(crime.name, TABLED) || c.facts.some((f) => names(crime.name, crimesOfConduct(f.behaviour)))) continue;
    yield hit('CRIME_WITHOUT_FACT', { crime: crime.name }, 'case', `/crimes/${i}/name`);
  }
  const bought = c.facts.filter((f) => f.behaviour === BOUGHT_CARD);
  if (bought.length > 0 && !WEIGHED.test(`${investigation.nature}${investigation.recommendation}`)) {
    yield hit('HEAVIER_OFFENCE_NOT_WEIGHED', { facts: bought.map((f) => f.factNo).join('、') }, 'investigation', '/nature', 'info');
  }
}

export const OFFENCE_RULES: readonly Rule[] = [
  {
    id: 'F-06',
    severity: 'error',
    basis: basis('法发〔2024〕6号', '第六条第二款'),
    asks: '使用他人凭证冒名就医、购药，或者把自己的凭证交给他人使用的，查明是不是个人账户按照规定为家庭成员支付个人负担的费用；是的，不属于冒名就医、购药。',
    why: '家庭共济是合法使用，移送了就是错案。',
    right: '是否家庭共济（familyAccount）: 否',
    wrong: '没有查明就以冒名购药移送；或者 familyAccount: 是，仍列为 YS-C2。',
    codes: ['FAMILY_ACCOUNT_LAWFUL', 'FAMILY_ACCOUNT_OPEN'],
    check: familyAccount,
  },
  {
    id: 'F-07',
    severity: 'warning',
    basis: basis('法发〔2024〕6号', '第八条', '第九条'),
    asks: '罪名与行为相合：盗窃凭证盗刷个人账户是盗窃罪；明知而收购、销售医保药品是掩饰、隐瞒犯罪所得罪；指使他人骗购再收购是诈骗罪；购买他人凭证并使用的，比较几个罪名，按处罚较重的写明。',
    why: '骗保案件不都是诈骗罪，罪名错了，管辖、数额标准和证据要求都不同。',
    right: '只有盗刷个人账户一项事实，罪名写盗窃罪（刑法第二百六十四条）。',
    wrong: '只有盗刷个人账户一项事实，罪名写诈骗罪。',
    codes: ['CRIME_WITHOUT_FACT', 'HEAVIER_OFFENCE_NOT_WEIGHED'],
    check: fits,
  },
];
