/** Late entries of paper records: people, place, time and giver come from the record or from the list, and it is told once that they are late. */
import { appendFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { collect, eventsOf, fixedOf, folder, OFFICERS, put } from './collecting.ts';
import { AT, cleanUp, codes as codesOf, copyOf, mbpack } from './run.ts';

afterAll(cleanUp);

const RECORDS = `scenes:
  - recordNo: J-1
    startedAt: 2026-03-20T09:00+08:00
    endedAt: 2026-03-20T12:00+08:00
    place: 仓前路18号
    officers: [甲, 乙]
    party: { name: 郝某 }
  - recordNo: J-2
    place: 别处
    officers: [甲, 乙]
  - recordNo: J-3
    startedAt: 2026-04-01 08:30
    place: 三处
    officers: [甲]
`;
const LIST = `evidence:
  - evidenceNo: E001
    records: [J-1]
    files: [{ path: a.txt }]
  - evidenceNo: E002
    records: [J-1, J-2]
    author: 施某
    place: 仓前路18号二楼
    source: 相机
    collectedAt: 2026-03-20T10:30+08:00
    collectors: [乙, 丙]
    files: [{ path: b.txt }]
  - evidenceNo: E003
    files: [{ path: c.txt }]
`;
const FILES = {
  'evidence/a.txt': 'a',
  'evidence/b.txt': 'b',
  'evidence/c.txt': 'c',
  'evidence/d.txt': 'd',
  'evidence.yaml': LIST,
  'records.yaml': RECORDS,
  'case.yaml': `name: 某案\n${OFFICERS}  - { id: 丙, name: 柳某丙, certNo: "99010003" }\n`,
};
const people = (...names: string[]) => names.map((name) => expect.objectContaining({ name }));

test('without files: the items of the list that name the record, in the order of their times', async () => {
  const dir = folder(FILES);
  expect(await collect(dir, '--from-record', 'J-1')).toMatchObject({ exit: 0, codes: [], fixed: 2 });
  expect(fixedOf(dir)).toEqual(['E001 a.txt', 'E002 b.txt']);
  const [first, second] = eventsOf(dir);
  expect(first).toMatchObject({
    at: '2026-03-20T09:00:00+08:00',
    place: '仓前路18号',
    from: '郝某',
    to: '周某甲',
    record: 'J-1',
    recordedAt: AT,
  });
  expect(first?.by).toEqual(people('周某甲', '梁某乙'));
  expect(second).toMatchObject({ at: '2026-03-20T10:30:00+08:00', place: '仓前路18号二楼', from: '施某', to: '梁某乙', system: '相机' });
  expect(second?.by).toEqual(people('梁某乙', '柳某丙'));
  expect([first?.note, second?.note]).toEqual(['事后补记：依据现场笔录J-1', '事后补记：依据现场笔录J-1']);
});
test('files that are named; what the call says goes before list and record', async () => {
  const dir = folder(FILES);
  await collect(dir, 'b.txt', 'd.txt', '--from-record', 'J-1', '--place', '车上', '--by', '甲、丙', '--note', '另见照片');
  const [late, early] = [...eventsOf(dir)].reverse();
  expect([early?.items, early?.place, late?.place, late?.from]).toEqual([['E004'], '车上', '车上', '施某']);
  expect(early).toMatchObject({ at: '2026-03-20T09:00:00+08:00', from: '郝某', note: '事后补记：依据现场笔录J-1；另见照片' });
  expect(late?.by).toEqual(people('周某甲', '柳某丙'));
});
test('the log has run on: entered with the time of entering, the note has the other', async () => {
  const dir = folder(FILES);
  await collect(dir, 'c.txt', '--by', '甲、乙', '--at', '2026-06-01 09:00');
  const { entries } = await collect(dir, 'a.txt', 'b.txt', 'd.txt', '--from-record', 'J-1');
  const [, ...added] = eventsOf(dir);
  expect(added.map(({ at, recordedAt }) => [at, recordedAt])).toEqual([1, 2, 3].map(() => [AT, AT]));
  expect(added.map(({ note }) => note)).toEqual([
    '事后补记：依据现场笔录J-1，取得时间2026年3月20日9时00分',
    '事后补记：依据现场笔录J-1，取得时间2026年3月20日10时30分',
    '事后补记：依据现场笔录J-1，取得时间2026年3月20日9时00分',
  ]);
  // What the list is told is when it was taken.
  expect(entries).toContain('collectedAt: 2026-03-20T09:00+08:00');
});
test('on the day itself it is no late entry', async () => {
  const dir = folder({ ...FILES, 'records.yaml': RECORDS.replaceAll('2026-03-20', '2026-09-15') });
  await collect(dir, 'a.txt', '--from-record', 'J-1');
  expect(eventsOf(dir)[0]).toMatchObject({ at: '2026-09-15T09:00:00+08:00', record: 'J-1' });
  expect(eventsOf(dir)[0]?.note).toBeUndefined();
});
describe('refused, and nothing written', () => {
  test.each<[string, readonly string[], string]>([
    ['a record that is not there', ['--from-record', 'J-9'], 'COLLECT_RECORD_UNKNOWN'],
    ['a record that no item names', ['--from-record', 'J-3'], 'COLLECT_RECORD_WITHOUT_ITEMS'],
    ['a record of one officer', ['d.txt', '--from-record', 'J-3'], 'COLLECT_TWO_OFFICERS'],
    ['a record without a time', ['d.txt', '--from-record', 'J-2'], 'COLLECT_RECORD_WITHOUT_TIME'],
    ['an officer that the case does not know', ['d.txt', '--from-record', 'J-1', '--by', '丁'], 'COLLECT_BY_UNKNOWN'],
  ])('%s', async (_, args, code) => {
    const dir = folder(FILES);
    const { exit, out } = await mbpack('collect', dir, '--json', ...args);
    expect([exit, JSON.parse(out).findings[0].code, fixedOf(dir)]).toEqual([2, code, []]);
  });
  test('no records form', async () => {
    const dir = folder(FILES);
    rmSync(join(dir, 'records.yaml'));
    const { exit, out } = await mbpack('collect', dir, '--json', '--from-record', 'J-1');
    expect([exit, JSON.parse(out).findings[0]]).toMatchObject([2, { code: 'COLLECT_RECORD_UNKNOWN', args: { known: [] } }]);
  });
});
test('all of it was fixed before: what the call says went nowhere, which is told', async () => {
  const dir = folder(FILES);
  await collect(dir, '--by', '甲、乙');
  const { codes, findings } = await collect(dir, '--from-record', 'J-1');
  expect([codes, findings[0]?.args.options]).toEqual([['COLLECT_DETAILS_IGNORED'], ['--from-record']]);
});

describe('what check says of three photographs of a raid in spring', () => {
  const item = (no: string, time: string, records = '[J-1]') => `  - evidenceNo: ${no}
    title: 现场照片${no}
    kind: 视听资料
    docType: 现场照片
    author: 示例市样城区医疗保障局
    docDate: 2026-03-20
    source: 相机
    collectedAt: 2026-03-20T${time}+08:00
    place: 示例市样城区仓前路18号
    collectors: [甲, 乙]
    originality: 照片
    originalLocation: 示例市样城区医疗保障局
    copies: 1
    files: [{ path: 照片/补${no}.txt }]
    proves: 现场。
    facts: ['1']
    records: ${records}
    madeAt: 2026-03-20T${time}+08:00
    madeBy: 沈知白
    device: 相机
    completeness: 完整
`;
  const chain = /^CUSTODY_/;
  async function told(args: string[], times = ['09:30', '10:30', '11:40']): Promise<readonly string[]> {
    const dir = copyOf(resolve('examples/倒卖药品'));
    const before = await codesOf('check', dir, '--at', AT);
    for (const [i, time] of times.entries()) {
      appendFileSync(join(dir, 'evidence.yaml'), item(`Z-9${i}`, time));
      put(dir, `evidence/照片/补Z-9${i}.txt`, `${i}`);
    }
    expect((await mbpack('collect', dir, ...args)).exit).toBe(0);
    const after = await codesOf('check', dir, '--at', AT);
    const known = before.codes.filter((code) => chain.test(code));
    const now = after.codes.filter((code) => chain.test(code));
    for (const code of known) now.splice(now.indexOf(code), 1);
    return now;
  }
  test('entered as of now: a warning of each kind for each', async () =>
    expect((await told(['--by', '甲、乙', '--record', 'J-1'])).length).toBeGreaterThan(5));
  test('entered from the record: one', async () => expect(await told(['--from-record', 'J-1'])).toEqual(['CUSTODY_ENTERED_LATE']));
  test('a time that the record does not cover is still told', async () =>
    expect([...(await told(['--from-record', 'J-1'], ['09:30', '19:30']))].sort()).toEqual([
      'CUSTODY_COLLECTED_AT_DIFFERS',
      'CUSTODY_ENTERED_LATE',
    ]));
  test('people who are not those of the record are still told', async () =>
    expect([...(await told(['--from-record', 'J-1', '--by', '张某一/99010009', '--by', '李某二/99010008']))].sort()).toContain(
      'CUSTODY_PEOPLE_DIFFER',
    ));
  test('a note that says so without a record excuses nothing', async () =>
    expect((await told(['--by', '甲、乙', '--note', '事后补记'])).filter((code) => code === 'CUSTODY_COLLECTED_AT_DIFFERS').length).toBe(
      3,
    ));
});
