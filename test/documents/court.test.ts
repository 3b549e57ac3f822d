// The documents for the court: what they say of digests, chain, facts and defects, and what they must never say.
import { expect, test } from 'vitest';
import { documentText, type RenderInput, renderDocument } from '../../src/documents/index.ts';
import { type Case, CLASS_C_NOTE, DOCUMENT_IDS, type DocumentId, Fault, substanceDigest } from '../../src/model/index.ts';
import { chainOf, courtCase, digestsOf, sampleDefects } from './chain.ts';
import { input, inputOf, pack, recordsCase, sampleCase } from './fixture.ts';

const flat = (text: string): string => text.replace(/\s/g, '');
async function textOf(id: DocumentId, given: RenderInput): Promise<string> {
  return flat(await documentText((await renderDocument(id, given)).bytes));
}
const [item1] = sampleCase.evidence.evidence as [Case['evidence']['evidence'][number]];
const only = (item: Partial<typeof item1>): Case => ({ ...sampleCase, evidence: { evidence: [{ ...item1, ...item }] } });
const people = [{ name: '张三丰', certNo: 'SL-0001' }, { name: '李䶮' }];

test.each([
  ['written in the log', [{ path: 'a.pdf' }], 'log', '取证时与成卷时一致'],
  [
    'written in the form',
    [{ path: 'a.pdf', sha256: digestsOf(only({ files: [{ path: 'a.pdf' }] })).get('a.pdf')?.sha256 }],
    'no',
    '取证时与成卷时一致',
  ],
  ['written nowhere', [{ path: 'a.pdf' }], 'no', '取证时未记录'],
  [
    'only an old MD5',
    [{ path: 'a.pdf', md5: 'd41d8cd98f00b204e9800998ecf8427e' }],
    'no',
    '取证时仅记录MD5d41d8cd98f00b204e9800998ecf8427e',
  ],
  ['another in the form', [{ path: 'a.pdf', sha256: 'f'.repeat(64) }], 'no', `证据清单所记与成卷时不一致取证时SHA-256${'f'.repeat(64)}`],
  ['another SM3 in the form', [{ path: 'a.pdf', sm3: 'f'.repeat(64) }], 'log', '取证时与成卷时不一致'],
] as const)('digest %s', async (_, files, log, expected) => {
  const forms = only({ files: files as (typeof item1)['files'] });
  const digests = digestsOf(forms);
  const { sha256 = '', sm3 = '' } = digests.get('a.pdf') ?? {};
  const collect = { action: 'collect', at: '2026-08-12T10:00+08:00', items: ['1'], by: people, to: '张三丰' } as const;
  const custody = chainOf([log === 'log' ? { ...collect, digests: [{ path: 'a.pdf', sha256, sm3 }] } : collect]);
  const text = await textOf('legality', input(forms, { custody, digests }));
  expect(text).toContain(expected);
  expect(text).toContain(sha256);
});

test.each([
  ['legality', 'custody'],
  ['legality', 'digests'],
  ['custody', 'custody'],
] as const)('%s without %s is a fault, not a document that says nothing was recorded', async (id, absent) => {
  const { [absent]: _, ...given } = input();
  const error = await renderDocument(id, given).catch((e: unknown) => e);
  expect(error instanceof Fault && error.finding.code).toBe('DOCUMENT_INPUT_ABSENT');
});

test('a draft may be read before the evidence is measured', async () => {
  const { digests: _, ...given } = input();
  expect(await textOf('legality', { ...given, draft: true })).toContain('成卷时计算');
});

test('a letter to 监察机关 needs its form', async () => {
  const { supervision: _, ...forms } = sampleCase;
  const error = await renderDocument('supervision', input(forms)).catch((e: unknown) => e);
  expect(error instanceof Fault && error.finding.code).toBe('DOCUMENT_INPUT_ABSENT');
});

test('words are class C and say so; each record is told once and referred to after', async () => {
  const text = await textOf('legality', inputOf('legality'));
  expect(text).toContain(flat(`C类：${CLASS_C_NOTE}`));
  expect(text.match(/核实住院患者是否在院/g)).toHaveLength(1);
  expect(text).toContain('R2：与证据1相同');
  expect(text).toContain('《询问笔录》（R7），即本件');
  expect(text).toContain('询问笔录第4页缺少被询问人签名；补正（2026年9月1日）');
});

test('items of one story share a table, and the chain names its last line', async () => {
  const evidence = Array.from({ length: 60 }, (_, i) => ({ ...item1, evidenceNo: `Z-${i}`, files: [{ path: `${i}.pdf` }] }));
  const forms: Case = { ...sampleCase, evidence: { evidence } };
  const custody = chainOf([
    { action: 'collect', at: '2026-08-12T10:00+08:00', items: evidence.map((e) => e.evidenceNo), by: people, to: '张三丰' },
    { action: 'move', at: '2026-08-12T12:00+08:00', items: evidence.map((e) => e.evidenceNo), by: people, from: '张三丰', to: '李䶮' },
    { action: 'seal', at: '2026-08-12T13:00+08:00', items: ['Z-7'], by: people, sealAfter: 'F-1' },
  ]);
  const { bytes, pages } = await renderDocument('custody', input(forms, { custody }));
  const text = flat(await documentText(bytes));
  expect(pages).toBeLessThanOrEqual(3);
  expect(text).toContain('（共59件）');
  expect(text).toContain('现封条号F-1');
  expect(text).not.toContain('缺口');
});

