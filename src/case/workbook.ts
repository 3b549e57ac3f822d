/** The few parts of an .xlsx: one sheet of text cells with a header, choices and widths (ECMA-376 part 1, §18). */
import { columnLetters } from '../workbook/index.ts';
import { zip } from './zip.ts';

/** How far down choices and text formats reach. */
const PREPARED_ROWS = 2000;

export interface SheetColumn {
  readonly width: number;
  /** Allowed words, offered as a drop-down list. `strict` refuses others. */
  readonly choices?: readonly string[];
  readonly strict?: boolean;
  readonly format: 'text' | 'day' | 'instant' | 'general';
}

export interface SheetPlan {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Rows of texts; an undefined cell stays out. */
  readonly rows: readonly (readonly (string | undefined)[])[];
  /** Index of the header row, printed bold and kept in view. */
  readonly header: number;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STYLE_OF = { general: 0, text: 2, day: 3, instant: 4 } as const;
const HEADER_STYLE = 1;

export function writeWorkbook(plan: SheetPlan): Uint8Array {
  const parts: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    ],
    ['_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(plan.name)}" sheetId="1" r:id="rId1"/></sheets>${printTitles(plan)}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ['xl/worksheets/sheet1.xml', sheetXml(plan)],
  ];
  return zip(new Map(parts.map(([name, xml]) => [name, new TextEncoder().encode(DECLARATION + xml)])));
}

function relations(links: readonly (readonly [string, string, string])[]): string {
  const each = links.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

/** 0 general, 1 header, 2 text (`@`), 3 day, 4 instant. */
const STYLES = `<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function sheetXml({ columns, rows, header }: SheetPlan): string {
  const cols = columns.map(
    ({ width, format }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${STYLE_OF[format]}" customWidth="1"/>`,
  );
  const pane = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${header + 1}" topLeftCell="A${header + 2}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const lines = rows.map(
    (row, r) =>
      `<row r="${r + 1}">${row.map((text, c) => cellXml(text, r, c, r === header ? HEADER_STYLE : STYLE_OF.text)).join('')}</row>`,
  );
  const choices = columns.flatMap(({ choices: words, strict }, i) =>
    words ? [validation(words, strict ?? false, `${columnLetters(i + 1)}${header + 2}:${columnLetters(i + 1)}${PREPARED_ROWS}`)] : [],
  );
  const validations = choices.length > 0 ? `<dataValidations count="${choices.length}">${choices.join('')}</dataValidations>` : '';
  return `<worksheet ${MAIN}>${FIT}${pane}<cols>${cols.join('')}</cols><sheetData>${lines.join('')}</sheetData>${validations}${PAGE}</worksheet>`;
}

/** Printed lying on A4, as wide as the sheet and as long as it takes. */
const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const PAGE =
  '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>';

/** The header row is printed on every page. */
function printTitles({ name, header }: SheetPlan): string {
  const row = header + 1;
  return `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${escapeXml(name.replaceAll("'", "''"))}'!$${row}:$${row}</definedName></definedNames>`;
}

function cellXml(text: string | undefined, row: number, column: number, style: number): string {
  if (text === undefined) return '';
  return `<c r="${columnLetters(column + 1)}${row + 1}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** Words are parted by commas inside one quoted formula, which Excel keeps to 255 characters. */
function validation(words: readonly string[], strict: boolean, range: string): string {
  const error = strict ? ' showErrorMessage="1" errorTitle="请从列表中选择" error="请从下拉列表中选择一项"' : '';
  return `<dataValidation type="list" allowBlank="1" showInputMessage="1"${error} sqref="${range}"><formula1>"${escapeXml(words.join(','))}"</formula1></dataValidation>`;
}

/** XML 1.0 has no controls but tab and line ends; `_x` would be read as an escape (§22.9.2.19). */
export function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\P{Cc}\t\n]/gu, (c) => `_x${c.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
