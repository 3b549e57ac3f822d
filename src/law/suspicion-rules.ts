/** P-22: the day on which the case was taken to be one of suspected crime, and a fine before or after it. */
import { type CaseForm, chineseDay, formatFen, parseYuan } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

/** A fine in a decision, in fen; 0 where there is none. */
export const fineOf = ({ penalty }: CaseForm): bigint => (penalty.decided ? (parseYuan(penalty.fine ?? '0') ?? 0n) : 0n);

function* suspected({ case: { case: c, investigation, internal } }: RuleInput): Iterable<Hit> {
  const { suspectedOn, penalty, source } = c;
  const fen = fineOf(c);
  const fine = formatFen(fen);
  const { docNo = '', decidedOn } = penalty;
  if (!suspectedOn) {
    if (fen > 0n && internal) yield hit('SUSPICION_DAY_MISSING', { docNo, fine }, 'case', '/penalty/fine', 'info');
    return;
  }
  const on = chineseDay(suspectedOn);
  if (suspectedOn < source.receivedOn || suspectedOn > investigation.reportedOn) {
    const args = {
      on,
      earlier: '收到线索',
      earlierDate: chineseDay(source.receivedOn),
      later: '调查报告',
      laterDate: chineseDay(investigation.reportedOn),
    };
    yield hit('SUSPICION_DAY_ORDER', args, 'case', '/suspectedOn');
  }
  if (fen === 0n || !decidedOn) return;
  if (decidedOn < suspectedOn) yield hit('FINE_TO_BE_OFFSET', { docNo, fine }, 'case', '/penalty/fine', 'info');
  else yield hit('FINE_AFTER_SUSPICION', { docNo, fine, decidedOn: chineseDay(decidedOn), on }, 'case', '/penalty/fine');
}

export const SUSPICION_RULES: readonly Rule[] = [
  {
    id: 'P-22',
    since: '0.2.0',
    severity: 'warning',
    basis: [...basis('国务院令第310号', '第三条', '第十一条'), ...basis('行政处罚法', '第三十五条')],
    asks: '移送前罚过款的，写明发现涉嫌犯罪日期（suspectedOn），在收到线索以后、调查报告以前：此前的罚款照法律折抵罚金；此后又罚款的，核对是否以罚代移，说明原因。',
    why: '发现涉嫌犯罪就应当移送，不得以行政处罚代替；法院判处罚金时，已经缴纳的罚款折抵。两种情形靠这个日期分清。',
    right: '发现涉嫌犯罪日期 10 月 20 日，罚款决定 9 月 1 日：此前已罚，折抵。',
    wrong: '发现涉嫌犯罪日期 10 月 20 日，11 月 1 日又作出罚款决定。',
    codes: ['SUSPICION_DAY_MISSING', 'SUSPICION_DAY_ORDER', 'FINE_AFTER_SUSPICION', 'FINE_TO_BE_OFFSET'],
    check: suspected,
  },
];
