/** A filled template → pdfmake's document definition, with what every page carries besides: number and, in drafts, the mark. */
import { type Ink, newInk } from './ink.ts';
import { blocks } from './layout.ts';
import { leaf, type Node, type Page } from './leaf.ts';
import type { Element } from './markup.ts';
import { FOURTH, type LayoutName, MM, PAGE_NUMBER_GAP, type PageStyle, pageStyle } from './style.ts';

/** Printed across the page and above it while a document is a draft. */
const DRAFT_MARK = '草稿';
const DRAFT_NOTICE = '草稿：未经批准、签名和加盖印章，不得用于移送';

/** 逐页签名: room above the line to write in, millimetres. */
const SIGN_ROOM = 11;
const SIGN_STYLE = { size: 10.5, pitch: 16 };

export interface DefinitionInput {
  readonly root: Element;
  readonly ink: Ink;
  readonly title: string;
  readonly createdAt: Date;
  readonly draft: boolean;
}

/** A fresh definition each time: pdfmake writes into it. */
export function makeDefinition({ root, ink, title, createdAt, draft }: DefinitionInput): Node & { readonly content: object } {
  const style = pageStyle(
    (root.attributes.layout ?? 'letter') as LayoutName,
    (root.attributes.orientation ?? 'portrait') as PageStyle['orientation'],
  );
  const page: Page = { style, ink };
  const signers = everyPage(root);
  const room = signers.length > 0 ? SIGN_ROOM * MM : 0;
  // A draft's number of pages is not known before it is laid out: its mark is counted by `furnitureText`.
  const [left, top, right, bottom] = style.margins;
  const numbered = (number: number): Node => ({
    text: pageNumberText(number),
    font: 'Song',
    fontSize: FOURTH.size,
    alignment: number % 2 === 1 ? 'right' : 'left',
    margin: [
      left + (number % 2 === 1 ? 0 : FOURTH.size),
      PAGE_NUMBER_GAP - FOURTH.size / 2,
      right + (number % 2 === 1 ? FOURTH.size : 0),
      0,
    ],
  });
  return {
    version: '1.7',
    subset: 'PDF/A-2b',
    language: 'zh-CN',
    displayTitle: true,
    info: { title, creator: 'mbpack', producer: 'mbpack', creationDate: createdAt },
    pageSize: 'A4',
    pageOrientation: style.orientation,
    pageMargins: [left, top, right, bottom + room],
    defaultStyle: { font: 'Fang', fontSize: style.body.size },
    content: blocks(page, root.children),
    footer: (number: number) =>
      signers.length === 0
        ? numbered(number)
        : { stack: [{ ...signLine(signers, style.width), margin: [left, room - SIGN_STYLE.pitch, right, 0] }, numbered(number)] },
    ...(draft
      ? {
          header: () => ({ text: DRAFT_NOTICE, font: 'Hei', fontSize: 10.5, alignment: 'center', margin: [0, 12 * MM, 0, 0] }),
          background: (_page: number, { height }: { readonly height: number }) => ({
            text: DRAFT_MARK,
            font: 'Hei',
            fontSize: 150,
            color: '#eeeeee',
            alignment: 'center',
            margin: [0, height / 2 - 110, 0, 0],
          }),
        }
      : {}),
  };
}

/** Who signs each page. */
function everyPage(root: Element): readonly string[] {
  return (root.attributes.everypage ?? '').split(' ').filter((name) => name !== '');
}

/** `当事人：______　见证人：______`; counted by `furnitureText`, for it is drawn on each page. */
function signLine(signers: readonly string[], width: number): Node {
  const labels = signers.reduce((sum, name) => sum + name.length + 2, 0);
  const blank = Math.max(1, Math.floor((width / SIGN_STYLE.size - labels) / signers.length));
  const children = signers.flatMap((name, i): (Element | string)[] => [
    `${i === 0 ? '' : '　'}${name}：`,
    { name: 'blank', attributes: { width: String(blank) }, children: [] },
  ]);
  return leaf({ style: pageStyle('form', 'portrait'), ink: newInk() }, children, { role: 'Song', style: SIGN_STYLE });
}

function pageNumberText(number: number): string {
  return `— ${number} —`;
}

/** All that stands on `pages` pages besides the document itself. */
export function furnitureText(pages: number, draft: boolean, root: Element): string[] {
  const signs = everyPage(root)
    .map((name) => `${name}：`)
    .join('');
  return Array.from({ length: pages }, (_, i) => `${signs}${pageNumberText(i + 1)}${draft ? DRAFT_MARK + DRAFT_NOTICE : ''}`);
}
