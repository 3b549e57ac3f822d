/** Characters in names and texts that look like others or cannot be seen. They are shown with their code points, never changed. */
import { type Finding, type Fix, type FormName, finding, type UnusualCharacter, type UnusualKind } from '../model/index.ts';
import { child } from './pointer.ts';
import type { Positions } from './positions.ts';
import { codePoint } from './shown.ts';
import { quotesFinding, unquoted } from './slips.ts';

/** Per value; a text in a wrong encoding has thousands. */
const MAX_SHOWN_CHARACTERS = 5;

const KINDS: readonly (readonly [UnusualKind, RegExp])[] = [
  ['unpaired', /\p{Cs}/u],
  ['bidi', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u],
  ['control', /[^\P{Cc}\n\t]|[\u2028\u2029\p{Noncharacter_Code_Point}]/u],
  ['replacement', /[\ufffd\ufffc]/u],
  ['variation', /[\u180b-\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u],
  ['zero-width', /\p{Cf}|\u034f|[\u115f\u1160\u3164\uffa0]/u],
  ['radical', /[\u2e80-\u2fdf]/u],
  ['compatibility', /[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u],
  ['private', /\p{Co}/u],
  ['space', /[\u00a0\u1680\u2000-\u200a\u202f\u205f\t]/u],
];
/** Findings on one form; a text in a wrong encoding has one in every value. */
const MAX_FINDINGS = 500;
/** What every value consists of; the rest is looked at one by one. */
const PLAIN = /^[\n\u0020-\u007e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e“”‘’…—·]*$/;
/** F900–FAFF holds twelve ideographs that are no compatibility characters. */
const UNIFIED_IN_COMPATIBILITY = /[\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27-\ufa29]/u;
const STOPPING: ReadonlySet<UnusualKind> = new Set(['control', 'bidi', 'replacement', 'unpaired']);

/** The unusual characters of one value, in their order. */
export function unusualCharacters(text: string): UnusualCharacter[] {
  if (PLAIN.test(text)) return [];
  const found: UnusualCharacter[] = [];
  let position = 0;
  for (const char of text) {
    position++;
    const kind = KINDS.find(([, pattern]) => pattern.test(char))?.[0];
    if (!kind || UNIFIED_IN_COMPATIBILITY.test(char)) continue;
    const usual = char.normalize('NFKC');
    const visible = kind === 'radical' || kind === 'compatibility' || kind === 'private';
    const twin = visible && usual !== char && [...usual].length === 1 ? { usual, usualCodePoint: codePoint(usual) } : {};
    found.push({ kind, codePoint: codePoint(char), ...(visible ? { char } : {}), ...twin, position });
  }
  if (text.isWellFormed() && text.normalize('NFC') !== text && found.length === 0) found.push(notComposed(text));
  return found;
}

function notComposed(text: string): UnusualCharacter {
  const points = [...text];
  const composed = [...text.normalize('NFC')];
  let i = 0;
  while (i < points.length && points[i] === composed[i]) i++;
  const char = points[i] ?? '';
  const usual = composed[i] ?? '';
  return { kind: 'not-nfc', codePoint: codePoint(points[i + 1] ?? char), char, usual, usualCodePoint: codePoint(usual), position: i + 1 };
}

/** Findings on every text of a form. `form`: where a text may be entered without the spaces at its ends. */
export function characterFindings(value: unknown, titleOf: (pointer: string) => string, positions: Positions, form?: FormName): Finding[] {
  const findings: Finding[] = [];
  const walk = (here: unknown, pointer: string): void => {
    if (findings.length >= MAX_FINDINGS) return;
    if (typeof here === 'string') findings.push(...textFindings(here, pointer, { titleOf, positions, form }));
    else if (Array.isArray(here)) here.forEach((item, i) => void walk(item, child(pointer, i)));
    else if (typeof here === 'object' && here !== null)
      for (const [name, member] of Object.entries(here)) walk(member, child(pointer, name));
  };
  walk(value, '');
  return findings;
}

interface Form {
  readonly titleOf: (pointer: string) => string;
  readonly positions: Positions;
  readonly form: FormName | undefined;
}

function textFindings(text: string, pointer: string, { titleOf, positions, form }: Form): Finding[] {
  const findings: Finding[] = [];
  const unusual = unusualCharacters(text);
  if (unusual.length > 0) {
    const severity = unusual.some(({ kind }) => STOPPING.has(kind)) ? 'stop' : 'warning';
    const stopping = unusual.filter(({ kind }) => STOPPING.has(kind));
    const first = [...stopping, ...unusual.filter(({ kind }) => !STOPPING.has(kind))].slice(0, MAX_SHOWN_CHARACTERS);
    findings.push(
      finding(
        'TEXT_UNUSUAL_CHARACTER',
        severity,
        { field: titleOf(pointer), characters: first, count: unusual.length },
        { at: positions.valueAt(pointer) },
      ),
    );
  }
  const bare = unquoted(text);
  if (bare !== undefined) findings.push(quotesFinding(titleOf(pointer), text, bare, positions.valueAt(pointer), 'warning'));
  if (/^[^\S\n]|[^\S\n]$/.test(text) && text.trim() !== '')
    findings.push(
      finding(
        'TEXT_EDGE_SPACE',
        'warning',
        { field: titleOf(pointer) },
        { at: positions.valueAt(pointer), fix: trimmed(text, pointer, form) },
      ),
    );
  return findings;
}

function trimmed(text: string, pointer: string, form: FormName | undefined): Fix | undefined {
  return form && { form, pointer, value: text.replace(/^[^\S\n]+|[^\S\n]+$/g, '') };
}
