/** Blanks of a filled template as space to write in: ruled in prose, empty in tables, `　　年　　月　　日` for a day. */
import { BLANK_DATES, BLANK_LINE, BLANK_TEXT, hasBlank } from '../model/index.ts';
import type { Element } from '../typeset/index.ts';

type Child = Element | string;

/** Widths in characters of the body. */
const LINE = 8;
const IN_CELL = 4;
/** Lines of prose, almost as wide as the page. */
const PROSE_LINES = 3;
const PROSE_WIDTH = 26;
/** Room for a pen, in millimetres: one line, and prose. */
const ROW_HEIGHT = '8';
const PROSE_ROW_HEIGHT = '12';
const PROSE_HEIGHT = '24';
/** Where the agency is written and stamped. */
const NAME_AND_SEAL = `${'＿'.repeat(12)}（印章）`;
/** What a form says where there is nothing: on a blank one nobody has said it. */
const NOTHING_SAID = /(?:保管链未登记，无从核对|保管链未登记|未登记|未发现|待查|实物，无电子文件|无|—)(?=[。；]?$)/u;
const WORDS = /[\p{L}\p{N}]/u;

export function withBlanks(root: Element): Element {
  return { ...root, children: root.children.flatMap(block).map((child) => asWide(child, charactersOf(root))) };
}

/** Characters of a line of the text, by layout; a sheet that lies has more. */
function charactersOf({ attributes: { layout, orientation } }: Element): number {
  if (layout === 'sheet') return orientation === 'landscape' ? 66 : 42;
  return layout === 'form' ? 36 : 28;
}

/** A line that is nothing but ruled is as wide as the text. */
function asWide(child: Child, characters: number): Child {
  if (typeof child === 'string' || child.name !== 'p' || child.children.length !== 1) return child;
  const [only] = child.children;
  const ruledWhole = typeof only === 'object' && only.name === 'blank' && only.attributes.width === String(PROSE_WIDTH);
  return ruledWhole ? { ...child, children: [ruled(characters)] } : child;
}

function block(child: Child): readonly Child[] {
  if (typeof child === 'string') return [child];
  const { name, attributes, children } = child;
  if (name === 'qr' && hasBlank(attributes.text ?? '')) return [];
  if (name === 'imprint' && Object.values(attributes).some(hasBlank)) return [];
  if (name === 'sign' && hasBlank(attributes.agency ?? ''))
    return [{ ...child, attributes: { ...named(attributes), agency: NAME_AND_SEAL } }];
  if (name === 'cell' || name === 'field') return [boxed(child)];
  if (name === 'row') return [row(child)];
  const made = { name, attributes: named(attributes), children: children.flatMap(block) };
  if (children.some((inner) => typeof inner === 'string')) return prose(child, made);
  return [{ ...made, children: inline(children, LINE).flatMap(block) }];
}

/** A seal stands below nobody's name, and no box is ticked. */
function named(attributes: Element['attributes']): Element['attributes'] {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, key === 'on' ? 'no' : value.replaceAll(/[\ue000-\uf8ff]+/gu, '')]),
  );
}

/** A paragraph of prose alone is some ruled lines; else its blanks are ruled within it. */
function prose(given: Element, made: Element): readonly Child[] {
  const only = given.children.length === 1 && typeof given.children[0] === 'string' ? given.children[0].trim() : '';
  const line: Element = { name: 'p', attributes: { indent: 'no' }, children: [ruled(PROSE_WIDTH)] };
  if (given.name === 'p' && stripped(only) === '' && only.includes(BLANK_TEXT)) return Array.from({ length: PROSE_LINES }, () => line);
  const children = inline(given.children, LINE).flatMap((child) => (typeof child === 'string' ? [child] : block(child)));
  // What begins behind a label goes on below it.
  const goesOn = given.name === 'p' && given.children.some((child) => typeof child === 'string' && child.includes(BLANK_TEXT));
  // Ruled spaces do not stretch: a line that holds one is not spread to the margin.
  const attributes = given.name === 'p' ? { align: 'left', ...made.attributes } : made.attributes;
  return goesOn ? [{ ...made, attributes, children }, line] : [{ ...made, attributes, children }];
}

const ruled = (width: number): Element => ({ name: 'blank', attributes: { width: String(width) }, children: [] });

/** Text with its blanks made into space. */
function inline(children: readonly Child[], width: number): readonly Child[] {
  return children.flatMap((child): readonly Child[] => {
    if (typeof child !== 'string') return child.name === 'digest' && child.children.some(isBlank) ? [ruled(width * 2)] : [child];
    const text = child.replace(NOTHING_SAID, BLANK_LINE).replaceAll(/[\ue100-\uf8ff]+/gu, '');
    return text.split(/([\ue000-\ue003])/u).flatMap((part): readonly Child[] => {
      if (part === '') return [];
      if (part === BLANK_LINE) return [ruled(width)];
      if (part === BLANK_TEXT) return [ruled(width + 4)];
      return [BLANK_DATES[part] ?? part];
    });
  });
}

const isBlank = (child: Child): boolean => (typeof child === 'string' ? hasBlank(child) : child.children.some(isBlank));
const stripped = (text: string): string => text.replaceAll(/[\ue000-\uf8ff\s]+/gu, '');

/** What is printed in a box besides blanks. */
function words(children: readonly Child[]): string {
  return children.map((child) => (typeof child === 'string' ? stripped(child.replace(NOTHING_SAID, '')) : words(child.children))).join('');
}

/** A box with nothing but blanks is empty; with words of the form, these stay and leave a little room. */
function boxed(box: Element): Element {
  const asked = isBlank(box) || (words(box.children) === '' && box.children.some((child) => typeof child === 'string'));
  if (!asked) return { ...box, attributes: named(box.attributes), children: box.children.flatMap(block) };
  const text = allText(box.children);
  const dates = /^[\ue002\ue003至]+$/u.test(text.replaceAll(/\s/gu, ''));
  const height = { height: box.attributes.height ?? (text.includes(BLANK_TEXT) ? PROSE_HEIGHT : ROW_HEIGHT) };
  const attributes = { ...named(box.attributes), ...(box.name === 'field' ? height : {}) };
  if (!WORDS.test(words(box.children)) && !(dates && box.name === 'field')) return { ...box, attributes, children: [] };
  return {
    ...box,
    attributes,
    children: inline(box.children, IN_CELL).flatMap((child) => (typeof child === 'string' ? [child] : block(child))),
  };
}

const allText = (children: readonly Child[]): string =>
  children.map((child) => (typeof child === 'string' ? child : allText(child.children))).join('');

function row(given: Element): Element {
  const empty = given.children.some((cell) => typeof cell === 'object' && isBlank(cell));
  const text = allText(given.children);
  const height =
    empty && given.attributes.height === undefined ? { height: text.includes(BLANK_TEXT) ? PROSE_ROW_HEIGHT : ROW_HEIGHT } : {};
  return { ...given, attributes: { ...named(given.attributes), ...height }, children: given.children.flatMap(block) };
}
