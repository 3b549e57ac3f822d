/**
 * A comparison with paper is one that a person made: nothing shows the computed value before, nothing but keys fills the boxes, and the record says who did what.
 * @module-tag chromium
 * @module-tag openssl
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { uiOf } from '../../src/messages/index.ts';
import { groupedHex } from '../../src/model/index.ts';
import { cleanUp, scratch } from '../cli/run.ts';
import { BAG, build, custodyOf } from '../dossier/fixture.ts';
import { makeZip, partsOf } from '../dossier/zip-maker.ts';
import { judge } from '../judges/start.ts';
import { buildPage, noPaper, type Opened, openPage, PAGE, typePaper } from './page.ts';

let opened: Opened;
let path: string;
let fingerprint: string;
const words = uiOf('zh-CN').page;

beforeAll(async () => {
  buildPage();
  opened = await openPage();
  ({ path, fingerprint } = await build(scratch(), { custody: custodyOf }));
  await opened.page.evaluate('window.print = () => { window.printed = true; }');
});
afterAll(async () => {
  await opened?.browser.close();
  cleanUp();
});
beforeEach(async () => {
  await opened.page.evaluate('window.printed = false');
  await opened.verify(path);
});

/** All that anybody could read or copy, the record that a browser would print by itself included. */
async function readable(): Promise<string> {
  await opened.page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
  const html = await opened.page.evaluate<string>(
    `document.body.outerHTML.replace(/<script>[^]*?<\\/script>/g, '') + [...document.querySelectorAll('input')].map((e) => e.value).join(' ')`,
  );
  return html.replace(/<[^>]*>|\s/g, '').toLowerCase();
}
const told = (): Promise<string> => opened.page.locator('#paper-entry-told').innerText();
const values = (): Promise<string> =>
  opened.page
    .locator('#paper-entry .groups input')
    .evaluateAll((all) => all.map((e) => (e as unknown as { value: string }).value).join(''));
const intact = (): Promise<string | null> => opened.page.locator('#answers > div').first().getAttribute('class');
const record = async (): Promise<string> => {
  await opened.page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
  return (await opened.page.locator('#record').textContent()) ?? '';
};

test('the computed value is nowhere before: not on the screen, not in the list of files, not in the record', async () => {
  await opened.page.locator('#files details').evaluateAll((all) => {
    for (const e of all as unknown as { open: boolean }[]) e.open = true;
  });
  expect(await readable()).not.toContain(fingerprint);
  await typePaper(opened, fingerprint.slice(0, 60));
  expect(await readable()).not.toContain(fingerprint.slice(56));
  expect(await intact()).toBe('open');
  const wrong = `${fingerprint.slice(0, 63)}${fingerprint.endsWith('0') ? '1' : '0'}`;
  await typePaper(opened, wrong);
  // Told which, not what: who reads paper again cannot read the answer off the screen.
  expect([await intact(), await told()]).toEqual(['bad', words.paper.differs([8])]);
  expect((await opened.page.locator('main').innerText()).replace(/\s/g, '')).not.toContain(fingerprint.slice(56));
});

test('typed right: agreed, and the record says by whom', async () => {
  await typePaper(opened, fingerprint);
  expect([await intact(), await told()]).toEqual(['good', words.paper.same]);
  const text = await record();
  expect(text).toContain(words.record.onPaper.same);
  expect(text).not.toContain(words.record.unchecked.paper);
});

test('neither pasted nor dropped', async () => {
  const { page } = opened;
  // Something to copy that the browser itself has put in the clipboard.
  await page.evaluate(
    `(() => { const t = document.createElement('textarea'); t.id = 'source'; t.value = ${JSON.stringify(fingerprint.slice(0, 8))}; document.body.append(t); })()`,
  );
  await page.locator('#source').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await page.locator('#paper-entry [data-group="1"]').focus();
  await page.keyboard.press('Control+V');
  expect([await values(), await told()]).toEqual(['', words.paper.noPaste]);
  // The clipboard did hold it.
  await page.locator('#source').fill('');
  await page.keyboard.press('Control+V');
  expect(await page.locator('#source').inputValue()).toBe(fingerprint.slice(0, 8));
  await page.locator('#source').evaluate((e) => (e as unknown as { remove(): void }).remove());
  const box = (await page.locator('#paper-entry [data-group="2"]').boundingBox()) ?? { x: 0, y: 0 };
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + 10,
      y: box.y + 10,
      data: { items: [{ mimeType: 'text/plain', data: fingerprint }], dragOperationsMask: 1 },
    });
  expect(await values()).toBe('');
});

test('the head of the custody log from an earlier signed list: told which line, never as altered, and no comparison of the dossier', async () => {
  const log = partsOf(readFileSync(path)).find(({ name }) => String(name).endsWith('/custody.jsonl'))?.content;
  const heads = String(log && Buffer.from(log))
    .trimEnd()
    .split('\n')
    .map((line) => createHash('sha256').update(line).digest('hex'));
  for (const [i, head] of heads.entries()) {
    await opened.verify(path);
    await typePaper(opened, head);
    expect([await intact(), await told()]).toEqual(['open', words.paper.otherValue.custodyHead(i + 1, heads.length)]);
    expect(await opened.page.locator('#paper-entry [aria-invalid], #findings [data-code="DOSSIER_FINGERPRINT_DIFFERS"]').count()).toBe(0);
    expect(await opened.page.locator('#findings [data-code="DOSSIER_EXPECT_OTHER_VALUE"]').getAttribute('class')).toBe('info');
    const { title, agrees } = uiOf('zh-CN').custodyHead;
    expect(await opened.page.locator('#answers .wide', { hasText: title }).innerText()).toContain(agrees(i + 1, heads.length));
    const text = await record();
    expect(text).toContain(words.record.onPaper.otherValue);
    expect(text).toContain(words.record.unchecked.paper);
    // The second anchor, with the value that the list bears.
    expect(text).toContain(`${groupedHex(head)}：${agrees(i + 1, heads.length)}`);
  }
});

