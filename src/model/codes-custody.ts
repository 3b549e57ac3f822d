/** Codes of the chain of custody: C-03 on, and of what appends to it. */
import type { CustodyReplacement } from './custody.ts';
import type { ChainFaultKind } from './custody-chain.ts';
import type { CorrectionOption, CorrectionProblem } from './custody-correct.ts';

/** A step that does not fit what the log says of an item. `line`: number of the event; `since`: the event at the other end. */
interface Step {
  readonly line: number;
  readonly action: string;
  readonly item: string;
  readonly expected: string;
  readonly found: string;
  /** 0 when there is none. */
  readonly since: number;
  /** All items of which the same is said, `item` first. */
  readonly evidence: readonly string[];
}

export interface CustodyCodes {
  /** No event since the collection, of any item. */
  CUSTODY_MISSING: { readonly evidence: readonly string[] };
  /** `from`, `to`: the missing numbers, or the number found in the line; 0 when not told. */
  CUSTODY_CHAIN_BROKEN: { readonly line: number; readonly fault: ChainFaultKind; readonly from: number; readonly to: number };
  CUSTODY_ITEM_UNKNOWN: { readonly line: number; readonly evidenceNo: string };

  CUSTODY_FIRST_EVENT: Step;
  CUSTODY_COLLECTED_TWICE: Step;
  CUSTODY_HOLDER_DIFFERS: Step;
  CUSTODY_GAP: Step;
  /** `expected` held it, `found` acted. */
  CUSTODY_GIVER_NOT_HOLDER: Step;
  CUSTODY_SEAL_DIFFERS: Step;
  CUSTODY_SEAL_UNNAMED: Step;
  CUSTODY_NOT_SEALED: Step;
  CUSTODY_SEALED_TWICE: Step;
  CUSTODY_SEAL_NUMBER_MISSING: Step;
  CUSTODY_AFTER_LEAVING: Step;
  CUSTODY_TIME_BACK: Step;
  CUSTODY_TWO_PLACES: Step;
  CUSTODY_ONE_PERSON: Step;
  /** At `from` at line `since`, at `to` at `line`, and nothing tells how. */
  CUSTODY_PLACE_GAP: {
    readonly evidence: readonly string[];
    readonly line: number;
    readonly since: number;
    readonly from: string;
    readonly to: string;
  };
  /** Given out of the house at that line, not come back, and still in the list. */
  CUSTODY_ITEM_AWAY: {
    readonly evidence: readonly string[];
    readonly line: number;
    readonly action: string;
    readonly holder: string;
  };
  /** Line `corrects` says one thing, and the correction in `line`, the last of `times`, another; `was` and `is` are empty where nothing is said. */
  CUSTODY_CORRECTED: {
    readonly corrects: number;
    readonly action: string;
    readonly line: number;
    readonly times: number;
    readonly isVoid: boolean;
    readonly changes: readonly { readonly field: keyof CustodyReplacement; readonly was: string; readonly is: string }[];
    /** Recorded by mistake. */
    readonly files: readonly string[];
    readonly grounds: string;
    readonly by: readonly string[];
    readonly at: string;
    readonly evidence: readonly string[];
  };
  /** Who corrects: alone what two did, or nobody of the case. */
  CUSTODY_CORRECTOR: {
    readonly line: number;
    readonly corrects: number;
    readonly by: readonly string[];
    readonly because: 'alone' | 'stranger';
    readonly evidence: readonly string[];
  };
  /** After the correction of the line that took them, no line does. */
  CUSTODY_NOT_FIXED: { readonly evidence: readonly string[]; readonly line: number };
  /** A correction that counts for nothing; `corrects` is 0 where it names no line. */
  CUSTODY_CORRECTION_BAD: { readonly line: number; readonly corrects: number; readonly problem: CorrectionProblem };
  /** Seals of a record that no line names. */
  SEAL_NOT_IN_LOG: { readonly records: readonly string[]; readonly evidence: readonly string[]; readonly seals: readonly string[] };
  /** Seals that were put on at both lines. */
  SEAL_USED_TWICE: {
    readonly evidence: readonly string[];
    readonly line: number;
    readonly since: number;
    readonly seals: readonly string[];
  };
  /** Evidence that the log does not know; the first of `count`. */
  CUSTODY_ITEM_ABSENT: { readonly evidenceNo: string; readonly title: string; readonly count: number };

