/**
 * The page in a browser: paper, hostile names, files looked at, the record, keys and screen readers, narrow screens, large dossiers.
 * @module-tag chromium
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOSSIER_RULES, rulesVersion } from '../../src/law/index.ts';
import { uiOf } from '../../src/messages/index.ts';
import { groupedHex } from '../../src/model/index.ts';
import { built } from '../cli/built.ts';
import { cleanUp, scratch } from '../cli/run.ts';
import { BAG, build, custodyOf } from '../dossier/fixture.ts';
import { makeZip, partsOf } from '../dossier/zip-maker.ts';
import { judge } from '../judges/start.ts';
import { buildPage, noPaper, type Opened, openPage, PAGE, typePaper } from './page.ts';

const MOST_KIB = 200;

let opened: Opened;
let zip: string;
let bag: string;
let fingerprint: string;

beforeAll(async () => {
  buildPage();
  opened = await openPage();
  const dir = scratch();
  zip = join(dir, '挂床住院.zip');
  const example = await built();
  cpSync(example.zip, zip);
  ({ bag, fingerprint } = example);
});
afterAll(async () => {
  await opened?.browser.close();
  cleanUp();
});

/** Pictures go to docs/screens when MBPACK_SCREENS is set; else they are taken and thrown away. */
async function shot(name: string, { page } = opened): Promise<void> {
  const dir = process.env.MBPACK_SCREENS ? resolve('docs/screens') : scratch();
  mkdirSync(dir, { recursive: true });
  const path = join(dir, `verify-${name}.png`);
  // What counts first is in the picture, and the boxes for paper below it.
  await page.evaluate('window.scrollTo(0, 0)');
  await page.screenshot({ path });
  if (process.env.MBPACK_SCREENS) execFileSync('convert', [path, '-colors', '64', `PNG8:${path}`]);
  if (process.env.MBPACK_SCREENS) expect(statSync(path).size).toBeLessThan(MOST_KIB * 1024);
}

const text = (selector: string): Promise<string> => opened.page.locator(selector).innerText();
const marks = (): Promise<string[]> => opened.page.locator('#answers > div:not(.wide)').evaluateAll((all) => all.map((e) => e.className));
const type = (what: string): Promise<void> => typePaper(opened, what);
/** The fingerprint with one other digit in this group. */
const wrongIn = (group: number): string => {
  const at = (group - 1) * 8;
  return `${fingerprint.slice(0, at)}${fingerprint[at] === '0' ? '1' : '0'}${fingerprint.slice(at + 1)}`;
};
/** Numbers of the groups that are said to be wrong. */
const off = (): Promise<(string | null)[]> =>
  opened.page.locator('#paper-entry [aria-invalid]').evaluateAll((all) => all.map((e) => e.getAttribute('data-group')));
const count = (selector: string): Promise<number> => opened.page.locator(selector).count();

test('the policy allows the page its own script and nothing from outside; built again it is the same', () => {
  const html = readFileSync(PAGE, 'utf8');
  buildPage();
  expect(readFileSync(PAGE, 'utf8') === html).toBe(true);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(html).not.toMatch(/<(?:link|img|iframe|object|embed)\b|\ssrc=/);
  // It travels alone: the licences of what is in it go with it.
  expect(html.slice(html.indexOf('</html>')).match(/^Licence: \S+$/gm)?.length).toBeGreaterThan(5);
  const digest = createHash('sha256').update(html).digest('hex');
  expect(readFileSync(`${PAGE}.sha256`, 'utf8')).toBe(`${digest}  verify.html\n`);
});

