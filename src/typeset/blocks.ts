/** The blocks of a document, each as items of the flow, and what of them must stay together. */
import type { Role } from '../fonts/index.ts';
import type { Element } from './element.ts';
import type { Flow, Item } from './flow.ts';
import { imprintItems } from './foot-parts.ts';
import { docNoItems, mastheadItems, snap, titleItems, topMark } from './head-parts.ts';
import { gap, keepEnds, keepFirst, keepLast, paragraph, type Setting } from './paragraph.ts';
import { qrItem } from './qr.ts';
import type { Align } from './set-line.ts';
import { attachmentItems, listItems, signItems } from './sign.ts';
import { MM, smallStyle } from './style.ts';
import { fieldItems, type InnerBlock, tableItems } from './table.ts';

/** Lines of a paragraph that go over to the next page with the signature below it (no 此页无正文). */
const WITH_SIGNATURE = 2;
/** Lines below a signature that are still kept with it. */
const MOST_BELOW = 12;

const HEADINGS: Readonly<Record<string, Role>> = { h1: 'Hei', h2: 'Kai', h3: 'Fang', h4: 'Fang' };
const TABLES: readonly string[] = ['table', 'fields'];
/** What below a table takes its last row along: it proves or says nothing on a page of its own. */
const GOES_WITH_TABLE: readonly string[] = ['sign', 'note'];
const TOP_MARKS: readonly string[] = ['copyno', 'secrecy', 'urgency'];
const CLOSING: readonly string[] = ['p', 'note', 'annotation', 'cc', 'imprint'];
const PINNED: readonly string[] = ['cc', 'imprint'];

/** Lays out all blocks of `<document>`: what stands between two page breaks has its own head and foot. */
export function layBlocks(setting: Setting, flow: Flow, children: readonly (Element | string)[]): void {
  let section: Element[] = [];
  let begins: PageBreak;
  /** The check code of the paper: from its first page to the break that begins another paper. */
  let code: string | undefined;
  const finish = (): void => {
    if (section.length === 0) return;
    const head = runningHead(setting, section);
    const around = { ...(code === undefined ? {} : { foot: code }), ...(head === undefined ? {} : { running: head }) };
    const says = code !== undefined || head !== undefined;
    if (says) flow.add([{ height: 0, keep: true, ...around, ...(begins ? { pageBreak: begins } : {}) }]);
    laySection(setting, flow, section, says ? undefined : begins);
    section = [];
  };
  for (const child of children) {
    if (typeof child === 'object' && child.name === 'pagebreak') {
      finish();
      begins = child.attributes.restart === 'yes' ? 'restart' : 'page';
      if (begins === 'restart' && code !== undefined) code = '';
    } else if (typeof child === 'object' && child.name === 'checkcode') code = child.attributes.text ?? '';
    else section.push(typeof child === 'string' ? { name: 'p', attributes: { indent: 'no' }, children: [child] } : child);
  }
  finish();
}

/** Of a form that runs over: its title, its numbers; undefined where the section has no title of its own, and for letters. */
function runningHead({ page }: Setting, section: readonly Element[]): string | undefined {
  if (page.edition === 1 || page.grid !== undefined || page.layout === 'letter' || page.layout === 'redhead') return undefined;
  const words = (name: string): string =>
    section
      .find((block) => block.name === name)
      ?.children.map(plainText)
      .join('') ?? '';
  const title = words('title');
  return title === '' ? undefined : [`${title}（续）`, words('docno')].filter((part) => part !== '').join('　　');
}

const plainText = (child: Element | string): string => (typeof child === 'string' ? child : child.children.map(plainText).join(''));

function laySection(setting: Setting, flow: Flow, blocks: readonly Element[], begins: PageBreak): void {
  const signature = blocks.findIndex(({ name }) => name === 'sign');
  const signed = signature >= 0 && blocks.slice(signature + 1).every(({ name }) => CLOSING.includes(name));
  const foot = signed ? signature : blocks.length;
  let marks = 0;
  for (let i = 0; i < foot; i++) {
    const block = blocks[i] as Element;
    const { items, pinned } = setBlock(setting, block, {
      before: blocks[i - 1],
      after: blocks[i + 1],
      second: blocks[i + 2],
      marks,
      last: i === blocks.length - 1,
    });
    if (isTopMark(block)) marks += 1;
    if (pinned) flow.pin([...items]);
    else flow.add(i === 0 && begins ? onNewPage(items, begins) : items);
  }
  if (signed) layFoot(setting, flow, blocks.slice(foot), foot === 0 ? begins : undefined);
}

/** Share of a page that 版记 may take at its foot; a longer one flows like text. */
const MOST_PINNED = 0.4;

