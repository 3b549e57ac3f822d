/** Guards: who reported is found inside evidence that a program can read, in whatever encoding; a witness's own record only warns. */
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sentenceOf } from '../../src/messages/index.ts';
import type { Finding } from '../../src/model/index.ts';
import { unreadFindings } from '../../src/operations/leaks.ts';
import { pagePdf, show, string } from '../exhibit/pdf-maker.ts';
import { codes, GOOD, mbpack, scratch } from './run.ts';

const FIXTURE = 'test/case/fixture';
const AT = '2026-11-20T10:00+08:00';

/** 举报人刘某十 in GB 18030, which no library here writes. */
const GB_NAME = Buffer.from('bed9b1a8c8cbc1f5c4b3caae', 'hex');

function workbook(text: string): Uint8Array {
  const part = (xml: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
  return zipSync({
    '[Content_Types].xml': part('<Types/>'),
    'xl/workbook.xml': part(
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': part(
      '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': part(
      `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
    ),
  });
}

async function leaks(content: string | Uint8Array, reasons = '', name = '住院病历-2.txt'): Promise<string[]> {
  const dir = join(scratch(), 'case');
  cpSync(FIXTURE, dir, { recursive: true });
  const clue = 'clue: { no: XS-2026-0017, informant: 刘某十, informantIdNo: "99999919850505005X", informantPhone: "0000-7777009" }';
  appendFileSync(join(dir, 'internal.yaml'), `\n${clue}\n${reasons}`);
  const list = join(dir, 'evidence.yaml');
  writeFileSync(
    list,
    readFileSync(list, 'utf8')
      .replace(/, sha256: e3b0[0-9a-f]+/, '')
      .replaceAll('住院病历-2.txt', name),
  );
  rmSync(join(dir, 'evidence/书证/住院病历-2.txt'));
  writeFileSync(join(dir, 'evidence/书证', name), content);
  const { findings } = await codes('check', dir, '--at', AT);
  return findings.filter((f) => f.rule === 'S-01').map((f) => `${f.severity} ${f.code} ${f.at?.file?.split('/').at(-1)}`);
}

test.each([
  ['in percents', encodeURIComponent('刘某十')],
  ['as Info-ZIP writes it', '#U5218#U67d0#U5341'],
  ['UTF-8 read as GBK', new TextDecoder('gbk').decode(new TextEncoder().encode('诸刘某十'))],
])('a file name that shows who reported: %s', async (_, shown) => {
  expect(await leaks('普通的文字', '', `${shown}.txt`)).toEqual([`warning INFORMANT_NAME_OCCURS ${shown}.txt`]);
});

test.each(['.txt', '%20a.txt'])('the name of a file, as it stands before %s: told once, where the list has it', async (end) => {
  expect(await leaks('普通的文字', '', `举报人刘某十${end}`)).toEqual(['stop INFORMANT_NAMED evidence.yaml']);
});

const REASON = 'reasons: [{ rule: S-01, reason: 已遮盖另附, by: 赵某四, at: 2026-11-19T16:00+08:00 }]\n';
const FILE = '住院病历-2.txt';
test.each<[string, string | Uint8Array, string[], string?]>([
  ['nothing of it', '普通的文字', []],
  ['named as the reporter', '据举报人刘某十反映', [`error INFORMANT_NAMED ${FILE}`]],
  ['named as the reporter, and a reason recorded', '据举报人刘某十反映', [`warning INFORMANT_NAMED ${FILE}`], REASON],
  ['named as a witness', '询问笔录 被询问人：刘某十', [`warning INFORMANT_NAME_OCCURS ${FILE}`]],
  ['in GB 18030', GB_NAME, [`error INFORMANT_NAMED ${FILE}`]],
  ['in UTF-16', Buffer.from('\ufeff据举报人刘某十反映', 'utf16le'), [`error INFORMANT_NAMED ${FILE}`]],
  ['in a cell of a workbook', workbook('举报人刘某十'), [`error INFORMANT_NAMED ${FILE}`]],
  [
    'in a note of a PDF',
    pagePdf(show('附件'), { page: `/Annots[<</Type/Annot/Subtype/Text/Rect[9 9 9 9]/Contents${string('举报人刘某十')}>>]` }),
    [`error INFORMANT_NAMED ${FILE}`],
  ],
  ['in a PDF by a Chinese CMap', pagePdf(`BT /G 12 Tf 72 700 Td <${GB_NAME.toString('hex')}> Tj ET`), [`error INFORMANT_NAMED ${FILE}`]],
  ['the number of the report', '线索 XS-2026-0017 转办', [`error INFORMANT_NUMBER_LEAKED ${FILE}`]],
  ['a witness’s own telephone', '联系电话 0000 7777009', [`warning INFORMANT_NUMBER_LEAKED ${FILE}`]],
  ['across two blocks of a long file', `${'啊'.repeat(87_378)}\n据举报人刘某十反映`, [`error INFORMANT_NAMED ${FILE}`]],
])('%s', async (_, content, expected, reasons) => {
  expect(await leaks(content, reasons)).toEqual(expected);
});

test('files whose words no program reads are named: a few to people, the rest to other programs', async () => {
  const argv = ['check', GOOD, '--at', AT];
  const told = (await codes(...argv)).findings.filter(({ code }) => code === 'FILES_NEED_EYES');
  const [{ count, paths, reasons }] = told.map(({ args }) => args) as [{ count: number; paths: string[]; reasons: { why: string }[] }];
  expect(reasons).toHaveLength(paths.length);
  expect([told.length, count, new Set(paths).size]).toEqual([1, paths.length, paths.length]);
  expect(paths.filter((path) => !existsSync(join(GOOD, path)))).toEqual([]);
  expect(paths.filter((path) => /\.(?:csv|yaml)$/.test(path))).toEqual([]);
  const { err } = await mbpack(...argv);
  const shown = paths.filter((path) => err.includes(path));
  expect(shown).toHaveLength(10);
  // Of every reason some.
  expect(new Set(shown.map((path) => reasons[paths.indexOf(path)]?.why))).toEqual(new Set(reasons.map(({ why }) => why)));
});

test('of very many files twenty thousand are named', async () => {
  const all = Array.from({ length: 100_000 }, (_, i) => ({ path: `evidence/${i}.jpg`, why: { why: 'picture' as const }, more: 0 }));
  const [told] = unreadFindings({ unread: all, named: true });
  const reason = { why: 'picture', where: '', more: 0 };
  expect(told?.args).toEqual({
    count: 100_000,
    paths: all.slice(0, 20_000).map(({ path }) => path),
    reasons: Array(20_000).fill(reason),
    named: true,
  });
  expect(unreadFindings({ unread: [], named: false })).toEqual([]);
});

test('why a file needs eyes is told with its place, which is a stranger’s word', () => {
  const where = '附件\n«已核验»\u202e.zip';
  const [told] = unreadFindings({
    unread: [
      { path: 'evidence/a.pdf', why: { why: 'picture', where: '3' }, more: 2 },
      { path: 'evidence/b.eml', why: { why: 'embedded', where }, more: 0 },
    ],
    named: true,
  });
  const lines = sentenceOf(told as Finding, 'zh-CN').text.split('\n');
  expect(lines).toHaveLength(6);
  expect(lines[2]).toContain('第 3 页，另有 2 处');
  expect(lines[4]).toContain('<U+202E>');
  expect(told?.args).toMatchObject({ reasons: [{ where: '3', more: 2 }, { where }] });
});

test('a name that was searched for in files that were all read: what is not searched for is said', () => {
  expect(unreadFindings({ unread: [], named: true })).toMatchObject([
    { code: 'FILES_NEED_EYES', args: { count: 0, paths: [], named: true } },
  ]);
});
