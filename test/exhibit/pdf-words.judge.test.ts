// Other programs as judges of the words of PDFs: what poppler reads we read; what qpdf writes is the same file; what a browser prints is wholly read.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { pdfLook } from '../../src/exhibit/words/pdf/look.ts';
import { renderSample, samples } from '../judges/documents.ts';
import { ended, judge } from '../judges/start.ts';
import { launch } from '../preview/chromium.ts';
import { fc, runs } from '../property.ts';
import { codes, FIRST, packed, pagePdf, show, stream } from './pdf-maker.ts';

const folder = mkdtempSync(join(tmpdir(), 'pdf-words-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

async function look(pdf: Uint8Array): Promise<{ text: string; unread: readonly object[] }> {
  const texts: string[] = [];
  const unread = await pdfLook(Buffer.from(pdf), { text: (text) => texts.push(text), alive: () => undefined });
  return { text: texts.join('\n').replace(/\s/g, ''), unread };
}

/** Words that poppler finds. */
function poppler(pdf: Uint8Array): readonly string[] {
  writeFileSync(at('judged.pdf'), pdf);
  return judge('pdftotext', ['-raw', '-enc', 'UTF-8', at('judged.pdf'), '-'])
    .split(/\s+/)
    .filter(Boolean);
}

test.each(samples)('every word of $name, which mbpack prints', { tags: ['poppler'] }, async (sample) => {
  const { bytes } = await renderSample(sample);
  const { text, unread } = await look(bytes);
  expect(unread).toEqual([]);
  expect(poppler(bytes).filter((word) => !text.includes(word))).toEqual([]);
});

const TEXTS = ['诸葛试举', '本案由', '13900000009', '𬸪', 'ABC', '（一）'];
const piece = fc.record({
  text: fc.constantFrom(...TEXTS),
  font: fc.constantFrom('/F', '/A', '/G'),
  mode: fc.constantFrom(0, 1, 3, 7),
  size: fc.constantFrom(1, 9, 16, 40),
  x: fc.integer({ min: 20, max: 400 }),
  y: fc.integer({ min: 20, max: 800 }),
  split: fc.boolean(),
  inForm: fc.boolean(),
});
type Piece = typeof piece extends fc.Arbitrary<infer T> ? T : never;

const GBK: Readonly<Record<string, string>> = { 诸葛试举: 'd6eeb8f0cad4bed9', 本案由: 'b1beb0b8d3c9', '（一）': 'a3a8d2bba3a9' };

function drawn({ text, font, mode, size, x, y, split }: Piece): string {
  const isLatin = /^[A-Z0-9]+$/.test(text);
  const used = isLatin ? '/A' : font === '/G' && GBK[text] ? '/G' : '/F';
  const hex = used === '/A' ? Buffer.from(text).toString('hex') : used === '/G' ? (GBK[text] ?? '') : codes(text).slice(1, -1);
  const unit = used === '/A' ? 2 : 4;
  const shown = split ? `[${(hex.match(new RegExp(`.{${unit}}`, 'g')) ?? []).map((code) => `<${code}>`).join(' 20 ')}] TJ` : `<${hex}> Tj`;
  return `BT ${mode} Tr ${used} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${shown} ET`;
}

test('what poppler finds on pages of any pieces', { tags: ['poppler'] }, async () => {
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.boolean(), async (pieces, packs) => {
      const inside = pieces
        .filter(({ inForm }) => inForm)
        .map(drawn)
        .join('\n');
      const form = `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R/G 6 0 R/A 7 0 R>>>>`;
      const content = `${pieces
        .filter(({ inForm }) => !inForm)
        .map(drawn)
        .join('\n')} q /X Do Q`;
      const pdf = pagePdf(packs ? packed('', content) : content, {
        resources: `/XObject<</X ${FIRST} 0 R>>`,
        objects: [packs ? packed(form, inside) : stream(form, inside)],
      });
      const { text } = await look(pdf);
      const words = poppler(pdf);
      judged += words.length;
      expect([...new Set(words.join(''))].filter((char) => !text.includes(char))).toEqual([]);
      for (const known of TEXTS) if (words.includes(known)) expect(text).toContain(known);
    }),
    runs(120),
  );
  expect(judged).toBeGreaterThan(60);
});

const MADE = pagePdf(show('诸葛试举'), { page: '/Annots[<</Type/Annot/Subtype/Text/Rect[9 9 9 9]/Contents(13900000009)>>]' });

test.each<[what: string, args: readonly string[], unread: readonly object[]]>([
  ['as it is', [], []],
  ['made for the web', ['--linearize'], []],
  ['objects in streams', ['--object-streams=generate'], []],
  ['unpacked', ['--qdf', '--object-streams=disable'], []],
  ['with the empty password, AES', ['--encrypt', '', 'owner', '256', '--'], []],
  ['with the empty password, RC4', ['--allow-weak-crypto', '--encrypt', '', 'owner', '128', '--use-aes=n', '--'], []],
  ['enciphered, objects in streams', ['--object-streams=generate', '--encrypt', '', 'owner', '256', '--'], []],
  ['with a password', ['--encrypt', 'user', 'owner', '256', '--'], [{ why: 'locked' }]],
])('qpdf writes it %s', { tags: ['qpdf'] }, async (_, args, unread) => {
  writeFileSync(at('made.pdf'), MADE);
  // 3: written, with a warning about the cipher.
  expect([0, 3]).toContain(ended('qpdf', [...args, at('made.pdf'), at('out.pdf')]).status);
  const got = await look(readFileSync(at('out.pdf')));
  expect(got.unread).toEqual(unread);
  if (unread.length === 0) expect([got.text.includes('诸葛试举'), got.text.includes('13900000009')]).toEqual([true, true]);
});

const FONT = pathToFileURL(resolve('node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')).href;
const PAGE = `<meta charset="utf-8"><title>会议纪要</title><style>@font-face{font-family:S;src:url(${FONT})}body{font-family:S}</style>
<h1>会议纪要</h1><p>本案由举报人诸葛试举反映，<b>电话</b><i>13900000009</i>，office ffl – “引号”…</p><table border="1"><tr><td>一<td>二</table>
<ul><li>点</ul><p><a href="https://example.invalid/">链接</a></p><p style="writing-mode:vertical-rl;height:100px">竖排文字</p><p>${'连续文字'.repeat(2000)}</p>`;

test('every word of what Chromium prints', { tags: ['chromium', 'poppler'] }, async () => {
  writeFileSync(at('page.html'), PAGE);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(at('page.html')).href);
    const pdf = await page.pdf();
    const { text, unread } = await look(pdf);
    expect(unread).toEqual([]);
    expect(poppler(pdf).filter((word) => !text.includes(word))).toEqual([]);
    expect(text).toContain('举报人诸葛试举反映');
  } finally {
    await browser.close();
  }
});
