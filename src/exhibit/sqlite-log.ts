/**
 * The write-ahead log beside an SQLite file: the pages that committed transactions put in place of those in the file itself
 * (https://www.sqlite.org/fileformat2.html §4). Nothing is opened as a database, and nothing is written.
 */

const LOG_HEADER = 32;
const FRAME_HEADER = 24;
/** Its last bit says in which order of bytes the sums are taken. */
const MAGIC = 0x377f0682;
/** As large as the readers of a whole file allow, with the log's pages in it. */
const MAX_DATABASE_BYTES = 512 * 1024 * 1024;

/** `none`: the log holds no committed page; `unreadable`: it is not empty, and no log of this file. */
export type LoggedState = { readonly bytes: Uint8Array } | 'none' | 'unreadable';

export function isWriteAheadLog(head: Uint8Array): boolean {
  return head.length >= LOG_HEADER && (viewOf(head).getUint32(0) | 1) === (MAGIC | 1);
}

/** The file as a reader of the database sees it: up to the last commit of the frames that the log proves, never beyond one it does not. */
export function committedState(database: Uint8Array, log: Uint8Array): LoggedState {
  if (log.length === 0) return 'none';
  const view = viewOf(log);
  const pageBytes = pageSizeOf(database);
  if (!isWriteAheadLog(log) || pageBytes === undefined || view.getUint32(8) !== pageBytes) return 'unreadable';
  const little = (view.getUint32(0) & 1) === 0;
  let sums = summed(view, 0, LOG_HEADER - 8, little, [0, 0]);
  if (sums[0] !== view.getUint32(24) || sums[1] !== view.getUint32(28)) return 'unreadable';

  /** By page number: where its newest content stands in the log. */
  const committed = new Map<number, number>();
  const open = new Map<number, number>();
  let pages = 0;
  for (let at = LOG_HEADER; at + FRAME_HEADER + pageBytes <= log.length; at += FRAME_HEADER + pageBytes) {
    const page = view.getUint32(at);
    const size = view.getUint32(at + 4);
    // Frames of an earlier turn of the log stay behind the newest.
    if (page === 0 || view.getUint32(at + 8) !== view.getUint32(16) || view.getUint32(at + 12) !== view.getUint32(20)) break;
    sums = summed(view, at, 8, little, sums);
    sums = summed(view, at + FRAME_HEADER, pageBytes, little, sums);
    if (sums[0] !== view.getUint32(at + 16) || sums[1] !== view.getUint32(at + 20)) break;
    open.set(page, at + FRAME_HEADER);
    if (size === 0) continue;
    for (const [number, from] of open) committed.set(number, from);
    open.clear();
    pages = size;
  }
  if (pages === 0) return 'none';
  if (pages * pageBytes > MAX_DATABASE_BYTES) return 'unreadable';
  const bytes = new Uint8Array(pages * pageBytes);
  bytes.set(database.subarray(0, bytes.length));
  for (const [number, from] of committed) if (number <= pages) bytes.set(log.subarray(from, from + pageBytes), (number - 1) * pageBytes);
  return { bytes };
}

/** §1.3.2; undefined where it is none that SQLite has. */
export function pageSizeOf(database: Uint8Array): number | undefined {
  if (database.length < 100) return undefined;
  const written = viewOf(database).getUint16(16);
  const size = written === 1 ? 65_536 : written;
  return size >= 512 && (size & (size - 1)) === 0 ? size : undefined;
}

/** §4.2: two running sums over pairs of numbers. */
function summed(
  view: DataView,
  from: number,
  length: number,
  little: boolean,
  [a, b]: readonly [number, number],
): readonly [number, number] {
  let first = a;
  let second = b;
  for (let at = from; at < from + length; at += 8) {
    first = (first + view.getUint32(at, little) + second) >>> 0;
    second = (second + view.getUint32(at + 4, little) + first) >>> 0;
  }
  return [first, second];
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
