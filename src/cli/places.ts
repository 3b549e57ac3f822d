/** Where many findings of one code stand, on one line: by file, each with its line or cell and the field that it is about. */
import { column, displayedArguments, placeText, uiOf } from '../messages/index.ts';
import type { Finding } from '../model/index.ts';
import type { PrintOptions } from './print.ts';

/** Places that are named; `--all` shows every one. */
const MOST_NAMED = 12;

export function placesText(findings: readonly Finding[], { language, base, receiver }: PrintOptions): string {
  const ui = uiOf(language);
  const named = findings.slice(0, MOST_NAMED);
  const shown = named.map((f, i) => {
    const spot = spotOf(f, ui.spot);
    const file = fileOf(f, base);
    const same = spot !== '' && i > 0 && fileOf(named[i - 1] as Finding, base) === file;
    const near = nearOf(f);
    const parts = [...(same ? [] : [receiver ? `«${file}»` : file]), spot, subjectOf(f)].filter((part) => part !== '');
    return `${parts.join(' ')}${near === undefined ? '' : ui.nearby(near)}`;
  });
  return ui.andMorePlaces(shown, findings.length - named.length);
}

function fileOf({ at }: Finding, base: string): string {
  if (!at) return column(base);
  return 'file' in at ? column(at.file) : placeText(at, base);
}

/** `第 12 行`, `B3 格`; empty where the place is a whole file. */
export function spotOf({ at }: Finding, spot: (line: number, cell: string) => string): string {
  if (!at || 'entry' in at) return '';
  if ('line' in at) return spot(at.line, '');
  return 'cell' in at ? spot(0, column(at.cell)) : '';
}

/** What was probably meant there: it differs from place to place, and the one sentence tells only the first. */
function nearOf(f: Finding): string | undefined {
  const { nearest } = displayedArguments(f) as { readonly nearest?: unknown };
  return typeof nearest === 'string' && nearest !== '' ? nearest : undefined;
}

/** More names than these of one finding would make the line too long. */
const MOST_NAMES = 3;
/** Arguments that name what a sentence is about, what tells most first. */
const SUBJECTS = ['field', 'evidenceNo', 'recordNo', 'record', 'records', 'document', 'path', 'evidence'] as const;

/** What the sentence of a finding is about, where it says so by a name: the places alone would not tell one from another. */
function subjectOf(f: Finding): string {
  const args = displayedArguments(f) as Readonly<Record<string, unknown>>;
  for (const name of SUBJECTS) {
    const value = args[name];
    const texts = (Array.isArray(value) ? value : [value]).filter((text): text is string => typeof text === 'string' && text !== '');
    if (texts.length > 0) return `${texts.slice(0, MOST_NAMES).join('、')}${texts.length > MOST_NAMES ? '……' : ''}`;
  }
  return '';
}
