/** What is saved is shown: edits, renames, new and deleted files, templates; what is broken, and mended again. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, copyOf, mbpack, scratch, unsigned } from '../cli/run.ts';
import { contentsOf, timesOf } from '../tree.ts';
import { answerOf, bodyOf, endAll, preview, programCopy, type Running, settled, shaOf, stateOf } from './running.ts';

let program: string;
let dir: string;
let running: Running;
beforeAll(async () => {
  program = programCopy();
  dir = unsigned(copyOf());
  running = await preview(dir, { program, options: ['--template', 'sample-province'] });
  await running.until(settled);
});
afterAll(async () => {
  await running?.stop();
  endAll();
  cleanUp();
});

const edit = (path: string, change: (text: string) => string): void => {
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
};
const rename = (text: string): string => text.replace(/^( {2}name: .*医疗保障局)(\d*)$/m, (_, name, n) => `${name}${Number(n) + 1}`);
const codesOf = (told: ReturnType<Running['told']>): string[] => told.findings.map((f) => f.code);

/** Changes something and waits until the transfer letter is another. */
async function redrawn(change: () => void): Promise<void> {
  const before = shaOf(running.told(), 'transfer');
  change();
  await running.until((told) => shaOf(told, 'transfer') !== before && stateOf(told, 'transfer') === 'fresh');
}

test('an edit in place; documents that it does not touch keep their bytes', async () => {
  const before = running.told().state;
  const kept = ['copy', 'scene', 'approval'].map((id) => shaOf(running.told(), id));
  await redrawn(() => edit(join(dir, 'transfer.yaml'), (text) => text.replace('〔2026〕1号', '〔2026〕2号')));
  const told = await running.until((t) => settled(t) && t.state.turn > before.turn);
  expect(told.state.documents.filter((d) => d.state === 'stale' || d.state === 'waiting')).toEqual([]);
  expect(['copy', 'scene', 'approval'].map((id) => shaOf(told, id))).toEqual(kept);
});

test('an atomic replacement, as editors do it, twice', async () => {
  for (let i = 0; i < 2; i++) {
    await redrawn(() => {
      const temporary = join(dir, '.case.yaml.swp');
      writeFileSync(temporary, rename(readFileSync(join(dir, 'case.yaml'), 'utf8')));
      renameSync(temporary, join(dir, 'case.yaml'));
    });
  }
});

test('a new file of a Chinese name in a new folder of evidence is told, and its end too', async () => {
  const folder = join(dir, 'evidence', '新证据');
  mkdirSync(folder);
  await running.until(settled);
  writeFileSync(join(folder, '说明.txt'), 'x');
  await running.until((told) => codesOf(told).includes('EVIDENCE_FILE_UNLISTED'));
  rmSync(folder, { recursive: true });
  await running.until((told) => settled(told) && !codesOf(told).includes('EVIDENCE_FILE_UNLISTED'));
});

test('a listed file that goes away: the list of materials is stale until it is back', async () => {
  const file = contentsOf(join(dir, 'evidence'))[0]?.slice(66) ?? '';
  renameSync(file, `${dir}-aside`);
  await running.until((told) => codesOf(told).includes('EVIDENCE_FILE_MISSING') && stateOf(told, 'materials') === 'stale');
  renameSync(`${dir}-aside`, file);
  await running.until(
    (told) => settled(told) && !codesOf(told).includes('EVIDENCE_FILE_MISSING') && stateOf(told, 'materials') === 'fresh',
  );
});

test('broken YAML: told at its line, every last good page stays; mended, it goes', async () => {
  const path = join(dir, 'transfer.yaml');
  const good = readFileSync(path, 'utf8');
  const before = shaOf(running.told(), 'transfer');
  const lines = good.split('\n').length;
  writeFileSync(path, `${good}\n  坏: [\n`);
  // What is wrong is told first, and then in which state that leaves the pages.
  const told = await running.until((t) => t.findings.some((f) => f.blocking) && stateOf(t, 'custody') === 'stale');
  const wrong = told.findings.filter((f) => f.blocking);
  expect(wrong[0]?.place).toMatch(/transfer\.yaml:\d+:\d+$/);
  expect(wrong[0]?.excerpt?.line).toBeGreaterThanOrEqual(lines - 1);
  expect(wrong[0]?.document).toBe('transfer');
  expect([shaOf(told, 'transfer'), stateOf(told, 'transfer')]).toEqual([before, 'stale']);
  expect((await answerOf(`${running.address}pdf/transfer/${before}`)).statusCode).toBe(200);
  writeFileSync(path, good);
  await running.until((t) => settled(t) && !t.findings.some((f) => f.blocking) && stateOf(t, 'custody') === 'fresh');
});

test('a field of the wrong kind: told at its line', async () => {
  const path = join(dir, 'transfer.yaml');
  const good = readFileSync(path, 'utf8');
  writeFileSync(path, good.replace(/^factSummary:.*$/m, 'factSummary: { a: 1 }').replace(/^docNo:.*$/m, 'docNo: { a: 1 }'));
  const told = await running.until((t) => t.findings.some((f) => f.blocking));
  expect(told.findings.find((f) => f.blocking)).toMatchObject({ severity: 'stop', excerpt: { mark: expect.any(String) } });
  writeFileSync(path, good);
  await running.until((t) => settled(t) && !t.findings.some((f) => f.blocking));
});

