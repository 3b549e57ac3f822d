/** 《证据保管链记录》: the chain of custody on paper. Items that went the same way share a table. */
import {
  type Case,
  CUSTODY_ACTION_NAMES,
  type CustodyEvent,
  chineseInstant,
  custodyLink,
  type FollowedCustody,
  fault,
  parseInstant,
} from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { asCase } from './common.ts';
import { followed, gapLines, heldLine } from './holders.ts';

export function custodyView({ case: forms, custody }: RenderInput, title: string): object {
  if (!custody) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'custody' });
  const { case: main } = forms;
  const { events, lines } = custody;
  const groups = groupsOf(forms, events);
  const chain = followed(forms, events);
  const last = lines.at(-1);
  return {
    agency: main.sender.name,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    lineCount: String(lines.length),
    itemCount: String(forms.evidence.evidence.length),
    head: last === undefined ? null : custodyLink(last),
    groups: groups.filter((g) => g.events.length > 0).map((g) => groupView(forms, g, chain)),
    silent: groups.filter((g) => g.events.length === 0).flatMap((g) => g.numbers.map((no) => named(forms, no))),
  };
}

interface Group {
  readonly numbers: readonly string[];
  readonly events: readonly CustodyEvent[];
}

/** Items by the lines that speak of them, in the order of the list of evidence; numbers that only the log knows come last. */
function groupsOf({ evidence }: Case, events: readonly CustodyEvent[]): readonly Group[] {
  const known = evidence.evidence.map((e) => e.evidenceNo);
  const numbers = [...new Set([...known, ...events.flatMap((e) => e.items)])];
  const byStory = new Map<string, { numbers: string[]; events: readonly CustodyEvent[] }>();
  for (const no of numbers) {
    const own = events.filter((e) => e.items.includes(no));
    const key = own.map((e) => e.seq).join(' ');
    const group = byStory.get(key);
    if (group) group.numbers.push(no);
    else byStory.set(key, { numbers: [no], events: own });
  }
  return [...byStory.values()];
}

function named({ evidence }: Case, no: string): string {
  const item = evidence.evidence.find((e) => e.evidenceNo === no);
  return item ? `${no} ${item.title}` : `${no}（未列入证据清单）`;
}

function groupView(forms: Case, { numbers, events }: Group, { steps, faults }: FollowedCustody): object {
  const paths = new Set(forms.evidence.evidence.filter((e) => numbers.includes(e.evidenceNo)).flatMap((e) => e.files.map((f) => f.path)));
  return {
    heading: `证据${numbers.join('、')}`,
    count: numbers.length > 1 ? String(numbers.length) : null,
    names: numbers.map((no) => named(forms, no)),
    rows: events.map((event) => rowView(event, paths)),
    held: heldLine(steps.get(numbers[0] ?? '')),
    gaps: gapLines(numbers, faults),
  };
}

function rowView(event: CustodyEvent, paths: ReadonlySet<string>): object {
  const digests = (event.digests ?? []).filter((d) => paths.has(d.path)).length;
  return {
    seq: String(event.seq),
    ...moment(event.at),
    action: CUSTODY_ACTION_NAMES[event.action],
    handed: arrow(event.from, event.to),
    by: event.by.map(({ name, certNo }) => (certNo === undefined ? name : `${name}（${certNo}）`)),
    place: event.place ?? '',
    seal: arrow(event.sealBefore, event.sealAfter),
    digests: digests === 0 ? '' : `${digests}个`,
    notes: notesOf(event),
  };
}

/** Day and time of day, one line each. */
function moment(at: string): { readonly day: string; readonly time: string } {
  const whole = chineseInstant(at);
  const day = /^.*日/.exec(whole)?.[0] ?? '';
  return { day, time: whole.slice(day.length) };
}

/** `甲 → 乙`; empty when neither is said. */
function arrow(from: string | undefined, to: string | undefined): string {
  return from === undefined && to === undefined ? '' : `${from ?? '—'} → ${to ?? '—'}`;
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
