/** One line a scenario: what the rules on the case find (rule, what is changed, the finding), and what they leave alone. */
import { readFileSync } from 'node:fs';
import { custodyLine, type TemplatePack } from '../../src/model/index.ts';
import type { C, Scenario, World } from './world.ts';

export const NATIONAL = JSON.parse(readFileSync('templates/national/pack.json', 'utf8')) as TemplatePack;
const PACKED: World = {
  pack: { thresholds: NATIONAL.thresholds, periods: NATIONAL.periods, calendar: NATIONAL.calendar } as NonNullable<World['pack']>,
};

/** Of the good case: its substance in canonical JSON, and what sha256sum makes of it. */
export const SUBSTANCE = '{"crimes":["诈骗罪"],"fundLoss":"140000.00","recipient":"示例市公安局示例区分局","suspects":["王䶮"]}';
export const DIGEST = '8471e2248de9d866cbb57d61dad12a90b433aeddcb0295631cff84cb22df9771';

type Fact = C['case']['facts'][number];
type Items = C['items']['items'][number];
const fact =
  (change: Partial<Fact>, i = 0) =>
  (c: C) =>
    Object.assign(c.case.facts[i] ?? {}, change);
const facts = (change: Partial<Fact>) => (c: C) => c.case.facts.map((f) => Object.assign(f, change));
const amount = (change: Partial<C['case']['amount']>) => (c: C) => Object.assign(c.case.amount, change);
const item = (change: Partial<Items>) => (c: C) => Object.assign(c.items.items[0] ?? {}, change);
const receipt = (change: Partial<C['receipt']>) => (c: C) => Object.assign(c.receipt, change);
const drop = (of: object | undefined, ...keys: string[]) => keys.map((key) => of && Reflect.deleteProperty(of, key));
const all =
  (...changes: ((c: C) => unknown)[]) =>
  (c: C) =>
    changes.map((change) => change(c));
const approval = (change: object) => (c: C) => Object.assign(c.internal.approval ?? {}, change);
const ofPersonalAccounts = amount({ byFund: [{ fund: '职工医保个人账户', amount: '140000.00' }] });
/** As it was entered before papers bore a code. */
const uncoded = (change: (c: C) => unknown) => all(approval({ approvedDigest: undefined }), change);
const at = (text: string, pack: World = PACKED): World => ({ ...pack, now: Date.parse(text) });

const SUPERVISION = {
  docNo: '示医保线〔2026〕1号',
  issuedOn: '2026-11-20',
  recipient: '示例市示例区监察委员会',
  persons: ['一'],
  facts: ['1', '2'],
  clue: '该人利用主管医保办公室的职务便利安排虚假住院并从中分得财物。',
  evidence: ['E01'],
};
const withLetter =
  (change: Partial<typeof SUPERVISION> = {}) =>
  (c: C) =>
    Object.assign(c, { supervision: { ...SUPERVISION, ...change } });
const other = (name: string) => (c: C) =>
  Object.assign(c.supervision ?? {}, { otherPersons: [{ name, employer: '示例中心', position: '科长', office: '审核' }] });
const official = (c: C) => Object.assign(c.case.suspects[0] ?? {}, { publicOfficial: '是', usedOffice: '是' });
const KNOWLEDGE = { grounds: ['价格明显异于市场价格'], evidence: ['E01'], rebuttal: '未提出' } as const;
const knowing = (change: object = {}) =>
  fact({ behaviour: 'YS-D1', knowledge: { ...KNOWLEDGE, ...change } as unknown as NonNullable<Fact['knowledge']> });
const statement = (c: C) =>
  c.evidence.evidence.push({
    ...structuredClone(c.evidence.evidence[0] as (typeof c.evidence.evidence)[0]),
    evidenceNo: 'E30',
    kind: '证人证言',
    files: [],
    facts: [],
  });
const WITNESSES = { total: 312, heard: 18, reason: '参保人众多，分布多地' };
const SUPPORT = [
  { type: '已收集的证人证言', evidence: ['E30'] },
  { type: '医保信息系统数据', evidence: ['E01'] },
] as const;
const unheard = (witnesses: Partial<typeof WITNESSES> = {}, support: readonly { type: string; evidence: readonly string[] }[] = SUPPORT) =>
  all(statement, amount({ witnesses: { ...WITNESSES, ...witnesses }, support: support as never }));
const theft = all(facts({ behaviour: 'YS-C7' }), (c) =>
  Object.assign(c.case, { crimes: [{ name: '盗窃罪', law: '中华人民共和国刑法', article: '第二百六十四条' }] }),
);
const personal = (methodNote: string) =>
  all(amount({ methodNote }), (c) => Object.assign(c.case.amount.byFund[0] ?? {}, { fund: '职工医保个人账户' }));
const filled = receipt({
  receivedAt: '2026-11-20T16:40+08:00',
  transferredAt: '2026-11-20T16:30+08:00',
  receiver: { org: '示例市公安局示例区分局', name: '何某' },
  fingerprint: 'a'.repeat(64),
  completeness: '齐全',
  jurisdiction: '属本机关管辖',
  signedScan: { path: 'signed/回执.pdf', pages: 1, signedOn: '2026-11-20' },
});
const filed = receipt({
  outcome: '立案',
  outcomeAt: '2026-11-23T10:00+08:00',
  outcomeDocNo: '示公立〔2026〕1号',
  outcomeNoticedAt: '2026-11-24T10:00+08:00',
});
const refused = receipt({
  outcome: '不予立案',
  outcomeAt: '2026-11-23T10:00+08:00',
  outcomeDocNo: '示公不立〔2026〕1号',
  refusalReason: '证据不足',
  outcomeNoticedAt: '2026-11-24T10:00+08:00',
});
const incomplete = receipt({ completeness: '不全', missing: ['检验报告'] });
const penalty =
  (change: object = {}) =>
  (c: C) =>
    Object.assign(c.case, {
      penalty: { decided: true, docNo: '示', decidedOn: '2026-10-01', execution: '未缴', evidence: 'E01', ...change },
    });
