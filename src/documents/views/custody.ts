/** 《证据保管链记录》: the chain of custody on paper. One line an event; items of one state share a row. */
import {
  type Case,
  type CorrectedLine,
  CUSTODY_ACTION_NAMES,
  type CustodyEvent,
  chineseInstant,
  correctedLog,
  custodyLink,
  type EvidenceItem,
  fault,
  parseInstant,
  wholeOf,
} from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { recordsOf } from './collection.ts';
import { asCase, numberRuns } from './common.ts';
import { correctedAction, correctionLines, pointerLines } from './corrections.ts';
import { groupsOf, groupView } from './custody-groups.ts';
import { type FollowedLog, followed, gapLines, nowWith, sealLine } from './holders.ts';
import { sealedView } from './sealed.ts';
import { type VoidedFiles, voidedFiles } from './voided-files.ts';

export function custodyView(input: RenderInput, title: string): object {
  const { case: forms, custody } = input;
  if (!custody) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'custody' });
  const { case: main } = forms;
  const { events, lines } = custody;
  const numbers = numbersOf(forms, correctedLog(events).events);
  const { corrected } = correctedLog(events);
  const chain = followed(forms, events);
  const items: Items = new Map(forms.evidence.evidence.map((e) => [e.evidenceNo, e]));
  const digests = digestCounts(forms, events);
  const voided = voidedFiles(input);
  const last = lines.at(-1);
  /** As the lines are written or as they were corrected. */
  const spoken = (no: string): boolean =>
    events.some((e) => e.items.includes(no) || (corrected.get(e.seq)?.counts?.items ?? []).includes(no));
  const row = (event: CustodyEvent, count: number): object => rowView(event, count, { items, corrected, voided });
  return {
    agency: main.sender.name,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    lineCount: String(lines.length),
    itemCount: String(forms.evidence.evidence.length),
    whole: custody.whole === undefined ? null : { lineCount: String(custody.whole.lines), head: custody.whole.head },
    head: last === undefined ? null : custodyLink(last),
    summary: summaryOf(forms, numbers, { chain, items }).map((now) => ({ ...now, numbers: now.numbers.join('、') })),
    groups: groupsOf(numbersOf(forms, events), events)
      .filter((g) => g.events.length > 0)
      .map((g) => groupView(g, { chain, digests, name: (no) => named(items, no), row })),
    now: summaryOf(forms, numbers.filter(spoken), { chain, items }).map((now) => ({
      ...now,
      numbers: numberRuns(now.numbers, [...items.keys()]),
    })),
    people: people(events),
    rows: events.map((event) => row(event, sum(digests.get(event)?.values() ?? []))),
    strangers: numbers.filter((no) => !items.has(no)).map((no) => named(items, no)),
    silent: numbers.filter((no) => !spoken(no)).map((no) => named(items, no)),
  };
}

type Items = ReadonlyMap<string, EvidenceItem>;

/** By event, how many of its digests are of files of an item. */
type DigestCounts = ReadonlyMap<CustodyEvent, ReadonlyMap<string, number>>;

function digestCounts(forms: Case, events: readonly CustodyEvent[]): DigestCounts {
  const owners = new Map(forms.evidence.evidence.flatMap((e) => e.files.map((f) => [f.path, e.evidenceNo] as const)));
  return new Map(
    events.map((event) => {
      const counts = new Map<string, number>();
      for (const { path } of event.digests ?? []) {
        const owner = owners.get(path);
        if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
      }
      return [event, counts];
    }),
  );
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, n) => total + n, 0);

interface Known {
  readonly chain: FollowedLog;
  readonly items: Items;
}

/** Where items are now, before the way they came; items of one state share a row. */
function summaryOf(forms: Case, numbers: readonly string[], known: Known): readonly { readonly numbers: readonly string[] }[] {
  const rows = new Map<string, { readonly now: object; readonly numbers: string[] }>();
  for (const no of numbers) {
    const now = nowOf(forms, no, known);
    const key = JSON.stringify(now);
    const row = rows.get(key);
    if (row) row.numbers.push(no);
    else rows.set(key, { now, numbers: [no] });
  }
  return [...rows.values()].map((row) => ({ ...row.now, numbers: row.numbers }));
}

