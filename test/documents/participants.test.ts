// Persons of other houses: named where they helped, never among the 专案组 and never as officers.
import { expect, test } from 'vitest';
import { documentText, renderDocument } from '../../src/documents/index.ts';
import type { Case, DocumentId, Participant } from '../../src/model/index.ts';
import { input, recordsCase, recordsInput } from './fixture.ts';

const ENGINEER: Participant = {
  id: '技一',
  name: '顾某七',
  unit: '示例市某某信息技术有限公司',
  kind: '信息技术机构',
  identity: '数据库工程师',
  task: '协助导出住院收费数据',
};
const helped: Case = {
  ...recordsCase,
  case: { ...recordsCase.case, participants: [ENGINEER] },
  records: { ...recordsCase.records, extractions: recordsCase.records.extractions.map((r) => ({ ...r, technicians: ['技一'] })) },
};

async function printed(id: DocumentId, forms: Case): Promise<string> {
  const { bytes } = await renderDocument(id, id === 'extraction' ? recordsInput(forms) : input(forms));
  return (await documentText(bytes)).replaceAll(/\s/gu, '');
}

test('the report names them apart from the 专案组', async () => {
  const text = await printed('investigation', helped);
  expect(text).toMatch(
    /组成。外单位协助调查、不属于专案组的有：顾某七（示例市某某信息技术有限公司，数据库工程师，协助导出住院收费数据）。调查过程/u,
  );
  expect(text.match(/顾某七/gu)).toHaveLength(1);
  expect(await printed('investigation', recordsCase)).not.toContain('外单位');
});

test('neither the letter nor the report to the head of office names them as officers', async () => {
  expect(await printed('transfer', helped)).not.toContain('顾某七');
  expect(await printed('report', helped)).not.toContain('顾某七');
});

test('the record of an extraction names who worked, with a line to sign', async () => {
  const text = await printed('extraction', helped);
  expect(text).toContain('技术人员顾某七（示例市某某信息技术有限公司）');
  expect(text.match(/技术人员顾某七/gu)?.length).toBe(2 * helped.records.extractions.length);
  expect(text).not.toMatch(/执法人员顾某七/u);
  expect(await printed('extraction', recordsCase)).not.toContain('技术人员');
});
