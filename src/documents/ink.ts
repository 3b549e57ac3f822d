/** Keeps account of every character that is printed, of those that were changed, and of those that no font draws. */
import { fontFor } from './coverage.ts';
import type { FontName } from './fonts.ts';
import { codePoints, normaliseText, type TextChange } from './normalise.ts';
import { fontRuns, type Run } from './runs.ts';

/** A character and the text it stood in. */
export interface Seen {
  readonly char: string;
  readonly text: string;
}

export interface Ink {
  /** Data as it is printed; changes are noted. */
  normalise(text: string): string;
  /** Cuts a text into runs, notes it as printed, and shows a character without a glyph as its code point. */
  runs(text: string, role: FontName): Run[];
  readonly printed: readonly string[];
  readonly missing: readonly Seen[];
  readonly changed: readonly (Seen & { readonly change: TextChange })[];
}

export function newInk(): Ink {
  const printed: string[] = [];
  const missing: Seen[] = [];
  const changed: (Seen & { readonly change: TextChange })[] = [];
  const normalise = (text: string): string => {
    const { text: out, changes } = normaliseText(text);
    for (const change of changes) changed.push({ char: change.from, text, change });
    return out;
  };
  return {
    printed,
    missing,
    changed,
    normalise,
    runs: (given, role) => {
      const text = normalise(given.replaceAll('\u2028', '\n'));
      let shown = '';
      for (const char of text) {
        if (char === '\n' || fontFor(role, char.codePointAt(0) as number)) shown += char;
        else {
          missing.push({ char, text });
          shown += `〔${codePoints(char)}〕`;
        }
      }
      printed.push(shown);
      return fontRuns(shown, role);
    },
  };
}