function nowOf(forms: Case, no: string, { chain, items }: Known): object {
  const state = chain.states.get(no);
  const item = items.get(no);
  const { papers, proving } = item ? recordsOf(forms, item) : { papers: [], proving: [] };
  return {
    holder: nowWith(state) ?? '没有保管记录',
    sealed: item ? sealedView(item, [...papers, ...proving], chain) : [sealLine(state, chain.steps.get(no)) ?? '—'],
    gaps: gapLines([no], chain),
    known: state !== undefined,
  };
}

/** In the order of the list of evidence; numbers that only the log knows come last. */
function numbersOf({ evidence }: Case, events: readonly CustodyEvent[]): readonly string[] {
  return [...new Set([...evidence.evidence.map((e) => e.evidenceNo), ...events.flatMap((e) => e.items)])];
}

function named(items: Items, no: string): string {
  const item = items.get(no);
  if (item) return `${no} ${item.title}`;
  const whole = wholeOf(no, (number) => items.has(number));
  return whole === undefined ? `${no}（未列入证据清单）` : `${no}（证据${whole}的一部分）`;
}

interface Rows {
  readonly items: Items;
  /** Lines that later ones correct, by number. */
  readonly corrected: ReadonlyMap<number, CorrectedLine>;
  readonly voided: VoidedFiles;
}

function rowView(event: CustodyEvent, count: number, { items, corrected, voided }: Rows): object {
  const line = corrected.get(event.seq);
  return {
    seq: String(event.seq),
    ...moment(event.at),
    action: `${CUSTODY_ACTION_NAMES[event.action]}${correctedAction(line)}`,
    items: numberRuns(event.items, [...items.keys()]),
    handed: handed(event),
    by: event.by.map(byLine),
    names: event.by.map(({ name }) => name),
    place: event.place ?? '',
    seal: sealOf(event),
    digests: count === 0 ? '' : `${count}个`,
    notes: [...notesOf(event), ...correctionLines(event, corrected, voided), ...pointerLines(line), ...voided.notesAt(event.seq)],
  };
}

const byLine = ({ name, certNo }: CustodyEvent['by'][number]): string => (certNo === undefined ? name : `${name}（${certNo}）`);

/** Who took part, each with the certificate once: `周执中（99010126001）`. */
function people(events: readonly CustodyEvent[]): readonly string[] {
  return [...new Set(events.flatMap(({ by }) => by.map(byLine)))];
}

/** Day and time of day, one line each. */
function moment(at: string): { readonly day: string; readonly time: string } {
  const whole = chineseInstant(at);
  const day = /^.*日/.exec(whole)?.[0] ?? '';
  return { day, time: whole.slice(day.length) };
}

/** What passes an item from one to another, and what does not, even where names are written. */
const PASSES: ReadonlySet<CustodyEvent['action']> = new Set(['collect', 'extract', 'hand-over', 'receive', 'return']);

/** `甲 → 乙`; empty where nothing passes. A move to oneself, or to nobody named, only changes the place. */
function handed({ action, from, to, place }: CustodyEvent): string {
  if (action === 'move' && (to === undefined || to === from)) return `保管人不变${place === undefined ? '' : `，移至${place}`}`;
  if (from === undefined && to === undefined && !PASSES.has(action)) return '';
  return `${from ?? '未写明'} → ${to ?? '未写明'}`;
}

function sealOf({ sealBefore, sealAfter }: CustodyEvent): string {
  return sealBefore === undefined && sealAfter === undefined ? '' : `${sealBefore ?? '—'} → ${sealAfter ?? '—'}`;
}

function notesOf({ at, method, tool, system, record, mediaNo, recordedAt, note }: CustodyEvent): readonly string[] {
  return [
    ...(record === undefined ? [] : [`记录：${record}`]),
    ...(method === undefined ? [] : [`方法：${method}`]),
    ...(tool === undefined ? [] : [`工具：${tool}`]),
    ...(system === undefined ? [] : [`来源系统：${system}`]),
    ...(mediaNo === undefined ? [] : [`介质编号：${mediaNo}`]),
    ...(note === undefined ? [] : [note]),
    ...(recordedAt !== undefined && later(recordedAt, at) ? [`登记于${chineseInstant(recordedAt)}`] : []),
  ];
}

/** A line written more than this after its event was entered afterwards; people are not faster. */
const ENTERED_LATER_MS = 3_600_000;

function later(recordedAt: string, at: string): boolean {
  const [written, happened] = [parseInstant(recordedAt), parseInstant(at)];
  return written !== undefined && happened !== undefined && written - happened > ENTERED_LATER_MS;
}
