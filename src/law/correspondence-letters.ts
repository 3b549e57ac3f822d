/** C-07, C-10: to whom a letter can go, and when it can have been written. Nothing here is packed: it only warns. */
import { type Case, chineseDay, chineseInstant, dayInChina, isDay, parseInstant } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

/** What the name of a body says that it is. */
const POLICE = '公安';
const PROCURATORATE = '检察院';

/** A letter goes to those whom its own source names. */
function* recipients({ correspondence }: Case): Iterable<Hit> {
  const { consultations = [], urgentNotices = [], procuratorateLetter: copied } = correspondence ?? {};
  for (const [i, { recipient }] of consultations.entries())
    yield* addressed('商请咨询函', recipient, [POLICE, PROCURATORATE], `/consultations/${i}/recipient`);
  for (const [i, { recipient }] of urgentNotices.entries())
    if (recipient !== undefined) yield* addressed('紧急通报函', recipient, [POLICE], `/urgentNotices/${i}/recipient`);
  if (copied) yield* addressed('移送案件抄送函', copied.recipient, [PROCURATORATE], '/procuratorateLetter/recipient');
}

function* addressed(letter: string, recipient: string, bodies: readonly string[], pointer: string): Iterable<Hit> {
  if (bodies.some((body) => recipient.includes(body))) return;
  const wanted = bodies.map((body) => (body === POLICE ? '公安机关' : '人民检察院')).join('、');
  yield hit('LETTER_RECIPIENT_WRONG', { letter, recipient, wanted }, 'correspondence', pointer);
}

/** The day by which an answer was asked for is over. */
function* unanswered({ case: { correspondence }, now }: RuleInput): Iterable<Hit> {
  for (const [i, { recipient, replyBy, reply }] of (correspondence?.consultations ?? []).entries())
    if (replyBy !== undefined && reply === undefined && dayInChina(now) > replyBy)
      yield hit('CONSULTATION_UNANSWERED', { recipient, on: chineseDay(replyBy) }, 'correspondence', `/consultations/${i}/replyBy`, 'info');
}

interface Dated {
  readonly what: string;
  /** A day, or an instant. */
  readonly on: string | undefined;
}

/** Whatever the case and its referral came before, and what in one letter comes before the other. */
function* sequence({ case: main, transfer, correspondence }: Case): Iterable<Hit> {
  const { consultations = [], urgentNotices = [], procuratorateLetter: copied, corrections = [], handovers = [] } = correspondence ?? {};
  const clue: Dated = { what: '收到线索', on: main.source.receivedOn };
  const referral: Dated = { what: '移送书成文', on: transfer.issuedOn };
  for (const [i, { issuedOn, replyBy, reply }] of consultations.entries()) {
    const issued = { what: '商请咨询函成文', on: issuedOn };
    yield* ordered(clue, issued, `/consultations/${i}/issuedOn`);
    yield* ordered(issued, { what: '请求答复的日期', on: replyBy }, `/consultations/${i}/replyBy`);
    yield* ordered(issued, { what: '收到复函', on: reply?.receivedAt }, `/consultations/${i}/reply/receivedAt`);
  }
  for (const [i, { issuedOn, toldAt, sentAt }] of urgentNotices.entries()) {
    const issued = { what: '紧急通报函成文', on: issuedOn };
    yield* ordered(clue, issued, `/urgentNotices/${i}/issuedOn`);
    yield* ordered(clue, { what: '先行告知', on: toldAt }, `/urgentNotices/${i}/toldAt`);
    yield* ordered(issued, { what: '紧急通报函送达', on: sentAt }, `/urgentNotices/${i}/sentAt`);
  }
  // The letter encloses the 移送书.
  yield* ordered(referral, { what: '移送案件抄送函成文', on: copied?.issuedOn }, '/procuratorateLetter/issuedOn');
  for (const [i, { noticeAt, receivedAt, suppliedAt }] of corrections.entries()) {
    const received = { what: '收到补正通知', on: receivedAt };
    yield* ordered(referral, { what: '补正通知', on: noticeAt ?? receivedAt }, `/corrections/${i}/${noticeAt ? 'noticeAt' : 'receivedAt'}`);
    yield* ordered({ what: '补正通知', on: noticeAt }, received, `/corrections/${i}/receivedAt`);
    yield* ordered(received, { what: '补正', on: suppliedAt }, `/corrections/${i}/suppliedAt`);
  }
  for (const [i, { receivedAt }] of handovers.entries())
    yield* ordered(referral, { what: '收到立案通知', on: receivedAt }, `/handovers/${i}/receivedAt`);
}

function* ordered(earlier: Dated, later: Dated, pointer: string): Iterable<Hit> {
  if (earlier.on === undefined || later.on === undefined || !isAfter(earlier.on, later.on)) return;
  const args = { earlier: earlier.what, earlierDate: printed(earlier.on), later: later.what, laterDate: printed(later.on) };
  yield hit('LETTER_DATE_ORDER', args, 'correspondence', pointer);
}

/** By the minute where both are known to the minute, else by the day. */
function isAfter(one: string, other: string): boolean {
  if (!isDay(one) && !isDay(other)) return (parseInstant(one) ?? 0) > (parseInstant(other) ?? 0);
  return dayOf(one) > dayOf(other);
}

const dayOf = (on: string): string => (isDay(on) ? on : dayInChina(parseInstant(on) ?? 0));
const printed = (on: string): string => (isDay(on) ? chineseDay(on) : chineseInstant(on));

export const LETTER_COURSE_RULES: readonly Rule[] = [
  {
    id: 'C-07',
    severity: 'warning',
    basis: [
      ...basis('法发〔2024〕6号', '第二十三条'),
      ...basis('医保发〔2021〕49号', '三（三）、四（一）'),
      ...basis('高检会〔2006〕2号', '一'),
      ...basis('国务院令第310号', '第十二条'),
    ],
    asks: '商请咨询函发公安机关或者人民检察院，紧急通报函发公安机关，抄送函发人民检察院；函件的日期不早于收到线索，抄送、补正、立案通知不早于移送书，答复、送达、补正不早于它所答复的。',
    why: '发错机关的函没有作用；日期颠倒的函，日后说不清先后。',
    right: '7 月 20 日向示例市示例区人民检察院发咨询函，请于 8 月 10 日前答复。',
    wrong: '咨询函发给市财政局；抄送函的日期早于移送书；补正时间早于收到补正通知。',
    codes: ['LETTER_RECIPIENT_WRONG', 'LETTER_DATE_ORDER'],
    beside: true,
    check: function* ({ case: c }: RuleInput) {
      yield* recipients(c);
      yield* sequence(c);
    },
  },
  {
    id: 'C-10',
    severity: 'info',
    since: '0.2.0',
    basis: basis('法发〔2024〕6号', '第二十三条第一款'),
    asks: '商请咨询函写的请求答复日期过了，登记复函（reply）的收到时间、文号、内容；没有收到的催办。',
    why: '公安机关、检察院对商请咨询应当及时提出意见；意见决定证据怎样固定，等过了就来不及。',
    right: '请求 8 月 10 日前答复，8 月 6 日收到复函，内容登记在 reply。',
    wrong: '请求 8 月 10 日前答复，到 9 月没有登记，也没有催办。',
    codes: ['CONSULTATION_UNANSWERED'],
    beside: true,
    check: unanswered,
  },
];
