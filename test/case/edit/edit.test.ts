/** The edit door by example: what becomes of the text around, of cells beside, and what is refused and why. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { replaceForm } from '../../../src/case/edit/write-form.ts';
import { type Edit, editedForm, filledWorkbook } from '../../../src/case/index.ts';
import { Fault } from '../../../src/model/index.ts';
import { HANDS, workbookBy } from './workbooks.ts';

const utf8 = new TextEncoder();

/** The text after an edit, or why there is none. */
async function made(text: string, edit: Edit, name = 'case.yaml'): Promise<string> {
  const form = name.replace(/\..*/, '') as 'case';
  const { edited, findings } = await editedForm(utf8.encode(text), { form, name, file: name }, edit);
  if (edited) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(edited.bytes);
  return findings.map(({ code, args }) => (code === 'EDIT_NOT_MADE' ? args.reason : code)).join(' ');
}

const set = (pointer: string, value: unknown): Edit => ({ op: 'set', pointer, value });
const insert = (pointer: string, value: unknown): Edit => ({ op: 'insert', pointer, value });

describe('text', () => {
  test.each<[string, string, Edit, string]>([
    ['a blank before a comment', 'name:   # 名称\n', set('/name', '甲'), 'name: 甲   # 名称\n'],
    ['quotes as they were', "name: '甲'\n", set('/name', "it's"), "name: 'it''s'\n"],
    ['a number that is a text', 'name: 甲\ncaseNo:\n', set('/caseNo', '0012'), 'name: 甲\ncaseNo: "0012"\n'],
    ['quoted as the file has it more often', "name: '1'\ncaseNo:\n", set('/caseNo', '0012'), "name: '1'\ncaseNo: '0012'\n"],
    [
      'lines below a bar',
      'factSummary: |- # 摘要\n  一\n\ndocNo: 甲\n',
      set('/factSummary', '二\n三'),
      'factSummary: |- # 摘要\n  二\n  三\n\ndocNo: 甲\n',
    ],
    ['no line end at the end', 'name: 甲', set('/caseNo', 'x'), 'name: 甲\ncaseNo: x'],
    ['in the order of the schema', '# 头\ncaseNo: 1号\ncause: 乙\n', set('/name', '甲'), '# 头\ncaseNo: 1号\nname: 甲\ncause: 乙\n'],
    ['Windows', 'docNo: 甲\r\n', set('/factSummary', '一\n二'), 'docNo: 甲\r\nfactSummary: |-\r\n  一\r\n  二\r\n'],
    ['an empty list', 'cc: []  # 抄送\n', insert('/cc/-', '某院'), 'cc: [某院]  # 抄送\n'],
    [
      'an empty list above its example',
      'officers: []\n  # 有的删去上面的 []：\n  # - id: 甲\nname: 甲\n',
      insert('/officers/-', { id: '甲' }),
      'officers:\n  - id: 甲\n  # 有的删去上面的 []：\n  # - id: 甲\nname: 甲\n',
    ],
    [
      'behind what was said of the items above',
      'officers:\n  - id: 甲\n    # unit: 某科\n  # 以上核对无误\n\n# 抄送\ncc: []\n',
      insert('/officers/-', { id: '乙' }),
      'officers:\n  - id: 甲\n    # unit: 某科\n  # 以上核对无误\n  - id: 乙\n\n# 抄送\ncc: []\n',
    ],
    [
      'a comment of the next field stays with it',
      'officers:\n- id: 甲\n# 抄送\ncc: []\n',
      insert('/officers/-', { id: '乙' }),
      'officers:\n- id: 甲\n- id: 乙\n# 抄送\ncc: []\n',
    ],
    [
      'a comment goes with its item',
      'officers:\n  # 主办\n  - id: 甲\n  # 协办\n  - id: 乙 # 二\n',
      { op: 'move', pointer: '/officers/1', to: 0 },
      'officers:\n  # 协办\n  - id: 乙 # 二\n  # 主办\n  - id: 甲\n',
    ],
    [
      'a comment of the whole list stays above it',
      'officers:\n  # 至少两名\n  - id: 甲\n  - id: 乙\n',
      { op: 'remove', pointer: '/officers/0' },
      'officers:\n  # 至少两名\n  - id: 乙\n',
    ],
    [
      'the first member of an item',
      'officers:\n  - unit: 某科 # 科\n    # 代号\n    id: 甲\n',
      { op: 'remove', pointer: '/officers/0/unit' },
      'officers:\n  - # 代号\n    id: 甲\n',
    ],
    [
      'a text above deeper comments is no text below a bar',
      'factSummary:\n  # 摘要\ndocNo: 甲\n',
      set('/factSummary', '一\n二'),
      'factSummary: "一\\n二"\n  # 摘要\ndocNo: 甲\n',
    ],
    [
      'JSON by its own indentation',
      '{\n\t"cc": [\n\t\t"甲"\n\t]\n}\n',
      insert('/cc/-', '乙'),
      '{\n\t"cc": [\n\t\t"甲",\n\t\t"乙"\n\t]\n}\n',
    ],
  ])('%s', async (_, text, edit, expected) => {
    expect(await made(text, edit, text.startsWith('{') ? 'case.json' : text.includes('docNo') ? 'transfer.yaml' : 'case.yaml')).toBe(
      expected,
    );
  });
  test.each<[string, string, Edit, string]>([
    ['comments inside what would go', 'sender:\n  # 全称\n  name: 甲\n', set('/sender', { name: '乙' }), 'comments'],
    ['a member with a question mark', '? name\n: 甲\n', set('/name', '乙'), 'style'],
    ['an item that shares its line with another dash', 'parties:\n  - - a\n    - b\n', { op: 'remove', pointer: '/parties/0/0' }, 'style'],
    ['beyond the list', 'officers:\n  - id: 甲\n', insert('/officers/5', { id: '乙' }), 'index'],
    ['a file that does not read', 'name: "甲\n', set('/name', '乙'), 'FORM_SYNTAX unread'],
  ])('%s: refused', async (_, text, edit, reason) => {
    expect(await made(text, edit)).toContain(reason);
  });
});

