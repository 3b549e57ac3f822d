/** The XML of a sheet as places: where its rows and cells stand in the text. */
import { columnNumber } from '../../workbook/index.ts';
import { refuse } from './edit.ts';

interface Element {
  readonly start: number;
  /** Behind its opening tag, and behind its end. */
  readonly open: number;
  end: number;
  readonly tag: string;
  readonly empty: boolean;
}

export interface Row extends Element {
  number: number;
  /** Before its closing tag. */
  close: number;
  readonly cells: CellElement[];
}

interface CellElement extends Element {
  readonly column: number;
  formula: boolean;
}

export interface SheetXml {
  readonly prefix: string;
  /** What stands before the rows. */
  readonly head: string;
  /** Behind the opening tag of the rows, and before their closing tag; empty: `<sheetData/>` with its offsets. */
  readonly data: { readonly start: number; readonly open: number; readonly close: number; readonly empty: boolean };
  readonly rows: readonly Row[];
  /** Ranges that one formula fills. */
  readonly computed: readonly string[];
  /** Number of the row of headings: no cell below it looks like one of its own. */
  readonly header: number;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)((?:[^\s<>/:"']+:)?)([^\s<>/:"']+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g;

/** @throws EditRefused style, where the sheet is written in a way that is not known */
export function parseSheet(xml: string): Omit<SheetXml, 'header'> {
  const encoding = /^\ufeff?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(xml)?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(encoding)) return refuse('style');
  const rows: Row[] = [];
  const computed: string[] = [];
  let data: { start: number; open: number; close: number; empty: boolean; prefix: string } | undefined;
  let row: Row | undefined;
  let cell: CellElement | undefined;
  for (const match of xml.matchAll(TOKEN)) {
    const [tag, closing, prefix = '', name, attributes = ''] = match;
    if (name === undefined) continue;
    const start = match.index;
    const end = start + tag.length;
    const empty = attributes.endsWith('/');
    if (name === 'sheetData' && closing === '' && !data) data = { start, open: end, close: end, empty, prefix };
    else if (!data) continue;
    else if (name === 'sheetData') {
      data.close = start;
      break;
    } else if (name === 'row' && closing === '') {
      row = { start, open: end, end, tag, empty, close: end, number: Number(attribute(tag, 'r')) || 0, cells: [] };
      rows.push(row);
      if (empty) settle(row, rows);
    } else if (name === 'row' && row) {
      row.end = end;
      row.close = start;
      settle(row, rows);
    } else if (name === 'c' && closing === '' && row) {
      const place = /^([A-Za-z]+)(\d+)$/.exec(attribute(tag, 'r'));
      if (!place) return refuse('style');
      row.number ||= Number(place[2]);
      cell = { start, open: end, end, tag, empty, column: columnNumber(place[1] ?? ''), formula: false };
      row.cells.push(cell);
    } else if (name === 'c' && cell) cell.end = end;
    else if (name === 'f' && closing === '' && cell) {
      cell.formula = true;
      // One formula of many cells, of which only the first bears it: what is written into the others would be computed away.
      if (/\st\s*=\s*["'](?:array|dataTable)["']/.test(attributes)) computed.push(attribute(tag, 'ref'));
    }
    if (data.empty) break;
  }
  if (!data) return refuse('style');
  const { prefix, ...extent } = data;
  return { prefix, head: xml.slice(0, data.start), data: extent, rows, computed };
}

/** A row that says no number of its own is the one of its first cell, or the one behind the row before. */
function settle(row: Row, rows: readonly Row[]): void {
  row.number ||= (rows.at(-2)?.number ?? 0) + 1;
}

/** Of a tag as it is written; empty where it is not there. */
export function attribute(tag: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2] ?? '';
}
