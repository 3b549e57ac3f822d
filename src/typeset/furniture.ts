/** What every page carries besides its text: the page number (GB/T 9704-2012, 7.5), who signs each page, and the mark of a draft. */
import type { Role } from '../fonts/index.ts';
import { type CodedPage, codedPageText, groupedCheckCode } from '../model/index.ts';
import type { Canvas } from './canvas.ts';
import { cutLines, widthOf } from './line-breaks.ts';
import type { Setting } from './paragraph.ts';
import { drawQr, smallQr } from './qr.ts';
import { drawLine } from './set-line.ts';
import { FOURTH, MM, PAGE_NUMBER_GAP } from './style.ts';
import { type Text, textOf } from './text.ts';

/** Printed across the page and above it while a document is a draft. */
const DRAFT_MARK = '草稿';
const DRAFT_MARK_SIZE = 150;
const DRAFT_NOTICE = '草稿：未经批准、签名和加盖印章，不得用于移送';
const NOTICE_SIZE = 10.5;
/** Of the notice below the page's upper edge. */
const NOTICE_TOP = 12 * MM;

/** 逐页签名: room above the line to write in. */
const SIGN_ROOM = 11 * MM;
const SIGN_STYLE = { size: 10.5, pitch: 16 };

/** A module of the check code is 3.5 dots of a scanner at 150 dpi; white of four modules around it (GB/T 18284) is free of ink. */
const CODE_MODULE = 0.6 * MM;
const CODE_GAP = 4 * CODE_MODULE;
/** Of its upper edge below the text block. */
const CODE_DROP = 4 * CODE_MODULE + 0.2 * MM;
const CODE_SIZE = 10.5;

/** Height of a dash above the baseline, in ems: its upper edge is what the standard measures to. */
const DASH_TOP = 0.293;

/** Points at the foot of each page that the text leaves to the signatures. */
export function signRoom(signers: readonly string[]): number {
  return signers.length > 0 ? SIGN_ROOM : 0;
}

/** Drawn before the text: it stands above the mark. */
export function drawDraft(setting: Setting, canvas: Canvas): void {
  const centred = (text: string, role: Role, size: number, top: number): void => {
    const set = textOf([text], { palette: setting.palette, role, size });
    const [line] = cutLines(set, canvas.width);
    if (line) drawLine(canvas, set, line, { x: 0, top, pitch: size, align: 'center' });
  };
  canvas.color('grey');
  centred(DRAFT_MARK, 'Hei', DRAFT_MARK_SIZE, canvas.height / 2 - DRAFT_MARK_SIZE / 2);
  canvas.color('black');
  centred(DRAFT_NOTICE, 'Hei', NOTICE_SIZE, NOTICE_TOP);
}

/** `— 1 —` in 四号, odd pages one character from the right edge, even ones from the left; a lying page has it where an upright one would. */
export function drawPageNumber(setting: Setting, canvas: Canvas, number: number): void {
  const { page } = setting;
  const text = textOf([`— ${number} —`], { palette: setting.palette, role: 'Song', size: FOURTH.size });
  const width = widthOf(text, 0, text.glyphs.length);
  const drop = PAGE_NUMBER_GAP + DASH_TOP * FOURTH.size;
  if (page.orientation === 'landscape') {
    const y = number % 2 === 1 ? page.top + page.height - FOURTH.size - width : page.top + FOURTH.size;
    canvas.textDown(text.glyphs, { x: page.left - drop, y, size: FOURTH.size });
    return;
  }
  const x = number % 2 === 1 ? page.left + page.width - FOURTH.size - width : page.left + FOURTH.size;
  canvas.text(text.glyphs, { x, y: page.top + page.height + drop, size: FOURTH.size });
}

/** 核对码 in the middle of the foot, where no page number stands: a QR code with the number of the page, and the code in letters. */
export function drawCheckCode({ page, palette }: Setting, canvas: Canvas, coded: CodedPage): void {
  const qr = smallQr(codedPageText(coded));
  const lines = ['核对码', groupedCheckCode(coded.code)].map((line) => textOf([line], { palette, role: 'Song', size: CODE_SIZE }));
  const side = qr.getModuleCount() * CODE_MODULE;
  const letters = Math.max(...lines.map((line) => widthOf(line, 0, line.glyphs.length)));
  const left = page.left + (page.width - side - CODE_GAP - letters) / 2;
  const top = page.top + page.height + CODE_DROP;
  drawQr(canvas, qr, { left, top, module: CODE_MODULE });
  const middle = top + side / 2;
  for (const [i, line] of lines.entries())
    canvas.text(line.glyphs, { x: left + side + CODE_GAP, y: middle + CODE_SIZE * (i === 0 ? -0.5 : 0.9), size: CODE_SIZE });
}

/** Of the running head above the text block. */
const RUNNING_GAP = 8 * MM;
const RUNNING_SIZE = 10.5;
/** Nearer to the edge of the sheet than this a hole puncher or a printer reaches; a lying sheet is bound at its head. */
const SHEET_EDGE = 20 * MM;

/** Title and numbers of the paper, where a loose page must tell whose it is; one line, set smaller where it is long. */
export function drawRunning({ page, palette }: Setting, canvas: Canvas, running: string): void {
  const text = textOf([running], { palette, role: 'Song', size: RUNNING_SIZE });
  const [line] = cutLines(text, page.width);
  const top = Math.max(SHEET_EDGE, page.top - RUNNING_GAP);
  if (line) drawLine(canvas, text, line, { x: page.left, top, pitch: RUNNING_SIZE, align: 'left' });
}

/** `当事人：______　见证人：______` below the text. */
export function drawSigners(setting: Setting, canvas: Canvas, signers: readonly string[]): void {
  if (signers.length === 0) return;
  const { page } = setting;
  const labels = signers.reduce((sum, name) => sum + [...name].length + 2, 0);
  const blank = String(Math.max(1, Math.floor((page.width / SIGN_STYLE.size - labels) / signers.length)));
  const children = signers.flatMap((name, i) => [
    `${i === 0 ? '' : '　'}${name}：`,
    { name: 'blank', attributes: { width: blank }, children: [] },
  ]);
  // More names than the line has room for are set smaller, never left out.
  const size = SIGN_STYLE.size * Math.min(1, page.width / (SIGN_STYLE.size * (labels + signers.length * Number(blank))));
  const text: Text = textOf(children, { palette: setting.palette, role: 'Song', size });
  const [line] = cutLines(text, page.width);
  const top = page.top + page.height - SIGN_STYLE.pitch;
  if (line) drawLine(canvas, text, line, { x: page.left, top, pitch: SIGN_STYLE.pitch, align: 'left' });
}
