/**
 * The page in a real browser: drawn, redrawn after a save, stale under what is wrong, usable by keys. Times are told, not judged.
 * @module-tag chromium
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, copyOf, unsigned } from '../cli/run.ts';
import { launch, screenPath } from './chromium.ts';
import { PATIENCE_MS } from './patience.ts';
import { endAll, preview, programCopy, type Running, settled } from './running.ts';

const KIB = 1024;

const IDLE = 'body[data-busy="false"]';
// What runs in the page is text: the tests know no DOM types.
/** Dark pixels of the first sheet, and its height over its width. */
const INK = `(() => {
  const canvas = document.querySelector('.sheet canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const box = canvas.getBoundingClientRect();
  return { dark: data.filter((value, i) => i % 4 === 0 && value < 100).length, ratio: box.height / box.width };
})()`;
const NAMELESS = `[...document.querySelectorAll('button, a, nav, .sheet, #viewer')]
  .filter((element) => !(element.getAttribute('aria-label') || element.textContent.trim()))
  .map((element) => element.outerHTML)`;

let program: string;
let dir: string;
let running: Running;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  program = programCopy();
  dir = unsigned(copyOf());
  running = await preview(dir, { program });
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(error.message));
  page.on('request', (request) => void (request.url().startsWith(running.address) || complaints.push(request.url())));
  await page.goto(running.address);
  await drawn();
  await running.until(settled);
  await page.waitForSelector(IDLE);
});
afterAll(async () => {
  await browser?.close();
  await running?.stop();
  endAll();
  cleanUp();
});

const drawn = () => page.waitForSelector('.sheet canvas');
const shaShown = () => page.evaluate<string>('document.getElementById("viewer").dataset.sha256');
const current = () => page.locator('#list [aria-current="true"]').getAttribute('data-id');
const words = async () => (await page.locator('#viewer').innerText()).replace(/\s/g, '');

/** Saves, and the time until another page stands there. */
async function timed(save: () => void): Promise<number> {
  const before = await shaShown();
  const began = performance.now();
  save();
  await page.waitForSelector(`#viewer[data-sha256]:not([data-sha256="${before}"])`);
  return Math.round(performance.now() - began);
}

async function shot(name: string): Promise<void> {
  const path = screenPath(name);
  await page.screenshot({ path });
  expect(statSync(path).size).toBeGreaterThan(10 * KIB);
}

test('the first document stands there with ink and words, at real proportions', async () => {
  const ink = await page.evaluate<{ readonly dark: number; readonly ratio: number }>(INK);
  expect(ink.dark).toBeGreaterThan(5_000);
  expect(ink.ratio).toBeCloseTo(297 / 210, 2);
  await expect.poll(words).toContain('涉嫌犯罪案件移送书');
  expect(await page.locator('#list button').count()).toBeGreaterThan(12);
  await shot('page');
});

test('a save of data: the new text is drawn, the place on the page is kept', async () => {
  const path = join(dir, 'case.yaml');
  await page.evaluate('document.getElementById("viewer").scrollTo(0, 150)');
  const times: number[] = [];
  for (let i = 1; i <= 5; i++) {
    const text = readFileSync(path, 'utf8');
    times.push(await timed(() => writeFileSync(path, text.replace(/^( {2}name: .*医疗保障局)\d*$/m, `$1${i}`))));
    await expect.poll(words).toContain(`医疗保障局${i}`);
    await page.waitForSelector(IDLE);
  }
  console.log(`save → drawn, ms: ${times.join(' ')}`);
  await expect.poll(() => page.evaluate('document.getElementById("viewer").scrollTop')).toBe(150);
});

test('a broken template: told at its line over the last good page; mended: gone', async () => {
  const path = join(program, 'templates', 'national', 'transfer.hbs');
  const good = readFileSync(path, 'utf8');
  const sha = await shaShown();
  writeFileSync(path, good.replace('<docno>', '<docnumber>'));
  await page.waitForSelector('#wrong:not([hidden]) .finding');
  await page.waitForSelector('#stale:not([hidden])');
  expect(await page.locator('#wrong .place').first().innerText()).toMatch(/national\/transfer\.hbs:6:\d+$/);
  expect(await page.locator('#wrong .excerpt').first().innerText()).toContain('docnumber');
  expect(await shaShown()).toBe(sha);
  expect(await page.locator('.sheet canvas').count()).toBeGreaterThan(0);
  await page.waitForSelector(IDLE);
  await shot('template-wrong');
  const mended = await timed(() => writeFileSync(path, good.replace('一、当事人和涉嫌人员', '一、当事人（示例省）')));
  console.log(`template mended → drawn, ms: ${mended}`);
  await page.waitForSelector('#wrong', { state: 'hidden' });
  await page.waitForSelector('#stale', { state: 'hidden' });
  await expect.poll(words).toContain('当事人（示例省）');
});

