// The documents for the court: what they say of digests, chain, facts and defects, and what they must never say.
import { expect, test } from 'vitest';
import { documentText, type RenderInput, renderDocument } from '../../src/documents/index.ts';
import { type Case, CLASS_C_NOTE, DOCUMENT_IDS, type DocumentId, Fault, substanceCode } from '../../src/model/index.ts';
import { chainOf, courtCase, digestsOf, sampleDefects } from './chain.ts';
import { input, inputOf, pack, recordsCase, recordsInput, sampleCase } from './fixture.ts';

const flat = (text: string): string => text.replace(/\s/g, '');
async function textOf(id: DocumentId, given: RenderInput): Promise<string> {
  return flat(await documentText((await renderDocument(id, given)).bytes));
}
const [item1] = sampleCase.evidence.evidence as [Case['evidence']['evidence'][number]];
const only = (item: Partial<typeof item1>): Case => ({ ...sampleCase, evidence: { evidence: [{ ...item1, ...item }] } });
const people = [{ name: '张三丰', certNo: 'SL-0001' }, { name: '李䶮' }];

test.each([
  ['written in the log', [{ path: 'a.pdf' }], 'log', '未登记一致'],
  [
    'written in the form',
    [{ path: 'a.pdf', sha256: digestsOf(only({ files: [{ path: 'a.pdf' }] })).get('a.pdf')?.sha256 }],
    'no',
    '文件1：证据清单所记与成卷时一致，保管记录没有取证时的校验值。',
  ],
  ['written nowhere', [{ path: 'a.pdf' }], 'no', '取证时未记录'],
  [
    'only an old MD5',
    [{ path: 'a.pdf', md5: 'd41d8cd98f00b204e9800998ecf8427e' }],
    'no',
    '取证时仅记录MD5d41d8cd98f00b204e9800998ecf8427e',
  ],
  [
    'another in the form',
    [{ path: 'a.pdf', sha256: 'f'.repeat(64) }],
    'no',
    `证据清单所记与成卷时不一致；取证时SHA-256：${'f'.repeat(64)}`,
  ],
  ['another SM3 in the form', [{ path: 'a.pdf', sm3: 'f'.repeat(64) }], 'log', '取证时与成卷时不一致'],
] as const)('digest %s', async (_, files, log, expected) => {
  const forms = only({ files: files as (typeof item1)['files'] });
  const digests = digestsOf(forms);
  const { sha256 = '', sm3 = '' } = digests.get('a.pdf') ?? {};
  const collect = { action: 'collect', at: '2026-08-12T10:00+08:00', items: ['1'], by: people, to: '张三丰' } as const;
  const custody = chainOf([log === 'log' ? { ...collect, digests: [{ path: 'a.pdf', sha256, sm3 }] } : collect]);
  const text = await textOf('legality', input(forms, { custody, digests }));
  expect(text).toContain(expected);
  // Digests stand in one annex, that of the list of materials.
  expect(text).not.toContain(sha256);
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
  // What the set prints in full elsewhere is told by its title.
  expect(text).not.toContain('核实住院患者是否在院');
  expect(text).toContain('方法、过程和在场人员见本案卷所附');
  expect(text).toMatch(/R7《询问笔录》（R7），签名纸件为证据\d+，?2026年8月20日/);
  expect(text).toContain('询问笔录第4页缺少被询问人签名；补正（2026年9月1日）');
});

test('items of one state share a row, each line is told once, and the chain names its last line', async () => {
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
  expect(text).toContain('Z-0至Z-6、Z-8至Z-59李䶮');
  expect(text.match(/全部证据/g)).toHaveLength(2);
  expect(text).toContain('已封存，封条号F-1（第3条起）');
  expect(text).not.toMatch(/第\d+条至第/);
});

