/**
 * A text is begun from a narrative of the pack and its blanks are filled, by keys alone; what is left is marked, and the check says so.
 * @module-tag chromium
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, copyOf, mbpack } from '../cli/run.ts';
import { launch } from '../preview/chromium.ts';
import { PATIENCE_MS } from '../preview/patience.ts';
import { type Served, served } from './served.ts';

let browser: Browser;
let desk: Served;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  desk = await served(copyOf());
  const { value } = await desk.form('case');
  const fact = (value.facts as { behaviour: string }[])[0];
  const { outcome } = await desk.edit('case', [
    { op: 'set', pointer: '/facts/0/behaviour', text: fact?.behaviour === 'YS-B4d' ? 'YS-B3' : 'YS-B4d' },
    { op: 'set', pointer: '/facts/0/period/from', text: '2025-01-06' },
  ]);
  expect(outcome).toBe('made');
  page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS / 2);
  await page.goto(`${desk.address}#facts/0`);
  await page.locator('[data-pointer="/facts/0"] button').first().click();
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
  cleanUp();
});

const narrative = async (): Promise<string> => {
  const facts = (await desk.form('case')).value.facts as { narrative: string }[];
  return facts[0]?.narrative ?? '';
};

test('begun, filled blank by blank with keys alone, and marked until the last one is filled', async () => {
  const field = page.locator('[data-form="case"][data-pointer="/facts/0/narrative"]');
  await field.locator('textarea').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Tab');
  await field.locator('button').first().focus();
  await page.keyboard.press('Enter');
  await field.locator('.blanks input').first().waitFor();
  const begun = await narrative();
  expect(begun).toContain('2025年1月6日');
  const blanks = await field.locator('.blanks input').count();
  expect([...begun.matchAll(/【待填：/g)]).toHaveLength(blanks);
  expect(blanks).toBeGreaterThan(2);
  // The check says what is left, beside the field.
  await field.locator('.said.bad').waitFor();
  const told = JSON.parse((await mbpack('check', desk.dir, '--json')).out) as { findings: { code: string }[] };
  expect(told.findings.map(({ code }) => code)).toContain('BLANK_LEFT');
  // As fast as keys come: the next blank is typed while the one before is being saved.
  await field.locator('.blanks input').first().focus();
  for (let i = 0; i < blanks; i++) {
    await page.keyboard.insertText(`值${i}`);
    await page.keyboard.press('Tab');
  }
  await field.locator('.blanks').waitFor({ state: 'detached' });
  const done = await narrative();
  expect(done).not.toContain('待填');
  for (let i = 0; i < blanks; i++) expect(done).toContain(`值${i}`);
  expect(done.replaceAll(/值\d/g, '')).toBe(begun.replaceAll(/【待填：[^】]*】/g, ''));
  await field.locator('.said.bad').waitFor({ state: 'detached' });
});

test('a blank holds what is hostile as it is, and the page shows it as text', async () => {
  const field = page.locator('[data-form="case"][data-pointer="/facts/0/narrative"]');
  const hostile = '<img src=x onerror=alert(1)>$&';
  await desk.edit('case', [{ op: 'set', pointer: '/facts/0/narrative', value: '甲【待填：<b>乙</b>】丙' }]);
  const blank = field.locator('.blanks input');
  await blank.waitFor();
  expect(await blank.getAttribute('aria-label')).toBe('<b>乙</b>');
  await blank.focus();
  await page.keyboard.insertText(hostile);
  await page.keyboard.press('Tab');
  await field.locator('.blanks').waitFor({ state: 'detached' });
  expect(await narrative()).toBe(`甲${hostile}丙`);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});
