/** Block elements of the vocabulary → pdfmake nodes. */
import type { FontName } from './fonts.ts';
import { leaf, type Node, type Page } from './leaf.ts';
import type { Element } from './markup.ts';
import { FOURTH, MM, TITLE } from './style.ts';
import { fieldsNode, tableNode } from './tables.ts';

/** The blocks of `<document>` or of a cell. */
export function blocks(page: Page, children: readonly (Element | string)[]): Node[] {
  const elements = children.filter((child) => typeof child === 'string' || child.name !== 'pagebreak');
  const nodes = elements.map((child) => (typeof child === 'string' ? leaf(page, [child]) : block(page, child)));
  // A page break belongs to what follows it: a node of its own could itself fall on a new page and leave it blank.
  let next = 0;
  for (const child of children) {
    const following = nodes[next];
    if (typeof child === 'object' && child.name === 'pagebreak') {
      if (following) following.pageBreak = 'before';
    } else next += 1;
  }
  elements.forEach((child, i) => {
    const before = nodes[i - 1];
    // The line that announces a table goes with it, and a heading with what it heads.
    const heading = isNamed(elements[i - 1], HEADINGS);
    if (before?.text !== undefined && (heading || isNamed(child, TABLES))) before.keepWith = nodes[i];
    // The paragraph before a signature goes with it, and so does what stands below: a page with 抄送 or a signature alone proves nothing.
    const sign = nodes[i];
    if (!sign || typeof child !== 'object' || child.name !== 'sign') return;
    const below = belowSignature(children.slice(children.indexOf(child) + 1));
    const whole = below.reduce((sum, next) => sum + heightBelow(page, next), Number(sign.needHeight));
    if (whole <= MOST_KEPT * page.style.body.pitch) sign.needHeight = whole;
    if (before?.text !== undefined) before.needBelow = sign.needHeight;
  });
  return nodes;
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4'];
const TABLES = ['table', 'fields'];

function isNamed(child: Element | string | undefined, names: readonly string[]): boolean {
  return typeof child === 'object' && names.includes(child.name);
}

/** Short lines that close a document; nothing when a page break or another part follows. */
function belowSignature(following: readonly (Element | string)[]): readonly (Element | string)[] {
  return following.every((next) => typeof next === 'object' && ['p', 'note', 'cc'].includes(next.name)) ? following : [];
}

/** Lines of a signature with what follows it that are still kept together. */
const MOST_KEPT = 15;

/** Points that a short paragraph or 抄送 below a signature takes; everything counts as full-width, so that it is never too little. */
function heightBelow(page: Page, child: Element | string): number {
  const { body, width } = page.style;
  const style = typeof child === 'object' && child.name === 'cc' ? ccStyle(page) : body;
  const lines = Math.ceil(((characters(child) + 2) * style.size) / (width - 2 * style.size));
  return lines * style.pitch + (style === body ? 0 : body.pitch / 2 + CC_FRAME);
}

function characters(child: Element | string): number {
  return typeof child === 'string' ? child.length : child.children.reduce((sum, inner) => sum + characters(inner), 0);
}

/** A heading needs room for itself and two lines of what it heads. */
const HEADING_LINES = 3;

export function block(page: Page, element: Element): Node {
  const { body } = page.style;
  const { attributes, children, name } = element;
  const heading = (role: FontName): Node =>
    leaf(page, children, { role, indent: true, align: 'left', extra: { needHeight: HEADING_LINES * body.pitch } });
  switch (name) {
    case 'masthead':
    case 'agency':
      return leaf(page, children, { role: 'Biao', style: TITLE, align: 'center' });
    case 'title':
      return leaf(page, children, { role: 'Biao', style: TITLE, align: 'center', extra: { margin: [0, 0, 0, body.pitch / 2] } });
    case 'docno':
      return leaf(page, children, { align: attributes.align ?? 'center', extra: { margin: [0, 0, 0, body.pitch / 2] } });
    case 'addressee':
    case 'copyno':
    case 'secrecy':
    case 'urgency':
    case 'annex':
      return leaf(page, children);
    case 'annotation':
      return leaf(page, ['（', ...children, '）'], { indent: true });
    case 'gap':
      return { text: '', margin: [0, 0, 0, Number(attributes.lines) * body.pitch] };
    case 'imprint':
      return {
        stack: [
          ...children.filter((c) => typeof c === 'object').map((c) => ccNode(page, c)),
          leaf(page, [`${attributes.office}　${attributes.date}印发`]),
        ],
      };
    case 'h1':
      return heading('Hei');
    case 'h2':
      return heading('Kai');
    case 'h3':
    case 'h4':
      return heading('Fang');
    case 'p':
      return leaf(page, children, {
        align: attributes.align ?? (attributes.indent === 'no' ? 'left' : 'justify'),
        indent: attributes.indent !== 'no',
      });
    case 'note':
      return leaf(page, children, {
        style: { size: body.size * 0.8, pitch: body.pitch * 0.8 },
        align: 'justify',
        indent: attributes.indent === 'yes',
      });
    case 'list':
      return {
        stack: children.filter((c) => typeof c === 'object').map((item, i) => listItem(page, item, attributes.marks ?? 'number', i)),
      };
    case 'attachments':
      return attachments(page, element);
    case 'table':
      return tableNode(page, element, block);
    case 'fields':
      return fieldsNode(page, element, block);
    case 'sign':
      return sign(page, element);
    case 'cc':
      return ccNode(page, element);
    case 'qr':
      return { qr: attributes.text ?? '', fit: Number(attributes.size ?? 30) * MM, eccLevel: 'M', alignment: 'center' };
    default:
      throw new Error(`block <${name}>`);
  }
}

function listItem(page: Page, item: Element, marks: string, index: number): Node {
  const mark = marks === 'none' ? '' : marks === 'paren' ? `（${index + 1}）` : `${index + 1}．`;
  return leaf(page, mark === '' ? item.children : [mark, ...item.children], { align: 'justify', indent: true });
}

/** 附件说明 (7.3.4): one line free above, `附件：` two characters in, names beneath each other. */
function attachments(page: Page, element: Element): Node {
  const { body } = page.style;
  const items = element.children.filter((c) => typeof c === 'object');
  const hang = 5 * body.size;
  const number = 1.5 * body.size;
  const rows = items.map((item, i) => ({
    columns: [
      { ...leaf(page, i === 0 ? ['附件：'] : [], { align: 'right' }), width: hang },
      { ...leaf(page, [`${i + 1}.`]), width: number },
      { ...leaf(page, item.children), width: '*' },
    ],
  }));
  return { stack: rows, margin: [0, body.pitch / 2, 0, 0] };
}

/** 7.3.5: the date four characters from the right, the agency centred on it, room for the stamp above both. */
function sign(page: Page, element: Element): Node {
  const { body, width } = page.style;
  const seal = element.attributes.seal !== 'no';
  const agency = `${element.attributes.agency ?? ''}${seal ? '（印章）' : ''}`;
  const given = element.attributes.date ?? '';
  const date = given === '' ? '　　　　年　　月　　日' : given;
  const measure = (text: string) => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) < 128 ? 0.5 : 1), 0) * body.size;
  const [wide, narrow] = [Math.max(measure(agency), measure(date)), measure(date)];
  const right = Math.max(0, 4 * body.size - (wide - narrow) / 2);
  const left = Math.max(0, width - right - wide - 1);
  return {
    needHeight: body.pitch * (seal ? 4.5 : 3),
    margin: [left, body.pitch * (seal ? 2.5 : 1), right, 0],
    stack: [leaf(page, [agency], { align: 'center' }), leaf(page, [date], { align: 'center', extra: { preserveLeadingSpaces: true } })],
  };
}

const ccStyle = ({ style: { body } }: Page) => (body.size > FOURTH.size ? FOURTH : body);
/** Rules and paddings of 抄送, in points. */
const CC_FRAME = 12;

/** 抄送 (7.4.2) between two rules, 四号, one character in. */
function ccNode(page: Page, element: Element): Node {
  const style = ccStyle(page);
  const text = leaf(page, element.children, { style, extra: { margin: [style.size, 2, style.size, 2] } });
  return {
    needHeight: style.pitch + CC_FRAME + page.style.body.pitch / 2,
    margin: [0, page.style.body.pitch / 2, 0, 0],
    table: { widths: ['*'], dontBreakRows: true, body: [[text]] },
    layout: {
      hLineWidth: () => 0.35 * MM,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0,
    },
  };
}