test('without paper nothing is called intact for certain; with it all groups agree, or the page says which do not', async () => {
  await shot('start');
  const { verdict } = await opened.verify(zip);
  expect(await marks()).toEqual(['open', 'open', 'warned', 'undone']);
  const pending = await opened.page.textContent('#live');
  // Capitals, full width and what stands between groups are how people type it.
  const grouped = fingerprint
    .toUpperCase()
    .replace(/(.{8})(?=.)/g, '$1　')
    .replace('0', '０');
  await type(grouped);
  expect(await marks()).toEqual(['good', 'open', 'warned', 'undone']);
  // Who only hears the page hears the new answer.
  expect(await opened.page.textContent('#live')).not.toBe(pending);
  await opened.page.setViewportSize({ width: 1366, height: 1000 });
  await shot('good');
  await opened.verify(zip);
  await type(fingerprint.slice(0, 62));
  expect(await marks()).toEqual(['open', 'open', 'warned', 'undone']);
  expect(await text('#paper-entry-told')).toContain('7');
  await type(wrongIn(3));
  expect(await marks()).toEqual(['bad', 'open', 'warned', 'undone']);
  expect(await off()).toEqual(['3']);
  const { zipSha256 = '' } = verdict;
  await type(zipSha256);
  expect([await marks(), await off()]).toEqual([['open', 'open', 'warned', 'undone'], []]);
  expect(await count('[data-code="DOSSIER_EXPECT_OTHER_VALUE"]')).toBe(1);
  await type(wrongIn(3));
  await opened.page.locator('#paper-entry button').click();
  expect(await opened.page.locator('#paper-entry .digits .off').allInnerTexts()).toEqual([fingerprint.slice(16, 24)]);
  expect(await count('[data-code="DOSSIER_FINGERPRINT_DIFFERS"]')).toBe(1);
  await shot('differs');
  await opened.page.setViewportSize({ width: 1366, height: 768 });
});

test('a changed file: not intact, the file is named with both digests and marked in the list; agreement with paper is never claimed', async () => {
  const root = join(scratch(), '改过的');
  cpSync(bag, root, { recursive: true });
  const folder = join(root, 'data/evidence/04-电子数据');
  const csv = join(folder, readdirSync(folder).find((name) => name.endsWith('.csv')) ?? '');
  writeFileSync(csv, `${readFileSync(csv, 'latin1')} `, 'latin1');
  const { verdict } = await opened.verify(root, 'folder');
  await type(fingerprint);
  expect(await marks()).toEqual(['bad', 'open', 'undone', 'undone']);
  expect(await opened.page.locator('#paper-entry-told').getAttribute('class')).toContain('bad');
  // One heading a file, and under it first that it was changed; what follows by itself is folded, not left out.
  const about = opened.page.locator('#finding-list > .about', { has: opened.page.locator('[data-code="DOSSIER_FILE_CHANGED"]') });
  expect(await about.count()).toBe(1);
  expect(await about.locator('h3').innerText()).toContain(csv.slice(csv.lastIndexOf('/') + 1));
  const said = await about.locator(':scope > ul > li').evaluateAll((all) => all.map((e) => e.getAttribute('data-code')));
  expect(said[0]).toBe('DOSSIER_FILE_CHANGED');
  expect(new Set(said).size).toBe(said.length);
  expect(await about.locator('.following [data-code]').count()).toBeGreaterThan(1);
  expect(await count('#finding-list [data-code]')).toBe(verdict.findings.length);
  const order = await about
    .locator('[data-code]')
    .first()
    .locator('p')
    .evaluateAll((ps) => ps.map((p) => p.className.split(' ')[0]));
  expect([order[0], order.at(-1)]).toEqual(['sentence', 'code']);
  expect(await count(`#files tr:has(.fault) button[data-path$="${csv.slice(csv.lastIndexOf('/'))}"]`)).toBe(1);
  expect(await count('#files tr:has(.fault)')).toBeLessThan(4);
  await shot('tampered');
  await opened.verify(bag, 'folder');
  await shot('folder');
});

test('files are looked at as what they are, from a short list: PDF, picture, text; never as a document of HTML or SVG', async () => {
  await opened.verify(zip);
  const { page } = opened;
  const lookAt = async (ending: string): Promise<void> => {
    await page.locator(`button[data-path$="${ending}"]`).first().click();
    await page.waitForSelector('#viewer-body > *');
  };
  await lookAt('.pdf');
  await page.waitForSelector('#viewer-body .sheet[aria-busy="false"]');
  await shot('pdf');
  await page.locator('#viewer-close').click();
  // The browser tells of the end of a dialog a little later.
  await expect.poll(() => count('#viewer-body > *')).toBe(0);
  await lookAt('.csv');
  expect((await text('#viewer-body pre')).length).toBeGreaterThan(100);
  await page.keyboard.press('Escape');
  await expect.poll(() => count('#viewer-body > *')).toBe(0);

  const evil = '<script>document.title="owned"</script><svg xmlns="x" onload="document.title=1"/>';
  const written = await build(scratch(), {
    evidence: {
      'a.html': evil,
      'b.svg': evil,
      '假.png': evil,
      'c.png': Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
      'd.exe': 'MZ',
    },
  });
  await opened.verify(written.path);
  for (const ending of ['a.html', 'b.svg']) {
    await lookAt(ending);
    expect(await text('#viewer-body pre')).toBe(evil);
    await page.keyboard.press('Escape');
    await expect.poll(() => count('#viewer-body > *')).toBe(0);
  }
  await lookAt('c.png');
  const width = () => page.locator('#viewer-body img').evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
  await expect.poll(width).toBe(1);
  await page.keyboard.press('Escape');
  await page.locator('button[data-path$="假.png"]').click();
  const { loading } = uiOf('zh-CN').page.viewer;
  await expect.poll(async () => ['', loading].includes(await text('#viewer-note'))).toBe(false);
  expect(await count('#viewer-body > *')).toBe(0);
  await page.keyboard.press('Escape');
  expect(await count('button[data-path$=".exe"]')).toBe(0);
  expect(await page.title()).not.toContain('owned');
});