test('a template of the parent pack: edited it is shown; broken it is told at its line; other documents go on', async () => {
  const path = join(program, 'templates', 'national', 'transfer.hbs');
  await redrawn(() => edit(path, (text) => text.replace('一、当事人和涉嫌人员', '一、当事人')));
  const good = readFileSync(path, 'utf8');
  const before = shaOf(running.told(), 'transfer');
  writeFileSync(path, good.replace('<docno>', '<docnumber>'));
  const told = await running.until((t) => settled(t) && stateOf(t, 'transfer') === 'stale');
  const [wrong] = told.findings.filter((f) => f.blocking);
  expect(wrong).toMatchObject({
    place: expect.stringMatching(/national\/transfer\.hbs:\d+:\d+$/),
    document: 'transfer',
    excerpt: { line: 6 },
  });
  expect([shaOf(told, 'transfer'), stateOf(told, 'investigation')]).toEqual([before, 'fresh']);
  writeFileSync(path, good);
  await running.until((t) => settled(t) && stateOf(t, 'transfer') === 'fresh' && !t.findings.some((f) => f.blocking));
});

test('a template that the province adds of its own prevails as soon as it is there', async () => {
  const own = join(program, 'templates', 'sample-province', 'transfer.hbs');
  const national = readFileSync(join(program, 'templates', 'national', 'transfer.hbs'), 'utf8');
  await redrawn(() => writeFileSync(own, national.replace('一、当事人', '一、示例省的当事人')));
  await redrawn(() => rmSync(own));
});

test('a broken pack.json: told; mended: shown', async () => {
  const path = join(program, 'templates', 'sample-province', 'pack.json');
  const good = readFileSync(path, 'utf8');
  writeFileSync(path, '{ "id": ');
  await running.until((t) => codesOf(t).includes('FORM_SYNTAX') && stateOf(t, 'transfer') === 'stale');
  writeFileSync(path, good);
  await running.until((t) => settled(t) && stateOf(t, 'transfer') === 'fresh' && !codesOf(t).includes('FORM_SYNTAX'));
});

test('a case folder that vanishes and comes back', async () => {
  renameSync(dir, `${dir}-away`);
  await running.until((t) => codesOf(t).includes('NOT_A_CASE_FOLDER') && stateOf(t, 'transfer') === 'stale');
  cpSync(`${dir}-away`, dir, { recursive: true });
  await running.until((t) => settled(t) && stateOf(t, 'transfer') === 'fresh' && !codesOf(t).includes('NOT_A_CASE_FOLDER'));
  await redrawn(() => edit(join(dir, 'case.yaml'), rename));
});

test('twenty saves in a row: the last one is what is shown', async () => {
  const path = join(dir, 'case.yaml');
  for (let i = 0; i < 20; i++) {
    edit(path, rename);
    await new Promise((tick) => setTimeout(tick, 30));
  }
  const fresh = await preview(dir, { program, options: ['--template', 'sample-province'] });
  const last = (await fresh.until(settled)).state.documents.map((d) => [d.id, d.sha256]);
  await fresh.stop();
  expect(last.length).toBeGreaterThan(12);
  const isLast = (told: ReturnType<Running['told']>): boolean =>
    settled(told) && JSON.stringify(told.state.documents.map((d) => [d.id, d.sha256])) === JSON.stringify(last);
  const { state } = await running.until(isLast);
  expect(state.documents.every((d) => d.state === 'fresh' || d.state === 'nothing')).toBe(true);
});

test.concurrent.each(['', 'pack: ..', 'pack: /', 'pack: ""'])(
  'a new case with %j: told what to fill in, then at rest whatever happens beside it',
  async (line) => {
    const blank = join(scratch(), '新案件');
    await mbpack('init', blank);
    if (line !== '') edit(join(blank, 'case.yaml'), (text) => text.replace(/^pack:.*$/m, line));
    const other = await preview(blank, { program });
    const { state, findings } = await other.until((told) => settled(told) && told.findings.length > 0);
    expect(findings.some((f) => f.blocking)).toBe(true);
    writeFileSync(join(blank, '..', '旁边.txt'), 'x');
    await new Promise((tick) => setTimeout(tick, 2_500));
    expect(other.told().state.turn).toBe(state.turn);
    expect(await other.stop()).toBe(0);
  },
);

test('the case folder is never written to; an end by signal is clean and leaves no process', async () => {
  const own = unsigned(copyOf());
  const list = () => timesOf(own);
  const before = list();
  const other = await preview(own, { program });
  await other.until(({ state }) => state.documents.length > 0);
  expect(await other.stop('SIGTERM')).toBe(0);
  expect(list()).toEqual(before);
  expect(existsSync(`/proc/${other.child.pid}`)).toBe(false);
  await expect(answerOf(other.address).then(bodyOf)).rejects.toThrow();
});
