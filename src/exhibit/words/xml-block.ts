/** One paragraph of an XML part, put together again: as it is read, without what stands inside it by the way, and with all of it. */
import { isAside } from './aside-names.ts';
import { BETWEEN } from './text-sink.ts';
import { OVERLAP } from './words.ts';

/** Kinds of elements within one paragraph that are each left out once. */
const MOST_KINDS = 24;
/** Runs that are not read along (ECMA-376 part 1 §17.3.2, §18.4.13, §21.1.2.3.9): not shown, struck out, or a small sign beside a word. */
const OFF_THE_LINE: ReadonlySet<string> = new Set(['vanish', 'webHidden', 'specVanish', 'strike', 'dstrike', 'vertAlign']);
const RUN = 'r';
const NONE: ReadonlySet<string> = new Set(['0', 'false', 'off', 'baseline', 'noStrike']);

interface Piece {
  readonly text: string;
  /** As it reads by itself. */
  readonly alone: string;
  /** Kinds of the elements that it stands in, within the paragraph: their names, and with a style of their own these with it. */
  readonly within: readonly string[];
  readonly aside: boolean;
}

interface Inside {
  readonly name: string;
  readonly kinds: string[];
  aside: boolean;
}

export class XmlBlock {
  /** Empty of what stands in no paragraph. */
  readonly name: string;
  /** UTF-16 units. */
  length = 0;
  #pieces: Piece[] = [];
  readonly #inside: Inside[] = [];

  constructor(name: string) {
    this.name = name;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const style = attributeOf(attributes, 'style-name');
    this.#inside.push({ name, kinds: style === undefined ? [name] : [name, `${name} ${style}`], aside: isAside(name) });
    const run = this.#inside.findLast((each) => each.name === RUN);
    if (!run) return;
    if (isOffTheLine(name, attributes)) run.aside = true;
    if (name === 'rStyle') run.kinds.push(`${RUN} ${attributeOf(attributes, 'val')}`);
  }

  close(): void {
    this.#inside.pop();
  }

  add(text: string, alone: string): void {
    this.length += text.length;
    this.#pieces.push({
      text,
      alone,
      within: this.name === '' ? [] : this.#inside.flatMap(({ kinds }) => kinds),
      aside: this.#inside.some(({ aside }) => aside),
    });
  }

  /**
   * As it is read; what stands by the way; all of it; each piece by itself. Nobody knows of every vocabulary what stands by the way: where a paragraph
   * has elements of several kinds, it is given without those of each as well.
   */
  texts(): readonly string[] {
    const pieces = this.#pieces;
    const read = pieces.filter(({ aside }) => !aside);
    const texts = new Set([joined(read)]);
    if (read.length < pieces.length) {
      texts.add(joined(pieces.filter(({ aside }) => aside)));
      texts.add(joined(pieces));
    }
    const alone = pieces.filter(({ text }) => text.trim() !== '').map((piece) => piece.alone);
    if (alone.length > 1) texts.add(alone.join(BETWEEN));
    if (pieces.length > 1)
      for (const kind of [...new Set(pieces.flatMap(({ within }) => within))].slice(0, MOST_KINDS))
        for (const from of [read, pieces]) texts.add(joined(from.filter(({ within }) => !within.includes(kind))));
    return [...texts];
  }

  /** Begins anew, with the end of what is read and of what stands by the way. */
  cut(): void {
    const kept = { read: 0, aside: 0 };
    const ends = this.#pieces.reverse().flatMap((piece) => {
      const kind = piece.aside ? 'aside' : 'read';
      if (kept[kind] >= OVERLAP) return [];
      const text = piece.text.slice(kept[kind] - OVERLAP);
      kept[kind] += text.length;
      return [{ ...piece, text, alone: text }];
    });
    this.#pieces = ends.reverse();
    this.length = kept.read + kept.aside;
  }
}

const joined = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

function isOffTheLine(name: string, attributes: Readonly<Record<string, string>>): boolean {
  const is = (key: string): boolean | undefined => {
    const value = attributeOf(attributes, key);
    return value === undefined ? undefined : !NONE.has(value);
  };
  if (OFF_THE_LINE.has(name)) return is('val') ?? true;
  return name === 'rPr' && (is('strike') === true || is('baseline') === true);
}

/** By its name without prefix. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  for (const key in attributes) if (key === name || key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}
