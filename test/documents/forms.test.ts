// A template prints what a form has and its view has not: read only, public forms alone, and the check code covers it.
import { expect, test } from 'vitest';
import { documentText, type RenderInput, renderDocument, sampleInput } from '../../src/documents/index.ts';
import { compiled } from '../../src/documents/template-use.ts';
import { wholeView } from '../../src/documents/views/index.ts';
import { seenBy } from '../../src/documents/visible.ts';
import type { Case } from '../../src/model/index.ts';
import { type LoadedPack, loadPack } from '../../src/pack/index.ts';

const national = loadPack('national');
const LETTER = { id: 'transfer', title: '涉嫌犯罪案件移送书' } as const;

function packOf(body: string): LoadedPack {
  const text = `<document layout="letter"><checkcode text="{{or checkCode ""}}"/><title>{{title}}</title>${body}</document>`;
  return { ...national, template: (id) => (id === 'transfer' ? { text, file: 'transfer.hbs' } : national.template(id)) };
}

function inputOf(pack: LoadedPack, change: (main: Case['case']) => Partial<Case['case']> = () => ({})): RenderInput {
  const sample = sampleInput(pack);
  return { ...sample, case: { ...sample.case, case: { ...sample.case.case, ...change(sample.case.case) } } };
}

async function textOf(body: string, change?: (main: Case['case']) => Partial<Case['case']>): Promise<string> {
  const input = inputOf(packOf(body), change);
  return (await documentText((await renderDocument('transfer', input)).bytes)).replaceAll(/\s/gu, '');
}

const codeOf = (body: string, change?: (main: Case['case']) => Partial<Case['case']>): unknown =>
  (wholeView(LETTER, seenBy(LETTER, inputOf(packOf(body), change))) as { checkCode: unknown }).checkCode;

test.each([
  ['a member', '<p>{{forms.case.sender.name}}</p>', '示例市医疗保障局'],
  ['a day', '<p>{{day forms.case.filing.filedOn}}</p>', '2026年8月10日'],
  ['a list', '<p>{{#each forms.case.officers}}{{name}}、{{or unit "无"}}；{{/each}}</p>', '、无；'],
  ['a member that nobody filled in', '<p>{{or forms.case.region "未填"}}{{day forms.case.suspectedOn}}</p>', '未填'],
  ['inside a list', '<p>{{#each suspects}}{{forms.transfer.docNo}}{{/each}}</p>', '〕'],
])('%s is printed', async (_, body, expected) => {
  expect(await textOf(body)).toContain(expected);
});

test.each(['forms.internal.approval.reportNo', 'forms.supervision.facts', 'forms.case.sendr.name', 'forms'])('%s is none', async (path) => {
  await expect(textOf(`<p>{{${path}}}</p>`)).rejects.toMatchObject({ finding: { code: 'TEMPLATE_UNKNOWN_FIELD' } });
});

test('the check code covers what is printed of the forms, and nothing else of them', () => {
  const moved = (main: Case['case']) => ({ sender: { ...main.sender, uscc: '119999990000000000' } });
  const plain = '<p>{{agency}}</p>';
  const printing = '<p>{{or forms.case.sender.uscc ""}}</p>';
  expect(codeOf(plain, moved)).toBe(codeOf(plain));
  expect(codeOf(printing, moved)).not.toBe(codeOf(printing));
});

test('a blank form states nothing of them', async () => {
  const pack = packOf('<p>{{forms.case.sender.name}}{{day forms.case.filing.filedOn}}{{forms.transfer.copies}}</p>');
  const sample = sampleInput(pack);
  const input = { ...sample, blank: true, case: { ...sample.case, transfer: { ...sample.case.transfer, copies: 7 } } };
  const text = await documentText((await renderDocument('transfer', input)).bytes);
  expect(text).not.toMatch(/医疗保障局|2026|7/u);
});

test('a part that names a form counts as the template', async () => {
  const pack = {
    ...packOf('<p>{{> sender}}</p>'),
    partialNames: ['sender'],
    partial: () => ({ text: '{{forms.case.sender.level}}', file: '_sender.hbs' }),
  };
  await compiled(pack.template('transfer'), pack);
  expect(wholeView(LETTER, inputOf(pack))).toMatchObject({ forms: { case: { sender: { level: '市' } } } });
});