/** A block's items, and whether they stand at the foot of the page: 版记 that ends its section and is not too long for that. */
function setBlock(
  setting: Setting,
  block: Element,
  { last, ...around }: Around & { readonly last: boolean },
): { readonly items: Iterable<Item>; readonly pinned: boolean } {
  if (!PINNED.includes(block.name)) return { items: blockItems(setting, block, around), pinned: false };
  const items = imprintItems(setting, block);
  if (last && heightOf(items) <= MOST_PINNED * setting.page.height) return { items, pinned: true };
  // Its lines may go over to the next page.
  const flowing = items.map((item) => ({ ...item, keep: false }));
  return { items: [gap(setting.page.body.pitch / 2), ...flowing, { ...snap(0), keep: false }], pinned: false };
}

const heightOf = (items: readonly Item[]): number => items.reduce((sum, { height }) => sum + height, 0);

const isTopMark = ({ name }: Element): boolean => TOP_MARKS.includes(name);

type PageBreak = Item['pageBreak'];

function* onNewPage(items: Iterable<Item>, pageBreak: NonNullable<PageBreak>): Generator<Item> {
  let first = true;
  for (const item of items) {
    yield first ? { ...item, pageBreak } : item;
    first = false;
  }
}

interface Around {
  readonly before: Element | undefined;
  readonly after: Element | undefined;
  /** What stands behind that. */
  readonly second?: Element | undefined;
  /** Marks that stand at the head of the page already. */
  readonly marks: number;
}

function blockItems(setting: Setting, element: Element, around: Around): Iterable<Item> {
  const { before, after, marks } = around;
  const { body, width } = setting.page;
  const { name, attributes, children } = element;
  const follows = after?.name ?? '';
  const role = HEADINGS[name];
  if (role) return headingItems(setting, element, role);
  switch (name) {
    case 'copyno':
    case 'secrecy':
    case 'urgency':
      return topMark(setting, element).map((item) => ({ ...item, keep: true }));
    case 'masthead':
      return mastheadItems(setting, element, marks * body.pitch);
    case 'agency':
      return titleItems(setting, element, follows !== 'title' && follows !== 'docno');
    case 'title':
      return titleItems(setting, element, follows !== 'docno');
    case 'docno':
      return docNoItems(setting, element, before?.name === 'masthead' ? 'masthead' : 'title');
    case 'addressee':
      return paragraph(setting, children).map((item) => ({ ...item, keep: true }));
    case 'annex':
      // 7.3.7: 附件 and its number in 黑体 at the left edge of the first line, the title on the third.
      return [...onNewPage(paragraph(setting, children, { role: 'Hei' }), 'page'), gap(body.pitch)].map((item) => ({
        ...item,
        keep: true,
      }));
    case 'p':
      return announces(setting, around)
        ? keepLast(paragraphItems(setting, element), WITH_SIGNATURE)
        : withNext(paragraphItems(setting, element), follows);
    case 'note':
    case 'annotation':
      return smallItems(setting, element);
    case 'list':
      return announces(setting, around)
        ? keepLast(listItems(setting, element, { width, shift: 0, style: body }), WITH_SIGNATURE)
        : listItems(setting, element, { width, shift: 0, style: body });
    case 'attachments':
      return attachmentItems(setting, element);
    case 'table':
      return spaced(
        setting,
        setting.page.edition > 1 && isSignatures(element)
          ? keptWhole(tableItems(setting, element, inner))
          : tableItems(setting, element, inner),
        around,
      );
    case 'fields':
      return spaced(setting, fieldItems(setting, element, inner), around);
    case 'sign':
      return signItems(setting, element);
    case 'qr':
      return [
        qrItem(attributes.text ?? '', Number(attributes.size ?? 30) * MM, { width, height: setting.page.height, shift: 0 }),
        { ...snap(0), keep: false },
      ];
    case 'gap':
      return [{ height: Number(attributes.lines) * body.pitch }];
    default:
      throw new Error(`block <${name}>`);
  }
}

/** A heading goes with the two first lines of what it heads. */
function headingItems(setting: Setting, { name, children }: Element, role: Role): Item[] {
  const items = paragraph(setting, children, { role, indent: true });
  const title = children.filter((child) => typeof child === 'string').join('');
  return items.map((item, i) => ({ ...item, keep: true, ...(i === 0 ? { mark: { level: Number(name.slice(1)) + 1, title } } : {}) }));
}

function paragraphItems(setting: Setting, { attributes, children }: Element): Item[] {
  const align = (attributes.align ?? (attributes.indent === 'no' ? 'left' : 'justify')) as Align;
  return keepEnds(paragraph(setting, children, { align, indent: attributes.indent !== 'no' }));
}

