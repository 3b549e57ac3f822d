/**
 * 办案台 in a real browser: a case that no example holds is filled in by keys alone; every screen at three widths is looked over by axe-core.
 * @module-tag chromium
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderSource, loadCase } from '../../src/case/index.ts';
import { screens } from '../../src/operations/workbench/screens.ts';
import { cleanUp, mbpack, scratch } from '../cli/run.ts';
import { launch, screenPath } from '../preview/chromium.ts';
import { PATIENCE_MS } from '../preview/patience.ts';
import { CLICKS, fillStage, KEYS } from './filling.ts';
import { pharmacy } from './pharmacy.ts';
import { type Served, served } from './served.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { steps } = screens();

let browser: Browser;
let desk: Served;
let page: Page;
const complaints: string[] = [];

async function opened(width: number, address = desk.address): Promise<Page> {
  const made = await browser.newPage({ viewport: { width, height: 900 } });
  made.setDefaultTimeout(PATIENCE_MS / 2);
  made.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  made.on('pageerror', (error) => void complaints.push(error.message));
  made.on('request', (request) => void (request.url().startsWith(address) || complaints.push(request.url())));
  await made.goto(address);
  await made.locator('.tasks').waitFor();
  return made;
}

beforeAll(async () => {
  const dir = join(scratch(), '药店案');
  await mbpack('init', dir);
  browser = await launch();
  desk = await served(dir);
  page = await opened(1366);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
  cleanUp();
});

const HANDS = { 'keys alone': KEYS, clicks: CLICKS };

describe.each(Object.entries(HANDS))('filled in by %s', (_hand, hand) => {
  let own: Served;
  let sheet: Page;
  beforeAll(async () => {
    if (hand === KEYS) [own, sheet] = [desk, page];
    else {
      const dir = join(scratch(), '药店案');
      await mbpack('init', dir);
      own = await served(dir);
      sheet = await opened(1366, own.address);
    }
  });
  afterAll(async () => {
    if (hand === KEYS) return;
    await sheet?.close();
    await own?.close();
  });

  test.each(
    steps.flatMap(({ id, stages }) =>
      stages.flatMap(({ form, fields, title }, stage) => {
        const wanted = pharmacy[form];
        return wanted ? [[title, { step: id, stage, form, fields: fields ?? Object.keys(wanted) }, wanted] as const] : [];
      }),
    ),
  )('%s', async (_, stage, wanted) => {
    await fillStage(sheet, hand, stage, wanted);
  });

  test('what stands in the files is what was typed', async () => {
    for (const [form, wanted] of Object.entries(pharmacy)) {
      const { value } = await own.form(form);
      expect(value).toMatchObject(wanted);
    }
    const { findings } = await loadCase(folderSource(own.dir), { internal: 'required' });
    const ofCase = findings.flatMap(({ at }) => (at && 'pointer' in at && at.file.endsWith('/case.yaml') ? [at.pointer] : []));
    // What is still to come is the evidence of each fact, from the fourth step.
    expect(ofCase.filter((pointer) => !/^\/facts\/\d(?:\/evidence)?$/.test(pointer))).toEqual([]);
  });
});

test('a finding stands beside its field soon after the field was left, on the largest example', async () => {
  const example = await served();
  const looked = await opened(1366, example.address);
  await looked.evaluate(`location.hash = 'people/0'`);
  await looked.locator('[data-pointer="/suspects/0"] button').first().click();
  const field = looked.locator('[data-form="case"][data-pointer="/suspects/0/idNo"]');
  const right = await field.locator('input').inputValue();
  const wrong = `${right.slice(0, -1)}${(Number(right.at(-1)) + 1) % 10}`;
  const times: number[] = [];
  for (const text of [wrong, right, wrong, right, wrong]) {
    await field.locator('input').focus();
    await looked.keyboard.press('Control+A');
    await looked.keyboard.insertText(text);
    const begun = performance.now();
    await looked.keyboard.press('Tab');
    if (text === wrong) {
      await field.locator('.said').waitFor();
      times.push(performance.now() - begun);
    } else await field.locator('.said').waitFor({ state: 'detached' });
  }
  console.info(`finding beside its field: ${times.map((ms) => `${Math.round(ms)} ms`).join(', ')}`);
  await looked.close();
  await example.close();
});

test('a file changed outside is shown side by side, and either can be kept', async () => {
  await page.evaluate(`location.hash = 'case/0'`);
  const field = page.locator('[data-form="case"][data-pointer="/cause"] input');
  await field.focus();
  await page.keyboard.press('End');
  await page.keyboard.insertText('甲');
  // Behind the back of the page, before it can hear of it.
  const path = join(desk.dir, 'case.yaml');
  writeFileSync(path, `${readFileSync(path, 'utf8')}# 别处改的\n`);
  await page.keyboard.press('Tab');
  const conflict = page.locator('.notice.warn:has-text("别处改过")');
  await Promise.race([
    conflict.waitFor(),
    page.waitForFunction(`/甲$/.test(document.querySelector('[data-pointer="/cause"] input').value)`),
  ]);
  if (await conflict.isVisible()) await conflict.locator('button:has-text("用我填的")').click();
  await page.waitForFunction(
    `fetch('forms').then((r) => r.json()).then(({ forms }) => /甲$/.test(forms.find((f) => f.form === 'case').value.cause))`,
  );
  expect(readFileSync(path, 'utf8')).toContain('# 别处改的');
});

test.each([1366, 1024, 390])('axe-core finds nothing at %d px', { timeout: 300_000 }, async (width) => {
  const looked = await opened(width);
  await looked.evaluate(AXE);
  for (const hash of ['tasks', ...steps.flatMap(({ id, stages }) => (stages.length === 0 ? [id] : stages.map((_, i) => `${id}/${i}`)))]) {
    await looked.evaluate(`location.hash = ${JSON.stringify(hash)}`);
    await looked.waitForTimeout(150);
    const violations = await looked.evaluate<string[]>(
      `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`,
    );
    expect([hash, violations]).toEqual([hash, []]);
    if (hash === 'tasks' || hash === 'people/0')
      await looked.screenshot({ path: screenPath(`办案台-${hash.replace('/', '-')}-${width}.png`) });
  }
  await looked.close();
});

test('the page complained of nothing, and asked nothing of any other address', () => {
  expect(complaints).toEqual([]);
});
