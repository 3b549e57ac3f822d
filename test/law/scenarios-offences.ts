/** One line a scenario: to whom a case goes person by person, what its people are suspected of, and what is cited for it. */
import type { C, Scenario, World } from './world.ts';

type Suspect = C['case']['suspects'][number];
type Fact = C['case']['facts'][number];
const all =
  (...changes: ((c: C) => unknown)[]) =>
  (c: C) =>
    changes.map((change) => change(c));
const facts = (change: Partial<Fact>) => (c: C) => c.case.facts.map((f) => Object.assign(f, change));
const fact = (i: number, change: Partial<Fact>) => (c: C) => Object.assign(c.case.facts[i] ?? {}, change);
const suspect = (change: Partial<Suspect>) => (c: C) => Object.assign(c.case.suspects[0] ?? {}, change);
const official = suspect({ publicOfficial: '是', usedOffice: '是' });
/** A second suspect, no official, who did the second fact. */
const accomplice = (c: C) => {
  c.case.suspects.push({
    ...structuredClone(c.case.suspects[0] as Suspect),
    id: '二',
    name: '钱某二',
    publicOfficial: '否',
    usedOffice: '否',
  });
  fact(1, { actors: ['二'] })(c);
};
/** The first offence, in letter and report too. */
const crime =
  (name: string, article: string, change: object = {}) =>
  (c: C) => {
    Object.assign(c.case.crimes[0] ?? {}, { name, article, ...change });
    Object.assign(c.investigation, { criminalLaw: [{ document: '中华人民共和国刑法', article }] });
  };
const adminLaw = (article: string) => (c: C) => Object.assign(c.investigation.adminLaw[0] ?? {}, { article });
const basis = (document: string, article: string, docNo?: string) => (c: C) =>
  c.transfer.legalBasis.push({ document, article, ...(docNo === undefined ? {} : { docNo }) });
const LAW = '中华人民共和国刑法';
const GUIDANCE = '最高人民法院 最高人民检察院 公安部关于办理医保骗保刑事案件若干问题的指导意见';
const recipient = (change: object) => (c: C) => Object.assign(c.case.recipient, change);
const reason = (rule: string) => (c: C) =>
  Object.assign(c.internal, { reasons: [{ rule, reason: '经会商确定', by: '郑某', at: '2026-11-20T09:00+08:00' }] });

/** Nothing names the first fact, nor does it name anything. */
const unproven = (c: C) => {
  fact(0, { evidence: [] })(c);
  for (const e of c.evidence.evidence) Object.assign(e, { facts: e.facts.filter((no) => no !== '1') });
};
const SOURCE = { source: '示例省医疗保障局文件', certainty: '转引' } as const;
const LOCAL: World = {
  pack: {
    title: '示例省文书',
    behaviours: [{ code: 'SL-3-01', of: ['YS-B3'], text: '虚记护理项目', ...SOURCE }],
    offences: [{ name: '合同诈骗罪', articles: ['第二百二十四条'], ...SOURCE }],
    severities: [
      { rule: 'F-01', severity: 'error', source: SOURCE.source },
      { rule: 'K-09', severity: 'warning', source: SOURCE.source },
      { rule: 'P-07', severity: 'info', source: SOURCE.source },
    ],
  },
};

