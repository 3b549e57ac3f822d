/** A case as people write it is packed byte for byte as the case in its normal form, says once what it took, and is left as it was written. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { built } from './built.ts';
import { cleanUp, codes, copyOf, GOOD, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

const EXAMPLE = join(GOOD, '../冒名就医');
const NOW = '2026-06-09T15:00:00+08:00';

function rewritten(dir: string, file: string, ...changes: readonly (readonly [RegExp, string])[]): string {
  const path = join(dir, file);
  let text = readFileSync(path, 'utf8');
  for (const [from, to] of changes) {
    expect(text).toMatch(new RegExp(from, 'm'));
    text = text.replaceAll(new RegExp(from, 'gm'), to);
  }
  writeFileSync(path, text);
  return text;
}

function asPeopleWrite(): { readonly dir: string; readonly texts: Readonly<Record<string, string>> } {
  const dir = copyOf(EXAMPLE);
  const texts = {
    'case.yaml': rewritten(
      dir,
      'case.yaml',
      [/(: )(\d{4})-(\d\d)-(\d\d)$/, '$1$2.$3.$4'],
      [/fundLoss: '?"?([\d.]+)['"]?$/, 'fundLoss: $1元'],
    ),
    'evidence.yaml': rewritten(
      dir,
      'evidence.yaml',
      [/(collectedAt: )(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)\+08:00$/, '$1$2年$3月$4日 $5'],
      [/pages: (\d+)$/, 'pages: $1页'],
      [/collectors: \[(\S+), (\S+)\]/, 'collectors: $1、$2'],
    ),
    'transfer.yaml': rewritten(dir, 'transfer.yaml', [/path: signed\//, 'path: signed\\']),
  };
  return { dir, texts };
}

test('check says what was taken, and has nothing against it that it had not before', async () => {
  const { dir, texts } = asPeopleWrite();
  const before = await codes('check', EXAMPLE, '--at', NOW);
  const after = await codes('check', dir, '--at', NOW);
  expect(after.exit).toBe(before.exit);
  expect(after.codes.filter((code) => code !== 'VALUE_AS_MEANT')).toEqual(before.codes);
  expect(after.codes.filter((code) => code === 'VALUE_AS_MEANT').length).toBeGreaterThanOrEqual(5);
  for (const [name, text] of Object.entries(texts)) expect(readFileSync(join(dir, name), 'utf8')).toBe(text);
});

test('the same bytes are packed', async () => {
  const { dir, texts } = asPeopleWrite();
  const { exit, out, err } = await mbpack('build', dir, '-o', join(scratch(), '案卷.zip'), '--at', NOW, '--json', '--no-readback');
  expect(exit, err).toBe(0);
  expect((JSON.parse(out) as { fingerprint: string }).fingerprint).toBe((await built('冒名就医')).fingerprint);
  for (const [name, text] of Object.entries(texts)) expect(readFileSync(join(dir, name), 'utf8')).toBe(text);
});
