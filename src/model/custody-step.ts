/** One event and one item: the state after it, and what does not fit the state before. */
import type { CustodyAction, CustodyEvent } from './custody.ts';
import { type ItemState, namesOf, type Say, TAKES } from './custody-item.ts';
import { joinedSeals, remainingSeals, sameSeals, sealNumbers } from './custody-seals.ts';
import { parseInstant } from './time.ts';

/** What may take it out of the house. */
const HANDS: ReadonlySet<CustodyAction> = new Set(['hand-over', 'return']);
const PASSES: ReadonlySet<CustodyAction> = new Set(['move', 'hand-over', 'receive', 'return']);

export interface Move {
  readonly event: CustodyEvent;
  readonly item: string;
  readonly before: ItemState | undefined;
  /** The event brings a file that was not recorded before. */
  readonly fresh: boolean;
  readonly inside: (name: string) => boolean;
  /** Names of persons: a room holds things as well, and hands nothing over itself. */
  readonly people: ReadonlySet<string>;
}

export function custodyStep(move: Move, say: Say): ItemState {
  const { event, item, before } = move;
  const base = before ? continued(move, before, say) : begun(move, say);
  const seal = sealAfter(event, base, say);
  return {
    ...base,
    ...seal,
    ...(event.place === undefined ? {} : { place: event.place }),
    evidenceNo: item,
    at: event.at,
    last: event.seq,
  };
}

function begun({ event, item }: Move, say: Say): ItemState {
  if (!TAKES.has(event.action) && event.action !== 'receive') say('first');
  return {
    evidenceNo: item,
    holder: event.to ?? namesOf(event),
    heldSince: event.seq,
    sealed: false,
    seal: '',
    sealedSince: event.seq,
    out: false,
    at: event.at,
    first: event.seq,
    last: event.seq,
  };
}

function continued({ event, fresh, inside, people }: Move, before: ItemState, say: Say): ItemState {
  if ((parseInstant(event.at) ?? 0) < (parseInstant(before.at) ?? 0))
    say('time', { expected: before.at, found: event.at, since: before.last });
  if (TAKES.has(event.action)) {
    // A further file of the same item is no second collection.
    if (!fresh) say('twice', { since: before.first });
    else if (before.out) say('out', { found: before.holder, since: before.heldSince });
    return before;
  }
  const comesBack = event.action === 'receive' || (HANDS.has(event.action) && event.to !== undefined && inside(event.to));
  if (before.out && !comesBack) {
    say('out', { found: before.holder, since: before.heldSince });
    return PASSES.has(event.action) ? passed(event, before, inside) : before;
  }
  if (!PASSES.has(event.action)) return before;
  fromHolder(event, before, say);
  byHolder(event, before, people, say);
  if (HANDS.has(event.action) && event.to === undefined) say('gap', { found: '', since: before.heldSince });
  return passed(event, before, inside);
}

/** `from` must be who holds it. A receipt may be the other half of the handing over before it. */
function fromHolder(event: CustodyEvent, before: ItemState, say: Say): void {
  const { from, to } = event;
  if (from === undefined || sameParty(before.holder, from)) return;
  if (event.action === 'receive') {
    if (to !== undefined && sameParty(before.holder, to)) return;
    say('gap', { expected: before.holder, found: from, since: before.heldSince });
  } else say('holder', { expected: before.holder, found: from, since: before.heldSince });
}

/**
 * Whoever gives it away must have had it. Without `from`, somebody who acted must be the holder; where `from` names the holder, a
 * person, that person must have acted: who writes a receipt may write it alone. `from` of another is told as such.
 */
function byHolder(event: CustodyEvent, { holder, heldSince, out }: ItemState, people: ReadonlySet<string>, say: Say): void {
  const { action, by, from, to } = event;
  const next = to ?? (action === 'receive' ? namesOf(event) : undefined);
  // A move that names nobody changes the place only; what is out of the house is given by others.
  const stays = next === undefined ? action === 'move' : sameParty(holder, next);
  if (out || holder === '' || stays || by.some(({ name }) => sameParty(holder, name))) return;
  const isPerson = holder.split('、').some((name) => people.has(name));
  const silent = from === undefined ? true : action !== 'receive' && sameParty(holder, from) && isPerson;
  if (silent) say('giver', { expected: holder, found: namesOf(event), since: heldSince });
}

function passed(event: CustodyEvent, before: ItemState, inside: (name: string) => boolean): ItemState {
  // A move without a receiver changes the place only; whoever writes a receipt has it.
  const holder = event.to ?? (event.action === 'receive' ? namesOf(event) : event.action === 'move' ? before.holder : '');
  const out = HANDS.has(event.action) && !inside(holder);
  return { ...before, holder, out, heldSince: sameParty(before.holder, holder) && before.out === out ? before.heldSince : event.seq };
}

/** The seal after an event; opened is what examine, copy and unseal do to a seal that they name. */
function sealAfter(event: CustodyEvent, state: ItemState, say: Say): Pick<ItemState, 'sealed' | 'seal' | 'sealedSince'> {
  const { action, sealBefore, sealAfter: given } = event;
  const { sealed, seal, sealedSince } = state;
  const same = { sealed, seal, sealedSince };
  const under = (number: string) => ({
    sealed: true,
    seal: number,
    sealedSince: sealed && sameSeals(number, seal) ? sealedSince : event.seq,
  });
  if (sealBefore !== undefined) {
    // Of several seals some may be broken, and the others stay on it.
    const left = sealed && seal !== '' && !sameSeals(sealBefore, seal) ? remainingSeals(seal, sealBefore) : [];
    if (!sealed) say('notSealed', { found: sealBefore });
    else if (left === undefined) say('seal', { expected: seal, found: sealBefore, since: sealedSince });
    const others = left ?? [];
    if (given !== undefined) return under(others.length === 0 ? given : joinedSeals([...others, ...sealNumbers(given)]));
    if (action !== 'unseal' && action !== 'examine' && action !== 'copy') return same;
    return others.length === 0 ? { ...same, sealed: false, seal: '', sealedSince: event.seq } : { ...same, seal: joinedSeals(others) };
  }
  if (action === 'unseal') {
    if (!sealed) say('notSealed', { found: '' });
    else say('sealUnnamed', { expected: seal, since: sealedSince });
    return given === undefined ? { sealed: false, seal: '', sealedSince: event.seq } : under(given);
  }
  if (action === 'examine' || action === 'copy') {
    if (sealed) say('sealUnnamed', { expected: seal, since: sealedSince });
    // The seal after a copying of what is not sealed is the one on the copy.
    return sealed || action === 'copy' || given === undefined ? same : under(given);
  }
  if (action === 'seal') {
    if (sealed) say('sealedTwice', { expected: seal, found: given ?? '', since: sealedSince });
    if (given === undefined) say('sealNumber');
    return under(given ?? '');
  }
  if (given === undefined) return same;
  if (sealed && seal !== '' && !sameSeals(seal, given)) say('seal', { expected: seal, found: given, since: sealedSince });
  return under(given);
}

/** `周执中、梁慎行` hold it together: either may hand it on. */
function sameParty(holder: string, name: string): boolean {
  return (
    holder === name ||
    holder.split('、').includes(name) ||
    (name.includes('、') && name.split('、').every((n) => holder.split('、').includes(n)))
  );
}
