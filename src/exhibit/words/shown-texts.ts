/** The one place that unfolds a piece of text into every text that it shows: markup, escapes, encodings inside encodings. */
import type { UnreadReason } from '../../model/index.ts';
import { spelledRuns } from './base64.ts';
import { UNESCAPES, unknownCharsets } from './escapes.ts';
import { MARKUP, markupTexts } from './markup-text.ts';

/** JSON in a string of JSON in an attribute of a page in an e-mail. */
const MOST_ROUNDS = 6;
/** What a text becomes altogether, for each of its characters; more is made to tire a reader. */
const MOST_TIMES = 24;
const LEAST_ROOM = 1024 * 1024;

/** Calls `onText` with the text itself and with what it shows. Returns why something in it was not read; nothing when all was. */
export function shownTexts(text: string, onText: (text: string) => void): readonly UnreadReason[] {
  const missed = new Set<UnreadReason>();
  const seen = new Set<string>();
  let room = Math.max(LEAST_ROOM, text.length * MOST_TIMES);
  /** False where there is no room left. */
  const tell = (made: string): boolean => {
    if (seen.has(made)) return true;
    room -= made.length;
    if (room < 0) return false;
    seen.add(made);
    onText(made);
    return true;
  };
  let wave: string[] = [text];
  tell(text);
  for (let round = 0; wave.length > 0; round++) {
    const next: string[] = [];
    for (const given of wave) {
      for (const made of unfolded(given, missed)) {
        if (seen.has(made)) continue;
        if (round >= MOST_ROUNDS || !tell(made)) return [...missed.add('too-large')];
        next.push(made);
      }
    }
    wave = next;
  }
  return [...missed];
}

/** Signs of a page are shorter altogether; a word whose characters are outlines is longer. In UTF-16 units. */
const LONGEST_SIGNS = 4096;
/** Of a file that is a drawing and nothing else: two characters have more. */
const LONGEST_SIGN = 256;
/** A drawing by itself, behind what may stand before it (XML 1.0, 2.8). */
const IS_DRAWING = /^\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*|<!--[\s\S]{0,2000}?-->\s*|<!DOCTYPE[^>]{0,2000}>\s*){0,8}<(?:\w{1,20}:)?svg\b/i;

/** Are there so many outlines (SVG 2, 9.3) that they may be characters? */
function isDrawn(text: string): boolean {
  if (!/<svg\b|<(?:\w+:)?path\b/i.test(text)) return false;
  let length = 0;
  for (const [, outline = ''] of text.matchAll(/\s(?:d|points)\s*=\s*["']([^"']*)["']/gi)) length += outline.length;
  return length > (IS_DRAWING.test(text) ? LONGEST_SIGN : LONGEST_SIGNS);
}

/** XBM, XPM, the portable maps of Netpbm in characters, and PostScript, which may draw words in any way. */
function isPixels(text: string): boolean {
  return (
    text.startsWith('%!PS') ||
    /^#define \w{1,80}_width\s+\d+[\s\S]{0,400}_bits\s*\[/m.test(text) ||
    /\/\* XPM \*\/|^! XPM2/.test(text.slice(0, 400)) ||
    /^P[123]\s+(?:#[^\n]*\n\s*){0,20}\d{1,5}\s+\d{1,5}\s+[01]/.test(text)
  );
}

/** Files in seven bits: uuencode, whose lines begin with their length, yEnc, binary patches of Git. */
function hasAttachment(text: string): boolean {
  if (/^=ybegin \S|^GIT binary patch\r?$/m.test(text)) return true;
  for (const [, kind, line = ''] of text.matchAll(/^begin(-base64)? [0-7]{3,4} \S[^\n]*\n([^\r\n]{0,200})/gm)) {
    if (kind !== undefined && /^[A-Za-z0-9+/]{4,}={0,2}$/.test(line)) return true;
    const bytes = (line.charCodeAt(0) - 0x20) & 0x3f;
    const full = 1 + Math.ceil(bytes / 3) * 4;
    // Blanks at the end are lost on the way, and a sum may follow.
    if (/^[ -`]+$/.test(line) && line.length <= full + 1 && line.length >= 1 + bytes) return true;
  }
  return false;
}

/** One layer of everything undone, and what stands beside. Every step is told: a later one may undo what was meant as it stood. */
function unfolded(given: string, missed: Set<UnreadReason>): string[] {
  const made: string[] = [];
  const take = (text: string): void => void (text.trim() === '' || made.push(text));
  let text = given;
  for (const undo of UNESCAPES) {
    const plain = undo(text);
    if (plain === undefined || plain === text) continue;
    text = plain;
    take(text);
  }
  if (MARKUP.test(given)) for (const part of markupTexts(given)) take(part);
  if (MARKUP.test(text) && text !== given) for (const part of markupTexts(text)) take(part);
  const runs = spelledRuns(given);
  if (runs.texts.length > 0) take(runs.texts.join('\n'));
  for (const why of runs.missed) missed.add(why);
  if (hasAttachment(given)) missed.add('embedded');
  if (unknownCharsets(given)) missed.add('encoding');
  if (/\{\\+rtf1?\b/.test(given)) missed.add('embedded');
  if (isDrawn(given) || isPixels(given)) missed.add('picture');
  return made;
}