test('a file that is read only after its viewer was closed is not shown in the next one', async () => {
  await opened.verify(zip);
  const { page } = opened;
  // The first read of bytes waits until it is let go.
  await page.evaluate(`(() => {
    const real = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = function () {
      Blob.prototype.arrayBuffer = real;
      return new Promise((go) => { window.letGo = go; }).then(() => real.call(this));
    };
  })()`);
  const click = (ending: string): Promise<void> => page.locator(`button[data-path$="${ending}"]`).first().click();
  await click('.csv');
  await expect.poll(() => page.evaluate('typeof window.letGo')).toBe('function');
  await page.keyboard.press('Escape');
  await click('.pdf');
  await page.waitForSelector('#viewer-body .sheet[aria-busy="false"]');
  const shown = await text('#viewer-note');
  // What is read after it has had its turn: the late file has come by then.
  await page.evaluate(`(async () => {
    window.letGo();
    for (let i = 0; i < 20; i++) await new Blob(['x'.repeat(100000)]).arrayBuffer();
    await new Promise((turn) => setTimeout(turn, 100));
  })()`);
  expect(await page.locator('#viewer-body > *').evaluateAll((all) => all.map((e) => e.tagName))).toEqual(['DIV']);
  expect(await text('#viewer-note')).toBe(shown);
  await page.keyboard.press('Escape');
  await expect.poll(() => count('#viewer-body > *')).toBe(0);
});

test('names with markup, direction marks and controls are text, and stand visible', async () => {
  const parts = partsOf(readFileSync((await build()).path));
  const name = `${BAG}/data/evidence/<img src=x onerror=alert(1)>\u202egpj.exe`;
  const path = join(scratch(), '坏\u202e名.zip');
  writeFileSync(path, makeZip({ parts: [{ name, content: Buffer.from('x') }, ...parts] }));
  await opened.verify(path);
  expect(await marks()).toEqual(['bad', 'undone', 'undone', 'undone']);
  const shown = await text('#finding-list');
  expect(shown).toContain('<img src=x onerror=alert(1)>');
  expect(shown).toContain('<U+202E>');
  expect(await text('#chosen')).not.toMatch(/\p{Cf}/u);
  expect(await count('#findings img')).toBe(0);
  await shot('refused');
});

/** Sender, letter, counts, digests, rules and the packer's own word, as the command line's record has them. */
async function saysWhatTheDossierSays(record: string): Promise<void> {
  const ui = uiOf('zh-CN');
  const caseData = JSON.parse(readFileSync(join(bag, 'data/case/case.json'), 'utf8')) as { sender: { name: string } };
  const transfer = JSON.parse(readFileSync(join(bag, 'data/case/transfer.json'), 'utf8')) as { docNo: string };
  const index = JSON.parse(readFileSync(join(bag, 'data/index.json'), 'utf8')) as {
    engine: { name: string };
    template: { sha256: string };
  };
  const log = readFileSync(join(bag, 'data/custody/custody.jsonl'), 'utf8').trim().split('\n');
  const pack = JSON.parse(log.at(-1) ?? '') as { by: { name: string }[] };
  for (const part of [
    `«${caseData.sender.name}»，移送书文号«${transfer.docNo}»`,
    ui.bothAlgorithms,
    ui.page.record.rulesOf(DOSSIER_RULES.length, rulesVersion()),
    ...pack.by.map(({ name }) => `«${name}»`),
    `«${index.engine.name} `,
    groupedHex(index.template.sha256),
  ])
    expect(record).toContain(part);
  // Apart from what was verified.
  expect(record.lastIndexOf(groupedHex(index.template.sha256))).toBeGreaterThan(record.indexOf(ui.page.record.told.caution));
}

