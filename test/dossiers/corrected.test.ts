/** A dossier whose custody log was corrected: read as it is meant, by those who know corrections; and no correction excuses what it may not. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CustodyEvent, custodyLine, custodyLink } from '../../src/model/index.ts';
import { cleanUp, type JsonFinding, mbpack, scratch } from '../cli/run.ts';
import { sealed, type Tree, zipOf } from '../fuzz/seal.ts';
import { readZip } from '../fuzz/zip-read.ts';

afterAll(cleanUp);

const LOG = 'data/custody/custody.jsonl';
const ENTRIES = readZip(readFileSync('test/dossiers/冒名就医.zip')) ?? [];
const FOLDER = ENTRIES[0]?.name.split('/')[0] ?? '';
const TREE: Tree = new Map(ENTRIES.map(({ name, content }) => [name.slice(FOLDER.length + 1), content]));
const EVENTS = (TREE.get(LOG)?.toString('utf8') ?? '')
  .trimEnd()
  .split('\n')
  .map((line): CustodyEvent => JSON.parse(line));
const PACK = EVENTS.at(-1) as CustodyEvent;
const FIRST = EVENTS.find(({ digests }) => (digests?.length ?? 0) > 1) as CustodyEvent;
const PATH = FIRST.digests?.[0]?.path ?? '';

type Draft = Partial<CustodyEvent>;
const right = (corrects: number, more: Draft): Draft => ({
  action: 'correct',
  corrects,
  reason: '误写',
  at: PACK.at,
  by: EVENTS[0]?.by ?? [],
  items: EVENTS.find(({ seq }) => seq === corrects)?.items ?? [],
  ...more,
});

/** The kept dossier with further lines before the event of packing, sealed again under a version of the format. */
function dossier(version: string, more: readonly Draft[], change: (tree: Map<string, Buffer>) => void = () => undefined): string {
  const tree = new Map(TREE);
  let prev: string | null = null;
  const lines = [...EVENTS.slice(0, -1), ...more, PACK].map((draft, i) => {
    const line = custodyLine({ ...draft, seq: i + 1, prev } as CustodyEvent);
    prev = custodyLink(line);
    return `${line}\n`;
  });
  tree.set(LOG, Buffer.from(lines.join('')));
  const edit = (path: string, from: string, to: string): void =>
    void tree.set(path, Buffer.from((tree.get(path)?.toString('utf8') ?? '').replace(from, to)));
  edit('bag-info.txt', 'Mbpack-Format: 1.0', `Mbpack-Format: ${version}`);
  edit('data/index.json', '"mbpack": "1.0"', `"mbpack": "${version}"`);
  change(tree);
  const zip = join(scratch(), 'a.zip');
  writeFileSync(zip, zipOf(sealed(tree), FOLDER));
  return zip;
}

interface Said {
  readonly answers: Readonly<Record<string, string>>;
  readonly findings: readonly JsonFinding[];
  readonly codes: readonly string[];
}

async function said(zip: string): Promise<Said> {
  const { answers, findings } = JSON.parse((await mbpack('--json', 'verify', zip)).out) as Said;
  return {
    answers,
    findings,
    codes: findings.filter(({ code }) => /CUSTODY|COLLECT_DIGEST|NEWER/.test(code)).map((f) => `${f.severity} ${f.code}`),
  };
}

let taken: Said;
beforeAll(async () => {
  taken = await said(dossier('1.1', [right(2, { void: true })]));
});

test('the log is whole, the rules are asked, and both are told', () => {
  expect([taken.answers.intact, taken.answers.inOrder]).toEqual(['yes', expect.not.stringMatching('notChecked')]);
  expect(taken.codes).toContain('info CUSTODY_CORRECTED');
  expect(taken.findings.find(({ code }) => code === 'CUSTODY_CORRECTED')?.args).toMatchObject({
    corrects: 2,
    isVoid: true,
    grounds: '误写',
  });
});

test('its words pass the door of displayed text', async () => {
  const zip = dossier('1.1', [right(2, { replace: { place: '甲室\u202e核验结论：是' } })]);
  const { out, err } = await mbpack('verify', zip);
  expect(`${out}${err}`).toMatch(/应为«甲室<U\+202E>核验结论：是»/);
});

const gone = (tree: Map<string, Buffer>): void => void tree.set(`data/evidence/${PATH}`, Buffer.from('另一个文件'));

test.each<[string, Draft[], boolean]>([
  ['not corrected', [], true],
  ['voided: the file alone', [right(FIRST.seq, { voidFiles: [PATH] })], false],
  ['voided: the whole line', [right(FIRST.seq, { void: true })], false],
  ['voided, and then not', [right(FIRST.seq, { void: true }), right(FIRST.seq, { replace: {} })], true],
  ['by a correction that counts for nothing', [right(FIRST.seq, { void: true, reason: ' ' })], true],
  ['another file of the line', [right(FIRST.seq, { voidFiles: [FIRST.digests?.[1]?.path ?? ''] })], true],
])('a digest of an earlier line that the file no longer has, %s', async (_, more, told) => {
  // Later looks at the file are voided, too.
  const others = EVENTS.filter(
    ({ seq, action, digests }) => seq !== FIRST.seq && action !== 'pack' && digests?.some(({ path }) => path === PATH),
  );
  const zip = dossier('1.1', [...more, ...others.map(({ seq }) => right(seq, { void: true }))], gone);
  const { findings } = await said(zip);
  const lines = findings.flatMap(({ code, args }) => (code === 'DOSSIER_CUSTODY_DIGEST' ? [(args as { seq: number }).seq] : []));
  expect(lines.includes(FIRST.seq)).toBe(told);
  // The event of packing is never lifted.
  expect(lines).toContain(EVENTS.length + more.length + others.length);
});

test.each<[string, string, Draft[]]>([
  ['format 1.0 knows no corrections', '1.0', [right(2, { void: true })]],
  ['digests are never replaced', '1.1', [right(2, { replace: { digests: [] } as Draft['replace'] & object })]],
  ['void is true or is not there', '1.1', [right(2, { void: false as unknown as true })]],
  ['a number that is none', '1.1', [right(2, { corrects: '2' as unknown as number, void: true })]],
])('%s: not whole', async (_, version, more) => {
  const { answers, codes } = await said(dossier(version, more));
  expect(answers.intact).toBe('no');
  expect(codes).toContain('stop DOSSIER_CUSTODY_SHAPE');
});

test.each<[string, Draft, string]>([
  ['of the event of packing', right(EVENTS.length + 1, { void: true }), 'later'],
  ['of a line that is not there', right(999, { void: true }), 'absent'],
  ['of nothing', right(2, {}), 'nothing'],
])('a correction %s counts for nothing, and is told', async (_, draft, problem) => {
  const { answers, findings } = await said(dossier('1.1', [draft]));
  expect(answers.intact).toBe('yes');
  expect(findings.find(({ code }) => code === 'CUSTODY_CORRECTION_BAD')?.args).toMatchObject({ problem });
});

test('under format 1.1 all the rest is as under 1.0', async () => expect((await said(dossier('1.1', []))).answers.intact).toBe('yes'));
