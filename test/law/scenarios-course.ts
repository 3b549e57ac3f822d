/** One line a scenario: who the people are, and the course of the case before the hand-over. */
import { fullCase } from './full-case.ts';
import { NATIONAL } from './scenarios-case.ts';
import type { C, Scenario, World } from './world.ts';

const PACKED: World = {
  pack: { thresholds: NATIONAL.thresholds, periods: NATIONAL.periods, calendar: NATIONAL.calendar } as NonNullable<World['pack']>,
};
const suspect = (change: object) => (c: C) => Object.assign(c.case.suspects[0] ?? {}, change);
const fact = (change: object) => (c: C) => Object.assign(c.case.facts[0] ?? {}, change);
const both =
  (...changes: ((c: C) => unknown)[]) =>
  (c: C) =>
    changes.map((change) => change(c));
const internal = (change: object) => (c: C) => Object.assign(c.internal, change);
const approval = (change: object) => (c: C) => Object.assign(c.internal.approval ?? {}, change);
const unnumbered = (change: object = {}) => suspect({ idNo: undefined, ...change });
const other = (otherIdType: string, otherIdNo: string, more: object = {}) => unnumbered({ otherIdType, otherIdNo, ...more });
/** Born so that the person is of this age on 1 March 2025, when the facts begin; they end on 28 February 2026. */
const born = (birthDate: string) => suspect({ idNo: undefined, noIdReason: '某', birthDate });
const review = (at: string, reviewer = '程某') => internal({ legalReview: { reviewer, opinion: '同意', at } });
const discussion = (at: string) => internal({ discussion: { at, record: '同意' } });
const fined = (decidedOn: string, suspectedOn?: string) => (c: C) => {
  c.case.penalty = { decided: true, docNo: '示医保罚〔2026〕1号', decidedOn, fine: '5000.00', execution: '已缴' };
  if (suspectedOn) c.case.suspectedOn = suspectedOn;
};
const refused = (refusalReason: string, fundLoss = '140000.00') =>
  both(approval({ decision: '不批准', refusalReason }), (c) => Object.assign(c.case.amount, { fundLoss }));
const urgent = (risk: object) => (c: C) => {
  c.case.urgentRisks = [{ type: '转移资金', note: '某', notifiedTo: '某', ...risk }];
};
const aggravating = (text: string) => (c: C) => {
  c.investigation.circumstances = { aggravating: [text] };
};
const film =
  (change: object, in1 = true) =>
  (c: C) => {
    c.evidence.evidence.push({
      ...structuredClone(c.evidence.evidence[2]),
      evidenceNo: 'E20',
      title: '询问过程录像',
      docType: '询问录像',
      kind: '视听资料',
      files: [{ path: '询问.mp4', sha256: 'f'.repeat(64) }],
      facts: in1 ? ['1'] : [],
      ...change,
    } as C['evidence']['evidence'][number]);
  };
const onlyFilm = (c: C) => {
  for (const e of c.evidence.evidence) e.facts = e.facts.filter((no) => no !== '1');
  film({})(c);
  Object.assign(c.case.facts[0] ?? {}, { evidence: ['E20'] });
};
const unfixed = (c: C) => {
  const picture = c.evidence.evidence.find((e) => e.evidenceNo === 'E03');
  for (const f of picture?.files ?? []) Reflect.deleteProperty(f, 'sha256');
};
const extended = (...extensions: object[]) => internal({ handling: { extensions } });

