/** A blank record added to records.yaml: every byte that was there stays, and the next number follows. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addRecord, folderSource, initCase, loadCase, RECORD_ENTRIES, type RecordEntry, recordEntry } from '../../src/case/index.ts';
import { Fault, type Finding } from '../../src/model/index.ts';
import { load } from './memory-case.ts';

const made: string[] = [];
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

function folder(records?: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'mbpack-record-'));
  made.push(dir);
  writeFileSync(join(dir, 'case.yaml'), '');
  if (records !== undefined) writeFileSync(join(dir, 'records.yaml'), records);
  return dir;
}
const textOf = (dir: string): string => readFileSync(join(dir, 'records.yaml'), 'utf8');
/** What is left when the lines of the second are taken out of the first, in order. */
function without(after: string, before: string): string[] {
  const left = before.split(/\r?\n/);
  return after.split(/\r?\n/).filter((line) => line !== left[0] || left.shift() === undefined);
}

test.each(Object.keys(RECORD_ENTRIES) as RecordEntry[])(
  '%s: a blank entry tells only what is required, and nothing is un-commented',
  async (list) => {
    const dir = mkdtempSync(join(tmpdir(), 'mbpack-record-'));
    made.push(dir);
    initCase(dir, { lists: 'yaml' });
    addRecord(dir, list);
    addRecord(dir, list);
    const { findings } = await loadCase(folderSource(dir), { internal: 'required' });
    const own = findings.filter(({ at }) => at && 'file' in at && at.file.endsWith('records.yaml'));
    const blank = (f: Finding) => f.code === 'FIELD_MISSING' || (f.code === 'FIELD_TYPE' && f.args.found === 'blank');
    expect(own.filter((f) => !blank(f))).toEqual([]);
    // Without a number, a blank entry is as good as none.
    const told = own.some(({ at }) => at && 'pointer' in at && at.pointer.startsWith(`/${list}/1`));
    expect(told).toBe(list !== 'datasets' && list !== 'defects');
    expect(textOf(dir)).not.toMatch(/^ *# *\w+:/m);
  },
);

test('the form of a new case is short and whole', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'mbpack-record-'));
  made.push(dir);
  initCase(dir);
  expect(textOf(dir).split('\n').length).toBeLessThan(40);
  expect((await load({ 'records.yaml': textOf(dir) })).forms.records?.extractions).toEqual([]);
});

const ENTRY = '  - recordNo: T-07\n    place: 某处\n';
test.each<[string, string | undefined, string | undefined]>([
  ['no form yet', undefined, 'R1'],
  ['an empty list', 'extractions: []\nscenes: []\n', 'R1'],
  ['an empty list with a remark', 'extractions: []  # 无\nscenes: []\n', 'R1'],
  ['a blank list', 'extractions:\nscenes: []\n', 'R1'],
  ['no such list', 'scenes: []\n', 'R1'],
  ['one entry', `extractions:\n${ENTRY}scenes: []\n`, 'T-08'],
  ['the last of the form', `scenes: []\nextractions:\n${ENTRY}`, 'T-08'],
  ['no last line feed', `scenes: []\nextractions:\n${ENTRY.trimEnd()}`, 'T-08'],
  ['comments behind', `extractions:\n${ENTRY}  # 以上核对\n\n# 现场\nscenes: []\n`, 'T-08'],
  ['not indented', 'extractions:\n- recordNo: T-07\nscenes: []\n', 'T-08'],
  ['of Windows', `extractions:\n${ENTRY}scenes: []\n`.replaceAll('\n', '\r\n'), 'T-08'],
  ['with a mark', `\ufeffextractions:\n${ENTRY}`, 'T-08'],
  ['a block behind', `extractions:\n  - recordNo: T-07\n    method: |\n      一\n      # 二\n\nscenes: []\n`, 'T-08'],
  ['numbers of another list', 'extractions: []\nscenes:\n  - recordNo: T-12\n', 'T-13'],
])('kept: %s', async (_, before, recordNo) => {
  const dir = folder(before);
  expect(addRecord(dir, 'extractions').recordNo).toBe(recordNo);
  const after = textOf(dir);
  const old = before?.replace(/^(extractions:) *\[\]/m, '$1') ?? '';
  const added = without(after, old);
  expect(added.filter((line) => line.includes('recordNo'))).toEqual([expect.stringContaining(recordNo ?? '')]);
  expect(added.length - 60).toBeGreaterThan(0);
  if (before?.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  if (before?.startsWith('\ufeff')) expect(after.startsWith('\ufeffextractions')).toBe(true);
  expect(existsSync(join(dir, 'records.yaml.new'))).toBe(false);
});

test.each<[string, string]>([
  ['form', `extractions: [{ recordNo: T-1 }]\n`],
  ['form', 'extractions: 无\n'],
  ['unread', 'extractions: [\n'],
])('refused (%s), and nothing changed: %j', (reason, before) => {
  const dir = folder(before);
  const thrown = (() => {
    try {
      return addRecord(dir, 'extractions');
    } catch (error) {
      return error;
    }
  })();
  expect(thrown instanceof Fault && thrown.finding).toMatchObject({ code: 'RECORD_NOT_ADDED', args: { reason } });
  expect(textOf(dir)).toBe(before);
});

test.each([
  ['extractions', 'extractions'],
  ['电子数据提取笔录', 'extractions'],
  ['提取笔录', 'extractions'],
  ['询问笔录', 'interviews'],
  ['瑕疵', 'defects'],
  ['笔录', undefined],
  ['x', undefined],
])('%s is the list %s', (text, list) => expect(recordEntry(text)).toBe(list));

test('an optional group that is left blank is not there; in JSON it is', async () => {
  const said = {
    recordNo: 'R9',
    startedAt: '2026-07-15T09:30+08:00',
    place: '某处',
    officers: ['甲', '乙'],
    reason: '核实',
    findings: '无人',
  };
  const scene = { ...said, party: { name: '孙某六', signed: '已签名' }, process: ['查看'], witness: {}, present: [null] };
  const json = JSON.stringify({ scenes: [scene] });
  expect((await load({ 'records.yaml': json })).unread).toEqual([]);
  expect((await load({ 'records.yaml': undefined, 'records.json': json })).unread).toEqual(['records']);
  expect((await load({ 'records.yaml': json.replace('[null]', '[null,"张某"]') })).unread).toEqual(['records']);
});