test('the record: what, by what, when, result, findings, digest of the page that was picked, two signatures', {
  tags: ['poppler'],
}, async () => {
  await opened.verify(zip);
  await type(fingerprint);
  const { page } = opened;
  await page.setInputFiles('#self', PAGE);
  const own = createHash('sha256').update(readFileSync(PAGE)).digest('hex');
  await typePaper(opened, own, '#self-entry');
  await expect.poll(() => text('#self-entry')).toContain(own.slice(0, 8));
  await page.evaluate('window.print = () => { window.printed = true; }');
  await page.locator('#print').click();
  expect(await page.evaluate('window.printed')).toBe(true);
  const record = (await page.locator('#record').textContent()) ?? '';
  // In the order of `verify --report`; what is signed for stands beside the signatures again.
  const headings = await page.locator('#record h2').allTextContents();
  expect(headings.map((text) => text[0])).toEqual(['一', '二', '三', '四', '五', '六']);
  const template = readFileSync('templates/national/verification.hbs', 'utf8');
  const theirs = [...template.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, text]) => text);
  // The list of every file's digests is the command line's alone.
  expect(headings).toEqual(theirs.filter((text) => !text?.startsWith('附件')));
  expect(await page.locator('#record .signatures').innerText()).toContain(fingerprint.slice(0, 8));
  for (const part of ['挂床住院.zip', fingerprint.slice(0, 8), own.slice(0, 8), own.slice(56), 'DOCUMENTS_NOT_COMPARED'])
    expect(record).toContain(part);
  await saysWhatTheDossierSays(record);
  // Fingerprint, file, time and case, each with its label; then who signs, and when.
  expect(await page.locator('#record .signatures tr > :first-child').allTextContents()).toHaveLength(6);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const file = join(scratch(), 'record.pdf');
  writeFileSync(file, pdf);
  const printed = judge('pdftotext', ['-layout', file, '-']);
  expect(printed).toContain('核验记录');
  expect(printed).not.toContain('核验另一个');
});

test('another file picked as this page is not taken for it', async () => {
  const other = join(scratch(), 'verify.html');
  writeFileSync(other, readFileSync(PAGE, 'utf8').replace('<script>', '<script>;'));
  await opened.page.setInputFiles('#self', other);
  const { other: strange } = uiOf('zh-CN').page.self;
  await expect.poll(() => text('#self-told')).toBe(strange);
  expect(await opened.page.locator('#self-entry').isVisible()).toBe(false);
  await opened.page.evaluate('window.print = () => undefined');
  await opened.page.locator('#print').click();
  expect(await opened.page.locator('#record').textContent()).not.toContain(
    createHash('sha256').update(readFileSync(other)).digest('hex').slice(0, 8),
  );
});

test('English and back, with the verdict in place', async () => {
  await opened.verify(zip);
  const before = await text('#finding-list');
  await opened.page.locator('#language').click();
  expect(await opened.page.getAttribute('html', 'lang')).toBe('en');
  expect(await text('#answers')).not.toMatch(/[\u4e00-\u9fff]/);
  expect(await opened.page.locator('#pick-zip').textContent()).not.toMatch(/[\u4e00-\u9fff]/);
  await opened.page.locator('#language').click();
  expect(await text('#finding-list')).toBe(before);
});

