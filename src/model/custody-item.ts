/**
 * The words of the chain of custody as a state machine: where an item is, what does not fit, and one step of its way.
 */
import type { Instant } from './case.ts';
import type { CustodyAction, CustodyEvent, CustodyPerson } from './custody.ts';
import type { LoggedFile } from './custody-files.ts';

/**
 * A gap (缺口) is a place between two consecutive events of an item where the log does not tell how it came from the one to the other:
 * `holder`, `gap` and `giver` (who had it after the first is not who gives it in the second), `out` (it had left the house), `time` (the second is earlier), the kinds of
 * seals (opened, or sealed otherwise, and nobody wrote it), and a place that changes without a move (custody-places.ts). docs/reference/format.md
 * defines it so for readers; nothing else is called a gap.
 *
 * first: the first event of the item is no collect, extract or receive. twice: collected again without a new file.
 * holder: `from` is not who holds it. gap: what comes in is not what went out, or nobody is named as receiving.
 * giver: given away or taken over, and nobody who acted had it; `found` are those who acted.
 * seal: another seal than the one on it. sealUnnamed: sealed, and the event says no seal. notSealed: a seal is taken
 * off that was not there. sealedTwice: sealed again without the old seal. sealNumber: sealed without a number.
 * out: after it left the house. time: earlier than the event before. twoPlaces: a person elsewhere at that time.
 * onePerson: fewer than two people at collect, extract, seal or unseal.
 */
export type CustodyFaultKind =
  | 'first'
  | 'twice'
  | 'holder'
  | 'gap'
  | 'giver'
  | 'seal'
  | 'sealUnnamed'
  | 'notSealed'
  | 'sealedTwice'
  | 'sealNumber'
  | 'out'
  | 'time'
  | 'twoPlaces'
  | 'onePerson';

/** What the log cannot be true with; the others are gaps that can be explained. */
const GRAVE: ReadonlySet<CustodyFaultKind> = new Set(['first', 'twice', 'holder', 'seal', 'notSealed', 'sealedTwice', 'out', 'time']);

export function isGrave({ kind }: CustodyFault): boolean {
  return GRAVE.has(kind);
}

export interface CustodyFault {
  /** Number of the event. */
  readonly line: number;
  readonly action: CustodyAction;
  /** Evidence number; absent where the fault is one of people. */
  readonly item?: string;
  readonly kind: CustodyFaultKind;
  readonly expected?: string;
  readonly found?: string;
  /** The event at the other end: who last received it, sealed it or was elsewhere. */
  readonly since?: number;
}

export interface ItemState {
  readonly evidenceNo: string;
  readonly holder: string;
  /** The event by which the holder got it. */
  readonly heldSince: number;
  readonly sealed: boolean;
  /** Empty when it was sealed without a number. */
  readonly seal: string;
  readonly sealedSince: number;
  /** Given to somebody outside the house, and not come back. */
  readonly out: boolean;
  readonly place?: string;
  readonly at: Instant;
  readonly first: number;
  readonly last: number;
}

/** A person who was at a place for a time, as a record says. */
export interface Presence {
  readonly name: string;
  readonly certNo?: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly place: string;
  /** The record: `R1`. */
  readonly record: string;
}

export interface CustodyContext {
  /** Names of the bureau, its officers and keepers; people who act in the log and to whom things are moved belong to them anyway. */
  readonly insiders?: readonly string[];
  readonly presences?: readonly Presence[];
  /** Officers by name: people, and no rooms or bureaus. Whoever acts in the log is one anyway. */
  readonly people?: readonly string[];
}

/** One step of an item, for display and for 《证据保管链记录》. */
export interface CustodyStep {
  readonly line: number;
  readonly at: Instant;
  readonly action: CustodyAction;
  readonly from?: string;
  readonly to?: string;
  readonly sealBefore?: string;
  readonly sealAfter?: string;
  readonly by: readonly CustodyPerson[];
  readonly place?: string;
  readonly note?: string;
  readonly holderAfter: string;
  readonly sealedAfter: boolean;
  /** Seal number after the step; empty when not sealed or without number. */
  readonly sealNoAfter: string;
  readonly outAfter: boolean;
}

export interface FollowedCustody {
  readonly states: ReadonlyMap<string, ItemState>;
  readonly faults: readonly CustodyFault[];
  readonly steps: ReadonlyMap<string, readonly CustodyStep[]>;
  /** By path, every file of which the log has digests. */
  readonly files: ReadonlyMap<string, LoggedFile>;
}

/** What a step tells of itself that does not fit. */
export type Say = (kind: CustodyFaultKind, parts?: Partial<CustodyFault>) => void;

/** Actions that take an item into the house. */
export const TAKES: ReadonlySet<CustodyAction> = new Set(['collect', 'extract']);

/** Names of those who acted. */
export const namesOf = ({ by }: CustodyEvent): string => by.map(({ name }) => name).join('、');
