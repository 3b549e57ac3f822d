/** What each answer of `verify` is, one line a dossier: by its fields, and that the screen says no more than them. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uiOf } from '../../src/messages/index.ts';
import { edit, reseal } from './forgeries.ts';
import { AT, cleanUp, GOOD, type JsonFinding, mbpack, scratch } from './run.ts';

type Fields = Readonly<Record<string, string>>;
interface Said {
  readonly answers: Fields;
  readonly qualities: Fields;
  readonly rules?: { readonly count: number; readonly version: string };
  readonly findings: readonly JsonFinding[];
}

const ui = uiOf('zh-CN');
const schema = new Ajv2020.default({ allErrors: true }).compile(JSON.parse(readFileSync('schemas/output.schema.json', 'utf8')));
let zip: string;
let bag: string;
let fingerprint: string;
beforeAll(async () => {
  zip = join(scratch(), 'a.zip');
  const { out } = await mbpack('build', GOOD, '-o', zip, '--at', AT, '--json');
  fingerprint = (JSON.parse(out) as { fingerprint: string }).fingerprint;
  const dir = scratch();
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(join(dir, dirname(name)), { recursive: true });
    writeFileSync(join(dir, name), bytes);
    bag = join(dir, name.split('/')[0] ?? '');
  }
});
afterAll(cleanUp);

const written = (bytes: Uint8Array): string => {
  const path = join(scratch(), 'x.zip');
  writeFileSync(path, bytes);
  return path;
};
const flipped = (at: (bytes: Buffer) => number): string => {
  const bytes = readFileSync(zip);
  const place = at(bytes);
  bytes[place] = (bytes[place] as number) ^ 1;
  return written(bytes);
};
const sealedAgain = (change: (root: string) => void): string => {
  const root = join(scratch(), 'bag');
  cpSync(bag, root, { recursive: true });
  change(root);
  reseal(root);
  return root;
};
const indexed = (from: RegExp, to: string) => () => sealedAgain((root) => edit(root, 'data/index.json', (text) => text.replace(from, to)));
/** Of the last entry: the time in its record of the directory. */
const inDirectory = (bytes: Buffer): number => bytes.lastIndexOf(Buffer.from('PK\u0001\u0002')) + 12;
/** Another document of the same dossier in its place. */
const otherDocument = (): string =>
  sealedAgain((root) => {
    const folder = join(root, 'data/documents');
    const [first = '', second = ''] = readdirSync(folder).filter((name) => name.startsWith('06') || name.startsWith('07'));
    cpSync(join(folder, first), join(folder, second));
  });

const WHOLE = { intact: 'yes', files: 'same', inOrder: 'warnings', documents: 'same' };

test.each<[string, () => string, number, Fields, Fields, string]>([
  ['as built', () => zip, 0, WHOLE, { accuracy: 'pass', integrity: 'pending' }, ui.answers.yes],
  [
    'forms that make no case: no document can be made again from them',
    () => sealedAgain((root) => edit(root, 'data/case/case.json', (text) => text.replace(/("caseNo": ?)"[^"]*"/, '$17'))),
    1,
    { intact: 'yes', files: 'same', documents: 'notCompared', notCompared: 'data' },
    {},
    ui.answers.notCompared.data,
  ],
  [
    'a byte of a file',
    () => flipped(() => 200_000),
    1,
    { intact: 'no', files: 'differ', inOrder: 'unknown', notCompared: 'content' },
    { integrity: 'fail' },
    '1 个与清单不符，其余与清单相符',
  ],
  [
    'a byte of the container alone',
    () => flipped(inDirectory),
    1,
    { ...WHOLE, intact: 'no' },
    { accuracy: 'pass', integrity: 'fail' },
    ui.answers.noContainer,
  ],
  [
    'cut short',
    () => written(readFileSync(zip).subarray(0, 100_000)),
    1,
    { intact: 'no', files: 'notRead' },
    { integrity: 'notChecked' },
    ui.answers.notRead,
  ],
  [
    'an engine that is not here',
    indexed(/("engine": \{[^}]*"version": ")/, '$19'),
    0,
    { ...WHOLE, documents: 'notCompared', notCompared: 'engine' },
    { accuracy: 'pending' },
    ui.answers.notCompared.engine,
  ],
  [
    'a pack that is not here',
    indexed(/("template": \{\s*"id": ")national/, '$1elsewhere'),
    0,
    { ...WHOLE, documents: 'notCompared', notCompared: 'pack' },
    { accuracy: 'pending' },
    ui.answers.notCompared.pack,
  ],
  [
    'a document that says another thing',
    otherDocument,
    1,
    { ...WHOLE, documents: 'differ' },
    { accuracy: 'fail' },
    ui.answers.documentsDiffer(1),
  ],
])('%s', async (_, make, exit, answers, qualities, words) => {
  const path = make();
  const ran = await mbpack('verify', path, '--json');
  const said = JSON.parse(ran.out) as Said;
  schema(said);
  expect([ran.exit, schema.errors]).toEqual([exit, null]);
  expect(said).toMatchObject({ answers, qualities });
  // Rules are counted where they were run, and nowhere else.
  expect(said.rules !== undefined).toBe(answers.inOrder !== undefined && answers.inOrder !== 'unknown');
  const { out } = await mbpack('verify', path);
  expect(out).toContain(words);
  if (answers.intact === 'yes') expect(out).not.toContain(ui.answers.yesOnPaper);
  expect(out.includes('逐字相同')).toBe(answers.documents === 'same');
});

test.each([
  ['the container changed', () => flipped(inDirectory), ui.limitsContainer],
  ['the files changed', () => flipped(() => 200_000), ui.limitsFailed],
])('%s: what to do is said of that', async (_, make, words) => expect((await mbpack('verify', make())).out).toContain(words));

test('another fingerprint and a changed container: both are said, and that the files agree', async () => {
  const other = '0'.repeat(64);
  expect((await mbpack('verify', zip, '--expect', other)).out).toContain(ui.answers.noOnPaper);
  expect((await mbpack('verify', flipped(inDirectory), '--expect', other)).out).toContain(ui.answers.noOnPaperNorContainer);
  const { out } = await mbpack('verify', zip, '--expect', fingerprint);
  expect(out).toContain(ui.answers.yesOnPaper);
});

test('records long without signed paper are told to the sender, who gave his reason, and to the receiver, who has the 情况说明', async () => {
  const { findings } = JSON.parse((await mbpack('verify', zip, '--json')).out) as Said;
  const told = findings.filter((f) => f.code === 'RECORD_UNSIGNED_LATE');
  const [first] = told;
  expect([first?.severity, first?.args]).toEqual([
    'warning',
    { records: ['T-3'], evidence: ['Z-05', 'Z-18', 'Z-19', 'Z-20'], kind: '电子数据提取笔录', marked: true },
  ]);
  for (const args of [
    ['--at', AT],
    ['--draft', '--at', AT],
  ]) {
    const { findings: sent } = JSON.parse((await mbpack('check', GOOD, '--json', ...args)).out) as Said;
    const late = sent.filter((f) => f.code === 'RECORD_UNSIGNED_LATE');
    expect(late.map((f) => [f.severity, f.args])).toEqual(told.map((f) => ['warning', f.args]));
  }
});

test('the register names the tests as verify does, and what each is', () => {
  const register = readFileSync('templates/national/register.hbs', 'utf8');
  for (const name of ['accuracy', 'integrity', 'usability', 'safety'] as const) {
    const { label, tested } = ui.qualities[name];
    expect(register).toContain(`${label}：${tested}。`);
  }
});
