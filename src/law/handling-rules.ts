/** P-23: how long the bureau may take from filing to decision (国家医疗保障局令第4号 art. 45), with extensions and what does not count. */
import { type Case, chineseDay, chineseInstant, type Day, formatInstant, parseInstant, type TemplatePack } from '../model/index.ts';
import { dueOf } from './calendar.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

const DAY = 86_400_000;

/** Days that extensions were granted for, and those that may be, kind by kind. */
function extensions(
  { internal }: Case,
  { periods }: TemplatePack,
): { readonly days: number; readonly granted: number; readonly allowed: number } {
  const granted = internal?.handling?.extensions ?? [];
  const sum = (by: (typeof granted)[number]['by']) => granted.filter((e) => e.by === by).reduce((days, e) => days + e.days, 0);
  const [head, council] = [periods.handlingExtension?.length ?? 0, periods.handlingDiscussion?.length ?? 0];
  return {
    days: Math.min(sum('负责人批准'), head) + Math.min(sum('集体讨论决定'), council),
    granted: sum('负责人批准') + sum('集体讨论决定'),
    allowed: head + council,
  };
}

/** Days of hearings, examinations and the like, each counted once where spans overlap. */
function excludedDays({ internal }: Case): number {
  const days = new Set<number>();
  for (const { from, to } of internal?.handling?.excluded ?? []) for (let day = numberOf(from); day <= numberOf(to); day++) days.add(day);
  return days.size;
}

const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY;

/** Days beside those of the period itself. */
export const moreHandlingDays = (c: Case, pack: TemplatePack): number => extensions(c, pack).days + excludedDays(c);

function* inTime({ case: c, pack, now }: RuleInput): Iterable<Hit> {
  const { handling } = pack.periods;
  if (!c.internal || !handling) return;
  const { granted, allowed, days } = extensions(c, pack);
  if (granted > days) yield hit('HANDLING_EXTENDED_TOO_LONG', { days: granted, allowed }, 'internal', '/handling/extensions');
  const { filedOn } = c.case.filing;
  const end = dueOf({ ...handling, length: handling.length + moreHandlingDays(c, pack) }, filedOn, pack.calendar);
  const { decidedAt = '' } = c.internal.approval ?? {};
  const decided = parseInstant(decidedAt);
  if (!('due' in end) || (decided ?? now) <= end.due) return;
  const args = {
    filedOn: chineseDay(filedOn),
    due: chineseInstant(formatInstant(end.due)),
    done: decided === undefined ? '' : chineseInstant(decidedAt),
  };
  yield hit('HANDLING_PERIOD_OVER', args, 'internal', c.internal.handling ? '/handling' : '');
}

export const HANDLING_RULES: readonly Rule[] = [
  {
    id: 'P-23',
    since: '0.2.0',
    severity: 'warning',
    unverified: true,
    basis: basis('国家医疗保障局令第4号', '第四十五条（待核）'),
    asks: '行政办案在立案之日起九十日内作出处理决定，移送司法机关也是处理决定的一种；经负责人批准延长三十日，集体讨论决定再延长六十日；检测、鉴定、听证、公告、专家评审的时间不计入。延长和不计入的写在内卷的办案期限（handling）。日数由模板包配置。',
    why: '超过办案期限的，程序有瑕疵，当事人会提出；但逾期不是不移送的理由。',
    right: '3 月 20 日立案，专家评审 20 日不计入，延长 30 日，7 月 20 日决定移送。',
    wrong: '3 月 20 日立案，9 月 15 日才决定移送，没有延长的记录。',
    codes: ['HANDLING_PERIOD_OVER', 'HANDLING_EXTENDED_TOO_LONG'],
    beside: true,
    check: inTime,
  },
];
