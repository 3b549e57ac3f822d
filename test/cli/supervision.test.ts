/** Guards: the lead for the supervisory organ is a package of its own; the police dossier knows nothing of it, and it nothing of theirs. */
import { appendFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { documentText } from '../../src/documents/index.ts';
import { type CustodyEvent, custodyLink } from '../../src/model/index.ts';
import { entriesOf } from '../unzipped.ts';
import { cleanUp, codes, mbpack, scratch } from './run.ts';

afterAll(cleanUp);
const AT = ['--at', '2026-11-20T10:00+08:00'] as const;
const LEAD = `docNo: 示医保线〔2026〕7号
issuedOn: 2026-11-20
recipient: 示例市监察委员会
persons: []
otherPersons: [{ name: 沈某廿, employer: 示例市医疗保障基金中心, position: 审核科科长, office: 审核结算的职务便利 }]
facts: [F1]
clue: 明知住院虚构，仍予审核通过。
evidence: [E001]
`;

function caseWith(lead?: string): string {
  const dir = join(scratch(), '案件');
  cpSync('test/case/fixture', dir, { recursive: true });
  const list = join(dir, 'evidence.yaml');
  writeFileSync(list, readFileSync(list, 'utf8').replace(/, sha256: e3b0[0-9a-f]+/, ''));
  appendFileSync(join(dir, 'internal.yaml'), 'reasons: [{ rule: R-05, reason: 当时没有打印, by: 赵某四, at: 2026-11-19T14:00+08:00 }]\n');
  if (lead !== undefined) writeFileSync(join(dir, 'supervision.yaml'), lead);
  return dir;
}

const entries = (zip: string): string[] => [...entriesOf(zip).keys()].map((path) => path.split('/').slice(1).join('/'));

test('a package with its letter, its list, the evidence named, and no form of the police dossier', async () => {
  const dir = caseWith(LEAD);
  const zip = join(scratch(), '线索.zip');
  const built = await codes('build', dir, '--supervision', '-o', zip, ...AT);
  expect(built.exit).toBe(0);
  const files = entries(zip);
  expect(files.filter((f) => /^data\/(?:case|documents|evidence)\//.test(f)).sort()).toEqual([
    'data/case/evidence.json',
    'data/case/supervision.json',
    'data/documents/01-线索移送函.pdf',
    'data/documents/02-移送材料清单.pdf',
    'data/documents/03-证据来源及收集程序合法性说明.pdf',
    'data/documents/04-证据保管链记录.pdf',
    'data/evidence/书证/住院病历-2.txt',
    'data/evidence/书证/住院病历.txt',
  ]);
  expect(existsSync(zip.replace('.zip', '.校验单.pdf'))).toBe(true);
  const verified = await codes('verify', zip);
  expect([verified.exit, verified.codes]).toEqual([0, ['SUPERVISION_PACKAGE', 'UNSIGNED']]);
});

test('the log of the package is a chain of the enclosed evidence alone, and its paper prints no gap that the whole log has not', async () => {
  const zip = join(scratch(), '线索.zip');
  expect((await codes('build', 'examples/倒卖药品', '--supervision', '-o', zip, '--at', '2026-06-24T15:00:00+08:00')).exit).toBe(0);
  const files = entriesOf(zip);
  const of = (ending: string): Uint8Array => [...files].find(([path]) => path.endsWith(ending))?.[1] ?? new Uint8Array();
  const lines = Buffer.from(of('/data/custody/custody.jsonl')).toString('utf8').trimEnd().split('\n');
  const events = lines.map((line) => JSON.parse(line) as CustodyEvent);
  expect(events.map(({ action }) => action)).toEqual(['extract', 'move', 'copy', 'examine', 'pack']);
  expect([...new Set(events.flatMap(({ items }) => items))]).toEqual(['Z-01']);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
  expect(events.map(({ prev }) => prev)).toEqual([null, ...lines.slice(0, -1).map((line) => custodyLink(line))]);
  const listed = [...files.keys()].flatMap((path) => /\/data\/evidence\/(.*)/.exec(path)?.[1] ?? []);
  expect(events.flatMap(({ digests = [] }) => digests.map(({ path }) => path)).filter((path) => !listed.includes(path))).toEqual([]);
  const whole = readFileSync('examples/倒卖药品/custody.jsonl', 'utf8').trimEnd().split('\n');
  const paper = (await documentText(of('/04-证据保管链记录.pdf'))).replace(/\s/g, '');
  expect(paper).toContain(`全案保管链共${whole.length}条`);
  expect(paper).toContain(custodyLink(lines.at(-2) ?? ''));
  expect(paper).not.toMatch(/缺口：(?!无)|未列入证据清单|没有保管记录的证据/);
  expect((await codes('verify', zip)).exit).toBe(0);
});

test.each([
  ['of a line about the enclosed evidence', 2, true],
  ['of a line about both', 28, true],
  ['of a line about other evidence', 3, false],
] as const)('a correction %s', async (_, line, enclosed) => {
  const dir = join(scratch(), '案件');
  cpSync('examples/倒卖药品', dir, { recursive: true });
  const correct = ['--add', '更正', '--line', String(line), '--note', '改写的备注', '--reason', '当时写错，据原始登记', '--by', '甲、乙'];
  const done = await mbpack('custody', dir, ...correct);
  expect([done.exit, done.err]).toEqual([0, expect.any(String)]);
  const zip = join(scratch(), '线索.zip');
  expect((await codes('build', dir, '--supervision', '-o', zip, '--at', '2026-09-16T15:00:00+08:00')).exit).toBe(0);
  const files = entriesOf(zip);
  const of = (ending: string): Uint8Array => [...files].find(([path]) => path.endsWith(ending))?.[1] ?? new Uint8Array();
  const events = Buffer.from(of('/data/custody/custody.jsonl'))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as CustodyEvent);
  expect(events.map(({ action }) => action)).toEqual(['extract', 'move', 'copy', 'examine', ...(enclosed ? ['correct'] : []), 'pack']);
  // It names the line by its number in the extract, and no evidence that stays behind.
  const [correction] = events.filter(({ action }) => action === 'correct');
  if (enclosed) expect(events.find(({ seq }) => seq === correction?.corrects)?.action).toBe(line === 2 ? 'move' : 'copy');
  expect([...new Set(events.flatMap(({ items }) => items))]).toEqual(['Z-01']);
  const paper = (await documentText(of('/04-证据保管链记录.pdf'))).replace(/\s/g, '');
  expect(paper.includes('改写的备注')).toBe(enclosed);
  expect(paper).not.toMatch(/缺口：(?!无)|未列入证据清单|没有保管记录的证据/);
  expect((await codes('verify', zip)).exit).toBe(0);
});

