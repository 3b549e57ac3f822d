/** One line a scenario: the chain of custody against the rules C-03 to C-05. */
import { type CustodyEvent, custodyLine, custodyLink, NO_RECORDS } from '../../src/model/index.ts';
import type { C, Scenario } from './world.ts';

type Draft = Partial<CustodyEvent>;
const BY = [{ name: '周某甲' }, { name: '吴某乙' }];
const COLLECT = { action: 'collect', at: '2026-05-13T10:00+08:00', items: ['E01'], by: BY, to: '周某甲', place: '示例区医保局' } as const;

/** Lines linked one to the other; what is not said is a move of E01 a day later than the line before. */
export function log(...drafts: readonly Draft[]): string[] {
  const lines: string[] = [];
  for (const [i, draft] of drafts.entries()) {
    const at = `2026-05-${14 + i}T10:00+08:00`;
    const prev = i === 0 ? null : custodyLink(lines[i - 1] ?? '');
    lines.push(custodyLine({ action: 'move', at, items: ['E01'], by: BY, ...draft, seq: i + 1, prev }));
  }
  return lines;
}

export const WHOLE = log(
  COLLECT,
  { action: 'seal', sealAfter: 'S1' },
  { from: '周某甲', to: '柳某' },
  { action: 'examine', sealBefore: 'S1', sealAfter: 'S1' },
);
const line = (n: number): string => WHOLE[n - 1] ?? '';
const edit = (n: number, members: object): string => custodyLine({ ...JSON.parse(line(n)), ...members });
/** One item without records: what the log must be about. */
const keep = (c: C): void => {
  c.evidence.evidence.splice(1);
  delete c.evidence.evidence[0]?.records;
  Object.assign(c, { records: structuredClone(NO_RECORDS) });
};

const record = (chainHead?: string, more: object = {}) => ({
  recordNo: 'R1',
  startedAt: '2026-05-13T09:00+08:00',
  endedAt: '2026-05-13T10:00+08:00',
  place: '示例区医保局',
  officers: ['甲', '乙'],
  reason: '现场检查',
  party: { name: '罗某', signed: '已签名' as const },
  process: [],
  findings: '无',
  ...(chainHead === undefined ? {} : { chainHead }),
  ...more,
});
const scene =
  (chainHead?: string, more: object = {}) =>
  (c: C): void => {
    keep(c);
    Object.assign(c.records, { scenes: [record(chainHead, more)] });
  };
const named =
  (more: object = {}) =>
  (c: C): void => {
    scene(undefined, more)(c);
    Object.assign(c.evidence.evidence[0] ?? {}, { records: ['R1'] });
  };
const EARLIER = { startedAt: '2026-05-13T07:00+08:00', endedAt: '2026-05-13T08:59+08:00' };
const second = (c: C): void => {
  keep(c);
  const [first] = c.evidence.evidence;
  if (first) c.evidence.evidence.push({ ...structuredClone(first), evidenceNo: 'E02', files: [], kind: '物证', records: [] });
};

