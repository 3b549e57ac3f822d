/** amounts found without hearing every witness, and the bureau's own opinion on the loss (指导意见 arts 19, 25). */
import type { AmountSupport, Case, EvidenceItem, EvidenceKind } from '../model/index.ts';
import { hasReport } from './amount-basis.ts';
import { suspectSpeaking } from './evidence/words.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

const STATEMENTS: AmountSupport = '已收集的证人证言';
const SUSPECTS_WORDS = '涉嫌人员的陈述';
/** What kind of evidence each of the listed supports may be. */
const KINDS: Readonly<Record<AmountSupport, readonly EvidenceKind[]>> = {
  已收集的证人证言: ['证人证言'],
  银行账户交易记录: ['书证', '电子数据'],
  第三方支付结算凭证: ['书证', '电子数据'],
  账户交易记录: ['书证', '电子数据'],
  审计报告: ['专业报告', '鉴定意见', '书证'],
  医保信息系统数据: ['电子数据', '书证'],
  电子数据: ['电子数据'],
};

function* unheard({ case: c }: RuleInput): Iterable<Hit> {
  const { witnesses, support = [] } = c.case.amount;
  const known = new Map(c.evidence.evidence.map((e) => [e.evidenceNo, e]));
  for (const [i, { type, evidence }] of support.entries()) {
    const at = `/amount/support/${i}/evidence`;
    if (evidence.length === 0) yield hit('SUPPORT_EMPTY', { type }, 'case', at);
    for (const item of present(evidence, known)) {
      if (!fits(c, type, item)) {
        const kind = KINDS[type].includes(item.kind) ? SUSPECTS_WORDS : item.kind;
        yield hit('SUPPORT_KIND_DIFFERS', { type, evidenceNo: item.evidenceNo, kind }, 'case', at);
      }
    }
  }
  if (!witnesses) return;
  const { total, heard, reason } = witnesses;
  if (heard > total) yield hit('WITNESSES_MISCOUNTED', { total, heard }, 'case', '/amount/witnesses/heard');
  if (heard >= total) return;
  if (heard === 0) yield hit('WITNESSES_NONE_HEARD', { total }, 'case', '/amount/witnesses/heard');
  if (reason.trim() === '') yield hit('WITNESS_REASON_MISSING', { total, heard }, 'case', '/amount/witnesses/reason');
  const fitting = support.filter(({ type, evidence }) => present(evidence, known).some((e) => fits(c, type, e)));
  for (const lacking of ['statements', 'other'] as const) {
    if (!fitting.some(({ type }) => (type === STATEMENTS) === (lacking === 'statements')))
      yield hit('WITNESS_SUPPORT_MISSING', { total, heard, lacking }, 'case', '/amount/witnesses');
  }
}

/** What a suspect says is no testimony, under whatever kind it is listed. */
const fits = (c: Case, type: AmountSupport, item: EvidenceItem): boolean =>
  KINDS[type].includes(item.kind) && (type !== STATEMENTS || suspectSpeaking(c, item) === undefined);

const present = (numbers: readonly string[], known: ReadonlyMap<string, EvidenceItem>): EvidenceItem[] =>
  numbers.flatMap((no) => known.get(no) ?? []);

function* certified({ case: c }: RuleInput): Iterable<Hit> {
  if (!hasReport(c, ['认定意见', '核算说明', '审计报告'])) yield hit('CERTIFIED_OPINION_MISSING', {}, 'case', '/amount');
}

export const AMOUNT_WITNESS_RULES: readonly Rule[] = [
  {
    id: 'A-06',
    severity: 'warning',
    basis: basis('法发〔2024〕6号', '第十九条'),
    asks: '证人众多没有逐一询问的，写明原因，并且至少有已收集的证人证言，加上银行账户、第三方支付、账户交易记录、审计报告、医保信息系统数据、电子数据中的一类以上。',
    why: '只有客观条件所限，并有其他证据结合，才可以综合认定数额。',
    right: '证人总数 312，已询问 18；已收集的证人证言: [E021]，银行账户交易记录: [E015]，医保信息系统数据: [E001]。',
    wrong: '证人总数 312，已询问 0；没有其他证据。',
    codes: [
      'WITNESSES_MISCOUNTED',
      'WITNESSES_NONE_HEARD',
      'WITNESS_REASON_MISSING',
      'WITNESS_SUPPORT_MISSING',
      'SUPPORT_EMPTY',
      'SUPPORT_KIND_DIFFERS',
    ],
    check: unheard,
  },
  {
    id: 'A-07',
    severity: 'info',
    basis: basis('法发〔2024〕6号', '第二十五条'),
    asks: '医保基金损失数额最好有核算人员出具的认定意见、核算说明或者审计报告，列入证据。',
    why: '公安机关、检察院、法院会商请医保部门核算损失并出具认定意见，先做好可以随卷使用。',
    right: '证据 E003：《医保基金损失核算认定意见》，由示例市医疗保障基金中心出具。',
    wrong: '只在调查报告里写一个总数。',
    codes: ['CERTIFIED_OPINION_MISSING'],
    check: certified,
  },
];
