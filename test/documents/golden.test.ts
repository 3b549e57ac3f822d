// What each document says, in reading order. A change of wording shows here and nowhere else.
import { expect, test } from 'vitest';
import { checkTemplates, documentText, renderDocument } from '../../src/documents/index.ts';
import { DOCUMENT_IDS } from '../../src/model/index.ts';
import { blankInput } from '../../src/operations/blank-forms.ts';
import { input, inputOf, pack, recordsCase, recordsInput, sampleCase } from './fixture.ts';

test.each(DOCUMENT_IDS)('%s', async (id) => {
  const { bytes, findings, pages } = await renderDocument(id, inputOf(id));
  const text = await documentText(bytes);
  expect(findings).toEqual([]);
  expect(text.split('\f')).toHaveLength(pages);
  await expect(text.replaceAll('\f', '\n\f\n')).toMatchFileSnapshot(`golden/${id}.txt`);
});

test.each([
  ['items', { ...sampleCase, items: { none: true, items: [] } }, '经清点核对，本案无涉案物品。'],
  [
    'transfer',
    { ...sampleCase, case: { ...sampleCase.case, penalty: { decided: true, docNo: '示医保罚〔2026〕8号', fine: '5000.00' } } },
    '行政处罚决定书一并抄送',
  ],
  [
    'transfer',
    { ...sampleCase, case: { ...sampleCase.case, suspects: [], suspectUnknownReason: '尚未查明行为人。' } },
    '涉嫌人员：待查。尚未查明行为人。',
  ],
  ['receipt', { ...sampleCase, receipt: { completeness: '不全' as const, missing: ['鉴定机构资质证明'] } }, '鉴定机构资质证明'],
] as const)('%s says what the case says', async (id, forms, expected) => {
  const { bytes } = await renderDocument(id, input(forms));
  expect((await documentText(bytes)).replaceAll('\n', '')).toContain(expected);
});

test.each([
  ['neither employer nor position', { employer: '无', position: '无' }, '男，1984年6月19日出生'],
  ['an employer alone', { employer: '个体货运', position: '无' }, '男，1984年6月19日出生，个体货运'],
  ['a position alone', { employer: '无', position: '退休教师' }, '男，1984年6月19日出生，退休教师'],
])('a line on a suspect with %s', async (_, work, said) => {
  const suspect = { ...sampleCase.case.suspects[0], id: 'S1', name: '季某', gender: '男' as const, birthDate: '1984-06-19', ...work };
  const { idNo: _idNo, ...rest } = suspect;
  const forms = { ...sampleCase, case: { ...sampleCase.case, suspects: [rest as (typeof sampleCase.case.suspects)[number]] } };
  const { bytes } = await renderDocument('transfer', input(forms));
  expect((await documentText(bytes)).replaceAll(/\s/g, '')).toContain(`涉嫌人员：季某（${said}）。`);
});

test.each([
  ['filled', false],
  ['blank', true],
])('a receipt, %s, names the periods of its pack', async (_, blank) => {
  const basis = { document: '某文', article: '一' };
  const periods = {
    ...pack.pack.periods,
    correction: { length: 5, unit: 'day', count: 'workday', basis },
    forwarding: { length: 12, unit: 'hour', basis },
    review: { length: 10, unit: 'day', count: 'calendar', basis },
  } as const;
  const printed = async (own: typeof pack.pack): Promise<string> => {
    const { bytes } = await renderDocument('receipt', input(sampleCase, { blank, pack: { ...pack, pack: own } }));
    return (await documentText(bytes)).replaceAll(/\s/g, '');
  };
  const national = await printed(pack.pack);
  for (const words of ['二十四小时内告知，三日内补正', '二十四小时内转送', '决定之日起三日内', '☐三日☐七日（', '☐三十日（'])
    expect(national).toContain(words);
  const own = await printed({ ...pack.pack, periods });
  for (const words of ['二十四小时内告知，五个工作日内补正', '十二小时内转送', '☐十日☐七日（']) expect(own).toContain(words);
});

test.each([
  ['approval', { approve: 5, transfer: 12 }, '之日起五日内作出决定；决定批准的，应当在十二小时内移送'],
  ['report', { approve: 5, transfer: 12 }, '之日起五日内作出批准移送或者不批准移送的决定；决定批准的，应当在十二小时内移送'],
  ['handover', { itemsHandover: 10 }, '自收到立案通知书之日起十日内移交'],
  ['supplement', { correction: 6 }, '收到补正通知之日起六日内补正'],
] as const)('%s, filled and blank, names the periods of its pack', async (id, lengths, said) => {
  const usual = Object.entries(pack.pack.periods).map(([name, period]) => [
    name,
    { ...period, length: (lengths as Readonly<Record<string, number>>)[name] ?? period.length },
  ]);
  const own = { ...pack, pack: { ...pack.pack, periods: Object.fromEntries(usual) as typeof pack.pack.periods } };
  for (const given of [inputOf(id, { pack: own }), blankInput(id, own, 0)]) {
    const { bytes, findings } = await renderDocument(id, given);
    expect(findings).toEqual([]);
    expect((await documentText(bytes)).replaceAll(/\s/g, '')).toContain(said);
  }
});

test('a receipt filled to the foot of its first page leaves no blank page and prints its fingerprint in groups of eight', async () => {
  const fingerprint = '0123456789abcdef'.repeat(4);
  for (let lines = 0; lines < 8; lines++) {
    const missing = Array.from({ length: lines }, (_, i) => `缺少材料${i}`);
    const { bytes, pages } = await renderDocument(
      'receipt',
      input({ ...sampleCase, receipt: { completeness: '不全', missing, fingerprint } }),
    );
    const text = await documentText(bytes);
    expect(text).toContain('01234567 89abcdef 01234567 89abcdef\n01234567 89abcdef 01234567 89abcdef');
    expect(text.split('\f').filter((page) => page.replace(/— \d+ —/, '').trim() === '')).toEqual([]);
    expect(pages).toBeLessThanOrEqual(3);
  }
});

test('a blank approval form has ruled space and no decision', async () => {
  const { internal: _, ...rest } = input();
  const text = await documentText((await renderDocument('approval', rest)).bytes);
  expect(text).toContain('☐批准移送');
  expect(text).not.toContain('☑');
});

test('every page of a draft is marked, and the text is still compared', async () => {
  for (const id of DOCUMENT_IDS) {
    const { bytes, pages } = await renderDocument(id, inputOf(id, { draft: true }));
    const marked = (await documentText(bytes)).split('\f').filter((page) => page.includes('草稿：未经批准'));
    expect(marked).toHaveLength(pages);
  }
});

test('nothing of 内卷 stands in a document that leaves the house', async () => {
  const forms = { ...recordsCase, internal: input().internal ?? {} };
  for (const { id, internal } of pack.pack.documents) {
    const text = await documentText((await renderDocument(id, recordsInput(forms))).bytes);
    const leaked = ['XS-SECRET-77', '钱举报', '赵局长', '孙审核', '示医保报〔2026〕7号'].filter((secret) => text.includes(secret));
    expect(leaked).toEqual(id === 'approval' ? ['赵局长', '孙审核', '示医保报〔2026〕7号'] : internal ? ['示医保报〔2026〕7号'] : []);
  }
});

test('the templates of the national pack are in order', async () => {
  expect(await checkTemplates(pack)).toEqual([]);
});
