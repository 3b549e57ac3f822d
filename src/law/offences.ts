/** F-06, F-07, F-14, F-18: use of another's card, and offences that are not fraud (指导意见 arts 6, 8, 9). */
import {
  behaviour,
  type CaseForm,
  type Fact,
  formatFen,
  type InvestigationForm,
  isSameOffence,
  PERSONAL_ACCOUNT,
  sumYuan,
} from '../model/index.ts';
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

/** 指导意见 art. 6(2) exempts a personal account alone: what the pooled fund paid for others is never in it. */
function exemptFacts({ facts, amount }: CaseForm): { readonly facts: readonly Fact[]; readonly fen: bigint; readonly personal: bigint } {
  const exempt = facts.filter((f) => (CARD_USE.includes(f.behaviour) || f.behaviour === CARD_HELP) && f.familyAccount === '是');
  const fen = sumYuan(exempt.map((f) => f.amount)) - sumYuan(exempt.map((f) => f.overlap));
  return { facts: exempt, fen, personal: sumYuan(amount.byFund.filter((f) => f.fund === PERSONAL_ACCOUNT).map((f) => f.amount)) };
}

/** More than the personal account's share was paid by the pooled fund, whatever the form says. */
function* pooled({ case: { case: c } }: RuleInput): Iterable<Hit> {
  const { facts, fen, personal } = exemptFacts(c);
  const [first] = facts;
  if (!first || fen <= personal) return;
  const args = { facts: facts.map((f) => f.factNo).join('、'), amount: formatFen(fen), personal: formatFen(personal) };
  yield hit('POOLED_FUND_NOT_EXEMPT', args, 'case', `/facts/${c.facts.indexOf(first)}/familyAccount`);
}

function* familyAccount({ case: { case: c } }: RuleInput): Iterable<Hit> {
  const { fen, personal } = exemptFacts(c);
  for (const [i, fact] of c.facts.entries()) {
    const used = CARD_USE.includes(fact.behaviour);
    if ((!used && fact.behaviour !== CARD_HELP) || fact.familyAccount === '否') continue;
    const lawful = fact.familyAccount === '是';
    if (lawful && fen > personal) continue;
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
  if (bought.length > 0 && !isWeighed(investigation)) {
    yield hit('HEAVIER_OFFENCE_NOT_WEIGHED', { facts: bought.map((f) => f.factNo).join('、') }, 'investigation', '/nature', 'info');
  }
}

const isWeighed = ({ nature, recommendation }: InvestigationForm): boolean => WEIGHED.test(`${nature}${recommendation}`);

/** An offence to which no conduct of the table leads is laid for the same acts as the others. */
function* beside({ case: { case: c, investigation } }: RuleInput): Iterable<Hit> {
  if (isWeighed(investigation) || !c.facts.every((f) => behaviour(f.behaviour))) return;
  const ofConduct = (crime: string): boolean => c.facts.some((f) => names(crime, crimesOfConduct(f.behaviour)));
  const others = c.crimes.filter(({ name }) => !ofConduct(name) && !names(name, TABLED));
  if (others.length > 0 && others.length < c.crimes.length)
    yield hit('OFFENCES_NOT_WEIGHED', { crime: others.map(({ name }) => name).join('、') }, 'investigation', '/nature');
}

export const OFFENCE_RULES: readonly Rule[] = [
  {
    id: 'F-06',
    severity: 'error',
    basis: basis('法发〔2024〕6号', '第六条第二款'),
    asks: '使用他人凭证冒名就医、购药，或者把自己的凭证交给他人使用的，查明是不是参保人员的个人账户按照规定为他人支付个人负担的费用；是的，不属于冒名就医、购药。统筹基金支付的，从来不在其内（F-14）。',
    why: '个人账户按规定为他人支付不是骗保，移送了就是错案。',
    right: '是否个人账户为他人支付（familyAccount）: 否',
    wrong: '没有查明就以冒名购药移送；或者 familyAccount: 是，仍列为 YS-C2。',
    codes: ['FAMILY_ACCOUNT_LAWFUL', 'FAMILY_ACCOUNT_OPEN'],
    check: familyAccount,
  },
  {
    id: 'F-14',
    since: '0.2.0',
    severity: 'error',
    basis: basis('法发〔2024〕6号', '第六条第二款'),
    asks: '写“个人账户为他人支付：是”的事实，金额不超过分基金里的职工医保个人账户。超过的部分由统筹基金支付，不属于例外，仍是冒名就医、购药。',
    why: '例外只给个人账户；统筹基金替冒名的人支付，从来不合法，写“是”会把骗保的事实删掉。',
    right: '统筹基金支付住院费 28,640.35 元：是否个人账户为他人支付（familyAccount）: 否。',
    wrong: '统筹基金支付住院费 28,640.35 元，familyAccount 却写“是”。',
    codes: ['POOLED_FUND_NOT_EXEMPT'],
    check: pooled,
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
  {
    id: 'F-18',
    severity: 'info',
    since: '0.2.0',
    basis: basis('法发〔2024〕6号', '第五条第一款', '第六条第一款'),
    asks: '除骗保的罪名外还写了别的罪名的（伪造印章、侵犯公民个人信息等），同一行为构成几个罪的，调查报告写明依照处罚较重的规定；是另一行为、另一些人的，也写明。',
    why: '骗保的手段行为常常另成一罪，同时构成的按处罚较重的定罪，不说明就像数罪。',
    right: '行为性质：伪造事业单位印章是骗取基金的手段，依照处罚较重的规定以诈骗罪移送。',
    wrong: '罪名并列写诈骗罪、伪造事业单位印章罪，报告没有说明关系。',
    codes: ['OFFENCES_NOT_WEIGHED'],
    check: beside,
  },
];
