// Where pdfmake is mended from inside. If one of these digests changes, pdfmake has changed under its seam: read the new
// source, adapt src/documents/seams.ts, and only then update the digest.
import { beforeAll, expect, test } from 'vitest';
import { documentText, renderDocument } from '../../src/documents/index.ts';
import { loadInternals } from '../../src/documents/pdfmake.ts';
import { SEAMS } from '../../src/documents/seams.ts';
import { sha256Hex } from '../../src/model/index.ts';
import { input, sampleCase } from './fixture.ts';

const KNOWN: Readonly<Record<string, string>> = {
  'TextBreaker.getBreaks': '24265b010e00f076',
  'PDFDocument.provideFont': 'd82bb3f99bf3e9c5',
  'Renderer.renderLine': 'b71f57566c6b6c5f',
  'LayoutBuilder.layoutDocument': '9447035c5308b90f',
  'LayoutBuilder.processNode': 'ccc12d1f98f1f436',
  'TableProcessor.beginRow': 'b8556ae5cb5be1e8',
  'PageElementWriter.moveToNextPage': '0eb7fbee9737b555',
  'ElementWriter.alignLine': 'bfd03c0dc0ea43be',
};

let sources: Record<string, string>;
beforeAll(async () => {
  const internals = (await loadInternals()) as unknown as Record<string, { prototype: Record<string, { toString(): string }> }>;
  sources = Object.fromEntries(SEAMS.map(([owner, method]) => [`${owner}.${method}`, String(internals[owner]?.prototype[method])]));
});

test.each(SEAMS.map(([owner, method]) => `${owner}.${method}`))('%s is the one that was read', (seam) => {
  expect(sha256Hex(sources[seam] ?? '').slice(0, 16)).toBe(KNOWN[seam]);
});

// What the seams are for: GB/T 15834, no line begins with closing punctuation or ends with an opening one.
const FIRST = /^[，。、；：？！”’）》〉】〕」』…·—～％‰℃]/;
const LAST = /[“‘（《〈【〔「『]$/;
const PARAGRAPH =
  '他说“‘凑够人头’是院长要求的”——会计在《会议记录（2025年第3次）》（证据4）中记有：“每月二十人”；“药品另算”……上述事实有·、～、％等符号。';

test('lines begin and end as Chinese lines must', async () => {
  for (let shift = 0; shift < 28; shift++) {
    const factSummary = `${'甲'.repeat(shift)}${PARAGRAPH.repeat(3)}`;
    const forms = { ...sampleCase, transfer: { ...sampleCase.transfer, factSummary } };
    const text = await documentText((await renderDocument('transfer', input(forms))).bytes);
    const lines = text.split(/[\n\f]/).filter((line) => !/^— \d+ —$/.test(line));
    expect(lines.filter((line) => FIRST.test(line) || LAST.test(line))).toEqual([]);
  }
});

test('a page of the letter holds 22 lines, and no heading is its last', async () => {
  const facts = Array.from({ length: 24 }, (_, i) => ({
    ...(sampleCase.case.facts[0] as (typeof sampleCase.case.facts)[number]),
    title: `事实标题${i}`,
    narrative: '叙述。'.repeat(7 * (i + 1)),
  }));
  const forms = { ...sampleCase, case: { ...sampleCase.case, facts } };
  const pages = (await documentText((await renderDocument('investigation', input(forms))).bytes)).split('\f');
  const lines = pages.map((page) => page.split('\n').filter((line) => line.trim() !== '' && !/^— \d+ —$/.test(line)));
  expect(
    lines.map((page) => page.at(-1) ?? '').filter((line) => /^（[一二三四五六七八九十]+）|^[一二三四五六七八九十]+、/.test(line)),
  ).toEqual([]);
  expect(Math.max(...lines.slice(3, -4).map((page) => page.length))).toBe(22);
});
