/** The rules on evidence: one line a scenario; how many gaps are said once, and how cured ones are set apart. */
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/law/index.ts';
import { sentenceOf } from '../../src/messages/index.ts';
import { custodyLine } from '../../src/model/index.ts';
import { CHAIN, DATASET_KEY, DATASET_PATH, FULL_PACK, fullCase, READ } from './full-case.ts';
import { EVIDENCE_QUIET, EVIDENCE_SCENARIOS } from './scenarios-evidence.ts';
import { brief, type C, findingsOf, type World } from './world.ts';

const found = (change: (c: C) => unknown, world: World = {}) =>
  findingsOf(change, {
    base: fullCase,
    datasets: new Map([[DATASET_KEY, READ]]),
    custody: CHAIN,
    ...world,
    pack: { ...FULL_PACK, ...world.pack },
  });
/** Rules of this subject. */
const OURS = new Set(EVIDENCE_SCENARIOS.map(([rule]) => rule));
const ours = (change: (c: C) => unknown, world: World = {}) => found(change, world).filter((f) => f.rule !== undefined && OURS.has(f.rule));

test('every kind of evidence with its records in order: words are counted, nothing else is said', () => {
  expect(ours(() => undefined).map(brief)).toEqual(['info CLASS_C_EVIDENCE evidence']);
});

/** `@K04` stands for the place of that item in the list. */
const placed = (expected: string): string =>
  expected.replace(/@(\w+)/, (_, no: string) => `${fullCase().evidence.evidence.findIndex((e) => e.evidenceNo === no)}`);

test.each(EVIDENCE_SCENARIOS.map((s) => [s[0], s[1], s] as const))('%s %s', (rule, _, [, , change, where, world]) => {
  const expected = placed(where);
  const all = found(change, world);
  expect(all.map(brief)).toContain(expected);
  expect(all.find((f) => brief(f) === expected)?.rule).toBe(rule);
});

test.each(EVIDENCE_QUIET.map((q) => [q[0], q] as const))('quiet: %s', (_, [, change, code, world]) => {
  expect(found(change, world).map((f) => f.code)).not.toContain(code);
});

test('each rule finds every code that it says it finds', () => {
  const codes = new Map<string, Set<string>>();
  for (const [rule, , change, , world] of EVIDENCE_SCENARIOS)
    for (const f of found(change, world)) if (f.rule === rule) codes.set(rule, (codes.get(rule) ?? new Set()).add(f.code));
  const silent = RULES.filter((r) => OURS.has(r.id)).flatMap((r) =>
    r.codes.filter((c) => !codes.get(r.id)?.has(c)).map((c) => `${r.id} ${c}`),
  );
  expect(silent).toEqual([]);
});

