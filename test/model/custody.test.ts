/** The chain told apart by how it was broken, and the state machine of an item. */

import { describe, expect, test } from 'vitest';
import {
  type CustodyEvent,
  type CustodyFault,
  chainFaults,
  custodyLine,
  custodyLink,
  followCustody,
  itemStory,
} from '../../src/model/index.ts';
import { fc, runs } from '../property.ts';

type Draft = Omit<CustodyEvent, 'seq' | 'prev'>;
const A = { name: '周某甲', certNo: '1' };
const B = { name: '吴某乙', certNo: '2' };

function eventsOf(drafts: readonly Draft[]): CustodyEvent[] {
  const events: CustodyEvent[] = [];
  let prev: string | null = null;
  for (const draft of drafts) {
    const event: CustodyEvent = { ...draft, seq: events.length + 1, prev };
    prev = custodyLink(custodyLine(event));
    events.push(event);
  }
  return events;
}
const linesOf = (drafts: readonly Draft[]): string[] => eventsOf(drafts).map(custodyLine);
const day = (n: number): string => `2026-05-${String(n).padStart(2, '0')}T10:00+08:00`;
const plain = (length: number): string[] =>
  linesOf(Array.from({ length }, (_, i) => ({ at: day(i + 1), action: 'examine', items: ['E01'], by: [A, B] })));

/** `line fault`, by the file's own lines. */
const told = (lines: readonly string[]): string[] => chainFaults(lines).map(({ line, fault }) => `${line} ${fault}`);
const edit = (line: string | undefined, members: object): string => custodyLine({ ...JSON.parse(line ?? '{}'), ...members });
/** A line put between two others, linked to the one before as a forger would. */
const forged = (lines: readonly string[], after: number): string =>
  edit(lines[after - 1], { seq: after + 1, prev: custodyLink(lines[after - 1] ?? ''), note: '伪造' });

describe('a chain of 8 lines', () => {
  const L = plain(8);
  const without = (...numbers: number[]): string[] => L.filter((_, i) => !numbers.includes(i + 1));
  const put = (at: number, line: string): string[] => [...L.slice(0, at), line, ...L.slice(at)];
  const swapped = (a: number, b: number): string[] => L.map((l, i) => (i === a - 1 ? L[b - 1] : i === b - 1 ? L[a - 1] : l) ?? '');
  test.each<[string, string[], string[]]>([
    ['whole', L, []],
    ['empty', [], []],
    ['first line changed', [edit(L[0], { note: 'x' }), ...L.slice(1)], ['1 changed']],
    ['a middle line changed', L.with(3, edit(L[3], { note: 'x' })), ['4 changed']],
    ['two lines changed', L.with(1, edit(L[1], { note: 'x' })).with(5, edit(L[5], { items: ['E02'] })), ['2 changed', '6 changed']],
    ['changed and no longer canonical', L.with(3, `${(L[3] ?? '').slice(0, -1)} }`), ['4 form']],
    ['not JSON', L.with(3, 'x'), ['4 form']],
    ['a number changed', L.with(3, edit(L[3], { seq: 40 })), ['4 changed']],
    ['one removed', without(4), ['4 removed']],
    ['three removed', without(3, 4, 5), ['3 removed']],
    ['the first removed', without(1), ['1 removed']],
    ['two removed, apart', without(2, 6), ['2 removed', '5 removed']],
    ['neighbours swapped', swapped(3, 4), ['4 reordered']],
    ['far ones swapped', swapped(2, 7), ['2 reordered', '7 reordered']],
    ['one moved to the end', [...without(3), L[2] ?? ''], ['8 reordered']],
    ['inserted, linked to the line before', put(4, forged(L, 4)), ['5 inserted']],
    ['inserted, linked to nothing', put(4, edit(forged(L, 4), { prev: 'f'.repeat(64) })), ['5 inserted']],
    ['inserted before the first', put(0, edit(L[0], { note: '伪造' })), ['1 inserted']],
    ['a line twice', put(4, L[3] ?? ''), ['5 inserted']],
    ['two inserted', put(4, forged(L, 4)).toSpliced(5, 0, edit(forged(L, 4), { note: 'y' })), ['5 inserted', '6 inserted']],
    ['one removed, one changed', without(3).with(5, edit(L[6], { note: 'x' })), ['3 removed', '6 changed']],
    ['one swapped pair, one removed', [L[1], L[0], L[2], L[3], L[5], L[6], L[7]].map((l) => l ?? ''), ['2 reordered', '5 removed']],
  ])('%s', (_, lines, expected) => expect(told(lines)).toEqual(expected));

  test('what is missing is counted', () => expect(chainFaults(without(3, 4, 5))).toEqual([{ line: 3, fault: 'removed', from: 3, to: 5 }]));

  test('a time that runs back', () =>
    expect(
      told(
        linesOf([
          { at: day(2), action: 'collect', items: [], by: [] },
          { at: day(1), action: 'pack', items: [], by: [] },
        ]),
      ),
    ).toEqual(['2 time']));

  test('written anew as a whole it is consistent: its head differs', () => {
    const anew = linesOf(L.map((l) => ({ ...JSON.parse(l), recordedAt: '2026-09-01T10:00+08:00' })));
    expect(told(anew)).toEqual([]);
    expect(anew.map(custodyLink)).not.toContain(custodyLink(L.at(-1) ?? ''));
  });
});

