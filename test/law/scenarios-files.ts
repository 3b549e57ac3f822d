/** One line a scenario: the files that the log has recorded against E-13. */
import { COLLECT, keep, log } from './scenarios-custody.ts';
import type { C, Scenario } from './world.ts';

const FILES = [
  { path: '结算/明细.csv', sha256: 'a'.repeat(64) },
  { path: '结算/汇总.pdf', sha256: 'b'.repeat(64) },
];
/** Both files of E01 recorded. */
const FIXED = { ...COLLECT, digests: FILES };
const filesOf = (c: C, change: (files: { path: string }[]) => unknown): void => {
  keep(c);
  change(c.evidence.evidence[0]?.files as { path: string }[]);
};

export const FILE_SCENARIOS: readonly Scenario[] = [
  [
    'E-13',
    'a recorded file no longer listed',
    (c) => filesOf(c, (f) => f.pop()),
    'stop FIXED_FILE_GONE custody/1',
    { custody: log(FIXED) },
  ],
  [
    'E-13',
    'a file recorded twice, by an event that is older',
    (c) => filesOf(c, (f) => f.pop()),
    'stop FIXED_FILE_GONE custody/1',
    { custody: log(FIXED, { action: 'examine', digests: FILES }) },
  ],
  [
    'E-13',
    'recorded of another item',
    keep,
    'stop FIXED_FILE_ELSEWHERE evidence/evidence/0/files/0/path',
    { custody: log({ ...FIXED, items: ['E09'] }) },
  ],
  [
    'E-13',
    'one of the files of the item recorded, the other not',
    keep,
    'stop FIXED_ITEM_TAKES_FILE evidence/evidence/0/files/1/path',
    { custody: log({ ...FIXED, digests: FILES.slice(0, 1) }) },
  ],
  [
    'E-13',
    'given away with its item',
    (c) => filesOf(c, (f) => f.pop()),
    'info FIXED_FILE_LEFT custody/2',
    { custody: log(FIXED, { action: 'return', from: '周某甲', to: '某人' }) },
  ],
];
