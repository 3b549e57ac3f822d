/** A log and its corrections: what counts, what both say, and what no correction may do. */
import { describe, expect, test } from 'vitest';
import {
  type CustodyEvent,
  correctedLog,
  correctionChanges,
  custodyLine,
  custodyLink,
  followCustody,
  placeGaps,
} from '../../src/model/index.ts';
import { fc, runs } from '../property.ts';

type Draft = Partial<CustodyEvent>;
const A = { name: '周某甲', certNo: '1' };
const B = { name: '吴某乙', certNo: '2' };
const at = (day: number): string => `2026-05-${String(day).padStart(2, '0')}T10:00+08:00`;
const file = (path: string, digit = 'a') => ({ path, sha256: digit.repeat(64) });

function log(...drafts: readonly Draft[]): CustodyEvent[] {
  const events: CustodyEvent[] = [];
  let prev: string | null = null;
  for (const [i, draft] of drafts.entries()) {
    const event: CustodyEvent = { at: at(i + 1), action: 'examine', items: ['E01'], by: [A, B], ...draft, seq: i + 1, prev };
    prev = custodyLink(custodyLine(event));
    events.push(event);
  }
  return events;
}

const COLLECT: Draft = { action: 'collect', to: '周某甲', place: '病案室', digests: [file('甲.pdf'), file('乙.pdf', 'b')] };
const right = (corrects: number, more: Draft = {}): Draft => ({ action: 'correct', corrects, reason: '误写', ...more });
const says = (drafts: readonly Draft[]): string[] =>
  correctedLog(log(...drafts)).events.map(({ seq, action, place = '' }) => `${seq} ${action} ${place}`);
const faults = (drafts: readonly Draft[]): string[] =>
  correctedLog(log(...drafts)).faults.map((f) => `${f.line} ${f.corrects} ${f.problem}`);

describe('what counts', () => {
  test('a log without corrections is the list that was given', () => {
    const events = log(COLLECT, {});
    expect(correctedLog(events).events).toBe(events);
  });
  test.each<[string, Draft[], string[]]>([
    ['a place', [COLLECT, right(1, { replace: { place: '信息科' } })], ['1 collect 信息科']],
    ['a place that should not stand there', [COLLECT, right(1, { replace: { place: null } })], ['1 collect ']],
    ['void', [COLLECT, { action: 'move', to: '周某甲' }, right(2, { void: true })], ['1 collect 病案室']],
    [
      'twice: the last one counts alone',
      [COLLECT, right(1, { replace: { place: '信息科', to: '吴某乙' } }), right(1, { replace: { place: '财务科' } })],
      ['1 collect 财务科'],
    ],
    ['void, and then not', [COLLECT, right(1, { void: true }), right(1, { replace: {} })], ['1 collect 病案室']],
    [
      'a time puts a line where it belongs',
      [COLLECT, {}, { place: '库房' }, right(3, { replace: { at: at(1).replace('10:00', '11:00') } })],
      ['1 collect 病案室', '3 examine 库房', '2 examine '],
    ],
  ])('%s', (_, drafts, expected) => {
    expect(says(drafts)).toEqual(expected);
    expect(faults(drafts)).toEqual([]);
  });

  test('both stay: what the line says, what counts, and every correction', () => {
    const events = log(COLLECT, right(1, { replace: { place: '信息科', by: [A] } }), right(1, { replace: { place: null } }));
    const line = correctedLog(events).corrected.get(1);
    expect([line?.written.place, line?.counts?.place, line?.corrections.map(({ seq }) => seq)]).toEqual(['病案室', undefined, [2, 3]]);
    expect(correctionChanges(events[0] as CustodyEvent, events[1]?.replace)).toEqual([
      { field: 'place', was: '病案室', is: '信息科' },
      { field: 'by', was: '周某甲（1）、吴某乙（2）', is: '周某甲（1）' },
    ]);
  });

  test('a file that was recorded by mistake is as if it had not been', () => {
    const [collected] = correctedLog(log(COLLECT, right(1, { voidFiles: ['乙.pdf'] }))).events;
    expect(collected?.digests?.map(({ path }) => path)).toEqual(['甲.pdf']);
    const again = { ...COLLECT, digests: [file('甲.pdf', 'c')] };
    expect(followCustody(log(COLLECT, right(1, { void: true }), again)).faults).toEqual([]);
    expect(followCustody(log(COLLECT, again)).faults.map(({ kind }) => kind)).toEqual(['twice']);
  });
});