test('no paper: the value stands there, nothing can be typed, and the record says so', async () => {
  await noPaper(opened);
  expect(await readable()).toContain(fingerprint);
  await opened.page.locator('#paper-entry [data-group="1"]').focus();
  await opened.page.keyboard.type(fingerprint);
  expect([await values(), await intact()]).toEqual(['', 'open']);
  const text = await record();
  expect(text).toContain(words.record.onPaper.absent);
  expect(text).toContain(words.record.unchecked.paper);
});

test('paper says another value: shown when that is said to be so, and final', async () => {
  const wrong = `${fingerprint[0] === '0' ? '1' : '0'}${fingerprint.slice(1)}`;
  await typePaper(opened, wrong);
  await opened.page.locator('#paper-entry button').click();
  expect(await readable()).toContain(fingerprint);
  await opened.page.locator('#paper-entry [data-group="1"]').focus();
  await opened.page.keyboard.press('Control+A');
  await opened.page.keyboard.type(fingerprint.slice(0, 8));
  expect([await values(), await intact()]).toEqual([wrong, 'bad']);
  expect((await record()).replace(/\s/g, '')).toContain(wrong);
});

test('printed as it stands: a comparison that was made is final from then on, one that was not is asked for first', async () => {
  const { page } = opened;
  await page.locator('#print').click();
  expect(await page.evaluate('window.printed')).toBe(false);
  expect(await page.locator('#before-print').innerText()).toBe(words.paper.beforePrint);
  expect(await page.evaluate('document.activeElement.dataset.group')).toBe('1');
  await page.keyboard.type(`${fingerprint.slice(0, 63)}${fingerprint.endsWith('0') ? '1' : '0'}`);
  await page.locator('#print').click();
  expect(await page.evaluate('window.printed')).toBe(true);
  expect(await readable()).toContain(fingerprint);
  await page.locator('#paper-entry [data-group="8"]').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(fingerprint.slice(56));
  expect(await intact()).toBe('bad');
});

test('what was typed goes with the dossier that it was typed for: the next one is not failed by it', async () => {
  await typePaper(opened, fingerprint);
  const other = await build(scratch(), { evidence: { 'a.txt': 'another' } });
  await opened.verify(other.path);
  expect([await values(), await intact()]).toEqual(['', 'open']);
  await opened.verify(path);
  await noPaper(opened);
  await opened.verify(other.path);
  expect((await readable()).includes(other.fingerprint)).toBe(false);
});

test('a signature beside the seal: agreement with paper is not green, because nobody tested what was added', async () => {
  const dir = scratch();
  const run = (...args: readonly string[]): unknown => judge('openssl', args, { cwd: dir });
  run('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'k.pem', '-out', 'c.pem', '-subj', '/CN=x', '-days', '1');
  writeFileSync(join(dir, 'x'), 'x');
  run('cms', '-sign', '-binary', '-in', 'x', '-signer', 'c.pem', '-inkey', 'k.pem', '-outform', 'DER', '-out', '01.p7s');
  const signature = { name: `${BAG}/signatures/01.p7s`, content: readFileSync(join(dir, '01.p7s')) };
  const signed = join(dir, 'signed.zip');
  writeFileSync(signed, makeZip({ parts: [...partsOf(readFileSync(path)), signature] }));
  const { verdict } = await opened.verify(signed);
  expect([verdict.fingerprint, verdict.answers.intact]).toEqual([fingerprint, 'yes']);
  await typePaper(opened, fingerprint);
  expect([await intact(), await told()]).toEqual(['added', words.paper.same]);
});

test('keys: on to the next group by itself, back by Backspace; a character that no paper has names its group', async () => {
  const { page } = opened;
  const group = () => page.evaluate<string>('document.activeElement.dataset.group');
  await typePaper(opened, fingerprint.slice(0, 8));
  expect(await group()).toBe('2');
  await page.keyboard.press('Backspace');
  expect(await group()).toBe('1');
  await typePaper(opened, `${fingerprint.slice(0, 8)}o`);
  expect(await told()).toBe(words.paper.notHex([2]));
  expect(await page.locator('#paper-entry [aria-invalid]').getAttribute('data-group')).toBe('2');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('ＡＢ');
  expect(await values()).toBe(`${fingerprint.slice(0, 8)}AB`);
});

test('the page against paper: not made stands under what was not verified; made stands with the program', async () => {
  const { page } = opened;
  await noPaper(opened);
  expect(await record()).toContain(words.record.unchecked.page);
  await page.setInputFiles('#self', PAGE);
  const own = createHash('sha256').update(readFileSync(PAGE)).digest('hex');
  await expect.poll(() => page.locator('#self-entry').isVisible()).toBe(true);
  expect(await readable()).not.toContain(own);
  await typePaper(opened, own, '#self-entry');
  const made = await record();
  expect(made).toContain(words.record.pageOnPaper.same);
  expect(made).not.toContain(words.record.unchecked.page);
  // A file that only looks like it.
  const other = join(scratch(), 'verify.html');
  writeFileSync(other, `${readFileSync(PAGE, 'utf8')} `);
  await page.setInputFiles('#self', other);
  await expect.poll(() => page.locator('#self-entry .groups input').first().inputValue()).toBe('');
  await typePaper(opened, own, '#self-entry');
  expect(await record()).toContain(words.record.pageOnPaper.differs);
});

test('nothing was asked of any network, and the page complained of nothing', () => {
  expect(opened.complaints).toEqual([]);
});