test('every single tampering of every chain is told as what it is', () => {
  const length = fc.integer({ min: 4, max: 20 });
  fc.assert(
    fc.property(length, fc.nat(), fc.constantFrom('changed', 'removed', 'inserted', 'reordered'), (n, where, how) => {
      const L = plain(n);
      // Not the last line: after it there is nothing that could tell.
      const at = where % (n - 2);
      const spoilt = {
        changed: () => L.with(at, edit(L[at], { note: 'x' })),
        removed: () => L.toSpliced(at, 1),
        inserted: () => L.toSpliced(at + 1, 0, forged(L, at + 1)),
        reordered: () => L.toSpliced(at, 2, L[at + 1] ?? '', L[at] ?? ''),
      }[how]();
      const faults = chainFaults(spoilt);
      return faults.length === 1 && faults[0]?.fault === how;
    }),
    runs(300),
  );
});

const COLLECT: Draft = { at: day(1), action: 'collect', items: ['E01'], by: [A, B], to: '周某甲', place: '某某医院' };
const on = (n: number, action: CustodyEvent['action'], more: Partial<Draft> = {}): Draft => ({
  at: day(n),
  action,
  items: ['E01'],
  by: [A, B],
  ...more,
});
const faultsOf = (drafts: readonly Draft[]): string[] =>
  followCustody(eventsOf(drafts), { insiders: ['示例区医疗保障局'] }).faults.map(brief);
const brief = ({ line, kind, since, expected, found }: CustodyFault): string =>
  [line, kind, since && `<${since}`, expected, found].filter((p) => p !== undefined && p !== 0).join(' ');