describe('what no correction may do', () => {
  test.each<[string, Draft[], string[]]>([
    ['a correction of a correction', [COLLECT, right(1, { replace: { place: '信息科' } }), right(2, { void: true })], ['3 2 correction']],
    ['of a later line', [COLLECT, right(3, { void: true }), {}], ['2 3 later']],
    ['of itself', [COLLECT, right(2, { void: true })], ['2 2 later']],
    ['of a line that is not there', [COLLECT, right(9, { void: true })], ['2 9 absent']],
    ['of the event of packing', [COLLECT, { action: 'pack' }, right(2, { void: true })], ['3 2 pack']],
    ['without a reason', [COLLECT, right(1, { void: true, reason: ' ' })], ['2 1 unsaid']],
    ['of no line', [COLLECT, { action: 'correct', reason: '误写', void: true }], ['2 0 unsaid']],
    ['void and corrected at once', [COLLECT, right(1, { void: true, replace: { place: '信息科' } })], ['2 1 both']],
    ['of nothing', [COLLECT, right(1, { replace: { place: '病案室' } })], ['2 1 nothing']],
    ['of nothing at all', [COLLECT, right(1)], ['2 1 nothing']],
    ['of a file that the line has not', [COLLECT, right(1, { voidFiles: ['丙.pdf'] })], ['2 1 file']],
    ['under other numbers', [COLLECT, right(1, { void: true, items: ['E02'] })], ['2 1 items']],
    ['to a time after itself', [COLLECT, right(1, { replace: { at: at(9) } })], ['2 1 future']],
    ['members of one in another event', [COLLECT, { corrects: 1 }], ['2 1 misplaced']],
  ])('%s counts for nothing', (_, drafts, expected) => {
    expect(faults(drafts)).toEqual(expected);
    const standing = log(...drafts).filter(({ action }) => action !== 'correct');
    expect(correctedLog(log(...drafts)).events.map(({ seq }) => seq)).toEqual(standing.map(({ seq }) => seq));
  });

  test('numbers that are corrected are named by the correction, the wrong and the right ones', () => {
    expect(faults([COLLECT, right(1, { replace: { items: ['E02'] }, items: ['E01', 'E02'] })])).toEqual([]);
    expect(correctedLog(log(COLLECT, right(1, { replace: { items: ['E02'] }, items: ['E01', 'E02'] }))).events[0]?.items).toEqual(['E02']);
  });
});

describe('the state follows the corrected log', () => {
  test('a hand-over to oneself', () => {
    const wrong: Draft[] = [COLLECT, { action: 'hand-over', from: '周某甲', to: '示例市某某公司' }, { action: 'examine' }];
    expect(followCustody(log(...wrong)).faults.map(({ kind }) => kind)).toEqual(['out']);
    const { faults: left, states } = followCustody(log(...wrong, right(2, { void: true })));
    expect([left, states.get('E01')]).toMatchObject([[], { holder: '周某甲', out: false }]);
  });
  test('a wrong number of a seal, a wrong place, a wrong person', () => {
    const drafts: Draft[] = [COLLECT, { action: 'seal', sealAfter: 'S1' }, { action: 'unseal', sealBefore: 'S2' }];
    expect(followCustody(log(...drafts)).faults.map(({ kind }) => kind)).toEqual(['seal']);
    expect(followCustody(log(...drafts, right(2, { replace: { sealAfter: 'S2' } }))).faults).toEqual([]);
    const rooms: Draft[] = [COLLECT, { place: '库房' }];
    const gaps = (...more: Draft[]) => placeGaps(followCustody(log(...rooms, ...more)).steps.get('E01') ?? []).length;
    expect([gaps(), gaps(right(2, { replace: { place: '病案室' } }))]).toEqual([1, 0]);
    const alone: Draft[] = [{ ...COLLECT, by: [A] }];
    expect(followCustody(log(...alone)).faults.map(({ kind }) => kind)).toEqual(['onePerson']);
    expect(followCustody(log(...alone, right(1, { replace: { by: [A, B] } }))).faults).toEqual([]);
  });
  test('one alone takes back what two did: told', () =>
    expect(followCustody(log(COLLECT, {}, right(1, { by: [A], replace: { place: '信息科' } }))).faults).toMatchObject([
      { line: 3, action: 'correct', kind: 'onePerson' },
    ]));
  test('lines of several numbers become one item', () => {
    const two: Draft[] = [COLLECT, { ...COLLECT, items: ['E02'], digests: [file('丙.pdf')] }];
    const { states, faults: none } = followCustody(log(...two, right(2, { items: ['E02', 'E01'], replace: { items: ['E01'] } })));
    expect([[...states.keys()], none]).toEqual([['E01'], []]);
  });
});

describe('several seals on one thing', () => {
  const seals = (...drafts: Draft[]) => {
    const { states, faults: found } = followCustody(log(COLLECT, ...drafts));
    return [states.get('E01')?.seal, found.map(({ kind }) => kind)];
  };
  const SEALED: Draft = { action: 'seal', sealAfter: 'S1、S2、S3' };
  test.each<[string, Draft[], string, string[]]>([
    ['one of them broken', [SEALED, { action: 'unseal', sealBefore: 'S2' }], 'S1、S3', []],
    ['two broken and another put on', [SEALED, { action: 'unseal', sealBefore: 'S1、S2', sealAfter: 'S4' }], 'S3、S4', []],
    ['all broken, in another order', [SEALED, { action: 'unseal', sealBefore: 'S3、S1、S2' }], '', []],
    ['one that is not on it', [SEALED, { action: 'unseal', sealBefore: 'S1、S9' }], '', ['seal']],
    [
      'a run of them',
      [
        { action: 'seal', sealAfter: 'FT01至FT04' },
        { action: 'examine', sealBefore: 'FT02至FT03' },
      ],
      'FT01、FT04',
      [],
    ],
    ['moved, and one of them named', [SEALED, { action: 'move', to: '吴某乙', sealBefore: 'S1', sealAfter: 'S1' }], 'S2、S3、S1', []],
  ])('%s', (_, drafts, seal, found) => expect(seals(...drafts)).toEqual([seal, found]));
});

