// Records of collection: which are printed, on which page, with what digest, and what stays blank for a pen.
import { expect, test } from 'vitest';
import { documentApplies, documentText, renderDocument } from '../../src/documents/index.ts';
import { type Case, custodyLink, type DocumentId, formatManifest, groupedHex, NO_RECORDS, sha256Hex } from '../../src/model/index.ts';
import { input, recordsCase, recordsInput, sampleCase } from './fixture.ts';
import { custodyOf, richCase } from './records-fixture.ts';

const longCase = richCase(sampleCase);
const pagesOf = async (id: DocumentId, given = recordsInput()): Promise<readonly string[]> =>
  (await documentText((await renderDocument(id, given)).bytes)).split('\f');
const flat = (text: string): string => text.replace(/\s/g, '');
const withRecords = (records: Partial<Case['records']>): Case => ({ ...recordsCase, records: { ...recordsCase.records, ...records } });
const [extraction] = recordsCase.records.extractions;
if (!extraction) throw new Error('fixture');

test.each([
  ['extraction', 'extractions'],
  ['scene', 'scenes'],
  ['preservation', 'preservations'],
  ['copy', 'copies'],
  ['derivation', 'derivations'],
] as const)('%s applies only while a record has no signed paper', (id, list) => {
  const signed = {
    ...recordsCase,
    records: { ...recordsCase.records, [list]: recordsCase.records[list].map((r) => ({ ...r, paper: '1' })) },
  };
  expect([recordsCase, signed, { ...recordsCase, records: NO_RECORDS }].map((c) => documentApplies({ id }, c))).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ['extraction', /电子数据提取笔录|电子数据提取固定清单/, 6],
  ['scene', /现场笔录/, 2],
  ['preservation', /^\S*先行登记保存通知书|^先行登记保存清单|封存决定书|^封存清单/m, 4],
  ['copy', /复制件制作说明/, 1],
  ['derivation', /数据统计说明/, 1],
] as const)('%s: however long, nothing is lost and each record begins a page', async (id, title, count) => {
  const { findings, bytes } = await renderDocument(id, recordsInput(longCase));
  expect(findings).toEqual([]);
  const pages = (await documentText(bytes)).split('\f');
  const begun = pages.filter((page) => title.test(page.split('\n').slice(0, 2).join('\n')));
  expect(begun).toHaveLength(count);
  expect(pages.filter((page) => flat(page).replace(/—\d+—/, '') === '')).toEqual([]);
});

test.each(['extraction', 'scene', 'preservation', 'copy', 'derivation', 'fixing'] as const)(
  '%s: who signs stands on one page with what is signed',
  async (id) => {
    for (const forms of [recordsCase, longCase]) {
      for (const page of await pagesOf(id, recordsInput(forms))) {
        const rows = page.match(/^身份 姓名 签名 日期$/gm)?.length ?? 0;
        if (rows > 0) expect(flat(page)).toMatch(/(签名或者盖章|签名）：|二人以上，签名）：)/);
        expect(rows).toBeLessThanOrEqual(1);
      }
    }
  },
);

test('a record with its signed paper is not printed again', async () => {
  const text = (await pagesOf('extraction', recordsInput(longCase))).join('\n');
  expect(text).toContain('记录编号：R13');
  expect(text).not.toContain('R14');
});

test('without a record to sign the document says so', async () => {
  for (const id of ['extraction', 'scene', 'preservation', 'copy', 'derivation'] as const)
    expect(flat((await pagesOf(id, input())).join(''))).toContain('本案没有须由此打印签名的');
});

test('every file of the items that name the record is listed with its SHA-256, and SM3 on no paper', async () => {
  const text = flat((await pagesOf('extraction', recordsInput(longCase))).join(''));
  const files = longCase.evidence.evidence.at(-1)?.files ?? [];
  expect(files).toHaveLength(40);
  expect(files.filter(({ path }) => !text.includes(sha256Hex(path)) || text.includes(sha256Hex(`sm3 ${path}`)))).toEqual([]);
  expect(text).toContain('原记录MD5：d41d8cd98f00b204e9800998ecf8427e（弱校验值，仅供比对）');
});

