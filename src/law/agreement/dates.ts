/** K-04: dates in an order that can have happened. */
import { chineseDay, type Day, dayInChina, type FormName, type Period, parseInstant } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';

interface Dated {
  readonly what: string;
  readonly day: Day | undefined;
}

const dayOf = (instant: string | undefined): Day | undefined => {
  const ms = parseInstant(instant ?? '');
  return ms === undefined ? undefined : dayInChina(ms);
};

function* ordered(earlier: Dated, later: Dated, form: FormName, pointer: string): Iterable<Hit> {
  if (!earlier.day || !later.day || earlier.day <= later.day) return;
  yield hit(
    'DATE_ORDER',
    { earlier: earlier.what, earlierDate: chineseDay(earlier.day), later: later.what, laterDate: chineseDay(later.day) },
    form,
    pointer,
    'warning',
  );
}

function* periods({ case: { case: c } }: RuleInput): Iterable<Hit> {
  const reversed = (what: string, { from, to }: Partial<Period>, pointer: string) =>
    from && to && from > to ? [hit('PERIOD_REVERSED', { what, from: chineseDay(from), to: chineseDay(to) }, 'case', pointer)] : [];
  yield* reversed('违法行为起止时间', c.period, '/period');
  for (const [i, fact] of c.facts.entries()) {
    yield* reversed(`事实 ${fact.factNo} 的起止时间`, fact.period, `/facts/${i}/period`);
    if (fact.period.from < c.period.from || fact.period.to > c.period.to) {
      const { from, to } = fact.period;
      const args = {
        what: `事实 ${fact.factNo}`,
        from: chineseDay(from),
        to: chineseDay(to),
        caseFrom: chineseDay(c.period.from),
        caseTo: chineseDay(c.period.to),
      };
      yield hit('PERIOD_OUTSIDE', args, 'case', `/facts/${i}/period`);
    }
  }
  for (const [i, m] of c.measures.entries())
    yield* reversed(`措施“${m.type}”的起止时间`, { from: m.from, ...(m.to ? { to: m.to } : {}) }, `/measures/${i}`);
}

function* sequence({ case: c, now }: RuleInput): Iterable<Hit> {
  const { case: f, transfer, investigation, internal, evidence, receipt } = c;
  const issued: Dated = { what: '移送书成文', day: transfer.issuedOn };
  const reported: Dated = { what: '调查报告日期', day: investigation.reportedOn };
  const approval = internal?.approval;
  yield* ordered({ what: '立案', day: f.filing.filedOn }, reported, 'investigation', '/reportedOn');
  yield* ordered({ what: '收到线索', day: f.source.receivedOn }, { what: '立案', day: f.filing.filedOn }, 'case', '/filing/filedOn');
  yield* ordered(reported, issued, 'transfer', '/issuedOn');
  yield* ordered({ what: '批准移送', day: dayOf(approval?.decidedAt) }, issued, 'transfer', '/issuedOn');
  yield* ordered(reported, { what: '提出书面报告', day: dayOf(approval?.reportedAt) }, 'internal', '/approval/reportedAt');
  yield* ordered(
    { what: '提出书面报告', day: dayOf(approval?.reportedAt) },
    { what: '接到书面报告', day: dayOf(approval?.receivedAt) },
    'internal',
    '/approval/receivedAt',
  );
  yield* ordered(issued, { what: '公安机关接收', day: dayOf(receipt.receivedAt) }, 'receipt', '/receivedAt');
  if (f.penalty.decided) yield* ordered({ what: '行政处罚决定', day: f.penalty.decidedOn }, issued, 'case', '/penalty/decidedOn');
  for (const [i, step] of investigation.steps.entries()) {
    yield* ordered({ what: `调查步骤“${step.action.slice(0, 20)}”`, day: step.on }, reported, 'investigation', `/steps/${i}/on`);
  }
  for (const [i, item] of evidence.evidence.entries()) {
    const collected: Dated = { what: `证据 ${item.evidenceNo} 取得`, day: dayOf(item.collectedAt) };
    yield* ordered({ what: `证据 ${item.evidenceNo} 形成`, day: item.docDate }, collected, 'evidence', `/evidence/${i}/docDate`);
    yield* ordered(collected, issued, 'evidence', `/evidence/${i}/collectedAt`);
    yield* notFuture(collected, now, 'evidence', `/evidence/${i}/collectedAt`);
  }
  yield* notFuture(issued, now, 'transfer', '/issuedOn');
  yield* notFuture(reported, now, 'investigation', '/reportedOn');
}

function* notFuture({ what, day }: Dated, now: number, form: FormName, pointer: string): Iterable<Hit> {
  if (day && day > dayInChina(now)) yield hit('DATE_IN_FUTURE', { what, date: chineseDay(day) }, form, pointer, 'warning');
}

export const DATE_RULES: readonly Rule[] = [
  {
    id: 'K-04',
    severity: 'error',
    basis: basis('国务院令第310号', '第五条'),
    asks: '起止时间不颠倒，事实的时间在全案时间之内，立案、调查、报告、批准、移送的先后合乎程序。',
    why: '先后颠倒的日期会让程序的合法性受质疑。',
    right: '立案 5 月 11 日，调查 5 月 12 日起，报告 11 月 16 日，批准 11 月 20 日。',
    wrong: '批准时间早于书面报告；事实的止日晚于全案的止日。',
    codes: ['PERIOD_REVERSED', 'PERIOD_OUTSIDE', 'DATE_ORDER', 'DATE_IN_FUTURE'],
    check: function* (input) {
      yield* periods(input);
      yield* sequence(input);
    },
  },
];
