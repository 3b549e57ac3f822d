// What the letter, the report and the report to the head of office say, and how.
import { expect, test } from 'vitest';
import { documentText, type RenderInput, renderDocument } from '../../src/documents/index.ts';
import type { Case, DocumentId, Finding, InternalForm } from '../../src/model/index.ts';
import { input, sampleCase } from './fixture.ts';

type Main = Case['case'];
const withMain = (change: Partial<Main>): Case => ({ ...sampleCase, case: { ...sampleCase.case, ...change } });
const flat = (text: string): string => text.replace(/\s/g, '');

async function rendered(id: DocumentId, given: RenderInput): Promise<{ readonly text: string; readonly findings: readonly Finding[] }> {
  const { bytes, findings } = await renderDocument(id, given);
  return { text: flat(await documentText(bytes)), findings };
}
const textOf = async (id: DocumentId, forms: Case, more: Partial<RenderInput> = {}): Promise<string> =>
  (await rendered(id, { ...input(forms), ...more })).text;

const { sender, suspects, officers } = sampleCase.case;
const [first] = suspects;

test.each([
  [
    'address and both telephones',
    { sender: { ...sender, address: '示例市示例路2号' } },
    /联系电话：0000-0000001；机关电话：0000-0000000；地址：示例市示例路2号。/,
  ],
  [
    'what the police do next, and what the bureau does',
    {},
    /第八条，请你局依法审查.*第十二条，你局决定立案的，我局自接到立案通知书之日起三日内移交/,
  ],
  ['several people under one label', {}, /涉嫌人员2名：1．王𬸪.*2．陈㛃/],
  ['one person', { suspects: first ? [first] : [] }, /涉嫌人员：王𬸪/],
  ['contact before the attachments', {}, /专案组成员：.*附件：1/],
  [
    'the penalty with its evidence and copy',
    { penalty: { decided: true, docNo: '示罚1号', evidence: 'Z-9', copiedOn: '2026-10-01' } },
    /副本已于2026年10月1日抄送公安机关、人民检察院。行政处罚决定书（证据Z-9）一并抄送/,
  ],
] as const)('letter: %s', async (_, change, expected) => {
  expect(await textOf('transfer', withMain(change as Partial<Main>))).toMatch(expected);
});

test.each([
  ['money as the narrative beside it writes it', {}, /1234567\.89元/],
  [
    'officers with their office',
    { officers: officers.map((o) => ({ ...o, unit: '基金监管科' })) },
    /张三丰（基金监管科，执法证号SL-0001）/,
  ],
  ['the day on which it was taken for a crime', { suspectedOn: '2026-09-01' }, /2026年9月1日认为本案涉嫌犯罪/],
  [
    'another department, and its answer',
    {
      referrals: [
        {
          to: '药品监督管理',
          recipient: '示例市药品监督管理局',
          matter: '药品流入非法渠道',
          on: '2026-09-02',
          reply: { receivedAt: '2026-09-09T10:00+08:00', content: '已立案' },
        },
      ],
    },
    /2026年9月2日将下列事项移交示例市药品监督管理局：药品流入非法渠道。2026年9月9日10时00分答复：已立案。/,
  ],
] as const)('report: %s', async (_, change, expected) => {
  expect(await textOf('investigation', withMain(change as Partial<Main>))).toMatch(expected);
});

test('every piece of evidence of intent has its title and what it shows', async () => {
  const forms = { ...sampleCase, investigation: { ...sampleCase.investigation, intentEvidence: ['2'] } };
  const item = forms.evidence.evidence.find((e) => e.evidenceNo === '2');
  expect(await textOf('investigation', forms)).toContain(flat(`2${item?.title}${item?.proves}`));
});

test('whole sentences are joined as clauses', async () => {
  const circumstances = { aggravating: ['组织多人实施。', '数额巨大。'], mitigating: [] };
  const forms = { ...sampleCase, investigation: { ...sampleCase.investigation, circumstances } };
  const text = await textOf('investigation', forms);
  expect(text).toContain('组织多人实施；数额巨大。');
  expect(text).not.toContain('。；');
  // Papers that 0.1.0 made are compared as it joined them.
  expect(await textOf('investigation', forms, { madeBy: '0.1.0' })).toContain('组织多人实施。；数额巨大。');
});

test('a label stands once in front of several paragraphs', async () => {
  const facts = sampleCase.case.facts.map((f) => ({ ...f, method: '先登记。\n后补写。', consequence: '甲。\n乙。' }));
  const text = await textOf('investigation', withMain({ facts }));
  expect([text.match(/手段：/g)?.length, text.match(/后果：/g)?.length]).toEqual([facts.length, facts.length]);
});

test('straight quotation marks are printed as Chinese ones, and that is told', async () => {
  const transfer = { ...sampleCase.transfer, factSummary: '以"免费体检"为名' };
  const made = await rendered('transfer', input({ ...sampleCase, transfer }));
  expect(made.text).toContain('以“免费体检”为名');
  expect(made.findings).toMatchObject([
    { code: 'TEXT_NORMALISED', severity: 'info', args: { char: '"', form: 'transfer', pointer: '/factSummary' } },
  ]);
  const older = await rendered('transfer', { ...input({ ...sampleCase, transfer }), madeBy: '0.1.0' });
  expect([older.text.includes('以"免费体检"为名'), older.findings]).toEqual([true, []]);
});

test('the report to the head of office tells of the period for handling and of answers', async () => {
  const internal: InternalForm = {
    handling: { extensions: [{ days: 30, approvedOn: '2026-10-01', by: '负责人批准' }] },
  } as unknown as InternalForm;
  const text = await textOf('report', sampleCase, { internal });
  expect(text).toContain('局主要负责人：');
  expect(text).toContain('2026年10月1日经负责人批准，延长30日');
});
