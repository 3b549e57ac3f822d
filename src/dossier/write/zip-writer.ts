/** The canonical stored ZIP: entries one after the other from byte 0, directory, end. Memory holds one buffer and the directory. */
import { writeSync } from 'node:fs';
import { ZIP64_FROM, type Zip64From } from '../format/index.ts';
import { byteStore } from './byte-store.ts';
import { targetFault } from './faults.ts';
import { CENTRAL_CRC, centralRecord, endRecords, localLength, localRecord } from './zip-records.ts';

/** Small entries are gathered and written together: one system call a megabyte instead of one a file. */
const GATHER_BYTES = 1 << 20;

/** Room for an entry. */
export interface Place {
  /** Offset of the header in the container. */
  readonly at: number;
  /** Bytes of the header; the content follows. */
  readonly header: number;
  readonly name: Uint8Array;
  readonly size: number;
  /** Offset of the entry's record in the directory. */
  readonly record: number;
}

/** Where content goes whose size is known before it is read. */
export interface Sink {
  /** Keeps room for an entry behind all others so far. */
  place(name: string, size: number): Place;
  /** The entry's header, when the CRC is known. */
  header(place: Place, crc: number): Uint8Array;
  /** Header or content, or several entries that follow each other, from `at` on. */
  write(bytes: Uint8Array, at: number): void;
}

export interface StartedEntry {
  write(bytes: Uint8Array): void;
  /** Puts the header in the place that was kept for it. */
  end(crc: number): void;
}

export interface ZipWriter extends Sink {
  /** An entry whose content is in memory. */
  add(name: string, content: Uint8Array, crc: number): void;
  /**
   * An entry whose content comes in pieces, `atMost` bytes in all. Undefined where so many could need Zip64: the length of
   * the header, which stands before them, would depend on how many they are. Nothing else is written before its end.
   */
  start(name: string, atMost: number): StartedEntry | undefined;
  /** Writes directory and end records; returns the size of the file. */
  close(): number;
}

/** Writes into `fd` from its start. `label` names the file in faults. */
export function zipWriter(fd: number, label: string, from: Zip64From = ZIP64_FROM): ZipWriter {
  const gathered = new Uint8Array(GATHER_BYTES);
  const directory = byteStore();
  let entries = 0;
  let fill = 0;
  let position = 0;

  function write(bytes: Uint8Array, at: number): void {
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
    } catch (error) {
      throw targetFault(error, label);
    }
  }
  function flush(): void {
    if (fill === 0) return;
    write(gathered.subarray(0, fill), position);
    position += fill;
    fill = 0;
  }
  function put(bytes: Uint8Array): void {
    if (fill + bytes.length > GATHER_BYTES) flush();
    if (bytes.length > GATHER_BYTES) {
      write(bytes, position);
      position += bytes.length;
      return;
    }
    gathered.set(bytes, fill);
    fill += bytes.length;
  }
  function enter(name: Uint8Array, size: number, at: number): Place {
    const header = localLength({ name, size }, from);
    entries += 1;
    return { at, header, name, size, record: directory.append(centralRecord({ name, size, crc: 0, offset: at }, from)) };
  }
  function header({ name, size, at, record }: Place, crc: number): Uint8Array {
    directory.patch32(record + CENTRAL_CRC, crc);
    return localRecord({ name, size, crc, offset: at }, from);
  }

  return {
    place(name, size) {
      flush();
      const place = enter(Buffer.from(name), size, position);
      position += place.header + size;
      return place;
    },
    header,
    write,
    add(name, content, crc) {
      const place = enter(Buffer.from(name), content.length, position + fill);
      put(header(place, crc));
      put(content);
    },
    start(name, atMost) {
      if (atMost >= from.bytes) return undefined;
      flush();
      const at = position;
      const encoded = Buffer.from(name);
      const first = at + localLength({ name: encoded, size: 0 }, from);
      position = first;
      return {
        write: put,
        end(crc) {
          write(header(enter(encoded, position + fill - first, at), crc), at);
        },
      };
    },
    close() {
      const offset = position + fill;
      for (const block of directory.blocks()) put(block);
      put(endRecords({ entries, size: position + fill - offset, offset }, from));
      flush();
      return position;
    },
  };
}
