/** A second list beside the first: which file was read, and which was not, is told by name. */
import { expect, test } from 'vitest';
import { filesBesideForms } from '../../src/case/index.ts';
import type { FormName } from '../../src/model/index.ts';

const FORMS = ['case.yaml', 'internal.yaml', 'items.yaml', 'evidence.yaml', 'records.yaml', 'custody.jsonl'];
const told = (...names: string[]): string[] =>
  filesBesideForms({ names: [...FORMS, ...names], fileOf: (name) => `案件/${name}` }).map((f) => {
    const { form, other } = f.args as { form: FormName; other: string };
    return `${f.code} ${form} ${other} ${f.at && 'file' in f.at ? f.at.file : ''}`;
  });

test.each<[string, FormName]>([
  ['evidence.xls', 'evidence'],
  ['evidence.csv', 'evidence'],
  ['evidence - 副本.yaml', 'evidence'],
  ['evidence - 副本 (2).yaml', 'evidence'],
  ['副本evidence.xlsx', 'evidence'],
  ['Copy of evidence.xlsx', 'evidence'],
  ['case - Copy.yaml', 'case'],
  ['Case.yaml', 'case'],
  ['case(1).yaml', 'case'],
  ['case.yaml.bak', 'case'],
  ['case.yaml.txt', 'case'],
  ['case.yaml~', 'case'],
  ['internal备份.yaml', 'internal'],
  ['records-2026.json', 'records'],
  ['物品清单.xls', 'items'],
  ['证据清单.xlsx', 'evidence'],
  ['证据清单 - 副本.xlsx', 'evidence'],
  ['~$evidence.xlsx', 'evidence'],
])('%s', (name, form) => {
  expect(told(name)).toEqual([`FORM_BESIDE_FORM ${form} ${name} 案件/${name}`]);
});

test.each<[string, FormName]>([
  ['~$evidence.yaml', 'evidence'],
  ['.~lock.case.yaml#', 'case'],
  ['.~items.yaml', 'items'],
])('%s: open elsewhere', (name, form) => {
  expect(told(name)).toEqual([`FORM_OPEN_ELSEWHERE ${form} ${name} 案件/${name}`]);
});

test.each(['说明.txt', 'showcase.yaml', '案件照片.jpg', 'evidence.jpg', 'Thumbs.db', 'transfer.yaml', 'correspondence.yaml', 'Makefile'])(
  'nothing of %s',
  (name) => {
    expect(told(name)).toEqual([]);
  },
);
