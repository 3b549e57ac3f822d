/**
 * Every text of an XML part: of elements, attributes, comments and instructions, whatever the vocabulary. Names of elements only tell what is joined:
 * a word may be cut into runs, and stands in one piece only where they are put together again.
 */
import { unescapeXstring } from '../../workbook/index.ts';
import type { XmlHandlers } from '../../xml/index.ts';
import type { TextSink } from './text-sink.ts';
import { attributeOf, XmlBlock } from './xml-block.ts';

/** Paragraphs and their like, in which runs follow each other: WordprocessingML and DrawingML `p`, SpreadsheetML `si`, `is`, comments, headers and footers, ODF `h`. */
const HEADERS = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];
const BLOCKS: ReadonlySet<string> = new Set([
  'p',
  'h',
  'si',
  'is',
  'c',
  'text',
  'comment',
  'threadedComment',
  'li',
  'td',
  'tr',
  ...HEADERS,
]);
/** A paragraph without end is given in pieces. UTF-16 units. */
const MOST_IN_BLOCK = 32_768;
/** A character that is an attribute (§17.3.3.30), and the text around the number of a list, in WordprocessingML. */
const SIGN = 'sym';
const LIST_NUMBER = 'lvlText';
/** Attributes repeat themselves, within a part and from part to part, such as names of fonts; so many are remembered. */
const MOST_REMEMBERED = 20_000;
/** Another file, written as text (RFC 4648 §4). */
const ENCODED_FILE = 500;
/** Places, styles and sizes of cells, and their kinds: of a million cells these are most of the file. */
const OF_CELLS: ReadonlySet<string> = new Set(['c', 'row']);
/** Of these, where the cells have been read, the reader of sheets has made sure what they are. */
const CHECKED: ReadonlySet<string> = new Set(['r', 't']);
const PLACE = /^[A-Za-z$]{0,9}[\d.:]{0,9}$/;

export interface XmlWords extends XmlHandlers {
  /** To be called once, at the end. */
  end(): void;
  /** Was there text long enough to be another file? */
  encodedFile(): boolean;
}

/** `told`: values of attributes of the same package that were told; `cells`: values of cells are told by others, row by row. */
export function xmlWords(sink: TextSink, told: Set<string>, { cells = false }: { readonly cells?: boolean } = {}): XmlWords {
  const blocks: XmlBlock[] = [new XmlBlock('')];
  let node = '';
  let inValue = false;
  let encoded = false;

  const inner = (): XmlBlock => blocks.at(-1) as XmlBlock;
  const endNode = (): void => {
    if (node === '') return;
    const text = node;
    node = '';
    if (inValue) return;
    encoded ||= isEncodedFile(text);
    const block = inner();
    block.add(text, plainNumber(text) ?? text);
    if (block.length <= MOST_IN_BLOCK) return;
    tell(block);
    block.cut();
  };
  const tell = (block: XmlBlock): void => {
    for (const text of block.texts()) {
      if (text.trim() === '') continue;
      sink.add(text);
      for (const other of otherwise(text, block.name)) sink.add(other);
    }
  };
  return {
    open(name, attributes) {
      endNode();
      if (BLOCKS.has(name)) blocks.push(new XmlBlock(name));
      else inner().open(name, attributes);
      if (cells && name === 'v') inValue = true;
      const ofCells = OF_CELLS.has(name);
      for (const key in attributes) {
        const value = attributes[key] ?? '';
        if (value.length < 2 || (ofCells && ((cells && CHECKED.has(key)) || PLACE.test(value))) || told.has(value)) continue;
        if (told.size < MOST_REMEMBERED && value.length < 1000) told.add(value);
        encoded ||= isEncodedFile(value);
        sink.add(value);
        for (const other of otherwise(value, name === LIST_NUMBER ? name : '')) sink.add(other);
      }
      if (name === SIGN) node = signOf(attributeOf(attributes, 'char'));
    },
    text(text) {
      node += text;
      if (node.length > MOST_IN_BLOCK) endNode();
    },
    close(name) {
      endNode();
      if (cells && name === 'v') inValue = false;
      if (!BLOCKS.has(name)) inner().close();
      else if (blocks.length > 1) tell(blocks.pop() as XmlBlock);
    },
    aside(text) {
      endNode();
      encoded ||= isEncodedFile(text);
      sink.add(text);
    },
    end() {
      endNode();
      while (blocks.length > 0) tell(blocks.pop() as XmlBlock);
    },
    encodedFile: () => encoded,
  };
}

/** The same text as some program shows it. */
function otherwise(text: string, name: string): readonly string[] {
  const others: string[] = [];
  const plain = unescapeXstring(text);
  if (plain !== text) others.push(plain);
  // Codes of fonts and fields (ECMA-376 part 1 §18.3.1.46).
  if (HEADERS.includes(name)) others.push(plain.replace(/&(?:"[^"]*"|K[0-9A-F]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Z])/gi, ''));
  // Where the number of a list stands (§17.9.11).
  if (name === LIST_NUMBER) others.push(plain.replace(/%\d/g, ''));
  // Markup that stands in a text as text.
  if (/<[a-z/!]|&(?:#|[a-z]+;)/i.test(plain)) others.push(withoutMarkup(plain));
  const number = plainNumber(text);
  if (number !== undefined) others.push(number);
  return others;
}

/** Of a private character the font alone tells what it is: a tick, a bullet. */
function signOf(char = ''): string {
  const code = /^[0-9a-f]{4,6}$/i.test(char) ? Number.parseInt(char, 16) : 0;
  return code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xf8ff) ? '' : String.fromCodePoint(code);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', amp: '&' };

function withoutMarkup(text: string): string {
  return text.replace(/<[^<>]{0,2000}>/g, '').replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** `1.3900000009E10`, as programs in Java write it, is 13900000009. Undefined where it is written plainly, or is no whole number. */
export function plainNumber(text: string): string | undefined {
  if (text.length > 30 || !/^\s*-?\d(?:\.\d+)?E\+?\d{1,2}\s*$/i.test(text)) return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? String(number) : undefined;
}

/** Letters, digits, `+` and `/` without a break but of lines: no language writes so. */
function isEncodedFile(text: string): boolean {
  if (text.length < ENCODED_FILE) return false;
  for (let at = 0, run = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) continue;
    run =
      (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 43 || code === 47 ? run + 1 : 0;
    if (run >= ENCODED_FILE) return true;
  }
  return false;
}
