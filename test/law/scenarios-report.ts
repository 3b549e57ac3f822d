/** One line a scenario: what the report says of purpose, circumstances, recovery and handling, beside the case; and names that a pack adds. */
import type { CaseForm, CircumstanceGround, InvestigationForm, ListedCircumstance } from '../../src/model/index.ts';
import { CHAIN, FULL_PACK, fullCase } from './full-case.ts';
import type { C, Scenario, World } from './world.ts';

const FULL: World = { base: fullCase, custody: CHAIN, pack: FULL_PACK as NonNullable<World['pack']> };
const all =
  (...changes: ((c: C) => unknown)[]) =>
  (c: C) =>
    changes.map((change) => change(c));
const report = (change: Partial<InvestigationForm>) => (c: C) => Object.assign(c.investigation, change);
const amount = (change: Partial<CaseForm['amount']>) => (c: C) => Object.assign(c.case.amount, change);
const suspect = (change: object) => (c: C) => Object.assign(c.case.suspects[0] ?? {}, change);
const ticked = (ground: CircumstanceGround, change: Partial<ListedCircumstance> = {}) =>
  report({ circumstances: { listed: [{ ground, suspects: ['一'], evidence: ['E01'], ...change }] } });
const LISTED = 'investigation/circumstances/listed/0';
const AGAINST = `warning CIRCUMSTANCE_CONTRADICTED ${LISTED}`;
const recovered = (yuan: string) =>
  amount({ recovered: [{ on: '2026-10-09', amount: yuan, voucherNo: '示财票0001' }], outstanding: '0.00' });
const lost = (yuan: string, evidence: readonly string[] = ['E01']) =>
  amount({ untraced: [{ cause: '无法查明去向', amount: yuan, situation: '取现', evidence }] });
const silent = report({ nature: '违规收费。', recommendation: '建议移送。', proof: [] });
const forged = (c: C) =>
  c.case.crimes.push({
    name: '伪造事业单位印章罪',
    law: '中华人民共和国刑法',
    article: '第二百八十条第二款',
  } as C['case']['crimes'][number]);
const provider = (c: C) => {
  Object.assign(c.case.parties[0] ?? {}, { type: '单位', medicalCode: 'H00000000001' });
  c.case.measures = [];
};
const decided = (c: C) =>
  Object.assign(c.case.penalty, {
    decided: true,
    docNo: '示医保罚〔2026〕1号',
    decidedOn: '2026-08-01',
    execution: '已缴',
    evidence: 'E01',
  });
const unrelated = (disposalAdvice: string) => (c: C) => Object.assign(c.items.items[0] ?? {}, { nature: '与案件无关', disposalAdvice });
const passport = (idNo: string) => (c: C) => {
  Object.assign(c.case.suspects[0] ?? {}, { idNo: undefined, otherIdType: '护照', otherIdNo: 'E00000001', nationality: '示例国' });
  Object.assign(c.records.interviews[0]?.interviewee ?? {}, { name: '李某', idNo });
};
const ROW = { source: '示例', certainty: '原文' } as const;
const NAMES: World = {
  pack: {
    funds: [{ name: '示例补充保险资金', of: '其他', ...ROW }],
    departments: [{ name: '示例管理局', of: '其他', ...ROW }],
  } as NonNullable<World['pack']>,
};
const localFund =
  (name: string, fund = '其他') =>
  (c: C) =>
    Object.assign(c.case.amount.byFund[0] ?? {}, { fund, localFund: name });
const localDepartment =
  (name: string, to = '其他') =>
  (c: C) =>
    Object.assign(c.case.referrals?.[0] ?? {}, { to, localDepartment: name });
const consulted =
  (change: object = {}) =>
  (c: C) =>
    Object.assign(c, {
      correspondence: {
        consultations: [
          {
            recipient: '示例市公安局示例区分局',
            summary: '甲。',
            matters: [{ topic: '管辖', question: '乙。' }],
            issuedOn: '2026-10-12',
            replyBy: '2026-10-20',
            ...change,
          },
        ],
      },
    });

