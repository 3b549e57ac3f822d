/** What a rule is: one row of the table, with a pure check. */
import type {
  Basis,
  Case,
  Code,
  Codes,
  CustodyEvent,
  DatasetRead,
  Digests,
  LogRef,
  Place,
  Ref,
  Severity,
  TemplatePack,
} from '../model/index.ts';

/** All that a rule may know. No disk, no clock: `now` comes in. */
export interface RuleInput {
  readonly case: Case;
  readonly pack: TemplatePack;
  /** Milliseconds since 1970: the one clock reading of the command, or the pack event's time at verify. */
  readonly now: number;
  /** At verify: the version of the program that made the dossier, by its own word. Rules that are newer remark. */
  readonly madeBy?: string;
  /** A draft may stand before the approval. */
  readonly draft: boolean;
  readonly custody?: { readonly lines: readonly string[]; readonly events: readonly CustodyEvent[] };
  /** Digests of the evidence files by path below `evidence/`; absent when they were not computed. */
  readonly digests?: ReadonlyMap<string, Digests>;
  /** MD5 and SHA-1 by path, computed only where an old record gives one to compare with. */
  readonly weakDigests?: ReadonlyMap<string, { readonly md5?: string; readonly sha1?: string }>;
  /** The datasets of `records`, read again, by `datasetKey`; absent when they were not read. */
  readonly datasets?: ReadonlyMap<string, DatasetRead>;
}

/** What a rule that became stricter was before: to a dossier that an older version made, the hit is only so severe. */
export interface Earlier {
  readonly version: string;
  readonly severity: Severity;
}

/** What a check yields: a code with its arguments and the value it speaks of. */
export type Hit = {
  readonly [C in Code]: {
    readonly code: C;
    readonly args: Codes[C];
    readonly ref?: Ref | LogRef;
    readonly severity?: Severity;
    readonly before?: Earlier;
    /** It rests on what was recalled, though its rule does not. */
    readonly unverified?: true;
  };
}[Code];

/** Turns a value's place in the case into a place in a file. */
export type Locate = (ref: Ref | LogRef) => Place | undefined;

export interface Rule {
  /** `P-01`; letters as in the subject tables of docs/reference/rules.md. */
  readonly id: string;
  readonly severity: Severity;
  /** The version of mbpack since which it runs: every row that 0.1.0 had not. To a dossier of an older one it is a remark. */
  readonly since?: string;
  readonly basis: readonly Basis[];
  /** The source was recalled, not read: the rule only warns and says 待核. */
  readonly unverified?: true;
  /** What the rule asks, for an officer. Stands beside the rule, in Chinese. */
  readonly asks: string;
  readonly why: string;
  /** A right and a wrong example, for an officer. */
  readonly right: string;
  readonly wrong: string;
  readonly codes: readonly Code[];
  /** It speaks only of what no dossier holds (内卷, letters about the case, the lead for the supervisory organ): it has nothing to look at when one is verified. */
  readonly beside?: true;
  /** Absent where another room finds it (files on disk, schema): the row is here so that the table is whole. */
  readonly check?: (input: RuleInput) => Iterable<Hit>;
}

/** Shorthand for a hit at a value of a form. */
export function hit<C extends Code>(code: C, args: Codes[C], form?: (Ref | LogRef)['form'], pointer = '', severity?: Severity): Hit {
  return { code, args, ...(form ? { ref: { form, pointer } } : {}), ...(severity ? { severity } : {}) } as Hit;
}

/** A hit that a rule of 0.1.0 makes more severely than it did, or did not make at all (`info`: a remark). */
export const stricter = (found: Hit, version: string, severity: Severity = 'info'): Hit => ({ ...found, before: { version, severity } });

export const basis = (document: string, ...articles: readonly string[]): Basis[] => articles.map((article) => ({ document, article }));
