/** Evidence that is cut short, empty or not what its name says: told before it is fixed, fixed as found only when asked, and the log says so. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { mp4, pdf } from '../exhibit/maker.ts';
import { textOf } from '../pdf-text.ts';
import { collect, eventsOf, fixedOf, folder, TWO } from './collecting.ts';
import { AT, cleanUp, codes as codesOf, copyOf, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

function put(dir: string, path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(join(dir, 'evidence', path)), { recursive: true });
  writeFileSync(join(dir, 'evidence', path), bytes);
}

const film = mp4(12_400);
const rows: readonly (readonly [string, Uint8Array | string, string, RegExp])[] = [
  ['报告.pdf', pdf(3).slice(0, 300), 'EXHIBIT_INCOMPLETE', /报告\.pdf（PDF，没有结束标记）/],
  ['照片.jpg', '不是照片', 'EXHIBIT_MISNAMED', /照片\.jpg（扩展名jpg，内容是文本）/],
  ['录像.mp4', film.subarray(0, film.length - 116), 'EXHIBIT_INCOMPLETE', /录像\.mp4（MP4，没有录像的索引）/],
  ['明细.xlsx', Buffer.from('504b030414000000', 'hex'), 'EXHIBIT_INCOMPLETE', /没有压缩包的目录/],
  ['空.txt', '', 'EVIDENCE_FILE_EMPTY', /空\.txt（空文件）/],
];
describe.each(rows)('%s', (path, bytes, code, note) => {
  test('is told and not fixed; what is in order is', async () => {
    const dir = folder({ 'evidence/好.txt': '好' });
    put(dir, path, bytes);
    const { exit, codes, findings } = await collect(dir, ...TWO);
    expect([exit, [...codes].sort(), fixedOf(dir)]).toEqual([1, ['COLLECT_NOT_RECORDED', code].sort(), ['E001 好.txt']]);
    expect(findings.find((f) => f.code === 'COLLECT_NOT_RECORDED')).toMatchObject({
      severity: 'error',
      args: { count: 1, because: 'condition' },
    });
    expect(findings.find((f) => f.code === code)).toMatchObject({ severity: 'warning', at: { file: join(dir, 'evidence', path) } });
  });
  test('is fixed as found when asked, and the log says so', async () => {
    const dir = folder({ 'evidence/好.txt': '好' });
    put(dir, path, bytes);
    const { exit, codes } = await collect(dir, ...TWO, '--as-found', '--note', '当场拷贝', '--item', 'E9');
    expect([exit, codes]).toEqual([0, [code]]);
    const [event] = eventsOf(dir);
    expect(event?.note).toMatch(note);
    expect(event?.note).toMatch(/^按发现时的原样固定：.*；当场拷贝$/);
    expect(event?.note).not.toContain('好.txt');
    expect(await collect(dir)).toMatchObject({ exit: 0, codes: [], verified: 2, fixed: 0 });
  });
});

test('each item has its own note', async () => {
  const dir = folder({ 'evidence/a.txt': '好', 'evidence/b.jpg': '坏' });
  await collect(dir, ...TWO, '--as-found');
  expect(eventsOf(dir).map(({ note }) => note?.includes('b.jpg'))).toEqual([undefined, true]);
});

test('what only the program cannot read is fixed, and is not called damaged', async () => {
  const dir = folder({ 'evidence/有密码.pdf': `%PDF-1.4\n${'x'.repeat(300)}\n%%EOF\n` });
  const { exit, codes, findings } = await collect(dir, ...TWO);
  expect([exit, codes, findings.map(({ severity }) => severity)]).toEqual([0, ['EXHIBIT_UNREAD'], expect.arrayContaining(['info'])]);
  expect(eventsOf(dir)[0]?.note).toBeUndefined();
  const again = folder({ 'evidence/有密码.pdf': `%PDF-1.4\n${'x'.repeat(300)}\n%%EOF\n` });
  expect((await mbpack('collect', again, ...TWO)).err).toContain('不等于文件坏了');
});

test('check tells it of a listed file, as a remark once the log says so', async () => {
  const dir = copyOf();
  const list = join(dir, 'evidence.yaml');
  writeFileSync(list, readFileSync(list, 'utf8').replace(/(\n {4}files:\n)/, '$1      - path: 照片.jpg\n      - path: 报告.pdf\n'));
  put(dir, '照片.jpg', '不是照片');
  put(dir, '报告.pdf', pdf(3).slice(0, 300));
  const told = async () =>
    (await codesOf('check', dir, '--at', AT)).findings.flatMap(({ code, severity }) =>
      code.startsWith('EXHIBIT_') ? [`${severity} ${code}`] : [],
    );
  expect((await told()).sort()).toEqual(['warning EXHIBIT_INCOMPLETE', 'warning EXHIBIT_MISNAMED']);
  expect(await collect(dir, '照片.jpg', '--by', '甲、乙')).toMatchObject({ exit: 1, fixed: 0 });
  expect(await collect(dir, '照片.jpg', '报告.pdf', '--by', '甲、乙', '--as-found')).toMatchObject({ exit: 0, fixed: 2 });
  expect((await told()).sort()).toEqual(['info EXHIBIT_INCOMPLETE', 'info EXHIBIT_MISNAMED']);
});

test('the examples have none', async () => {
  for (const example of ['examples/挂床住院', 'examples/倒卖药品', 'examples/冒名就医'])
    expect((await codesOf('check', example, '--at', AT)).codes.filter((code) => code.startsWith('EXHIBIT_'))).toEqual([]);
});

test('the signed list bears it', async () => {
  const dir = folder({ 'evidence/照片.jpg': '不是照片' });
  const paper = join(scratch(), '清单.pdf');
  await collect(dir, ...TWO, '--as-found', '-o', paper);
  expect(await textOf(paper)).toContain('按发现时的原样固定');
});
