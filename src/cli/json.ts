/** The `--json` object: the contract with other programs (schemas/output.schema.json). */
import { type Language, receivedSentence, sentenceOf } from '../messages/index.ts';
import { type Finding, sortFindings } from '../model/index.ts';
import { countFindings } from './print.ts';

export interface Outcome {
  readonly command: string;
  readonly input: string;
  readonly exit: number;
  readonly findings: readonly Finding[];
  readonly output?: string | undefined;
  readonly fingerprint?: string | undefined;
  /** Whether the fingerprint of paper was given, and is the one inside. */
  readonly paper?: 'notGiven' | 'notCompared' | 'same' | 'differs' | undefined;
  /** How the dossier or bag came: as built, repacked, unpacked … */
  readonly container?: string | undefined;
  /** Of `verify --bag`. */
  readonly bag?: object | undefined;
  /** Of `verify`: false where what was given is no dossier, or cannot be opened as one. */
  readonly verifiable?: boolean | undefined;
  readonly answers?: object | undefined;
  readonly qualities?: object | undefined;
  readonly slip?: string | undefined;
  /** 交接登记表 of a build. */
  readonly register?: string | undefined;
  /** 核验记录 of a verification. */
  readonly report?: string | undefined;
  /** The file that was verified. */
  readonly file?: object | undefined;
  /** What `collect` fixed. */
  readonly collected?: object | undefined;
  /** The chain of custody. */
  readonly custody?: object | undefined;
  /** What `set` changed. */
  readonly edited?: object | undefined;
  /** The installed template packs. */
  readonly packs?: object | undefined;
  /** The board of periods. */
  readonly deadlines?: object | undefined;
  /** Where the page of `preview` is. */
  readonly address?: string | undefined;
}

/** `receiver`: the reader did not make the case. */
export function outcomeJson(outcome: Outcome, version: string, language: Language, receiver = false): string {
  const {
    command,
    input,
    exit,
    findings,
    output,
    slip,
    register,
    report,
    file,
    fingerprint,
    paper,
    container,
    bag,
    verifiable,
    answers,
    qualities,
    collected,
    custody,
    edited,
    packs,
    deadlines,
    address,
  } = outcome;
  const value = {
    tool: 'mbpack',
    version,
    command,
    ok: exit === 0,
    input,
    output,
    slip,
    register,
    report,
    file,
    fingerprint,
    paper,
    container,
    bag,
    verifiable,
    answers,
    qualities,
    collected,
    custody,
    edited,
    packs,
    deadlines,
    address,
    counts: countFindings(findings),
    findings: sortFindings(findings).map((f) => {
      const { text, hint } = (receiver ? receivedSentence : sentenceOf)(f, language);
      return {
        code: f.code,
        rule: f.rule,
        severity: f.severity,
        at: f.at,
        args: f.args,
        message: text,
        basis: f.basis,
        hint,
        unverified: f.unverified,
        excused: f.excused,
      };
    }),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
