/**
 * A signed paper as offices scan it: printed by a rasteriser that shares nothing with ours, laid askew, with a sensor's noise, either way up.
 * At least 95 of 100 must give their code back; MBPACK_SCANS says how many of each resolution are tried.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { renderDocument } from '../../src/documents/index.ts';
import type { CodedPage, DocumentId } from '../../src/model/index.ts';
import type { Raster } from '../../src/pdfium/index.ts';
import { lookAtScans } from '../../src/scan/index.ts';
import { inputOf } from '../documents/fixture.ts';
import { LONGER } from '../hangs.ts';
import { judge } from '../judges/start.ts';
import { imagePdf, scanned, upsideDown } from './scanner.ts';

const COUNT = Number(process.env.MBPACK_SCANS ?? 6);
const SHARE = 0.95;
/** Degrees to either side: more is seen by whoever lays the sheet down. */
const ASKEW = 3;
/** Deviation of the sensor, of 255. */
const NOISE = 14;
const SEVERAL = 'one of several';
const SIGNED: readonly DocumentId[] = ['transfer', 'investigation', 'items', 'receipt', 'extraction'];

const folder = mkdtempSync(join(tmpdir(), 'codes-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** mulberry32: the same pages in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Portable grey map, as poppler writes it. */
function pgm(bytes: Buffer): Raster {
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 60)) ?? [];
  if (head === undefined) throw new Error('no grey map');
  return { gray: new Uint8Array(bytes.subarray(head.length)), width: Number(width), height: Number(height) };
}

test.each([150, 300])('codes come back from scans of %i dpi', { tags: ['poppler'], timeout: LONGER.scans }, async (dpi) => {
  const papers = await Promise.all(SIGNED.map((id) => renderDocument(id, inputOf(id))));
  const random = chance(dpi);
  const expected: CodedPage[] = [];
  const files: string[] = [];
  for (let i = 0; i < COUNT; i++) {
    const paper = papers[i % papers.length];
    if (!paper) throw new Error('no paper');
    const page = 1 + Math.floor(random() * paper.pages);
    const [pdf, image] = [join(folder, 'paper.pdf'), join(folder, 'page')];
    writeFileSync(pdf, paper.bytes);
    judge('pdftoppm', ['-r', String(dpi), '-gray', '-f', String(page), '-l', String(page), '-singlefile', pdf, image]);
    const sheet = scanned(pgm(readFileSync(`${image}.pgm`)), { degrees: (2 * random() - 1) * ASKEW, noise: NOISE * random(), random });
    const file = join(folder, `${i}.pdf`);
    writeFileSync(file, imagePdf([random() < 0.3 ? upsideDown(sheet) : sheet]));
    files.push(file);
    // Of a record's pages, the numbers begin anew with each.
    expected.push({ code: paper.checkCodes.length === 1 ? (paper.checkCodes[0] as string) : SEVERAL, page });
  }
  const looks = await lookAtScans(files, undefined);
  const read = looks.map((look) => ('codes' in look ? look.codes[0] : undefined) ?? undefined);
  const wrong = read.filter(
    (one, i) => one && expected[i]?.code !== SEVERAL && (one.code !== expected[i]?.code || one.page !== expected[i]?.page),
  );
  const found = read.filter((code) => code !== undefined).length;
  process.stdout.write(`${dpi} dpi: ${found} of ${COUNT} codes read\n`);
  expect(wrong).toEqual([]);
  expect(found).toBeGreaterThanOrEqual(Math.floor(SHARE * COUNT));
});
