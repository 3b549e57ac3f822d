/** P-25: how soon the police were told of what could not wait (医保发〔2021〕49号 四（一）). */
import { chineseInstant, formatInstant, parseInstant } from '../model/index.ts';
import { dueOf } from './calendar.ts';
import { urgentTold } from './lead-rules.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

function* soon({ case: c, pack, now }: RuleInput): Iterable<Hit> {
  const period = pack.periods.urgentNotice;
  for (const [i, risk] of (c.case.urgentRisks ?? []).entries()) {
    const at = `/urgentRisks/${i}`;
    const { type } = risk;
    const found = parseInstant(risk.foundAt ?? '');
    if (found === undefined || !risk.foundAt) {
      if (c.internal) yield hit('URGENT_FOUND_MISSING', { type }, 'case', at, 'info');
      continue;
    }
    const foundAt = chineseInstant(risk.foundAt);
    const notified = risk.notifiedAt ?? urgentTold(c.correspondence, type) ?? '';
    const told = parseInstant(notified);
    if (told !== undefined && told < found)
      yield hit('URGENT_NOTICE_BEFORE_FOUND', { type, foundAt, notifiedAt: chineseInstant(notified) }, 'case', `${at}/foundAt`);
    const end = period && dueOf(period, risk.foundAt, pack.calendar);
    if (!end || !('due' in end) || (told ?? now) <= end.due) continue;
    const due = chineseInstant(formatInstant(end.due));
    if (told === undefined) yield hit('URGENT_NOTICE_OVERDUE', { type, foundAt, due }, 'case', at);
    else yield hit('URGENT_NOTICE_LATE', { type, foundAt, notifiedAt: chineseInstant(notified), due }, 'case', at);
  }
}

export const URGENT_RULES: readonly Rule[] = [
  {
    id: 'P-25',
    since: '0.2.0',
    severity: 'warning',
    basis: basis('医保发〔2021〕49号', '四（一）'),
    asks: '紧急情况写明发现时间（foundAt），发现后一日以内通报公安机关。通知只说及时，没有写几小时；以一日为尺度，由模板包配置（periods.urgentNotice）。',
    why: '人走了、钱转了、证据毁了，再通报就晚了。',
    right: '发现时间 3 月 26 日 9 时，通报时间当日 17 时 30 分。',
    wrong: '3 月 27 日发现转移资金，6 月 10 日才通报；或者没有发现时间。',
    codes: ['URGENT_FOUND_MISSING', 'URGENT_NOTICE_LATE', 'URGENT_NOTICE_OVERDUE', 'URGENT_NOTICE_BEFORE_FOUND'],
    check: soon,
  },
];
