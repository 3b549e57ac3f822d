/** Names of a container as they stand, whatever else is wrong with it: is it a dossier at all, or something that somebody picked by mistake? */
import { Fault } from '../../model/index.ts';
import { CENTRAL_SIZE, MAX_ENTRIES, type Zip64From } from '../format/index.ts';
import { newMarks } from './marks.ts';
import type { Reader } from './source.ts';
import { FLAG_ENCRYPTED } from './zip-directory.ts';
import { readEnd, view } from './zip-end.ts';
import { localAt } from './zip-torso.ts';
import { recordsOf } from './zip-walk.ts';

export interface Glimpse {
  readonly name: string;
  /** With a password. */
  readonly locked: boolean;
}

/** Of the directory; of a torso, which has none, of the entries that can be followed from its start. Names are not to be trusted. */
export function* glance(reader: Reader, from: Zip64From): Iterable<Glimpse> {
  try {
    // Its faults are told elsewhere.
    const place = readEnd(reader, '', newMarks(), from);
    if (place) yield* named(recordsOf(reader, place));
    else yield* followed(reader);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
}

function* named(records: ReturnType<typeof recordsOf>): Iterable<Glimpse> {
  for (let record = records.next(); record; record = records.next()) {
    const v = view(record.bytes);
    const name = record.bytes.subarray(CENTRAL_SIZE, CENTRAL_SIZE + v.getUint16(28, true));
    yield glimpse(name, v.getUint16(8, true));
  }
}

function* followed(reader: Reader): Iterable<Glimpse> {
  let offset = 0;
  for (let count = 0; count < MAX_ENTRIES && offset < reader.size; count++) {
    const entry = localAt(reader, offset);
    if (!entry) return;
    yield { name: slashed(entry.name), locked: (entry.flags & FLAG_ENCRYPTED) !== 0 };
    offset += entry.bytes;
  }
}

function glimpse(name: Uint8Array, flags: number): Glimpse {
  return { name: slashed(new TextDecoder().decode(name)), locked: (flags & FLAG_ENCRYPTED) !== 0 };
}

function slashed(name: string): string {
  return name.replaceAll('\\', '/');
}