const OLD = { from: '2020-01-01', to: '2020-12-31' };

export const CASE_SCENARIOS: readonly Scenario[] = [
  // P-08
  [
    'P-08',
    'listed in no letter',
    all(official, withLetter({ persons: [] })),
    'warning SUPERVISORY_REFERRAL_NEEDED case/suspects/0/usedOffice',
  ],
  [
    'P-08',
    'fact in no letter',
    all(fact({ behaviour: 'YS-E2' }), withLetter({ facts: ['2'] })),
    'warning SUPERVISORY_BEHAVIOUR case/facts/0/behaviour',
  ],
  ['P-08', 'nothing else for the police', all(facts({ behaviour: 'YS-E2' }), withLetter()), 'error SUPERVISION_SOLE_BASIS case/facts'],
  [
    'P-08',
    "the letter's number",
    all(withLetter(), (c) => Object.assign(c.investigation, { adminHandling: ['已以示医保线 〔2026〕1号移送'] })),
    'stop SUPERVISION_LEAKED investigation/adminHandling/0',
  ],
  [
    'P-08',
    "the letter's words",
    all(withLetter(), fact({ narrative: SUPERVISION.clue })),
    'warning SUPERVISION_TEXT_REPEATED case/facts/0/narrative',
  ],
  [
    'P-08',
    "the letter's number without its brackets",
    all(withLetter(), (c) => Object.assign(c.investigation, { adminHandling: ['见示医保线［2026］1号'] })),
    'stop SUPERVISION_LEAKED investigation/adminHandling/0',
  ],
  [
    'P-08',
    'someone of the letter in the transfer',
    all(withLetter(), other('何某某'), (c) => Object.assign(c.transfer, { factSummary: '另有何某某（另案处理）。' })),
    'stop SUPERVISION_PERSON_NAMED transfer/factSummary',
  ],
  [
    'P-08',
    'someone of the letter in the name of a file',
    all(withLetter(), other('何某某'), (c) => Object.assign(c.evidence.evidence[0]?.files[0] ?? {}, { path: '何某某.csv' })),
    'stop SUPERVISION_PERSON_NAMED evidence/evidence/0/files/0/path',
  ],
  [
    'P-08',
    'a name of two characters may be chance',
    all(withLetter(), other('高明'), (c) => Object.assign(c.transfer, { factSummary: '手段不算高明。' })),
    'warning SUPERVISION_PERSON_NAMED transfer/factSummary',
  ],
  [
    'P-08',
    'the addressee of the letter',
    all(withLetter(), (c) => Object.assign(c.investigation, { adminHandling: ['另送示例市示例区监察委员会。'] })),
    'warning SUPERVISION_WORDS investigation/adminHandling/0',
  ],
  [
    'P-08',
    'ten characters of the letter as a sentence',
    all(withLetter({ clue: '甲某收受乙某现金。其他。' }), fact({ narrative: '经查，甲某收受乙某现金。' })),
    'warning SUPERVISION_TEXT_REPEATED case/facts/0/narrative',
  ],
  [
    'P-08',
    'the letter in the custody log',
    withLetter(),
    'stop SUPERVISION_LEAKED custody/1',
    {
      custody: [
        custodyLine({
          seq: 1,
          at: '2026-05-13T10:00+08:00',
          action: 'collect',
          items: ['E01', 'E02', 'E03', 'E11'],
          by: [{ name: '周某甲' }, { name: '吴某乙' }],
          note: '另按示医保线(2026)1号报送',
          prev: null,
        }),
      ],
    },
  ],
  // P-11: entered before codes were printed
  [
    'P-11',
    'a suspect more',
    uncoded((c) => c.case.suspects.push({ ...(c.case.suspects[0] as C['case']['suspects'][0]), id: '二', name: '李某' })),
    'error APPROVED_CHANGED internal/approval/approved/suspects',
  ],
  [
    'P-11',
    'another offence',
    uncoded((c) => Object.assign(c.case.crimes[0] ?? {}, { name: '盗窃罪' })),
    'error APPROVED_CHANGED internal/approval/approved/crimes',
  ],
  ['P-11', 'a fen more', uncoded(amount({ fundLoss: '140000.01' })), 'error APPROVED_CHANGED internal/approval/approved/fundLoss'],
  [
    'P-11',
    'another recipient',
    uncoded((c) => Object.assign(c.case.recipient, { name: '示例市公安局' })),
    'error APPROVED_CHANGED internal/approval/approved/recipient',
  ],
  [
    'P-11',
    'another digest',
    approval({ approvedDigest: 'f'.repeat(64) }),
    'warning APPROVED_DIGEST_DIFFERS internal/approval/approvedDigest',
  ],
  [
    'P-11',
    'the code of the case, and another amount beside it',
    (c) => Object.assign(c.internal.approval?.approved ?? {}, { fundLoss: '1.00' }),
    'error APPROVED_CHANGED internal/approval/approved/fundLoss',
  ],
  // P-14
  [
    'P-14',
    'a suspect more',
    (c) => c.case.suspects.push({ ...(c.case.suspects[0] as C['case']['suspects'][0]), id: '二', name: '李某' }),
    'error APPROVED_SUBSTANCE_CHANGED internal/approval/approvedDigest',
  ],
  [
    'P-14',
    'another recipient',
    (c) => Object.assign(c.case.recipient, { name: '示例市公安局' }),
    'error APPROVED_SUBSTANCE_CHANGED internal/approval/approvedDigest',
  ],
  ['P-14', 'a fen more', amount({ fundLoss: '140000.01' }), 'error APPROVED_SUBSTANCE_CHANGED internal/approval/approvedDigest'],
  [
    'P-14',
    'another fact',
    fact({ narrative: '办理住院手续后离院，多次按住院结算。' }),
    'error APPROVED_SUBSTANCE_CHANGED internal/approval/approvedDigest',
  ],
  [
    'P-14',
    'another fact, in a draft',
    fact({ narrative: '办理住院手续后离院，多次按住院结算。' }),
    'error APPROVED_SUBSTANCE_CHANGED internal/approval/approvedDigest',
    { draft: true },
  ],
  [
    'P-14',
    'one character mistyped',
    approval({ approvedDigest: 'v2:4MLSZ-SGA2U-XRGIJ-36KD5-EK57A' }),
    'error APPROVAL_CODE_MISTYPED internal/approval/approvedDigest',
  ],
  ['P-14', 'no code, from before', approval({ approvedDigest: undefined }), 'warning APPROVAL_CODE_MISSING internal/approval'],
  [
    'P-14',
    'no code, on the first day',
    approval({ approvedDigest: undefined, decidedAt: '2026-12-01T00:00+08:00' }),
    'error APPROVAL_CODE_MISSING internal/approval',
    { now: Date.parse('2026-12-01T08:00:00+08:00') },
  ],
  [
    'P-14',
    'no code, the last minute before, by a clock elsewhere',
    approval({ approvedDigest: undefined, decidedAt: '2026-12-01T00:59+09:00' }),
    'warning APPROVAL_CODE_MISSING internal/approval',
    { now: Date.parse('2026-12-01T08:00:00+08:00') },
  ],
  [
    'P-14',
    'no code, and a pack that names no day',
    approval({ approvedDigest: undefined, decidedAt: '2027-01-04T09:00+08:00' }),
    'warning APPROVAL_CODE_MISSING internal/approval',
    { now: Date.parse('2027-01-04T10:00:00+08:00'), pack: { approvalCodeSince: undefined } as unknown as NonNullable<World['pack']> },
  ],
  [
    'P-14',
    'a value of the first formula that agrees, of a decision since codes are printed',
    approval({ approvedDigest: DIGEST, decidedAt: '2026-12-01T00:00+08:00' }),
    'error APPROVAL_CODE_OLD internal/approval/approvedDigest',
    { now: Date.parse('2026-12-01T08:00:00+08:00') },
  ],
  [
    'P-14',
    'the same, and facts changed since: the value does not cover them',
    all(approval({ approvedDigest: DIGEST, decidedAt: '2026-12-01T00:00+08:00' }), fact({ narrative: '另一事实。' })),
    'error APPROVAL_CODE_OLD internal/approval/approvedDigest',
    { now: Date.parse('2026-12-01T08:00:00+08:00') },
  ],
  [
    'P-14',
    'the same, with a reason to go on',
    all(approval({ approvedDigest: DIGEST, decidedAt: '2026-12-01T00:00+08:00' }), (c) =>
      Object.assign(c.internal, { reasons: [{ rule: 'P-14', reason: '负责人出差，二十四小时内须移送，回来后补签新的审批表。' }] }),
    ),
    'warning APPROVAL_CODE_OLD internal/approval/approvedDigest',
    { now: Date.parse('2026-12-01T08:00:00+08:00') },
  ],
  // P-12, P-13
  [
    'P-12',
    'not told',
    (c) => Object.assign(c.case, { urgentRisks: [{ type: '转移资金', note: '账户大额转出' }] }),
    'warning URGENT_NOT_NOTIFIED case/urgentRisks/0',
  ],
  ['P-13', 'not looked for', (c) => delete c.case.otherOffences, 'info OTHER_OFFENCES_NOT_ASKED case'],
  [
    'P-13',
    'corruption',
    (c) => Object.assign(c.case, { otherOffences: [{ type: '腐败和保护伞', note: '某' }] }),
    'warning OTHER_OFFENCE_FOR_SUPERVISION case/otherOffences/0',
  ],
  [
    'P-13',
    'listed without number',
    (c) => Object.assign(c.case, { listing: { by: '某部', on: '2026-11-01' } }),
    'info LISTING_NUMBER_MISSING case/listing',
  ],
  ['P-13', 'a large case', amount({ fundLoss: '500000' }), 'info LISTING_ASKED case/amount/fundLoss', PACKED],
  ['P-13', 'no department told', (c) => delete c.case.referrals, 'info REFERRAL_ASKED case'],
  ['P-13', 'drugs', fact({ behaviour: 'YS-B4e' }), 'info REFERRAL_ASKED case/referrals'],
  // F-01, F-04
  [
    'F-01',
    'no evidence',
    all(fact({ evidence: [] }), (c) => c.evidence.evidence.map((e) => Object.assign(e, { facts: ['2'] }))),
    'warning FACT_WITHOUT_EVIDENCE case/facts/0/evidence',
  ],
  [
    'F-01',
    'words alone',
    (c) => c.evidence.evidence.map((e) => Object.assign(e, { kind: '证人证言' })),
    'warning FACT_ON_WORDS_ALONE case/facts/0/evidence',
  ],
  [
    'F-01',
    'words called documents',
    (c) => c.evidence.evidence.map((e) => Object.assign(e, { kind: '书证', docType: '询问笔录' })),
    'warning FACT_ON_WORDS_ALONE case/facts/0/evidence',
  ],
  [
    'F-01',
    'one item',
    all(fact({ evidence: ['E01'] }), (c) => c.evidence.evidence.map((e) => Object.assign(e, { facts: ['2'] }))),
    'warning FACT_ON_ONE_ITEM case/facts/0/evidence',
  ],
  ['F-04', 'no consequence', (c) => drop(c.case.facts[0], 'consequence'), 'warning FACT_FIELD_MISSING case/facts/0'],
  ['F-04', 'filled with nothing', fact({ place: '不详' }), 'warning FACT_FIELD_MISSING case/facts/0'],
  ['F-04', 'nobody', fact({ actors: [] }), 'warning FACT_FIELD_MISSING case/facts/0'],
  // F-19
  [
    'F-19',
    'a blank of a narrative',
    fact({ narrative: '经查，某药店结算【待填：笔数】笔，【待填：金额】元。' }),
    'stop BLANK_LEFT case/facts/0/narrative',
  ],
  [
    'F-19',
    'a blank typed by hand',
    (c) => Object.assign(c.transfer, { factSummary: '经查，【 待填: 】。' }),
    'stop BLANK_LEFT transfer/factSummary',
  ],
  [
    'F-19',
    'a blank of a paper of the house',
    (c) => Object.assign(c.internal, { legalReview: { reviewer: '程某', opinion: '【待填：意见】', at: '2026-11-17T09:00+08:00' } }),
    'stop BLANK_LEFT internal/legalReview/opinion',
  ],
  // F-02
  ['F-02', 'old act, new law alone', fact({ period: OLD }), 'warning ADMIN_LAW_NOT_CITED investigation/adminLaw'],
  ['F-02', 'all old, new law cited', facts({ period: OLD }), 'warning ADMIN_LAW_OF_ANOTHER_TIME investigation/adminLaw/0/document'],
  [
    'F-02',
    'new act without 实施细则',
    fact({ period: { from: '2026-04-01', to: '2026-05-01' } }),
    'warning ADMIN_LAW_NOT_CITED investigation/adminLaw',
  ],
  [
    'F-02',
    '实施细则 for an act before it',
    (c) => c.investigation.adminLaw.push({ document: '《医疗保障基金使用监督管理条例实施细则》', article: '第一条' }),
    'warning ADMIN_LAW_OF_ANOTHER_TIME investigation/adminLaw/1/document',
  ],
  // F-03, F-08
  [
    'F-03',
    'no intent',
    (c) => Object.assign(c.investigation, { intentEvidence: [] }),
    'warning INTENT_EVIDENCE_MISSING investigation/intentEvidence',
  ],
  [
    'F-03',
    'a bought card',
    all(facts({ behaviour: 'YS-C6' }), (c) => Object.assign(c.investigation, { intentEvidence: [] })),
    'warning INTENT_EVIDENCE_MISSING investigation/intentEvidence',
  ],
  [
    'F-03',
    'intent of another fact',
    all(fact({ evidence: ['E11'] }), (c) => Object.assign(c.evidence.evidence[0] ?? {}, { facts: ['2'] })),
    'info INTENT_EVIDENCE_NOT_OF_FACT investigation/intentEvidence',
  ],
  [
    'F-08',
    'before the rules',
    fact({ purposeSituations: ['超量购药转卖获利'] }),
    'warning PURPOSE_SITUATION_EARLY case/facts/0/purposeSituations',
  ],
  // F-05
  ['F-05', 'buyer, nothing said', fact({ behaviour: 'YS-D1' }), 'warning KNOWLEDGE_MISSING case/facts/0'],
  ['F-05', 'instigator, nothing said', fact({ behaviour: 'YS-D2' }), 'warning KNOWLEDGE_MISSING case/facts/0'],
  ['F-05', 'no ground', knowing({ grounds: [] }), 'warning KNOWLEDGE_GROUND_MISSING case/facts/0/knowledge/grounds'],
  ['F-05', 'a ground of no list', knowing({ grounds: ['其他'] }), 'warning KNOWLEDGE_GROUND_VAGUE case/facts/0/knowledge/grounds'],
  [
    'F-05',
    'supplier, a ground of no list',
    all(knowing({ grounds: ['其他'] }), fact({ behaviour: 'YS-C5' })),
    'info KNOWLEDGE_GROUND_VAGUE case/facts/0/knowledge/grounds',
  ],
  ['F-05', 'no evidence', knowing({ evidence: [] }), 'warning KNOWLEDGE_EVIDENCE_MISSING case/facts/0/knowledge/evidence'],
  [
    'F-05',
    'punished, not recorded',
    knowing({ grounds: ['曾因此受过刑事或行政处罚'] }),
    'warning KNOWLEDGE_PRIORS_MISSING case/facts/0/knowledge/grounds',
  ],
  [
    'F-05',
    'explained, not checked',
    knowing({ rebuttal: '说明合法来源', response: ' ' }),
    'warning REBUTTAL_NOT_CHECKED case/facts/0/knowledge',
  ],
  [
    'F-05',
    'drugs without batch',
    all(knowing(), item({ category: '药品', serialNo: undefined, features: '白色盒装' } as never)),
    'info DRUG_TRACE_MISSING items/items/0',
  ],
  // F-06, F-07, K-05
  [
    'F-06',
    'a personal account for others',
    all(fact({ behaviour: 'YS-C2', familyAccount: '是' }), ofPersonalAccounts),
    'error FAMILY_ACCOUNT_LAWFUL case/facts/0/familyAccount',
  ],
  [
    'F-14',
    'the pooled fund for others',
    fact({ behaviour: 'YS-C2', familyAccount: '是' }),
    'error POOLED_FUND_NOT_EXEMPT case/facts/0/familyAccount',
  ],
  [
    'F-06',
    'still to be found out',
    fact({ behaviour: 'YS-C2', familyAccount: '待查' }),
    'warning FAMILY_ACCOUNT_OPEN case/facts/0/familyAccount',
  ],
  ['F-06', 'not asked', fact({ behaviour: 'YS-C2' }), 'warning FAMILY_ACCOUNT_OPEN case/facts/0'],
  ['F-06', 'who lent the card', fact({ behaviour: 'YS-C3' }), 'warning FAMILY_ACCOUNT_OPEN case/facts/0'],
  [
    'F-06',
    'a card lent, a personal account for others',
    all(fact({ behaviour: 'YS-C3', familyAccount: '是' }), ofPersonalAccounts),
    'error FAMILY_ACCOUNT_LAWFUL case/facts/0/familyAccount',
  ],
  ['F-06', 'who helped', fact({ behaviour: 'YS-B1' }), 'info FAMILY_ACCOUNT_OPEN case/facts/0'],
  ['F-07', 'theft called fraud', facts({ behaviour: 'YS-C7' }), 'warning CRIME_WITHOUT_FACT case/crimes/0/name'],
  ['F-07', 'receiving called fraud', facts({ behaviour: 'YS-D1' }), 'warning CRIME_WITHOUT_FACT case/crimes/0/name'],
  ['F-07', 'which is heavier', fact({ behaviour: 'YS-C6' }), 'info HEAVIER_OFFENCE_NOT_WEIGHED investigation/nature'],
  ['K-05', 'receiving, and only fraud named', fact({ behaviour: 'YS-D1' }), 'warning CRIME_NOT_OF_BEHAVIOUR case/facts/0/behaviour'],
  //
  ['A-02', 'gross', amount({ grossFee: '140000.00' }), 'warning FUND_LOSS_IS_GROSS case/amount/fundLoss'],
  ['A-02', 'more than the fund paid', amount({ selfPaid: '60000.01' }), 'warning FUND_LOSS_ABOVE_FUND_SHARE case/amount/fundLoss'],
  ['A-03', 'no basis', amount({ basis: [] }), 'warning AMOUNT_FOUNDATION_MISSING case/amount/basis'],
  ['A-03', 'nobody certifies', amount({ certifiedBy: [] }), 'warning AMOUNT_FOUNDATION_MISSING case/amount/certifiedBy'],
  [
    'A-03',
    'a share, not explained',
    amount({ method: '比例推算', methodNote: '按比例。' }),
    'warning AMOUNT_METHOD_UNEXPLAINED case/amount/methodNote',
  ],
  ['A-03', 'an audit without report', amount({ method: '审计' }), 'warning AMOUNT_REPORT_MISSING case/amount/method'],
  ['A-05', 'theft not set apart', theft, 'warning PERSONAL_ACCOUNT_NOT_SEPARATED case/amount/byFund'],
  [
    'A-05',
    'counted, not explained',
    (c) => Object.assign(c.case.amount.byFund[0] ?? {}, { fund: '职工医保个人账户' }),
    'warning PERSONAL_ACCOUNT_NOT_EXPLAINED case/amount/methodNote',
  ],
  [
    'A-05',
    'named, and said not to be counted',
    all(fact({ behaviour: 'YS-C2', familyAccount: '否' }), personal('逐笔核算；个人账户支付为零，不计入。')),
    'warning PERSONAL_ACCOUNT_NOT_EXPLAINED case/amount/methodNote',
  ],
  [
    'A-05',
    'the mere word',
    personal('按医保结算明细和个人账户流水核算。'),
    'warning PERSONAL_ACCOUNT_NOT_EXPLAINED case/amount/methodNote',
  ],
  //
  ['A-04', 'the nation', () => undefined, 'info THRESHOLD_COMPARED case/amount/fundLoss', PACKED],
  [
    'A-04',
    'a suspect of her own',
    amount({ bySuspect: [{ suspect: '一', amount: '2000' }] }),
    'info THRESHOLD_COMPARED case/amount/fundLoss',
    PACKED,
  ],
  [
    'A-04',
    'an offence without row',
    (c) => Object.assign(c.case.crimes[0] ?? {}, { name: '洗钱罪' }),
    'info THRESHOLD_UNKNOWN case/amount/fundLoss',
    PACKED,
  ],
  // G-04
  ['A-06', 'more heard than there are', unheard({ heard: 313 }), 'warning WITNESSES_MISCOUNTED case/amount/witnesses/heard'],
  ['A-06', 'none heard', unheard({ heard: 0 }), 'warning WITNESSES_NONE_HEARD case/amount/witnesses/heard'],
  ['A-06', 'no reason', unheard({ reason: ' ' }), 'warning WITNESS_REASON_MISSING case/amount/witnesses/reason'],
  ['A-06', 'statements alone', unheard({}, SUPPORT.slice(0, 1)), 'warning WITNESS_SUPPORT_MISSING case/amount/witnesses'],
  ['A-06', 'no statements', unheard({}, SUPPORT.slice(1)), 'warning WITNESS_SUPPORT_MISSING case/amount/witnesses'],
  [
    'A-06',
    'support of nothing',
    unheard({}, [...SUPPORT, { type: '审计报告', evidence: [] }]),
    'warning SUPPORT_EMPTY case/amount/support/2/evidence',
  ],
  [
    'A-06',
    'data called statements',
    unheard({}, [{ type: '已收集的证人证言', evidence: ['E01'] }]),
    'warning SUPPORT_KIND_DIFFERS case/amount/support/0/evidence',
  ],
  [
    'A-06',
    'the words of a suspect called testimony',
    all(unheard(), (c) => Object.assign(c.evidence.evidence.find((e) => e.evidenceNo === 'E30') ?? {}, { author: '王䶮' })),
    'warning SUPPORT_KIND_DIFFERS case/amount/support/0/evidence',
  ],
  [
    'A-07',
    'no opinion',
    (c) => c.evidence.evidence.map((e) => Object.assign(e, { docType: '明细', title: '明细' })),
    'info CERTIFIED_OPINION_MISSING case/amount',
  ],
  ['G-04', 'recovered not deducted', amount({ outstanding: '140000' }), 'warning OUTSTANDING_DIFFERS case/amount/outstanding'],
  ['G-04', 'not said', (c) => delete c.case.amount.outstanding, 'info OUTSTANDING_MISSING case/amount'],
  // G-02, G-03
  ['G-02', 'no use, no owner', (c) => drop(c.items.items[0], 'use', 'owner'), 'warning ITEM_ASPECTS_MISSING items/items/0'],
  ['G-02', 'no price', (c) => drop(c.items.items[0], 'value'), 'warning ITEM_ASPECTS_MISSING items/items/0'],
  ['G-02', 'a price out of nowhere', (c) => drop(c.items.items[0], 'valuationBasis'), 'warning ITEM_ASPECTS_MISSING items/items/0'],
  ['G-02', 'no proposal', (c) => drop(c.items.items[0], 'disposalAdvice'), 'warning ITEM_ASPECTS_MISSING items/items/0'],
  [
    'G-03',
    'kept without photograph',
    item({ handover: '不移送', notTransferredReason: '不宜搬运' }),
    'warning ITEM_KEPT_INCOMPLETE items/items/0/handover',
  ],
  ['G-03', 'kept without reason', item({ handover: '不移送', photos: ['E03'] }), 'warning ITEM_KEPT_INCOMPLETE items/items/0/handover'],
  // C-01
  ['C-01', 'no time', all(filled, (c) => drop(c.receipt, 'receivedAt')), 'warning RECEIPT_FIELD_MISSING receipt'],
  ['C-01', 'no fingerprint', all(filled, (c) => drop(c.receipt, 'fingerprint')), 'warning RECEIPT_FIELD_MISSING receipt'],
  ['C-01', 'incomplete, of what', all(filled, receipt({ completeness: '不全' })), 'warning RECEIPT_FIELD_MISSING receipt'],
  [
    'C-01',
    'refused without reason',
    all(filled, refused, (c) => drop(c.receipt, 'refusalReason')),
    'warning RECEIPT_FIELD_MISSING receipt',
  ],
  ['C-01', 'not signed', all(filled, (c) => drop(c.receipt, 'signedScan')), 'warning RECEIPT_NOT_SIGNED receipt'],
  // C-02
  [
    'C-02',
    'D3 late',
    all(filled, incomplete, receipt({ correction: { noticedAt: '2026-11-21T16:41+08:00', suppliedAt: '2026-11-22T09:00+08:00' } })),
    'info DEADLINE_LATE receipt',
    at('2026-11-22T10:00:00+08:00'),
  ],
  [
    'C-02',
    'D4 missed',
    all(filled, incomplete, receipt({ correction: { noticedAt: '2026-11-21T10:00+08:00' } })),
    'warning DEADLINE_MISSED receipt',
    at('2026-11-25T00:00:00+08:00'),
  ],
  [
    'C-02',
    'D4 supplied late',
    all(filled, incomplete, receipt({ correction: { noticedAt: '2026-11-21T10:00+08:00', suppliedAt: '2026-11-25T00:00+08:00' } })),
    'warning DEADLINE_LATE receipt',
    at('2026-11-26T00:00:00+08:00'),
  ],
  ['C-02', 'D6 running', filled, 'info DEADLINE_RUNNING receipt', at('2026-11-21T10:00:00+08:00')],
  ['C-02', 'D6 missed by the police', filled, 'info DEADLINE_MISSED receipt', at('2026-11-24T00:00:00+08:00')],
  ['C-02', 'D8 let pass', all(filled, refused), 'info DEADLINE_CLOSED receipt', at('2026-11-28T00:00:00+08:00')],
  ['C-02', 'D11 missed', all(filled, filed), 'warning DEADLINE_MISSED receipt', at('2026-11-28T00:00:00+08:00')],
  ['C-02', 'D16 missed', penalty(), 'warning DEADLINE_MISSED case/penalty', PACKED],
  ['C-02', 'D16 late', penalty({ copiedOn: '2026-10-12' }), 'warning DEADLINE_LATE case/penalty', PACKED],
  [
    'C-02',
    'a year without days off',
    all(filled, receipt({ receivedAt: '2026-12-30T10:00+08:00' })),
    'info DEADLINE_NOT_COMPUTED receipt',
    at('2026-12-30T12:00:00+08:00'),
  ],
];

