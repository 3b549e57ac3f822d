/** Bytes that a text writes in hexadecimal digits: in one run, as dumps and databases write them, or one by one. */
import { spelled } from './charset.ts';

/** `0x` of MySQL, `\\x` of PostgreSQL, `X'` of SQL. Four bytes: two characters of GBK. */
const RUN = /(?:(?<![0-9A-Za-z])(?:0x)?|(?<=\\x))((?:[0-9A-Fa-f]{2}){4,})(?![0-9A-Za-z])/g;
/** Registry files, programs in C, dumps. */
const SEPARATED =
  /(?<![0-9A-Za-z])(?:0x)?[0-9a-f]{2}(?:(?:[ \t]{0,4},[ \t]{0,4}(?:\\?\r?\n[ \t]{0,8})?|[ :-])(?:0x)?[0-9a-f]{2}(?![0-9a-z])){3,}/gi;
/** ASCII digits, as bytes. */
const DIGITS = /^(?:3\d)+$/;

export interface HexRun {
  readonly bytes: Uint8Array;
  /** Absent where they are no text. */
  readonly text?: string;
}

export function* hexRuns(text: string): Iterable<HexRun> {
  for (const [, run = ''] of text.matchAll(RUN)) yield runOf(run);
  for (const [run] of text.matchAll(SEPARATED)) yield runOf(run.replace(/0x|[^0-9a-f]/gi, ''));
}

/** A run of decimal digits is a number, unless every byte of it is a digit again. */
function runOf(run: string): HexRun {
  const bytes = Buffer.from(run, 'hex');
  const text = /^\d+$/.test(run) && !DIGITS.test(run) ? undefined : spelled(bytes);
  return { bytes, ...(text === undefined ? {} : { text: text.replace(/\0+$/, '') }) };
}