test.each([
  ['of the log', {}, undefined],
  ['of the evidence form', { custody: { lines: [], events: [] } }, 'b1'.repeat(32)],
  ['as computed now, which is said', { custody: { lines: [], events: [] } }, undefined],
] as const)('digest %s', async (name, extra, sha256) => {
  const path = '数据/结算01.csv';
  const evidence = recordsCase.evidence.evidence.map((e) =>
    e.evidenceNo === '3' ? { ...e, files: [{ path, ...(sha256 === undefined ? {} : { sha256 }) }] } : e,
  );
  const text = flat((await pagesOf('extraction', recordsInput({ ...recordsCase, evidence: { evidence } }, extra))).join(''));
  expect(text).toContain(sha256 ?? sha256Hex(path));
  expect(text.includes('校验值于制作本件时计算')).toBe(name.includes('now'));
});

test('more than 300 files of one item become the digest of their manifest lines', async () => {
  const files = Array.from({ length: 301 }, (_, i) => ({ path: `影像/${String(i).padStart(4, '0')}.jpg` }));
  const evidence = recordsCase.evidence.evidence.map((e) => (e.evidenceNo === '3' ? { ...e, files } : e));
  const pages = await pagesOf('extraction', recordsInput({ ...recordsCase, evidence: { evidence } }));
  const lines = formatManifest(files.map(({ path }) => ({ path: `data/evidence/${path}`, digest: sha256Hex(path) })));
  expect(flat(pages.join(''))).toContain(`文件共301个，合计346,150字节。清单行SHA-256${sha256Hex(lines)}`);
  expect(pages.length).toBeLessThan(8);
});

test('the chain of custody: the line that names the record, or the digest written into the record', async () => {
  const { lines } = custodyOf(recordsCase.evidence.evidence);
  const text = (await pagesOf('extraction')).join('\n');
  const groups = groupedHex(custodyLink(lines[2] ?? '')).split(' ');
  expect(text).toContain(`证据保管记录第3条的 SHA-256\n${groups.slice(0, 4).join(' ')}\n${groups.slice(4).join(' ')}`);
  const given = withRecords({ extractions: [{ ...extraction, chainHead: 'ab'.repeat(32) }] });
  expect(flat((await pagesOf('extraction', recordsInput(given))).join(''))).toContain(`证据保管记录的SHA-256${'ab'.repeat(32)}`);
  const none = recordsInput(recordsCase, { custody: { lines: [], events: [] } });
  expect((await pagesOf('extraction', none)).join('')).not.toContain('保管链校验值');
});

test.each([
  ['待签名', '☐已签名 ☐拒绝签名 ☐无法签名', false],
  ['已签名', '☐已签名 ☐拒绝签名 ☐无法签名', false],
  ['拒绝签名', '☐已签名 ☑拒绝签名 ☐无法签名', true],
  ['无法签名', '☐已签名 ☐拒绝签名 ☑无法签名', true],
] as const)('%s: a refusal is ticked, a signature never beforehand', async (signed, expected, inPlace) => {
  const provider = { ...extraction.provider, signed, reason: '因故未签' };
  const pages = await pagesOf('extraction', recordsInput(withRecords({ extractions: [{ ...extraction, provider }] })));
  expect(pages.join('\n')).toContain(expected);
  expect(pages.join('\n')).toContain('未签名的原因：因故未签');
  expect(pages.some((page) => new RegExp(`持有人（提供人） 陈㛃 ${signed}`).test(page))).toBe(inPlace);
});

test('what is not known is a blank or an empty box to tick, never a guess', async () => {
  const { witness: _, credentialsShown: __, endedAt: ___, ...bare } = { ...extraction, officers: ['甲'] };
  const text = (await pagesOf('extraction', recordsInput(withRecords({ extractions: [bare] })))).join('\n');
  expect(flat(text)).toContain('☐已出示☐未出示');
  expect(flat(text)).toMatch(/2026年9月2日9时30分至年月日时分/);
  expect(flat(text)).toContain('见证人姓名：');
  expect(text.match(/^执法人员$/gm)?.length).toBeGreaterThanOrEqual(2);
});

test.each([
  ['extraction', 'extractions'],
  ['scene', 'scenes'],
  ['preservation', 'preservations'],
  ['copy', 'copies'],
  ['derivation', 'derivations'],
] as const)('%s printed for signature after its day says 补打; of that day or without a date it does not', async (id, list) => {
  const printed = async (printedOn?: string): Promise<string> => {
    const records = recordsCase.records[list].map((r) => ({ ...r, ...(printedOn === undefined ? {} : { printedOn }) }));
    return flat((await pagesOf(id, recordsInput(withRecords({ [list]: records })))).join(''));
  };
  expect(await printed('2026-09-20')).toContain('本件于2026年9月20日补打供签名，不是当时制作的纸件');
  expect(await printed('2026-08-01')).not.toContain('补打');
  expect(await printed()).not.toContain('补打');
});

