/** The files that the log has recorded: which item each belongs to, and whether that item has left the house with it. */
import type { CustodyEvent } from './custody.ts';
import type { FollowedCustody, ItemState } from './custody-item.ts';
import { wholeOf } from './custody-parts.ts';

/** A file of which an event gives digests. */
export interface LoggedFile {
  /** Below `evidence/`. */
  readonly path: string;
  /** The event that recorded it first. */
  readonly line: number;
  /** The items of that event: which of several the file belongs to, the log does not say. None where only an event of packing names it, which names everything. */
  readonly items: readonly string[];
}

/** Adds what one more event says of files. */
export function noteFiles(files: Map<string, LoggedFile>, { seq: line, action, items, digests = [] }: CustodyEvent): void {
  const owners = action === 'pack' ? [] : items;
  for (const { path } of digests) if ((files.get(path)?.items.length ?? 0) === 0) files.set(path, { path, line, items: owners });
}

/** May the list name it under this number? A part's files are the whole's; what only an event of packing names belongs to whichever the list says. */
export function isFileOf({ items }: LoggedFile, evidenceNo: string): boolean {
  const isOwner = (number: string): boolean => items.includes(number);
  return items.length === 0 || isOwner(evidenceNo) || wholeOf(evidenceNo, isOwner) !== undefined;
}

/** The state of the item with which a file went to somebody outside; undefined while it should be here. */
export function leftWith({ items }: LoggedFile, states: FollowedCustody['states']): ItemState | undefined {
  const all = items.flatMap((item) => states.get(item) ?? []);
  return all.length > 0 && all.every(({ out }) => out) ? all[0] : undefined;
}
