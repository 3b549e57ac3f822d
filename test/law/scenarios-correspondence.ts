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
];