export const CUSTODY_SCENARIOS: readonly Scenario[] = [
  ['C-03', 'a line changed', keep, 'stop CUSTODY_CHAIN_BROKEN custody/2', { custody: [line(1), edit(2, { note: 'x' }), line(3), line(4)] }],
  ['C-03', 'a line removed', keep, 'stop CUSTODY_CHAIN_BROKEN custody/2', { custody: [line(1), line(3), line(4)] }],
  ['C-03', 'lines reordered', keep, 'stop CUSTODY_CHAIN_BROKEN custody/3', { custody: [line(1), line(3), line(2), line(4)] }],
  [
    'C-03',
    'a line inserted',
    keep,
    'stop CUSTODY_CHAIN_BROKEN custody/3',
    { custody: [line(1), line(2), edit(2, { seq: 3, prev: custodyLink(line(2)) }), line(3), line(4)] },
  ],
  [
    'C-04',
    'from another than the holder',
    keep,
    'error CUSTODY_HOLDER_DIFFERS custody/2',
    { custody: log(COLLECT, { from: '柳某', to: '吴某乙' }) },
  ],
  [
    'C-04',
    'another seal',
    keep,
    'error CUSTODY_SEAL_DIFFERS custody/3',
    { custody: log(COLLECT, { action: 'seal', sealAfter: 'S1' }, { action: 'unseal', sealBefore: 'S2' }) },
  ],
  ['C-04', 'not sealed', keep, 'error CUSTODY_NOT_SEALED custody/2', { custody: log(COLLECT, { action: 'unseal', sealBefore: 'S1' }) }],
  [
    'C-04',
    'sealed twice',
    keep,
    'error CUSTODY_SEALED_TWICE custody/3',
    { custody: log(COLLECT, { action: 'seal', sealAfter: 'S1' }, { action: 'seal', sealAfter: 'S2' }) },
  ],
  [
    'C-04',
    'opened without naming the seal',
    keep,
    'warning CUSTODY_SEAL_UNNAMED custody/3',
    { custody: log(COLLECT, { action: 'seal', sealAfter: 'S1' }, { action: 'examine' }) },
  ],
  ['C-04', 'sealed without a number', keep, 'warning CUSTODY_SEAL_NUMBER_MISSING custody/2', { custody: log(COLLECT, { action: 'seal' }) }],
  ['C-04', 'never collected', keep, 'error CUSTODY_FIRST_EVENT custody/1', { custody: log({ to: '柳某' }) }],
  ['C-04', 'collected twice', keep, 'error CUSTODY_COLLECTED_TWICE custody/2', { custody: log(COLLECT, { action: 'collect' }) }],
  [
    'C-04',
    'after it left the house',
    keep,
    'error CUSTODY_AFTER_LEAVING custody/3',
    { custody: log(COLLECT, { action: 'hand-over', to: '示例市公安局示例区分局' }, { action: 'examine' }) },
  ],
  [
    'C-04',
    'handed over to nobody',
    keep,
    'warning CUSTODY_GAP custody/2',
    { custody: log(COLLECT, { action: 'hand-over', from: '周某甲' }) },
  ],
  ['C-04', 'one person', keep, 'warning CUSTODY_ONE_PERSON custody/1', { custody: log({ ...COLLECT, by: BY.slice(0, 1) }) }],
  ['C-04', 'at two places', keep, 'warning CUSTODY_TWO_PLACES custody/2', { custody: log(COLLECT, { at: COLLECT.at, place: '某某药店' }) }],
  [
    'C-04',
    'elsewhere by a record',
    scene(undefined, { place: '某某药店', endedAt: '2026-05-13T11:00+08:00' }),
    'warning CUSTODY_TWO_PLACES custody/1',
    { custody: log(COLLECT) },
  ],
  ['C-04', 'a thing that the log does not know', second, 'warning CUSTODY_ITEM_ABSENT evidence/evidence/1'],
  ['C-05', 'a head on paper that no line has', scene('0'.repeat(64)), 'error CUSTODY_ANCHOR_LOST records/scenes/0/chainHead'],
  [
    'C-05',
    'written anew with a later clock',
    scene(custodyLink(line(2))),
    'error CUSTODY_ANCHOR_LOST records/scenes/0/chainHead',
    {
      custody: log(
        { ...COLLECT, recordedAt: '2026-09-01T10:00+08:00' },
        { action: 'seal', sealAfter: 'S1', recordedAt: '2026-09-01T10:00+08:00' },
      ),
    },
  ],
  [
    'C-05',
    'entered a day late',
    keep,
    'warning CUSTODY_ENTERED_LATE custody/1',
    { custody: log({ ...COLLECT, recordedAt: '2026-05-14T10:01+08:00' }) },
  ],
  [
    'C-05',
    'entered before it happened',
    keep,
    'warning CUSTODY_CLOCK_WRONG custody/1',
    { custody: log({ ...COLLECT, recordedAt: '2026-05-13T09:00+08:00' }) },
  ],
  [
    'C-05',
    'the clock went back',
    keep,
    'warning CUSTODY_CLOCK_WRONG custody/2',
    { custody: log({ ...COLLECT, recordedAt: '2026-05-14T09:00+08:00' }, { at: COLLECT.at, recordedAt: '2026-05-14T08:00+08:00' }) },
  ],
  [
    'C-05',
    'collected at another time than the list says',
    (c) => {
      keep(c);
      Object.assign(c.evidence.evidence[0] ?? {}, { collectedAt: '2026-05-13T08:59+08:00' });
    },
    'warning CUSTODY_COLLECTED_AT_DIFFERS evidence/evidence/0/collectedAt',
  ],
  ['C-05', 'collected outside its record', named(EARLIER), 'warning CUSTODY_OUTSIDE_RECORD custody/1', { custody: log(COLLECT) }],
  [
    'C-05',
    'a record that the case does not have',
    keep,
    'warning CUSTODY_RECORD_UNKNOWN custody/2',
    { custody: log(COLLECT, { record: 'R7' }) },
  ],
  ['C-05', 'outside the record it names', scene(), 'warning CUSTODY_OUTSIDE_RECORD custody/2', { custody: log(COLLECT, { record: 'R1' }) }],
];

/** What the rules must not complain of. */
export const CUSTODY_IN_ORDER: readonly (readonly [name: string, change: (c: C) => void, custody: string[]])[] = [
  ['a whole chain', keep, WHOLE],
  ['a head on paper that a line has', scene(custodyLink(line(1))), WHOLE],
  ['collected within its record', named(), WHOLE],
  ['entered within the day', keep, log({ ...COLLECT, recordedAt: '2026-05-13T20:00+08:00' })],
  [
    'handed over at the end, and packed',
    keep,
    log(COLLECT, { action: 'hand-over', to: '示例市公安局示例区分局' }, { action: 'pack', by: [] }),
  ],
];
