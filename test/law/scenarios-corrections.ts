/** One line a scenario: a custody log that is corrected, several seals and parts of an item, against C-04 and C-09. */
import { BY, COLLECT, keep, log, STRANGER } from './scenarios-custody.ts';
import type { C, Scenario } from './world.ts';

/** Of the second line, a hand-over to a stranger that never was. */
const NEVER = { action: 'correct', corrects: 2, reason: '误记，没有交出', void: true } as const;

/** The corrections of the log, and what they lift. */
export const CORRECTION_SCENARIOS: readonly Scenario[] = [
  [
    'C-09',
    'a line that is void is told with its correction',
    keep,
    'info CUSTODY_CORRECTED custody/3',
    { custody: log(COLLECT, STRANGER, NEVER) },
  ],
  [
    'C-09',
    'a place that is corrected is told with what stood there',
    keep,
    'info CUSTODY_CORRECTED custody/2',
    { custody: log(COLLECT, { action: 'correct', corrects: 1, reason: '误写', replace: { place: '示例区医保局信息科' } }) },
  ],
  [
    'C-09',
    'a correction of a correction',
    keep,
    'error CUSTODY_CORRECTION_BAD custody/4',
    { custody: log(COLLECT, STRANGER, NEVER, { ...NEVER, corrects: 3 }) },
  ],
  [
    'C-09',
    'a correction of a later line',
    keep,
    'error CUSTODY_CORRECTION_BAD custody/2',
    { custody: log(COLLECT, { ...NEVER, corrects: 3 }, { action: 'examine' }) },
  ],
  ['C-09', 'a correction of no line', keep, 'error CUSTODY_CORRECTION_BAD custody/2', { custody: log(COLLECT, { ...NEVER, corrects: 7 }) }],
  [
    'C-09',
    'a correction of the packing',
    keep,
    'error CUSTODY_CORRECTION_BAD custody/3',
    { custody: log(COLLECT, { action: 'pack', by: [] }, NEVER) },
  ],
  [
    'C-09',
    'one alone takes back what two did',
    keep,
    'error CUSTODY_CORRECTOR custody/2',
    { custody: log(COLLECT, { action: 'correct', corrects: 1, reason: '漏写', by: BY.slice(0, 1), replace: { note: '另有副本' } }) },
  ],
  [
    'C-09',
    'a stranger corrects',
    keep,
    'error CUSTODY_CORRECTOR custody/3',
    { custody: log(COLLECT, STRANGER, { ...NEVER, by: [{ name: '外人甲' }] }) },
  ],
  ['C-04', 'everything is void', keep, 'error CUSTODY_MISSING', { custody: log(COLLECT, { ...NEVER, corrects: 1 }) }],
  [
    'C-04',
    'a part given to a stranger',
    keep,
    'error CUSTODY_ITEM_AWAY custody/2',
    { custody: log(COLLECT, { ...STRANGER, items: ['E01-1'] }) },
  ],
];

/** What the rules must not complain of. */
export const CORRECTIONS_IN_ORDER: readonly (readonly [name: string, change: (c: C) => void, custody: string[]])[] = [
  ['a hand-over that never was, corrected', keep, log(COLLECT, STRANGER, NEVER)],
  [
    'a wrong seal, a wrong certificate and a wrong time, corrected',
    keep,
    log(
      { ...COLLECT, at: '2026-05-13T18:00+08:00', by: [{ name: '周某甲', certNo: '11111111' }, { name: '吴某乙' }] },
      { action: 'seal', sealAfter: 'S2' },
      { action: 'examine', sealBefore: 'S1', sealAfter: 'S1' },
      { action: 'correct', corrects: 1, reason: '误写', replace: { at: COLLECT.at, by: BY } },
      { action: 'correct', corrects: 2, reason: '误写', replace: { sealAfter: 'S1' } },
    ),
  ],
  [
    'a part sealed by itself, and some of its seals broken',
    keep,
    log(
      COLLECT,
      { action: 'seal', items: ['E01-1'], sealAfter: 'S1、S2' },
      { action: 'unseal', items: ['E01-1'], sealBefore: 'S1' },
      { action: 'examine', items: ['E01-1'], sealBefore: 'S2', sealAfter: 'S2' },
    ),
  ],
];
