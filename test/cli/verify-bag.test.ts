/** `verify --bag` on the command line: exit codes, JSON by the schema, and what is no bag. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, expect, test } from 'vitest';
import { sha256Hex } from '../../src/model/index.ts';
import { cleanUp, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

function makeBag(content = 'x', listed = 'x'): string {
  const root = join(scratch(), 'bag');
  mkdirSync(join(root, 'data'), { recursive: true });
  writeFileSync(join(root, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  writeFileSync(join(root, 'data/a'), content);
  writeFileSync(join(root, 'manifest-sha256.txt'), `${sha256Hex(listed)}  data/a\n`);
  return root;
}

function withUnknown(): string {
  const root = makeBag();
  writeFileSync(join(root, 'manifest-blake9.txt'), `${sha256Hex('x')}  data/a\n`);
  return root;
}

const schema = new Ajv2020.default({ allErrors: true }).compile(JSON.parse(readFileSync('schemas/output.schema.json', 'utf8')));

test.each<[string, () => string, string[], number, object]>([
  ['a valid bag', () => makeBag(), [], 0, { valid: true, complete: true, version: '1.0', algorithms: ['sha256'], files: 1, bytes: 1 }],
  ['an algorithm nobody knows', withUnknown, [], 0, { valid: true, algorithms: ['sha256'], unknownAlgorithms: ['blake9'] }],
  ['a changed file', () => makeBag('y'), [], 1, { valid: false, complete: true }],
  ['no bag', () => scratch(), [], 1, { valid: false }],
])('%s', async (_, make, more, exit, bag) => {
  const ran = await mbpack('verify', '--bag', make(), '--json', ...more);
  const said = JSON.parse(ran.out) as { ok: boolean; bag: object; container: string };
  expect([ran.exit, said.ok, said.container]).toEqual([exit, exit === 0, 'folder']);
  expect(said.bag).toMatchObject(bag);
  schema(said);
  expect(schema.errors).toBeNull();
});

test('what was not compared is never among what agrees', async () => {
  const { out } = await mbpack('verify', '--bag', withUnknown());
  expect([out.includes('BLAKE9'), out.includes('全部相符')]).toEqual([true, false]);
  expect((await mbpack('verify', '--bag', makeBag())).out).toContain('全部相符');
});

test.each([
  [['verify', '--bag', '.', '--annex', '--report', '/nowhere/r.pdf'], 2],
  [['verify', '--bag', '/nowhere'], 2],
  [['verify', '--bag', '.', '--expect', '0'.repeat(64)], 2],
])('%j: exit %i, no stack', async (argv, exit) => {
  const ran = await mbpack(...argv);
  expect([ran.exit, ran.err.includes('    at ')]).toEqual([exit, false]);
});
