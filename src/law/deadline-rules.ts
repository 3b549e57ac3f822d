/** C-02: the periods that run after the hand-over, as findings. D1 and D2 are P-03 and P-04; measures are D-04 and D-05; D17 is P-23. */
import { chineseInstant, formatInstant } from '../model/index.ts';
import { type Deadline, deadlinesOf } from './deadlines.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

const MINUTE = 60_000;
/** Said by other rules. */
const ELSEWHERE = /^(?:D1|D2|D12|D13|D14|D17)(?: |$)/u;

function* board({ case: c, pack, now }: RuleInput): Iterable<Hit> {
  for (const deadline of deadlinesOf(c, pack, now)) if (!ELSEWHERE.test(deadline.id)) yield* told(deadline, now);
}

/** What the police owe is told for information: it is no fault of the case. */
function* told({ id, duty, who, state, due, rolled, done, unknownYear, at }: Deadline, now: number): Iterable<Hit> {
  const severity = who === '公安机关' ? 'info' : 'warning';
  const args = { period: id, duty, who, due: due === undefined ? '' : chineseInstant(formatInstant(due)) };
  if (state === 'missed') yield hit('DEADLINE_MISSED', args, at.form, at.pointer, severity);
  if (state === 'late') {
    yield hit(
      'DEADLINE_LATE',
      { ...args, done: (done ?? '').includes('T') ? chineseInstant(done ?? '') : (done ?? '') },
      at.form,
      at.pointer,
      severity,
    );
  }
  const both = rolled === undefined ? args : { ...args, rolled: chineseInstant(formatInstant(rolled)) };
  if (state === 'running')
    yield hit('DEADLINE_RUNNING', { ...both, minutes: Math.floor(((due ?? now) - now) / MINUTE) }, at.form, at.pointer);
  if (state === 'closed') yield hit('DEADLINE_CLOSED', both, at.form, at.pointer);
  if (state === 'unknownYear') yield hit('DEADLINE_NOT_COMPUTED', { period: id, duty, who, year: unknownYear ?? 0 }, at.form, at.pointer);
}

export const DEADLINE_RULES: readonly Rule[] = [
  {
    id: 'C-02',
    severity: 'info',
    basis: [
      ...basis('医保发〔2021〕49号', '三（三）'),
      ...basis('国务院令第310号', '第七条', '第八条', '第九条', '第十二条'),
      ...basis('刑事诉讼法', '第一百零五条'),
    ],
    asks: '移送以后的期限：补正、转送、立案审查、告知、复议、立案监督、移交物品、抄送处罚决定书。医保部门的期限按自然日，不因节假日顺延；公安机关的期限末日遇节假日顺延；按小时的连续计算。复议、建议立案监督的，同时给出自然日的末日和按刑事诉讼法第一百零五条顺延的末日：按自然日办最稳妥。全部期限用 mbpack deadlines 看。',
    why: '复议和监督的期限只有三日，过了就没有了；移交物品超期会被追究责任。',
    right: '收到立案通知后三日内移交物品，把时间填入回执的涉案物品移交时间。',
    wrong: '收到不予立案通知，一周后才想起复议。',
    codes: ['DEADLINE_MISSED', 'DEADLINE_LATE', 'DEADLINE_RUNNING', 'DEADLINE_CLOSED', 'DEADLINE_NOT_COMPUTED'],
    check: board,
  },
];
