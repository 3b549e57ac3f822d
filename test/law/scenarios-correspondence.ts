/** One line a scenario: what the letters of the correspondence form make of deadlines and rules, and what they leave alone. */
import type { CorrespondenceForm } from '../../src/model/index.ts';
import { NATIONAL } from './scenarios-case.ts';
import type { C, Scenario, World } from './world.ts';

const letters = (correspondence: CorrespondenceForm) => (c: C) => Object.assign(c, { correspondence });
const at = (text: string): World => ({
  pack: { periods: NATIONAL.periods, calendar: NATIONAL.calendar } as NonNullable<World['pack']>,
  now: Date.parse(text),
});
const correction = (change: object = {}): CorrespondenceForm => ({
  corrections: [{ receivedAt: '2026-11-21T10:00+08:00', items: [{ description: '检验报告', evidence: ['E11'] }], ...change }],
});
const handover = (item: object = {}, change: object = {}): CorrespondenceForm => ({
  handovers: [{ receivedAt: '2026-11-24T10:00+08:00', items: [{ itemNo: '1', state: '完好', ...item }], ...change }],
});
const received = (c: C) =>
  Object.assign(c.receipt, { receivedAt: '2026-11-20T16:40+08:00', outcomeAt: '2026-11-23T08:00+08:00', outcome: '立案' });
const noticed = (change: object) => (c: C) => Object.assign(c.receipt, change);
const all =
  (...changes: ((c: C) => unknown)[]) =>
  (c: C) =>
    changes.map((change) => change(c));
const risk = (c: C) => Object.assign(c.case, { urgentRisks: [{ type: '转移资金', note: '当日转出' }] });
const notice = (change: object = {}): CorrespondenceForm => ({
  urgentNotices: [{ risks: [{ type: '转移资金', situation: '当日转出' }], requests: ['查询账户'], ...change }],
});

const CONSULTED = { recipient: '示例市公安局示例区分局', summary: '甲。', matters: [{ topic: '管辖', question: '乙。' }] } as const;

