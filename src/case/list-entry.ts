/** Entries of the evidence list for files that were just fixed: what is known is written, the rest is left blank for the officer. */
import type { EvidenceItem, Instant } from '../model/index.ts';
import { columnsOf } from './columns.ts';
import { fieldAt } from './schemas.ts';

export interface NewEntry {
  readonly evidenceNo: string;
  readonly author?: string | undefined;
  readonly source?: string | undefined;
  readonly collectedAt: Instant;
  readonly place?: string | undefined;
  /** Ids of officers; empty when not known. */
  readonly collectors: readonly string[];
  /** Numbers of records. */
  readonly records: readonly string[];
  readonly files: readonly {
    readonly path: string;
    readonly pages?: number | undefined;
    readonly format?: string | undefined;
    readonly sha256: string;
    readonly sm3: string;
  }[];
}

/** How far the dash of an item stands in, where the list does not show it. */
const INDENT = 2;
/** Texts of these characters are read back as they are without quotes; everything else is quoted. */
const PLAIN = /^[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z0-9（）《》〔〕、，。·_./+-]*$/u;
/** Words that YAML readers of one version or another take for something else. */
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** YAML of the entries, each line ending in a line feed. Blank fields are told by `check` until they are filled in. */
export function entryText(entries: readonly NewEntry[], indent = INDENT): string {
  return entries.flatMap((entry) => entryLines(entry).map((line, i) => `${' '.repeat(indent)}${i === 0 ? '- ' : '  '}${line}\n`)).join('');
}

function entryLines(entry: NewEntry): string[] {
  const { evidenceNo, author, source, collectedAt, place, collectors, records, files } = entry;
  const known: { readonly [K in keyof EvidenceItem]?: string | undefined } = {
    evidenceNo: yaml(evidenceNo),
    author: author && yaml(author),
    source: source && yaml(source),
    collectedAt,
    place: place && yaml(place),
    collectors: collectors.length === 0 ? undefined : `[${collectors.map(yaml).join(', ')}]`,
  };
  const field = (key: keyof EvidenceItem): string =>
    `${key}: ${known[key] ?? `# 待填：${fieldAt('evidence', `/evidence/0/${key}`)?.title ?? key}`}`;
  return [
    ...(
      ['evidenceNo', 'title', 'kind', 'docType', 'author', 'source', 'collectedAt', 'place', 'collectors', 'originality', 'copies'] as const
    ).map(field),
    'files:',
    ...files.flatMap(fileLines),
    field('proves'),
    `${field('facts')}（没有的写 []）`,
    ...(records.length === 0 ? [] : [`records: [${records.map(yaml).join(', ')}]`]),
  ];
}

function fileLines({ path, pages, format, sha256, sm3 }: NewEntry['files'][number]): string[] {
  return [
    `  - path: ${yaml(path)}`,
    ...(pages ? [`    pages: ${pages}`] : []),
    ...(format ? [`    format: ${yaml(format)}`] : []),
    // Quoted: sixty-four digits without a letter would be a number.
    `    sha256: '${sha256}'`,
    `    sm3: '${sm3}'`,
  ];
}

/** What tells a row of the list from another; the digests stand in the log and are not copied by hand. */
const CELLS: readonly string[] = ['evidenceNo', 'files.path', 'files.format'];

/** For those who keep the list in Excel: number and files, by the headings of the list. A list of files is one file after the other. */
export function entryCells(entries: readonly NewEntry[]): string {
  const columns = columnsOf('evidence').filter(({ key }) => CELLS.includes(key));
  const line = (indent: string, values: Readonly<Record<string, unknown>>, prefix = ''): string[] =>
    columns.flatMap(({ key, title }) => {
      const value = key.startsWith(prefix) ? values[key.slice(prefix.length)] : undefined;
      const text = Array.isArray(value) ? value.join('、') : value;
      return text === undefined || text === '' || typeof text === 'object' ? [] : [`${indent}${title}：${String(text)}\n`];
    });
  return entries
    .flatMap(({ files, ...item }) => [...line('  ', { ...item }), ...files.flatMap((file) => line('    ', { ...file }, 'files.'))])
    .join('');
}

/** JSON's quotes are YAML's. */
function yaml(text: string): string {
  return PLAIN.test(text) && !WORDS.test(text) ? text : JSON.stringify(text);
}

/** What an entry says, without what is left to fill in. */
export function entryValue(entry: NewEntry): Readonly<Record<string, unknown>> {
  const { evidenceNo, author, source, collectedAt, place, collectors, records, files } = entry;
  return known({
    evidenceNo,
    author,
    source,
    collectedAt,
    place,
    collectors: collectors.length === 0 ? undefined : collectors,
    files: files.map(({ path, pages, format, sha256, sm3 }) =>
      known({ path, pages: pages || undefined, format: format || undefined, sha256, sm3 }),
    ),
    records: records.length === 0 ? undefined : records,
  });
}

/** Texts that are empty are not written. */
function known(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}
