/**
 * The chain of custody as a state machine an item: who holds it, under which seal, and is it still in the house.
 * The chain of digests is judged apart (custody-chain.ts). Nothing is thrown: what does not fit is a fault, and the
 * machine goes on from what the event says, so that one slip is told once.
 */
import type { CustodyAction, CustodyEvent } from './custody.ts';
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
import { presenceFaults } from './custody-presence.ts';
import { custodyStep } from './custody-step.ts';

const NEEDS_TWO: ReadonlySet<CustodyAction> = new Set(['collect', 'extract', 'seal', 'unseal']);
/** Below this a name is a person's and no bureau's. */
const HOUSE_NAME_LENGTH = 4;

/** Follows every item through the log. */
export function followCustody(events: readonly CustodyEvent[], context: CustodyContext = {}): FollowedCustody {
  const states = new Map<string, ItemState>();
  const steps = new Map<string, CustodyStep[]>();
  const faults: CustodyFault[] = [];
  const inside = insideOf(events, context.insiders ?? []);
  const people = new Set([...(context.people ?? []), ...events.flatMap(({ by }) => by.map(({ name }) => name))]);
  const taken = new Set<string>();
  const files = new Map<string, LoggedFile>();
  for (const event of events) {
    const says = (kind: CustodyFaultKind, parts: Partial<CustodyFault> = {}): void =>
      void faults.push({ line: event.seq, action: event.action, kind, ...parts });
    if (NEEDS_TWO.has(event.action) && new Set(event.by.map(({ name }) => name)).size < 2)
      says('onePerson', { found: String(event.by.length) });
    noteFiles(files, event);
    // The pack event names everything and moves nothing.
    if (event.action === 'pack') continue;
    const fresh = (event.digests ?? []).some(({ path }) => !taken.has(path));
    for (const item of event.items) {
      const before = states.get(item);
      const after = custodyStep({ event, item, before, fresh, inside, people }, (kind, parts) => says(kind, { item, ...parts }));
      states.set(item, after);
      const rows = steps.get(item) ?? [];
      rows.push(stepOf(event, after));
      steps.set(item, rows);
    }
    if (TAKES.has(event.action)) for (const { path } of event.digests ?? []) taken.add(path);
  }
  faults.push(...presenceFaults(events, context.presences ?? []));
  return { states, steps, files, faults: faults.sort((a, b) => a.line - b.line) };
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
