/** What the papers print of a corrected log: both lines, each naming the other; and nothing of corrections where there are none. */
import { expect, test } from 'vitest';
import { custodyView } from '../../src/documents/views/custody.ts';
import { writtenDigests } from '../../src/documents/views/digest-comparison.ts';
import { legalityView } from '../../src/documents/views/legality.ts';
import { type CustodyEvent, correctionItems } from '../../src/model/index.ts';
import { chainOf, digestsOf, sampleCustody, taken } from './chain.ts';
import { inputOf } from './fixture.ts';

const base = inputOf('custody');
const { events } = sampleCustody(base.case);
const drafts = events.map(({ seq: _, prev: __, ...event }) => event);

/** The sample's log and corrections of its lines. */
function corrected(...corrections: readonly Partial<CustodyEvent>[]): ReturnType<typeof chainOf> {
  const more = corrections.map((draft) => ({
    action: 'correct' as const,
    at: '2026-09-30T10:00+08:00',
    by: events[0]?.by ?? [],
    items: correctionItems(events[(draft.corrects ?? 1) - 1] as CustodyEvent, draft.replace),
    reason: '误写，以现场笔录为准。',
    ...draft,
  }));
  return chainOf([...drafts, ...more]);
}

interface Row {
  readonly seq: string;
  readonly action: string;
  readonly place: string;
  readonly notes: readonly string[];
}
interface View {
  readonly rows: readonly (Row & { readonly items: string })[];
  readonly summary: readonly { readonly numbers: string; readonly holder: string; readonly gaps: readonly string[] }[];
}

const printed = (custody: ReturnType<typeof chainOf>): View => custodyView({ ...base, custody }, '证据保管链记录') as View;
const row = (custody: ReturnType<typeof chainOf>, line: number): Row | undefined =>
  printed(custody).rows.find(({ seq }) => seq === String(line));
const held = (custody: ReturnType<typeof chainOf>, no: string): string => {
  const { items } = legalityView({ ...base, custody }, '合法性说明') as {
    items: readonly { readonly no: string; readonly held: string }[];
  };
  return items.find((item) => item.no === no)?.held ?? '';
};
const LAST = drafts.length;

test('the line stays as it was written, the correction says both, and each names the other', () => {
  const custody = corrected({ corrects: 2, replace: { place: '示例市医疗保障局档案室', note: null } });
  expect(row(custody, 2)).toMatchObject({
    action: '移动（已更正）',
    place: '示例市医疗保障局物证室',
    notes: ['入库', `由第${LAST + 1}条更正`],
  });
  expect(row(custody, LAST + 1)).toMatchObject({
    action: '更正',
    notes: [
      '更正第2条',
      '地点：原记示例市医疗保障局物证室，应为示例市医疗保障局档案室',
      '说明：原记入库，应为（未写）',
      '理由：误写，以现场笔录为准',
    ],
  });
  expect(held(custody, '1')).toContain(`保管记录第2条由第${LAST + 1}条更正`);
});

test('void: the state is as if it had not been', () => {
  const custody = corrected({ corrects: 2, void: true });
  expect([row(custody, 2)?.action, row(custody, LAST + 1)?.notes]).toEqual([
    '移动（作废）',
    ['更正第2条', '整条作废', '理由：误写，以现场笔录为准'],
  ]);
  expect(held(custody, '1')).toMatch(/^张三丰（2026年8月12日起）（/);
  expect(held(sampleCustody(base.case), '1')).toMatch(/→ 李䶮（2026年8月12日起）$/);
});

test('twice: the last counts, and a correction that no log may hold says so of itself', () => {
  const custody = corrected({ corrects: 2, replace: { place: '甲室' } }, { corrects: 2, replace: { place: '乙室' } });
  expect(row(custody, 2)?.notes).toContain(`由第${LAST + 1}、${LAST + 2}条更正，以第${LAST + 2}条为准`);
  const { rows } = printed(
    chainOf([
      ...drafts,
      { ...drafts[0], action: 'correct', corrects: LAST, reason: '误写', void: true } as Omit<CustodyEvent, 'seq' | 'prev'>,
    ]),
  );
  expect(rows.find(({ seq }) => seq === String(LAST + 1))?.notes).toContain('不合规定，不算数');
});

test('a gap that was a slip of the pen is none', () => {
  const gaps = (custody: ReturnType<typeof chainOf>): string =>
    printed(custody)
      .summary.flatMap((g) => g.gaps)
      .join();
  expect(gaps(sampleCustody(base.case))).toContain('F-2026-009');
  expect(gaps(corrected({ corrects: 6, replace: { sealBefore: 'F-2026-001' } }))).not.toContain('F-2026-009');
});

