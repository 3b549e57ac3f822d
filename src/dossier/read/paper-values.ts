/** Values that stand on signed paper, against those that were found: the fingerprint of the slip, and the head of the custody log of an earlier list. */
import { CUSTODY_LOG, TAG_MANIFEST } from '../format/index.ts';
import type { Collector } from './collector.ts';
import { type CustodyHeads, headCount, headLine } from './custody-heads.ts';

/** What a dossier has of its own that paper may bear beside the fingerprint. */
export interface OwnValues {
  readonly zipSha256?: string | undefined;
  readonly custodyHeads?: CustodyHeads | undefined;
}

export type OtherValue = { readonly value: 'zip' } | { readonly value: 'custodyHead'; readonly line: number; readonly lines: number };

/** Which of them was typed in place of the fingerprint? That says nothing against the dossier. */
export function otherValue(digits: string, { zipSha256, custodyHeads }: OwnValues): OtherValue | undefined {
  if (digits === zipSha256) return { value: 'zip' };
  const line = custodyHeads && headLine(custodyHeads, digits);
  return custodyHeads && line !== undefined ? { value: 'custodyHead', line, lines: headCount(custodyHeads) } : undefined;
}

/** A head of the custody log from paper, as it was looked up. */
export interface CustodyHeadCheck {
  /** 64 hex digits. */
  readonly given: string;
  /** From 1: the line of which it is the digest; absent where it is of none. */
  readonly line?: number;
  /** How many lines there are; 0 where the log could not be read. */
  readonly lines: number;
}

export interface Found extends OwnValues {
  readonly fingerprint: string | undefined;
}

/** What was found of a head: given for the fingerprint by mistake. */
export function compareFingerprint(found: Found, expect: string | undefined, notes: Collector): CustodyHeadCheck | undefined {
  if (expect === undefined) return undefined;
  const expected = expect.replace(/[\s-]/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(expected)) notes.note('DOSSIER_EXPECT_MALFORMED', { given: expect, digits: expected.length });
  else if (expected !== found.fingerprint) {
    const other = otherValue(expected, found);
    if (other?.value === 'custodyHead') {
      // It was looked up, and agrees: that compares no fingerprint, and is no fault either.
      notes.note('DOSSIER_EXPECT_OTHER_VALUE', other, undefined, 'info');
      return { given: expected, line: other.line, lines: other.lines };
    }
    if (other) notes.note('DOSSIER_EXPECT_OTHER_VALUE', other, undefined, 'warning');
    else notes.note('DOSSIER_FINGERPRINT_DIFFERS', { expected, found: found.fingerprint ?? '' }, { entry: TAG_MANIFEST.sha256 });
  }
  return undefined;
}

/** `given`: 64 hex digits. Undefined also where another value of the same paper was typed: then nothing was looked up. */
export function compareCustodyHead(found: Found, given: string | undefined, notes: Collector): CustodyHeadCheck | undefined {
  if (given === undefined) return undefined;
  const heads = found.custodyHeads;
  const lines = heads ? headCount(heads) : 0;
  const line = heads && headLine(heads, given);
  if (line !== undefined) return { given, line, lines };
  const value = given === found.fingerprint ? 'fingerprint' : given === found.zipSha256 ? 'zip' : undefined;
  if (value) {
    notes.note('DOSSIER_CUSTODY_HEAD_OTHER_VALUE', { value }, undefined, 'warning');
    return undefined;
  }
  // A log that could not be read has its findings: no head is missing in what nobody saw.
  if (lines > 0) notes.note('DOSSIER_CUSTODY_HEAD_DIFFERS', { expected: given, lines }, { entry: CUSTODY_LOG });
  return { given, lines };
}