export const COURSE_SCENARIOS: readonly Scenario[] = [
  [
    'S-13',
    'fifteen digits of another birth',
    other('十五位居民身份证', '999999750313001', { birthDate: '1975-03-12' }),
    'warning OTHER_ID_CONTRADICTS case/suspects/0/birthDate',
  ],
  [
    'S-13',
    'fifteen digits of a woman',
    other('十五位居民身份证', '999999750312002', { gender: '男' }),
    'warning OTHER_ID_CONTRADICTS case/suspects/0/gender',
  ],
  ['S-11', 'no number at all', unnumbered(), 'warning IDENTITY_MISSING case/suspects/0'],
  ['S-11', 'a paper without number', unnumbered({ otherIdType: '其他' }), 'warning OTHER_ID_HALF case/suspects/0/otherIdType'],
  ['S-11', 'a number of no paper', unnumbered({ otherIdNo: 'E1' }), 'warning OTHER_ID_HALF case/suspects/0/otherIdNo'],
  ['S-11', 'a passport of no country', other('护照', 'E00000000'), 'warning NATIONALITY_MISSING case/suspects/0/otherIdType'],
  [
    'S-11',
    'a person among the parties',
    (c) => c.case.parties.push({ id: '个人', type: '个人', name: '李某' }),
    'warning IDENTITY_MISSING case/parties/1',
  ],
  ['S-12', 'a question mark', suspect({ name: '王？' }), 'warning NAME_CHARACTER_LOST case/suspects/0/name'],
  ['S-12', 'a box', (c) => Object.assign(c.case.officers[0] ?? {}, { name: '周□' }), 'warning NAME_CHARACTER_LOST case/officers/0/name'],
  [
    'S-12',
    'a star in the legal representative',
    (c) => Object.assign(c.case.parties[0] ?? {}, { legalRepresentative: '王*' }),
    'warning NAME_CHARACTER_LOST case/parties/0/legalRepresentative',
  ],
  ['S-13', 'a pass to the mainland', other('港澳居民来往内地通行证', '00000000'), 'warning OTHER_ID_BAD case/suspects/0/otherIdNo'],
  ['S-13', 'fourteen digits', other('十五位居民身份证', '99999975031200'), 'warning OTHER_ID_BAD case/suspects/0/otherIdNo'],
  ['S-13', 'no such day', other('十五位居民身份证', '999999751332001'), 'warning OTHER_ID_BAD case/suspects/0/otherIdNo'],
  ['S-13', 'a permit of another place', other('港澳台居民居住证', '999999197503120013'), 'warning OTHER_ID_BAD case/suspects/0/otherIdNo'],
  ['S-14', 'fifteen to the end', born('2010-06-01'), 'error SUSPECT_UNDER_AGE case/suspects/0'],
  ['S-14', 'the birthday itself is before', born('2010-02-28'), 'error SUSPECT_UNDER_AGE case/suspects/0'],
  ['S-14', 'thirteen', born('2012-06-01'), 'error SUSPECT_UNDER_AGE case/suspects/0'],
  ['S-14', 'sixteen in between', born('2009-06-01'), 'warning SUSPECT_AGED_DURING case/suspects/0'],
  ['S-14', 'seventeen', born('2007-06-01'), 'info SUSPECT_MINOR case/suspects/0'],
  [
    'S-14',
    'by the number of a permit',
    other('港澳台居民居住证', '810000200706010014', { birthDate: undefined }),
    'info SUSPECT_MINOR case/suspects/0',
  ],
  ['F-13', 'not told where the fund lost by it', fact({ resultPlace: undefined }), 'info RESULT_PLACE_MISSING case/facts/0'],
  ['P-21', 'an officer reviews', review('2026-11-17T09:00+08:00', '吴 某乙'), 'warning REVIEWER_IS_OFFICER internal/legalReview/reviewer'],
  ['P-21', 'reviewed before the report', review('2026-11-15T09:00+08:00'), 'warning REVIEW_BEFORE_REPORT internal/legalReview/at'],
  ['P-21', 'reviewed after the decision', review('2026-11-20T10:01+08:00'), 'warning REVIEW_AFTER_DECISION internal/legalReview/at'],
  ['P-21', 'discussed before the report', discussion('2026-11-15T23:59+08:00'), 'warning REVIEW_BEFORE_REPORT internal/discussion/at'],
  ['P-21', 'discussed after the decision', discussion('2026-11-21T09:00+08:00'), 'warning REVIEW_AFTER_DECISION internal/discussion/at'],
  ['P-22', 'fined, suspicion unknown', fined('2026-10-01'), 'info SUSPICION_DAY_MISSING case/penalty/fine'],
  ['P-22', 'fined after', fined('2026-10-01', '2026-10-01'), 'warning FINE_AFTER_SUSPICION case/penalty/fine'],
  ['P-22', 'fined before', fined('2026-10-01', '2026-10-02'), 'info FINE_TO_BE_OFFSET case/penalty/fine'],
  [
    'P-22',
    'suspected before the clue',
    (c) => Object.assign(c.case, { suspectedOn: '2026-05-05' }),
    'warning SUSPICION_DAY_ORDER case/suspectedOn',
  ],
  ['P-23', 'half a year', () => undefined, 'warning HANDLING_PERIOD_OVER internal', PACKED],
  [
    'P-23',
    'extended, and not enough',
    extended({ days: 30, approvedOn: '2026-08-01', by: '负责人批准' }),
    'warning HANDLING_PERIOD_OVER internal/handling',
    PACKED,
  ],
  [
    'P-23',
    'extended without end',
    extended({ days: 300, approvedOn: '2026-08-01', by: '负责人批准' }),
    'warning HANDLING_EXTENDED_TOO_LONG internal/handling/extensions',
    PACKED,
  ],
  ['P-24', 'a fine will do', refused('可以罚款处理'), 'error REFUSED_FOR_A_FINE internal/approval/refusalReason', PACKED],
  ['P-24', 'called small', refused('数额不大'), 'error REFUSED_FOR_SMALLNESS internal/approval/refusalReason', PACKED],
  ['P-24', 'another reason', refused('住院属实'), 'warning REFUSED_ABOVE_THRESHOLD internal/approval/refusalReason', PACKED],
  ['P-25', 'found at no time', urgent({ notifiedAt: '2026-11-18T09:00+08:00' }), 'info URGENT_FOUND_MISSING case/urgentRisks/0'],
  [
    'P-25',
    'told on the third day',
    urgent({ foundAt: '2026-11-15T09:00+08:00', notifiedAt: '2026-11-18T09:00+08:00' }),
    'warning URGENT_NOTICE_LATE case/urgentRisks/0',
    PACKED,
  ],
  ['P-25', 'not told', urgent({ foundAt: '2026-11-19T09:00+08:00' }), 'warning URGENT_NOTICE_OVERDUE case/urgentRisks/0', PACKED],
  [
    'P-25',
    'told before it was found',
    urgent({ foundAt: '2026-11-18T09:00+08:00', notifiedAt: '2026-11-17T09:00+08:00' }),
    'warning URGENT_NOTICE_BEFORE_FOUND case/urgentRisks/0/foundAt',
    PACKED,
  ],
  [
    'F-15',
    'a penalty',
    aggravating('曾因非法收购药品受过行政处罚。'),
    'warning PENALTY_CALLED_AGGRAVATING investigation/circumstances/aggravating/0',
  ],
  ['F-15', 'a phrase', aggravating('诈骗对象为医疗款物。'), 'warning AGGRAVATING_WITHOUT_SOURCE investigation/circumstances/aggravating/0'],
  ['T-05', 'a film of questioning', film({}), 'info RECORDING_IS_WORDS evidence'],
  ['T-05', 'called data', film({ kind: '电子数据' }), 'warning RECORDING_CALLED_ELECTRONIC evidence/evidence/4/kind'],
  ['T-05', 'nothing but the film', onlyFilm, 'warning FACT_ON_RECORDED_WORDS case/facts/0/evidence'],
  ['E-17', 'a picture nobody fixed', unfixed, 'info PICTURE_WITHOUT_DIGEST evidence', { custody: [] }],
];