describe('sheets', () => {
  const HEAD = ['物品编号', '名称', '数量', '单位', '价值'];
  const file = { form: 'items', name: 'items.xlsx', file: 'items.xlsx' } as const;
  const sheetOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
  const book = (hand: number, rows: readonly (readonly (string | undefined)[])[] = [HEAD, ['W1', '药', '37', '盒', '12']]): Uint8Array =>
    workbookBy(HANDS[hand] as (typeof HANDS)[number], '涉案物品清单', rows);
  const swapped = async (bytes: Uint8Array, from: string, to: string): Promise<Uint8Array> => {
    const { withPart } = await import('../../../src/case/edit/zip-part.ts');
    const xml = sheetOf(bytes);
    expect(xml).toContain(from);
    return withPart(bytes, 'xl/worksheets/sheet2.xml', utf8.encode(xml.replace(from, to))) ?? new Uint8Array();
  };

  test('a number stays a number, a text becomes one in the cell, and the rest of the sheet is as it was', async () => {
    const bytes = book(0);
    const { edited } = await editedForm(bytes, file, set('/items/0/quantity', '15'));
    expect(sheetOf(edited?.bytes ?? bytes)).toBe(sheetOf(bytes).replace(/(<c r="C2"[^>]*>)<v>37<\/v>/, '$1<v>15</v>'));
    const name = await editedForm(bytes, file, set('/items/0/name', '甲 & 乙'));
    expect(sheetOf(name.edited?.bytes ?? bytes)).toBe(
      sheetOf(bytes).replace(
        /<c r="B2" s="2" t="s"><v>\d+<\/v><\/c>/,
        '<c r="B2" s="2" t="inlineStr"><is><t xml:space="preserve">甲 &amp; 乙</t></is></c>',
      ),
    );
  });
  test('a new row is where the sheet says its rows are, in its own words', async () => {
    const bytes = book(2);
    const { edited } = await editedForm(bytes, file, insert('/items/-', { itemNo: 'W2', name: '卡', quantity: '1' }));
    const xml = sheetOf(edited?.bytes ?? bytes);
    expect(xml).toContain('<x:dimension ref="A1:E3"/>');
    expect(xml).toContain('<x:row r="3"><x:c r="A3"');
    expect(xml).toContain('<x:t xml:space="preserve">W2</x:t>');
  });
  test('a prepared row is filled, as its row and column look', async () => {
    const { edited } = await editedForm(book(0), file, insert('/items/-', { itemNo: 'W2' }));
    expect(sheetOf(edited?.bytes ?? new Uint8Array())).toContain(
      '<row r="3" spans="1:2" s="2" customFormat="1"><c r="A3" s="2" t="inlineStr">',
    );
  });
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, Edit, string]>([
    ['a formula', () => swapped(book(0), '<v>37</v>', '<f>36+1</f><v>37</v>'), set('/items/0/quantity', '4'), 'formula'],
    [
      'a cell that the formula of another one fills',
      () => swapped(book(0), '<v>12</v>', '<f t="array" ref="E2:E3">C2:C3</f><v>12</v>'),
      insert('/items/-', { itemNo: 'W2', value: '5' }),
      'formula',
    ],
    [
      'a merged cell',
      () => swapped(book(0), '</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'),
      set('/items/0/name', '甲'),
      'merged',
    ],
    ['no such column', () => book(0), set('/items/0/holder', '甲'), 'column'],
    [
      'rows change places',
      () => book(0, [HEAD, ['W1', '药', '37', '盒', '12'], ['W2', '卡', '1', '张', '0']]),
      { op: 'move', pointer: '/items/0', to: 1 },
      'order',
    ],
    ['a row between others', () => book(0), insert('/items/0', { itemNo: 'W0' }), 'order'],
    [
      'what follows from the statement',
      () => filledWorkbook('items', { none: true, statement: '没有', items: [] }),
      set('/none', false),
      'derived',
    ],
    ['a sheet in UTF-16', () => swapped(book(0), 'encoding="UTF-8"', 'encoding="UTF-16"'), set('/items/0/name', '甲'), 'style'],
  ])('%s: refused', async (_, bytes, edit, reason) => {
    const { findings, edited } = await editedForm(await bytes(), file, edit);
    expect(edited).toBe(undefined);
    expect(findings.map(({ args }) => ('reason' in args ? args.reason : args))).toEqual([reason]);
  });
});