/** What must not be complained of. */
export const CASE_QUIET: readonly (readonly [name: string, change: (c: C) => unknown, code: string, world?: World])[] = [
  ['brackets of another use', fact({ narrative: '经查，提取【待填表】及【附件一】，待填的表册均已核对。' }), 'BLANK_LEFT'],
  [
    'a witness of the case who stands in the letter too',
    all(withLetter(), other('何某某'), (c) => {
      const [first] = c.records.extractions;
      if (first) first.provider = { ...first.provider, name: '何某某' };
      c.transfer.factSummary = '何某某提供了数据。';
    }),
    'SUPERVISION_PERSON_NAMED',
  ],
  [
    'another number that begins alike',
    all(withLetter(), (c) => Object.assign(c.investigation, { adminHandling: ['见示医保线〔2026〕12号'] })),
    'SUPERVISION_LEAKED',
  ],
  [
    'eight characters within another sentence',
    all(withLetter({ clue: '办理住院手续后离院。其他。' }), fact({ narrative: '多人办理住院手续后离院外出。' })),
    'SUPERVISION_TEXT_REPEATED',
  ],
  [
    'no letter, no addressee',
    (c) => Object.assign(c.investigation, { adminHandling: ['已告知监察委员会不属其管辖。'] }),
    'SUPERVISION_WORDS',
  ],
  ['an official in the letter', all(official, withLetter()), 'SUPERVISORY_REFERRAL_NEEDED'],
  ['a fact in the letter', all(fact({ behaviour: 'YS-E2' }), withLetter()), 'SUPERVISORY_BEHAVIOUR'],
  ['another fact for the police', fact({ behaviour: 'YS-E2' }), 'SUPERVISION_SOLE_BASIS'],
  [
    'leads go to 监察机关',
    all(facts({ behaviour: 'YS-E2' }), (c) => Object.assign(c.case.recipient, { type: '监察机关' })),
    'SUPERVISION_SOLE_BASIS',
  ],
  ['letter apart', withLetter(), 'SUPERVISION_LEAKED'],
  ['at verify nothing of office', all(official, (c) => drop(c, 'internal')), 'SUPERVISORY_REFERRAL_NEEDED'],
  ['the same amount in another spelling', uncoded(amount({ fundLoss: '140000' })), 'APPROVED_CHANGED'],
  ['the same amount in another spelling', amount({ fundLoss: '140000' }), 'APPROVED_SUBSTANCE_CHANGED'],
  ['digest of the case', approval({ approved: undefined, approvedDigest: DIGEST }), 'APPROVED_DIGEST_DIFFERS'],
  [
    'a digest of the older papers, the last minute before',
    approval({ approvedDigest: DIGEST, decidedAt: '2026-11-30T23:59+08:00' }),
    'APPROVAL_CODE_OLD',
  ],
  [
    'a digest of the older papers, and a pack that names no day',
    approval({ approvedDigest: DIGEST, decidedAt: '2027-01-04T09:00+08:00' }),
    'APPROVAL_CODE_OLD',
    { pack: { approvalCodeSince: undefined } as unknown as NonNullable<World['pack']> },
  ],
  ['what the older papers did not cover', all(approval({ approvedDigest: DIGEST }), fact({ narrative: '某' })), 'APPROVED_DIGEST_DIFFERS'],
  ['told once', amount({ fundLoss: '140000.01' }), 'APPROVED_CHANGED'],
  ['before a decision', (c) => drop(c.internal.approval, 'decision', 'approvedDigest'), 'APPROVAL_CODE_MISSING', { draft: true }],
  ['refused', all(approval({ decision: '不批准', refusalReason: '某' }), fact({ narrative: '某' })), 'APPROVED_SUBSTANCE_CHANGED'],
  [
    'told',
    (c) => Object.assign(c.case, { urgentRisks: [{ type: '转移资金', note: '某', notifiedAt: '2026-11-18T16:20+08:00' }] }),
    'URGENT_NOT_NOTIFIED',
  ],
  [
    'listed',
    (c) =>
      Object.assign(c.case, { amount: { ...c.case.amount, fundLoss: '900000' }, listing: { by: '某部', docNo: '某', on: '2026-11-01' } }),
    'LISTING_ASKED',
    PACKED,
  ],
  ['large, and not the largest', () => undefined, 'LISTING_ASKED', PACKED],
  [
    'at verify, other offences',
    (c) => {
      Object.assign(c, { internal: undefined });
      drop(c.case, 'otherOffences');
    },
    'OTHER_OFFENCES_NOT_ASKED',
  ],
  ['named by the evidence only', fact({ evidence: [] }), 'FACT_WITHOUT_EVIDENCE'],
  [
    'old act, old law',
    all(facts({ period: OLD }), (c) =>
      Object.assign(c.investigation, { adminLaw: [{ document: '中华人民共和国社会保险法', article: '第八十七条' }] }),
    ),
    'ADMIN_LAW_NOT_CITED',
  ],
  ...['第八十七条', '第八十八条'].map(
    (article) =>
      [
        `old act, 社会保险法 ${article}`,
        all(facts({ period: OLD }), (c: C) => Object.assign(c.investigation, { adminLaw: [{ document: '社会保险法', article }] })),
        'BEHAVIOUR_NOT_IN_FORCE',
      ] as const,
  ),
  [
    'what no rule of 条例 covers',
    all(facts({ behaviour: 'YS-D1', period: OLD }), (c) => Object.assign(c.investigation, { adminLaw: [] })),
    'ADMIN_LAW_NOT_CITED',
  ],
  [
    'new act, both',
    all(facts({ period: { from: '2026-04-01', to: '2026-05-01' } }), (c) =>
      c.investigation.adminLaw.push({ document: '医疗保障基金使用监督管理条例实施细则', article: '第一条' }),
    ),
    'ADMIN_LAW_NOT_CITED',
  ],
  [
    'theft needs no such purpose',
    all(facts({ behaviour: 'YS-C7' }), (c) => Object.assign(c.investigation, { intentEvidence: [] })),
    'INTENT_EVIDENCE_MISSING',
  ],
  [
    'purpose after the rules',
    fact({ period: { from: '2026-04-01', to: '2026-05-01' }, purposeSituations: ['超量购药转卖获利'] }),
    'PURPOSE_SITUATION_EARLY',
  ],
  ['knowledge shown', knowing(), 'KNOWLEDGE_MISSING'],
  ['who resold, nothing said', fact({ behaviour: 'YS-C5' }), 'KNOWLEDGE_MISSING'],
  ['who helped to resell, nothing said', fact({ behaviour: 'YS-B4e' }), 'KNOWLEDGE_MISSING'],
  ['the pooled fund is never called lawful', fact({ behaviour: 'YS-C2', familyAccount: '是' }), 'FAMILY_ACCOUNT_LAWFUL'],
  ['rebuttal checked', knowing({ rebuttal: '说明合法来源', response: '所称供货单位不存在' }), 'REBUTTAL_NOT_CHECKED'],
  [
    'punished, recorded',
    all(knowing({ grounds: ['曾因此受过刑事或行政处罚'] }), (c) => Object.assign(c.case.suspects[0] ?? {}, { priors: ['2024年处罚'] })),
    'KNOWLEDGE_PRIORS_MISSING',
  ],
  ['drugs with batch', all(knowing(), item({ category: '药品', features: '批号 A1' })), 'DRUG_TRACE_MISSING'],
  ['drugs in a case of beds', item({ category: '药品', features: '白色盒装' }), 'DRUG_TRACE_MISSING'],
  ['no family', fact({ behaviour: 'YS-C2', familyAccount: '否' }), 'FAMILY_ACCOUNT_OPEN'],
  ['theft', theft, 'CRIME_WITHOUT_FACT'],
  ['theft', theft, 'CRIME_NOT_OF_BEHAVIOUR'],
  [
    'the long name of 刑法312',
    all(facts({ behaviour: 'YS-D1' }), (c) => Object.assign(c.case.crimes[0] ?? {}, { name: '掩饰、隐瞒犯罪所得、犯罪所得收益罪' })),
    'CRIME_NOT_OF_BEHAVIOUR',
  ],
  [
    'an offence beside the table',
    (c) => c.case.crimes.push({ name: '伪造公司印章罪', law: '中华人民共和国刑法', article: '第二百八十条' }),
    'CRIME_WITHOUT_FACT',
  ],
  [
    'a bought card, another offence',
    all(facts({ behaviour: 'YS-C6' }), (c) => Object.assign(c.case.crimes[0] ?? {}, { name: '使用虚假身份证件罪' })),
    'CRIME_NOT_OF_BEHAVIOUR',
  ],
  [
    'weighed',
    all(fact({ behaviour: 'YS-C6' }), (c) => Object.assign(c.investigation, { nature: '同时构成数罪，诈骗罪处罚较重。' })),
    'HEAVIER_OFFENCE_NOT_WEIGHED',
  ],
  ['all paid by the fund', amount({ grossFee: '140000.00', selfPaid: '0' }), 'FUND_LOSS_IS_GROSS'],
  ['to the fen', amount({ selfPaid: '60000.00' }), 'FUND_LOSS_ABOVE_FUND_SHARE'],
  ['paid by case', amount({ selfPaid: '90000', method: '按病种分值或病组付费核算' }), 'FUND_LOSS_ABOVE_FUND_SHARE'],
  [
    'an audit with report',
    all(amount({ method: '审计' }), (c) => Object.assign(c.evidence.evidence[0] ?? {}, { docType: '审计报告' })),
    'AMOUNT_REPORT_MISSING',
  ],
  [
    'theft set apart',
    all(theft, amount({ byFund: [{ fund: '职工医保个人账户', amount: '140000.00' }] })),
    'PERSONAL_ACCOUNT_NOT_SEPARATED',
  ],
  [
    'theft set apart',
    all(theft, amount({ byFund: [{ fund: '职工医保个人账户', amount: '140000.00' }] })),
    'PERSONAL_ACCOUNT_NOT_EXPLAINED',
  ],
  ['counted, and said why', personal('个人账户由冒名人使用的部分同属骗取，一并计入。'), 'PERSONAL_ACCOUNT_NOT_EXPLAINED'],
  ['a pack without amounts', () => undefined, 'THRESHOLD_COMPARED'],
  ['heard and supported', unheard(), 'WITNESS_SUPPORT_MISSING'],
  ['heard and supported', unheard(), 'SUPPORT_KIND_DIFFERS'],
  ['all heard', all(statement, amount({ witnesses: { ...WITNESSES, heard: 312 } })), 'WITNESS_SUPPORT_MISSING'],
  ['nothing recovered', (c) => drop(c.case.amount, 'recovered', 'outstanding'), 'OUTSTANDING_MISSING'],
  [
    'a seal has no price',
    all(item({ category: '印章' }), (c) => drop(c.items.items[0], 'value', 'valuationBasis')),
    'ITEM_ASPECTS_MISSING',
  ],
  ['a holder will do', all(item({ holder: '某某医院' }), (c) => drop(c.items.items[0], 'owner')), 'ITEM_ASPECTS_MISSING'],
  ['kept as it should be', item({ handover: '不移送', notTransferredReason: '不宜搬运', photos: ['E03'] }), 'ITEM_KEPT_INCOMPLETE'],
  ['a blank receipt', () => undefined, 'RECEIPT_FIELD_MISSING'],
  ['a receipt in order', filled, 'RECEIPT_FIELD_MISSING'],
  ['a receipt in order', filled, 'RECEIPT_NOT_SIGNED'],
  ['D3, nothing missing', filled, 'DEADLINE_MISSED', at('2026-11-23T12:00:00+08:00')],
  ['D6 over a weekend: 20 November is a Friday, the 23rd a Monday', filled, 'DEADLINE_MISSED', at('2026-11-23T23:59:59+08:00')],
  ['D6 needs to be looked into', all(filled, receipt({ reviewTrack: '需要查证' })), 'DEADLINE_MISSED', at('2026-11-27T23:59:59+08:00')],
  [
    'D4 cannot be supplied, told why',
    all(
      filled,
      incomplete,
      receipt({ correction: { noticedAt: '2026-11-20T20:00+08:00', unableReason: '已灭失' }, outcomeAt: '2026-11-23T08:00+08:00' }),
    ),
    'DEADLINE_MISSED',
    at('2026-12-05T00:00:00+08:00'),
  ],
  [
    'D11 to the last second',
    all(filled, filed, receipt({ itemsHandedOverAt: '2026-11-27T23:59:59+08:00' })),
    'DEADLINE_LATE',
    at('2026-11-30T00:00:00+08:00'),
  ],
  ['D16 on the tenth day', penalty({ copiedOn: '2026-10-11' }), 'DEADLINE_LATE', PACKED],
];
