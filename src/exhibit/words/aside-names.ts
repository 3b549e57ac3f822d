/** Elements whose text is not read along with the text around them, in every vocabulary: readings above characters, what was deleted or moved away, places. */

/** In lower case. */
const NAMES: ReadonlySet<string> = new Set([
  // HTML: readings, and what no reader sees.
  'rt',
  'rtc',
  'rp',
  'script',
  'style',
  'template',
  'noscript',
  // SpreadsheetML and WordprocessingML (ECMA-376 part 1 §18.4.6, §17.13.5, §17.16.23).
  'rph',
  'deltext',
  'delinstrtext',
  'instrtext',
  'movefrom',
  'annotation',
  // Where a drawing stands, and what an older program draws in its place (§20.4.2; part 3 §7.7).
  'posoffset',
  'pctposhoffset',
  'pctposvoffset',
  'pctwidth',
  'pctheight',
  'align',
  'fallback',
  // OpenDocument 1.3 part 3 (§6.3, §6.4.3, §7.7.4, §10.3.18).
  'note',
  'ruby-text',
  'hidden-text',
  'title',
  'desc',
]);

/** `name`: with or without its prefix, in whatever case. */
export function isAside(name: string): boolean {
  return NAMES.has(name.slice(name.indexOf(':') + 1).toLowerCase());
}
