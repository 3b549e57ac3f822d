/**
 * The look of every document of every pack, to the last glyph: SHA-256 of the PDF without its compression. Golden texts show what a
 * document says; only this shows that something moved. After a change that was meant, look at the pages and write the table anew:
 * UPDATE_GOLDEN=1 npx vitest run test/documents/golden-hashes.test.ts
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../src/model/index.ts';
import { renderSample, samples } from '../judges/documents.ts';
import { uncompressed } from '../judges/uncompressed.ts';

const FILE = new URL('golden/hashes.json', import.meta.url);

test('every document looks as it did', async () => {
  const found: Record<string, string> = {};
  const bytesOf = new Map<string, Uint8Array>();
  for (const sample of samples) {
    const { name, bytes } = await renderSample(sample);
    bytesOf.set(name, bytes);
    found[name] = sha256Hex(uncompressed(bytes));
  }
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(FILE, `${JSON.stringify(found, null, 2)}\n`);
  const golden = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>;
  const changed = samples.map(({ name }) => name).filter((name) => golden[name] !== undefined && golden[name] !== found[name]);
  const kept = changed.length > 0 ? mkdtempSync(join(tmpdir(), 'changed-')) : '';
  for (const name of changed) writeFileSync(join(kept, `${name.replace('/', '-')}.pdf`), bytesOf.get(name) ?? '');
  expect(
    {
      changed,
      new: Object.keys(found).filter((name) => !(name in golden)),
      gone: Object.keys(golden).filter((name) => !(name in found)),
    },
    `documents that look otherwise than test/documents/golden/hashes.json says; the changed ones are in ${kept || 'no folder'}; if that was meant: UPDATE_GOLDEN=1`,
  ).toEqual({ changed: [], new: [], gone: [] });
});

test('compression, and nothing else, is left out of account', async () => {
  const [sample] = samples;
  if (!sample) throw new Error('no documents');
  const { bytes } = await renderSample(sample);
  const plain = Buffer.from(uncompressed(bytes));
  expect(plain.length).toBeGreaterThan(bytes.length);
  expect(plain.includes('FlateDecode')).toBe(false);
  // Of each page: what is drawn on it can be read.
  expect(plain.includes(' Tf') && plain.includes('/Type/Page')).toBe(true);
});
