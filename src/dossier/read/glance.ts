/** Names of a container as they stand, whatever else is wrong with it: is it a dossier at all, or something that somebody picked by mistake? */
import { Fault } from '../../model/index.ts';
import { CENTRAL_SIZE, LOCAL_SIGNATURE, LOCAL_SIZE, MAX_NAME_BYTES, type Zip64From } from '../format/index.ts';
import { newMarks } from './marks.ts';
import type { Reader } from './source.ts';
import { FLAG_ENCRYPTED } from './zip-directory.ts';
import { readEnd, view } from './zip-end.ts';
import { recordsOf } from './zip-walk.ts';

export interface Glimpse {
  readonly name: string;
  /** With a password. */
  readonly locked: boolean;
}

/** Of the directory; of a torso, which has none, that of its first entry. Names are not to be trusted. */
export function* glance(reader: Reader, from: Zip64From): Iterable<Glimpse> {
  try {
    // Its faults are told elsewhere.
    const place = readEnd(reader, newMarks(), from);
    if (place) yield* named(recordsOf(reader, place));
    else yield* firstOf(reader);
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

function* firstOf(reader: Reader): Iterable<Glimpse> {
  if (reader.size < LOCAL_SIZE) return;
  const v = view(reader.read(0, LOCAL_SIZE));
  const length = v.getUint16(26, true);
  if (v.getUint32(0, true) !== LOCAL_SIGNATURE || length > MAX_NAME_BYTES || LOCAL_SIZE + length > reader.size) return;
  yield glimpse(reader.read(LOCAL_SIZE, length), v.getUint16(6, true));
}

function glimpse(name: Uint8Array, flags: number): Glimpse {
  return { name: new TextDecoder().decode(name).replaceAll('\\', '/'), locked: (flags & FLAG_ENCRYPTED) !== 0 };
}
