/** Files with their digests as the lists of fixing print them: by item of evidence, digests as taken at collection. */
import {
  type Case,
  type CustodyDigest,
  type CustodyEvent,
  correctedLog,
  type Digests,
  type EvidenceFile,
  type EvidenceItem,
  type FileContent,
  formatManifest,
  sha256Hex,
} from '../../model/index.ts';
import { bytes } from './materials.ts';

/** An item with more files than this is printed as their number, bytes and the digest of their manifest lines. */
const MOST_FILES = 300;
/** A list with more files altogether, some 300 pages, prints only small items in full. */
const MOST_IN_LIST = 2000;
/** Where the files are no more than named, or the list is too long. */
export const FEW_FILES = 20;

/** A file of an item with what is known of it. */
export interface FixedFile {
  readonly path: string;
  readonly format?: string | undefined;
  readonly content?: FileContent | undefined;
  readonly size?: number | undefined;
  readonly sha256?: string | undefined;
  readonly sm3?: string | undefined;
  readonly note?: string | undefined;
}

export interface FixedItem {
  readonly evidenceNo: string;
  readonly title: string;
  readonly category: string;
  readonly source: string;
  readonly note: string;
  readonly files: readonly FixedFile[];
}

interface Known {
  readonly case: Case;
  readonly custody?: { readonly events: readonly CustodyEvent[] } | undefined;
  readonly digests?: ReadonlyMap<string, Digests & { readonly size: number }> | undefined;
}

/**
 * Items as the lists print them. Digests: of the log's events of collection as corrected, else of the evidence form, else as computed now, which is said.
 * Rows: of the log, else of the datasets, which the law compares with the file.
 */
export function fixedItems(items: readonly EvidenceItem[], { case: forms, custody, digests }: Known): readonly FixedItem[] {
  const rows = new Map(forms.records.datasets.map((d) => [d.path, d.rows]));
  const taken = new Map<string, CustodyDigest>();
  for (const { action, digests: given } of correctedLog(custody?.events ?? []).events) {
    // A later event that was the first to compute a digest says nothing of the time of collection.
    if (action !== 'collect' && action !== 'extract') continue;
    for (const digest of given ?? []) if (!taken.has(digest.path)) taken.set(digest.path, digest);
  }
  return items.map((item) => ({
    evidenceNo: item.evidenceNo,
    title: item.title,
    category: item.dataCategory ?? item.docType,
    source: item.source,
    note: item.remark ?? '',
    files: item.files.map((file) => fixedFile(file, taken.get(file.path), digests?.get(file.path), rows.get(file.path))),
  }));
}

function fixedFile(
  file: EvidenceFile,
  taken: CustodyDigest | undefined,
  now: (Digests & { size: number }) | undefined,
  rows: number | undefined,
): FixedFile {
  const sources = [taken, file, now];
  const sha256 = sources.find((s) => s?.sha256 !== undefined)?.sha256;
  const same = sources.filter((s) => s?.sha256 === sha256);
  const old = [file.md5 === undefined ? '' : `原记录 MD5：${file.md5}`, file.sha1 === undefined ? '' : `原记录 SHA-1：${file.sha1}`].filter(
    (t) => t !== '',
  );
  return {
    path: file.path,
    format: file.format ?? taken?.content?.format,
    content: taken?.content ?? (rows === undefined ? undefined : { format: '', rows }),
    size: taken?.size ?? (now?.sha256 === sha256 ? now?.size : undefined),
    sha256,
    sm3: same.find((s) => s?.sm3 !== undefined)?.sm3,
    note: [
      ...(old.length > 0 ? [`${old.join('，')}（弱校验值，仅供比对）`] : []),
      ...countedAs(file.format, taken?.content),
      ...(sha256 !== undefined && taken?.sha256 === undefined && file.sha256 === undefined ? ['校验值于制作本件时计算'] : []),
    ].join('；'),
  };
}

/** Where the format that was found says of what the records were counted, and the list calls the format otherwise. */
function countedAs(listed: string | undefined, content: FileContent | undefined): readonly string[] {
  const found = content?.format;
  return listed === undefined || found === undefined || listed === found || !/^SQLite（|是合计|重复的表头|表头在第/u.test(found)
    ? []
    : [`记录数按${found}计`];
}

/** What a template prints: items with numbered files, or their summary. */
export function fixedView(
  items: readonly FixedItem[],
  mostOfOne = MOST_FILES,
): {
  readonly groups: readonly object[];
  readonly itemCount: string;
  readonly fileCount: string;
  readonly byteCount: string;
} {
  const files = items.flatMap((i) => i.files);
  const most = files.length > MOST_IN_LIST ? FEW_FILES : mostOfOne;
  let seq = 0;
  const groups = items.map(({ evidenceNo, title, category, source, note, files: own }) => {
    const whole = own.length <= most;
    const rows = whole ? own.map((file, i) => fileView(file, seq + i + 1)) : [];
    seq += own.length;
    return { no: evidenceNo, title, category, source, note, files: rows, summary: whole ? null : summary(own) };
  });
  return { groups, itemCount: String(items.length), fileCount: bytes(files.length), byteCount: bytes(total(files)) };
}

const total = (files: readonly FixedFile[]): number => files.reduce((sum, f) => sum + (f.size ?? 0), 0);

function fileView(file: FixedFile, seq: number): object {
  return {
    seq: String(seq),
    name: file.path,
    format: file.format ?? '',
    size: file.size === undefined ? '' : bytes(file.size),
    records: recordCount(file.content),
    sha256: file.sha256 ?? null,
    sm3: file.sm3 ?? null,
    note: file.note ?? '',
  };
}

function recordCount(content: FileContent | undefined): string {
  if (content === undefined) return '';
  const { rows, tables, pages, seconds } = content;
  if (tables !== undefined && tables.length > 0) return tables.map((t) => `${t.name}：${bytes(t.rows)}`).join('；');
  if (rows !== undefined) return bytes(rows);
  if (pages !== undefined) return `${bytes(pages)}页`;
  return seconds === undefined ? '' : `${Math.floor(seconds / 60)}分${String(seconds % 60).padStart(2, '0')}秒`;
}

/** Lines as in manifest-sha256.txt, so that they can be made again from it. */
function summary(files: readonly FixedFile[]): object {
  const lines = files.flatMap(({ path, sha256 }) => (sha256 === undefined ? [] : [{ path: `data/evidence/${path}`, digest: sha256 }]));
  return {
    count: bytes(files.length),
    bytes: bytes(total(files)),
    sha256: lines.length === files.length ? sha256Hex(formatManifest(lines)) : null,
  };
}
