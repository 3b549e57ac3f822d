/** A text cut into runs of one font each. */
import { fontFor } from './coverage.ts';
import type { FontName } from './fonts.ts';

export interface Run {
  text: string;
  readonly font: FontName;
}

/** White space stays with the run before it. Characters without a glyph must have been replaced before. */
export function fontRuns(text: string, role: FontName): Run[] {
  const runs: Run[] = [];
  let current: Run | undefined;
  for (const char of text) {
    if (current && (char === '\n' || char === ' ')) {
      current.text += char;
      continue;
    }
    const font = char === '\n' ? role : (fontFor(role, char.codePointAt(0) as number) ?? role);
    if (current?.font === font) current.text += char;
    else {
      current = { text: char, font };
      runs.push(current);
    }
  }
  return runs;
}
