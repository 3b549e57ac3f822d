/** Workbooks as the programs write them that people and offices use. What each does differently is a member; all contents are invented. */
import { type ZipHand, zipOf } from './zip-writer.ts';

/** `blank`: the cell is there and empty. Days and times are what stands on the wall, `2026-04-20T10:20:30`. */
export type CellValue = { readonly text: string } | { readonly number: string } | { readonly time: string } | 'blank' | undefined;

export interface Hand {
  readonly name: string;
  readonly zip: ZipHand;
  /** The main part; its relations stand beside it. */
  readonly main: string;
  /** Of the main part and of the sheets: relative, from the root, with backslashes, or relative with the folder named once more. */
  readonly targets: 'relative' | 'absolute' | 'backslashes' | 'rooted';
  readonly prefix: string;
  readonly strict: boolean;
  readonly encoding: 'utf-8' | 'bom' | 'utf-16le' | 'utf-16be';
  readonly strings: 'shared' | 'inline' | 'rich' | 'formula';
  /** A blank cell: `<c t="s"/>`, `<c t="s"><v/></c>`, `<c s="1"/>`. */
  readonly blank: 'no value' | 'empty value' | 'styled';
  /** Do rows and cells say where they are? */
  readonly refs: 'both' | 'rows' | 'cells' | 'none';
  readonly dates: 'serial' | 'iso';
  readonly date1904: string | undefined;
  readonly dateFormat: string;
  /** Every character of a text that may be is written `_xHHHH_`. */
  readonly escapes: boolean;
  /** Content twice, for newer programs and others. */
  readonly alternate: boolean;
  readonly nameCase: 'as is' | 'upper';
}

export const EXCEL: Hand = {
  name: 'Excel',
  zip: {},
  main: 'xl/workbook.xml',
  targets: 'relative',
  prefix: '',
  strict: false,
  encoding: 'utf-8',
  strings: 'shared',
  blank: 'styled',
  refs: 'both',
  dates: 'serial',
  date1904: undefined,
  dateFormat: 'yyyy"年"m"月"d"日";@',
  escapes: false,
  alternate: true,
  nameCase: 'as is',
};

/** Habits as their sources and bug reports tell them. */
export const HANDS: readonly Hand[] = [
  EXCEL,
  { ...EXCEL, name: 'Excel, Strict Open XML', strict: true, dates: 'iso' },
  { ...EXCEL, name: 'Excel for Mac', date1904: '1' },
  { ...EXCEL, name: 'WPS', zip: { streamed: true }, dateFormat: '[$-804]yyyy"年"m"月"d"日"\\ h"时"mm"分"', alternate: false },
  { ...EXCEL, name: 'LibreOffice', zip: { streamed: true }, date1904: 'true', dateFormat: 'YYYY\\-MM\\-DD\\ HH:MM:SS', alternate: false },
  { ...EXCEL, name: 'LibreOffice, false', zip: { streamed: true }, date1904: 'false', alternate: false },
  { ...EXCEL, name: 'openpyxl', strings: 'inline', targets: 'absolute', dates: 'iso', alternate: false },
  { ...EXCEL, name: 'OpenXML SDK', prefix: 'x:', blank: 'no value', strings: 'inline', encoding: 'bom', refs: 'cells', alternate: false },
  { ...EXCEL, name: 'EPPlus', blank: 'empty value', strings: 'rich', escapes: true, alternate: false },
  { ...EXCEL, name: 'POI, streaming', zip: { zip64: true, streamed: true }, strings: 'inline', targets: 'absolute', alternate: false },
  { ...EXCEL, name: 'a streaming writer with Zip64', zip: { zip64: true }, strings: 'formula', refs: 'none', alternate: false },
  { ...EXCEL, name: 'SheetJS', zip: { stored: true }, targets: 'absolute', date1904: 'false', dateFormat: 'm/d/yy', alternate: false },
  { ...EXCEL, name: 'a portal', main: 'xl/workbook2.xml', refs: 'rows', alternate: false },
  { ...EXCEL, name: 'a .NET portal', zip: { backslashes: true }, targets: 'backslashes', blank: 'no value', alternate: false },
  { ...EXCEL, name: 'a main part elsewhere', main: 'data/Mappe.xml', targets: 'rooted', encoding: 'utf-16le', nameCase: 'upper' },
  { ...EXCEL, name: 'UTF-16, big end first', encoding: 'utf-16be', date1904: ' TRUE ' },
];

