// How the paper file is bound: what goes where, pages that run on, volumes that are not too thick.
import { describe, expect, test } from 'vitest';
import { type Volume, volumesOf } from '../../src/documents/volumes.ts';
import type { EvidenceItem } from '../../src/model/index.ts';
import { samplePaper } from './correspondence-fixture.ts';
import { pack, sampleCase } from './fixture.ts';

const [paper1] = sampleCase.evidence.evidence as [EvidenceItem];
const item = (evidenceNo: string, change: Partial<EvidenceItem> = {}): EvidenceItem => ({
  ...paper1,
  evidenceNo,
  files: [{ path: `${evidenceNo}.pdf` }],
  ...change,
});
const bound = (evidence: readonly EvidenceItem[], most = 200, penalty = sampleCase.case.penalty): readonly Volume[] =>
  volumesOf({ ...sampleCase, case: { ...sampleCase.case, penalty }, evidence: { evidence } }, [], {
    ...pack.pack,
    maxPagesPerVolume: most,
  });
const shown = (volumes: readonly Volume[]): string[] =>
  volumes.map(
    ({ index, part = 0, rows, pages }) =>
      `${index}.${part} ${pages ?? '?'}: ${rows.map(({ from, to }) => `${from ?? ''}-${to ?? ''}`).join(' ')}`,
  );

describe('pages', () => {
  test.each([
    ['run on', [item('1', { pages: 3 }), item('2', { pages: 1 }), item('3', { pages: 2 })], 200, ['1.0 6: 1-3 4-4 5-6']],
    [
      'are those of the files where the item has none',
      [
        item('1', {
          files: [
            { path: 'a', pages: 2 },
            { path: 'b', pages: 3 },
          ],
        }),
      ],
      200,
      ['1.0 5: 1-5'],
    ],
    ['are blank behind what nobody counted', [item('1', { pages: 3 }), item('2'), item('3', { pages: 2 })], 200, ['1.0 ?: 1-3 4- -']],
    ['part a volume', [item('1', { pages: 3 }), item('2', { pages: 2 }), item('3', { pages: 1 })], 4, ['1.1 3: 1-3', '1.2 3: 1-2 3-3']],
    ['to the last', [item('1', { pages: 3 }), item('2', { pages: 2 })], 5, ['1.0 5: 1-3 4-5']],
    ['of one item are never parted', [item('1', { pages: 9 }), item('2', { pages: 1 })], 4, ['1.1 9: 1-9', '1.2 1: 1-1']],
    [
      'are none of data and of things',
      [item('1', { kind: '电子数据' }), item('2', { kind: '电子数据', pages: 4 }), item('3', { kind: '物证', files: [] })],
      200,
      ['3.0 4: - 1-4', '5.0 0: -'],
    ],
    ['are not known of half-counted files', [item('1', { files: [{ path: 'a', pages: 2 }, { path: 'b' }] })], 200, ['1.0 ?: 1-']],
  ])('%s', (_, evidence, most, expected) => {
    expect(shown(bound(evidence, most))).toEqual(expected);
  });
});

test('each kind has its volume, a 行政处罚决定书 goes with the referral, and nothing is bound twice or left out', () => {
  const kinds = ['书证', '证人证言', '当事人的陈述', '勘验笔录、现场笔录', '电子数据', '视听资料', '鉴定意见', '专业报告', '物证'] as const;
  const evidence = kinds.map((kind, i) => item(`E${i}`, { kind, pages: 1 }));
  const volumes = bound([...evidence, item('E9', { pages: 1 })], 200, { decided: true, evidence: 'E9' });
  expect(volumes.map(({ index, rows }) => [index, rows.length])).toEqual([
    [0, 1],
    [1, 1],
    [2, 3],
    [3, 2],
    [4, 2],
    [5, 1],
  ]);
  const whole = volumesOf(sampleCase, samplePaper, pack.pack);
  expect(whole.flatMap(({ rows }) => rows)).toHaveLength(samplePaper.length + sampleCase.evidence.evidence.length);
});

test('a pack that does not say how thick: 200 pages', () => {
  const { maxPagesPerVolume: _, ...rest } = pack.pack;
  const evidence = [item('1', { pages: 199 }), item('2', { pages: 1 }), item('3', { pages: 1 })];
  expect(shown(volumesOf({ ...sampleCase, evidence: { evidence } }, [], rest))).toEqual(['1.1 200: 1-199 200-200', '1.2 1: 1-1']);
});
