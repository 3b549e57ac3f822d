/**
 * The evidence pages in a real browser: 22 files dropped and chosen by keys, grouped, looked over, fixed; sealed, handed over, one line corrected.
 * @module-tag chromium
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, codes, mbpack, scratch } from '../cli/run.ts';
import { launch, screenPath } from '../preview/chromium.ts';
import { PATIENCE_MS } from '../preview/patience.ts';
import { type Served, served } from './served.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FILES = 22;
const ITEMS = 6;

let browser: Browser;
let desk: Served;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  const dir = join(scratch(), '案件');
  await mbpack('init', dir);
  desk = await served(dir);
  const set = (name: string, text: string): object => ({ op: 'set', pointer: `/officers/0/${name}`, text });
  const second = { op: 'insert', pointer: '/officers/-', value: { id: 'O2', name: '乙某某', certNo: '99990000002' } };
  const { outcome } = await desk.edit('case', [set('id', 'O1'), set('name', '甲某某'), set('certNo', '99990000001'), second]);
  expect(outcome).toBe('made');
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
  page.setDefaultTimeout(Math.min(20_000, PATIENCE_MS / 2));
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(error.message));
  await page.goto(desk.address);
  await page.locator('.tasks').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
  cleanUp();
});

async function axe(): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate<string[]>(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`,
  );
}

async function press(name: string): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

test(`${FILES} files come in by a folder and by a drop, each whole; one that is there is not put beside itself`, async () => {
  const folder = join(scratch(), '现场');
  mkdirSync(folder);
  for (let i = 1; i < FILES; i++) writeFileSync(join(folder, `凭证-${String(i).padStart(2, '0')}.csv`), `序号,金额\n${i},${i}.00\n`);
  await page.evaluate(`location.hash = 'evidence/0'`);
  await page.locator('.drop').waitFor();
  expect(await axe()).toEqual([]);
  await page.locator('input[webkitdirectory]').setInputFiles(folder);
  await page.locator(`.thumb >> nth=${FILES - 2}`).waitFor();
  const dropOne = (name: string, text: string): Promise<unknown> =>
    page.evaluate(
      `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
        document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); })()`,
    );
  await dropOne('照片.csv', '序号,金额\n99,99.00\n');
  await page.locator(`.thumb >> nth=${FILES - 1}`).waitFor();
  await dropOne('又一次.csv', '序号,金额\n99,99.00\n');
  await page.locator('.notice.warn .said').waitFor();
  expect(await page.locator('.thumb').count()).toBe(FILES);
  const names = readdirSync(join(desk.dir, 'evidence'), { recursive: true }).filter((name) => String(name).endsWith('.csv'));
  expect(names).toHaveLength(FILES);
});

test(`grouped into ${ITEMS} items and fixed after a last look`, async () => {
  const moves = page.locator('.thumb select');
  for (let i = 0; i < FILES; i++) await moves.nth(i).selectOption(`+${(i % ITEMS) + 1}`);
  for (const name of ['甲某某', '乙某某']) {
    await page.getByLabel(name).first().focus();
    await page.keyboard.press('Space');
  }
  for (const [label, text] of [
    ['从谁那里', '示例县某某大药房'],
    ['什么时候', '2026-09-15 09:40'],
    ['在哪里', '示例县某某路1号'],
  ] as const) {
    await page.getByLabel(label).focus();
    await page.keyboard.insertText(text);
  }
  expect(await axe()).toEqual([]);
  await page.screenshot({ path: screenPath('办案台-放入证据.png') });
  await press('归好了，最后看一遍');
  await page.getByLabel('对着原件看过了').focus();
  await page.keyboard.press('Space');
  expect(await axe()).toEqual([]);
  await press(`固定这${FILES}个文件`);
  await page.getByRole('heading', { name: `固定了${FILES}个文件` }).waitFor();
  const log = readFileSync(join(desk.dir, 'custody.jsonl'), 'utf8').trimEnd().split('\n');
  const events = log.map((line) => JSON.parse(line) as { items: string[]; digests: object[] });
  expect(new Set(events.flatMap(({ items }) => items)).size).toBe(ITEMS);
  expect(events.reduce((sum, { digests }) => sum + digests.length, 0)).toBe(FILES);
});

async function addLine(action: string, texts: Readonly<Record<string, string>>): Promise<void> {
  await press('记一次封存');
  await page.getByRole('radio', { name: action, exact: true }).check();
  await page.locator('.choices.tall input').first().check();
  for (const name of ['甲某某', '乙某某']) await page.getByLabel(name).first().check();
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label, { exact: true }).fill(text);
  await press(`记下这次${action}`);
  await page.getByRole('button', { name: '记一次封存' }).waitFor();
}

test('sealed, handed over, and one line corrected', async () => {
  await page.evaluate(`location.hash = 'evidence/2'`);
  await addLine('封存', { 新的封条号: '0000318', 地点: '证据保管室' });
  await addLine('移交', { 交给谁: '丙某某', 地点: '证据保管室', 原来的封条号: '0000318' });
  const lines = await page.locator('.time > li').count();
  await page.screenshot({ path: screenPath('办案台-保管链.png') });
  await press('更正第7条');
  expect(await axe()).toEqual([]);
  await page.getByLabel('地点', { exact: true }).fill('证据保管室2号柜');
  await page.getByLabel('为什么更正（必填）').fill('地点写漏了柜号');
  for (const name of ['甲某某', '乙某某']) await page.getByLabel(name).first().check();
  await press('记下这条更正');
  await page.locator(`.time > li >> nth=${lines}`).waitFor();
  expect(await axe()).toEqual([]);
  const { codes: found } = await codes('custody', desk.dir);
  expect(found.filter((code) => /BROKEN|DIFFER|BAD/.test(code))).toEqual([]);
});

test('the page complained of nothing', () => {
  expect(complaints).toEqual([]);
});
