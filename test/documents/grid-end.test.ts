// The end of a letter (GB/T 9704-2012, 7.3.5 and 7.4), measured on the finished PDF.
import { expect, test } from 'vitest';
import { renderTemplate } from '../judges/documents.ts';
import { MM } from '../judges/geometry.ts';
import { BLOCK, CHARACTER_PITCH, LINE_PITCH, LINES_A_PAGE, type Line, lineOf, textLines, worst } from '../judges/lines.ts';
import { type PageMarks, type Rule, readMarks } from '../judges/positions.ts';
import { signedLetter } from './measured.ts';

const NEAR = 0.05;
const AGENCY = '示例市医疗保障局';
const DATE = '2026年11月20日';
/** The seal of a city's bureau. */
const SEAL_RADIUS = 21 * MM;
const AFTER = '<annotation>联系人：张三丰，电话：0000-0000000</annotation><cc>抄送：示例市人民检察院。</cc>';

interface Signature {
  readonly page: PageMarks;
  readonly agency: Line;
  readonly date: Line;
  readonly above: Line | undefined;
  readonly others: readonly Line[];
}

async function signature(template: string): Promise<Signature> {
  const page = (await readMarks(await renderTemplate(template))).find((one) => textLines(one).some((line) => line.text === DATE));
  const lines = page ? textLines(page) : [];
  const signed = lines.findLast((line) => line.text.startsWith(AGENCY));
  const date = lines.findLast((line) => line.text === DATE);
  if (!page || !signed || !date) throw new Error('no signature');
  const agency = lineOf(signed.baseline, signed.glyphs.slice(0, AGENCY.length));
  const others = lines.filter((line) => line !== signed && line !== date);
  return { page, agency, date, above: others.findLast((line) => line.baseline < agency.baseline), others };
}

test.each([1, 10, LINES_A_PAGE, LINES_A_PAGE + 5])(
  'after %i lines the date ends four characters from the right, the agency centred on it',
  async (lines) => {
    const { agency, date } = await signature(signedLetter({ lines, after: AFTER }));
    expect(worst([date.right], BLOCK.right - 4 * CHARACTER_PITCH)).toBeLessThan(0.5);
    expect(Math.abs((agency.left + agency.right) / 2 - (date.left + date.right) / 2)).toBeLessThan(0.5);
    expect(worst([date.baseline - agency.baseline], LINE_PITCH)).toBeLessThan(NEAR);
  },
);

/** Is there a place for the seal as 7.3.5.1 has it, and does it leave all other text alone? */
function sealFits({ agency, date, above, others }: Signature): string {
  const x = (date.left + date.right) / 2;
  const names = (agency.top + date.bottom) / 2;
  const head = above?.bottom ?? BLOCK.top;
  const glyphs = others.flatMap((line) => line.glyphs.flatMap(({ ink }) => ink ?? []));
  // 印章顶端应当上距正文一行之内.
  for (let gap = 0; gap <= LINE_PITCH; gap += 0.5) {
    const y = head + gap + SEAL_RADIUS;
    const touches = glyphs.some((ink) => {
      const dx = Math.max(ink.left - x, 0, x - ink.right);
      const dy = Math.max(ink.top - y, 0, y - ink.bottom);
      return Math.hypot(dx, dy) < SEAL_RADIUS;
    });
    // 下压署名和日期, both in it, 居印章中心偏下位置; and the seal is on the text block.
    const presses = agency.top > y - SEAL_RADIUS && date.bottom < y + SEAL_RADIUS && names >= y;
    if (!touches && presses && y + SEAL_RADIUS <= BLOCK.bottom + 7 * MM && x + SEAL_RADIUS <= BLOCK.right) return 'fits';
  }
  return `no room: ${Math.round((agency.top - head) / MM)} mm above, page ends ${Math.round((BLOCK.bottom - date.bottom) / MM)} mm below`;
}

test('wherever on the page the text ends, a seal of 42 mm fits between it and what follows', async () => {
  for (let lines = 1; lines <= LINES_A_PAGE + 3; lines++) {
    for (const after of ['', AFTER]) expect(`${lines} ${sealFits(await signature(signedLetter({ lines, after })))}`).toBe(`${lines} fits`);
  }
});

test('a signature never stands on a page without text', async () => {
  for (let lines = LINES_A_PAGE - 12; lines <= LINES_A_PAGE + 1; lines++) {
    const { above } = await signature(signedLetter({ lines }));
    expect(`${lines} ${above === undefined}`).toBe(`${lines} false`);
  }
});