test('broken data: told with its line; markup in a case is shown as text', async () => {
  const path = join(dir, 'case.yaml');
  const good = readFileSync(path, 'utf8');
  writeFileSync(path, good.replace(/^( {2}level: ).*$/m, '$1"<img src=x onerror=alert(1)>"'));
  await expect.poll(() => page.locator('#wrong').innerText()).toContain('<img src=x');
  await page.waitForSelector(IDLE);
  expect(await page.locator('#wrong img').count()).toBe(0);
  await shot('data-wrong');
  await page.keyboard.press('Escape');
  expect(await page.locator('#wrong .finding').first().isVisible()).toBe(false);
  writeFileSync(path, good);
  await page.waitForSelector('#wrong', { state: 'hidden' });
  await page.waitForSelector(IDLE);
});

test('findings of the rules stand at the side, with a way to their document', async () => {
  const path = join(dir, 'investigation.yaml');
  const good = readFileSync(path, 'utf8');
  writeFileSync(path, good.replace(/^reportedOn:.*$/m, 'reportedOn: "2030-01-01"'));
  // That the report is not signed stays told.
  const told = page.locator('#findings .finding', { hasText: 'investigation.yaml', hasNotText: '扫描件' });
  const button = told.getByRole('button').first();
  await button.waitFor();
  await shot('findings');
  await button.click();
  await expect.poll(current).toBe('investigation');
  writeFileSync(path, good);
  // The page may be at rest still, of the state before this save.
  await button.waitFor({ state: 'hidden' });
  await page.waitForSelector(IDLE);
});

test('keys: documents by j, k and arrows, zoom by + - 0; a landscape document at its proportions', async () => {
  await page.evaluate('location.hash = "#transfer"');
  await expect.poll(current).toBe('transfer');
  await page.keyboard.press('j');
  await expect.poll(current).toBe('investigation');
  await page.keyboard.press('k');
  await expect.poll(current).toBe('transfer');
  await page.locator('#list [aria-current="true"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(current).toBe('investigation');
  await expect.poll(() => page.evaluate('document.activeElement.dataset.id')).toBe('investigation');
  await page.keyboard.press('ArrowDown');
  await expect.poll(current).toBe('items');
  await expect.poll(() => page.evaluate('document.activeElement.dataset.id')).toBe('items');
  const zoom = () => page.locator('#zoom').innerText();
  const fit = await zoom();
  await page.keyboard.press('+');
  await expect.poll(zoom).not.toBe(fit);
  await page.keyboard.press('0');
  await expect.poll(zoom).toBe(fit);
  await page.locator('#list [data-id="materials"]').click();
  await expect.poll(words).toContain('移送材料清单');
  await shot('list');
});

test('print and save lead to the PDF that is shown', async () => {
  await page.waitForSelector(IDLE);
  await expect.poll(async () => `pdf/materials/${await shaShown()}`).toBe(await page.locator('#print').getAttribute('href'));
  const sha = await shaShown();
  const [print, save] = await Promise.all(['#print', '#save'].map((id) => page.locator(id).getAttribute('href')));
  expect([print, save]).toEqual([`pdf/materials/${sha}`, `save/materials/${sha}`]);
  const download = page.waitForEvent('download');
  await page.locator('#save').click();
  expect((await download).suggestedFilename()).toBe('移送材料清单.pdf');
});

test('every control and every page has a name for screen readers', async () => {
  const nameless = await page.evaluate(NAMELESS);
  expect(nameless).toEqual([]);
});

test('no error of the page, no request to anywhere else, and the end of the program is told', async () => {
  expect(complaints).toEqual([]);
  await running.stop();
  await page.waitForSelector('#status.lost');
  expect(await page.locator('.sheet canvas').count()).toBeGreaterThan(0);
});