const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = { main: 'http://purl.oclc.org/ooxml/spreadsheetml/main', office: 'http://purl.oclc.org/ooxml/officeDocument/relationships' };

const xmlText = (text: string): string =>
  text
    .replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
const unit = (c: string): string => `_x${c.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`;
/** What XML cannot hold is escaped by all, and what would be read as an escape; some escape more. */
const xstring = (text: string, all: boolean): string => {
  const safe = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/[^\P{Cc}\t\n]/gu, unit);
  return xmlText(all ? safe.replaceAll('\n', '_x000A_').replace(/[省年某]/g, unit) : safe);
};
export const columnName = (c: number): string =>
  (c < 26 ? '' : String.fromCharCode(64 + Math.floor(c / 26))) + String.fromCharCode(65 + (c % 26));

/** Serial number of what stands on the wall, counted from 1900 or 1904. */
export function serial(time: string, date1904: boolean): string {
  const days = (Date.parse(`${time}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return String(date1904 ? days - 1462 : days);
}

function encoded(xml: string, encoding: Hand['encoding']): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(xml);
  if (encoding === 'bom') return Buffer.from(`\ufeff${xml}`);
  const wide = Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le');
  return encoding === 'utf-16le' ? wide : wide.swap16();
}

/** Sheets by name, as rows of cells. `more`: further parts. */
export function workbookBy(
  hand: Hand,
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const { prefix: p, strict, main, targets } = hand;
  const space = strict ? STRICT : TRANSITIONAL;
  const from1904 = /^(?:1|true)$/i.test(hand.date1904?.trim() ?? '');
  const texts: string[] = [];
  const richRuns = (text: string): string => {
    const [first = '', ...rest] = [...text];
    return `<${p}r><${p}rPr><${p}b/></${p}rPr><${p}t xml:space="preserve">${xstring(first, hand.escapes)}</${p}t></${p}r><${p}r><${p}t xml:space="preserve">${xstring(rest.join(''), hand.escapes)}</${p}t></${p}r><${p}rPh sb="0" eb="1"><${p}t>zhu</${p}t></${p}rPh>`;
  };
  const cellXml = (value: CellValue, r: number, c: number): string => {
    if (value === undefined) return '';
    const ref = hand.refs === 'both' || hand.refs === 'cells' ? ` r="${columnName(c)}${r + 1}"` : '';
    if (value === 'blank') {
      const inside = { 'no value': ' t="s"/>', 'empty value': ` t="s"><${p}v/></${p}c>`, styled: ' s="1"/>' }[hand.blank];
      return `<${p}c${ref}${inside}`;
    }
    if ('number' in value) return `<${p}c${ref}><${p}v>${value.number}</${p}v></${p}c>`;
    if ('time' in value)
      return hand.dates === 'iso'
        ? `<${p}c${ref} s="1" t="d"><${p}v>${value.time.replace(/T00:00:00$/, '')}</${p}v></${p}c>`
        : `<${p}c${ref} s="1"><${p}v>${serial(value.time, from1904)}</${p}v></${p}c>`;
    const text = xstring(value.text, hand.escapes);
    if (hand.strings === 'formula') return `<${p}c${ref} t="str"><${p}v>${text}</${p}v></${p}c>`;
    if (hand.strings === 'inline') return `<${p}c${ref} t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is></${p}c>`;
    if (!texts.includes(value.text)) texts.push(value.text);
    return `<${p}c${ref} t="s"><${p}v>${texts.indexOf(value.text)}</${p}v></${p}c>`;
  };
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const named = (path: string): string => (hand.nameCase === 'upper' ? path.toUpperCase() : path);
  const target = (path: string): string =>
    ({ relative: path, absolute: `/${folder}${path}`, backslashes: path.replaceAll('/', '\\'), rooted: `${folder}${path}` })[targets];
  const names = Object.keys(sheets);
  const sheetParts = names.map((name, i) => {
    const rows = (sheets[name] ?? []).map((row, r) => {
      // Where nothing says which row it is, none is left out.
      const cells = Array.from({ length: hand.refs === 'both' || hand.refs === 'cells' ? row.length : Math.max(row.length, 1) }, (_, c) =>
        cellXml(row[c] ?? (hand.refs === 'both' || hand.refs === 'cells' ? undefined : 'blank'), r, c),
      ).join('');
      if (cells === '') return '';
      return `<${p}row${hand.refs === 'both' || hand.refs === 'rows' ? ` r="${r + 1}" spans="1:${row.length}"` : ''}>${cells}</${p}row>`;
    });
    const controls = hand.alternate
      ? '<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x14"><controls><control shapeId="1"><controlPr><anchor><from><xdr:col>1</xdr:col><xdr:row>2</xdr:row></from></anchor></controlPr></control></controls></mc:Choice><mc:Fallback/></mc:AlternateContent>'
      : '';
    return [
      `${folder}worksheets/sheet${i + 1}.xml`,
      `<${p}worksheet xmlns${p === '' ? '' : `:${p.slice(0, -1)}`}="${space.main}"><${p}sheetData>${rows.join('')}</${p}sheetData>${controls}</${p}worksheet>`,
    ] as const;
  });
  const relation = (id: string, type: string, to: string): string =>
    `<Relationship Id="${id}" Type="${space.office}/${type}" Target="${to}"/>`;
  const relations = (list: readonly string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
  const base = main.slice(folder.length);
  const absPath = hand.alternate
    ? '<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x15"><x15ac:absPath url="D:\\"/></mc:Choice></mc:AlternateContent>'
    : '';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', targets === 'absolute' ? `/${main}` : main)]),
    [main]: `<${p}workbook xmlns${p === '' ? '' : `:${p.slice(0, -1)}`}="${space.main}" xmlns:r="${space.office}"><${p}workbookPr${hand.date1904 === undefined ? '' : ` date1904="${hand.date1904}"`}/>${absPath}<${p}sheets>${names.map((name, i) => `<${p}sheet name="${xstring(name, hand.escapes)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</${p}sheets></${p}workbook>`,
    [`${folder}_rels/${base}.rels`]: relations([
      ...names.map((_, i) => relation(`rId${i + 1}`, 'worksheet', target(`worksheets/sheet${i + 1}.xml`))),
      relation('rIdS', 'styles', target('styles.xml')),
      ...(texts.length > 0 ? [relation('rIdT', 'sharedStrings', target('sharedStrings.xml'))] : []),
    ]),
    [`${folder}styles.xml`]: `<styleSheet xmlns="${space.main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="${xmlText(hand.dateFormat)}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheetParts),
    ...(texts.length > 0
      ? {
          [`${folder}sharedStrings.xml`]: `<sst xmlns="${space.main}">${texts.map((text) => `<si>${hand.strings === 'rich' ? richRuns(text).replaceAll(`<${p}`, '<').replaceAll(`</${p}`, '</') : `<t xml:space="preserve">${xstring(text, hand.escapes)}</t>`}</si>`).join('')}</sst>`,
        }
      : {}),
    ...more,
  };
  const declared = Object.entries(parts).map(
    ([name, xml]) => [named(name), encoded(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`, hand.encoding)] as const,
  );
  return zipOf(Object.fromEntries(declared), hand.zip);
}
