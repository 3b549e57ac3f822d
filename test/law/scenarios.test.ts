/** One line a scenario: what is changed in a case that breaks no rule, and the finding it must give. */
import { describe, expect, test } from 'vitest';
import { DOSSIER_RULES, RULES } from '../../src/law/index.ts';
import { custodyLine } from '../../src/model/index.ts';
import { CHAIN, DATASET_KEY, FULL_PACK, fullCase, READ } from './full-case.ts';
import { CASE_SCENARIOS } from './scenarios-case.ts';
import { CORRECTION_SCENARIOS } from './scenarios-corrections.ts';
import { CORRESPONDENCE_SCENARIOS } from './scenarios-correspondence.ts';
import { COURSE_QUIET, COURSE_SCENARIOS } from './scenarios-course.ts';
import { CUSTODY_SCENARIOS } from './scenarios-custody.ts';
import { EVIDENCE_SCENARIOS } from './scenarios-evidence.ts';
import { FILE_QUIET, FILE_SCENARIOS } from './scenarios-files.ts';
import { OFFENCE_QUIET, OFFENCE_SCENARIOS } from './scenarios-offences.ts';
import { PARTICIPANT_QUIET, PARTICIPANT_SCENARIOS } from './scenarios-participants.ts';
import { PEOPLE_QUIET, PEOPLE_SCENARIOS } from './scenarios-people.ts';
import { REPORT_QUIET, REPORT_SCENARIOS } from './scenarios-report.ts';
import { SECRECY_QUIET, SECRECY_SCENARIOS } from './scenarios-secrecy.ts';
import { brief, type C, FIRST, findingsOf, type Scenario, SECOND, type World } from './world.ts';

test('a case in order gives nothing but the running clock', () => {
  expect(findingsOf(() => undefined).map(brief)).toEqual(['info TRANSFER_DUE internal/approval/decidedAt']);
});