export const REPORT_SCENARIOS: readonly Scenario[] = [
  ['F-16', 'no evidence', ticked('职业骗保人', { evidence: [] }), `warning CIRCUMSTANCE_WITHOUT_EVIDENCE ${LISTED}`],
  ['F-16', 'leads, and only helped', all(suspect({ participation: '协助' }), ticked('组织、指挥犯罪团伙')), AGAINST],
  ['F-16', 'sentenced before, and nothing is told', all(suspect({ priors: [] }), ticked('曾因医保骗保犯罪受过刑事追究')), AGAINST],
  [
    'F-16',
    'fined before is not sentenced',
    all(suspect({ priors: ['2024年被行政处罚'] }), ticked('曾因医保骗保犯罪受过刑事追究')),
    AGAINST,
  ],
  ['F-16', 'a first offence of who leads', all(suspect({ participation: '组织' }), ticked('涉案不深的初犯、偶犯')), AGAINST],
  [
    'F-16',
    'a first offence after a sentence',
    all(suspect({ priors: ['2020年因诈骗罪被判处有期徒刑'] }), ticked('涉案不深的初犯、偶犯')),
    AGAINST,
  ],
  ['F-16', 'gave nothing back, and all is back', all(recovered('140000.00'), ticked('拒不退赃退赔或者转移财产')), AGAINST],
  ['F-16', 'gave back, and nothing is', all(amount({ recovered: [] }), ticked('退赃退赔')), AGAINST],
  ['F-17', 'no word of the purpose', silent, 'warning INTENT_NOT_ARGUED investigation/nature'],
  ['F-18', 'a seal forged for the same fraud', forged, 'info OFFENCES_NOT_WEIGHED investigation/nature'],
  ['A-08', 'lost, without evidence', lost('100.00', []), 'warning UNTRACED_WITHOUT_EVIDENCE case/amount/untraced/0'],
  ['A-08', 'more than is outstanding', lost('100000.01'), 'warning UNTRACED_ABOVE_OUTSTANDING case/amount/untraced'],
  [
    'A-08',
    'property instead of nothing',
    amount({ equivalents: [{ property: '商铺', holder: '王䶮' }] }),
    'warning EQUIVALENT_WITHOUT_CAUSE case/amount/equivalents',
  ],
  [
    'P-17',
    'fined, the report says not',
    all(decided, report({ adminHandling: ['移送前未作出行政处罚决定。'] })),
    'warning PENALTY_TOLD_OTHERWISE investigation/adminHandling/0',
  ],
  [
    'P-17',
    'not fined, the report says so',
    report({ adminHandling: ['已作出行政处罚决定。'] }),
    'warning PENALTY_TOLD_OTHERWISE investigation/adminHandling/0',
  ],
  [
    'P-17',
    'nothing under the agreement',
    all(provider, report({ adminHandling: ['未作出行政处罚决定。'] })),
    'info AGREEMENT_NOT_TOLD investigation/adminHandling',
  ],
  ['A-09', 'a thing of no bearing is kept', unrelated('随案处理'), 'warning ITEM_UNRELATED_KEPT items/items/0/disposalAdvice'],
  ['K-06', 'a passport under another name', passport('E00000001'), 'error PERSON_CONTRADICTS records/interviews/0/interviewee/name', FULL],
  ['F-12', 'a fund that no pack has', localFund('某某资金'), 'warning LOCAL_NAME_UNKNOWN case/amount/byFund/0/localFund', NAMES],
  [
    'F-12',
    'a fund of another kind',
    localFund('示例补充保险资金', '医疗救助基金'),
    'warning LOCAL_NAME_ELSEWHERE case/amount/byFund/0/localFund',
    NAMES,
  ],
  [
    'F-12',
    'a department that no pack has',
    localDepartment('某某局'),
    'warning LOCAL_NAME_UNKNOWN case/referrals/0/localDepartment',
    NAMES,
  ],
  ['C-10', 'no answer', consulted(), 'info CONSULTATION_UNANSWERED correspondence/consultations/0/replyBy'],
  [
    'C-07',
    'answered before it was asked',
    consulted({ reply: { receivedAt: '2026-10-11T10:00+08:00', content: '丙。' } }),
    'warning LETTER_DATE_ORDER correspondence/consultations/0/reply/receivedAt',
  ],
];

