// A receiver without the sender's pack, or with another one: told first, and never taken for a fault of the data.
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, mbpack, scratch, unsigned } from './run.ts';

afterAll(cleanUp);

const CARD = resolve('examples/冒名就医');
const CARD_AT = '2026-06-09T15:00:00+08:00';
const FIELDS = { case: { properties: { areaCode: { title: '统筹区代码', type: 'string' } }, required: ['areaCode'] } };

interface Said {
  readonly code: string;
  readonly severity: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** A pack of the recorded id, or another, with a field of its own. */
function pack(id: string, more: object = {}): string {
  const dir = join(scratch(), id);
  mkdirSync(dir);
  const json = { id, version: '1.0.0', title: '本地', extends: 'national', fields: FIELDS, ...more };
  writeFileSync(join(dir, 'pack.json'), JSON.stringify(json, null, 2));
  return dir;
}

let zip: string;
let own: string;
let changed: string;

beforeAll(async () => {
  own = pack('own');
  changed = join(scratch(), 'own');
  cpSync(own, changed, { recursive: true });
  appendFileSync(join(changed, 'pack.json'), '\n');
  const dir = join(scratch(), '案件');
  cpSync(CARD, dir, { recursive: true });
  unsigned(dir);
  const form = join(dir, 'case.yaml');
  writeFileSync(form, `${readFileSync(form, 'utf8')}local:\n  areaCode: '999902'\n`);
  zip = join(scratch(), 'a.zip');
  const { exit, out } = await mbpack('build', dir, '--template', own, '--at', CARD_AT, '-o', zip, '--json');
  expect([exit, exit === 0 ? '' : out]).toEqual([0, '']);
});

async function said(...argv: string[]): Promise<{ readonly exit: number; readonly findings: readonly Said[] }> {
  const { exit, out } = await mbpack('verify', zip, '--json', ...argv);
  return { exit, findings: (JSON.parse(out) as { findings: readonly Said[] }).findings };
}

/** What is said of packs; that papers of the example are not signed is another matter. */
const worse = (findings: readonly Said[]): readonly string[] =>
  findings.filter((f) => f.severity !== 'info' && !['RECORD_UNSIGNED_LATE', 'SIGNED_SCAN_MISSING'].includes(f.code)).map((f) => f.code);

test('the recorded pack: nothing to say of it', async () => {
  const { exit, findings } = await said('--template', own);
  expect([exit, worse(findings)]).toEqual([0, []]);
});

test('no pack of that id: which one is recorded, and that the national one was used', async () => {
  const { exit, findings } = await said();
  expect([exit, worse(findings)]).toEqual([0, ['BY_NATIONAL_PACK', 'DOCUMENTS_NOT_COMPARED']]);
  expect(findings.find((f) => f.code === 'BY_NATIONAL_PACK')?.args).toMatchObject({ recorded: 'own 1.0.0', used: 'national 1.0.0' });
});

test.each([
  [
    'another id, and fields of its own',
    () => pack('elsewhere', { version: '2.0.0', fields: { case: { properties: {} } } }),
    'elsewhere 2.0.0',
    'national 1.0.0',
  ],
  ['an installed pack of another id', () => 'jiangsu', 'jiangsu 1.0.0', 'national 1.0.0'],
  ['the same id and version in other bytes', () => changed, 'own 1.0.0', 'own 1.0.0'],
])('a wrong pack is given: %s', async (_, template, found, used) => {
  const { exit, findings } = await said('--template', template());
  expect([exit, worse(findings)]).toEqual([0, ['BY_OTHER_PACK', 'DOCUMENTS_NOT_COMPARED']]);
  const { args } = findings.find((f) => f.code === 'BY_OTHER_PACK') as Said;
  expect(args).toMatchObject({ given: true, recorded: 'own 1.0.0', found, used });
  expect(args.foundSha256).not.toBe(args.recordedSha256);
});