describe('parts of an item', () => {
  const part = (...drafts: Draft[]) => followCustody(log(COLLECT, ...drafts), { insiders: ['库房'] });
  test('a part is where its item was, and then goes its own way', () => {
    const {
      states,
      steps,
      faults: found,
    } = part({ items: ['E01-1'], action: 'seal', sealAfter: 'S1' }, { items: ['E01-1'], action: 'move', from: '周某甲', to: '库房' });
    expect(found).toEqual([]);
    expect([states.get('E01'), states.get('E01-1')]).toMatchObject([
      { holder: '周某甲', sealed: false },
      { holder: '库房', seal: 'S1' },
    ]);
    expect(steps.get('E01-1')?.map(({ line }) => line)).toEqual([1, 2, 3]);
  });
  test('a seal of the item that is broken at a part is no longer on the item', () => {
    const { states, faults: found } = part(
      { action: 'seal', sealAfter: 'S1、S2' },
      { items: ['E01-1'], action: 'unseal', sealBefore: 'S2' },
      { action: 'unseal', sealBefore: 'S1' },
    );
    expect([states.get('E01')?.sealed, states.get('E01-1')?.sealed, found]).toEqual([false, false, []]);
  });
  test('a part of a sealed item gets a seal of its own, and another seal than those on the item is told', () => {
    const { states, faults: found } = part(
      { action: 'seal', sealAfter: 'S1' },
      { items: ['E01-1'], action: 'seal', sealAfter: 'S2' },
      { items: ['E01-1'], action: 'unseal', sealBefore: 'S1' },
    );
    expect([states.get('E01')?.seal, found.map(({ item, kind }) => `${item} ${kind}`)]).toEqual(['S1', ['E01-1 seal']]);
  });
  test('what becomes of the item becomes of its parts, and one that another holds is told', () => {
    const { states, faults: found } = part(
      { items: ['E01-1'] },
      { items: ['E01-2'], action: 'move', from: '周某甲', to: '库房' },
      { action: 'hand-over', from: '周某甲', to: '公安局' },
    );
    expect([states.get('E01-1')?.holder, found.map(({ item, kind }) => `${item} ${kind}`)]).toEqual(['公安局', ['E01-2 holder']]);
  });
  test('a part of what nobody took is a stranger', () =>
    expect(part({ items: ['E09-1'] }).faults.map(({ kind }) => kind)).toEqual(['first']));
  test('a number with a stroke that was collected itself is an item of its own', () => {
    const { steps } = part({ ...COLLECT, items: ['E01-1'], digests: [file('丙.pdf')] });
    expect(steps.get('E01-1')?.map(({ line }) => line)).toEqual([2]);
  });
});

test('whatever stands in a log, corrections throw nothing, count each line once, and touch none', () => {
  const draft = fc.record(
    {
      action: fc.constantFrom<CustodyEvent['action'][]>(
        'collect',
        'move',
        'seal',
        'unseal',
        'hand-over',
        'pack',
        'correct',
        'correct',
        'correct',
      ),
      corrects: fc.integer({ min: 0, max: 9 }),
      reason: fc.constantFrom('误写', ''),
      void: fc.constant(true as const),
      voidFiles: fc.subarray(['甲.pdf', '乙.pdf', '丙.pdf']),
      replace: fc.record({ place: fc.constantFrom('库房', null), at: fc.integer({ min: 1, max: 12 }).map(at) }, { requiredKeys: [] }),
      items: fc.subarray(['E01', 'E02', 'E01-1'], { minLength: 1 }),
      digests: fc.constant([file('甲.pdf')]),
      sealBefore: fc.constantFrom('S1', 'S1、S2'),
      sealAfter: fc.constantFrom('S1、S2', 'S3'),
      to: fc.constantFrom('周某甲', '某公司'),
    },
    { requiredKeys: ['action'] },
  );
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 9 }), (drafts) => {
      const events = log(...drafts);
      const before = JSON.stringify(events);
      const { events: counting, corrected, faults: bad } = correctedLog(events);
      followCustody(events);
      expect(JSON.stringify(events)).toBe(before);
      const numbers = counting.map(({ seq }) => seq);
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const { seq, action } of events) {
        const gone = corrected.has(seq) && corrected.get(seq)?.counts === undefined;
        expect(numbers.includes(seq)).toBe(action !== 'correct' && !gone);
      }
      const unfit = new Set(bad.map(({ line }) => line));
      const fit = [...corrected.values()].flatMap(({ corrections }) => corrections.map(({ seq }) => seq));
      for (const { seq } of events.filter(({ action }) => action === 'correct')) expect(fit.includes(seq)).toBe(!unfit.has(seq));
    }),
    runs(300),
  );
});
