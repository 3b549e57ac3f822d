/** What begins and ends each period of a case: one row a period, D1–D14, D16 and D17. */
import type { Case, Day, FormName, PeriodId, ReceiptForm, TemplatePack } from '../model/index.ts';
import { correctionRows, handoverRows } from './correspondence-deadlines.ts';
import { moreHandlingDays } from './handling-rules.ts';

export interface DeadlineRow {
  readonly id: string;
  readonly period: PeriodId;
  readonly duty: string;
  readonly who: '医保部门' | '公安机关';
  readonly from: string;
  readonly begun?: string | undefined;
  readonly done?: string | undefined;
  /** Done, but not when. */
  readonly settled?: boolean;
  /** A right, not a duty: letting it pass breaks nothing. */
  readonly right?: true;
  /** An extended measure: days beside those of the period, and the day to which it was extended. */
  readonly extra?: number;
  readonly cap?: Day;
  readonly at: { readonly form: FormName; readonly pointer: string };
}

export function* deadlineRows(c: Case, pack: TemplatePack): Iterable<DeadlineRow> {
  yield* approvalRows(c);
  yield* correctionRows(c);
  yield* receiptRows(c.receipt);
  yield* handoverRows(c);
  yield* measureRows(c, pack);
  yield* penaltyRows(c);
  yield* handlingRows(c, pack);
}

function* approvalRows({ internal, receipt }: Case): Iterable<DeadlineRow> {
  const { receivedAt, decidedAt, decision } = internal?.approval ?? {};
  yield {
    id: 'D1',
    period: 'approve',
    duty: '批准或者不批准移送',
    who: '医保部门',
    from: '负责人接到书面报告',
    begun: receivedAt,
    done: decidedAt,
    at: { form: 'internal', pointer: '/approval' },
  };
  yield {
    id: 'D2',
    period: 'transfer',
    duty: '向同级公安机关移送',
    who: '医保部门',
    from: '决定批准',
    begun: decision === '批准' ? decidedAt : undefined,
    done: receipt.transferredAt,
    at: { form: 'receipt', pointer: '' },
  };
}

const REVIEW = { 一般: 'review', 需要查证: 'reviewVerify', 重大疑难复杂: 'reviewComplex' } as const satisfies Record<
  NonNullable<ReceiptForm['reviewTrack']>,
  PeriodId
>;

function* receiptRows(r: ReceiptForm): Iterable<DeadlineRow> {
  const at = { form: 'receipt', pointer: '' } as const;
  const police = { who: '公安机关', at } as const;
  const bureau = { who: '医保部门', at } as const;
  const { reconsideration } = r;
  const elsewhere = r.jurisdiction === '转送';
  const decided = r.outcome === '立案' || r.outcome === '不予立案';
  yield {
    id: 'D5',
    period: 'forwarding',
    duty: '不属管辖的，转送并书面告知',
    from: '接受案件',
    ...police,
    begun: elsewhere ? r.receivedAt : undefined,
    done: r.forwardedAt,
  };
  yield {
    id: 'D6',
    period: REVIEW[r.reviewTrack ?? '一般'],
    duty: `立案审查（${r.reviewTrack ?? '一般'}）`,
    from: '接受案件',
    ...police,
    begun: elsewhere || r.jurisdiction === '不属公安机关管辖' ? undefined : r.receivedAt,
    done: r.outcomeAt,
  };
  yield {
    id: 'D7',
    period: 'notify',
    duty: '书面告知立案或者不予立案',
    from: '作出决定',
    ...police,
    begun: decided ? r.outcomeAt : undefined,
    done: r.outcomeNoticedAt,
  };
  yield {
    id: 'D8',
    period: 'reconsider',
    duty: '对不予立案提出复议',
    from: '收到不予立案通知',
    ...bureau,
    right: true,
    begun: r.outcome === '不予立案' ? r.outcomeNoticedAt : undefined,
    done: reconsideration?.appliedAt,
  };
  yield {
    id: 'D9',
    period: 'reconsiderDecision',
    duty: '作出复议决定',
    from: '收到复议申请',
    ...police,
    begun: reconsideration?.appliedAt,
    done: reconsideration?.decidedAt,
  };
  yield {
    id: 'D10',
    period: 'supervision',
    duty: '建议检察机关立案监督',
    from: '收到复议决定',
    ...bureau,
    right: true,
    begun: reconsideration?.noticedAt,
    done: reconsideration?.supervisionSuggestedAt,
  };
}

function* measureRows({ records, case: c }: Case, pack: TemplatePack): Iterable<DeadlineRow> {
  const extension = pack.periods.sealingExtension?.length ?? 0;
  for (const [i, p] of records.preservations.entries()) {
    const at = { form: 'records', pointer: `/preservations/${i}` } as const;
    const done = p.disposition?.on;
    const shared = { who: '医保部门', at, begun: p.startedAt, done } as const;
    if (p.measure === '先行登记保存') {
      yield { id: `D12 ${p.recordNo}`, period: 'preservation', duty: '对先行登记保存的作出处理', from: '先行登记保存', ...shared };
    } else {
      const longer = p.extendedTo === undefined ? {} : { extra: extension, cap: p.extendedTo };
      yield { id: `D13 ${p.recordNo}`, period: 'sealing', duty: '解除封存或者作出处理', from: '封存', ...shared, ...longer };
    }
    if (p.urgent === '是') {
      yield {
        id: `D14 ${p.recordNo}`,
        period: 'urgentApproval',
        duty: '情况紧急的，补办批准手续',
        from: '采取措施',
        ...shared,
        done: p.approvedAt,
      };
    }
  }
  // A measure of the case for which there is no record of its own.
  for (const [i, m] of c.measures.entries()) {
    if (records.preservations.some((p) => p.measure === m.type)) continue;
    const shared = { who: '医保部门', at: { form: 'case', pointer: `/measures/${i}` }, begun: m.from, done: m.to } as const;
    if (m.type === '先行登记保存')
      yield { id: 'D12', period: 'preservation', duty: '对先行登记保存的作出处理', from: '先行登记保存', ...shared };
    if (m.type === '封存') yield { id: 'D13', period: 'sealing', duty: '解除封存或者作出处理', from: '封存', ...shared };
  }
}

function* penaltyRows({ case: { penalty }, receipt }: Case): Iterable<DeadlineRow> {
  if (!penalty.decided) return;
  yield {
    id: 'D16',
    period: 'penaltyCopy',
    duty: '向公安机关、检察院抄送处罚决定书',
    who: '医保部门',
    from: '作出行政处罚决定',
    begun: penalty.decidedOn,
    done: penalty.copiedOn ?? receipt.transferredAt,
    at: { form: 'case', pointer: '/penalty' },
  };
}

/** Only where there is a 内卷: a dossier has neither the decision nor the extensions. */
function* handlingRows(c: Case, pack: TemplatePack): Iterable<DeadlineRow> {
  if (!c.internal) return;
  yield {
    id: 'D17',
    period: 'handling',
    duty: '作出处理决定（办案期限）',
    who: '医保部门',
    from: '立案',
    begun: c.case.filing.filedOn,
    done: c.internal.approval?.decidedAt,
    extra: moreHandlingDays(c, pack),
    at: { form: 'internal', pointer: c.internal.handling ? '/handling' : '' },
  };
}