test.each<[string, Draft[], string[]]>([
  [
    'collected, moved, handed over',
    [COLLECT, on(2, 'move', { from: '周某甲', to: '柳某' }), on(3, 'hand-over', { from: '柳某', to: '公安分局' })],
    [],
  ],
  ['held by both collectors', [on(1, 'collect'), on(2, 'move', { from: '吴某乙', to: '柳某' })], []],
  ['begins by a receipt', [on(1, 'receive', { from: '市监局', to: '周某甲' })], []],
  ['begins by a move', [on(1, 'move', { from: 'a', to: 'b' })], ['1 first']],
  ['pack moves nothing', [COLLECT, on(2, 'pack', { by: [] }), on(3, 'move', { from: '周某甲', to: '柳某' })], []],
  ['a move of place only', [COLLECT, on(2, 'move', { place: '2号柜' }), on(3, 'move', { from: '周某甲', to: '柳某' })], []],
  ['collected twice', [COLLECT, on(2, 'collect')], ['2 twice <1']],
  [
    'a further file of the same item',
    [{ ...COLLECT, digests: [{ path: 'a', sha256: '0' }] }, on(2, 'collect', { digests: [{ path: 'b', sha256: '0' }] })],
    [],
  ],
  [
    'the same file again',
    [{ ...COLLECT, digests: [{ path: 'a', sha256: '0' }] }, on(2, 'collect', { digests: [{ path: 'a', sha256: '0' }] })],
    ['2 twice <1'],
  ],
  ['from another than the holder', [COLLECT, on(2, 'move', { from: '柳某', to: '吴某乙' })], ['2 holder <1 周某甲 柳某']],
  [
    'handed over by others than the holder',
    [COLLECT, on(2, 'move', { from: '周某甲', to: '柳某' }), on(3, 'hand-over', { to: '公安分局' })],
    ['3 giver <2 柳某 周某甲、吴某乙'],
  ],
  [
    'handed over in the name of a holder who did not act',
    [COLLECT, on(2, 'hand-over', { from: '周某甲', to: '公安分局', by: [B] })],
    ['2 giver <1 周某甲 吴某乙'],
  ],
  [
    'handed over with the holder',
    [
      COLLECT,
      on(2, 'move', { from: '周某甲', to: '柳某', by: [A, { name: '柳某' }] }),
      on(3, 'hand-over', { to: '公安分局', by: [{ name: '柳某' }, B] }),
    ],
    [],
  ],
  ['taken over, and nobody gave it', [COLLECT, on(2, 'receive', { to: '柳某', by: [{ name: '柳某' }] })], ['2 giver <1 周某甲 柳某']],
  ['taken over from whoever had it', [COLLECT, on(2, 'receive', { from: '周某甲', to: '柳某', by: [{ name: '柳某' }] })], []],
  ['fetched by another', [COLLECT, on(2, 'move', { from: '周某甲', to: '吴某乙', by: [B] })], ['2 giver <1 周某甲 吴某乙']],
  ['another room, the same holder, carried by another', [COLLECT, on(2, 'move', { place: '2号柜', by: [B] })], []],
  [
    'fetched from a room, which signs nothing',
    [{ ...COLLECT, to: '物证室' }, on(2, 'move', { from: '物证室', to: '吴某乙', by: [B] })],
    [],
  ],
  [
    'came back from a bureau',
    [COLLECT, on(2, 'hand-over', { to: '鉴定所' }), on(3, 'return', { to: '周某甲', by: [{ name: '鉴某' }] })],
    [],
  ],
  ['examined by others than the holder', [COLLECT, on(2, 'examine', { by: [B] })], []],
  ['nobody receives', [COLLECT, on(2, 'hand-over', { from: '周某甲' })], ['2 gap <1 ']],
  [
    'the two halves of one handing over',
    [COLLECT, on(2, 'hand-over', { from: '周某甲', to: '柳某' }), on(3, 'receive', { from: '周某甲', to: '柳某', by: [{ name: '柳某' }] })],
    [],
  ],
  [
    'received by another than it was handed to',
    [COLLECT, on(2, 'hand-over', { from: '周某甲', to: '示例区医疗保障局物证室' }), on(3, 'receive', { from: '周某甲', to: '柳某' })],
    ['3 gap <2 示例区医疗保障局物证室 周某甲'],
  ],
  ['sealed and opened', [COLLECT, on(2, 'seal', { sealAfter: 'S1' }), on(3, 'unseal', { sealBefore: 'S1' }), on(4, 'examine')], []],
  ['sealed at collection', [{ ...COLLECT, sealAfter: 'S1' }, on(2, 'unseal', { sealBefore: 'S1' })], []],
  ['another seal', [COLLECT, on(2, 'seal', { sealAfter: 'S1' }), on(3, 'unseal', { sealBefore: 'S2' })], ['3 seal <2 S1 S2']],
  ['another seal on leaving', [COLLECT, on(2, 'seal', { sealAfter: 'S1' }), on(3, 'move', { sealAfter: 'S2' })], ['3 seal <2 S1 S2']],
  ['examined though sealed', [COLLECT, on(2, 'seal', { sealAfter: 'S1' }), on(3, 'examine')], ['3 sealUnnamed <2 S1']],
  ['copied though sealed', [COLLECT, on(2, 'seal', { sealAfter: 'S1' }), on(3, 'copy', { sealAfter: 'S9' })], ['3 sealUnnamed <2 S1']],
  ['opened without its number', [COLLECT, on(2, 'seal', { sealAfter: 'S1' }), on(3, 'unseal')], ['3 sealUnnamed <2 S1']],
  [
    'the seal only looked at',
    [
      COLLECT,
      on(2, 'seal', { sealAfter: 'S1' }),
      on(3, 'examine', { sealBefore: 'S1', sealAfter: 'S1' }),
      on(4, 'unseal', { sealBefore: 'S1' }),
    ],
    [],
  ],
  [
    'opened by an examination and not sealed again',
    [COLLECT, on(2, 'seal', { sealAfter: 'S1' }), on(3, 'examine', { sealBefore: 'S1' }), on(4, 'unseal', { sealBefore: 'S1' })],
    ['4 notSealed S1'],
  ],
  [
    'sealed anew after an examination',
    [
      COLLECT,
      on(2, 'seal', { sealAfter: 'S1' }),
      on(3, 'examine', { sealBefore: 'S1', sealAfter: 'S2' }),
      on(4, 'unseal', { sealBefore: 'S2' }),
    ],
    [],
  ],
  ['the seal of a copy is not the item’s', [COLLECT, on(2, 'copy', { sealAfter: 'S9', mediaNo: 'GP-01' }), on(3, 'examine')], []],
  ['unsealed though not sealed', [COLLECT, on(2, 'unseal', { sealBefore: 'S1' })], ['2 notSealed S1']],
  ['sealed twice', [COLLECT, on(2, 'seal', { sealAfter: 'S1' }), on(3, 'seal', { sealAfter: 'S2' })], ['3 sealedTwice <2 S1 S2']],
  ['seal replaced', [COLLECT, on(2, 'seal', { sealAfter: 'S1' }), on(3, 'seal', { sealBefore: 'S1', sealAfter: 'S2' })], []],
  ['sealed without a number', [COLLECT, on(2, 'seal'), on(3, 'unseal', { sealBefore: 'S1' })], ['2 sealNumber']],
  ['after it left', [COLLECT, on(2, 'hand-over', { to: '公安分局' }), on(3, 'examine')], ['3 out <2 公安分局']],
  [
    'given back to its owner, then moved',
    [COLLECT, on(2, 'return', { to: '某某医院' }), on(3, 'move', { to: '某某药店' })],
    ['3 out <2 某某医院'],
  ],
  [
    'left and came back',
    [COLLECT, on(2, 'hand-over', { to: '鉴定所' }), on(3, 'receive', { from: '鉴定所', to: '周某甲' }), on(4, 'examine')],
    [],
  ],
  [
    'came back from another',
    [COLLECT, on(2, 'hand-over', { to: '鉴定所' }), on(3, 'receive', { from: '公安分局', to: '周某甲' })],
    ['3 gap <2 鉴定所 公安分局'],
  ],
  ['handed over in the house', [COLLECT, on(2, 'hand-over', { to: '示例区医疗保障局证据保管室' }), on(3, 'examine')], []],
  ['time back', [{ ...COLLECT, at: day(5) }, on(2, 'examine')], [`2 time <1 ${day(5)} ${day(2)}`]],
  ['one person', [{ ...COLLECT, by: [A] }], ['1 onePerson 1']],
  ['one person twice', [{ ...COLLECT, by: [A, A] }], ['1 onePerson 2']],
  ['one person may move', [COLLECT, on(2, 'move', { by: [A] })], []],
  [
    'at two places',
    [COLLECT, { ...on(1, 'collect', { by: [B, { name: '柳某' }], place: '示例市某某药店' }), items: ['E02'] }],
    ['2 twoPlaces <1 某某医院 吴某乙'],
  ],
  ['two rooms of one house', [COLLECT, { ...on(1, 'collect', { place: '某某医院病案室' }), items: ['E02'] }], []],
])('%s', (_, drafts, expected) => expect(faultsOf(drafts)).toEqual(expected));