describe('writing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mbpack-write-'));
  const path = join(folder, 'case.yaml');
  const [old, made] = [utf8.encode('name: 甲\n'), utf8.encode('name: 乙\n')];
  const fault = (): unknown => {
    try {
      replaceForm(path, 'case.yaml', old, made);
      return undefined;
    } catch (error) {
      return error instanceof Fault ? { code: error.finding.code, ...error.finding.args } : error;
    }
  };
  test.each<[string, () => void, object | undefined]>([
    ['as it was read', () => writeFileSync(path, old), undefined],
    ['changed meanwhile', () => writeFileSync(path, 'name: 丙\n'), { code: 'EDIT_NOT_WRITTEN', reason: 'changed' }],
    [
      'a link in its place',
      () => {
        writeFileSync(join(folder, '别处.yaml'), old);
        symlinkSync('别处.yaml', path);
      },
      { code: 'EDIT_NOT_WRITTEN', reason: 'changed' },
    ],
    ['gone', () => undefined, { code: 'EDIT_FAILED', reason: 'ENOENT' }],
  ])('%s', (_, prepare, expected) => {
    rmSync(path, { force: true });
    prepare();
    const before = expected && readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    const told = fault();
    if (expected) expect(told).toMatchObject(expected);
    else expect([told, readFileSync(path, 'utf8')]).toEqual([undefined, 'name: 乙\n']);
    if (before) expect(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
