/** bag-info.txt (RFC 8493 §2.2.2): labels that may stand more than once, values that may go on in lines that begin with white space. */
import { BAG_INFO, MAX_TAG_BYTES } from '../../format/index.ts';
import type { Collector } from '../collector.ts';
import type { Opened } from '../opened.ts';
import { readSmall } from '../text.ts';
import type { TagEncoding } from './encodings.ts';
import { tagText } from './tag-text.ts';

export type BagInfo = readonly (readonly [label: string, value: string])[];

/** Its name up to version 0.95. */
const PACKAGE_INFO = 'package-info.txt';
/** What can have one value only: two that differ contradict each other. */
const ONCE = /^(?:payload-oxum|bagging-date|bag-size|bag-group-identifier|bag-count)$/i;

export function readBagInfo(opened: Opened, encoding: TagEncoding, notes: Collector): BagInfo {
  const path = [BAG_INFO, PACKAGE_INFO].find((name) => opened.entries.some((entry) => entry.path === name));
  const bytes = path && readSmall(opened, path, MAX_TAG_BYTES, notes);
  const text = path && bytes && tagText(path, bytes, encoding, notes);
  if (!text) return [];
  const info: [label: string, value: string][] = [];
  text.lines.forEach((line, i) => {
    const folded = /^[ \t]+(.*)$/.exec(line);
    const last = info.at(-1);
    const [, label, value] = /^([^:\s][^:]*?)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    if (folded && last) last[1] = `${last[1]} ${folded[1]?.trim() ?? ''}`.trim();
    else if (label !== undefined && value !== undefined) info.push([label, value.trim()]);
    else if (line.trim() !== '') notes.note('BAG_INFO_LINE', { file: path, line: i + 1 }, { entry: path });
  });
  noteRepeated(info, path, notes);
  return info;
}

function noteRepeated(info: BagInfo, path: string, notes: Collector): void {
  const seen = new Map<string, string>();
  for (const [label, value] of info) {
    const key = label.toLowerCase();
    const before = seen.get(key);
    if (before !== undefined && ONCE.test(key)) {
      const severity = key === 'payload-oxum' && before !== value ? 'stop' : 'warning';
      notes.note('BAG_INFO_TWICE', { label, first: before, second: value }, { entry: path }, severity);
    }
    seen.set(key, before ?? value);
  }
}

/** Payload-Oxum against what is there: the cheapest test of completeness. */
export function compareOxum(info: BagInfo, payload: readonly { readonly size: number }[], notes: Collector): void {
  const value = info.find(([label]) => label.toLowerCase() === 'payload-oxum')?.[1];
  if (value === undefined) return;
  const at = { entry: BAG_INFO };
  const found = `${payload.reduce((sum, { size }) => sum + BigInt(size), 0n)}.${payload.length}`;
  const exact = /^(\d+)\.(\d+)$/.exec(value);
  if (!exact) notes.note('BAG_OXUM_FORM', { found: value }, at);
  else if (`${BigInt(exact[1] ?? 0)}.${BigInt(exact[2] ?? 0)}` !== found) notes.note('BAG_OXUM', { expected: value, found }, at);
}