export const REPORT_QUIET: readonly (readonly [name: string, change: (c: C) => unknown, code: string, world?: World])[] = [
  ['who leads', all(suspect({ participation: '组织' }), ticked('组织、指挥犯罪团伙')), 'CIRCUMSTANCE_CONTRADICTED'],
  [
    'sentenced before',
    all(suspect({ priors: ['2020年因诈骗罪被判处有期徒刑'] }), ticked('曾因医保骗保犯罪受过刑事追究')),
    'CIRCUMSTANCE_CONTRADICTED',
  ],
  ['gave a part back', ticked('退赃退赔'), 'CIRCUMSTANCE_CONTRADICTED'],
  ['gave a part back, and hides the rest', ticked('拒不退赃退赔或者转移财产'), 'CIRCUMSTANCE_CONTRADICTED'],
  ['a circumstance with evidence', ticked('职业收卡人'), 'CIRCUMSTANCE_WITHOUT_EVIDENCE'],
  ['the reason in its own field', all(silent, report({ intentReason: '布置凑满住院天数。' })), 'INTENT_NOT_ARGUED'],
  [
    'theft asks for no such purpose',
    all(
      silent,
      (c) => Object.assign(c.case.facts[0] ?? {}, { behaviour: 'YS-C7' }),
      (c) => c.case.facts.splice(1),
    ),
    'INTENT_NOT_ARGUED',
  ],
  ['both weighed', all(forged, report({ nature: '以骗取医疗保障基金为目的，依照处罚较重的规定。' })), 'OFFENCES_NOT_WEIGHED'],
  [
    'an offence under another of its names',
    (c) => {
      Object.assign(c.case.crimes[0] ?? {}, { name: '掩饰隐瞒犯罪所得、犯罪所得收益罪' });
      c.investigation.recommendation = '建议以涉嫌掩饰、隐瞒犯罪所得罪移送示例市公安局示例区分局。';
    },
    'NAME_NOT_MENTIONED',
  ],
  ['one offence', () => undefined, 'OFFENCES_NOT_WEIGHED'],
  ['all that is outstanding', lost('100000.00'), 'UNTRACED_ABOVE_OUTSTANDING'],
  ['the agreement ended', all(provider, report({ adminHandling: ['经办机构已中止服务协议。'] })), 'AGREEMENT_NOT_TOLD'],
  ['fined, as the report says', all(decided, report({ adminHandling: ['已作出行政处罚决定，罚款已缴。'] })), 'PENALTY_TOLD_OTHERWISE'],
  ['a fine to come', report({ adminHandling: ['拟作出行政处罚决定，移送后另行处理。'] }), 'PENALTY_TOLD_OTHERWISE'],
  ['a thing of no bearing goes back', unrelated('返还持有人'), 'ITEM_UNRELATED_KEPT'],
  ['another passport of another person', passport('E00000002'), 'PERSON_CONTRADICTS', FULL],
  ['a fund of the pack', localFund('示例补充保险资金'), 'LOCAL_NAME_UNKNOWN', NAMES],
  ['a fund of the pack', localFund('示例补充保险资金'), 'LOCAL_NAME_ELSEWHERE', NAMES],
  ['a department of the pack', localDepartment('示例管理局'), 'LOCAL_NAME_UNKNOWN', NAMES],
  ['answered', consulted({ reply: { receivedAt: '2026-10-19T10:00+08:00', content: '丙。' } }), 'CONSULTATION_UNANSWERED'],
];