test.each([
  ['another holder', { from: '王某某' }, '未封存第1条至第2条之间：移出方为王某某，此前的保管人为张三丰'],
  ['the holder', { from: '张三丰' }, '1李䶮未封存无'],
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
  expect(text).toContain('没有保管记录的证据：1住院病历');
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
  const text = await textOf('x-matrix-internal', input(proven(kinds)));
  const table = text.slice(text.indexOf('一、事实与证据'), text.indexOf('二、'));
  for (const words of expected) expect(table).toContain(words);
  if (expected.length === 0) expect(table).not.toMatch(/仅有|无证据/);
  // What weighs against the case stays in the house.
  expect(await textOf('matrix', input(proven(kinds)))).not.toMatch(/仅有|无证据|未单列/);
});

test('elements are sorted, and what the report leaves out is said', async () => {
  const forms = proven(['书证', '专业报告']);
  const proof = [
    { fact: '1', element: '骗取金额', evidence: ['Z-2'] },
    { fact: '1', element: '虚构诊疗的行为', evidence: ['Z-1', 'Z-2'] },
  ];
  const given = input({ ...forms, investigation: { ...forms.investigation, proof } });
  expect(await textOf('matrix', given)).toContain('行为虚构诊疗的行为A类：Z-1B类：Z-2数额骗取金额B类：Z-2');
  expect(await textOf('x-matrix-internal', given)).toContain(
    '行为虚构诊疗的行为A类：Z-1B类：Z-2数额骗取金额B类：Z-2仅有一件证据主观方面、主体——调查报告未单列',
  );
});

test('no paper that leaves for the police says what is internal or what goes to 监察机关', async () => {
  const forms: Case = { ...courtCase(recordsCase), internal: input().internal ?? {} };
  const packed = DOCUMENT_IDS.filter((id) => id !== 'supervision' && !pack.pack.documents.find((d) => d.id === id)?.internal);
  for (const id of packed.filter((d) => !['extraction', 'scene', 'preservation', 'copy', 'derivation', 'fixing'].includes(d))) {
    const text = await textOf(id, input(forms));
    expect(text).not.toMatch(/钱举报|XS-SECRET|赵局长|孙审核|返回后补充询问|监察委员会|结算审核日志/);
  }
});

test('the head of office sees the reasons and the code of what is approved', async () => {
  for (const id of ['report', 'approval'] as const) {
    const text = await textOf(id, input());
    expect(text).toContain('F-01');
    expect(text).toContain('返回后补充询问');
    expect(text).toContain(substanceCode(sampleCase.case));
  }
});

const [r1] = recordsCase.records.extractions as [Case['records']['extractions'][number]];
type Item = Partial<typeof item1>;
/** One item that names R1, and R1 with what is given. */
const taking = (item: Item, record: Partial<typeof r1> = {}): Case => ({
  ...only({ evidenceNo: 'Z-1', records: ['R1'], files: [], kind: '电子数据', ...item }),
  records: { ...sampleCase.records, extractions: [{ ...r1, backups: [], ...record }], defects: [] },
});
/** The signed paper stands in the list as well. */
const withPaper = (c: Case): Case => ({
  ...c,
  evidence: { evidence: c.evidence.evidence.flatMap((e) => [e, { ...e, evidenceNo: 'Z-9', records: [] }]) },
});
const signed = { ...r1.provider, signed: '已签名' } as const;
const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const asked = (...rules: string[]): Partial<RenderInput> => ({
  openRules: new Map([['Z-1', rules]]),
  ruleAsks: new Map(rules.map((rule) => [rule, `${rule}的要求`])),
});