test('补打: the log tells when the act was entered', async () => {
  const { events, lines } = custodyOf(recordsCase.evidence.evidence);
  const late = events.map((e) => ({ ...e, recordedAt: '2026-09-03T08:15+08:00' }));
  const given = withRecords({ extractions: [{ ...extraction, printedOn: '2026-09-20' }] });
  const text = flat((await pagesOf('extraction', recordsInput(given, { custody: { events: late, lines } }))).join(''));
  expect(text).toContain('保管记录第3条登记于2026年9月3日8时15分');
});

test.each([
  [{}, '☐已告知检查的理由、依据和陈述、申辩的权利☐已告知有权申请执法人员回避当事人是否申请回避：☐是☐否'],
  [
    { reasonsTold: '是', recusalTold: '是', recusalAsked: '否' },
    '☑已告知检查的理由、依据和陈述、申辩的权利☑已告知有权申请执法人员回避当事人是否申请回避：☐是☑否',
  ],
  [{ recusalAsked: '是', recusalDecision: '局长决定驳回' }, '当事人是否申请回避：☑是☐否对回避申请的决定：局长决定驳回'],
] as const)('the record of a scene ticks what the party was told: %j', async (fields, expected) => {
  const scenes = recordsCase.records.scenes.map((r) => ({ ...r, ...fields }));
  expect(flat((await pagesOf('scene', recordsInput(withRecords({ scenes })))).join(''))).toContain(expected);
});

test('the party, the witness and the officers sign each page of the record of a scene', async () => {
  const pages = await pagesOf('scene', recordsInput(longCase));
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter((page) => !/当事人：\s+见证人：\s+执法人员：/.test(page))).toEqual([]);
});

test('a measure has the title, period and remedies of its own law', async () => {
  const [notice, , decision] = (await pagesOf('preservation')).map(flat);
  expect(notice).toContain('先行登记保存通知书');
  expect(notice).toContain('在七个工作日内作出处理决定');
  expect(notice).not.toContain('行政复议');
  expect(decision).toContain('封存决定书');
  expect(decision).toContain('期限三十日');
  expect(decision).toContain('申请行政复议');
});

test.each([
  ['2026-08-12T00:30+08:00', '2026-08-12T01:00+08:00', '2026年8月12日0时30分至1时00分'],
  ['2026-08-11T16:30Z', '2026-08-12T16:30Z', '2026年8月12日0时30分至2026年8月13日0时30分'],
])('%s to %s', async (startedAt, endedAt, expected) => {
  const [measure] = recordsCase.records.preservations;
  if (!measure) throw new Error('fixture');
  const text = flat(
    (await pagesOf('preservation', recordsInput(withRecords({ preservations: [{ ...measure, startedAt, endedAt }] })))).join(''),
  );
  expect(text).toContain(`时间${expected}`);
  expect(text).toContain('决定自2026年8月12日起');
});

test('the list of fixing prints the head of the chain for reading', async () => {
  const { chainHead = '' } = recordsInput().fixing ?? {};
  const groups = groupedHex(chainHead).split(' ');
  expect((await pagesOf('fixing')).join('\n')).toContain(`${groups.slice(0, 4).join(' ')}\n${groups.slice(4).join(' ')}`);
  const { fixing: _, ...rest } = recordsInput();
  await expect(renderDocument('fixing', rest)).rejects.toMatchObject({ finding: { code: 'DOCUMENT_INPUT_ABSENT' } });
});

test('whatever stands in a record is printed as it is, or named with its field', async () => {
  const hostile = '<b>甲</b>{{x}}&amp;䶮㛃𬸪“‘乙’”——……¥3,000.00';
  const forms = withRecords({ extractions: [{ ...extraction, place: hostile, query: hostile, process: [hostile], remark: hostile }] });
  const text = flat((await pagesOf('extraction', recordsInput(forms))).join('')).replace(/—\d+—/g, '');
  expect(text.split(flat(hostile)).length - 1).toBe(5);
  const { findings } = await renderDocument('extraction', recordsInput(withRecords({ extractions: [{ ...extraction, system: '甲😀' }] })));
  expect(findings.map((f) => (f.code === 'MISSING_GLYPH' ? [f.args.form, f.args.pointer] : f))).toEqual([
    ['records', '/extractions/0/system'],
  ]);
});