export const OFFENCE_SCENARIOS: readonly Scenario[] = [
  ['P-06', 'a procuratorate called police', recipient({ name: '示例区人民检察院' }), 'error RECIPIENT_NOT_POLICE case/recipient/name'],
  [
    'P-06',
    'a reason',
    all(recipient({ name: '示例省公安厅', level: '省' }), reason('P-06')),
    'warning RECIPIENT_LEVEL_DIFFERS case/recipient/level',
  ],
  ['P-08', 'everybody used an office', official, 'error SUPERVISION_SOLE_BASIS case/suspects'],
  ['P-08', 'a reason', all(official, reason('P-08')), 'warning SUPERVISION_SOLE_BASIS case/suspects'],
  [
    'P-08',
    'all who did it used an office',
    all(accomplice, official, fact(1, { actors: ['一'] })),
    'error SUPERVISION_SOLE_BASIS case/suspects',
  ],
  ['P-08', '侵占 by an official', all(facts({ behaviour: 'YS-A2' }), official), 'error SUPERVISION_SOLE_BASIS case/facts'],
  ['F-11', 'fraud of one who used the office', official, 'error OFFENCE_NOT_OF_OFFICIAL case/crimes/0/name'],
  ['F-11', 'the agency too', all(facts({ behaviour: 'YS-A1' }), official), 'error OFFENCE_NOT_OF_OFFICIAL case/crimes/0/name'],
  ['F-11', 'laid to everybody', all(official, accomplice), 'error OFFENCE_NOT_OF_OFFICIAL case/crimes/0/name'],
  [
    'F-11',
    'laid to the official',
    all(official, accomplice, crime('诈骗罪', '第二百六十六条', { suspects: ['一', '二'] })),
    'error OFFENCE_NOT_OF_OFFICIAL case/crimes/0/suspects',
  ],
  ['F-11', 'a reason', all(official, reason('F-11')), 'warning OFFENCE_NOT_OF_OFFICIAL case/crimes/0/name'],
  ['F-11', 'office, and no official', crime('贪污罪', '第三百八十二条'), 'warning OFFICE_OFFENCE_WITHOUT_OFFICIAL case/crimes/0/name'],
  ['K-05', '253之一 without 之一', crime('侵犯公民个人信息罪', '第二百五十三条'), 'warning ARTICLE_NOT_OF_CRIME case/crimes/0/article'],
  ['K-05', 'laundering', crime('洗钱罪', '第一百九十二条'), 'warning ARTICLE_NOT_OF_CRIME case/crimes/0/article'],
  ['K-05', 'a bought card', crime('买卖身份证件罪', '第二百八十条之一'), 'warning ARTICLE_NOT_OF_CRIME case/crimes/0/article'],
  ['K-05', 'a false card', crime('使用虚假身份证件罪', '第二百八十条第三款'), 'warning ARTICLE_NOT_OF_CRIME case/crimes/0/article'],
  ['K-05', '挪用公款', crime('挪用公款罪', '第二百七十二条'), 'warning ARTICLE_NOT_OF_CRIME case/crimes/0/article'],
  [
    'K-05',
    'a second article that is not its own',
    crime('诈骗罪', '第二百六十六条、第二百六十四条'),
    'error ARTICLE_NOT_OF_CRIME case/crimes/0/article',
  ],
  [
    'K-05',
    '280 is not 280之一',
    all(crime('使用虚假身份证件罪', '第二百八十条之一'), (c) =>
      Object.assign(c.investigation.criminalLaw[0] ?? {}, { article: '第二百八十条' }),
    ),
    'error ARTICLE_NOT_CITED investigation/criminalLaw',
  ],
  ['K-05', 'conduct of an agency', all(facts({ behaviour: 'YS-A2' })), 'warning CRIME_NOT_OF_BEHAVIOUR case/facts/0/behaviour'],
  [
    'K-05',
    'an offence that a pack adds',
    crime('合同诈骗罪', '第二百二十五条'),
    'warning ARTICLE_NOT_OF_CRIME case/crimes/0/article',
    LOCAL,
  ],
  [
    'F-12',
    'no such situation',
    fact(1, { localBehaviour: 'SL-3-02' }),
    'warning LOCAL_BEHAVIOUR_UNKNOWN case/facts/1/localBehaviour',
    LOCAL,
  ],
  [
    'F-12',
    'of another conduct',
    fact(0, { localBehaviour: 'SL-3-01' }),
    'warning LOCAL_BEHAVIOUR_ELSEWHERE case/facts/0/localBehaviour',
    LOCAL,
  ],
  ['F-12', 'no list', fact(1, { localBehaviour: 'SL-3-01' }), 'warning LOCAL_BEHAVIOUR_UNKNOWN case/facts/1/localBehaviour'],
  ['F-01', 'raised by a pack', unproven, 'error FACT_WITHOUT_EVIDENCE case/facts/0/evidence', LOCAL],
  ['P-07', 'lowered by a pack', (c) => Object.assign(c.case, { cc: [] }), 'info PROCURATORATE_NOT_COPIED case/cc', LOCAL],
  [
    'K-09',
    'an error is not lowered',
    adminLaw('第三十八条、第三十九条'),
    'error ADMIN_ARTICLE_WRONG investigation/adminLaw/0/article',
    LOCAL,
  ],
  ['K-09', '39 for 40', adminLaw('第三十八条、第三十九条'), 'error ADMIN_ARTICLE_WRONG investigation/adminLaw/0/article'],
  ['K-09', 'in figures', adminLaw('第38条、第39条第1款'), 'error ADMIN_ARTICLE_WRONG investigation/adminLaw/0/article'],
  ['K-09', 'one too few', adminLaw('第四十条'), 'warning ADMIN_ARTICLE_MISSING investigation/adminLaw'],
  ['K-10', 'theft in the letter alone', basis(LAW, '第二百六十四条'), 'error LETTER_ARTICLE_DIFFERS transfer/legalBasis/2/article'],
  [
    'K-10',
    '41 in the letter, 40 in the report',
    basis('医疗保障基金使用监督管理条例', '第四十一条'),
    'error LETTER_ARTICLE_DIFFERS transfer/legalBasis/2/article',
  ],
  [
    'K-10',
    'guidance',
    all(basis(GUIDANCE, '第六条', '法发〔2024〕6号'), (c) => c.investigation.criminalLaw.push({ document: GUIDANCE, article: '第五条' })),
    'error LETTER_ARTICLE_DIFFERS transfer/legalBasis/2/article',
  ],
  [
    'K-10',
    'one offence of two',
    all(basis(LAW, '第二百六十六条'), (c) => {
      c.case.crimes.push({ name: '盗窃罪', law: LAW, article: '第二百六十四条' });
      c.investigation.criminalLaw.push({ document: LAW, article: '第二百六十四条' });
    }),
    'warning LETTER_ARTICLE_MISSING transfer/legalBasis/2/article',
  ],
  ['K-11', '文号 in a title', basis(`${GUIDANCE}（法发〔2024〕6号）`, '第五条'), 'warning DOC_NO_IN_TITLE transfer/legalBasis/2/document'],
  [
    'K-11',
    'in the report',
    (c) =>
      c.investigation.criminalLaw.push({ document: '关于办理诈骗刑事案件具体应用法律若干问题的解释(法释[2011]7号)', article: '第一条' }),
    'warning DOC_NO_IN_TITLE investigation/criminalLaw/1/document',
  ],
];

