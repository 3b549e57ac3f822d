/** One line a scenario: the files that the log has recorded against E-13 and E-14. */
import { COLLECT, keep, log } from './scenarios-custody.ts';
import type { C, Scenario, World } from './world.ts';

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

const REPLACED = 'FIXED_FILE_REPLACED';
const [{ path: CSV }, PDF] = FILES as [{ path: string }, { path: string; sha256: string }];
/** Another content under the path, and another file. */
const OTHER = { ...COLLECT, digests: [{ path: CSV, sha256: 'f'.repeat(64) }, PDF] };
const OLD = { path: '结算/旧.csv', sha256: '9'.repeat(64) };
const AGAIN = { ...COLLECT, at: '2026-05-20T10:00+08:00', digests: FILES.slice(0, 1) };
const voids = (corrects: number, path: string) => ({ action: 'correct', corrects, reason: '误记', voidFiles: [path] }) as const;

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
  [
    'E-14',
    'voided, and another content fixed under its path',
    keep,
    'error FIXED_FILE_REPLACED custody/2',
    { custody: log(OTHER, voids(1, CSV), AGAIN) },
  ],
  [
    'E-14',
    'the whole line voided, and another content fixed',
    keep,
    'error FIXED_FILE_REPLACED custody/2',
    { custody: log(OTHER, { action: 'correct', corrects: 1, reason: '误记', void: true }, FIXED) },
  ],
  [
    'E-14',
    'voided, and another content that no line has',
    keep,
    'error FIXED_FILE_REPLACED custody/2',
    { custody: log(OTHER, voids(1, CSV)) },
  ],
  [
    'E-14',
    'voided, and another file of the item fixed in its place',
    keep,
    'error FIXED_FILE_REPLACED custody/2',
    { custody: log({ ...COLLECT, digests: [OLD, PDF] }, voids(1, OLD.path), AGAIN) },
  ],
  [
    'E-14',
    'all that was fixed voided, and a file listed that no line has',
    keep,
    'error FIXED_FILE_REPLACED custody/2',
    { custody: log({ ...COLLECT, digests: [OLD] }, { action: 'correct', corrects: 1, reason: '误记', void: true }) },
  ],
];

/** Corrections that put no other file in the place of a fixed one. */
export const FILE_QUIET: readonly (readonly [name: string, change: (c: C) => void, code: string, world?: World])[] = [
  ['voided, and the same content fixed again', keep, REPLACED, { custody: log(FIXED, voids(1, CSV), AGAIN) }],
  ['voided, and nothing in its place', keep, REPLACED, { custody: log({ ...COLLECT, digests: [...FILES, OLD] }, voids(1, OLD.path)) }],
  [
    'voided under one name, and fixed with its content under another',
    keep,
    REPLACED,
    { custody: log({ ...COLLECT, digests: [{ ...OLD, sha256: 'a'.repeat(64) }, PDF] }, voids(1, OLD.path), AGAIN) },
  ],
  [
    'a wrong digest of a later look voided: the first fixing stands',
    keep,
    REPLACED,
    { custody: log(FIXED, { ...OTHER, action: 'examine' }, voids(2, CSV), { action: 'examine', digests: FILES }) },
  ],
  [
    'voided, and restored',
    keep,
    REPLACED,
    { custody: log(OTHER, voids(1, CSV), { action: 'correct', corrects: 1, reason: '误记', replace: {} }) },
  ],
  [
    'a further file of another item',
    keep,
    REPLACED,
    {
      custody: log(
        { ...COLLECT, items: ['E09'], digests: [OLD] },
        { action: 'correct', corrects: 1, reason: '误记', items: ['E09'], void: true },
        FIXED,
      ),
    },
  ],
];