  /** A digest printed on signed paper that is the digest of no line. */
  CUSTODY_ANCHOR_LATE: { readonly recordNo: string; readonly line: number; readonly at: string; readonly ended: string };
  CUSTODY_PEOPLE_DIFFER: {
    readonly line: number;
    readonly recordNo: string;
    readonly found: readonly string[];
    readonly recorded: readonly string[];
  };
  CUSTODY_CERTIFICATE_DIFFERS: { readonly line: number; readonly name: string; readonly found: string; readonly known: string };
  CUSTODY_ANCHOR_LOST: { readonly recordNo: string; readonly head: string };
  /** Written more than a day after it happened; the first of `count`. */
  CUSTODY_ENTERED_LATE: { readonly line: number; readonly at: string; readonly recordedAt: string; readonly count: number };
  /** Written before it happened, or the machine's clock went back. */
  CUSTODY_CLOCK_WRONG: { readonly line: number; readonly recordedAt: string; readonly other: string; readonly than: 'event' | 'line' };
  CUSTODY_COLLECTED_AT_DIFFERS: { readonly line: number; readonly evidenceNo: string; readonly at: string; readonly collectedAt: string };
  /** The event names a record that the case does not have. */
  CUSTODY_RECORD_UNKNOWN: { readonly line: number; readonly recordNo: string };
  CUSTODY_OUTSIDE_RECORD: {
    readonly line: number;
    readonly recordNo: string;
    readonly at: string;
    readonly from: string;
    readonly to: string;
  };

  /** The call: what it names is not there, or it does not say enough. */
  CUSTODY_NO_SUCH_ITEM: { readonly evidenceNo: string; readonly nearest: string };
  CUSTODY_ACTION_UNKNOWN: { readonly action: string; readonly because: 'collect' | 'pack' | 'unknown' };
  CUSTODY_SAYS_TOO_LITTLE: {
    readonly action: string;
    readonly missing: 'items' | 'by' | 'to' | 'place' | 'second' | 'mediaNo' | 'where' | 'line' | 'reason' | 'change' | 'whole' | 'voided';
  };
  /** An option that the action has no use for. */
  CUSTODY_OPTION_IDLE: { readonly action: string; readonly option: string };
  /** Options of a correction that say two things at once: the line counts for nothing, or as it was written, and `beside` what it should say. */
  CUSTODY_OPTIONS_CLASH: { readonly option: '--void' | '--restore'; readonly beside: readonly CorrectionOption[] };
  /** The numbers before the options are not those of the line that is to be corrected. */
  CUSTODY_CORRECTS_OTHERS: { readonly corrects: number; readonly evidenceNo: string; readonly items: readonly string[] };
  /** Taken again at an event: not what was recorded at line `since`, or in the evidence list where that is 0. */
  CUSTODY_FILE_DIFFERS: {
    readonly evidenceNo: string;
    readonly path: string;
    readonly algorithm: 'SHA-256' | 'SM3';
    readonly recorded: string;
    readonly found: string;
    readonly since: number;
    readonly action: string;
  };
  /** Recorded at line `since`, and not in the evidence folder where it should be at hand. */
  CUSTODY_FILE_ABSENT: { readonly evidenceNo: string; readonly path: string; readonly since: number; readonly action: string };
  /** Not compared at an event, and why. */
  CUSTODY_FILES_NOT_COMPARED: {
    readonly evidence: readonly string[];
    readonly count: number;
    readonly because: 'out' | 'elsewhere' | 'notFixed';
  };
  /** Items of one event that different people hold. */
  CUSTODY_HOLDERS_DIFFER: { readonly holders: readonly { readonly evidenceNo: string; readonly holder: string }[] };

  /** Appending. */
  CUSTODY_LOCKED: { readonly file: string; readonly since: string };
  CUSTODY_NOT_WRITTEN: { readonly file: string; readonly reason: string };
  CUSTODY_CHANGED_MEANWHILE: { readonly file: string };
  CUSTODY_IN_FUTURE: { readonly at: string; readonly now: string };
  /** Earlier than the last line. */
  CUSTODY_BEFORE_LAST: { readonly at: string; readonly last: string; readonly line: number };
}