test('the police dossier of the same case names neither the letter nor its person', async () => {
  const dir = caseWith(LEAD);
  const zip = join(scratch(), '案卷.zip');
  expect((await codes('build', dir, '-o', zip, ...AT)).exit).toBe(0);
  expect(entries(zip).filter((f) => /supervision|线索/.test(f))).toEqual([]);
  const text = Buffer.concat([...entriesOf(zip).values()]).toString('latin1');
  for (const secret of ['沈某廿', '示医保线', '示例市监察委员会'])
    expect(text.includes(Buffer.from(secret).toString('latin1'))).toBe(false);
});

test('a letter that is not finished does not hold the police dossier up', async () => {
  const dir = caseWith('docNo: \nissuedOn:\n');
  const { exit, findings } = await codes('build', dir, '-o', join(scratch(), '案卷.zip'), ...AT);
  expect(exit).toBe(0);
  expect(findings.filter((f) => f.at?.file?.endsWith('supervision.yaml')).map((f) => f.severity)).not.toContain('stop');
});

test('a changed byte of the package is found', async () => {
  const dir = caseWith(LEAD);
  const zip = join(scratch(), '线索.zip');
  await mbpack('build', dir, '--supervision', '-o', zip, ...AT);
  const bytes = readFileSync(zip);
  const at = bytes.indexOf('明知住院虚构');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(zip, bytes);
  expect((await mbpack('verify', zip)).exit).toBe(1);
});

test.each<[string, string | undefined, string]>([
  ['no letter', undefined, 'SUPERVISION_FORM_MISSING'],
  ['a letter with a field missing', LEAD.replace(/clue: .*\n/, ''), 'FIELD_MISSING'],
  ['evidence that is not listed', LEAD.replace('[E001]', '[E009]'), 'REF_UNKNOWN'],
])('%s: nothing is written', async (_, lead, code) => {
  const zip = join(scratch(), '线索.zip');
  const { exit, codes: found } = await codes('build', caseWith(lead), '--supervision', '-o', zip, ...AT);
  expect(exit).toBe(1);
  expect(found).toContain(code);
  expect(existsSync(zip)).toBe(false);
});

test('init writes the empty letter, and never over one', async () => {
  const dir = caseWith();
  expect((await mbpack('init', '--form', 'supervision', dir)).exit).toBe(0);
  expect(readFileSync(join(dir, 'supervision.yaml'), 'utf8')).toContain('线索移送函');
  expect((await mbpack('init', '--form', 'supervision', dir)).exit).toBe(2);
  expect((await mbpack('init', '--form', 'case', dir)).exit).toBe(2);
});
