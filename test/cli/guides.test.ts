// What README and the guides show of the program is what it says.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { mbpack } from './run.ts';

const GUIDES = ['README.md', ...readdirSync('docs/guide').map((name) => join('docs/guide', name))];
const LINKED = [...GUIDES, 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...folder('docs/reference'), ...folder('docs/decisions')];

function folder(path: string): readonly string[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(path, name));
}

test('the version of the rules', async () => {
  const [, version] = /规则版本 ([0-9a-f]{12})/u.exec((await mbpack('rules')).out) ?? [];
  const shown = GUIDES.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/规则版本 ([0-9a-f]{12})/gu)].map(([, digest]) => digest));
  expect(shown.length).toBeGreaterThan(1);
  expect([...new Set(shown)]).toEqual([version]);
});

test('every command that is named is one', async () => {
  const { out } = await mbpack('--help');
  const known = [...out.matchAll(/^ {2}([a-z]+)(?: |$)/gmu)].map(([, name]) => name);
  const named = GUIDES.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/`(?:\$ )?mbpack ([a-z]+)/gu)].map(([, name]) => name));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

test.each(LINKED)('%s links to what is there', (path) => {
  const links = [...readFileSync(path, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/gu)].map(([, to = '']) => decodeURI(to));
  const local = links.filter((to) => !/^[a-z]+:/u.test(to));
  expect(local.filter((to) => !existsSync(join(dirname(path), to)))).toEqual([]);
});

test('the first page is short', () => {
  const text = readFileSync('README.md', 'utf8');
  expect([...text].length).toBeLessThanOrEqual(3500);
});
