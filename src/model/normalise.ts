/**
 * The few changes a document makes to a text before printing, each reported: two code points that look alike must
 * not stand for one another on paper, and what cannot be seen must not hide in a name.
 */
export interface TextChange {
  /** Index in UTF-16 units of the given text. */
  readonly index: number;
  readonly from: string;
  /** Empty when the character was taken out. */
  readonly to: string;
}

/** Kangxi and CJK radicals: a pasted ⼀ looks like 一. */
const RADICAL = /[\u2e80-\u2fdf]/u;
/** Compatibility ideographs that Unicode itself maps to a unified one. */
const COMPATIBILITY = /[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u;
/** Zero-width, bidirectional and other invisible characters, soft hyphen, variation selectors, controls. */
const INVISIBLE = /[\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0]|\p{Variation_Selector}/u;

/** Nearly every text: nothing in it is touched. */
const PLAIN =
  /^(?:[\n\x20-\x7e]|[\u00a1-\u00ac\u00ae-\u0233\u0391-\u03c9\u2010-\u2027\u2030-\u205e\u2100-\u2bff\u3000-\u3130\u3200-\ua4cf\uff01-\uff9f\uffe0-\uffe6]|[\u{20000}-\u{2f7ff}])*$/u;
const NO_CHANGES: readonly TextChange[] = [];

/** The text as it is printed, and what was changed. Line breaks become `\n`, other white space is kept. */
export function normaliseText(text: string): { readonly text: string; readonly changes: readonly TextChange[] } {
  if (PLAIN.test(text)) return { text, changes: NO_CHANGES };
  const changes: TextChange[] = [];
  let out = '';
  let index = 0;
  const plain = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, (m) => (m.length === 2 ? ' \n' : '\n')).replaceAll('\t', ' ');
  for (const char of plain) {
    const to = replacement(char);
    if (to !== char) changes.push({ index, from: char, to });
    out += to;
    index += char.length;
  }
  return { text: out, changes };
}

function replacement(char: string): string {
  if (char === '\n') return char;
  if (!char.isWellFormed()) return '\ufffd';
  if (RADICAL.test(char)) return char.normalize('NFKC');
  if (COMPATIBILITY.test(char)) return char.normalize('NFC');
  return INVISIBLE.test(char) ? '' : char;
}

/** `王` → `U+738B`; several code points are joined by a space, none is `∅`. */
export function codePoints(text: string): string {
  const points = [...text].map((c) => `U+${(c.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`);
  return points.join(' ') || '∅';
}
