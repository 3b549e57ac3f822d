/** A finding in the words of the command line, for the page of `preview`. */
import { basisText, harmless, oneLine, placeText, sentenceOf, tailText, visible } from '../messages/index.ts';
import type { Finding, Place } from '../model/index.ts';
import type { PreviewOptions } from '../operations/index.ts';
import type { Voice } from './options.ts';

type Shown = ReturnType<PreviewOptions['say']>;

/** Code points shown on either side of the mark. */
const AROUND = 60;

export function shownFinding(finding: Finding, line: string | undefined, base: string, { language, ui }: Voice): Shown {
  const { text, hint = '', caret = '' } = sentenceOf(finding, language);
  const tail = tailText(finding, ui);
  const excerpt = finding.at && line !== undefined ? excerptOf(finding.at, line, caret) : undefined;
  return {
    severity: finding.severity,
    label: ui.severity[finding.severity],
    code: finding.code,
    rule: finding.rule ?? '',
    place: placeText(finding.at, base),
    text: `${harmless(text)}${tail}`,
    basis: basisText(finding),
    hint: harmless(hint),
    ...(excerpt ? { excerpt } : {}),
  };
}

function excerptOf(at: Place, line: string, note: string): Shown['excerpt'] {
  if (!('line' in at)) return undefined;
  const points = [...line];
  const spot = at.column - 1;
  const part = (from: number, to: number): string => visible(points.slice(Math.max(0, from), to).join('').replaceAll('\t', ' '));
  return {
    line: at.line,
    before: part(spot - AROUND, spot),
    mark: part(spot, spot + 1),
    after: part(spot + 1, spot + AROUND),
    note: oneLine(note),
  };
}