export const COURSE_QUIET: readonly (readonly [name: string, change: (c: C) => unknown, code: string, world?: World])[] = [
  ['a passport', other('护照', 'E00000000', { nationality: '示例国' }), 'IDENTITY_MISSING'],
  ['a passport of a country', other('护照', 'E00000000', { nationality: '示例国' }), 'NATIONALITY_MISSING'],
  ['looked for and not found', unnumbered({ noIdReason: '户籍系统查无此人' }), 'IDENTITY_MISSING'],
  ['an organisation', (c) => Object.assign(c.case.parties[0] ?? {}, { uscc: undefined }), 'IDENTITY_MISSING'],
  ['a rare character and 某', suspect({ name: '王䶮某' }), 'NAME_CHARACTER_LOST'],
  ['a name with its point', suspect({ name: '阿依古丽·买买提' }), 'NAME_CHARACTER_LOST'],
  ['a pass to the mainland', other('港澳居民来往内地通行证', 'H00000000'), 'OTHER_ID_BAD'],
  ['a pass of ten digits', other('港澳居民来往内地通行证', 'h0000000001'), 'OTHER_ID_BAD'],
  ['a permit of Hong Kong', other('港澳台居民居住证', '810000200706010014'), 'OTHER_ID_BAD'],
  ['from Taiwan', other('台湾居民来往大陆通行证', '00000000'), 'OTHER_ID_BAD'],
  ['fifteen digits', other('十五位居民身份证', '999999750312001'), 'OTHER_ID_BAD'],
  ['fifteen digits of the person', other('十五位居民身份证', '999999750312001'), 'OTHER_ID_CONTRADICTS'],
  ['a passport tells no birth', other('护照', 'E00000000', { nationality: '示例国' }), 'OTHER_ID_CONTRADICTS'],
  ['a resident of before 2023', other('外国人永久居留身份证', 'USA000000000000'), 'OTHER_ID_BAD'],
  ['any other paper', other('其他', '无编排'), 'OTHER_ID_BAD'],
  ['an adult', born('2007-02-28'), 'SUSPECT_MINOR'],
  ['sixteen the day before', born('2009-02-28'), 'SUSPECT_AGED_DURING'],
  [
    'a child of another fact',
    both(born('2009-08-01'), (c) => {
      Object.assign(c.case.facts[0] ?? {}, { actors: [] });
      Object.assign(c.case.facts[1] ?? {}, { period: { from: '2025-09-01', to: '2025-12-31' } });
    }),
    'SUSPECT_AGED_DURING',
  ],
  ['reviewed between report and decision', review('2026-11-16T16:00+08:00'), 'REVIEW_BEFORE_REPORT'],
  ['reviewed at the moment of the decision', review('2026-11-20T10:00+08:00'), 'REVIEW_AFTER_DECISION'],
  ['another reviews', review('2026-11-17T09:00+08:00'), 'REVIEWER_IS_OFFICER'],
  ['suspected, and fined before', fined('2026-10-01', '2026-10-02'), 'FINE_BEFORE_TRANSFER'],
  ['suspected, and no fine', (c) => Object.assign(c.case, { suspectedOn: '2026-10-02' }), 'SUSPICION_DAY_ORDER'],
  [
    'extended by both, and the review not counted',
    internal({
      handling: {
        extensions: [
          { days: 30, approvedOn: '2026-08-01', by: '负责人批准' },
          { days: 60, approvedOn: '2026-09-01', by: '集体讨论决定' },
        ],
        excluded: [
          { from: '2026-06-01', to: '2026-06-15', reason: '专家评审' },
          { from: '2026-06-10', to: '2026-06-20', reason: '鉴定' },
        ],
      },
    }),
    'HANDLING_PERIOD_OVER',
    PACKED,
  ],
  ['small indeed', refused('数额不大', '2000.00'), 'REFUSED_FOR_SMALLNESS', PACKED],
  ['within what regions set', refused('数额不大', '5000.00'), 'REFUSED_FOR_SMALLNESS', PACKED],
  ['told the same day', urgent({ foundAt: '2026-11-18T09:00+08:00', notifiedAt: '2026-11-18T17:00+08:00' }), 'URGENT_NOTICE_LATE', PACKED],
  ['still within the day', urgent({ foundAt: '2026-11-20T09:00+08:00' }), 'URGENT_NOTICE_OVERDUE', PACKED],
  ['a sentence', aggravating('2019年因骗保犯罪被判处有期徒刑一年。'), 'PENALTY_CALLED_AGGRAVATING'],
  ['the phrase with its article', aggravating('诈骗医疗款物（法释〔2011〕7号第二条）。'), 'AGGRAVATING_WITHOUT_SOURCE'],
  ['a film of the scene', film({ title: '现场检查录像', docType: '现场录像' }), 'RECORDING_IS_WORDS'],
  ['a film beside data', film({}), 'FACT_ON_RECORDED_WORDS'],
  ['a picture that was fixed', unfixed, 'PICTURE_WITHOUT_DIGEST'],
  ['every kind in order', () => undefined, 'PICTURE_WITHOUT_DIGEST', { base: fullCase }],
];
