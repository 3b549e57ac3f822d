/** C-03 to C-05: the chain of custody holds, its steps meet, and what stands outside it bears it out. */
import {
  type AnyRecord,
  allRecords,
  type CustodyEvent,
  chainFaults,
  chineseInstant,
  custodyContext,
  custodyLink,
  type EvidenceItem,
  followCustody,
  isGrave,
  parseInstant,
  STEP_CODES,
  stepArgs,
} from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Papers note minutes, and digests are taken while the things are put together. */
const TOLERANCE_MS = 60 * 60_000;

function* chain({ case: { evidence }, custody, now }: RuleInput): Iterable<Hit> {
  if (!custody?.events.some((e) => e.action !== 'pack')) yield hit('CUSTODY_MISSING', {}, undefined, '', 'warning');
  if (!custody) return;
  for (const { line, fault, from = 0, to = 0 } of chainFaults(custody.lines))
    yield hit('CUSTODY_CHAIN_BROKEN', { line, fault, from, to }, 'custody', `/${line}`);
  const known = new Set(evidence.evidence.map((e) => e.evidenceNo));
  for (const event of custody.events) {
    const line = event.seq;
    if ((parseInstant(event.at) ?? 0) > now)
      yield hit('DATE_IN_FUTURE', { what: `保管记录第 ${line} 条`, date: chineseInstant(event.at) }, 'custody', `/${line}`);
    for (const evidenceNo of event.items)
      if (!known.has(evidenceNo)) yield hit('CUSTODY_ITEM_UNKNOWN', { line, evidenceNo }, 'custody', `/${line}`, 'warning');
  }
}

function* steps({ case: c, custody }: RuleInput): Iterable<Hit> {
  if (!custody?.events.some((e) => e.action !== 'pack')) return;
  // Steps of a log that lines were taken from say nothing.
  if (chainFaults(custody.lines).some(({ fault }) => fault !== 'time')) return;
  const { states, faults } = followCustody(custody.events, custodyContext(c));
  for (const f of faults) {
    // Times are told by C-03.
    if (f.kind !== 'time') yield hit(STEP_CODES[f.kind], stepArgs(f), 'custody', `/${f.line}`, isGrave(f) ? 'error' : 'warning');
  }
  const absent = c.evidence.evidence.flatMap((item, i) => (isThing(item) && !states.has(item.evidenceNo) ? [{ item, i }] : []));
  const [first] = absent;
  if (first) {
    const { evidenceNo, title } = first.item;
    yield hit('CUSTODY_ITEM_ABSENT', { evidenceNo, title, count: absent.length }, 'evidence', `/evidence/${first.i}`, 'warning');
  }
}

const isThing = ({ kind, files }: EvidenceItem): boolean => files.length > 0 || kind === '物证';

function* anchors(input: RuleInput): Iterable<Hit> {
  const { case: c, custody } = input;
  const heads = new Set((custody?.lines ?? []).map(custodyLink));
  for (const { list, index, record } of allRecords(c.records)) {
    const { chainHead, recordNo } = record;
    if (chainHead !== undefined && !heads.has(chainHead))
      yield hit('CUSTODY_ANCHOR_LOST', { recordNo, head: chainHead }, 'records', `/${list}/${index}/chainHead`, 'error');
  }
  const events = (custody?.events ?? []).filter((e) => e.action !== 'pack');
  yield* clock(events);
  yield* againstPapers(c, events);
}

/** The machine's clock against the events, and against itself. */
function* clock(events: readonly CustodyEvent[]): Iterable<Hit> {
  const late: CustodyEvent[] = [];
  let before: string | undefined;
  for (const { seq: line, at, recordedAt, ...event } of events) {
    if (recordedAt === undefined) continue;
    const happened = parseInstant(at) ?? 0;
    const entered = parseInstant(recordedAt) ?? 0;
    if (entered - happened > DAY_MS) late.push({ ...event, seq: line, at, recordedAt });
    if (entered < happened) yield hit('CUSTODY_CLOCK_WRONG', { line, recordedAt, other: at, than: 'event' }, 'custody', `/${line}`);
    else if (before !== undefined && entered < (parseInstant(before) ?? 0))
      yield hit('CUSTODY_CLOCK_WRONG', { line, recordedAt, other: before, than: 'line' }, 'custody', `/${line}`);
    before = recordedAt;
  }
  const [first] = late;
  if (first?.recordedAt !== undefined) {
    const { seq: line, at, recordedAt } = first;
    yield hit('CUSTODY_ENTERED_LATE', { line, at, recordedAt, count: late.length }, 'custody', `/${line}`);
  }
}