export const CORRESPONDENCE_SCENARIOS: readonly Scenario[] = [
  [
    'C-02',
    'D3 late by the letter',
    all(received, letters(correction({ noticeAt: '2026-11-21T16:41+08:00' }))),
    'info DEADLINE_LATE receipt',
    at('2026-11-22T10:00:00+08:00'),
  ],
  [
    'C-02',
    'D4 missed by the letter',
    letters(correction()),
    'warning DEADLINE_MISSED correspondence/corrections/0',
    at('2026-11-25T00:00:00+08:00'),
  ],
  [
    'C-02',
    'D4 supplied late by the letter',
    letters(correction({ suppliedAt: '2026-11-25T00:00+08:00' })),
    'warning DEADLINE_LATE correspondence/corrections/0',
    at('2026-11-26T00:00:00+08:00'),
  ],
  [
    'C-02',
    'D11 not all handed over',
    letters(handover()),
    'warning DEADLINE_MISSED correspondence/handovers/0',
    at('2026-11-28T00:00:00+08:00'),
  ],
  [
    'C-02',
    'D11 handed over late',
    letters(handover({ handedAt: '2026-11-28T00:00+08:00' })),
    'warning DEADLINE_LATE correspondence/handovers/0',
    at('2026-11-29T00:00:00+08:00'),
  ],
  [
    'C-06',
    'supplied, but what',
    letters(correction({ items: [{ description: '检验报告' }], suppliedAt: '2026-11-21T12:00+08:00' })),
    'warning CORRECTION_ITEM_OPEN correspondence/corrections/0/items/0',
  ],
  [
    'C-06',
    'a thing on two lists',
    letters({ handovers: [...(handover().handovers ?? []), ...(handover().handovers ?? [])] }),
    'warning HANDOVER_ITEM_TWICE correspondence/handovers/1/items/0/itemNo',
  ],
  ['C-06', 'a thing on none', letters(handover({}, { items: [] })), 'warning HANDOVER_ITEM_MISSING correspondence/handovers'],
  [
    'C-06',
    'another time than the receipt',
    all(noticed({ outcomeNoticedAt: '2026-11-24T11:00+08:00' }), letters(handover())),
    'warning CORRESPONDENCE_TIME_DIFFERS correspondence/handovers/0/receivedAt',
  ],
  [
    'C-06',
    'supplied at another time',
    all(
      noticed({ correction: { noticedAt: '2026-11-21T10:00+08:00', suppliedAt: '2026-11-22T10:00+08:00' } }),
      letters(correction({ suppliedAt: '2026-11-22T11:00+08:00' })),
    ),
    'warning CORRESPONDENCE_TIME_DIFFERS correspondence/corrections/0/suppliedAt',
  ],
  [
    'P-07',
    'the letter goes elsewhere',
    letters({ procuratorateLetter: { recipient: '示例市人民检察院' } }),
    'warning PROCURATORATE_LETTER_ELSEWHERE correspondence/procuratorateLetter/recipient',
  ],
  [
    'L-01',
    'square brackets in a letter',
    letters({ consultations: [{ ...CONSULTED, docNo: '示医保函[2026]5号' }] }),
    'warning DOC_NO_PATTERN correspondence/consultations/0/docNo',
  ],
  [
    'L-01',
    '虚位 in a notice',
    all(risk, letters(notice({ docNo: '示医保急〔2026〕001号' }))),
    'warning DOC_NO_PATTERN correspondence/urgentNotices/0/docNo',
  ],
  [
    'L-01',
    '第 in the letter to the procuratorate',
    letters({ procuratorateLetter: { recipient: '示例市示例区人民检察院', docNo: '示医保函〔2026〕第8号' } }),
    'warning DOC_NO_PATTERN correspondence/procuratorateLetter/docNo',
  ],
  [
    'C-07',
    'a consultation of neither police nor procuratorate',
    letters({ consultations: [{ ...CONSULTED, recipient: '示例市财政局' }] }),
    'warning LETTER_RECIPIENT_WRONG correspondence/consultations/0/recipient',
  ],
  [
    'C-07',
    'an urgent notice to a procuratorate',
    letters(notice({ recipient: '示例市人民检察院' })),
    'warning LETTER_RECIPIENT_WRONG correspondence/urgentNotices/0/recipient',
  ],
  [
    'C-07',
    'the copy of the referral to the police',
    letters({ procuratorateLetter: { recipient: '示例市公安局' } }),
    'warning LETTER_RECIPIENT_WRONG correspondence/procuratorateLetter/recipient',
  ],
  [
    'C-07',
    'a consultation before the clue',
    letters({ consultations: [{ ...CONSULTED, issuedOn: '2020-01-01' }] }),
    'warning LETTER_DATE_ORDER correspondence/consultations/0/issuedOn',
  ],
  [
    'C-07',
    'an answer asked for before the question',
    letters({ consultations: [{ ...CONSULTED, issuedOn: '2026-10-12', replyBy: '2026-10-11' }] }),
    'warning LETTER_DATE_ORDER correspondence/consultations/0/replyBy',
  ],
  [
    'C-07',
    'told before the clue',
    letters(notice({ toldAt: '2020-01-01T08:00+08:00' })),
    'warning LETTER_DATE_ORDER correspondence/urgentNotices/0/toldAt',
  ],
  [
    'C-07',
    'delivered before it was written',
    letters(notice({ issuedOn: '2026-11-18', sentAt: '2026-11-17T23:59+08:00' })),
    'warning LETTER_DATE_ORDER correspondence/urgentNotices/0/sentAt',
  ],
  [
    'C-07',
    'copied before the referral was written',
    letters({ procuratorateLetter: { recipient: '示例市示例区人民检察院', issuedOn: '2020-01-01' } }),
    'warning LETTER_DATE_ORDER correspondence/procuratorateLetter/issuedOn',
  ],
  [
    'C-07',
    'notice of what lacks before the referral',
    letters(correction({ receivedAt: '2020-01-01T08:00+08:00' })),
    'warning LETTER_DATE_ORDER correspondence/corrections/0/receivedAt',
  ],
  [
    'C-07',
    'received a minute before it was sent',
    letters(correction({ noticeAt: '2026-11-21T10:01+08:00' })),
    'warning LETTER_DATE_ORDER correspondence/corrections/0/receivedAt',
  ],
  [
    'C-07',
    'supplied before it was asked for',
    letters(correction({ suppliedAt: '2026-11-21T09:59+08:00' })),
    'warning LETTER_DATE_ORDER correspondence/corrections/0/suppliedAt',
  ],
  [
    'C-07',
    'told of 立案 before the referral',
    letters(handover({}, { receivedAt: '2020-01-01T08:00+08:00' })),
    'warning LETTER_DATE_ORDER correspondence/handovers/0/receivedAt',
  ],
  ['P-12', 'a notice still to be sent', all(risk, letters(notice())), 'warning URGENT_NOT_NOTIFIED case/urgentRisks/0'],
  [
    'P-12',
    'told, not entered',
    all(risk, letters(notice({ toldAt: '2026-11-18T10:00+08:00' }))),
    'info URGENT_NOTICE_NOT_ENTERED case/urgentRisks/0',
  ],
  [
    'P-12',
    'a notice of what the case does not know',
    letters(notice({ sentAt: '2026-11-18T10:00+08:00' })),
    'warning URGENT_NOTICE_WITHOUT_RISK correspondence/urgentNotices/0/risks/0/type',
  ],
  [
    'S-01',
    'the informant in a letter',
    all(
      (c) => Object.assign(c.internal, { clue: { informant: '孙某丙' } }),
      letters({
        consultations: [
          { recipient: '示例市示例区人民检察院', summary: '孙某丙举报该院。', matters: [{ topic: '管辖', question: '由谁管辖。' }] },
        ],
      }),
    ),
    'stop INFORMANT_NAMED correspondence/consultations/0/summary',
  ],
];

