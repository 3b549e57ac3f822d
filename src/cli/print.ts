/**
 * How findings look. Rules of this surface: stdout is the result, stderr is talk; one line that grep can use, then
 * the place with a caret, then the legal basis and the mend; columns align by display width; texts from a case or a
 * dossier come through the door of displayed text; nothing blames the user.
 */
import {
  basisText,
  harmless,
  type Language,
  oneLine,
  placeText,
  receivedSentence,
  sentenceOf,
  tailText,
  uiOf,
  visible,
} from '../messages/index.ts';
import type { Finding, Place, Severity } from '../model/index.ts';
import { byGravity, type Gathered, gathered } from './gravity.ts';
import { placesText } from './places.ts';
import { type Paint, SEVERITY_STYLE } from './style.ts';
import { displayWidth } from './width.ts';

export type Excerpt = (place: Place) => string | undefined;

export interface PrintOptions {
  readonly language: Language;
  readonly paint: Paint;
  /** What was named on the command line: where an entry of a dossier stands, or a finding without a place. */
  readonly base: string;
  readonly excerpt?: Excerpt | undefined;
  readonly receiver?: boolean | undefined;
  /** Everything of every finding, also of those that only inform. */
  readonly full?: boolean | undefined;
  /** Every finding by itself, and all of them. */
  readonly each?: boolean | undefined;
}

/** More blocks than this nobody reads; `--all` shows them. */
const MOST_FINDINGS = 200;
/** An excerpt line longer than this is cut around the caret. */
const EXCERPT_WIDTH = 100;

/** The block of one finding, ending in a line feed. Line feeds of a sentence are its template's. */
export function findingText(finding: Finding, { language, paint, base, excerpt, receiver, full = false }: PrintOptions): string {
  const ui = uiOf(language);
  const { text, hint, caret } = (receiver ? receivedSentence : sentenceOf)(finding, language);
  const mark = paint(SEVERITY_STYLE[finding.severity], `${ui.severity[finding.severity]} ${finding.code}`);
  const rule = finding.rule ? ` [${finding.rule}]` : '';
  const tail = tailText(finding, ui);
  // Names that strangers chose never begin a line plainly.
  const place = receiver ? `«${placeText(finding.at, base)}»` : placeText(finding.at, base);
  const lines = [`${place}: ${mark}${rule} ${harmless(text)}${tail}`];
  // A remark takes one line; `--debug` and `--json` have the rest.
  if (finding.severity === 'info' && !full) return `${lines[0]}\n`;
  const line = finding.at && excerpt?.(finding.at);
  if (line !== undefined && finding.at && 'line' in finding.at)
    lines.push(...caretLines(line, finding.at.line, finding.at.column, oneLine(caret ?? ''), paint));
  const basis = basisText(finding);
  if (basis) lines.push(`  ${paint('dim', ui.basis)}  ${basis}`);
  if (hint) lines.push(`  ${paint('dim', ui.hint)}  ${harmless(hint)}`);
  return `${lines.join('\n')}\n`;
}

function caretLines(line: string, number: number, column: number, note: string, paint: Paint): string[] {
  const points = [...line];
  const start = Math.max(0, column - 1 - EXCERPT_WIDTH / 2);
  const shown = visible(
    points
      .slice(start, start + EXCERPT_WIDTH)
      .join('')
      .replaceAll('\t', ' '),
  );
  const before = visible(
    points
      .slice(start, column - 1)
      .join('')
      .replaceAll('\t', ' '),
  );
  const gutter = `${String(number).padStart(6)} | `;
  const pad = ' '.repeat(6);
  const indent = ' '.repeat(displayWidth(before));
  return [paint('dim', gutter) + shown, `${pad} ${paint('dim', '|')} ${indent}${paint('red', '^')}${note ? ` ${note}` : ''}`];
}

export type Counts = Readonly<Record<Severity, number>>;

export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { stop: 0, error: 0, warning: 0, info: 0 };
  for (const f of findings) counts[f.severity]++;
  return counts;
}

/** All findings, what stops last, below the note of what was cut. */
export function findingsText(findings: readonly Finding[], options: PrintOptions): string {
  const sorted = byGravity(findings);
  if (options.each) return sorted.map((f) => findingText(f, options)).join('');
  const blocks = gathered(sorted);
  const hidden = Math.max(0, blocks.length - MOST_FINDINGS);
  const cut = blocks.slice(0, hidden).reduce((sum, { others }) => sum + others.length + 1, 0);
  const note = hidden > 0 ? `${uiOf(options.language).moreHidden(cut)}\n` : '';
  return (
    note +
    blocks
      .slice(hidden)
      .map((block) => gatheredText(block, options))
      .join('')
  );
}

function gatheredText({ first, others }: Gathered, options: PrintOptions): string {
  if (others.length === 0) return findingText(first, options);
  const { alike } = uiOf(options.language);
  return `${findingText(first, options)}  ${options.paint('bold', alike(others.length, placesText(others, options)))}\n`;
}
