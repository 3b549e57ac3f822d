/**
 * The chain of custody as a state machine an item: who holds it, under which seal, and is it still in the house.
 * The chain of digests is judged apart (custody-chain.ts). Nothing is thrown: what does not fit is a fault, and the
 * machine goes on from what the event says, so that one slip is told once.
 */
import type { CustodyAction, CustodyEvent } from './custody.ts';
import { type CorrectedLog, correctedLog } from './custody-correct.ts';
import { type LoggedFile, noteFiles } from './custody-files.ts';
import {
  type CustodyContext,
  type CustodyFault,
  type CustodyFaultKind,
  type CustodyStep,
  type FollowedCustody,
  type ItemState,
  TAKES,
} from './custody-item.ts';
import { wholeOf } from './custody-parts.ts';
import { presenceFaults } from './custody-presence.ts';
import { joinedSeals, remainingSeals } from './custody-seals.ts';
import { custodyStep } from './custody-step.ts';

/** What two officers do. */
export const NEEDS_TWO: ReadonlySet<CustodyAction> = new Set(['collect', 'extract', 'seal', 'unseal']);
/** Below this a name is a person's and no bureau's. */
const HOUSE_NAME_LENGTH = 4;

/** What a part goes through with its whole. */
const WITH_WHOLE: ReadonlySet<CustodyAction> = new Set(['move', 'hand-over', 'receive', 'return']);

/** Follows every item through the log as its corrections have it. */
export function followCustody(written: readonly CustodyEvent[], context: CustodyContext = {}): FollowedCustody {
  const log = correctedLog(written);
  const { events } = log;
  const states = new Map<string, ItemState>();
  const steps = new Map<string, CustodyStep[]>();
  /** By item, the parts that have gone their own way. */
  const parts = new Map<string, string[]>();
  const wholes = new Map<string, string>();
  const faults: CustodyFault[] = [...correctedAlone(log)];
  const inside = insideOf([...events, ...written.filter(({ action }) => action === 'correct')], context.insiders ?? []);
  const people = new Set([...(context.people ?? []), ...events.flatMap(({ by }) => by.map(({ name }) => name))]);
  const taken = new Set<string>();
  const files = new Map<string, LoggedFile>();
  for (const event of events) {
    const says = (kind: CustodyFaultKind, told: Partial<CustodyFault> = {}): void =>
      void faults.push({ line: event.seq, action: event.action, kind, ...told });
    if (NEEDS_TWO.has(event.action) && new Set(event.by.map(({ name }) => name)).size < 2)
      says('onePerson', { found: String(event.by.length) });
    noteFiles(files, event);
    // The pack event names everything and moves nothing.
    if (event.action === 'pack') continue;
    const fresh = (event.digests ?? []).some(({ path }) => !taken.has(path));
    const step = (item: string, own: CustodyEvent): void => {
      const before = states.get(item);
      const after = custodyStep({ event: own, item, before, fresh, inside, people }, (kind, told) => says(kind, { item, ...told }));
      states.set(item, after);
      const rows = steps.get(item) ?? [];
      rows.push(stepOf(own, after));
      steps.set(item, rows);
    };
    for (const item of event.items) {
      const whole = states.has(item) || TAKES.has(event.action) ? undefined : wholeOf(item, (number) => states.has(number));
      const state = whole === undefined ? undefined : states.get(whole);
      if (whole !== undefined && state) {
        // The seals on the whole are the whole's.
        states.set(item, { ...state, evidenceNo: item, sealed: false, seal: '' });
        steps.set(item, [...(steps.get(whole) ?? [])]);
        parts.set(whole, [...(parts.get(whole) ?? []), item]);
        wholes.set(item, whole);
      }
      takeSeal(event, item, wholes.get(item), states);
      step(item, event);
    }
    if (WITH_WHOLE.has(event.action))
      for (const part of event.items.flatMap((item) => allParts(item, parts))) if (!event.items.includes(part)) step(part, unsealed(event));
    if (TAKES.has(event.action)) for (const { path } of event.digests ?? []) taken.add(path);
  }
  faults.push(...presenceFaults(events, context.presences ?? []));
  const told = faults.map((fault) => (fault.kind === 'first' ? { ...fault, ...voidedTaking(fault.item, log) } : fault));
  return { states, steps, files, faults: told.sort((a, b) => a.line - b.line) };
}