test('each has its sentence in both languages, with no hole in it', () => {
  for (const [, name, change, , world] of EVIDENCE_SCENARIOS)
    for (const f of ours(change, world))
      for (const language of ['zh-CN', 'en'] as const) {
        const { text, hint = '', caret = '' } = sentenceOf(f, language);
        expect(`${text}${hint}${caret}`, name).not.toMatch(/undefined|NaN|\[object|（）|：$/);
        expect(text.length).toBeGreaterThan(5);
      }
});

test('each rule of evidence shows a right and a wrong example', () => {
  expect(RULES.filter((r) => OURS.has(r.id) && !(r.right && r.wrong)).map((r) => r.id)).toEqual([]);
});

describe('many gaps', () => {
  const copies = (count: number) => (c: C) => {
    const [copy] = c.evidence.evidence.filter((e) => e.evidenceNo === 'K04');
    for (let i = 0; i < count; i++) {
      const no = `F${i}`;
      if (copy)
        c.evidence.evidence.push({
          ...structuredClone(copy),
          evidenceNo: no,
          records: ['R4'],
          files: [{ path: `${no}.pdf`, sha256: '0'.repeat(64) }],
        });
    }
  };
  const told = (count: number) => found(copies(count)).filter((f) => f.code === 'COPY_RECORD_MISSING');
  test('three are said one by one', () => expect(told(3)).toHaveLength(3));
  test('twenty are said once, with all their numbers, at the first', () => {
    const [one, ...more] = told(20);
    expect(more).toEqual([]);
    expect(one?.args).toMatchObject({ evidence: Array.from({ length: 20 }, (_, i) => `F${i}`) });
    expect(one?.at).toMatchObject({ pointer: `/evidence/${fullCase().evidence.evidence.length}/originality` });
  });
  test('different gaps stay apart', () => {
    const change = (c: C) => {
      copies(8)(c);
      for (const e of c.evidence.evidence.slice(-4)) e.originality = '打印件';
    };
    expect(found(change).filter((f) => f.code === 'COPY_RECORD_MISSING')).toHaveLength(2);
  });
  test('a case with no record at all is told once a gap', () => {
    const change = (c: C) => {
      for (const list of Object.values(c.records)) if (Array.isArray(list)) list.length = 0;
    };
    expect(ours(change).filter((f) => f.severity !== 'info').length).toBeLessThan(16);
  });
});

describe('defects', () => {
  const defect =
    (rule: string, ...evidence: string[]) =>
    (c: C) =>
      c.records.defects.push({ evidence, rule, defect: '漏签', cure: '补正', explanation: '六月一日已补签', on: '2026-06-01', by: ['甲'] });
  const unsigned = (c: C) => Object.assign(c.records.extractions[0]?.provider ?? {}, { signed: '拒绝签名' });
  test('a cured warning stays as information, and the cure is said', () => {
    const all = found((c) => [unsigned(c), defect('E-03', 'E01')(c)]).map(brief);
    expect(all).toContain('info SIGNATURE_MISSING records/extractions/0/provider');
    expect(all).toContain('info DEFECT_CURED records/defects/0/rule');
    expect(all).not.toContain('warning SIGNATURE_MISSING records/extractions/0/provider');
  });
  test('a defect of a record may name its signed paper', () => {
    const all = found((c) => [unsigned(c), defect('E-03', 'E02')(c)]).map(brief);
    expect(all).toContain('info SIGNATURE_MISSING records/extractions/0/provider');
    expect(all).toContain('info DEFECT_CURED records/defects/0/rule');
  });
  const noDecision = (c: C) => [delete c.records.preservations[0]?.docNo, defect('D-03', 'K05')(c)];
  const gap = (change: (c: C) => unknown) => found(change).filter((f) => f.rule === 'D-03');
  test('an error stays one', () => {
    expect(gap(noDecision).map(brief)).toEqual([
      'error PRESERVATION_GAP records/preservations/0',
      'info DEFECT_NOT_LOWERED records/defects/0/rule',
    ]);
  });
  test('with a reason it becomes a warning', () => {
    const reasons = [{ rule: 'D-03', reason: '无法补正', by: '郑某', at: '2026-11-20T09:00+08:00' }];
    expect(gap((c) => [noDecision(c), Object.assign(c.internal, { reasons })]).map(brief)).toEqual([
      'warning PRESERVATION_GAP records/preservations/0',
      'info DEFECT_CURED records/defects/0/rule',
    ]);
  });
  test.each([
    ['two asked at a time', (c: C) => Object.assign(c.records.interviews[0] ?? {}, { alone: '否' }), 'INTERVIEW_NOT_ALONE'],
    [
      'words not confirmed',
      (c: C) => Object.assign(c.records.interviews[0]?.interviewee ?? {}, { signed: '拒绝签名' }),
      'SIGNATURE_MISSING',
    ],
  ])('no cure for %s', (_, change, code) => {
    const all = found((c) => [change(c), defect('T-01', 'K07')(c)]);
    expect(all.find((f) => f.code === code && f.rule === 'T-01')?.severity).toBe('warning');
    expect(all.find((f) => f.code === 'DEFECT_NOT_LOWERED')?.args).toMatchObject({ why: 'incurable' });
  });
  test('what the custody log lacks is cured by the evidence of the line', () => {
    const line = { seq: 1, at: '2026-05-13T10:00+08:00', action: 'collect', items: ['E01'], by: [{ name: '周某甲' }], prev: null } as const;
    const custody = [custodyLine(line)];
    const one = (all: ReturnType<typeof found>) => all.filter((f) => f.code === 'CUSTODY_ONE_PERSON').map((f) => f.severity);
    expect(one(found(() => undefined, { custody }))).toEqual(['warning']);
    expect(one(found(defect('C-04', 'E01'), { custody }))).toEqual(['info']);
  });
  test.each([
    ['a defect of nothing found', {}, 'info DEFECT_TOUCHES_NOTHING records/defects/0/rule'],
    ['before there was evidence', { on: '2026-01-01' }, 'warning DEFECT_DAY_WRONG records/defects/0/on'],
    ['on a day to come', { on: '2026-12-01' }, 'warning DEFECT_DAY_WRONG records/defects/0/on'],
    ['explained by one character', { explanation: '无' }, 'warning DEFECT_UNEXPLAINED records/defects/0/explanation'],
  ])('%s', (_, change, expected) => {
    const all = found((c) => [defect('E-03', 'E01')(c), Object.assign(c.records.defects[0] ?? {}, change)]);
    expect(all.map(brief)).toContain(expected);
    for (const f of all.filter((x) => x.code.startsWith('DEFECT_')))
      for (const language of ['zh-CN', 'en'] as const) expect(sentenceOf(f, language).text).not.toMatch(/undefined|\[object/);
  });
  test.each([{ on: '2026-12-01' }, { explanation: '无' }])('nor does it lower anything: %j', (change) => {
    const all = found((c) => [unsigned(c), defect('E-03', 'E01')(c), Object.assign(c.records.defects[0] ?? {}, change)]);
    expect(all.map(brief)).toContain('warning SIGNATURE_MISSING records/extractions/0/provider');
  });
  test('of several items the cured ones are set apart', () => {
    const change = (c: C) => {
      for (const e of c.evidence.evidence.filter((x) => /^K0[4-8]$/.test(x.evidenceNo))) e.collectors = ['甲'];
      defect('R-02', 'K05')(c);
    };
    const all = found(change).filter((f) => f.code === 'COLLECTORS_TOO_FEW');
    expect(all.map((f) => [f.severity, f.args])).toEqual([
      ['warning', { evidence: ['K04', 'K06', 'K07', 'K08'], asked: 2 }],
      ['info', { evidence: ['K05'], asked: 2 }],
    ]);
  });
  test('of files without a digest the explained ones are counted apart', () => {
    const change = (c: C) => {
      for (const e of c.evidence.evidence.filter((x) => /^K1[1-3]$/.test(x.evidenceNo))) e.files = [{ path: `${e.evidenceNo}.pdf` }];
      defect('E-01', 'K11')(c);
    };
    const all = found(change).filter((f) => f.code === 'COLLECT_DIGEST_MISSING');
    expect(all.map((f) => [f.severity, f.args])).toEqual([
      ['warning', { evidenceNo: 'K12', path: 'K12.pdf', count: 2 }],
      ['info', { evidenceNo: 'K11', path: 'K11.pdf', count: 1 }],
    ]);
  });
  test('another rule’s defect softens nothing', () => {
    expect(found((c) => [unsigned(c), defect('E-04', 'E01')(c)]).map(brief)).toContain(
      'warning SIGNATURE_MISSING records/extractions/0/provider',
    );
  });
  test('an unknown rule is said', () => {
    expect(found(defect('E-99', 'E01')).map(brief)).toContain('warning DEFECT_RULE_UNKNOWN records/defects/0/rule');
  });
  test('an altered file is never cured', () => {
    const digests = new Map([[DATASET_PATH, { sha256: '0'.repeat(64), sm3: '0'.repeat(64) }]]);
    expect(found(defect('E-09', 'E01'), { digests }).map(brief)).toContain(
      placed('stop COLLECT_DIGEST_DIFFERS evidence/evidence/@E01/files/0'),
    );
  });
});

test('two files in each other’s place are told by what is recorded of the other; a third by nothing', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((x) => x.repeat(64)) as [string, string, string];
  const now = (sha256: string) => ({ sha256, sm3: 'd'.repeat(64) });
  const differing = found(
    (k) => {
      Object.assign(k.evidence.evidence[0] ?? {}, {
        files: [
          { path: '甲.pdf', sha256: a },
          { path: '乙.pdf', sha256: b },
          { path: '丙.pdf', sha256: c },
        ],
      });
    },
    {
      digests: new Map([
        ['甲.pdf', now(b)],
        ['乙.pdf', now(a)],
        ['丙.pdf', now('9'.repeat(64))],
      ]),
    },
  ).flatMap((f) => (f.code === 'COLLECT_DIGEST_DIFFERS' ? [[f.args.path, f.args.contentOf]] : []));
  expect(differing).toEqual([
    ['甲.pdf', '乙.pdf'],
    ['乙.pdf', '甲.pdf'],
    ['丙.pdf', undefined],
  ]);
});

describe('thousands of interviews', () => {
  const MANY = 5000;
  const many = (at: (i: number) => string) => (c: C) => {
    const [first] = c.records.interviews;
    if (!first) return;
    const more = Array.from({ length: MANY }, (_, i) => ({
      ...structuredClone(first),
      recordNo: `Y${i}`,
      startedAt: `${at(i)}:00+08:00`,
      endedAt: `${at(i)}:30+08:00`,
      interviewee: { name: `证人${i}`, signed: '已签名' as const },
    }));
    c.records.interviews.push(...more);
  };
  const day = (i: number): string => `2026-0${1 + (Math.floor(i / 10 / 28) % 9)}-${String(1 + (Math.floor(i / 10) % 28)).padStart(2, '0')}`;
  test.each([
    ['all at one hour', many(() => '2026-05-16T09'), 1],
    ['ten a day', many((i) => `${day(i)}T${String(8 + (i % 10)).padStart(2, '0')}`), 100],
  ] as const)('%s: few findings', (_, change, most) => {
    const all = found(change).filter((f) => f.code === 'INTERVIEWS_OVERLAP' || f.code === 'OFFICER_IN_TWO_PLACES');
    expect(all.length).toBeLessThanOrEqual(most);
    expect(JSON.stringify(all).length).toBeLessThan(200_000);
  });
});
