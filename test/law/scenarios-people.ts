/** One line a scenario: papers, people and agencies that do not agree with the rest of the case. */
import { custodyLine, custodyLink } from '../../src/model/index.ts';
import { CHAIN, FULL_PACK, fullCase } from './full-case.ts';
import { type C, FIRST, type Scenario, type World } from './world.ts';

const FULL: World = { base: fullCase, custody: CHAIN, pack: FULL_PACK as NonNullable<World['pack']> };
const officer = (change: object) => (c: C) => Object.assign(c.case.officers[0] ?? {}, change);
const scan = (form: 'transfer' | 'investigation', signedOn: string) => (c: C) => Object.assign(c[form].signedScan ?? {}, { signedOn });
const suspect = (change: object) => (c: C) => Object.assign(c.case.suspects[0] ?? {}, change);
const party = (change: object) => (c: C) => Object.assign(c.case.parties[0] ?? {}, change);
const interviewee = (change: object) => (c: C) => Object.assign(c.records.interviews[0]?.interviewee ?? {}, change);
const title = (text: string) => (c: C) => Object.assign(c.evidence.evidence.find((e) => e.evidenceNo === 'K07') ?? {}, { title: text });
const summary = (more: string) => (c: C) => Object.assign(c.transfer, { factSummary: c.transfer.factSummary + more });
/** The log goes on with an event of somebody. */
const logged = (name: string, certNo: string): World => ({
  custody: [
    FIRST,
    custodyLine({
      seq: 2,
      at: '2026-05-14T10:00+08:00',
      action: 'examine',
      items: ['E01'],
      by: [{ name, certNo }],
      prev: custodyLink(FIRST),
    }),
  ],
});
const both =
  (...changes: ((c: C) => unknown)[]) =>
  (c: C) =>
    changes.map((change) => change(c));

export const PEOPLE_SCENARIOS: readonly Scenario[] = [
  ['P-15', 'the letter the day before', scan('transfer', '2026-11-19'), 'error SIGNED_BEFORE_APPROVAL transfer/signedScan/signedOn'],
  ['P-15', 'the letter tomorrow', scan('transfer', '2026-11-21'), 'error SIGNED_IN_FUTURE transfer/signedScan/signedOn'],
  ['P-15', 'the report tomorrow', scan('investigation', '2026-11-21'), 'error SIGNED_IN_FUTURE investigation/signedScan/signedOn'],
  [
    'P-15',
    'the receipt tomorrow',
    (c) => Object.assign(c.receipt, { signedScan: { path: 'signed/回执.pdf', pages: 1, signedOn: '2026-11-21' } }),
    'error SIGNED_IN_FUTURE receipt/signedScan/signedOn',
  ],
  [
    'P-16',
    'an officer, with a space',
    (c) => Object.assign(c.internal.approval?.approver ?? {}, { name: '周 某甲' }),
    'warning APPROVER_IS_OFFICER internal/approval/approver/name',
  ],
  ['K-06', 'a certificate under another name', () => undefined, 'error CERT_NO_TWO_NAMES custody/2', logged('李某', '99010001')],
  [
    'K-06',
    'the number of a suspect under another name',
    interviewee({ name: '李某', idNo: '999999197503120013' }),
    'error PERSON_CONTRADICTS records/interviews/0/interviewee/name',
    FULL,
  ],
  [
    'K-06',
    'a suspect with another number',
    interviewee({ name: '王䶮', idNo: '999999197503120021' }),
    'warning PERSON_TWO_NUMBERS records/interviews/0/interviewee/name',
    FULL,
  ],
  [
    'K-06',
    'another legal representative',
    party({ legalRepresentative: '王龑' }),
    'warning LEGAL_REPRESENTATIVE_DIFFERS case/parties/0/legalRepresentative',
  ],
  ['K-06', 'a title one character off', title('询问笔录（陈某武）'), 'warning INTERVIEWEE_DIFFERS evidence/evidence/7/title', FULL],
  ['K-06', 'a title of another who was heard', title('询问笔录（李某六）'), 'warning INTERVIEWEE_DIFFERS evidence/evidence/7/title', FULL],
  ['K-06', 'a space in an officer', officer({ name: '周 某甲' }), 'warning NAME_SPACED case/officers/0/name'],
  [
    'K-06',
    'a wide space in a custodian',
    (c) => Object.assign(c.items.items[0] ?? {}, { custodian: '苗　青禾' }),
    'warning NAME_SPACED items/items/0/custodian',
  ],
  ['K-06', 'a space in who was heard', interviewee({ name: '陈某 五' }), 'warning NAME_SPACED records/interviews/0/interviewee/name', FULL],
  ['K-07', 'the county of old', summary('另经示例县医疗保障局核实。'), 'warning AGENCY_NOT_IN_CASE transfer/factSummary'],
  ['K-07', 'a cc of old, in short', summary('已告知示例县检察院。'), 'warning AGENCY_NOT_IN_CASE transfer/factSummary'],
  ['K-07', 'police of another city', summary('商请东河市公安局协查。'), 'warning AGENCY_NOT_IN_CASE transfer/factSummary'],
  ['K-08', 'an address', suspect({ address: '同上' }), 'warning ROW_REFERENCE case/suspects/0/address'],
  ['K-08', 'an employer', suspect({ employer: '（同前）' }), 'warning ROW_REFERENCE case/suspects/0/employer'],
  ['K-08', 'a ditto mark', (c) => Object.assign(c.items.items[0] ?? {}, { source: '〃' }), 'warning ROW_REFERENCE items/items/0/source'],
  [
    'K-08',
    'where it was taken',
    (c) => Object.assign(c.evidence.evidence[1] ?? {}, { place: '同E01' }),
    'warning ROW_REFERENCE evidence/evidence/1/place',
  ],
];

