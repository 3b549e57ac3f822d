// 涉案物品清单 says of seals what the log has at the time of packing.
import { expect, test } from 'vitest';
import { wholeView } from '../../src/documents/views/index.ts';
import type { Case, CustodyEvent } from '../../src/model/index.ts';
import { chainOf } from './chain.ts';
import { input, sampleCase } from './fixture.ts';

const people = [{ name: '张三丰', certNo: 'SL-0001' }, { name: '李䶮' }];
const event = (action: string, hour: number, more: object = {}): Partial<CustodyEvent> =>
  ({ action, at: `2026-08-12T${hour}:00+08:00`, items: ['1'], by: people, ...more }) as Partial<CustodyEvent>;
const collect = event('collect', 10, { to: '张三丰' });
const seal = event('seal', 11, { sealAfter: 'F-9' });
const unseal = event('unseal', 12, { sealBefore: 'F-9' });

const [item] = sampleCase.items.none ? [] : sampleCase.items.items;
const forms: Case = {
  ...sampleCase,
  items: { none: false, items: [{ ...(item as NonNullable<typeof item>), itemNo: 'W1', measure: '封存', sealNo: 'F-1' }] },
  evidence: { evidence: sampleCase.evidence.evidence.map((e) => (e.evidenceNo === '1' ? { ...e, itemNos: ['W1'] } : e)) },
};

test.each([
  ['never sealed in the log', [collect], '封存编号：F-1'],
  ['sealed', [collect, seal], '封存编号：F-9'],
  ['opened', [collect, seal, unseal], '已启封（原封存编号：F-1）'],
  ['sealed anew', [collect, seal, unseal, event('seal', 13, { sealAfter: 'F-10' })], '封存编号：F-10'],
] as const)('%s', (_, events, expected) => {
  const custody = chainOf(events as never);
  const view = wholeView({ id: 'items', title: '清单' }, input(forms, { custody })) as { items: readonly { measure: string }[] };
  expect(view.items[0]?.measure).toContain(expected);
  const older = wholeView({ id: 'items', title: '清单' }, { ...input(forms, { custody }), madeBy: '0.1.0' }) as typeof view;
  expect(older.items[0]?.measure).toContain('封存编号：F-1');
});