/** What must not be found: name, what is changed, code. */
export const OFFENCE_QUIET: readonly (readonly [string, (c: C) => unknown, string, World?])[] = [
  ['a situation of the pack', fact(1, { localBehaviour: 'SL-3-01' }), 'LOCAL_BEHAVIOUR_UNKNOWN', LOCAL],
  ['a situation of the pack', fact(1, { localBehaviour: 'SL-3-01' }), 'LOCAL_BEHAVIOUR_ELSEWHERE', LOCAL],
  ['an offence of the pack', crime('合同诈骗罪', '第二百二十四条'), 'ARTICLE_NOT_OF_CRIME', LOCAL],
  ['an ordinary doctor', suspect({ publicOfficial: '是', usedOffice: '否' }), 'SUPERVISION_SOLE_BASIS'],
  ['an ordinary doctor', suspect({ publicOfficial: '是', usedOffice: '否' }), 'OFFENCE_NOT_OF_OFFICIAL'],
  ['not known yet', suspect({ publicOfficial: '待查', usedOffice: '待查' }), 'OFFENCE_NOT_OF_OFFICIAL'],
  ['somebody else for the police', all(official, accomplice), 'SUPERVISION_SOLE_BASIS'],
  ['fraud is the other’s', all(official, accomplice, crime('诈骗罪', '第二百六十六条', { suspects: ['二'] })), 'OFFENCE_NOT_OF_OFFICIAL'],
  ['侵占 by one who is no official', all(facts({ behaviour: 'YS-A2' }), crime('职务侵占罪', '第二百七十一条')), 'SUPERVISION_SOLE_BASIS'],
  ['挪用 by one who is no official', all(facts({ behaviour: 'YS-A2' }), crime('挪用资金罪', '第二百七十二条')), 'CRIME_NOT_OF_BEHAVIOUR'],
  ['an agency’s office', all(facts({ behaviour: 'YS-A1' }), official, crime('贪污罪', '第三百八十二条')), 'CRIME_NOT_OF_BEHAVIOUR'],
  [
    'an agency’s office',
    all(facts({ behaviour: 'YS-A1' }), official, crime('贪污罪', '第三百八十二条')),
    'OFFICE_OFFENCE_WITHOUT_OFFICIAL',
  ],
  ['挪用公款', all(facts({ behaviour: 'YS-A2' }), official, crime('挪用公款罪', '第三百八十四条')), 'ARTICLE_NOT_OF_CRIME'],
  ['253之一', crime('侵犯公民个人信息罪', '第253条之一第一款'), 'ARTICLE_NOT_OF_CRIME'],
  ['280之一', crime('使用虚假身份证件罪', '第二百八十条之一'), 'ARTICLE_NOT_CITED'],
  ['two articles of one offence', crime('贪污罪', '第三百八十二条、第三百八十三条'), 'ARTICLE_NOT_OF_CRIME'],
  ['jointly', crime('诈骗罪', '第二百六十六条、第二十五条'), 'ARTICLE_NOT_OF_CRIME'],
  [
    'two articles in one row',
    all(crime('诈骗罪', '第二百六十六条'), (c) =>
      Object.assign(c.investigation.criminalLaw[0] ?? {}, { article: '第三百一十二条、第二百六十六条' }),
    ),
    'ARTICLE_NOT_CITED',
  ],
  ['what goes with it', adminLaw('第三十八条、第四十条、第四十三条'), 'ADMIN_ARTICLE_WRONG'],
  ['others of their own', adminLaw('第三十八条、第三十九条、第四十条'), 'ADMIN_ARTICLE_WRONG'],
  ['before 条例', all(facts({ period: { from: '2020-01-01', to: '2020-12-31' } }), adminLaw('第三十八条')), 'ADMIN_ARTICLE_MISSING'],
  ['the duty to refer', basis('医疗保障基金使用监督管理条例', '第四十条、第四十八条'), 'LETTER_ARTICLE_DIFFERS'],
  [
    'one of the two of 贪污',
    all(basis(LAW, '第三百八十二条'), crime('贪污罪', '第三百八十二条、第三百八十三条')),
    'LETTER_ARTICLE_MISSING',
  ],
  ['文号 beside the title', basis(GUIDANCE, '第五条', '法发〔2024〕6号'), 'DOC_NO_IN_TITLE'],
];
