// Programs that share no code with mbpack or each other read the documents: qpdf, Apache PDFBox Preflight, poppler.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderSample, samples } from './documents.ts';
import { pdfaFaults } from './preflight.ts';
import { judge } from './start.ts';

const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
const fileOf = (name: string): string => join(folder, `${name.replace('/', '-')}.pdf`);
const packed = (text: string): string => text.replace(/\s/g, '');
const names = samples.map((sample) => sample.name);

beforeAll(async () => {
  for (const sample of samples) writeFileSync(fileOf(sample.name), (await renderSample(sample)).bytes);
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(names)('qpdf finds no fault in %s', { tags: ['qpdf'] }, (name) => {
  // Exit code 3 for a mere warning, which throws as well.
  expect(judge('qpdf', ['--check', fileOf(name)])).toContain('No syntax or stream encoding errors found');
});

test('Preflight finds nothing that PDF/A-1b forbids, but for the declared part', { tags: ['pdfbox'] }, async () => {
  const documents = await Promise.all(samples.map(async (sample) => [sample.name, (await renderSample(sample)).bytes] as const));
  const faults = pdfaFaults(new Map(documents));
  expect([...new Set(faults.map(({ document, code, detail }) => `${document} ${code} ${detail}`))]).toEqual([]);
});

test('Preflight does find a fault that is put in', { tags: ['pdfbox'] }, async () => {
  const [sample] = samples;
  if (!sample) throw new Error('no documents');
  const { name, bytes } = await renderSample(sample);
  const torn = Buffer.from(bytes);
  torn.write('GTS_OTHER', torn.indexOf('GTS_PDFA1'));
  const codes = (document: Uint8Array): string[] => pdfaFaults(new Map([[name, document]])).map((fault) => fault.code);
  const before = codes(bytes);
  expect(codes(torn).filter((code) => !before.includes(code))).not.toEqual([]);
});

test.each(samples)('poppler reads the same text in the same order in $name', { tags: ['poppler'] }, async (sample) => {
  const { name, pages } = await renderSample(sample);
  const poppler = judge('pdftotext', ['-raw', '-enc', 'UTF-8', fileOf(name), '-'])
    .replace(/\f$/, '')
    .split('\f');
  // Where a line of text ends is told by the grid's tests; cells side by side are lines of their own to one reader and one line to another.
  expect(poppler.map(packed)).toEqual(pages.map(packed));
});
