/**
 * Looking at evidence never acts: no dialog, no other page, no request, no new tab, whatever the file asks for and wherever it is pressed.
 * @module-tag chromium
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, scratch } from '../cli/run.ts';
import { build } from '../dossier/fixture.ts';
import { ACTING_PDFS, ACTING_TEXTS, makePdf, scannedPdf } from './acting-files.ts';
import { buildPage, type Opened, openPage } from './page.ts';

let opened: Opened;
/** What must not happen. */
const acts: string[] = [];

beforeAll(async () => {
  buildPage();
  opened = await openPage();
  const { page } = opened;
  page.on('dialog', (dialog) => {
    acts.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => void acts.push(`went to ${frame.url()}`));
  page.on('frameattached', () => void acts.push('frame'));
  page.context().on('page', (other) => void acts.push(`tab ${other.url()}`));
  const written = await build(scratch(), {
    evidence: {
      ...ACTING_PDFS,
      ...ACTING_TEXTS,
      '改名.pdf': ACTING_TEXTS['网页.html'] ?? '',
      '半张黑.pdf': makePdf({ content: '0 0 0 rg 0 0 100 200 re f' }),
      '没有字体.pdf': makePdf({
        content: 'BT /F1 20 Tf 10 100 Td <d6d0b9fa> Tj ET',
        page: '/Resources << /Font << /F1 5 0 R >> >>',
        more: [
          '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>',
          '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
          '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 80 >>',
        ],
      }),
      '印章.pdf': makePdf({
        content: '1 1 1 rg 0 0 200 200 re f',
        page: '/Annots [5 0 R]',
        more: [
          `<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /F 4 /Rect [50 50 150 150] /P 3 0 R /AP << /N 6 0 R >> >>`,
          '<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Length 31 >>\nstream\n1 0 0 rg 0 0 100 100 re f      \nendstream',
        ],
      }),
      '坏.pdf': '%PDF-1.7 nothing',
      '扫描.pdf': scannedPdf(),
      '扫描坏.pdf': scannedPdf(60),
    },
  });
  await opened.verify(written.path);
});
afterAll(async () => {
  await opened?.browser.close();
  cleanUp();
});

async function open(name: string): Promise<void> {
  await opened.page.locator(`button[data-path$="/${name}"]`).first().click();
}
async function close(): Promise<void> {
  await opened.page.locator('#viewer-close').click();
  await expect.poll(() => opened.page.locator('#viewer-body > *').count()).toBe(0);
}
/** Red, green, blue and opacity of every point of the page that was drawn, row by row. */
const PIXELS = `(() => {
  const drawn = document.querySelector('#viewer-body canvas');
  const copy = new OffscreenCanvas(drawn.width, drawn.height).getContext('2d');
  copy.drawImage(drawn, 0, 0);
  return { width: drawn.width, height: drawn.height, data: copy.getImageData(0, 0, drawn.width, drawn.height).data };
})()`;
/** Of a point of the page, at parts of its width and height. */
const pixel = (x: number, y: number): Promise<number[]> =>
  opened.page.evaluate(`((all) => {
    const at = 4 * (Math.floor(all.height * ${y}) * all.width + Math.floor(all.width * ${x}));
    return [...all.data.slice(at, at + 3)];
  })(${PIXELS})`);
const drawn = (): Promise<void> => opened.page.waitForSelector('#viewer-body .sheet[aria-busy="false"]').then(() => undefined);

test.each(Object.keys(ACTING_PDFS))('%s: a picture, and nothing happens when it is pressed', async (name) => {
  const { page } = opened;
  await open(name);
  await drawn();
  expect(await pixel(0.5, 0.5)).toEqual([0, 0, 0]);
  // Pixels and nothing else: neither links nor boxes lie over them.
  const within = await page.locator('#viewer-body .sheet *').evaluateAll((all) => all.map((e) => e.tagName));
  expect(within).toEqual(['CANVAS']);
  await page.locator('#viewer-body canvas').click();
  await page.locator('#viewer-body canvas').click({ button: 'middle' });
  await page.locator('#viewer-body canvas').click({ modifiers: ['Control'] });
  await page.keyboard.press('Enter');
  await page.waitForTimeout(150);
  expect(acts).toEqual([]);
  await close();
});

test.each(Object.entries(ACTING_TEXTS))('%s: its source, as text', async (name, content) => {
  await open(name);
  await opened.page.waitForSelector('#viewer-body pre');
  expect((await opened.page.locator('#viewer-body pre').textContent())?.trim()).toBe(content.trim());
  await opened.page.locator('#viewer-body pre').click();
  await opened.page.waitForTimeout(150);
  expect(acts).toEqual([]);
  await close();
});

test('a web page by the name of a PDF is not opened, nor is a broken PDF; both can be saved or not, as bytes without a type', async () => {
  const { page } = opened;
  for (const name of ['改名.pdf', '坏.pdf']) {
    await open(name);
    await expect.poll(() => page.locator('#viewer-body > *').count()).toBe(0);
    await expect.poll(async () => (await page.locator('#viewer-note').innerText()).length).toBeGreaterThan(10);
    await close();
  }
  await open('整页链接.pdf');
  await drawn();
  expect(await page.locator('#viewer a[href], #viewer iframe, #viewer object, #viewer embed').count()).toBe(0);
  const download = page.waitForEvent('download');
  await page.locator('#viewer-save').click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('整页链接.pdf');
  const path = join(scratch(), 'saved');
  await file.saveAs(path);
  expect(readFileSync(path)).toEqual(ACTING_PDFS['整页链接.pdf']);
  expect(acts).toEqual([]);
  await close();
});

test('what is drawn is what is there: left and right, seals, characters without a font by the code table of GBK', async () => {
  await open('半张黑.pdf');
  await drawn();
  expect([await pixel(0.25, 0.5), await pixel(0.75, 0.5)]).toEqual([
    [0, 0, 0],
    [255, 255, 255],
  ]);
  await close();
  await open('印章.pdf');
  await drawn();
  expect([await pixel(0.5, 0.5), await pixel(0.1, 0.1)]).toEqual([
    [255, 0, 0],
    [255, 255, 255],
  ]);
  await close();
  await open('没有字体.pdf');
  await drawn();
  const dark = await opened.page.evaluate(`${PIXELS}.data.filter((value, i) => i % 4 === 0 && value < 128).length`);
  expect(dark).toBeGreaterThan(200);
  // Said, because another font stands in.
  await expect.poll(() => opened.page.locator('#viewer-note').innerText()).toMatch(/字体/);
  await close();
});

test('scans in JPEG 2000 are drawn without WebAssembly; what cannot be drawn is said', async () => {
  await open('扫描.pdf');
  await drawn();
  expect(await pixel(0.5, 0.5)).toEqual([128, 128, 128]);
  expect(await opened.page.locator('#viewer-note').innerText()).not.toMatch(/图片/);
  await close();
  await open('扫描坏.pdf');
  await drawn();
  await expect.poll(() => opened.page.locator('#viewer-note').innerText()).toMatch(/图片画不出来/);
  await close();
});

test('the policy lets no frame stand in the page at all', async () => {
  const framed = await opened.page.evaluate(`new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), { once: true });
    const frame = document.createElement('iframe');
    frame.src = URL.createObjectURL(new Blob(['x'], { type: 'text/html' }));
    document.body.append(frame);
    setTimeout(() => resolve('shown'), 3000);
  })`);
  expect(framed).toBe('frame-src');
  const refused = opened.complaints.splice(0).filter((text) => !/frame/i.test(text));
  expect(refused).toEqual([]);
});
