/** The pages of 办案台 as they are built: small enough, and of nothing that an old office machine's browser has not. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Feature, SCRIPT, STYLE } from './after-chrome-109.ts';

const MOST_BYTES = 120 * 1024;
const built = (name: string): string => readFileSync(`dist/workbench/${name}`, 'utf8');

test('under 120 KB as they are sent packed, without pdf.js', () => {
  const sizes = ['index.html', 'app.css', 'app.js'].map((name) => gzipSync(built(name)).length);
  console.info(`办案台, packed: ${sizes.map((size) => `${(size / 1024).toFixed(1)} KB`).join(' + ')}`);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(MOST_BYTES);
});

/** What is called only where the browser is found to have it. */
const GUARDED = /\b(\w+)\.(\w+)&&[^?;{}]{0,40}\?\1\.\2\(/g;

const usedIn = (text: string, features: readonly Feature[]): readonly string[] =>
  features.flatMap(({ name, since, looks }) => {
    const found = looks.exec(text);
    return found ? [`${name}, Chrome ${since}: ${text.slice(found.index, found.index + 60)}`] : [];
  });

test.each([
  ['app.js', SCRIPT],
  ['app.css', STYLE],
] as const)('%s has nothing that came after Chrome 109', (name, features) => {
  expect(
    usedIn(
      built(name)
        .replaceAll(/\/\*[\s\S]*?\*\//g, '')
        .replaceAll(GUARDED, ''),
      features,
    ),
  ).toEqual([]);
});

test.each([...SCRIPT, ...STYLE].map((one) => [one.name, one] as const))('the list knows it when it sees it: %s', (_, one) => {
  expect([one.since > 109, usedIn(one.example, [one]).length]).toEqual([true, 1]);
});