describe('everybody', () => {
  test('keys alone: chosen by Enter, focus goes with the phase, the viewer gives it back', async () => {
    const { page } = opened;
    await opened.verify(zip);
    await page.locator('#again').click();
    const focused = () => page.evaluate<string>('document.activeElement?.id ?? ""');
    const chooser = page.waitForEvent('filechooser');
    await expect.poll(focused).toBe('pick-zip');
    await page.evaluate(`(() => {
      window.lines = [];
      const live = document.getElementById('live');
      new MutationObserver(() => window.lines.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
    })()`);
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(zip);
    await page.waitForSelector('body[data-phase="result"]');
    await expect.poll(focused).toBe('result-heading');
    // The result is heard once, and with all four answers; what else changes tells itself elsewhere.
    const heard = await page.evaluate<string[]>('window.lines.filter((line) => line !== "")');
    expect([heard.length, heard[0]?.split('；').length]).toEqual([1, 4]);
    await page.keyboard.press('Tab');
    await expect.poll(focused).toBe('print');
    const button = page.locator('button[data-path$=".csv"]').first();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#viewer-body pre');
    expect(await page.evaluate('document.getElementById("viewer").contains(document.activeElement)')).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('document.activeElement.dataset.path ?? ""')).toMatch(/\.csv$/);
  });

  test('every control has a name, every heading its place, every live region its role', async () => {
    const nameless = await opened.page.evaluate(`[...document.querySelectorAll('button, a[href], input, textarea, iframe, section, dialog')]
      .filter((e) => e.checkVisibility() && !(e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.title || e.textContent.trim() || e.labels?.length))
      .map((e) => e.outerHTML.slice(0, 120))`);
    expect(nameless).toEqual([]);
    expect(await count('th:not([scope])')).toBe(0);
    expect(await count('#files tbody tr')).toBe(await count('#files tbody tr > th[scope="row"]'));
    expect(await count('h1:visible')).toBe(1);
    expect(await count('[role="status"]')).toBeGreaterThan(2);
  });

  test('contrast of all text is at least 4.5', async () => {
    const low = await opened.page.evaluate(`(() => {
      const part = (v) => { const c = v / 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
      const light = (c) => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number); return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b); };
      const back = (e) => { for (let x = e; x; x = x.parentElement) { const c = getComputedStyle(x).backgroundColor; if (!/, 0\\)|transparent/.test(c)) return c; } return 'rgb(255,255,255)'; };
      return [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())).filter((e) => {
        const [a, b] = [light(getComputedStyle(e).color), light(back(e))].sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05) < 4.5;
      }).map((e) => e.outerHTML.slice(0, 100));
    })()`);
    expect(low).toEqual([]);
  });

  test.each([
    ['1366 × 768 at 200%', 683, 384],
    ['1280 px at 400%, a narrow window', 320, 256],
    ['a narrow window', 400, 800],
  ])('%s: nothing runs out of sight', async (_, width, height) => {
    const narrow = await openPage({ width, height });
    try {
      await narrow.verify(zip);
      expect(await narrow.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(
        0,
      );
      // Nothing is cut off either, and a screen reader still finds a table with its headers.
      const beyond = await narrow.page.evaluate(`[...document.querySelectorAll('main *')]
        .filter((e) => e.checkVisibility() && !e.closest('.unseen, thead') && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 80))`);
      expect(beyond).toEqual([]);
      expect(await narrow.page.getByRole('table').first().getByRole('columnheader').count()).toBe(5);
      if (width === 400) await shot('narrow', narrow);
      expect(narrow.complaints).toEqual([]);
    } finally {
      await narrow.browser.close();
    }
  });
});

test('printed: A4 without a button, the record once there is a result, however it is asked for', { tags: ['poppler'] }, async () => {
  const { page } = opened;
  const printed = async (): Promise<{ readonly text: string; readonly info: string }> => {
    const path = join(scratch(), 'a.pdf');
    writeFileSync(path, await page.pdf({ preferCSSPageSize: true }));
    return { text: judge('pdftotext', ['-layout', path, '-']), info: judge('pdfinfo', [path]) };
  };
  if ((await page.getAttribute('body', 'data-phase')) === 'result') await page.locator('#again').click();
  const before = await printed();
  expect([before.text.trim() === '', /A4/.test(before.info)]).toEqual([false, true]);
  await page.emulateMedia({ media: 'print' });
  expect(await count('button:visible')).toBe(0);
  await page.emulateMedia({ media: null });
  await opened.verify(zip);
  await noPaper(opened);
  // Not our button: the browser's own way.
  const after = await printed();
  expect([after.text.includes(fingerprint.slice(0, 8)), /A4/.test(after.info)]).toEqual([true, true]);
  await page.emulateMedia({ media: 'print' });
  expect(await count('button:visible')).toBe(0);
  // A border at the very edge of the sheet's area is cut off.
  const room = await page.evaluate<number>(`(() => {
    const right = (e) => e.getBoundingClientRect().right;
    return right(document.getElementById('record')) - Math.max(...[...document.querySelectorAll('#record table')].map(right));
  })()`);
  expect(room).toBeGreaterThanOrEqual(0.5);
  await page.emulateMedia({ media: null, reducedMotion: 'reduce' });
  await page.locator('#again').click();
  expect(await page.evaluate('document.getAnimations().length')).toBe(0);
  await page.emulateMedia({ reducedMotion: null });
  await opened.verify(zip);
});

