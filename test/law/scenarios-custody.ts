/** One line a scenario: the chain of custody against the rules C-03 to C-05. */
import { type CustodyEvent, custodyLine, custodyLink, NO_RECORDS } from '../../src/model/index.ts';
import type { C, Scenario } from './world.ts';

type Draft = Partial<CustodyEvent>;
export const BY = [{ name: '周某甲' }, { name: '吴某乙' }];
export const COLLECT = {
  action: 'collect',
  at: '2026-05-13T10:00+08:00',
  items: ['E01'],
  by: BY,
  to: '周某甲',
  place: '示例区医保局',
} as const;

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
export const keep = (c: C): void => {
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
/** The log had run on, so the line bears the time of its entering. */
const LATE = {
  ...COLLECT,
  at: '2026-05-20T10:00+08:00',
  recordedAt: '2026-05-20T10:00+08:00',
  record: 'R1',
  note: '事后补记：依据现场笔录R1',
};
const EARLIER = { startedAt: '2026-05-13T07:00+08:00', endedAt: '2026-05-13T08:59+08:00' };
const second = (c: C): void => {
  keep(c);
  const [first] = c.evidence.evidence;
  if (first) c.evidence.evidence.push({ ...structuredClone(first), evidenceNo: 'E02', files: [], kind: '物证', records: [] });
};

export const STRANGER = { action: 'hand-over', from: '周某甲', to: '某人' } as const;
/** The extraction of the good case with other seals. */
const withRecord =
  (more: object) =>
  (c: C): void => {
    const [made] = c.records.extractions;
    keep(c);
    Object.assign(c.records, { extractions: [{ ...made, paper: undefined, backups: [], ...more }] });
    Object.assign(c.evidence.evidence[0] ?? {}, { records: ['R1'] });
  };
const withThing =
  (sealNo: string) =>
  (c: C): void => {
    keep(c);
    const list = [{ name: '电脑主机', quantity: '1', unit: '台', sealNo, itemNo: '1' }];
    const holder = { name: '罗某', signed: '已签名' };
    const { reason: _, party: __, process: ___, findings: ____, ...made } = record();
    Object.assign(c.records, { preservations: [{ ...made, measure: '封存', legalGround: '某条', storagePlace: '证据柜', holder, list }] });
    Object.assign(c.evidence.evidence[0] ?? {}, { records: ['R1'], kind: '物证', itemNos: ['1'] });
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
    'C-08',
    'handed over by others than the holder',
    keep,
    'warning CUSTODY_GIVER_NOT_HOLDER custody/3',
    { custody: log(COLLECT, { from: '周某甲', to: '柳某' }, { action: 'hand-over', to: '示例市公安局示例区分局' }) },
  ],
  [
    'C-08',
    'in the name of an officer who did not act',
    keep,
    'warning CUSTODY_GIVER_NOT_HOLDER custody/2',
    { custody: log(COLLECT, { action: 'hand-over', from: '周某甲', to: '示例市公安局示例区分局', by: BY.slice(1) }) },
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
  ['C-04', 'no log', keep, 'error CUSTODY_MISSING', { custody: [] }],
  ['C-04', 'a log of the packing only', keep, 'error CUSTODY_MISSING', { custody: log({ action: 'pack', by: [] }) }],
  ['C-04', 'given to a stranger and packed', keep, 'error CUSTODY_ITEM_AWAY custody/2', { custody: log(COLLECT, STRANGER) }],
  [
    'C-04',
    'given back and packed by the sender',
    keep,
    'error CUSTODY_ITEM_AWAY custody/2',
    { custody: log(COLLECT, { ...STRANGER, action: 'return' }, { action: 'pack', by: [] }) },
  ],
  [
    'C-04',
    'from the room of interviews to the store, and nobody took it',
    keep,
    'warning CUSTODY_PLACE_GAP custody/2',
    { custody: log({ ...COLLECT, place: '示例区医保局询问室' }, { action: 'examine', place: '示例区医保局证据柜' }) },
  ],
  [
    'C-04',
    'the seal of the backup is in no line',
    withRecord({ backups: [{ mediaNo: 'GP-01', use: '封存件', sealNo: 'FX-0032', place: '证据柜', photos: ['E03'] }] }),
    'warning SEAL_NOT_IN_LOG records/extractions/0',
    { custody: log(COLLECT, { action: 'copy', mediaNo: 'GP-01', sealAfter: 'FX-0031' }) },
  ],
  [
    'C-04',
    'the seal of the original medium is in no line',
    withRecord({ originalMedium: '已封存', originalMediaNo: 'SN-1', originalSealNo: '0000231至0000234' }),
    'warning SEAL_NOT_IN_LOG records/extractions/0',
    { custody: log(COLLECT, { action: 'copy', sealAfter: '0000231至0000233' }) },
  ],
  [
    'C-04',
    'the seal of a thing is in no line',
    withThing('FT-0003'),
    'warning SEAL_NOT_IN_LOG records/preservations/0',
    { custody: log(COLLECT, { action: 'seal', sealAfter: 'FT-0004' }) },
  ],
  [
    'C-04',
    'one seal on two discs',
    keep,
    'warning SEAL_USED_TWICE custody/3',
    { custody: log(COLLECT, { action: 'copy', sealAfter: 'FX-0030至FX-0031' }, { action: 'copy', sealAfter: 'FX-0031' }) },
  ],
  [
    'C-04',
    'a broken seal put on again',
    keep,
    'warning SEAL_USED_TWICE custody/4',
    {
      custody: log(
        COLLECT,
        { action: 'seal', sealAfter: 'S1' },
        { action: 'unseal', sealBefore: 'S1' },
        { action: 'seal', sealAfter: 'S1' },
      ),
    },
  ],
  ['C-04', 'a thing that the log does not know', second, 'warning CUSTODY_ITEM_ABSENT evidence/evidence/1'],
  ['C-05', 'a head on paper that no line has', scene('0'.repeat(64)), 'error CUSTODY_ANCHOR_LOST records/scenes/0/chainHead'],
  [
    'C-05',
    'a head on paper that was written after the paper',
    scene(custodyLink(line(3))),
    'warning CUSTODY_ANCHOR_LATE records/scenes/0/chainHead',
    { custody: WHOLE },
  ],
  [
    'C-05',
    'taken by others than the record says',
    scene(),
    'warning CUSTODY_PEOPLE_DIFFER custody/1',
    { custody: log({ ...COLLECT, record: 'R1', by: [{ name: '路人甲' }, { name: '路人乙' }] }) },
  ],
  [
    'C-05',
    'another certificate for an officer',
    keep,
    'warning CUSTODY_CERTIFICATE_DIFFERS custody/1',
    { custody: log({ ...COLLECT, by: [{ name: '周某甲', certNo: '11111111' }, { name: '吴某乙' }] }) },
  ],
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
  ['C-05', 'entered late from a paper record', named(), 'warning CUSTODY_ENTERED_LATE custody/1', { custody: log(LATE) }],
  [
    'C-05',
    'entered late from a paper record, which does not cover it',
    named({ startedAt: '2026-05-10T09:00+08:00', endedAt: '2026-05-10T10:00+08:00' }),
    'warning CUSTODY_COLLECTED_AT_DIFFERS evidence/evidence/0/collectedAt',
    { custody: log(LATE) },
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
  [
    'entered from a paper record within the day',
    named(),
    log({ ...LATE, at: '2026-05-13T20:00+08:00', recordedAt: '2026-05-13T20:00+08:00' }),
  ],
  ['entered within the day', keep, log({ ...COLLECT, recordedAt: '2026-05-13T20:00+08:00' })],
  [
    'handed over at the end, and packed',
    keep,
    log(COLLECT, { action: 'hand-over', to: '示例市公安局示例区分局' }, { action: 'pack', by: [] }),
  ],
  ['given to a stranger, and come back', keep, log(COLLECT, STRANGER, { action: 'receive', from: '某人', to: '周某甲' })],
  ['given to another officer', keep, log(COLLECT, { action: 'hand-over', from: '周某甲', to: '吴某乙' })],
  [
    'moved to the store, then looked at',
    keep,
    log(
      { ...COLLECT, place: '示例区医保局询问室' },
      { from: '周某甲', to: '柳某', place: '示例区医保局证据柜' },
      { action: 'examine', place: '示例区医保局证据柜2号' },
    ),
  ],
  ['moved, and not said where to', keep, log(COLLECT, { from: '周某甲', to: '柳某' }, { action: 'examine', place: '某某药店' })],
  [
    'a further file from elsewhere',
    keep,
    log(COLLECT, { action: 'collect', place: '某某药店', digests: [{ path: '另页.pdf', sha256: 'a'.repeat(64) }] }),
  ],
  [
    'a run of seals on the thing, one of them on its record',
    withThing('YC-0103'),
    log(
      COLLECT,
      { action: 'seal', sealAfter: 'YC-0102至YC-0104' },
      { action: 'examine', sealBefore: 'yc-0102～yc-0104', sealAfter: 'yc-0102～yc-0104' },
    ),
  ],
  [
    'two things in one bag, in two lines of one minute',
    second,
    log(
      { ...COLLECT, items: ['E01', 'E02'] },
      { action: 'seal', sealAfter: 'S1', items: ['E01'] },
      { action: 'seal', sealAfter: 'S1', items: ['E02'], at: '2026-05-15T10:00+08:00' },
    ),
  ],
];