test('in an interval that a record has elsewhere', () => {
  const presence = {
    name: '吴某乙',
    certNo: '2',
    from: '2026-05-01T09:00+08:00',
    to: '2026-05-01T11:00+08:00',
    place: '示例市某某药店',
    record: 'R1',
  };
  const { faults } = followCustody(eventsOf([COLLECT]), { presences: [presence] });
  expect(faults.map(brief)).toEqual(['1 twoPlaces 示例市某某药店（R1） 吴某乙']);
  for (const other of [{ certNo: '3' }, { place: '某某医院门诊' }, { to: '2026-05-01T10:00+08:00' }])
    expect(followCustody(eventsOf([COLLECT]), { presences: [{ ...presence, ...other }] }).faults).toEqual([]);
});

test('the story of an item, and where it stands', () => {
  const events = eventsOf([
    COLLECT,
    on(2, 'seal', { sealAfter: 'S1' }),
    on(3, 'move', { from: '周某甲', to: '柳某', place: '保管室' }),
    on(4, 'hand-over', { from: '柳某', to: '公安分局' }),
    { ...on(5, 'pack', { by: [] }), items: ['E01', 'E02'] },
  ]);
  expect(itemStory(events, 'E01').map((s) => [s.line, s.holderAfter, s.sealedAfter, s.sealNoAfter, s.outAfter])).toEqual([
    [1, '周某甲', false, '', false],
    [2, '周某甲', true, 'S1', false],
    [3, '柳某', true, 'S1', false],
    [4, '公安分局', true, 'S1', true],
  ]);
  expect(itemStory(events, 'E02')).toEqual([]);
  expect(followCustody(events).states.get('E01')).toMatchObject({
    holder: '公安分局',
    heldSince: 4,
    sealedSince: 2,
    place: '保管室',
    first: 1,
    last: 4,
  });
});