/** The time of collection in the log, in the evidence list and in the records. */
function* againstPapers({ evidence, records }: RuleInput['case'], events: readonly CustodyEvent[]): Iterable<Hit> {
  const papers = new Map(allRecords(records).map((r) => [r.record.recordNo, r]));
  for (const event of events) {
    const { seq: line, record: recordNo } = event;
    if (recordNo === undefined) continue;
    const named = papers.get(recordNo);
    if (!named) yield hit('CUSTODY_RECORD_UNKNOWN', { line, recordNo }, 'custody', `/${line}`);
    else if (!isDuring(event, named)) yield outside(event, named);
  }
  const collections = collectionsOf(events);
  for (const [i, item] of evidence.evidence.entries()) {
    const mine = collections.get(item.evidenceNo) ?? [];
    const [first] = mine;
    if (!first) continue;
    if (!mine.some((e) => Math.abs(ms(e.at) - ms(item.collectedAt)) <= TOLERANCE_MS)) {
      const { seq: line, at } = first;
      const args = { line, evidenceNo: item.evidenceNo, at, collectedAt: item.collectedAt };
      yield hit('CUSTODY_COLLECTED_AT_DIFFERS', args, 'evidence', `/evidence/${i}/collectedAt`);
    }
    const proving = (item.records ?? []).flatMap((no) => papers.get(no) ?? []).filter(({ list }) => OF_COLLECTION.has(list));
    const [paper] = proving;
    if (paper && first.record === undefined && !proving.some((p) => isDuring(first, p))) yield outside(first, paper);
  }
}

/** The events by which an item was taken. */
function collectionsOf(events: readonly CustodyEvent[]): ReadonlyMap<string, readonly CustodyEvent[]> {
  const taken = new Map<string, CustodyEvent[]>();
  for (const event of events) {
    if (event.action !== 'collect' && event.action !== 'extract') continue;
    for (const item of event.items) {
      const list = taken.get(item);
      if (list) list.push(event);
      else taken.set(item, [event]);
    }
  }
  return taken;
}

/** Records that are made while a thing is taken. */
const OF_COLLECTION: ReadonlySet<AnyRecord['list']> = new Set(['extractions', 'scenes', 'interviews', 'preservations']);

const ms = (instant: string): number => parseInstant(instant) ?? 0;

function isDuring({ at }: CustodyEvent, { record: { startedAt, endedAt } }: AnyRecord): boolean {
  return ms(at) >= ms(startedAt) - TOLERANCE_MS && (endedAt === undefined || ms(at) <= ms(endedAt) + TOLERANCE_MS);
}

function outside({ seq: line, at }: CustodyEvent, { record: { recordNo, startedAt: from, endedAt: to = from } }: AnyRecord): Hit {
  return hit('CUSTODY_OUTSIDE_RECORD', { line, recordNo, at, from, to }, 'custody', `/${line}`);
}

const INTEGRITY = [...basis('最高法刑诉法解释（2021）', '第一百一十一条'), ...basis('法发〔2016〕22号', '第五条')];

export const CUSTODY_RULES: readonly Rule[] = [
  {
    id: 'C-03',
    severity: 'stop',
    basis: INTEGRITY,
    asks: '保管记录逐条相接：序号连续，每条记有上一条的校验值，时间不倒退。',
    why: '链条断了，就说不清证据经过谁的手。',
    right: '每次移动、封存、移交都用 mbpack custody 追加一条，已经写入的一个字也不动。',
    wrong: '用记事本打开 custody.jsonl，把第 2 行的“原件1份”改成“原件2份”。',
    codes: ['CUSTODY_CHAIN_BROKEN', 'CUSTODY_MISSING', 'CUSTODY_ITEM_UNKNOWN', 'DATE_IN_FUTURE'],
    check: chain,
  },
  {
    id: 'C-04',
    severity: 'error',
    basis: [
      ...basis('最高法刑诉法解释（2021）', '第一百一十一条', '第一百一十三条'),
      ...basis('法发〔2016〕22号', '第七条', '第八条', '第十八条'),
    ],
    asks: '每项证据的保管经过前后衔接：移出方就是当时的保管人，启封的就是贴着的那枚封条，移交出去没有收回的不再有别的经过；取证、封存、启封有两人；有文件、有实物的证据都在保管记录里。',
    why: '交接对不上、封条对不上，就不能排除证据被调换；没有以封存状态移送的，要能补正或者作出合理解释。',
    right: '第 2 条 移动：张某一 → 李某二；第 5 条 移交：李某二 → 公安机关。封存 FT0001，启封也写 FT0001。',
    wrong: '第 2 条 移动：张某一 → 李某二；第 5 条 移交却由张某一交出。封存 FT0001，启封写成 FT0002。',
    codes: [...Object.values(STEP_CODES).filter((code) => code !== STEP_CODES.time), 'CUSTODY_ITEM_ABSENT'],
    check: steps,
  },
  {
    id: 'C-05',
    severity: 'warning',
    basis: [...basis('最高法刑诉法解释（2021）', '第一百一十条', '第一百一十一条'), ...basis('法发〔2016〕22号', '第十四条')],
    asks: '保管记录之外的凭据与它相符：签字笔录上印的末条校验值在记录里找得到；事情发生以后及时记入；取得时间与证据清单、笔录的起止时间一致。',
    why: '整本重写的记录自身可以前后一致，只有签过字的纸和别处的时间能证明它没有重写过。',
    right: '9时30分提取，当场记入；提取笔录起止时间 9时至10时，笔录上印有当时的末条校验值。',
    wrong: '3月提取，9月才一次记入全部经过；笔录上印的末条校验值在现在的记录里没有。',
    codes: ['CUSTODY_ANCHOR_LOST', 'CUSTODY_ENTERED_LATE', 'CUSTODY_CLOCK_WRONG', 'CUSTODY_COLLECTED_AT_DIFFERS', 'CUSTODY_OUTSIDE_RECORD'],
    check: anchors,
  },
];
