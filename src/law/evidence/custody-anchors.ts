/** C-05: what stands outside the log bears it out: signed paper, the machine's clock, the times of lists and records. */
import {
  type AnyRecord,
  allRecords,
  type CustodyEvent,
  correctedLog,
  custodyLink,
  happenedBefore,
  parseInstant,
} from '../../model/index.ts';
import { type Hit, hit, type RuleInput } from '../rule.ts';

const TAKING: ReadonlySet<CustodyEvent['action']> = new Set(['collect', 'extract']);
const DAY_MS = 24 * 60 * 60_000;
/** Papers note minutes, and digests are taken while the things are put together. */
const TOLERANCE_MS = 60 * 60_000;

export function* anchors(input: RuleInput): Iterable<Hit> {
  const { custody } = input;
  yield* heads(input);
  const { events: history } = correctedLog(custody?.events ?? []);
  const events = history.filter((e) => e.action !== 'pack');
  const corrections = (custody?.events ?? []).filter((e) => e.action === 'correct');
  const entered = [...events, ...corrections].sort((a, b) => a.seq - b.seq);
  yield* clock(input, entered);
  yield* againstPapers(input, events);
  yield* certificates(input, entered);
}

/** The head of the chain on signed paper: it must still be the digest of a line, and of one that was there when the paper was made. */
function* heads({ case: c, custody }: RuleInput): Iterable<Hit> {
  const lines = new Map((custody?.lines ?? []).map((line, i) => [custodyLink(line), i + 1]));
  const { corrected } = correctedLog(custody?.events ?? []);
  const events = new Map((custody?.events ?? []).map((e) => [e.seq, corrected.get(e.seq)?.counts ?? e]));
  const anchored = allRecords(c.records).filter(({ record }) => record.chainHead !== undefined);
  for (const { list, index, record } of anchored) {
    const { chainHead = '', recordNo, startedAt, endedAt = startedAt } = record;
    const at = `/${list}/${index}/chainHead`;
    const line = lines.get(chainHead);
    const event = line === undefined ? undefined : events.get(line);
    if (line === undefined) yield hit('CUSTODY_ANCHOR_LOST', { recordNo, head: chainHead }, 'records', at, 'error');
    else if (event && ms(event.at) > ms(endedAt) + TOLERANCE_MS)
      yield hit('CUSTODY_ANCHOR_LATE', { recordNo, line, at: event.at, ended: endedAt }, 'records', at);
  }
}

/** Who took a thing by the log, and who by the record that proves it; and a certificate that is not that person's. */
function* people({ case: c }: RuleInput, { officers, recordNo }: AnyRecord['record'], event: CustodyEvent): Iterable<Hit> {
  const known = c.case.officers.filter(({ id }) => officers.includes(id));
  const { seq: line, by } = event;
  const names = by.map(({ name }) => name);
  if (known.length > 0 && !known.some(({ name }) => names.includes(name)))
    yield hit('CUSTODY_PEOPLE_DIFFER', { line, recordNo, found: names, recorded: known.map(({ name }) => name) }, 'custody', `/${line}`);
}

function* certificates({ case: c }: RuleInput, events: readonly CustodyEvent[]): Iterable<Hit> {
  for (const { seq: line, by } of events) {
    for (const { name, certNo } of by) {
      const officer = c.case.officers.find((o) => o.name === name);
      if (officer && certNo !== undefined && certNo !== officer.certNo)
        yield hit('CUSTODY_CERTIFICATE_DIFFERS', { line, name, found: certNo, known: officer.certNo }, 'custody', `/${line}`);
    }
  }
}

/** The machine's clock against the events, and against itself. */
function* clock({ case: c }: RuleInput, events: readonly CustodyEvent[]): Iterable<Hit> {
  const late: CustodyEvent[] = [];
  let before: string | undefined;
  const papers = papersOf(c);
  for (const told of events) {
    const { seq: line, at, recordedAt, ...event } = told;
    if (recordedAt === undefined) continue;
    const happened = ms(at);
    const entered = ms(recordedAt);
    const started = lateRecord(told, papers)?.record.startedAt ?? at;
    if (entered - ms(started) > DAY_MS) late.push({ ...event, seq: line, at: started, recordedAt });
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
function* againstPapers(input: RuleInput, events: readonly CustodyEvent[]): Iterable<Hit> {
  const { evidence } = input.case;
  const papers = papersOf(input.case);
  for (const event of events) {
    const { seq: line, record: recordNo } = event;
    if (recordNo === undefined) continue;
    const named = papers.get(recordNo);
    if (!named) yield hit('CUSTODY_RECORD_UNKNOWN', { line, recordNo }, 'custody', `/${line}`);
    else {
      if (!happenedBefore(event) && !isDuring(event, named)) yield outside(event, named);
      if (TAKING.has(event.action)) yield* people(input, named.record, event);
    }
  }
  const collections = collectionsOf(events);
  for (const [i, item] of evidence.evidence.entries()) {
    const mine = collections.get(item.evidenceNo) ?? [];
    const [first] = mine;
    if (!first) continue;
    if (!mine.some((e) => isTakenAt(e, item.collectedAt, lateRecord(e, papers)))) {
      const { seq: line } = first;
      const at = lateRecord(first, papers)?.record.startedAt ?? first.at;
      const args = { line, evidenceNo: item.evidenceNo, at, collectedAt: item.collectedAt };
      yield hit('CUSTODY_COLLECTED_AT_DIFFERS', args, 'evidence', `/evidence/${i}/collectedAt`);
    }
    const proving = (item.records ?? []).flatMap((no) => papers.get(no) ?? []).filter(({ list }) => OF_COLLECTION.has(list));
    const [paper] = proving;
    if (paper && first.record === undefined && !happenedBefore(first) && !proving.some((p) => isDuring(first, p)))
      yield outside(first, paper);
  }
}

type Papers = ReadonlyMap<string, AnyRecord>;

function papersOf({ records }: RuleInput['case']): Papers {
  return new Map(allRecords(records).map((r) => [r.record.recordNo, r]));
}

/** The record that says when it was, for a line that bears the time of its entering: told once, as entered late. */
function lateRecord(event: CustodyEvent, papers: Papers): AnyRecord | undefined {
  return happenedBefore(event) && event.record !== undefined ? papers.get(event.record) : undefined;
}

function isTakenAt({ at }: CustodyEvent, collectedAt: string, late: AnyRecord | undefined): boolean {
  return late ? isDuring({ at: collectedAt }, late) : Math.abs(ms(at) - ms(collectedAt)) <= TOLERANCE_MS;
}

/** The events by which an item was taken. */
function collectionsOf(events: readonly CustodyEvent[]): ReadonlyMap<string, readonly CustodyEvent[]> {
  const taken = new Map<string, CustodyEvent[]>();
  for (const event of events) {
    if (!TAKING.has(event.action)) continue;
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

function isDuring({ at }: Pick<CustodyEvent, 'at'>, { record: { startedAt, endedAt } }: AnyRecord): boolean {
  return ms(at) >= ms(startedAt) - TOLERANCE_MS && (endedAt === undefined || ms(at) <= ms(endedAt) + TOLERANCE_MS);
}

function outside({ seq: line, at }: CustodyEvent, { record: { recordNo, startedAt: from, endedAt: to = from } }: AnyRecord): Hit {
  return hit('CUSTODY_OUTSIDE_RECORD', { line, recordNo, at, from, to }, 'custody', `/${line}`);
}
