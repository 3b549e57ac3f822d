/** P-09, P-10, P-17: an administrative penalty that came before the referral, and what stands beside it under the agreement. */
import { formatFen } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';
import { fineOf } from './suspicion-rules.ts';

const DECISION = '行政处罚决定书';

function* decisionAttached({ case: { case: c, evidence } }: RuleInput): Iterable<Hit> {
  const { penalty } = c;
  if (!penalty.decided) return;
  const docNo = penalty.docNo ?? '';
  const item = evidence.evidence.find((e) => e.evidenceNo === penalty.evidence);
  if (!item || item.files.length === 0) yield hit('PENALTY_DECISION_NOT_ATTACHED', { docNo }, 'case', '/penalty');
  else if (item.docType !== DECISION) {
    yield hit('PENALTY_EVIDENCE_NOT_A_DECISION', { evidenceNo: item.evidenceNo, docType: item.docType }, 'case', '/penalty/evidence');
  }
  if (!penalty.execution) yield hit('PENALTY_EXECUTION_MISSING', { docNo }, 'case', '/penalty', 'warning');
}

/** Where the day of suspicion is known, P-22 tells a fine before it from one after. */
function* fineFirst({ case: { case: c } }: RuleInput): Iterable<Hit> {
  const fine = fineOf(c);
  if (fine > 0n && !c.suspectedOn) {
    yield hit('FINE_BEFORE_TRANSFER', { docNo: c.penalty.docNo ?? '', fine: formatFen(fine) }, 'case', '/penalty/fine');
  }
}

const NO_PENALTY = /(?:未|没有|尚未|暂未)[^，。；]{0,8}作?出?[^，。；]{0,4}处罚/u;
const PENALTY_MADE = /已[^，。；]{0,8}作出[^，。；]{0,6}处罚决定/u;
const OF_AGREEMENT = /协议|暂停[^，。；]{0,12}结算|中止|拒付|不予支付/u;

/** What the report tells of administrative handling is what the case says, and tells what was done under the agreement. */
function* handledOtherwise({ case: { case: c, investigation, internal } }: RuleInput): Iterable<Hit> {
  const { decided } = c.penalty;
  for (const [i, text] of investigation.adminHandling.entries())
    if ((decided ? NO_PENALTY : PENALTY_MADE).test(text))
      yield hit('PENALTY_TOLD_OTHERWISE', { text, decided }, 'investigation', `/adminHandling/${i}`);
  const provider = c.parties.find(({ type, medicalCode }) => type === '单位' && medicalCode !== undefined);
  const told =
    c.measures.some(({ type }) => type === '协议处理' || type === '暂停结算') ||
    investigation.adminHandling.some((t) => OF_AGREEMENT.test(t));
  if (internal && provider && !told) yield hit('AGREEMENT_NOT_TOLD', { name: provider.name }, 'investigation', '/adminHandling', 'info');
}

export const PENALTY_RULES: readonly Rule[] = [
  {
    id: 'P-09',
    severity: 'error',
    basis: basis('医保发〔2021〕49号', '三（二）'),
    asks: '移送时已作出行政处罚决定的，处罚决定书列入证据清单一并抄送，并写明履行情况。',
    why: '罚款将来要折抵罚金，公安机关和法院必须看到决定书。',
    right: '已作出处罚决定：penalty.decided 写 true，决定书列入证据清单，execution 写“罚款已缴清”。',
    wrong: '决定书放在科室，清单里没有；履行情况空着。',
    codes: ['PENALTY_DECISION_NOT_ATTACHED', 'PENALTY_EVIDENCE_NOT_A_DECISION', 'PENALTY_EXECUTION_MISSING'],
    check: decisionAttached,
  },
  {
    id: 'P-10',
    severity: 'warning',
    basis: [...basis('行政处罚法', '第三十五条'), ...basis('国务院令第310号', '第十一条')],
    asks: '发现涉嫌犯罪后又罚款的，核对是否以罚代移；已罚款的写明，以便折抵罚金。',
    why: '不得以行政处罚代替移送。',
    right: '发现涉嫌犯罪后先移送，罚款等刑事结果；此前已罚的写明金额和缴款情况。',
    wrong: '发现涉嫌诈骗后先罚款结案，再考虑要不要移送。',
    codes: ['FINE_BEFORE_TRANSFER'],
    check: fineFirst,
  },
  {
    id: 'P-17',
    severity: 'warning',
    since: '0.2.0',
    basis: [...basis('医保发〔2021〕49号', '三（二）'), ...basis('医疗保障基金使用监督管理条例', '第三十八条', '第四十条')],
    asks: '行政处理情况（adminHandling）与行政处罚情况（penalty）一致；当事人是定点医药机构的，写明按服务协议怎样处理，没有处理的也写明。',
    why: '刑事、行政、协议三种处理互不代替；报告写未处罚而案卷有处罚决定书，接收机关不知以哪份为准。',
    right: 'penalty.decided: false；adminHandling 写“移送前未作出行政处罚决定”“经办机构已中止服务协议”。',
    wrong: 'penalty.decided: true；adminHandling 写“未作出行政处罚决定”。',
    codes: ['PENALTY_TOLD_OTHERWISE', 'AGREEMENT_NOT_TOLD'],
    check: handledOtherwise,
  },
];
