/** P-01 … P-05: who prepares a referral, who approves it and by when. 内卷 is absent in a dossier: these rules are silent there. */
import { chineseInstant, formatInstant, parseInstant } from '../model/index.ts';
import { dueOf } from './calendar.ts';
import { isParticipant } from './participants.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

const NOTICE = '医保发〔2021〕49号';
const REGULATION = '国务院令第310号';
/** 49号 三（一）; 310号 art. 5: two officers at the least. */
const TASK_FORCE = 2;
const HOUR = 3_600_000;

function* taskForce({ case: c }: RuleInput): Iterable<Hit> {
  const byCert = new Map<string, string[]>();
  for (const officer of c.case.officers) byCert.set(officer.certNo, [...(byCert.get(officer.certNo) ?? []), officer.name]);
  for (const [certNo, names] of byCert) {
    if (names.length < 2) continue;
    const again = c.case.officers.findLastIndex((o) => o.certNo === certNo);
    yield hit('OFFICER_CERT_REPEATED', { certNo, names: names.join('、') }, 'case', `/officers/${again}/certNo`);
  }
  // Whoever also stands among those of other houses is none of the bureau's own.
  for (const { name, certNo } of c.case.officers) if (isParticipant(c, name)) byCert.delete(certNo);
  if (byCert.size < TASK_FORCE) yield hit('TASK_FORCE_TOO_SMALL', { count: byCert.size, asked: TASK_FORCE }, 'case', '/officers');
}

function* approver({ case: { internal } }: RuleInput): Iterable<Hit> {
  if (internal?.approval?.decision && !internal.approval.approver) yield hit('APPROVER_MISSING', {}, 'internal', '/approval');
}

function* approvalInTime({ case: { internal }, pack }: RuleInput): Iterable<Hit> {
  const { receivedAt, decidedAt } = internal?.approval ?? {};
  const received = parseInstant(receivedAt ?? '');
  const decided = parseInstant(decidedAt ?? '');
  if (received === undefined || decided === undefined || !receivedAt || !decidedAt) return;
  if (decided < received) {
    yield hit(
      'DATE_ORDER',
      { earlier: '接到报告', earlierDate: chineseInstant(receivedAt), later: '作出决定', laterDate: chineseInstant(decidedAt) },
      'internal',
      '/approval/decidedAt',
    );
  }
  const end = dueOf(pack.periods.approve, receivedAt, pack.calendar);
  if ('due' in end && decided > end.due) {
    yield hit(
      'APPROVAL_LATE',
      { receivedAt: chineseInstant(receivedAt), decidedAt: chineseInstant(decidedAt), due: chineseInstant(formatInstant(end.due)) },
      'internal',
      '/approval/decidedAt',
    );
  }
}

function* transferInTime({ case: { internal, receipt }, pack, now }: RuleInput): Iterable<Hit> {
  const { decision, decidedAt } = internal?.approval ?? {};
  const decided = parseInstant(decidedAt ?? '');
  if (decision !== '批准' || decided === undefined || !decidedAt) return;
  const end = dueOf(pack.periods.transfer, decidedAt, pack.calendar);
  if (!('due' in end)) return;
  const { due } = end;
  const args = { decidedAt: chineseInstant(decidedAt), due: chineseInstant(formatInstant(due)) };
  const transferred = parseInstant(receipt.transferredAt ?? '');
  if (transferred !== undefined && receipt.transferredAt) {
    if (transferred < decided) {
      yield hit(
        'DATE_ORDER',
        { earlier: '批准移送', earlierDate: args.decidedAt, later: '移送', laterDate: chineseInstant(receipt.transferredAt) },
        'receipt',
        '/transferredAt',
      );
    }
    if (transferred > due) {
      yield hit('TRANSFER_LATE', { ...args, transferredAt: chineseInstant(receipt.transferredAt) }, 'receipt', '/transferredAt');
    }
  } else if (now > due) yield hit('TRANSFER_OVERDUE', args, 'internal', '/approval/decidedAt');
  else if (now >= decided)
    yield hit('TRANSFER_DUE', { due: args.due, hours: Math.floor((due - now) / HOUR) }, 'internal', '/approval/decidedAt', 'info');
}

