/** What 案件调查报告 says of amounts: how they were found, whose they are, what came back, and what stands for the rest. */
import { type Case, chineseDay, type Dataset, parseYuan, sumYuan } from '../../model/index.ts';
import { evidenceNumbers, type Money, sentence, sentences } from './common.ts';

export function amountView({ case: main }: Case, money: Money): object {
  const a = main.amount;
  const recovered = a.recovered ?? [];
  return {
    ...money.amount(a.fundLoss),
    method: a.method,
    methodNote: sentences(a.methodNote),
    certifiedBy: a.certifiedBy,
    basis: a.basis,
    byFund: a.byFund.map((f) => ({ name: f.localFund ?? f.fund, figures: money.figures(f.amount) })),
    byYear: (a.byYear ?? []).map((y) => ({ name: `${y.year}年`, figures: money.figures(y.amount) })),
    bySuspect: (a.bySuspect ?? []).map((s) => ({
      name: main.suspects.find((p) => p.id === s.suspect)?.name ?? s.suspect,
      figures: money.figures(s.amount),
      note: s.note ?? '',
    })),
    grossFee: money.figures(a.grossFee),
    selfPaid: money.figures(a.selfPaid),
    completed: money.figures(a.completed),
    attempted: money.figures(a.attempted),
    recovered: recovered.map((r) => ({
      on: chineseDay(r.on),
      figures: money.figures(r.amount),
      voucherNo: r.kind === undefined ? r.voucherNo : `${r.voucherNo}（${r.kind}）`,
    })),
    recoveredTotal: money.fen(sumYuan(recovered.map((r) => r.amount))),
    support: (a.support ?? []).map(({ type, evidence }) => ({ type, evidence: evidenceNumbers(evidence) })),
    outstanding: money.fen((parseYuan(a.fundLoss) ?? 0n) - sumYuan(recovered.map((r) => r.amount))),
  };
}

/** How a table's sum stands to the amount of the case. */
const COUNTED = { 全部: '即认定金额', 部分: '认定金额的一部分', 不计入: '不计入' } as const;

/** A table that amounts are added up from: where it is, and what it comes to. */
export function datasetView({ evidence, path, sheet, rows, sum, sumColumn, counts }: Dataset, money: Money): object {
  return {
    evidence,
    file: `${path.split('/').at(-1) ?? path}${sheet === undefined ? '' : `（工作表${sheet}）`}`,
    rows: String(rows),
    column: sumColumn,
    sum: money.figures(sum),
    counts: counts === undefined ? '' : COUNTED[counts],
  };
}

/** What cannot be recovered as it was, and property of the same worth (指导意见 art. 21). */
export function equivalents({ case: { amount: a } }: Case, { figures }: Money): readonly string[] {
  const named = (evidence: readonly string[] = []): string => (evidence.length > 0 ? `（证据：${evidenceNumbers(evidence)}）` : '');
  const lost = (a.untraced ?? []).map(
    (u) => `违法所得${figures(u.amount)}元${u.cause}：${sentence(u.situation).replace(/。$/u, '')}${named(u.evidence)}。`,
  );
  const instead = (a.equivalents ?? []).map(
    (e) =>
      `可供追缴等值部分的财产：${e.property}，名义人${e.holder}${e.value ? `，估计价值${figures(e.value)}元` : ''}${named(e.evidence)}。`,
  );
  return [...lost, ...instead];
}
