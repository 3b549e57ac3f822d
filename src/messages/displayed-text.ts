/**
 * The one door through which texts from outside (names and texts of a dossier, of a bag, of a file system, of the
 * command line) are shown: on one line, every character that cannot be seen or deceives named by its code point, cut
 * at a width, and marked by «…» unless they stand in a column of their own. Nothing that was let through breaks a
 * line, moves a cursor, turns the direction of writing or closes its own quotation marks.
 */

/** Columns of a text in a sentence or in a column of its own; the longest names that a disk can hold fit. */
const MOST_SHOWN = 240;
/** Columns of a sentence of ours that may hold parts from outside. */
const MOST_OWN = 1600;
/** UTF-16 units at either end of a text that are looked at: more than any cut shows. */
const LOOKED_AT = 1024;
/** Marks over one letter; Vietnamese, Thai and NFD need no more. */
const MOST_MARKS = 3;

/** Control, format, surrogate, private and unassigned; separators of lines; what fonts draw as nothing. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\u{16fe4}\u{1d159}]/u;
const SPACE = /^[ \u3000]$/;
/** Widths of space that cannot be told from one another. */
const ODD_SPACE = /[^\P{Zs} \u3000]/u;
const MARK = /\p{M}/u;
/** Our quotation marks, and what passes for them. */
const QUOTATION = /[«»≪≫⟪⟫]/u;

/** Most texts: nothing in them deceives, and no space stands behind another. */
const HARMLESS = /^(?:[!-~\p{Script=Han}，。、：；！？（）《》〔〕“”·—…０-９] ?)+$/u;
/** Printable ASCII without spaces, quotation marks and `<`: digests, numbers, names that programs made. */
const TOKEN = /^[!#-;=?-Z\\\]^_a-z{|}~[]{1,64}$/;
/** Ideographs, letters, digits and what stands inside a term. */
const TERM = /^[\p{Script=Han}A-Za-z0-9（）〔〕《》〈〉·—\-_/.:+]{1,40}$/u;
/** A longer run of ideographs may be a sentence. */
const LONG_HAN = /\p{Script=Han}{17}/u;
/** What a shell takes as it is typed, but for spaces, which want quotation marks. */
const TYPED = /^[\p{Script=Han}A-Za-z0-9（）〔〕【】《》·、，。—\-_/\\.:+~@=, ]{1,1000}$/u;

/** How a character is named: no text from outside may name one that is not there. */
const NAMED = '<U+';

interface Piece {
  readonly text: string;
  readonly width: number;
  /** Code points that it stands for. */
  readonly points: number;
}

/** `«张某一»`; empty stays empty. */
export function quoted(text: string, most = MOST_SHOWN): string {
  return text === '' ? '' : `«${cut(text, most)}»`;
}

/** For a column or a line of its own, where nothing else stands behind it. */
export function column(text: string, most = MOST_SHOWN): string {
  return cut(text, most);
}

/** Plain where it can only be a number, a digest or a name that programs make; else `«…»`. */
export function token(text: string): string {
  return TOKEN.test(text) ? text : quoted(text);
}

/** Plain where it is a term: letters and digits without a space, as our own words are; else `«…»`. */
export function term(text: string): string {
  return (TERM.test(text) || TOKEN.test(text)) && !LONG_HAN.test(text) && !UNSEEN.test(text) ? text : quoted(text);
}

/** A path as it is typed in a command; `«…»` where it cannot be typed as it is shown. */
export function typed(path: string): string {
  if (path === '') return '';
  if (!TYPED.test(path) || UNSEEN.test(path) || / {2}|^ | $/.test(path)) return quoted(path);
  return path.includes(' ') ? `"${path}"` : path;
}

/** Words of ours that may hold a character from outside. */
export function own(text: string): string {
  return cut(text, MOST_OWN, (char) => UNSEEN.test(char));
}

/** A line of a form beside its number: every character in its place, what cannot be seen named. */
export function visible(text: string): string {
  return [...text].map((char) => (UNSEEN.test(char) || ODD_SPACE.test(char) ? named(char) : char)).join('');
}

/** A sentence of ours, whose templates break it into lines, on one line; never longer than `most` code points. */
export function oneLine(sentence: string, most = Number.POSITIVE_INFINITY): string {
  const line = sentence.replace(/\s*\n\s*/g, ' ');
  const points = [...line];
  return points.length > most ? `${points.slice(0, most).join('')}…` : line;
}

/** What stands between the marks of `quoted`, for a table of our own words. */
export function unquoted(text: string): string {
  return text.startsWith('«') && text.endsWith('»') ? text.slice(1, -1) : text;
}

function cut(text: string, most: number, isNamed = deceives): string {
  if (text.length * 2 <= most && HARMLESS.test(text) && !UNSEEN.test(text) && !text.includes(NAMED)) return text;
  const long = text.length > 2 * LOOKED_AT;
  const head = pieces(long ? text.slice(0, LOOKED_AT) : text, isNamed);
  if (!long && widthOf(head) <= most) return head.map((piece) => piece.text).join('');
  const tail = long ? pieces(text.slice(-LOOKED_AT), isNamed) : head;
  const first = fitting(head, Math.ceil((most * 2) / 3));
  const last = fitting(tail.toReversed(), Math.floor(most / 3)).toReversed();
  const left = countPoints(text) - pointsOf(first) - pointsOf(last);
  return `${first.map((piece) => piece.text).join('')}…<+${left}>…${last.map((piece) => piece.text).join('')}`;
}

const deceives = (char: string): boolean => UNSEEN.test(char) || ODD_SPACE.test(char) || QUOTATION.test(char);

function pieces(text: string, isNamed: (char: string) => boolean): readonly Piece[] {
  const made: Piece[] = [];
  let marks = MOST_MARKS;
  let before = '';
  let run = 0;
  const close = (): void => {
    if (run > 0) made.push(ascii(named(before, run), run));
    run = 0;
  };
  let at = 0;
  for (const char of text) {
    const mark = MARK.test(char);
    const hidden =
      isNamed(char) ||
      (char === '<' && text.startsWith(NAMED, at)) ||
      (mark && marks >= MOST_MARKS) ||
      (SPACE.test(char) && SPACE.test(before));
    if (!hidden || char !== before) close();
    if (hidden) run++;
    else made.push({ text: char, width: mark ? 0 : char >= ' ' && char <= '~' ? 1 : 2, points: 1 });
    at += char.length;
    marks = mark ? marks + 1 : hidden || SPACE.test(char) ? MOST_MARKS : 0;
    before = char;
  }
  close();
  return made;
}

/** `<U+000A>`, `<U+000A×40>` */
function named(char: string, times = 1): string {
  const number = (char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  return `${NAMED}${number}${times > 1 ? `×${times}` : ''}>`;
}

const ascii = (text: string, points: number): Piece => ({ text, width: text.length + 1, points });

function fitting(from: readonly Piece[], most: number): readonly Piece[] {
  let width = 0;
  const end = from.findIndex((piece) => {
    width += piece.width;
    return width > most;
  });
  return end < 0 ? from : from.slice(0, end);
}

const widthOf = (all: readonly Piece[]): number => all.reduce((sum, piece) => sum + piece.width, 0);
const pointsOf = (all: readonly Piece[]): number => all.reduce((sum, piece) => sum + piece.points, 0);

function countPoints(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += (text.codePointAt(i) as number) > 0xffff ? 2 : 1) count++;
  return count;
}