/** What must not be complained of. */
export const CORRESPONDENCE_QUIET: readonly (readonly [name: string, change: (c: C) => unknown, code: string, world?: World])[] = [
  ['nothing to write about', letters({}), 'HANDOVER_ITEM_MISSING'],
  [
    'D4 on the last second, by the letter',
    letters(correction({ suppliedAt: '2026-11-24T23:59:59+08:00' })),
    'DEADLINE_LATE',
    at('2026-11-26T00:00:00+08:00'),
  ],
  [
    'D4 cannot be supplied, told why',
    letters(correction({ items: [{ description: '登记簿', unableReason: '灭失' }] })),
    'DEADLINE_MISSED',
    at('2026-12-05T00:00:00+08:00'),
  ],
  ['D11 in special custody', letters(handover({ specialCustody: '须冷藏' })), 'DEADLINE_MISSED', at('2026-12-05T00:00:00+08:00')],
  [
    'D11 with an offset: the same instant as in the receipt',
    all(noticed({ outcomeNoticedAt: '2026-11-24T02:00Z' }), letters(handover())),
    'CORRESPONDENCE_TIME_DIFFERS',
  ],
  [
    'told and entered',
    all(
      (c) => Object.assign(c.case, { urgentRisks: [{ type: '转移资金', note: '当日转出', notifiedAt: '2026-11-18T10:00+08:00' }] }),
      letters(notice()),
    ),
    'URGENT_NOTICE_NOT_ENTERED',
  ],
  [
    'a letter to whom the referral is copied',
    letters({ procuratorateLetter: { recipient: '示例市示例区人民检察院' } }),
    'PROCURATORATE_LETTER_ELSEWHERE',
  ],
  ['a consultation of a branch of the police', letters({ consultations: [CONSULTED] }), 'LETTER_RECIPIENT_WRONG'],
  ['an urgent notice to whom the case goes', letters(notice()), 'LETTER_RECIPIENT_WRONG'],
  [
    'the same day, and an answer on the day',
    letters({ consultations: [{ ...CONSULTED, issuedOn: '2026-10-12', replyBy: '2026-10-12' }] }),
    'LETTER_DATE_ORDER',
  ],
  [
    'an instant of the same day in another zone',
    letters(notice({ issuedOn: '2026-11-18', sentAt: '2026-11-17T16:00Z' })),
    'LETTER_DATE_ORDER',
  ],
  [
    'numbers of the police',
    letters({ ...correction({ noticeNo: '示公(经)补字[2026]0001号' }), ...handover({}, { docNo: '示公（经）立字〔2026〕08号' }) }),
    'DOC_NO_PATTERN',
  ],
  [
    'a pack that has a number of its own for the referral',
    all(
      (c) => Object.assign(c.transfer, { docNo: '示医保移〔2026〕3号' }),
      letters({ consultations: [{ ...CONSULTED, docNo: '示医保函〔2026〕5号' }] }),
    ),
    'DOC_NO_PATTERN',
    { pack: { docNoPattern: '^示医保移〔\\d{4}〕\\d+号$' } },
  ],
];
