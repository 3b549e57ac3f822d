/** One paragraph: text and inline elements → a pdfmake text node. Every character that is printed passes `Ink.runs`. */
import { groupedHex } from '../model/index.ts';
import type { FontName } from './fonts.ts';
import type { Ink } from './ink.ts';
import type { Element } from './markup.ts';
import type { PageStyle, TextStyle } from './style.ts';

/** A node of pdfmake's document definition. */
export type Node = Record<string, unknown>;

export interface Page {
  readonly style: PageStyle;
  readonly ink: Ink;
}

interface Leaf {
  readonly role?: FontName;
  readonly style?: TextStyle;
  readonly align?: string | undefined;
  readonly indent?: boolean;
  readonly extra?: Node;
}

/** One paragraph. */
export function leaf(page: Page, children: readonly (Element | string)[], options: Leaf = {}): Node {
  const style = options.style ?? page.style.body;
  const text = children.flatMap((child) => inline(page, child, options.role ?? 'Fang'));
  return {
    text: text.length > 0 ? text : '',
    fontSize: style.size,
    lineHeight: style.pitch / style.size,
    alignment: options.align ?? 'left',
    ...(options.indent ? { leadingIndent: 2 * style.size } : {}),
    ...options.extra,
  };
}

function inline(page: Page, child: Element | string, role: FontName): Node[] {
  if (typeof child === 'string') return page.ink.runs(child, role).map((run) => ({ text: run.text, font: run.font }));
  const inner = (as: FontName) => child.children.flatMap((c) => inline(page, c, as));
  switch (child.name) {
    case 'b':
      return inner('Hei');
    case 'br':
      return [{ text: '\n', font: role }];
    case 'digest':
      return child.children.flatMap((c) => digest(page, c, child.attributes));
    case 'check':
      return [...inline(page, child.attributes.on === 'yes' ? '☑' : '☐', 'Kai'), ...inner(role)];
    case 'blank':
      return [
        {
          text: '\u3000'.repeat(Number(child.attributes.width)),
          font: 'Song',
          noWrap: true,
          decoration: 'underline',
          preserveLeadingSpaces: true,
          preserveTrailingSpaces: true,
        },
      ];
    default:
      throw new Error(`inline <${child.name}>`);
  }
}

/** For a digest that people compare by eye: four groups of eight a line, at this size. */
const LARGE_DIGEST = { fontSize: 15, lineHeight: 1.5 };

function digest(page: Page, child: Element | string, { size, lines }: Element['attributes']): Node[] {
  if (typeof child !== 'string') return inline(page, child, 'Song');
  const groups = groupedHex(child.replaceAll(' ', ''));
  const large = size === 'large';
  if (!large && lines !== '2') return inline(page, groups, 'Song');
  const runs = inline(page, groups.replace(/((?:\S+ ){3}\S+) /g, '$1\u2028'), 'Song');
  return large ? runs.map((run) => ({ ...run, ...LARGE_DIGEST })) : runs;
}