/** The line that announces a table goes with it. */
function withNext(items: Item[], follows: string): Item[] {
  if (TABLES.includes(follows)) return keepLast(items, 1);
  return follows === 'sign' ? keepLast(items, WITH_SIGNATURE) : items;
}

/** 附注 (7.3.6) in brackets, two characters in; notes to forms are smaller. */
function smallItems(setting: Setting, { name, attributes, children }: Element): Item[] {
  const { body } = setting.page;
  if (name === 'annotation') return paragraph(setting, ['（', ...children, '）'], { indent: true });
  const style = smallStyle(setting.page, body);
  const lines = paragraph(setting, children, { style, align: 'justify', indent: attributes.indent === 'yes' });
  return [...keepFirst(lines, lines.length > 6 ? 2 : lines.length), { ...snap(0), keep: false }];
}

/** Rows that a pen writes in: a table of nothing else is where people sign. */
const MOST_SIGNING = 8;

function isSignatures({ name, children }: Element): boolean {
  const rows = children.filter((child): child is Element => typeof child === 'object' && child.name === 'row');
  const others = children.some((child) => typeof child === 'object' && child.name !== 'row' && child.name !== 'head');
  return (
    name === 'table' &&
    !others &&
    rows.length > 0 &&
    rows.length <= MOST_SIGNING &&
    rows.every((row) => row.attributes.height !== undefined)
  );
}

/** Names are never parted from one another. */
function* keptWhole(items: Iterable<Item>): Generator<Item> {
  let last: Item | undefined;
  for (const item of items) {
    if (last) yield { ...last, keep: true };
    last = item;
  }
  if (last) yield last;
}

/** Does a table of signatures follow, at once or below one line? Then the last row goes with it: nobody signs a page that says nothing. */
const announces = ({ page }: Setting, { after, second }: Around): boolean =>
  page.edition > 1 && after !== undefined && (isSignatures(after) || (after.name === 'p' && second !== undefined && isSignatures(second)));

/** Room around a table: on the grid its neighbours bring their own; tables that touch share their frame. A signature below goes with the last row. */
function* spaced(setting: Setting, items: Iterable<Item>, around: Around): Generator<Item> {
  const { grid, body } = setting.page;
  const { before, after } = around;
  const signed = GOES_WITH_TABLE.includes(after?.name ?? '') || announces(setting, around);
  const shared = (other: Element | undefined): boolean =>
    setting.page.edition > 1 && other !== undefined && TABLES.includes(other.name) && other.attributes.lines !== 'none';
  if (!shared(before)) yield { ...gap(grid === undefined ? 2 : 0), keep: true };
  let last: Item | undefined;
  for (const item of items) {
    if (last) yield last;
    last = item;
  }
  if (last) yield signed ? { ...last, keep: true } : last;
  if (shared(after)) return;
  yield grid === undefined ? gap(Math.max(4, (body.pitch - body.size) / 1.5)) : { ...snap(0), keep: signed };
}

const inner: InnerBlock = (setting, element, { width, shift, style }) => {
  switch (element.name) {
    case 'qr':
      return [
        qrItem(element.attributes.text ?? '', Number(element.attributes.size ?? 30) * MM, {
          width,
          height: setting.page.height / 2,
          shift,
        }),
      ];
    case 'list':
      return listItems(setting, element, { width, shift, style });
    case 'note': {
      return paragraph(setting, element.children, { role: 'Song', style: smallStyle(setting.page, style), width, shift, mend: false });
    }
    default:
      throw new Error(`<${element.name}> in a cell`);
  }
};

/** The signature with the short lines below it, and 版记 at the foot of the same page: neither proves anything alone. */
function layFoot(setting: Setting, flow: Flow, blocks: readonly Element[], broken: PageBreak): void {
  const items: Item[] = [];
  const pinned: Item[] = [];
  for (const [i, block] of blocks.entries()) {
    const around = { before: blocks[i - 1], after: blocks[i + 1], marks: 0, last: i === blocks.length - 1 };
    const set = setBlock(setting, block, around);
    (set.pinned ? pinned : items).push(...set.items);
  }
  const height = heightOf(pinned);
  const lines = heightOf(items) / setting.page.body.pitch;
  const together = lines <= MOST_BELOW;
  const kept = items.map((item, i): Item => {
    if (i === items.length - 1) return { ...item, keep: false, room: Math.max(item.room ?? 0, height) };
    return together ? { ...item, keep: true } : item;
  });
  flow.add(broken ? onNewPage(kept, broken) : kept);
  if (pinned.length > 0) flow.pin(pinned);
}
