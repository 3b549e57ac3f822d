// How thick the paper file of an example is: what is printed and bound, the signed scans apart. It may only become thinner.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfPages } from '../../src/documents/index.ts';
import { built } from './built.ts';

const MOST = 80;

test(`the set of 挂床住院 has at most ${MOST} pages`, async () => {
  const { bag } = await built();
  const folder = join(bag, 'data/documents');
  const printed = readdirSync(folder).filter((name) => name.endsWith('.pdf') && !name.includes('签章扫描件'));
  const pages = await Promise.all(printed.map(async (name) => [name, await pdfPages(readFileSync(join(folder, name)))] as const));
  expect(pages.filter(([, count]) => count === undefined)).toEqual([]);
  const sum = pages.reduce((all, [, count]) => all + (count ?? 0), 0);
  expect(printed.length).toBeGreaterThan(12);
  expect(sum, pages.map(([name, count]) => `${count} ${name}`).join('\n')).toBeLessThanOrEqual(MOST);
});
