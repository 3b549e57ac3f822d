/** A run of inline elements as glyphs with their sizes, ready to be cut into lines. */
import type { Role } from '../fonts/index.ts';
import { groupedHex } from '../model/index.ts';
import type { Element } from './element.ts';
import { type Glyph, NEWLINE, type Palette, ROOM } from './palette.ts';

export interface Text {
  readonly glyphs: Glyph[];
  /** Points, by glyph. */
  readonly sizes: number[];
  /** Ruled below: by glyph, undefined when nothing is. */
  ruled?: boolean[];
  /** Room to write in is not cut: no stub of a ruled line, no day on one line and its month on the next. */
  whole?: boolean;
}

export interface TextOptions {
  readonly palette: Palette;
  readonly role: Role;
  readonly size: number;
  readonly whole?: boolean;
}

export function textOf(children: readonly (Element | string)[], options: TextOptions): Text {
  const text: Text = { glyphs: [], sizes: [], ...(options.whole ? { whole: true } : {}) };
  for (const child of children) append(text, child, options);
  return text;
}

/** The glyphs from one place to another as a text of its own. */
export function partOf({ glyphs, sizes, ruled, whole }: Text, from: number, to?: number): Text {
  const part = { glyphs: glyphs.slice(from, to), sizes: sizes.slice(from, to), ...(whole ? { whole } : {}) };
  return ruled ? { ...part, ruled: ruled.slice(from, to) } : part;
}

function append(text: Text, child: Element | string, options: TextOptions): void {
  if (typeof child === 'string') {
    push(text, options.palette.set(child, options.role), options.size);
    return;
  }
  const inner = (role: Role): void => {
    for (const part of child.children) append(text, part, { ...options, role });
  };
  switch (child.name) {
    case 'b':
      inner('Hei');
      break;
    case 'br':
      push(text, [NEWLINE], options.size);
      break;
    case 'digest':
      for (const part of child.children) digest(text, part, child.attributes, options);
      break;
    case 'check':
      append(text, child.attributes.on === 'yes' ? '☑' : '☐', { ...options, role: 'Kai' });
      inner(options.role);
      break;
    case 'blank':
      blank(text, Number(child.attributes.width), options.size);
      break;
    default:
      throw new Error(`inline <${child.name}>`);
  }
}

/** Room of that many characters with a line below. */
function blank(text: Text, width: number, size: number): void {
  text.ruled ??= [];
  for (let i = 0; i < width; i++) {
    text.ruled[text.glyphs.length] = true;
    push(text, [ROOM], size);
  }
}

function push(text: Text, glyphs: readonly Glyph[], size: number): void {
  for (const glyph of glyphs) {
    text.glyphs.push(glyph);
    text.sizes.push(size);
  }
}

/** For a digest that people compare by eye: four groups of eight a line, at this size. */
const LARGE_DIGEST = 15;

function digest(text: Text, child: Element | string, { size, lines }: Element['attributes'], options: TextOptions): void {
  const song = { ...options, role: 'Song' } as const;
  if (typeof child !== 'string') {
    append(text, child, song);
    return;
  }
  // A code stands in groups of its own.
  const groups = child.includes('-') ? child : groupedHex(child.replaceAll(' ', ''));
  const large = size === 'large';
  const shown = large || lines === '2' ? groups.replace(/((?:\S+ ){3}\S+) /g, '$1\u2028') : groups;
  append(text, shown, large ? { ...song, size: LARGE_DIGEST } : song);
}