test.each<[string, Case, Partial<RenderInput>, RegExp | string]>([
  ['nothing registered is not nothing wrong', taking({}), {}, '没有登记瑕疵及其补正、解释，不表示没有瑕疵。'],
  ['open rules stand in the field', taking({}), asked('E-03', 'W-01'), /规则检查提示：E-03、W-01。规则编号/],
  ['and in a table with what they ask', taking({}), asked('E-03'), 'E-03E-03的要求Z-1五、'],
  [
    'no rule is open for this item',
    taking({}),
    { openRules: new Map(), ruleAsks: new Map() },
    '没有登记瑕疵及其补正、解释，不表示没有瑕疵。',
  ],
  ['officers of list and record', taking({}, { officers: ['甲'] }), {}, /取证人员：证据清单所列：张三丰.*、李䶮.*；记录R1所列：张三丰/],
  ['one and the same officers', taking({}, { officers: ['乙', '甲'] }), {}, /；张三丰、李䶮复制件1份.*R1.*没有登记瑕疵/],
  ['a record that cannot prove words', taking({ kind: '证人证言' }), {}, '记录R1（电子数据提取笔录）与证据种类不符。'],
  [
    'the paper of a record',
    taking({ kind: '书证', records: [] }, { paper: 'Z-1' }),
    {},
    /R1《电子数据提取笔录》（R1.*），签名纸件为证据Z-12026年/,
  ],
  [
    'signed, and its paper is not there',
    taking({}, { provider: signed }),
    {},
    /R1《电子数据提取笔录》（R1.*），签名纸件未列入证据2026年.*见本案卷所附《电子数据提取笔录》（记录编号R1）。/,
  ],
  ['signed, and its paper is there', withPaper(taking({}, { provider: signed, paper: 'Z-9' })), {}, /签名纸件为证据Z-9[^，].*已签名；/],
  ['signed, and its paper is not enclosed', taking({}, { provider: signed, paper: 'Z-9' }), {}, /签名纸件为证据Z-9，未随附/],
  ['what law applies is not what was done', taking({}), {}, '不表示其中的要求均已办理；办理情况以第二、第三部分所载为准。《行政处罚法》'],
  ['no log, no gap and no seal told', taking({}), { custody: chainOf([]) }, 'Z-1住院病历保管链未登记。'],
  [
    'sealed, and moved by nobody',
    taking({}),
    {
      custody: chainOf([
        { action: 'collect', at: '2026-09-02T10:00+08:00', items: ['Z-1'], by: people, to: '张三丰', place: '医院' },
        { action: 'seal', at: '2026-09-03T10:00+08:00', items: ['Z-1'], by: people, sealAfter: 'F-1', place: '物证室' },
      ]),
    },
    '保管链缺口：第1条至第2条之间：地点由医院变为物证室，没有移动的记录。',
  ],
])('legality: %s', async (_, forms, extra, expected) => {
  const text = await textOf('legality', input(forms, extra));
  expect(text.replace(/—\d+—/g, '')).toMatch(typeof expected === 'string' ? new RegExp(escaped(expected)) : expected);
});

test.each<[string, Case, Partial<RenderInput>, string]>([
  [
    'words are not sealed',
    taking({ kind: '证人证言' }),
    { custody: chainOf([{ action: 'collect', at: '2026-09-02T10:00+08:00', items: ['Z-1'], by: people, to: '张三丰' }]) },
    'Z-1张三丰不适用无',
  ],
  [
    'a seal that only the record tells',
    taking({}, { backups: [{ mediaNo: 'GP-1', use: '封存件', sealNo: 'FT-1', place: '物证室' }] }),
    { custody: chainOf([{ action: 'collect', at: '2026-09-02T10:00+08:00', items: ['Z-1'], by: people, to: '张三丰' }]) },
    'Z-1张三丰保管记录没有封存的记载记录R1所载：封存件介质GP-1，封条号FT-1无',
  ],
])('custody: %s', async (_, forms, extra, expected) => {
  expect(await textOf('custody', input(forms, extra))).toContain(expected);
});

test.each(['extraction', 'scene', 'preservation', 'copy'] as const)('%s for signature: nobody has signed it yet', async (id) => {
  const mark = (state: '已签名' | '拒绝签名'): Case => {
    const by = { ...signed, signed: state };
    const { extractions, scenes, preservations, copies } = recordsCase.records;
    return {
      ...recordsCase,
      records: {
        ...recordsCase.records,
        extractions: extractions.map((r) => ({ ...r, provider: by })),
        scenes: scenes.map((r) => ({ ...r, party: by })),
        preservations: preservations.map((r) => ({ ...r, holder: by })),
        copies: copies.map((r) => ({ ...r, provider: by })),
      },
    };
  };
  expect(await textOf(id, input(mark('已签名')))).not.toMatch(/☑(已签名|拒绝签名)/);
  expect(await textOf(id, input(mark('拒绝签名')))).toMatch(/☐已签名☑拒绝签名/);
});