function* approved({ case: { internal }, draft, now }: RuleInput): Iterable<Hit> {
  if (!internal) return;
  const { approval } = internal;
  if (approval?.decision === '不批准') {
    if (!approval.refusalReason) yield hit('REFUSAL_REASON_MISSING', {}, 'internal', '/approval');
    if (!draft) yield hit('APPROVAL_REFUSED', {}, 'internal', '/approval/decision');
    return;
  }
  if (draft) return;
  if (approval?.decision !== '批准') yield hit('APPROVAL_MISSING', {}, 'internal', approval ? '/approval' : '');
  else if (!approval.decidedAt) yield hit('APPROVAL_TIME_MISSING', { field: '作出决定的时间' }, 'internal', '/approval');
  else if ((parseInstant(approval.decidedAt) ?? 0) > now) {
    yield hit('APPROVAL_STILL_TO_COME', { decidedAt: chineseInstant(approval.decidedAt) }, 'internal', '/approval/decidedAt');
  }
}

const PREPARE = [...basis(NOTICE, '三（一）'), ...basis(REGULATION, '第五条')];

export const APPROVAL_RULES: readonly Rule[] = [
  {
    id: 'P-01',
    severity: 'error',
    basis: PREPARE,
    asks: '专案组不少于二名行政执法人员，执法证号各不相同。',
    why: '少于二人，调查取证的程序即有缺陷，证据可能因此不被采信。',
    right: 'officers 里列周某甲（执法证号 99010001）、吴某乙（99010002）两人。',
    wrong: '只列一人；或者两人写了同一个执法证号。',
    codes: ['TASK_FORCE_TOO_SMALL', 'OFFICER_CERT_REPEATED'],
    check: taskForce,
  },
  {
    id: 'P-02',
    severity: 'error',
    basis: PREPARE,
    asks: '书面报告由本部门正职负责人或者主持工作的负责人审批；看职责不看职务名称，主持工作的副职也符合。',
    why: '审批人无权，移送决定的效力会受质疑。',
    right: 'capacity 写“主持工作负责人”：副局长受命主持全面工作，可以审批。',
    wrong: '分管副局长审批，没有主持工作；或者决定作出了，approver 空着。',
    codes: ['APPROVER_MISSING'],
    beside: true,
    check: approver,
  },
  {
    id: 'P-03',
    severity: 'warning',
    basis: PREPARE,
    asks: '自接到书面报告之日起，在规定的日数内作出批准或者不批准移送的决定。接到之日不计，按自然日计算，不因节假日顺延。',
    why: '逾期移送会被追究责任（国务院令第310号第十六条）；但逾期不是不移送的理由。',
    right: '11 月 19 日接到报告，11 月 21 日作出决定（最迟 11 月 22 日 24 时）。',
    wrong: '11 月 15 日接到报告，11 月 20 日才决定。',
    codes: ['APPROVAL_LATE', 'DATE_ORDER'],
    beside: true,
    check: approvalInTime,
  },
  {
    id: 'P-04',
    severity: 'warning',
    basis: PREPARE,
    asks: '批准后二十四小时内向同级公安机关移送。小时连续计算。实际移送时间在公安机关签收后填入回执。',
    why: '二十四小时从批准的时刻起算，节假日不停。',
    right: '11 月 20 日 10 时批准，次日 9 时 30 分公安机关签收。',
    wrong: '星期五 10 时批准，等到下星期一才送；周末不停计。',
    codes: ['TRANSFER_LATE', 'TRANSFER_OVERDUE', 'TRANSFER_DUE', 'DATE_ORDER'],
    beside: true,
    check: transferInTime,
  },
  {
    id: 'P-05',
    severity: 'stop',
    basis: PREPARE,
    asks: '正式成卷须已批准移送，并记有批准时间；不批准的，记明理由。未批准前只能用 --draft 出草稿。',
    why: '未经批准不得对外移送；不予批准的理由必须记录在案。',
    right: 'approval 写明 decision: 批准、decidedAt: 2026-11-20T10:00+08:00 和批准人，再正式成卷。',
    wrong: '还没有批准就要正式成卷；或者写“不批准”而没有理由。',
    codes: ['APPROVAL_MISSING', 'APPROVAL_TIME_MISSING', 'APPROVAL_STILL_TO_COME', 'APPROVAL_REFUSED', 'REFUSAL_REASON_MISSING'],
    beside: true,
    check: approved,
  },
];
