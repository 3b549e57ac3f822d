/** Files dropped onto the page: into the case whole or not at all, never over another; told, grouped, looked over, and fixed by `collect`. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, codes, mbpack, scratch } from '../cli/run.ts';
import { OWN, type Served, served } from './served.ts';

interface Told {
  readonly outcome: string;
  readonly path?: string;
  readonly other?: string;
  readonly sha256?: string;
  readonly done?: number;
  readonly fixed?: readonly { readonly path: string; readonly evidenceNo: string; readonly sha256: string }[];
  readonly files?: readonly { readonly path: string; readonly fixed: boolean }[];
  readonly findings?: readonly { readonly code: string; readonly severity: string }[];
}

const BY = ['甲/001', '乙/002'];
let desk: Served;
beforeAll(async () => {
  const dir = join(scratch(), '案件');
  await mbpack('init', dir);
  desk = await served(dir);
});
afterAll(async () => {
  await desk?.close();
  cleanUp();
});

async function drop(path: string, bytes: Uint8Array | string, headers: Record<string, string> = {}): Promise<Told> {
  const all = { 'X-Mbpack': '1', 'Content-Type': 'application/octet-stream', 'X-Mbpack-Path': encodeURIComponent(path), ...headers };
  return (await (await fetch(`${desk.address}drop`, { method: 'POST', headers: all, body: Buffer.from(bytes as string) })).json()) as Told;
}
const ask = async (name: string, asked: object): Promise<Told> => (await (await desk.act(name, asked)).json()) as Told;
const look = async (name: string): Promise<Told> => (await (await fetch(`${desk.address}${name}`)).json()) as Told;
const evidence = (path: string): string => join(desk.dir, 'evidence', path);
const codesOf = ({ findings = [] }: Told): readonly string[] => findings.map(({ code }) => code);
const leftovers = (): readonly string[] =>
  readdirSync(desk.dir, { recursive: true })
    .map(String)
    .filter((name) => /\.part$/.test(name));
const pdf = (text: string): string => `%PDF-1.4\n%${text}\ntrailer<<>>\nstartxref\n0\n%%EOF\n`;

test('a file lies in the case byte for byte, below its folders', async () => {
  const told = await drop('账册/一月 明细.csv', '序号,金额\n1,20.00\n');
  expect([told.outcome, told.path]).toEqual(['taken', '账册/一月 明细.csv']);
  expect(told.sha256).toBe(
    createHash('sha256')
      .update(readFileSync(evidence('账册/一月 明细.csv')))
      .digest('hex'),
  );
  expect(leftovers()).toEqual([]);
});

test('the same file again is told as the same, under whatever name, and nothing is put beside it', async () => {
  const told = await drop('另存.csv', '序号,金额\n1,20.00\n');
  expect([told.outcome, told.other, codesOf(told)]).toEqual(['same', '账册/一月 明细.csv', ['COLLECT_SAME_CONTENT']]);
  expect(existsSync(evidence('另存.csv'))).toBe(false);
  expect((await drop('账册/一月 明细.csv', '序号,金额\n1,20.00\n')).outcome).toBe('same');
});

test.each([
  ['of the same size', '序号,金额\n1,30.00\n'],
  ['of another', '别的'],
])('another file under a name that is taken is refused, and the first stays: %s', async (_, text) => {
  const told = await drop('账册/一月 明细.csv', text);
  expect([told.outcome, codesOf(told)]).toEqual(['refused', ['DROP_NOT_TAKEN']]);
  expect(readFileSync(evidence('账册/一月 明细.csv'), 'utf8')).toBe('序号,金额\n1,20.00\n');
  expect(leftovers()).toEqual([]);
});

test.each([
  ['out of the folder', '../case.yaml', 'EVIDENCE_NAME_BAD'],
  ['from the root', '/etc/passwd', 'EVIDENCE_NAME_BAD'],
  ['by the strokes of Windows', '..\\case.yaml', 'EVIDENCE_NAME_BAD'],
  ['of a device', '照片/CON.jpg', 'EVIDENCE_NAME_BAD'],
  ['of another drive', 'C:/a.pdf', 'EVIDENCE_NAME_BAD'],
  ['in bytes that were GBK', '\ufffd\ufffd\ufffd\ufffd.pdf', 'EVIDENCE_NAME_BAD'],
  ['that reads from right to left', '\u202egpj.exe', 'EVIDENCE_NAME_BAD'],
  ['of 300 characters', `${'证'.repeat(300)}.pdf`, 'EVIDENCE_NAME_BAD'],
  ['of junk', '照片/Thumbs.db', 'EVIDENCE_FILE_JUNK'],
])('a name %s is refused when it is announced and when it comes', async (_, path, code) => {
  const before = readFileSync(join(desk.dir, 'case.yaml'));
  const { files } = (await ask('announce', { files: [{ path, size: 1 }] })) as unknown as { files: { code: string }[][] };
  expect(files[0]?.map((f) => f.code)).toEqual([code]);
  const told = await drop(path, 'x');
  expect([told.outcome, codesOf(told)]).toEqual(['refused', [code]]);
  expect(readFileSync(join(desk.dir, 'case.yaml'))).toEqual(before);
});

test('names that not every system keeps apart are told before anything is copied', async () => {
  const told = (await ask('announce', {
    files: [
      { path: '合同A.pdf', size: 1 },
      { path: '合同a.PDF', size: 1 },
      { path: '账册/一月 明细.csv', size: 1 },
    ],
  })) as unknown as { files: { code: string }[][] };
  expect(told.files.map((found) => found.map((f) => f.code))).toEqual([[], ['EVIDENCE_NAME_COLLISION'], []]);
});

test('a folder that is a link leads nowhere', async () => {
  const outside = scratch();
  symlinkSync(outside, evidence('外面'), 'junction');
  const told = await drop('外面/a.txt', 'x');
  expect([told.outcome, codesOf(told)]).toEqual(['refused', ['DROP_NOT_TAKEN']]);
  expect(readdirSync(outside)).toEqual([]);
  rmSync(evidence('外面'));
});

test.each([
  ['of no bytes', '空.txt', '', 'EVIDENCE_FILE_EMPTY'],
  ['a damaged PDF', '残.pdf', '%PDF-1.4\n1 0 obj\n<<', 'EXHIBIT_INCOMPLETE'],
  ['a PDF named as a picture', '照片.jpg', pdf('甲'), 'EXHIBIT_MISNAMED'],
])('in what condition it is, is told: %s', async (_, path, bytes, code) => {
  const told = await drop(path, bytes);
  expect([told.outcome, codesOf(told)]).toEqual(['taken', [code]]);
  rmSync(evidence(path));
});

test('a stick pulled out amid a copy leaves nothing behind', async () => {
  const url = new URL(`${desk.address}drop`);
  await new Promise<void>((done) => {
    const headers = {
      'X-Mbpack': '1',
      'Content-Type': 'application/octet-stream',
      'X-Mbpack-Path': 'cut.bin',
      'Content-Length': String(8 << 20),
    };
    const sending = request(url, { method: 'POST', headers }, () => undefined);
    sending.on('error', () => undefined);
    sending.on('close', done);
    sending.write(Buffer.alloc(4 << 20), () => setTimeout(() => sending.destroy(), 100));
  });
  await expect.poll(leftovers).toEqual([]);
  expect(existsSync(evidence('cut.bin'))).toBe(false);
  expect((await drop('cut.bin', Buffer.alloc(8 << 20))).outcome).toBe('taken');
  rmSync(evidence('cut.bin'));
});

test.each([
  ['is gone', (away: string) => renameSync(desk.dir, away)],
  ['is another folder of that name', (away: string) => [renameSync(desk.dir, away), mkdirSync(desk.dir)]],
])('a share that %s: nothing is taken, nothing is made there, and it goes on when it is back', async (_, goes) => {
  const away = `${desk.dir}-别处`;
  goes(away);
  const told = await drop('断开.txt', '断开');
  const [hand, left] = [await look('onhand'), existsSync(desk.dir) ? readdirSync(desk.dir) : []];
  rmSync(desk.dir, { recursive: true, force: true });
  renameSync(away, desk.dir);
  expect([told.outcome, codesOf(told), hand.outcome, left]).toEqual(['refused', ['COLLECT_NO_EVIDENCE'], 'refused', []]);
  expect((await drop('断开.txt', '断开')).outcome).toBe('taken');
  rmSync(evidence('断开.txt'));
});

test.each([
  ['another site', { Origin: 'https://evil.example' }],
  ['without our header', { 'X-Mbpack': '' }],
  ['a form of another site', { 'Content-Type': 'text/plain' }],
  ['without a name', { 'X-Mbpack-Path': '' }],
  ['with half a name', { 'X-Mbpack-Path': '%E8%AF' }],
])('nothing is taken from %s', async (_, headers) => {
  const all = { 'X-Mbpack': '1', 'Content-Type': 'application/octet-stream', 'X-Mbpack-Path': 'stranger.txt', ...headers };
  expect((await fetch(`${desk.address}drop`, { method: 'POST', headers: all, body: 'x' })).status).toBe(404);
  expect(existsSync(evidence('stranger.txt'))).toBe(false);
});

test('a picture is shown by its bytes, and nothing else of the case is', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await drop('图.png', png);
  await drop('页.png', '<script>alert(1)</script>');
  const shown = (path: string): Promise<Response> => fetch(`${desk.address}thumb/${Buffer.from(path).toString('base64url')}`);
  const right = await shown('图.png');
  expect([right.status, right.headers.get('content-type'), Buffer.from(await right.arrayBuffer()).equals(png)]).toEqual([
    200,
    'image/png',
    true,
  ]);
  for (const path of ['页.png', '../case.yaml', '没有.png', '账册']) expect((await shown(path)).status).toBe(404);
  rmSync(evidence('图.png'));
  rmSync(evidence('页.png'));
});

test('files are grouped, looked over without a trace, and fixed once: the log, the list and the files agree', async () => {
  for (const [path, text] of [
    ['笔录-1.pdf', pdf('一')],
    ['笔录-2.pdf', pdf('二')],
    ['单据.pdf', pdf('三')],
  ] as const)
    expect((await drop(path, text)).outcome).toBe('taken');
  const asked = {
    by: BY,
    at: '2026-09-15T09:40',
    place: '示例县某某路1号',
    from: '某某',
    asFound: true,
    groups: [
      { paths: ['账册/一月 明细.csv', '单据.pdf'], together: false, at: '2026-09-15 10:00' },
      { paths: ['笔录-1.pdf', '笔录-2.pdf'], together: true },
    ],
  };
  const looked = await ask('lookover', asked);
  expect([looked.outcome, looked.fixed?.length]).toEqual(['looked', 4]);
  expect(existsSync(join(desk.dir, 'custody.jsonl'))).toBe(false);
  const fixed = await ask('fixate', asked);
  expect([fixed.outcome, fixed.done]).toEqual(['fixed', 2]);
  const numberOf = new Map(fixed.fixed?.map(({ path, evidenceNo }) => [path, evidenceNo]));
  // What happened first is numbered and entered first.
  expect([numberOf.get('笔录-1.pdf'), numberOf.get('笔录-2.pdf')]).toEqual(['E001', 'E001']);
  expect(new Set(numberOf.values()).size).toBe(3);
  expect((await look('onhand')).files?.every((file) => file.fixed)).toBe(true);
  const { codes: found } = await codes('collect', desk.dir, '--dry-run', '--by', BY[0] as string, '--by', BY[1] as string);
  expect(found.filter((code) => /CHANGED|MISSING|BROKEN|NOT_RECORDED/.test(code))).toEqual([]);
  const log = readFileSync(join(desk.dir, 'custody.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { at: string });
  expect(log.map(({ at }) => at)).toEqual([...log.map(({ at }) => at)].sort());
});

test.each([
  ['one officer', { by: ['甲/001'] }, 'COLLECT_TWO_OFFICERS'],
  ['a time that is none', { at: '昨天下午' }, 'COLLECT_TIME_UNREAD'],
  ['a time to come', { at: '2030-01-01T00:00' }, 'CUSTODY_IN_FUTURE'],
  ['before the last line of the log', { at: '2020-01-01T00:00' }, 'CUSTODY_BEFORE_LAST'],
  ['a file that is not there', { groups: [{ paths: ['没有.pdf'], together: false }] }, 'COLLECT_PATH_MISSING'],
])('nothing is fixed: %s', async (_, more, code) => {
  await drop('未固定.pdf', pdf('未'));
  const before = readFileSync(join(desk.dir, 'custody.jsonl'));
  const asked = { by: BY, at: '2026-09-15T11:00', groups: [{ paths: ['未固定.pdf'], together: false }], asFound: true, ...more };
  expect(codesOf(await ask('fixate', asked))).toContain(code);
  expect(readFileSync(join(desk.dir, 'custody.jsonl'))).toEqual(before);
});

test('what is not whole waits until somebody says so', async () => {
  await drop('残.pdf', '%PDF-1.4\n1 0 obj\n<<');
  const asked = { by: BY, at: '2026-09-15T11:30', groups: [{ paths: ['残.pdf'], together: false }] };
  expect(codesOf(await ask('fixate', asked))).toContain('COLLECT_NOT_RECORDED');
  expect((await look('onhand')).files?.find(({ path }) => path === '残.pdf')?.fixed).toBe(false);
  expect((await ask('fixate', { ...asked, asFound: true })).outcome).toBe('fixed');
});

test('a list that is open in another program: the files are fixed, and it is said that the list is not written', async () => {
  const list = readdirSync(desk.dir).find((name) => name.startsWith('evidence.')) ?? '';
  writeFileSync(join(desk.dir, `~$${list}`), '');
  const told = await ask('fixate', { by: BY, at: '2026-09-15T12:00', groups: [{ paths: ['未固定.pdf'], together: false }], asFound: true });
  expect([told.outcome, codesOf(told).includes('COLLECT_LIST_NOT_WRITTEN')]).toEqual(['fixed', true]);
  rmSync(join(desk.dir, `~$${list}`));
});

test.each([
  ['no groups', {}],
  ['a path that leads out', { groups: [{ paths: ['../case.yaml'], together: false }] }],
  ['null', { groups: [null] }],
])('what is no request is refused: %s', async (_, asked) => {
  expect((await desk.act('fixate', asked, OWN)).status).toBe(404);
});

test('3000 files are announced at once, and told in a moment', async () => {
  mkdirSync(evidence('许多'));
  for (let i = 0; i < 3000; i++) writeFileSync(evidence(`许多/${i}.txt`), `${i}`);
  const begun = performance.now();
  const { files } = await ask('announce', { files: Array.from({ length: 3000 }, (_, i) => ({ path: `更多/${i}.txt`, size: 1 })) });
  expect(files).toHaveLength(3000);
  expect(performance.now() - begun).toBeLessThan(3000);
  expect((await drop('更多/0.txt', 'x')).outcome).toBe('taken');
  rmSync(evidence('许多'), { recursive: true });
});