const AT = Date.parse('2026-11-22T00:00:00+08:00');
const SCENARIOS: readonly Scenario[] = [
  ...FILE_SCENARIOS,
  ['P-01', 'one officer', (c) => c.case.officers.pop(), 'error TASK_FORCE_TOO_SMALL case/officers'],
  [
    'P-01',
    'one certificate for two',
    (c) => Object.assign(c.case.officers[1] ?? {}, { certNo: '99010001' }),
    'error OFFICER_CERT_REPEATED case/officers/1/certNo',
  ],
  ['P-02', 'no approver', (c) => delete c.internal.approval?.approver, 'error APPROVER_MISSING internal/approval'],
  [
    'P-03',
    'decided on the fifth day',
    (c) => Object.assign(c.internal.approval ?? {}, { receivedAt: '2026-11-15T23:00+08:00' }),
    'warning APPROVAL_LATE internal/approval/decidedAt',
  ],
  [
    'P-03',
    'decided before received',
    (c) => Object.assign(c.internal.approval ?? {}, { receivedAt: '2026-11-20T11:00+08:00' }),
    'warning DATE_ORDER internal/approval/decidedAt',
  ],
  [
    'P-04',
    'received 25 h after approval',
    (c) => Object.assign(c.receipt, { transferredAt: '2026-11-21T11:00+08:00' }),
    'warning TRANSFER_LATE receipt/transferredAt',
  ],
  ['P-04', 'not transferred, 24 h over', () => undefined, 'warning TRANSFER_OVERDUE internal/approval/decidedAt', { now: AT }],
  ['P-05', 'no decision', (c) => delete c.internal.approval?.decision, 'stop APPROVAL_MISSING internal/approval'],
  ['P-05', 'no approval at all', (c) => delete c.internal.approval, 'stop APPROVAL_MISSING internal'],
  ['P-05', 'no time of approval', (c) => delete c.internal.approval?.decidedAt, 'stop APPROVAL_TIME_MISSING internal/approval'],
  [
    'P-05',
    'refused',
    (c) => Object.assign(c.internal.approval ?? {}, { decision: '不批准', refusalReason: '事实不清' }),
    'stop APPROVAL_REFUSED internal/approval/decision',
  ],
  [
    'P-05',
    'refused without reason, draft',
    (c) => Object.assign(c.internal.approval ?? {}, { decision: '不批准' }),
    'stop REFUSAL_REASON_MISSING internal/approval',
    { draft: true },
  ],
  ['P-06', 'not police', (c) => Object.assign(c.case.recipient, { type: '其他' }), 'error RECIPIENT_NOT_POLICE case/recipient/type'],
  [
    'P-06',
    'another level',
    (c) => Object.assign(c.case.recipient, { name: '示例省公安厅', level: '省' }),
    'error RECIPIENT_LEVEL_DIFFERS case/recipient/level',
  ],
  [
    'P-07',
    'a pack that always copies another',
    (c) => Object.assign(c.case, { cc: [] }),
    'warning PROCURATORATE_NOT_COPIED case/cc',
    { pack: { recipients: { ccAlways: ['某委员会'] } } },
  ],
  ['P-07', 'no procuratorate', (c) => Object.assign(c.case, { cc: [] }), 'warning PROCURATORATE_NOT_COPIED case/cc'],
  [
    'P-08',
    'official who used the office',
    (c) => Object.assign(c.case.suspects[0] ?? {}, { publicOfficial: '是', usedOffice: '是' }),
    'warning SUPERVISORY_REFERRAL_NEEDED case/suspects/0/usedOffice',
  ],
  [
    'P-08',
    'open facts',
    (c) => Object.assign(c.case.suspects[0] ?? {}, { publicOfficial: '待查', usedOffice: '待查' }),
    'info OFFICE_FACTS_OPEN case/suspects/0/usedOffice',
  ],
  [
    'P-08',
    'behaviour of 监察',
    (c) => Object.assign(c.case.facts[0] ?? {}, { behaviour: 'YS-E1' }),
    'warning SUPERVISORY_BEHAVIOUR case/facts/0/behaviour',
  ],
  [
    'P-09',
    'penalty without its decision',
    (c) => Object.assign(c.case, { penalty: { decided: true, docNo: '示医保罚〔2026〕1号', decidedOn: '2026-10-01', execution: '未缴' } }),
    'error PENALTY_DECISION_NOT_ATTACHED case/penalty',
  ],
  [
    'P-09',
    'something else attached',
    (c) => Object.assign(c.case, { penalty: { decided: true, docNo: '示', decidedOn: '2026-10-01', execution: '未缴', evidence: 'E01' } }),
    'error PENALTY_EVIDENCE_NOT_A_DECISION case/penalty/evidence',
  ],
  [
    'P-10',
    'fined first',
    (c) => Object.assign(c.case, { penalty: { decided: true, docNo: '示', decidedOn: '2026-10-01', fine: '5000.00', execution: '已缴' } }),
    'warning FINE_BEFORE_TRANSFER case/penalty/fine',
  ],
  [
    'M-03',
    'opinion without qualification',
    (c) => Object.assign(c.evidence.evidence[0] ?? {}, { kind: '鉴定意见' }),
    'error QUALIFICATION_MISSING evidence/evidence/0/docType',
  ],
  ['M-04', 'no report, no reason', (c) => delete c.case.noReportReason, 'warning REPORT_NOT_EXPLAINED case'],
  [
    'M-05',
    'no lead officer',
    (c) => Object.assign(c.case.officers[0] ?? {}, { role: '协办' }),
    'warning LEAD_OFFICER_MISSING case/officers',
  ],
  ['M-05', 'no telephone', (c) => delete c.case.officers[0]?.phone, 'warning LEAD_OFFICER_PHONE_MISSING case/officers/0'],
  ['M-05', 'letter not signed', (c) => delete c.transfer.signedScan, 'warning SIGNED_SCAN_MISSING transfer'],
  ['M-06', 'nobody suspected', (c) => Object.assign(c.case, { suspects: [] }), 'warning SUSPECT_MISSING case/suspects'],
  ['M-06', 'report not signed', (c) => delete c.investigation.signedScan, 'warning SIGNED_SCAN_MISSING investigation'],
  [
    'M-07',
    'pages do not sum',
    (c) => Object.assign(c.evidence.evidence[0] ?? {}, { pages: 4 }),
    'error EVIDENCE_PAGES_DIFFER evidence/evidence/0/pages',
  ],
  [
    'F-02',
    'unknown behaviour',
    (c) => Object.assign(c.case.facts[0] ?? {}, { behaviour: 'YS-B4z' }),
    'warning BEHAVIOUR_UNKNOWN case/facts/0/behaviour',
  ],
  [
    'F-02',
    'before the regulation',
    (c) => Object.assign(c.case.facts[0] ?? {}, { period: { from: '2020-01-01', to: '2020-12-31' } }),
    'warning BEHAVIOUR_NOT_IN_FORCE case/facts/0/period',
  ],
  [
    'F-02',
    'across 2021-05-01',
    (c) => Object.assign(c.case.facts[0] ?? {}, { period: { from: '2021-01-01', to: '2021-12-31' } }),
    'warning BEHAVIOUR_SPANS_RULES case/facts/0/period',
  ],
  [
    'F-02',
    'across 2026-04-01',
    (c) => Object.assign(c.case.facts[0] ?? {}, { period: { from: '2026-01-01', to: '2026-04-01' } }),
    'warning BEHAVIOUR_SPANS_RULES case/facts/0/period',
  ],
  [
    'F-02',
    'wording not seen',
    (c) => Object.assign(c.case.facts[0] ?? {}, { behaviour: 'YS-B5' }),
    'info BEHAVIOUR_UNVERIFIED case/facts/0/behaviour',
  ],
  [
    'A-01',
    'a fen too much by fund',
    (c) => Object.assign(c.case.amount.byFund[0] ?? {}, { amount: '100000.01' }),
    'warning AMOUNT_BY_FUND_DIFFERS case/amount/byFund',
  ],
  [
    'A-01',
    'facts differ',
    (c) => Object.assign(c.case.facts[1] ?? {}, { overlap: '0.00' }),
    'warning AMOUNT_BY_FACT_DIFFERS case/amount/fundLoss',
  ],
  [
    'A-01',
    'years differ',
    (c) => Object.assign(c.case.amount, { byYear: [{ year: '2025', amount: '1.00' }] }),
    'warning AMOUNT_BY_YEAR_DIFFERS case/amount/byYear',
  ],
  [
    'A-01',
    'overlap above amount',
    (c) => Object.assign(c.case.facts[1] ?? {}, { overlap: '30000.01' }),
    'warning AMOUNT_OVERLAP_TOO_LARGE case/facts/1/overlap',
  ],
  [
    'A-01',
    'more recovered than lost',
    (c) => Object.assign(c.case.amount.recovered?.[0] ?? {}, { amount: '140000.01' }),
    'warning AMOUNT_PART_TOO_LARGE case/amount/recovered',
  ],
  [
    'A-01',
    'loss above gross fee',
    (c) => Object.assign(c.case.amount, { grossFee: '139999.99' }),
    'warning AMOUNT_PART_TOO_LARGE case/amount/grossFee',
  ],
  ['G-01', 'no features', (c) => delete c.items.items[0]?.features, 'warning ITEM_FIELD_MISSING items/items/0'],
  [
    'G-01',
    'nothing counted',
    (c) => Object.assign(c.items.items[0] ?? {}, { quantity: '0' }),
    'warning ITEM_QUANTITY_ZERO items/items/0/quantity',
  ],
  ['L-01', 'square brackets', (c) => Object.assign(c.transfer, { docNo: '示医保移[2026]3号' }), 'warning DOC_NO_PATTERN transfer/docNo'],
  ['L-01', '第', (c) => Object.assign(c.transfer, { docNo: '示医保移〔2026〕第3号' }), 'warning DOC_NO_PATTERN transfer/docNo'],
  ['L-01', '虚位', (c) => Object.assign(c.transfer, { docNo: '示医保移〔2026〕03号' }), 'warning DOC_NO_PATTERN transfer/docNo'],
  [
    'S-01',
    "informant's ID number",
    (c) =>
      Object.assign(Object.assign(c.internal, { clue: { informantIdNo: '99999919900101001X' } }) && c.case.source, {
        narrative: '来人99999919900101001X反映。',
      }),
    'stop INFORMANT_NUMBER_LEAKED case/source/narrative',
  ],
  [
    'S-01',
    'informant named',
    (c) => Object.assign(Object.assign(c.internal, { clue: { informant: '孙某丙' } }) && c.case.source, { narrative: '孙某丙举报该院。' }),
    'stop INFORMANT_NAMED case/source/narrative',
  ],
  [
    'S-01',
    'informant as witness',
    (c) =>
      Object.assign(Object.assign(c.internal, { clue: { informant: '孙某丙' } }) && (c.evidence.evidence[0] ?? {}), {
        title: '孙某丙询问笔录',
      }),
    'warning INFORMANT_NAME_OCCURS evidence/evidence/0/title',
  ],
  [
    'S-01',
    'the legal opinion copied out, with other marks',
    (c) => {
      Object.assign(c.internal, {
        legalReview: { reviewer: '许某', opinion: '事实清楚，证据确实，涉嫌犯罪，同意移送。', at: '2026-11-17T09:00+08:00' },
      });
      c.investigation.adminHandling = ['审核意见：事实清楚、证据确实、涉嫌犯罪，同意移送'];
    },
    'stop INTERNAL_TEXT_PACKED investigation/adminHandling/0',
  ],
  [
    'S-01',
    'the reason in place of a statement',
    (c) => {
      const reason = '当时未带封条，责任在某副股长，内部已处理';
      Object.assign(c.internal, { reasons: [{ rule: 'E-03', reason, by: '郑某', at: '2026-11-19T09:00+08:00' }] });
      c.records.extractions = c.records.extractions.map((r) => ({ ...r, remark: `说明：${reason}。` }));
    },
    'stop INTERNAL_TEXT_PACKED records/extractions/0/remark',
  ],
  [
    'S-01',
    'the number of the internal report',
    (c) => {
      Object.assign(c.internal.approval ?? {}, { reportNo: '示医保报〔2026〕9号' });
      c.investigation.adminHandling = ['见示医保报[2026]9号'];
    },
    'warning INTERNAL_NUMBER_PACKED investigation/adminHandling/0',
  ],
  [
    'S-03',
    'ID number',
    (c) => Object.assign(c.case.suspects[0] ?? {}, { idNo: '999999197503120014' }),
    'warning ID_NUMBER_BAD case/suspects/0/idNo',
  ],
  [
    'S-03',
    'birth date',
    (c) => Object.assign(c.case.suspects[0] ?? {}, { birthDate: '1975-03-21' }),
    'warning ID_NUMBER_CONTRADICTS case/suspects/0/birthDate',
  ],
  ['S-03', 'sex', (c) => Object.assign(c.case.suspects[0] ?? {}, { gender: '女' }), 'warning ID_NUMBER_CONTRADICTS case/suspects/0/gender'],
  [
    'S-03',
    'credit code',
    (c) => Object.assign(c.case.parties[0] ?? {}, { uscc: '91990000MA0000001C' }),
    'warning CREDIT_CODE_BAD case/parties/0/uscc',
  ],
  [
    'E-01',
    'no digest at collection',
    (c) => delete c.evidence.evidence[0]?.files[1]?.sha256,
    'warning COLLECT_DIGEST_MISSING evidence/evidence/0/files/1',
  ],
  [
    'E-09',
    'changed since collection',
    () => undefined,
    'stop COLLECT_DIGEST_DIFFERS evidence/evidence/0/files/0',
    { digests: new Map([['结算/明细.csv', { sha256: 'e'.repeat(64), sm3: 'e'.repeat(64) }]]) },
  ],
  [
    'P-05',
    'approved this evening',
    (c) => Object.assign(c.internal.approval ?? {}, { decidedAt: '2026-11-20T23:40+08:00' }),
    'stop APPROVAL_STILL_TO_COME internal/approval/decidedAt',
  ],
  [
    'P-04',
    'transferred before the approval',
    (c) => Object.assign(c.receipt, { transferredAt: '2026-11-19T09:00+08:00' }),
    'warning DATE_ORDER receipt/transferredAt',
  ],
  [
    'S-01',
    'a telephone number with spaces, in full width',
    (c) =>
      Object.assign(Object.assign(c.internal, { clue: { informantPhone: '00000001234' } }) && c.investigation, {
        seizure: '联系 ０００ 0000-1234。',
      }),
    'stop INFORMANT_NUMBER_LEAKED investigation/seizure',
  ],
  [
    'S-01',
    'the informant in the custody log',
    (c) => Object.assign(c.internal, { clue: { informant: '孙某丙' } }),
    'stop INFORMANT_NAMED custody/1',
    {
      custody: [
        custodyLine({
          seq: 1,
          at: '2026-05-13T10:00+08:00',
          action: 'collect',
          items: ['E01'],
          by: [{ name: '周某甲' }],
          note: '举报人孙某丙提供',
          prev: null,
        }),
      ],
    },
  ],
  [
    'K-02',
    'finer than a fen',
    (c) => Object.assign(c.transfer, { factSummary: `${c.transfer.factSummary}即140000.009元。` }),
    'error AMOUNT_NOT_IN_CASE transfer/factSummary',
  ],
  [
    'K-02',
    'full-width figures',
    (c) => Object.assign(c.transfer, { factSummary: `${c.transfer.factSummary}另１４００００.０１元。` }),
    'error AMOUNT_NOT_IN_CASE transfer/factSummary',
  ],
  [
    'K-02',
    'capitals of another amount',
    (c) => Object.assign(c.transfer, { factSummary: c.transfer.factSummary.replace('140000.00元', '140000.00元（壹拾肆万零壹元整）') }),
    'error AMOUNT_CAPITALS_DIFFER transfer/factSummary',
  ],
  [
    'K-02',
    'capitals of another amount, before the figures',
    (c) =>
      Object.assign(c.transfer, { factSummary: c.transfer.factSummary.replace('140000.00元', '人民币壹拾肆万零壹元整（140000.00元）') }),
    'error AMOUNT_CAPITALS_DIFFER transfer/factSummary',
  ],
  [
    'K-02',
    'capitals of another amount, before 小写 without 元',
    (c) => Object.assign(c.transfer, { factSummary: `${c.transfer.factSummary}壹拾肆万零壹元整（小写：￥140,000.00）` }),
    'error AMOUNT_CAPITALS_DIFFER transfer/factSummary',
  ],
  [
    'K-02',
    'capitals of another amount with spaces',
    (c) =>
      Object.assign(c.transfer, {
        factSummary: c.transfer.factSummary.replace('140000.00元', '140000.00元（大写： 人民币 壹拾肆万 零壹元整）'),
      }),
    'error AMOUNT_CAPITALS_DIFFER transfer/factSummary',
  ],
  [
    'K-02',
    'capitals of another amount before （小写） without brackets around the figures',
    (c) => Object.assign(c.transfer, { factSummary: `${c.transfer.factSummary}（大写）壹拾肆万零壹元整（小写）￥140,000.00` }),
    'error AMOUNT_CAPITALS_DIFFER transfer/factSummary',
  ],
  [
    'K-02',
    'another amount in a fact',
    (c) => Object.assign(c.case.facts[0] ?? {}, { consequence: '基金支付120000.05元。' }),
    'warning AMOUNT_NOT_IN_CASE case/facts/0/consequence',
  ],
  [
    'K-01',
    'one character of the place',
    (c) => Object.assign(c.transfer, { factSummary: c.transfer.factSummary.replace('示例市', '示例东') }),
    'error NAME_NEARLY_THE_SAME transfer/factSummary',
  ],
  ['C-04', 'no log', () => undefined, 'error CUSTODY_MISSING', { custody: [] }],
  ['C-03', 'a line taken out', () => undefined, 'stop CUSTODY_CHAIN_BROKEN custody/1', { custody: [SECOND] }],
  ['C-03', 'a line edited', () => undefined, 'stop CUSTODY_CHAIN_BROKEN custody/1', { custody: [FIRST.replace('周', '李'), SECOND] }],
  ['C-03', 'not canonical', () => undefined, 'stop CUSTODY_CHAIN_BROKEN custody/1', { custody: [FIRST.replace('{', '{ ')] }],
  ['C-03', 'an event still to come', () => undefined, 'stop DATE_IN_FUTURE custody/2', { now: Date.parse('2026-05-13T12:00:00+08:00') }],
  [
    'C-03',
    'unknown item',
    (c) => Object.assign(c.evidence.evidence[0] ?? {}, { evidenceNo: 'E02' }),
    'warning CUSTODY_ITEM_UNKNOWN custody/1',
  ],
  [
    'K-01',
    'one character off',
    (c) => Object.assign(c.transfer, { factSummary: c.transfer.factSummary.replace('康复', '康夏') }),
    'error NAME_NEARLY_THE_SAME transfer/factSummary',
  ],
  [
    'K-01',
    'a short name after the title of its person',
    (c) => Object.assign(c.investigation, { nature: '该院法定代表人王奚以骗取医保基金为目的，组织挂床住院。' }),
    'warning NAME_NEARLY_THE_SAME investigation/nature',
  ],
  [
    'K-01',
    'one character short',
    (c) => Object.assign(c.investigation, { nature: '示例市某某康复医有限公司以骗取医保基金为目的挂床住院。' }),
    'error NAME_NEARLY_THE_SAME investigation/nature',
  ],
  [
    'K-01',
    'one number, two names',
    (c) => c.case.parties.push({ id: '人', type: '个人', name: '王龑', idNo: '999999197503120013' }),
    'error PERSON_CONTRADICTS case/suspects/0/name',
  ],
  [
    'K-01',
    'suspect not in the letter',
    (c) => Object.assign(c.transfer, { factSummary: c.transfer.factSummary.replace('王䶮', '王某') }),
    'warning NAME_NOT_MENTIONED transfer/factSummary',
  ],
  [
    'K-02',
    'another amount in the letter',
    (c) => Object.assign(c.transfer, { factSummary: `${c.transfer.factSummary}另有140000.01元。` }),
    'error AMOUNT_NOT_IN_CASE transfer/factSummary',
  ],
  [
    'K-02',
    'amount not in the letter',
    (c) => Object.assign(c.transfer, { factSummary: '王䶮组织挂床住院，骗取医保基金。' }),
    'warning AMOUNT_NOT_MENTIONED transfer/factSummary',
  ],
  [
    'K-03',
    'suspects miscounted',
    (c) => Object.assign(c.investigation, { nature: '经查，涉嫌人员共三名，以骗取基金为目的。' }),
    'error COUNT_DIFFERS investigation/nature',
  ],
  [
    'K-03',
    'evidence miscounted',
    (c) => Object.assign(c.investigation, { seizure: '调取证据材料共12份，均已列入清单。' }),
    'error COUNT_DIFFERS investigation/seizure',
  ],
  [
    'K-04',
    'period reversed',
    (c) => Object.assign(c.case.facts[1]?.period ?? {}, { from: '2026-01-31' }),
    'error PERIOD_REVERSED case/facts/1/period',
  ],
  [
    'K-04',
    'fact outside the case',
    (c) => Object.assign(c.case.facts[1]?.period ?? {}, { to: '2026-03-05' }),
    'error PERIOD_OUTSIDE case/facts/1/period',
  ],
  ['K-04', 'letter before approval', (c) => Object.assign(c.transfer, { issuedOn: '2026-11-19' }), 'warning DATE_ORDER transfer/issuedOn'],
  ['K-04', 'letter of tomorrow', (c) => Object.assign(c.transfer, { issuedOn: '2026-11-21' }), 'warning DATE_IN_FUTURE transfer/issuedOn'],
  [
    'K-04',
    'evidence after the letter',
    (c) => Object.assign(c.evidence.evidence[0] ?? {}, { collectedAt: '2026-11-21T09:00+08:00' }),
    'warning DATE_ORDER evidence/evidence/0/collectedAt',
  ],
  [
    'K-05',
    'wrong article',
    (c) => Object.assign(c.case.crimes[0] ?? {}, { article: '第二百六十四条' }),
    'error ARTICLE_NOT_OF_CRIME case/crimes/0/article',
  ],
  [
    'K-05',
    'article not in the report',
    (c) => Object.assign(c.investigation, { criminalLaw: [] }),
    'error ARTICLE_NOT_CITED investigation/criminalLaw',
  ],
  [
    'K-05',
    'offence of another conduct',
    (c) => Object.assign(c.case.facts[1] ?? {}, { behaviour: 'YS-C7' }),
    'warning CRIME_NOT_OF_BEHAVIOUR case/facts/1/behaviour',
  ],
  [
    'K-05',
    'letter rests on nothing',
    (c) => Object.assign(c.transfer, { legalBasis: [] }),
    'warning LEGAL_BASIS_MISSING transfer/legalBasis',
  ],
];

