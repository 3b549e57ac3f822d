/** A filled template → the pages of a PDF. */
import type { FontSet } from '../fonts/index.ts';
import { newPdf } from '../pdf/index.ts';
import { layBlocks } from './blocks.ts';
import { newCanvas } from './canvas.ts';
import type { Element } from './element.ts';
import { newFlow, type Paper } from './flow.ts';
import { drawCheckCode, drawDraft, drawPageNumber, drawRunning, drawSigners, signRoom } from './furniture.ts';
import { newPalette, type Palette } from './palette.ts';
import type { Setting } from './paragraph.ts';
import { type LayoutName, type PageStyle, pageStyle } from './style.ts';

export interface TypesetInput {
  readonly root: Element;
  readonly title: string;
  /** Milliseconds since 1970, for the file's own date. */
  readonly createdAt: number;
  readonly draft: boolean;
  readonly fonts: FontSet;
  readonly compress: boolean;
}

export interface Typeset {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** How often each character should be found in the file, and what could not be printed as it was given. */
  readonly palette: Pick<Palette, 'expected' | 'missing' | 'changed'>;
  /** What ink must keep to, points from the page's lower left corner: left, bottom, right, top. */
  readonly sheet: readonly [number, number, number, number];
}

/** @throws LayoutError what a table's columns and cells cannot be; Fault FONT_UNREADABLE */
export function typeset({ root, title, createdAt, draft, fonts, compress }: TypesetInput): Typeset {
  const page = pageStyle(
    (root.attributes.layout ?? 'letter') as LayoutName,
    (root.attributes.orientation ?? 'portrait') as PageStyle['orientation'],
    root.attributes.edition === '2' ? 2 : 1,
  );
  const pdf = newPdf({ title, createdAt, compress });
  const palette = newPalette(fonts, pdf);
  const setting: Setting = { page, palette };
  const signers = (root.attributes.everypage ?? '').split(' ').filter((name) => name !== '');
  const paper: Paper = {
    top: page.top,
    left: page.left,
    height: page.height - signRoom(signers),
    grid: page.grid,
    open: () => {
      const canvas = newCanvas(page.page.width, page.page.height);
      if (draft) drawDraft(setting, canvas);
      return canvas;
    },
    close: (canvas, number, marks, { foot, running }) => {
      drawSigners(setting, canvas, signers);
      drawPageNumber(setting, canvas, number);
      if (running !== '' && number > 1) drawRunning(setting, canvas, running);
      if (foot !== '') drawCheckCode(setting, canvas, { code: foot, page: number });
      const { width, height } = page.page;
      pdf.addPage(
        width,
        height,
        canvas.content(),
        marks.map(({ level, title: text, top }) => ({ level, title: text, y: height - top })),
      );
    },
    repeated: (glyphs) => palette.again(glyphs),
  };
  const flow = newFlow(paper);
  layBlocks(setting, flow, root.children);
  flow.end();
  const { width, height } = page.page;
  return { bytes: pdf.finish(), pages: pdf.pages, palette, sheet: [0, 0, width, height] };
}