test.each([
  ['another holder', { from: '王某某' }, '缺口：第2条的移出人为王某某，此前的保管人为张三丰（第1条）。'],
  ['the holder', { from: '张三丰' }, '先后保管：张三丰（2026年8月12日起）→李䶮（2026年8月13日起）。'],
])('moved from %s', async (_, given, expected) => {
  const custody = chainOf([
    { action: 'collect', at: '2026-08-12T10:00+08:00', items: ['1'], by: people, to: '张三丰' },
    { action: 'move', at: '2026-08-13T00:30+08:00', items: ['1'], by: people, to: '李䶮', ...given },
  ]);
  expect(await textOf('custody', input(only({}), { custody }))).toContain(expected);
});

test('an empty log and a number that the list does not have are said', async () => {
  expect(await textOf('custody', input(only({}), { custody: chainOf([]) }))).toContain('尚无保管记录');
  const custody = chainOf([{ action: 'collect', at: '2026-08-12T10:00+08:00', items: ['99'], by: people, to: '张三丰' }]);
  const text = await textOf('custody', input(only({}), { custody }));
  expect(text).toContain('99（未列入证据清单）');
  expect(text).toContain('没有保管记录的证据1住院病历');
});

const [fact] = sampleCase.case.facts as [Case['case']['facts'][number]];
function proven(kinds: readonly Case['evidence']['evidence'][number]['kind'][]): Case {
  const evidence = kinds.map((kind, i) => ({ ...item1, evidenceNo: `Z-${i + 1}`, kind, facts: ['1'] }));
  return {
    ...sampleCase,
    case: { ...sampleCase.case, facts: [{ ...fact, evidence: [] }] },
    investigation: { ...sampleCase.investigation, proof: [], intentEvidence: [] },
    evidence: { evidence },
  };
}

test.each([
  ['nothing', [], ['无证据']],
  ['one paper', ['书证'], ['仅有一件证据']],
  ['one testimony', ['证人证言'], ['仅有一件证据；仅有言词证据']],
  ['two of words', ['证人证言', '当事人的陈述'], ['仅有言词证据']],
  ['words and a report', ['证人证言', '专业报告'], []],
  ['thirteen', Array.from({ length: 13 }, () => '书证' as const), ['A类：Z-1、Z-2、Z-3']],
] as const)('a fact on %s', async (_, kinds, expected) => {
  const text = await textOf('matrix', input(proven(kinds)));
  const table = text.slice(text.indexOf('一、事实与证据'), text.indexOf('二、'));
  for (const words of expected) expect(table).toContain(words);
  if (expected.length === 0) expect(table).not.toMatch(/仅有|无证据/);
});

test('elements are sorted, and what the report leaves out is said', async () => {
  const forms = proven(['书证', '专业报告']);
  const proof = [
    { fact: '1', element: '骗取金额', evidence: ['Z-2'] },
    { fact: '1', element: '虚构诊疗的行为', evidence: ['Z-1', 'Z-2'] },
  ];
  const text = await textOf('matrix', input({ ...forms, investigation: { ...forms.investigation, proof } }));
  expect(text).toContain('行为虚构诊疗的行为A类：Z-1B类：Z-2数额骗取金额B类：Z-2仅有一件证据主观方面、主体——调查报告未单列');
});

test('no paper that leaves for the police says what is internal or what goes to 监察机关', async () => {
  const forms: Case = { ...courtCase(recordsCase), internal: input().internal ?? {} };
  const packed = DOCUMENT_IDS.filter((id) => id !== 'supervision' && !pack.pack.documents.find((d) => d.id === id)?.internal);
  for (const id of packed.filter((d) => !['extraction', 'scene', 'preservation', 'copy', 'derivation', 'fixing'].includes(d))) {
    const text = await textOf(id, input(forms));
    expect(text).not.toMatch(/钱举报|XS-SECRET|赵局长|孙审核|返回后补充询问|监察委员会|结算审核日志/);
  }
});

test('the head of office sees the reasons and the digest of what is approved', async () => {
  for (const id of ['report', 'approval'] as const) {
    const text = await textOf(id, input());
    expect(text).toContain('F-01');
    expect(text).toContain('返回后补充询问');
    expect(text).toContain(substanceDigest(sampleCase.case));
  }
});

const HOSTILE = `<b>甲</b>{{x}}"},{"image":"/etc/passwd${'a1'.repeat(3000)}${'长'.repeat(1500)}\n第二行\u3000。`;

test.each(['legality', 'custody', 'matrix', 'statement', 'supervision', 'report', 'approval'] as const)(
  '%s: hostile text and great lengths lose nothing',
  async (id) => {
    const base = courtCase(recordsCase);
    const forms: Case = {
      ...base,
      case: { ...base.case, facts: base.case.facts.map((f) => ({ ...f, title: HOSTILE, narrative: HOSTILE })) },
      investigation: { ...base.investigation, proof: [{ fact: '1', element: HOSTILE, evidence: ['1'] }], intentEvidence: [HOSTILE] },
      evidence: { evidence: base.evidence.evidence.map((e) => ({ ...e, title: HOSTILE, source: HOSTILE, remark: HOSTILE })) },
      records: {
        ...base.records,
        extractions: base.records.extractions.map((r) => ({ ...r, method: HOSTILE })),
        defects: sampleDefects.map((d) => ({ ...d, defect: HOSTILE, explanation: HOSTILE })),
      },
      ...(base.supervision ? { supervision: { ...base.supervision, clue: HOSTILE } } : {}),
    };
    const custody = chainOf([
      {
        action: 'collect',
        at: '2026-08-12T10:00+08:00',
        items: ['1'],
        by: people,
        to: HOSTILE,
        place: HOSTILE,
        method: HOSTILE,
        note: HOSTILE,
      },
    ]);
    const internal = { ...input().internal, reasons: [{ rule: 'F-01', reason: HOSTILE, by: '张三丰', at: '2026-11-16T08:30+08:00' }] };
    const { findings } = await renderDocument(id, input(forms, { custody, internal }));
    expect(findings).toEqual([]);
  },
);
