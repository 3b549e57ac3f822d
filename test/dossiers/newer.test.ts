/** A dossier of a newer version is not accused: integrity is answered in full, the rules were not asked, and nothing looks like a pass. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type CustodyEvent, custodyLine, custodyLink } from '../../src/model/index.ts';
import { cleanUp, type JsonFinding, mbpack, scratch } from '../cli/run.ts';
import { sealed, type Tree, zipOf } from '../fuzz/seal.ts';
import { readZip } from '../fuzz/zip-read.ts';

afterAll(cleanUp);

const ENTRIES = readZip(readFileSync(resolve('test/dossiers/冒名就医.zip'))) ?? [];
const FOLDER = ENTRIES[0]?.name.split('/')[0] ?? '';
const TREE: Tree = new Map(ENTRIES.map(({ name, content }) => [name.slice(FOLDER.length + 1), content]));

type Change = (tree: Map<string, Buffer>) => void;

const edit = (tree: Map<string, Buffer>, path: string, change: (text: string) => string): void => {
  const before = tree.get(path)?.toString('utf8') ?? '';
  const after = change(before);
  expect(after).not.toBe(before);
  tree.set(path, Buffer.from(after));
};
const member =
  (path: string, change: (value: Record<string, unknown>) => void): Change =>
  (tree) =>
    edit(tree, path, (text) => {
      const value = JSON.parse(text) as Record<string, unknown>;
      change(value);
      return `${JSON.stringify(value, null, 2)}\n`;
    });
const format =
  (version: string): Change =>
  (tree) => {
    edit(tree, 'bag-info.txt', (t) => t.replace('Mbpack-Format: 1.0', `Mbpack-Format: ${version}`));
    member('data/index.json', (index) => Object.assign(index, { mbpack: version }))(tree);
  };
const software =
  (version: string): Change =>
  (tree) => {
    edit(tree, 'bag-info.txt', (t) => t.replace('mbpack 0.1.0', `mbpack ${version}`));
    member('data/index.json', (index) => Object.assign(index, { software: { name: 'mbpack', version } }))(tree);
  };
/** Of the first line of the log, which is then chained anew. */
const event =
  (more: object): Change =>
  (tree) =>
    edit(tree, 'data/custody/custody.jsonl', (text) => {
      let prev: string | null = null;
      return text
        .trimEnd()
        .split('\n')
        .map((line, i) => {
          const again = custodyLine({ ...(JSON.parse(line) as CustodyEvent), ...(i === 0 ? more : {}), prev });
          prev = custodyLink(again);
          return `${again}\n`;
        })
        .join('');
    });
const file =
  (path: string): Change =>
  (tree) =>
    tree.set(path, Buffer.from('{"added": "later"}\n'));

function dossier(...changes: readonly Change[]): string {
  const tree = new Map(TREE);
  for (const change of changes) change(tree);
  const zip = join(scratch(), 'a.zip');
  writeFileSync(zip, zipOf(sealed(tree), FOLDER));
  return zip;
}

interface Said {
  readonly exit: number;
  readonly answers: Readonly<Record<string, string>>;
  readonly findings: readonly JsonFinding[];
  readonly codes: readonly string[];
}

async function said(zip: string, ...argv: string[]): Promise<Said> {
  const { exit, out } = await mbpack('--json', 'verify', zip, ...argv);
  const { answers, findings } = JSON.parse(out) as Pick<Said, 'answers' | 'findings'>;
  return { exit, answers, findings, codes: findings.filter((f) => f.severity !== 'info').map((f) => `${f.severity} ${f.code}`) };
}

const NEWER = {
  intact: 'yes',
  files: 'same',
  authentic: 'unsigned',
  inOrder: 'notChecked',
  because: 'newer',
  documents: 'notCompared',
  notCompared: 'newer',
};
/** The part that is known is compared all the same. */
const MEMBERS = {
  intact: 'yes',
  files: 'same',
  authentic: 'unsigned',
  inOrder: 'notChecked',
  because: 'unknownMembers',
  documents: 'same',
};

test('sealed again as it was: the answers of the kept dossier', async () => {
  const { exit, answers, codes } = await said(dossier());
  expect([exit, answers.inOrder, codes]).toEqual([0, 'yes', []]);
});

