/** Words of RTF (Rich Text Format Specification 1.9.1): hidden text, fields, properties and destinations of any name are read as text too. */
import { isPicture } from './base64.ts';
import { bytesOf } from './charset.ts';
import { codePage, fontCharset } from './rtf-codes.ts';
import { shownTexts } from './shown-texts.ts';
import { OVERLAP, type Unread, type WordReader } from './words.ts';

/** The file is held once as it is. */
const MAX_BYTES = 48 * 1024 * 1024;
const MAX_DEPTH = 10_000;
/** A page or two of text, before it is looked at. */
const PIECE = 64 * 1024;

const TOKEN = /\\([a-z]{1,40})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([\s\S])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giy;

/** No words: settings of Word, written as hexadecimal digits, or lists of styles that every file has. */
const NO_WORDS = new Set(['themedata', 'colorschememapping', 'panose', 'blipuid', 'rsidtbl', 'filetbl', 'passwordhash']);
const BREAKS = new Set([
  'par',
  'line',
  'tab',
  'cell',
  'row',
  'nestcell',
  'nestrow',
  'sect',
  'page',
  'column',
  'lbr',
  'emspace',
  'enspace',
  'qmspace',
]);
const ASIDES = new Set(['fldinst', 'annotation', 'atnid', 'atnauthor', 'atndate', 'footnote', 'bkmkstart', 'bkmkend', 'xe', 'tc']);
const HIDING = new Set(['v', 'deleted']);

interface Group {
  /** Characters that stand for a \u in older readers. */
  fallback: number;
  font: number;
  fonts: boolean;
  /** Data, of which only what it is counts. */
  data: 'none' | 'skip' | 'picture' | 'object';
  /** What stands beside the text that is read: notes, marks, instructions of fields; or is hidden or deleted in it. */
  aside: boolean;
}

export const rtfWords: WordReader = async (file, onText) => {
  if (file.size > MAX_BYTES) return [{ why: 'too-large' }];
  const source = Buffer.from(await file.read(0, file.size)).toString('latin1');
  return richText(source, onText);
};

