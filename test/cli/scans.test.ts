// A signed paper of which pages were not scanned: the file's page numbers would be wrong, so both counts are told.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cleanUp, copyOf, mbpack } from './run.ts';

afterAll(cleanUp);

const CARD = resolve('examples/冒名就医');
const CARD_AT = '2026-06-09T15:00:00+08:00';

interface Said {
  readonly code: string;
  readonly severity: string;
  readonly at?: { readonly pointer?: string };
  readonly args: Readonly<Record<string, unknown>>;
}

test.each([
  ['as many', 0, []],
  ['more, such as a cover', 1, []],
  ['one left out', -1, [{ severity: 'warning', pointer: '/signedScan/pages' }]],
])('pages of the scan: %s', async (_, more, expected) => {
  const dir = copyOf(CARD);
  const form = join(dir, 'transfer.yaml');
  const text = readFileSync(form, 'utf8');
  const pages = Number(/pages: (\d+)/.exec(text)?.[1]);
  writeFileSync(form, text.replace(/pages: \d+/, `pages: ${pages + more}`));
  const { out } = await mbpack('--json', 'check', dir, '--at', CARD_AT);
  const found = (JSON.parse(out) as { findings: readonly Said[] }).findings.filter((f) => f.code === 'SCAN_HAS_FEWER_PAGES');
  expect(found.map(({ severity, at }) => ({ severity, pointer: at?.pointer }))).toEqual(expected);
  for (const { args } of found) expect(args).toMatchObject({ pages, scanned: pages + more });
});