test.each(
  [
    ...SCENARIOS,
    ...PEOPLE_SCENARIOS,
    ...OFFENCE_SCENARIOS,
    ...COURSE_SCENARIOS,
    ...PARTICIPANT_SCENARIOS,
    ...REPORT_SCENARIOS,
    ...SECRECY_SCENARIOS,
  ].map((s) => [s[0], s[1], s] as const),
)('%s %s', (rule, _, [, , change, expected, world]) => {
  const found = findingsOf(change, world);
  expect(found.map(brief)).toContain(expected);
  expect(found.find((f) => brief(f) === expected)?.rule).toBe(rule);
});

/** What must not be complained of. */
const QUIET: readonly (readonly [name: string, change: (c: C) => void, code: string, world?: World])[] = [
  [
    'a short opinion stands everywhere',
    (c) => {
      Object.assign(c.internal, { legalReview: { reviewer: '许某', opinion: '同意移送。', at: '2026-11-17T09:00+08:00' } });
      c.investigation.recommendation = '同意移送示例市公安局示例区分局';
    },
    'INTERNAL_TEXT_PACKED',
  ],
  [
    'three days to the last second',
    (c) =>
      Object.assign(c.internal.approval ?? {}, {
        receivedAt: '2026-11-17T00:00+08:00',
        reportedAt: '2026-11-16T09:00+08:00',
        decidedAt: '2026-11-20T23:59+08:00',
      }),
    'APPROVAL_LATE',
  ],
  ['24 hours to the minute', (c) => Object.assign(c.receipt, { transferredAt: '2026-11-21T10:00+08:00' }), 'TRANSFER_LATE'],
  ['a draft before approval', (c) => delete c.internal.approval, 'APPROVAL_MISSING', { draft: true }],
  ['a configured pair of levels', (c) => Object.assign(c.case.recipient, { level: '市' }), 'RECIPIENT_LEVEL_DIFFERS'],
  [
    'an ordinary doctor of a public hospital',
    (c) => Object.assign(c.case.suspects[0] ?? {}, { publicOfficial: '是', usedOffice: '否' }),
    'SUPERVISORY_REFERRAL_NEEDED',
  ],
  [
    'the pack always copies it',
    (c) => Object.assign(c.case, { cc: [] }),
    'PROCURATORATE_NOT_COPIED',
    { pack: { recipients: { ccAlways: ['同级人民检察院'] } } },
  ],
  ['article in figures', (c) => Object.assign(c.case.crimes[0] ?? {}, { article: '266条' }), 'ARTICLE_NOT_OF_CRIME'],
  [
    'amount in ten thousands',
    (c) => Object.assign(c.transfer, { factSummary: `${c.transfer.factSummary}已追回4万元。` }),
    'AMOUNT_NOT_IN_CASE',
  ],
  [
    'name used twice',
    (c) => Object.assign(c.investigation, { nature: '示例市某某康复医院有限公司、示例市某某康复医院有限公司住院部。' }),
    'NAME_NEARLY_THE_SAME',
  ],
];
test.each(
  [
    ...QUIET,
    ...FILE_QUIET,
    ...PEOPLE_QUIET,
    ...OFFENCE_QUIET,
    ...COURSE_QUIET,
    ...PARTICIPANT_QUIET,
    ...REPORT_QUIET,
    ...SECRECY_QUIET,
  ].map((q) => [q[0], q] as const),
)('quiet: %s', (_, [, change, code, world]) => {
  expect(findingsOf(change, world).map((f) => f.code)).not.toContain(code);
});

