/** D3, D4, D11: what the letters of the correspondence form tell of 补正 and 移交, or the receipt where there are none. */
import { type Case, parseInstant } from '../model/index.ts';
import type { DeadlineRow } from './deadline-rows.ts';

/** D3 and D4 by the letters, one pair a notice; without them by the receipt. */
export function* correctionRows({ receipt, correspondence }: Case): Iterable<DeadlineRow> {
  const letters = correspondence?.corrections ?? [];
  const { correction } = receipt;
  const incomplete = receipt.completeness === '不全' || correction !== undefined || letters.length > 0;
  const notice = { id: 'D3', period: 'correctionNotice', duty: '材料不全的，通知补正', from: '接受案件', who: '公安机关' } as const;
  yield {
    ...notice,
    begun: incomplete ? receipt.receivedAt : undefined,
    done: letters[0]?.noticeAt ?? letters[0]?.receivedAt ?? correction?.noticedAt,
    at: { form: 'receipt', pointer: '' },
  };
  const supply = { period: 'correction', duty: '补正材料', from: '收到补正通知', who: '医保部门' } as const;
  for (const [i, { noticeNo, receivedAt, suppliedAt, items }] of letters.entries())
    yield {
      ...supply,
      id: letters.length === 1 ? 'D4' : `D4 ${noticeNo ?? i + 1}`,
      begun: receivedAt,
      done: suppliedAt,
      settled: items.every(({ unableReason }) => unableReason !== undefined),
      at: { form: 'correspondence', pointer: `/corrections/${i}` },
    };
  if (letters.length > 0) return;
  yield {
    ...supply,
    id: 'D4',
    begun: correction?.noticedAt,
    done: correction?.suppliedAt,
    settled: Boolean(correction?.unableReason),
    at: { form: 'receipt', pointer: '' },
  };
}

/** D11 by the handover lists, one a list; without them by the receipt. */
export function* handoverRows({ receipt: r, correspondence }: Case): Iterable<DeadlineRow> {
  const lists = correspondence?.handovers ?? [];
  const duty = { period: 'itemsHandover', duty: '移交涉案物品和其他材料', from: '收到立案通知', who: '医保部门' } as const;
  for (const [i, { docNo, receivedAt, items }] of lists.entries()) {
    // What stays in special custody is handed over on paper, with the list.
    const moved = items.filter(({ handedAt, specialCustody }) => handedAt !== undefined || specialCustody === undefined);
    const times = moved.map(({ handedAt }) => handedAt);
    const all = times.every((time) => time !== undefined) ? times.toSorted(later).at(-1) : undefined;
    yield {
      ...duty,
      id: lists.length === 1 ? 'D11' : `D11 ${docNo ?? i + 1}`,
      begun: receivedAt,
      done: all,
      settled: moved.length === 0 && items.length > 0,
      at: { form: 'correspondence', pointer: `/handovers/${i}` },
    };
  }
  if (lists.length > 0) return;
  yield {
    ...duty,
    id: 'D11',
    begun: r.outcome === '立案' ? r.outcomeNoticedAt : undefined,
    done: r.itemsHandedOverAt,
    at: { form: 'receipt', pointer: '' },
  };
}

const later = (a: string, b: string): number => (parseInstant(a) ?? 0) - (parseInstant(b) ?? 0);