test.each<[string, Change[]]>([
  ['format 1.2', [format('1.2')]],
  ['format 1.12', [format('1.12')]],
  [
    'format 1.2 with unknown members everywhere',
    [
      format('1.2'),
      member('data/case/evidence.json', (v) => Object.assign(v, { origin: 'x' })),
      member('data/index.json', (v) => Object.assign(v, { origin: 'x' })),
      event({ corrects: 1 }),
    ],
  ],
  [
    'format 1.2 with a word that no list here has',
    [format('1.2'), event({ action: 'correct' }), member('data/case/case.json', (v) => Object.assign(v, { pack: 7 }))],
  ],
  ['format 1.2 with a folder of its own', [format('1.2'), file('data/after/after.jsonl')]],
  ['format 1.2 with a form of its own', [format('1.2'), file('data/case/follow.json')]],
  [
    'a newer program and an unknown member',
    [software('0.9.0'), member('data/case/evidence.json', (v) => Object.assign(v, { origin: 'x' }))],
  ],
])('%s: whole, and not accused', async (_, changes) => {
  const zip = dossier(...changes);
  const { exit, answers, codes } = await said(zip);
  expect([exit, answers, codes]).toEqual([0, NEWER, ['warning DOSSIER_NEWER']]);
  const plain = await mbpack('verify', zip);
  expect(plain.out).toContain('未查：案卷由更新的版本制作\n');
  expect(plain.out).not.toContain('没有发现问题');
  expect((await said(zip, '--strict')).exit).toBe(1);
});

test.each<[string, Change, readonly string[]]>([
  ['evidence.json', member('data/case/evidence.json', (v) => Object.assign(v, { origin: 'x' })), ['data/case/evidence.json: origin']],
  [
    'each row of evidence.json',
    member('data/case/evidence.json', ({ evidence }) => {
      for (const row of evidence as object[]) Object.assign(row, { origin: { of: 'x' } });
    }),
    ['data/case/evidence.json: evidence/origin'],
  ],
  ['index.json', member('data/index.json', (v) => Object.assign(v, { origin: 'x' })), ['data/index.json: origin']],
  [
    'a group of index.json',
    member('data/index.json', ({ engine }) => Object.assign(engine as object, { of: 'x' })),
    ['data/index.json: engine/of'],
  ],
  [
    'a row of index.json',
    member('data/index.json', ({ files }) => Object.assign((files as object[])[0] ?? {}, { of: 'x' })),
    ['data/index.json: files/of'],
  ],
  ['a custody event', event({ corrects: 1 }), ['data/custody/custody.jsonl: corrects']],
])('format 1.0 with an unknown member in %s: whole, named, and told that it may have been added', async (_, change, members) => {
  const { exit, answers, codes, findings } = await said(dossier(change));
  // Documents print digests of the log, which follow from what stands in it.
  const logged = members.some((m) => m.includes('custody')) ? { documents: 'notCompared', notCompared: 'newer' } : {};
  expect([exit, answers, codes]).toEqual([0, { ...MEMBERS, ...logged }, ['warning DOSSIER_NEWER']]);
  expect(findings.find((f) => f.code === 'DOSSIER_NEWER')?.args).toMatchObject({ members, more: 0, later: false });
});

test('format 1.0 with an unknown member: what is known is held against the files and the schemas all the same', async () => {
  const origin = member('data/case/evidence.json', (v) => Object.assign(v, { origin: 'x' }));
  const gone = dossier(origin, (tree) => tree.delete('data/evidence/住院登记照片.jpg'));
  const absent = await said(gone);
  expect([absent.exit, absent.answers.intact]).toEqual([1, 'no']);
  const wrong = await said(
    dossier(
      origin,
      member('data/case/case.json', (v) => Object.assign(v, { name: 7 })),
    ),
  );
  expect([wrong.exit, wrong.answers.inOrder, wrong.answers.intact]).toEqual([1, 'no', 'yes']);
  // A member that nobody knows switches nothing off that can be compared.
  const renamed = await said(
    dossier(
      origin,
      member('data/case/case.json', (v) => Object.assign(v, { name: '另一个案件' })),
    ),
  );
  expect([renamed.exit, renamed.answers.documents]).toEqual([1, 'differ']);
  expect(renamed.codes).toEqual(expect.arrayContaining(['stop INDEX_CONTRADICTS_CASE', 'error DOCUMENT_DIFFERS']));
  const signed = await said(
    dossier(
      origin,
      member('data/index.json', (v) => Object.assign(v, { expectedSigners: ['某局'] })),
    ),
  );
  expect([signed.exit, signed.codes]).toEqual([1, ['warning DOSSIER_NEWER', 'error SIGNATURE_EXPECTED']]);
  const leaked = await said(dossier(format('1.2'), file('data/case/internal.json')));
  expect([leaked.exit, leaked.codes]).toEqual([1, ['warning DOSSIER_NEWER', 'stop INTERNAL_PRESENT']]);
});