function richText(source: string, onText: (text: string) => void): readonly Unread[] {
  const missed = new Set<Unread['why']>();
  const charsets = new Map<number, string | undefined>();
  const groups: Group[] = [];
  let group: Group = { fallback: 1, font: 0, fonts: false, data: 'none', aside: false };
  let page: string | undefined = 'windows-1252';
  let bytes = '';
  let text = '';
  /** The same without what stands aside: a name may go on behind it. */
  let main = '';
  let skip = 0;
  let closed = false;

  const put = (piece: string): void => {
    text += piece;
    if (!group.aside) main += piece;
  };
  const flushBytes = (): void => {
    if (bytes === '') return;
    const set = charsets.has(group.font) ? charsets.get(group.font) : 'default';
    const label = set === 'default' ? page : set;
    if (label === undefined) missed.add('encoding');
    else
      try {
        put(new TextDecoder(label, { fatal: true }).decode(bytesOf(bytes)));
      } catch {
        missed.add('encoding');
        put(new TextDecoder(label).decode(bytesOf(bytes)));
      }
    bytes = '';
  };
  const look = (): void => {
    for (const why of shownTexts(text, onText)) missed.add(why);
    if (main !== text) for (const why of shownTexts(main, onText)) missed.add(why);
    text = text.slice(-OVERLAP * 8);
    main = main.slice(-OVERLAP * 8);
  };
  const write = (piece: string): void => {
    if (group.data !== 'none') return;
    flushBytes();
    put(piece);
    if (text.length > PIECE) look();
  };
  /** A byte of a character, or the letter that is the second byte of one. */
  const writeByte = (byte: string): void => {
    if (skip > 0) skip--;
    else if (group.data === 'none') bytes += byte;
  };
  const control = (word: string, value: number | undefined): void => {
    if (word === 'u' && value !== undefined) {
      write(String.fromCharCode(value & 0xffff));
      skip = group.fallback;
      return;
    }
    if (word === 'uc') group.fallback = Math.max(0, Math.min(value ?? 1, 64));
    else if (word === 'ansicpg') page = value === 0 ? 'windows-1252' : codePage(value ?? 1252);
    else if (word === 'mac') page = 'macintosh';
    else if (word === 'fonttbl') group.fonts = true;
    else if (word === 'f' || word === 'af') {
      flushBytes();
      if (word === 'f') group.font = value ?? 0;
    } else if (word === 'fcharset' && group.fonts) charsets.set(group.font, fontCharset(value ?? 0));
    else if (word === 'cpg' && group.fonts) charsets.set(group.font, codePage(value ?? 1252));
    else if (word === 'pict') {
      group.data = 'picture';
      missed.add('picture');
    } else if (word === 'objdata' || word === 'datastore') {
      group.data = 'object';
      missed.add('embedded');
    } else if (NO_WORDS.has(word)) group.data = 'skip';
    else if (ASIDES.has(word)) group.aside = true;
    else if (HIDING.has(word)) {
      flushBytes();
      group.aside = value !== 0;
    } else if (BREAKS.has(word) && skip > 0) skip--;
    else if (BREAKS.has(word)) write('\n');
    else if ((word === 'emdash' || word === 'endash') && skip > 0) skip--;
    else if (word === 'emdash' || word === 'endash') write('-');
  };

  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const [, word, value, hex, symbol, brace, plain] = match;
    if (brace === '{') {
      flushBytes();
      if (groups.length >= MAX_DEPTH) return [...missed.add('damaged')].map((why) => ({ why }));
      groups.push({ ...group });
      skip = 0;
    } else if (brace === '}') {
      flushBytes();
      // Cells of tables of fonts, styles and properties end here.
      if (group.fonts || groups.length < 3) put('\n');
      group = groups.pop() ?? group;
      skip = 0;
      if (groups.length === 0) {
        closed = true;
        break;
      }
    } else if (word !== undefined) {
      const number = value === undefined ? undefined : Number(value);
      if (word.toLowerCase() === 'bin' && number !== undefined && number > 0) {
        if (group.data === 'none' || isPicture(bytesOf(source.slice(TOKEN.lastIndex, TOKEN.lastIndex + 4)))) missed.add('embedded');
        TOKEN.lastIndex = Math.min(source.length, TOKEN.lastIndex + number);
      } else control(word.toLowerCase(), number);
    } else if (hex !== undefined) writeByte(String.fromCharCode(Number.parseInt(hex, 16)));
    else if (symbol !== undefined) {
      if (symbol === '~') write(' ');
      else if (symbol === '_') write('-');
      else if (symbol === '\n' || symbol === '\r') write('\n');
      else if (symbol === '*') group.aside = true;
      else if ('\\{}'.includes(symbol)) write(symbol);
    } else if (plain !== undefined) {
      const rest = plain.slice(Math.min(skip, plain.length));
      skip -= plain.length - rest.length;
      for (const piece of group.data === 'none' ? pieces(rest, bytes) : []) {
        if (piece.bytes) bytes += piece.text;
        else write(piece.text);
      }
    }
  }
  flushBytes();
  look();
  // Behind the end nothing of a document stands; what does is looked at as it is.
  const behind = closed ? source.slice(TOKEN.lastIndex) : '';
  if (!closed || TOKEN.lastIndex === 0) missed.add('damaged');
  for (const why of shownTexts(behind, onText)) missed.add(why);
  return [...missed].map((why) => ({ why }));
}

/** Bytes above ASCII, and a letter that is the second byte of a character begun with \'xx. */
function* pieces(text: string, begun: string): Iterable<{ readonly text: string; readonly bytes: boolean }> {
  let pending = isOdd(begun);
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const high = text.charCodeAt(at) > 0x7f;
    if (!high && !pending) continue;
    if (at > from) yield { text: text.slice(from, at), bytes: false };
    yield { text: text[at] as string, bytes: true };
    pending = high && !pending;
    from = at + 1;
  }
  if (from < text.length) yield { text: text.slice(from), bytes: false };
}

/** Does a character of two bytes lack its second? */
function isOdd(bytes: string): boolean {
  let odd = false;
  for (let at = 0; at < bytes.length; at++) odd = !odd && bytes.charCodeAt(at) > 0x80;
  return odd;
}
