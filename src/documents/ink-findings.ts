/** Characters that could not be printed, or were printed as others, each at the field where it stands. */
import { type Case, codePoints, type Finding, finding, hasStraightQuotes, type InternalForm, type TextChange } from '../model/index.ts';
import type { Typeset } from '../typeset/index.ts';
import { locate } from './locate.ts';

/** A change of a text before printing, with the text it stood in. */
export interface Change {
  readonly char: string;
  readonly text: string;
  readonly change: TextChange;
}

export interface InkInput {
  readonly palette: Typeset['palette'];
  readonly changes: readonly Change[];
  /** Title of the document. */
  readonly document: string;
  readonly forms: Case;
  readonly internal: InternalForm | undefined;
}

/** Quotation marks: printed as Chinese ones where they stand in Chinese text, nowhere else. */
const STRAIGHT = /^["']$/;

export function inkFindings({ palette, changes, document, forms, internal }: InkInput): Finding[] {
  const findings: Finding[] = [];
  const done = new Set<string>();
  const once = (key: string): boolean => !done.has(key) && done.add(key) !== undefined;
  for (const { char, text } of palette.missing) {
    if (!once(`glyph ${char}`)) continue;
    for (const place of locate(char, text, forms, internal)) {
      findings.push(finding('MISSING_GLYPH', 'stop', { char, codePoint: codePoints(char), document, ...place }));
    }
  }
  for (const { char, text, change } of [...changes, ...palette.changed]) {
    if (!once(`change ${char}`)) continue;
    const quotes = STRAIGHT.test(char);
    for (const place of locate(char, text, forms, internal, quotes ? hasStraightQuotes : undefined)) {
      const args = { from: codePoints(change.from), to: codePoints(change.to), char, document, ...place };
      findings.push(finding('TEXT_NORMALISED', quotes ? 'info' : 'warning', args));
    }
  }
  return findings;
}
