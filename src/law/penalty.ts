/** P-09, P-10: an administrative penalty that came before the referral. */
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
];