describe('reasons', () => {
  const withReason = (rule: string) => (c: C) => {
    Object.assign(c.investigation, { criminalLaw: [] });
    Object.assign(c.internal, { reasons: [{ rule, reason: '另行说明', by: '郑某', at: '2026-11-20T09:00+08:00' }] });
  };
  test('a recorded reason lifts an error to a warning', () => {
    const f = findingsOf(withReason('K-05')).find((x) => x.code === 'ARTICLE_NOT_CITED');
    expect(f).toMatchObject({ severity: 'warning', excused: true });
  });
  test('another rule’s reason does not', () => {
    expect(findingsOf(withReason('K-04')).map(brief)).toContain('error ARTICLE_NOT_CITED investigation/criminalLaw');
  });
  test('an unknown rule is said', () => expect(findingsOf(withReason('Z-99')).map((f) => f.code)).toContain('REASON_FOR_UNKNOWN_RULE'));
  test('a stop is never lifted', () => {
    const found = findingsOf((c) => {
      delete c.internal.approval?.decision;
      Object.assign(c.internal, { reasons: [{ rule: 'P-05', reason: '急', by: '郑某', at: '2026-11-20T09:00+08:00' }] });
    });
    expect(found.map((f) => `${f.severity} ${f.code}`)).toEqual(
      expect.arrayContaining(['stop APPROVAL_MISSING', 'warning REASON_NOT_LIFTABLE']),
    );
  });
});