const IMPRINT = `<imprint office="示例市医疗保障局办公室" date="2026年11月21日"><cc>抄送：示例市人民检察院，示例市财政局。</cc></imprint>`;
const flat = ({ box }: Rule): boolean => box.bottom - box.top < 2 && box.right - box.left > 100;
/** Breadth of a line, drawn as a stroke or as a thin box. */
const breadth = ({ box, painted, thickness }: Rule): number => (painted === 'stroke' ? thickness : box.bottom - box.top);
const lowerEdge = (rule: Rule): number => (rule.painted === 'stroke' ? rule.box.bottom + rule.thickness / 2 : rule.box.bottom);

test.each([1, 12, LINES_A_PAGE, LINES_A_PAGE + 9])(
  'after %i lines 版记 ends on the lower edge of the text block, on the last page',
  async (lines) => {
    const pages = await readMarks(await renderTemplate(signedLetter({ lines, after: IMPRINT })));
    const last = pages.at(-1);
    if (!last) throw new Error('no page');
    const rules = last.rules.filter(flat).sort((a, b) => a.box.top - b.box.top);
    expect(rules).toHaveLength(3);
    const [first, middle, end] = rules as [Rule, Rule, Rule];
    expect(Math.abs(lowerEdge(end) - BLOCK.bottom)).toBeLessThan(0.1 * MM);
    for (const { box } of rules) expect(worst([box.left - BLOCK.left, box.right - BLOCK.right], 0)).toBeLessThan(0.5);
    // 7.4.1: 0.35 mm first and last, 0.25 mm between.
    expect(worst([breadth(first), breadth(end)], 0.35 * MM)).toBeLessThan(NEAR);
    expect(worst([breadth(middle)], 0.25 * MM)).toBeLessThan(NEAR);
    const text = textLines(last).filter((line) => line.baseline > first.box.top);
    expect(text.map((line) => line.text)).toEqual(['抄送：示例市人民检察院，示例市财政局。', '示例市医疗保障局办公室2026年11月21日印发']);
    // 7.4.2, 7.4.3: 4号, one character free on the left, and behind 印发 on the right.
    expect(
      worst(
        text.flatMap((line) => line.glyphs.map((glyph) => glyph.size)),
        14,
      ),
    ).toBeLessThan(NEAR);
    expect(
      worst(
        text.map((line) => line.left),
        BLOCK.left + 14,
      ),
    ).toBeLessThan(2);
    expect(worst([text[1]?.right ?? 0], BLOCK.right - 14)).toBeLessThan(2);
  },
);

test('版记 pages: the imprint of a letter that ends low goes to a page of its own only with its signature', async () => {
  for (let lines = LINES_A_PAGE - 10; lines <= LINES_A_PAGE; lines++) {
    const pages = await readMarks(await renderTemplate(signedLetter({ lines, after: IMPRINT })));
    expect(pages.every((page) => textLines(page).length > 0)).toBe(true);
    expect(textLines(pages.at(-1) as PageMarks).at(-1)?.text).toContain('印发');
  }
});

test('a red head: the agency in red 35 mm below the text block’s upper edge, a red line 4 mm below the number', async () => {
  const head = '<masthead>示例市医疗保障局文件</masthead><docno>示医保移〔2026〕3号</docno><title>关于移送案件的函</title>';
  const [page] = await readMarks(
    await renderTemplate(`<document layout="redhead">${head}<addressee>示例市公安局：</addressee><p>正文</p></document>`),
  );
  if (!page) throw new Error('no page');
  const lines = textLines(page);
  const [masthead, docno, title] = ['示例市医疗保障局文件', '示医保移〔2026〕3号', '关于移送案件的函'].map((text) =>
    lines.find((line) => line.text === text),
  );
  if (!masthead || !docno || !title) throw new Error(lines.map((line) => line.text).join('\n'));
  const red = (colour: string): boolean => /^#[c-f][0-9a-f][0-3][0-9a-f][0-3][0-9a-f]$/i.test(colour);
  const middle = (BLOCK.left + BLOCK.right) / 2;
  const ink = Math.min(...masthead.glyphs.flatMap((glyph) => glyph.ink?.top ?? []));
  expect(masthead.glyphs.every((glyph) => red(glyph.colour))).toBe(true);
  // 7.2.4: upper edge to upper edge. The edge of an em box or of the ink: they differ by less than two millimetres at this size.
  expect(Math.abs(ink - BLOCK.top - 35 * MM)).toBeLessThan(2 * MM);
  for (const line of [masthead, docno, title]) expect(Math.abs((line.left + line.right) / 2 - middle)).toBeLessThan(1);
  const line = page.rules.filter(flat).find((rule) => red(rule.colour));
  if (!line) throw new Error('no red line');
  expect(worst([line.box.left - BLOCK.left, line.box.right - BLOCK.right], 0)).toBeLessThan(0.5);
  // 7.2.7: 4 mm below the number.
  expect(Math.abs(line.box.top - docno.bottom - 4 * MM)).toBeLessThan(MM);
  expect(title.top).toBeGreaterThan(line.box.bottom + LINE_PITCH);
});