/** A seal of the whole that an event names at a part is the one on that part: what is broken there is no longer on the whole. */
function takeSeal({ seq, sealBefore }: CustodyEvent, item: string, number: string | undefined, states: Map<string, ItemState>): void {
  const [part, whole] = [states.get(item), number === undefined ? undefined : states.get(number)];
  if (sealBefore === undefined || !part || !whole?.sealed || part.sealed) return;
  const left = remainingSeals(whole.seal, sealBefore);
  if (left === undefined) return;
  states.set(item, { ...part, sealed: true, seal: sealBefore, sealedSince: whole.sealedSince });
  states.set(whole.evidenceNo, {
    ...whole,
    sealed: left.length > 0,
    seal: joinedSeals(left),
    ...(left.length > 0 ? {} : { sealedSince: seq }),
  });
}

/** Parts, and parts of parts. */
function allParts(item: string, parts: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return (parts.get(item) ?? []).flatMap((part) => [part, ...allParts(part, parts)]);
}

/** What an event says of the seals of the whole says nothing of those on its parts. */
function unsealed({ sealBefore: _, sealAfter: __, ...event }: CustodyEvent): CustodyEvent {
  return event;
}

/** The last line that took the item and no longer counts for it. */
function voidedTaking(item: string | undefined, { corrected }: CorrectedLog): Pick<CustodyFault, 'since'> {
  const lines = [...corrected.values()].filter(
    ({ written, counts }) =>
      item !== undefined && TAKES.has(written.action) && written.items.includes(item) && !counts?.items.includes(item),
  );
  return lines.length === 0 ? {} : { since: Math.max(...lines.map(({ written }) => written.seq)) };
}

/** What two people did, one cannot take back. */
function* correctedAlone({ corrected }: CorrectedLog): Iterable<CustodyFault> {
  for (const { written, corrections } of corrected.values())
    for (const { seq: line, action, by } of NEEDS_TWO.has(written.action) ? corrections : [])
      if (new Set(by.map(({ name }) => name)).size < 2) yield { line, action, kind: 'onePerson', found: String(by.length) };
}

/** The steps of one item, in the order of the log. */
export function itemStory(events: readonly CustodyEvent[], evidenceNo: string, context: CustodyContext = {}): readonly CustodyStep[] {
  return followCustody(events, context).steps.get(evidenceNo) ?? [];
}

function stepOf(event: CustodyEvent, after: ItemState): CustodyStep {
  const { seq, at, action, from, to, sealBefore, sealAfter: sealed, by, place, note } = event;
  return {
    line: seq,
    at,
    action,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(sealBefore === undefined ? {} : { sealBefore }),
    ...(sealed === undefined ? {} : { sealAfter: sealed }),
    by,
    ...(place === undefined ? {} : { place }),
    ...(note === undefined ? {} : { note }),
    holderAfter: after.holder,
    sealedAfter: after.sealed,
    sealNoAfter: after.seal,
    outAfter: after.out,
  };
}

/** Who belongs to the house: those named, those who act in the log, and those to whom things are collected or moved. */
function insideOf(events: readonly CustodyEvent[], insiders: readonly string[]): (name: string) => boolean {
  const names = new Set(insiders);
  for (const { action, by, to } of events) {
    // Whoever signs a handing over may be of the other side.
    if (action !== 'hand-over' && action !== 'return') for (const { name } of by) names.add(name);
    if (to !== undefined && (TAKES.has(action) || action === 'move')) names.add(to);
  }
  // 示例区医疗保障局证据保管室 belongs to 示例区医疗保障局.
  const houses = insiders.filter((name) => name.length >= HOUSE_NAME_LENGTH);
  return (name) => name.split('、').some((one) => names.has(one)) || houses.some((house) => name.startsWith(house));
}
