// 移交函 to other departments, 委托书 and 保密承诺书 of persons of other houses; and what the letter says of whom the law protects.
import { expect, test } from 'vitest';
import { documentApplies, documentText, renderDocument } from '../../src/documents/index.ts';
import type { Case, DocumentId, Suspect } from '../../src/model/index.ts';
import { helpedCase, input, sampleCase } from './fixture.ts';

const printed = async (id: DocumentId, forms: Case): Promise<string> => {
  const { bytes, findings } = await renderDocument(id, input(forms));
  expect(findings).toEqual([]);
  return (await documentText(bytes)).replaceAll(/\s/gu, '');
};

test.each([
  ['commission', '示例市某某信息技术有限公司：', '钱某八'],
  ['pledge', '本人顾某七（示例市某某信息技术有限公司）受委托', '钱某八'],
  ['referral', '查验附表所列12份电子票据的真伪', '顾某七'],
] as const)('%s is for those it concerns', async (id, said, unsaid) => {
  const text = await printed(id, helpedCase);
  expect(text).toContain(said);
  expect(text).not.toContain(unsaid);
  expect([documentApplies({ id }, helpedCase), documentApplies({ id }, sampleCase)]).toEqual([true, false]);
});

test('officers of another bureau alone are commissioned by nobody', () => {
  const [, officer] = helpedCase.case.participants ?? [];
  const forms = { ...helpedCase, case: { ...helpedCase.case, participants: officer ? [officer] : [] } };
  expect(documentApplies({ id: 'pledge' }, forms)).toBe(false);
});

const { idNo: _, birthDate: __, ...somebody } = sampleCase.case.suspects[0] as Suspect;
test('the letter asks the police to mind a delegate, a minor and a foreigner', async () => {
  const suspects: readonly Suspect[] = [
    { ...somebody, id: 'S1', birthDate: '1975-03-04', deputy: '示例市人民代表大会代表' },
    { ...somebody, id: 'S2', name: '陈㛃', birthDate: '2009-01-02', deputy: '不是人大代表、政协委员' },
    { ...somebody, id: 'S3', name: '示例某', birthDate: '1980-01-01', nationality: '示例国', otherIdType: '护照', otherIdNo: 'E00000000' },
    { ...somebody, id: 'S4', name: '周某', birthDate: '1980-01-01', deputy: '政协示例市委员会委员' },
  ];
  const forms = { ...sampleCase, case: { ...sampleCase.case, suspects } };
  const { bytes, findings } = await renderDocument('transfer', input(forms));
  expect(findings).toEqual([]);
  await expect((await documentText(bytes)).replaceAll('\f', '\n\f\n')).toMatchFileSnapshot('golden/transfer-persons.txt');
});

test('what the report ticks stands with its article; what cannot be recovered with property of the same worth', async () => {
  const forms: Case = {
    ...sampleCase,
    case: {
      ...sampleCase.case,
      amount: {
        ...sampleCase.case.amount,
        recovered: [{ on: '2026-10-09', amount: '1000.00', voucherNo: 'PZ-0001', kind: '自查退回' }],
        untraced: [{ cause: '无法查明去向', amount: '300000.00', situation: '分次取现', evidence: ['3'] }],
        equivalents: [{ property: '示例路商铺一间', holder: '王𬸪', value: '500000.00' }],
      },
    },
    investigation: {
      ...sampleCase.investigation,
      intentReason: '布置凑满住院天数',
      circumstances: {
        listed: [
          { ground: '组织、指挥犯罪团伙', suspects: ['S1'], evidence: ['1'], note: '布置分工。' },
          { ground: '退赃退赔', suspects: ['S1', 'S2'] },
        ],
      },
    },
  };
  const text = await printed('investigation', forms);
  for (const said of [
    '从重处理的情节：王𬸪：组织、指挥犯罪团伙，布置分工（法发〔2024〕6号第十条第二款第一项；证据：1）。',
    '从宽处理的情节：王𬸪、陈㛃：退赃退赔（法发〔2024〕6号第十二条第一款）。',
    '违法所得300000.00元无法查明去向：分次取现（证据：3）。',
    '可供追缴等值部分的财产：示例路商铺一间，名义人王𬸪，估计价值500000.00元。',
    '布置凑满住院天数。',
    'PZ-0001（自查退回）',
  ])
    expect(text).toContain(said);
});
