/**
 * The `--json` object: the contract with other programs (schemas/output.schema.json). `message` and `hint` are for
 * people, on one line, and hold texts from outside as the terminal shows them; `args`, `at` and paths are data as they are.
 */
import { type Language, oneLine, receivedSentence, sentenceOf } from '../messages/index.ts';
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
  /** A head of the custody log from paper, and where it was found. */
  readonly custodyHead?: object | undefined;
  /** How the dossier or bag came: as built, repacked, unpacked … */
  readonly container?: string | undefined;
  /** Of `verify --bag`. */
  readonly bag?: object | undefined;
  /** Of `verify`: false where what was given is no dossier, or cannot be opened as one. */
  readonly verifiable?: boolean | undefined;
  readonly answers?: object | undefined;
  /** Of `verify`: files of signatures/ that the format allows, not checked. */
  readonly signatureFiles?: number | undefined;
  readonly qualities?: object | undefined;
  /** Rules that were run over a dossier, and of which table. */
  readonly rules?: object | undefined;
  readonly slip?: string | undefined;
  /** 交接登记表 of a build. */
  readonly register?: string | undefined;
  /** 核验记录 of a verification. */
  readonly report?: string | undefined;
  /** The file that was verified. */
  readonly file?: object | undefined;
  /** What `collect` fixed. */
  readonly collected?: object | undefined;
  /** What `approve` entered. */
  readonly approval?: object | undefined;
  /** The chain of custody. */
  readonly custody?: object | undefined;
  /** What `fix` would enter, or entered. */
  readonly fixes?: object | undefined;
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
    custodyHead,
    container,
    bag,
    verifiable,
    answers,
    signatureFiles,
    rules,
    qualities,
    collected,
    approval,
    custody,
    edited,
    fixes,
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
    custodyHead,
    container,
    bag,
    verifiable,
    answers,
    signatureFiles,
    rules,
    qualities,
    collected,
    approval,
    custody,
    edited,
    fixes,
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
        message: oneLine(text),
        basis: f.basis,
        hint: hint === undefined ? undefined : oneLine(hint),
        unverified: f.unverified,
        excused: f.excused,
        since: f.since,
        fix: f.fix,
      };
    }),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