describe('large', () => {
  const MIB = 2 ** 20;
  /** One file of evidence of so many MiB. */
  const large = async (size: number): Promise<{ readonly path: string; readonly zipSha256: string; readonly fingerprint: string }> => {
    const block = new Uint8Array(MIB).map((_, i) => (i * 31) >> 3);
    const content = new Uint8Array(size * MIB);
    for (let i = 0; i < size; i++) content.set(block, i * MIB);
    const written = await build(scratch(), { evidence: { '监控录像.bin': content }, custody: custodyOf });
    return {
      path: written.path,
      zipSha256: createHash('sha256').update(readFileSync(written.path)).digest('hex'),
      fingerprint: written.fingerprint,
    };
  };
  const mostResident = async (): Promise<number> => {
    const session = await opened.browser.newBrowserCDPSession();
    const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as { processInfo: { type: string; id: number }[] };
    const kib = processInfo
      .filter(({ type: kind }) => kind === 'renderer')
      .map(({ id }) => Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0));
    return Math.max(...kib) / 1024;
  };

  test('shared among workers: the digests are the same, memory stays flat', async () => {
    const small = await large(24);
    const first = await opened.verify(small.path);
    expect([first.verdict.fingerprint, first.verdict.zipSha256]).toEqual([small.fingerprint, small.zipSha256]);
    const before = await mostResident();
    const big = await large(320);
    const began = performance.now();
    const second = await opened.verify(big.path);
    console.log(`320 MiB: ${Math.round(320 / ((performance.now() - began) / 1000))} MiB/s`);
    expect([second.verdict.fingerprint, second.verdict.zipSha256]).toEqual([big.fingerprint, big.zipSha256]);
    expect((await mostResident()) - before).toBeLessThan(150);
  });

  test('stopped: at once, without a conclusion, and ready for the next', async () => {
    const { page } = opened;
    const { path } = await large(200);
    await page.locator('#again').click();
    // In the page: a fast machine is done before a click comes from here.
    const clicked = page.evaluate(`new Promise((done) => {
      const bar = document.getElementById('bar-done');
      const watch = new MutationObserver(() => {
        if (!bar.hasAttribute('value') || document.body.dataset.phase !== 'running') return;
        watch.disconnect();
        document.getElementById('stop').click();
        done();
      });
      watch.observe(bar, { attributes: true });
    })`);
    await page.setInputFiles('#zip', path);
    await clicked;
    expect(await page.getAttribute('body', 'data-phase')).toBe('choose');
    expect(await page.locator('#result').isVisible()).toBe(false);
    expect(await text('#alarm')).not.toBe('');
    await opened.verify(zip);
    expect(await page.locator('#alarm').isVisible()).toBe(false);
  });
});

test('dropped files and folders', async () => {
  const { page } = opened;
  await page.locator('#again').click();
  const bytes = readFileSync(zip).toString('base64');
  await page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(bytes)}), (c) => c.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], '拖来的.zip'));
    document.getElementById('drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  })()`);
  await page.waitForSelector('body[data-phase="result"]');
  expect(await text('#chosen')).toContain('拖来的.zip');

  // A folder by the browser's own drag: entries are walked, and an empty folder shows.
  const root = join(scratch(), '解开的');
  cpSync(bag, root, { recursive: true });
  mkdirSync(join(root, 'data/空的'));
  await page.locator('#again').click();
  const box = (await page.locator('#drop').boundingBox()) ?? { x: 0, y: 0 };
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + 20,
      y: box.y + 20,
      data: { items: [], files: [root], dragOperationsMask: 1 },
    });
  await page.waitForSelector('body[data-phase="result"]');
  expect(await text('#chosen')).toContain('解开的');
  expect(await count('[data-code="DOSSIER_EMPTY_FOLDER"]')).toBe(1);
  expect(await marks()).toEqual(['open', 'open', 'warned', 'undone']);
});

test('nothing was asked of any network, and the page complained of nothing', () => {
  expect(opened.complaints).toEqual([]);
});
