/** Parts of a finding's sentence that are the same wherever it stands: place, basis, sizes. */
import type { Finding, Place } from '../model/index.ts';
import { column, visible } from './displayed-text.ts';
import type { Ui } from './ui.ts';

/** Texts whose line feeds are ours, and everything else named that cannot be seen. */
export function harmless(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** Where a finding stands, for a column of its own. */
export function placeText(place: Place | undefined, base: string): string {
  if (!place) return column(base);
  if ('entry' in place) return `${column(base)}!${column(place.entry)}${place.offset === undefined ? '' : `@${place.offset}`}`;
  if ('line' in place) return `${column(place.file)}:${place.line}:${place.column}`;
  if ('cell' in place) return `${column(place.file)}!${column(place.sheet)}!${column(place.cell)}`;
  return column(place.file);
}

export function basisText(finding: Finding): string {
  const byDocument = new Map<string, string[]>();
  for (const { document, article } of finding.basis ?? []) byDocument.set(document, [...(byDocument.get(document) ?? []), article]);
  return [...byDocument]
    .map(
      ([document, articles]) =>
        `${document}${articles[0]?.startsWith('第') || /^[一二三四五六七八九十]/.test(articles[0] ?? '') ? '' : ' '}${articles.join('、')}`,
    )
    .join('；');
}

/** What stands behind the sentence: a recorded reason, a source that was not read, a rule of a later version. */
export function tailText({ excused, unverified, since }: Finding, ui: Pick<Ui, 'excused' | 'unverified' | 'laterRule'>): string {
  return `${excused ? ui.excused : ''}${unverified ? ui.unverified : ''}${since === undefined ? '' : ui.laterRule(since)}`;
}

/** Bytes for people: 1,536 → 1.5 KiB. */
export function bytesText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