test('in a dossier, without 内卷, the rules on it are silent', () => {
  expect(findingsOf((c) => void Reflect.deleteProperty(c, 'internal'))).toEqual([]);
});

test('every rule with a check has a scenario, and what is recalled only warns', () => {
  const covered = new Set(
    [
      ...SCENARIOS,
      ...CASE_SCENARIOS,
      ...CUSTODY_SCENARIOS,
      ...CORRECTION_SCENARIOS,
      ...EVIDENCE_SCENARIOS,
      ...CORRESPONDENCE_SCENARIOS,
      ...PEOPLE_SCENARIOS,
      ...OFFENCE_SCENARIOS,
      ...COURSE_SCENARIOS,
      ...PARTICIPANT_SCENARIOS,
      ...REPORT_SCENARIOS,
      ...SECRECY_SCENARIOS,
    ].map(([rule]) => rule),
  );
  expect(RULES.filter((r) => r.check && !covered.has(r.id)).map((r) => r.id)).toEqual([]);
  expect(RULES.filter((r) => r.unverified && r.severity !== 'warning' && r.severity !== 'info').map((r) => r.id)).toEqual([]);
  expect(new Set(RULES.map((r) => r.id)).size).toBe(RULES.length);
});

/** What a dossier holds of a case: 内卷, the letters about it and the lead for the supervisory organ stay outside. */
const packed = (change: (c: C) => unknown, world?: World) =>
  findingsOf((c) => {
    change(c);
    for (const form of ['internal', 'correspondence', 'supervision']) Reflect.deleteProperty(c, form);
  }, world);

test('at verify just those rules are counted that can find something in a dossier', () => {
  const small = [
    ...SCENARIOS,
    ...CASE_SCENARIOS,
    ...CUSTODY_SCENARIOS,
    ...CORRECTION_SCENARIOS,
    ...CORRESPONDENCE_SCENARIOS,
    ...PEOPLE_SCENARIOS,
    ...OFFENCE_SCENARIOS,
    ...COURSE_SCENARIOS,
    ...PARTICIPANT_SCENARIOS,
    ...REPORT_SCENARIOS,
    ...SECRECY_SCENARIOS,
  ];
  const full: World = { base: fullCase, datasets: new Map([[DATASET_KEY, READ]]), custody: CHAIN };
  const found = new Set(
    [
      ...small.flatMap(([, , change, , world]) => packed(change, world)),
      ...EVIDENCE_SCENARIOS.flatMap(([, , change, , world]) =>
        packed(change, { ...full, ...world, pack: { ...FULL_PACK, ...world?.pack } }),
      ),
    ].map((f) => f.rule),
  );
  expect(DOSSIER_RULES.map((r) => r.id)).toEqual(RULES.filter((r) => r.check && found.has(r.id)).map((r) => r.id));
});