export const PEOPLE_QUIET: readonly (readonly [name: string, change: (c: C) => unknown, code: string, world?: World])[] = [
  ['the report signed before the approval', scan('investigation', '2026-11-10'), 'SIGNED_BEFORE_APPROVAL'],
  ['the letter on the day of the approval', () => undefined, 'SIGNED_BEFORE_APPROVAL'],
  [
    'a decision to refuse',
    (c) => Object.assign(c.internal.approval ?? {}, { decision: '不批准', refusalReason: '某' }),
    'SIGNED_BEFORE_APPROVAL',
  ],
  ['signed today', () => undefined, 'SIGNED_IN_FUTURE'],
  ['the officer under the own number', () => undefined, 'CERT_NO_TWO_NAMES', logged('周 某甲', '99010001')],
  [
    'no representative among the suspects',
    both(party({ legalRepresentative: '李某' }), suspect({ role: '业务院长' })),
    'LEGAL_REPRESENTATIVE_DIFFERS',
  ],
  [
    'who represented it before',
    both(party({ legalRepresentative: '李某' }), suspect({ role: '其他', position: '原法定代表人' })),
    'LEGAL_REPRESENTATIVE_DIFFERS',
  ],
  [
    'a representative of another firm',
    both(party({ legalRepresentative: '李某' }), suspect({ employer: '示例药店' })),
    'LEGAL_REPRESENTATIVE_DIFFERS',
  ],
  ['a title without a name', title('询问笔录（编号P0127）'), 'INTERVIEWEE_DIFFERS', FULL],
  ['a title with the name', title('询问笔录（护士陈某五）'), 'INTERVIEWEE_DIFFERS', FULL],
  ['a name in Latin letters', officer({ name: 'Ann Example' }), 'NAME_SPACED'],
  ['the same bureau in short', summary('由示例区医保局核实，本区医疗保障局、上级公安局知悉。'), 'AGENCY_NOT_IN_CASE'],
  ['the bureau above, the state', summary('国家医疗保障局、示例市医疗保障局有规定。'), 'AGENCY_NOT_IN_CASE'],
  ['the change of name told', summary('原示例县医疗保障局（已更名为示例市示例区医疗保障局）核实。'), 'AGENCY_NOT_IN_CASE'],
  ['words that begin so', suspect({ address: '同上路1号' }), 'ROW_REFERENCE'],
  ['nothing', suspect({ address: '无' }), 'ROW_REFERENCE'],
];