test('a number that was written wrongly: the line says so, and the correction names both', () => {
  const custody = corrected({ corrects: 4, replace: { items: ['3'] } });
  const { items = '', notes = [] } = printed(custody).rows.find(({ seq }) => seq === '4') ?? {};
  expect(items).toBe('2');
  expect(notes.join()).toContain(`由第${LAST + 1}条更正`);
  expect(printed(custody).rows.at(-1)?.notes.join()).toContain('3');
});

test('a digest that was voided is not compared with the file', () => {
  const [{ path } = { path: '' }] = taken(base.case, ['1']);
  expect(writtenDigests(events).has(path)).toBe(true);
  expect(writtenDigests(corrected({ corrects: 1, void: true }).events).has(path)).toBe(false);
  expect(writtenDigests(corrected({ corrects: 1, voidFiles: [path] }).events).has(path)).toBe(false);
});

interface Compared {
  readonly files: readonly { readonly state: string; readonly voided: readonly { readonly line: string; readonly sha256: string }[] }[];
}
/** What 合法性说明 says of the first file of an item. */
const compared = (custody: ReturnType<typeof chainOf>, no: string): Compared['files'][number] | undefined => {
  const { items } = legalityView({ ...base, custody, digests: digestsOf(base.case) }, '合法性说明') as {
    items: readonly (Compared & { readonly no: string })[];
  };
  return items.find((item) => item.no === no)?.files[0];
};
const [FIRST] = taken(base.case, ['1']);
const AGAIN = { ...drafts[0], at: '2026-10-01T10:00+08:00', items: ['1'], digests: FIRST ? [FIRST] : [] } as (typeof drafts)[number];
const OTHER = 'f'.repeat(64);
/** The first file of item 1 voided and fixed again; with another content before where one is given. */
const refixed = (before = FIRST?.sha256 ?? ''): ReturnType<typeof chainOf> => {
  const first = { ...drafts[0], digests: (drafts[0]?.digests ?? []).map((d) => (d.path === FIRST?.path ? { ...d, sha256: before } : d)) };
  const voids = {
    action: 'correct',
    at: '2026-09-30T10:00+08:00',
    by: events[0]?.by,
    items: events[0]?.items,
    corrects: 1,
    reason: '误记',
  };
  return chainOf([first, ...drafts.slice(1), { ...voids, voidFiles: [FIRST?.path] }, AGAIN] as typeof drafts);
};

test('what was fixed again later is not what was fixed at collection: both contents are printed', () => {
  expect(compared(sampleCustody(base.case), '1')).toMatchObject({ state: '取证时与成卷时一致', voided: [] });
  const now = compared(refixed(OTHER), '1');
  expect(now?.voided).toEqual([{ line: '1', sha256: OTHER }]);
  expect(now?.state).not.toContain('取证时');
  expect(now?.state).toMatch(new RegExp(`第1条曾固定另一内容.*第${LAST + 1}条已更正作废.*第${LAST + 2}条（2026年10月1日）`));
  const same = compared(refixed(), '1');
  expect([same?.voided, same?.state]).toEqual([[], expect.stringMatching(/^保管记录第1条曾固定同一内容.*第\d+条（2026年10月1日）/)]);
});

test('a voided file is called by item and number at the correction, and what stands in its place at both lines', () => {
  const custody = refixed(OTHER);
  expect(row(custody, LAST + 1)?.notes.join()).toContain('证据1的文件1（SHA-256 ffffffff');
  expect(row(custody, 1)?.notes).toContain(`证据1的文件1：现为第${LAST + 2}条固定的另一内容`);
  expect(row(custody, LAST + 2)?.notes.join()).toMatch(/第1条曾固定.*证据1的文件1（SHA-256 ffffffff/);
  expect(row(refixed(), 1)?.notes.join()).not.toContain('另一内容');
  expect(held(custody, '1')).toContain('作废的是证据1的文件1');
});

test('of a log without corrections not a word more', () => {
  expect(JSON.stringify(printed(sampleCustody(base.case)))).not.toMatch(/更正|作废/);
  expect(held(sampleCustody(base.case), '1')).not.toMatch(/更正|作废/);
});

test('a part of an item is called so', () => {
  const part = { action: 'seal', at: '2026-09-30T10:00+08:00', by: events[0]?.by ?? [], items: ['4-1'], sealAfter: 'F-9' } as const;
  const view = printed(chainOf([...drafts, part]));
  expect(view.summary.find(({ numbers }) => numbers === '4-1')?.holder).toContain('李䶮');
  expect(JSON.stringify(view)).toContain('4-1（证据4的一部分）');
});