const oneFact = (amounts: Partial<typeof fact>, loss: string, basis: readonly string[] = []): Case => {
  const forms = proven(['书证', '专业报告']);
  const facts = forms.case.facts.map((f) => ({ ...f, ...amounts }));
  return { ...forms, case: { ...forms.case, facts, amount: { ...forms.case.amount, fundLoss: loss, basis } } };
};
test.each([
  [
    'sum, less what is counted twice',
    { amount: '100.00', overlap: '30.00' },
    '70.00',
    '合计100.0030.00减去重复部分后等于全案初步认定金额70.00元',
  ],
  ['sum alone', { amount: '100.00' }, '100.00', '合计100.00等于全案初步认定金额100.00元'],
  ['a difference is said', { amount: '100.00' }, '70.00', '与全案初步认定金额70.00元相差30.00元'],
])('matrix: %s', async (_, amounts, loss, expected) => {
  expect(await textOf('matrix', input(oneFact(amounts, loss)))).toContain(expected);
});

test.each([
  ['by its number', '明细（Z-1）', 'A类：Z-1'],
  ['several', '明细（Z-1、Z-2）', 'A类：Z-1B类：Z-2'],
  ['not a part of another', '明细（Z-10）', '见证明对象'],
  ['none', '明细', '见证明对象'],
])('matrix: evidence that the basis names, %s', async (_, basis, expected) => {
  expect(await textOf('matrix', input(oneFact({}, '1.00', [basis])))).toContain(`认定依据：${basis}${expected}`);
});

test.each([
  ['the same holder', { action: 'move', from: '张三丰', to: '张三丰', place: '证据柜' }, '保管人不变，移至证据柜'],
  ['no origin', { action: 'receive', to: '张三丰' }, '未写明→张三丰'],
  ['no gap', { action: 'move', from: '张三丰', to: '李䶮' }, '1李䶮未封存无'],
  ['where it is now', { action: 'move', from: '张三丰', to: '李䶮', place: '证据柜' }, '1李䶮（末次记录地点：证据柜）未封存无二、'],
  ['one line more in the dossier', { action: 'move', from: '张三丰', to: '李䶮' }, '校验单所记的条数比本件多一条'],
] as const)('custody: %s', async (_, event, expected) => {
  const custody = chainOf([
    { action: 'collect', at: '2026-08-12T10:00+08:00', items: ['1'], by: people, from: '某某医院', to: '张三丰' },
    { at: '2026-08-13T10:00+08:00', items: ['1'], by: people, ...event },
  ]);
  expect(await textOf('custody', input(only({}), { custody }))).toContain(expected);
});

test.each([
  ['a house', '示例市某某医院', '提供人、移出方示例市某某医院', '持有人（提供人）见证人'],
  ['a person', '周某某', '提供人、移出方周某某', '持有人（提供人）周某某见证人'],
  ['a person of a house', '示例市某某医院/周某某', '提供人、移出方示例市某某医院/周某某', '持有人（提供人）周某某见证人'],
  ['a room', '病案室', '提供人、移出方病案室', '持有人（提供人）见证人'],
])('fixing: taken from %s', async (_, from, told, signs) => {
  const { fixing } = recordsInput();
  if (!fixing) throw new Error('fixture');
  const text = await textOf(
    'fixing',
    recordsInput(undefined, { fixing: { ...fixing, events: fixing.events.map((e) => ({ ...e, from })) } }),
  );
  expect(text).toContain(told);
  expect(text).toContain(signs);
});

test('校验单 names who packed as the custody log does, and the page by its digest or, without the page, how to get it', async () => {
  const input = inputOf('slip');
  const text = await textOf('slip', input);
  expect(text).toContain('成卷人、成卷时间张三丰');
  expect(text).toContain('保管记录末条所记');
  expect(text).toContain('a0b1c2d3');
  if (!input.slip) throw new Error('fixture');
  const { pageSha256: _, ...without } = input.slip;
  const other = await textOf('slip', { ...input, slip: without });
  expect(other).not.toContain('a0b1c2d3');
  expect(other).toMatch(/certutil ?-hashfile ?verify\.html ?SHA256/);
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
