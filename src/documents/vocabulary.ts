/** The closed vocabulary of a template: every element, where it may stand, and what its attributes may hold. */

import { CHECK_CODE } from '../model/index.ts';

/** `text`: data may stand in it; `millimetres`, `count`: a number; `widths`: `12 30 *`; `code`: a check code, or nothing; a list: one of these words. */
export type AttributeKind = 'text' | 'millimetres' | 'count' | 'widths' | 'code' | readonly string[];

export interface ElementRule {
  /** What it may hold. `flow`: text, inline elements, and paragraphs. */
  readonly holds: 'blocks' | 'inline' | 'flow' | 'nothing' | readonly string[];
  readonly group: 'root' | 'block' | 'inline' | 'part';
  readonly attributes: Readonly<Record<string, AttributeKind>>;
  readonly required?: readonly string[];
}

const YES_NO = ['yes', 'no'] as const;
const ALIGN = ['left', 'center', 'right', 'justify'] as const;

export const VOCABULARY: Readonly<Record<string, ElementRule>> = {
  // `everypage`: who signs the foot of each page, e.g. `当事人 见证人 执法人员`.
  // `edition`: how tables, notes and pages that run over are set; without it as in the packs that 0.1.0 released.
  document: {
    holds: 'blocks',
    group: 'root',
    attributes: {
      edition: ['2'],
      layout: ['letter', 'redhead', 'form', 'sheet'],
      orientation: ['portrait', 'landscape'],
      everypage: 'text',
    },
  },
  // 发文机关标志 with its red line (GB/T 9704 7.2.4, 7.2.7); 份号, 密级和保密期限, 紧急程度 stand above it (7.2.1–7.2.3).
  masthead: { holds: 'inline', group: 'block', attributes: {} },
  copyno: { holds: 'inline', group: 'block', attributes: {} },
  secrecy: { holds: 'inline', group: 'block', attributes: {} },
  urgency: { holds: 'inline', group: 'block', attributes: {} },
  agency: { holds: 'inline', group: 'block', attributes: {} },
  title: { holds: 'inline', group: 'block', attributes: {} },
  docno: { holds: 'inline', group: 'block', attributes: { align: ALIGN } },
  addressee: { holds: 'inline', group: 'block', attributes: {} },
  h1: { holds: 'inline', group: 'block', attributes: {} },
  h2: { holds: 'inline', group: 'block', attributes: {} },
  h3: { holds: 'inline', group: 'block', attributes: {} },
  h4: { holds: 'inline', group: 'block', attributes: {} },
  p: { holds: 'inline', group: 'block', attributes: { align: ALIGN, indent: YES_NO } },
  note: { holds: 'inline', group: 'block', attributes: { indent: YES_NO } },
  table: {
    holds: ['head', 'row'],
    group: 'block',
    attributes: { widths: 'widths', lines: ['all', 'none'], size: ['normal', 'small', 'tiny'] },
    required: ['widths'],
  },
  head: { holds: ['cell'], group: 'part', attributes: {} },
  // `keep`: never parted from the row below it.
  row: { holds: ['cell'], group: 'part', attributes: { height: 'millimetres', keep: YES_NO } },
  cell: { holds: 'flow', group: 'part', attributes: { span: 'count', align: ALIGN } },
  fields: { holds: ['field'], group: 'block', attributes: { columns: ['1', '2'], label: 'millimetres', continued: 'text' } },
  field: { holds: 'flow', group: 'part', attributes: { label: 'text', span: YES_NO, height: 'millimetres' }, required: ['label'] },
  list: { holds: ['item'], group: 'block', attributes: { marks: ['number', 'paren', 'none'] } },
  item: { holds: 'inline', group: 'part', attributes: {} },
  attachments: { holds: ['item'], group: 'block', attributes: {} },
  sign: { holds: 'nothing', group: 'block', attributes: { agency: 'text', date: 'text', seal: YES_NO }, required: ['agency', 'date'] },
  // 附注 (7.3.6), in brackets below the date; 附件 on a page of its own (7.3.7); 版记 (7.4): 抄送, 印发机关 and 印发日期.
  annotation: { holds: 'inline', group: 'block', attributes: {} },
  annex: { holds: 'inline', group: 'block', attributes: {} },
  cc: { holds: 'inline', group: 'block', attributes: {} },
  imprint: { holds: ['cc'], group: 'block', attributes: { office: 'text', date: 'text' }, required: ['office', 'date'] },
  // Empty lines of the grid.
  gap: { holds: 'nothing', group: 'block', attributes: { lines: 'count' }, required: ['lines'] },
  qr: { holds: 'nothing', group: 'block', attributes: { text: 'text', size: 'millimetres' }, required: ['text'] },
  // At the foot of every page of its paper, to the page break with `restart`; nothing where the text is empty.
  checkcode: { holds: 'nothing', group: 'block', attributes: { text: 'code' }, required: ['text'] },
  // `restart`: what follows is a paper of its own, and its pages are counted from 1.
  pagebreak: { holds: 'nothing', group: 'block', attributes: { restart: YES_NO } },
  b: { holds: 'inline', group: 'inline', attributes: {} },
  digest: { holds: 'inline', group: 'inline', attributes: { size: ['normal', 'large'], lines: ['1', '2'] } },
  blank: { holds: 'nothing', group: 'inline', attributes: { width: 'count' }, required: ['width'] },
  check: { holds: 'inline', group: 'inline', attributes: { on: YES_NO }, required: ['on'] },
  br: { holds: 'nothing', group: 'inline', attributes: {} },
};

/** Blocks that may also stand in a cell or field. */
const FLOW_BLOCKS = new Set(['p', 'note', 'qr', 'list']);

/** May `child` stand directly in `parent`? */
export function mayHold(parent: string, child: string): boolean {
  const rule = VOCABULARY[parent];
  const inner = VOCABULARY[child];
  if (!rule || !inner) return false;
  if (Array.isArray(rule.holds)) return rule.holds.includes(child);
  if (rule.holds === 'blocks') return inner.group === 'block';
  if (rule.holds === 'inline') return inner.group === 'inline';
  if (rule.holds === 'flow') return inner.group === 'inline' || FLOW_BLOCKS.has(child);
  return false;
}

/** May text stand directly in it? */
export function mayHoldText(parent: string): boolean {
  const holds = VOCABULARY[parent]?.holds;
  return holds === 'inline' || holds === 'flow';
}

/** Is `value` one that the attribute may hold? */
export function attributeFits(kind: AttributeKind, value: string): boolean {
  if (kind === 'text') return true;
  if (kind === 'code') return value === '' || CHECK_CODE.test(value);
  if (kind === 'count') return /^[1-9]\d{0,2}$/.test(value);
  if (kind === 'millimetres') return /^\d{1,3}(\.\d)?$/.test(value);
  if (kind === 'widths') return /^(\*|\d{1,3}(\.\d)?)( (\*|\d{1,3}(\.\d)?))*$/.test(value);
  return kind.includes(value);
}