test.each<[string, Change[], string]>([
  ['format 2.0', [format('2.0')], 'DOSSIER_FORMAT_NEWER'],
  ['format 1.x', [format('1.x')], 'DOSSIER_FORMAT_UNKNOWN'],
  ['format 1.01', [format('1.01')], 'DOSSIER_FORMAT_UNKNOWN'],
  ['format 0.9', [format('0.9')], 'DOSSIER_FORMAT_UNKNOWN'],
  [
    'format 1.2 in bag-info.txt alone',
    [(tree) => edit(tree, 'bag-info.txt', (t) => t.replace('Format: 1.0', 'Format: 1.2'))],
    'DOSSIER_INDEX_DIFFERS',
  ],
  [
    'format 1.2 in the index alone',
    [member('data/index.json', (index) => Object.assign(index, { mbpack: '1.2' }))],
    'DOSSIER_INDEX_DIFFERS',
  ],
  ['format 1.0 with a folder of its own', [file('data/after/after.jsonl')], 'DOSSIER_FILE_UNLISTED'],
  ['format 1.0 with a word that no list has', [event({ action: 'correct' })], 'DOSSIER_CUSTODY_SHAPE'],
  [
    'format 1.2 with a member that is no longer there',
    [format('1.2'), member('data/index.json', (v) => void delete v.caseNo)],
    'DOSSIER_INDEX_SHAPE',
  ],
  ['format 1.2 with a file beside data', [format('1.2'), file('more.txt')], 'DOSSIER_FILE_UNLISTED'],
])('%s: not whole', async (_, changes, code) => {
  const { exit, answers, codes } = await said(dossier(...changes));
  expect([exit, answers.intact, answers.inOrder]).toEqual([1, 'no', 'unknown']);
  expect(codes).toContain(`stop ${code}`);
});

test('format 1.2 with a changed byte, in a known place and in one of its own', async () => {
  for (const path of ['data/evidence/现场笔录.pdf', 'data/after/after.jsonl']) {
    const tree = new Map(TREE);
    format('1.2')(tree);
    file('data/after/after.jsonl')(tree);
    const whole = new Map(sealed(tree));
    const bytes = Buffer.from(whole.get(path) ?? '');
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    whole.set(path, bytes);
    const zip = join(scratch(), 'a.zip');
    writeFileSync(zip, zipOf(whole, FOLDER));
    const { exit, answers, codes } = await said(zip);
    expect([exit, answers.intact, answers.inOrder]).toEqual([1, 'no', 'unknown']);
    expect(codes).toContain('stop DOSSIER_FILE_CHANGED');
    expect(codes).toContain('warning DOSSIER_NEWER');
  }
});

test('a byte that changed the name of a member is a change, and no newer version', async () => {
  const tree = new Map(sealed(TREE));
  edit(tree, 'data/case/evidence.json', (t) => t.replace('"title"', '"titlf"'));
  const zip = join(scratch(), 'a.zip');
  writeFileSync(zip, zipOf(tree, FOLDER));
  const { exit, answers, codes } = await said(zip);
  expect([exit, answers.intact, answers.because]).toEqual([1, 'no', undefined]);
  expect(codes).not.toContain('warning DOSSIER_NEWER');
});

test('a newer lead for the supervisory organ is told as newer', async () => {
  const zip = dossier(
    format('1.2'),
    member('data/index.json', (v) => Object.assign(v, { purpose: '以后的用途' })),
  );
  const { exit, answers } = await said(zip);
  expect([exit, answers]).toEqual([0, NEWER]);
});
