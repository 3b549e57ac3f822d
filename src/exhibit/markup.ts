/** Text that is a document of a program and no table, whatever its name says: by how it begins. */

/** `sheet`: a workbook as XML, as Excel 2003 and many reporting programs write it; `mht`: a web page with its pictures. */
export type Markup = 'html' | 'xml' | 'sheet' | 'mht' | 'rtf';

export const MARKUP_NAMES: Readonly<Record<Markup, string>> = {
  html: '网页 HTML',
  xml: 'XML',
  sheet: 'XML 表格 2003',
  mht: '网页 MHT',
  rtf: 'RTF',
};

/** Undefined for a text that is none. `sample`: its first characters, without byte order mark. */
export function markupOf(sample: string): Markup | undefined {
  const start = sample.slice(0, 4096);
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (/^\s*MIME-Version:/im.test(start) && /^Content-Type:\s*multipart\/related/im.test(start)) return 'mht';
  if (!/^\s*</.test(start)) return undefined;
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(?:\w+:)?Workbook\b/.test(start)) return 'sheet';
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|meta|body|table|style|div)\b/i.test(start))
    return 'html';
  return /^\s*<(?:\?xml|[A-Za-z_][\w:.-]*[\s>/])/.test(start) ? 'xml' : undefined;
}
