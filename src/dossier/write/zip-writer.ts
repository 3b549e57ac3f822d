/** The canonical stored ZIP: entries one after the other from byte 0, directory, end. Memory holds one buffer and the directory. */
import { writeSync } from 'node:fs';
import { ZIP64_FROM, type Zip64From } from '../format/index.ts';
import { targetFault } from './faults.ts';
import { centralRecord, endRecords, localLength, localRecord } from './zip-records.ts';

/** Small entries are gathered and written together: one system call a megabyte instead of one a file. */
const GATHER_BYTES = 1 << 20;

export interface ZipWriter {
  /** An entry whose content is in memory. */
  add(name: string, content: Uint8Array, crc: number): void;
  /** Begins an entry of known size; its header is written when the CRC is known. */
  begin(name: string, size: number): void;
  append(chunk: Uint8Array): void;
  end(crc: number): void;
  /** Writes directory and end records; returns the size of the file. */
  close(): number;
}

/** Writes into `fd` from its start. `label` names the file in faults. */
export function zipWriter(fd: number, label: string, from: Zip64From = ZIP64_FROM): ZipWriter {
  const gathered = new Uint8Array(GATHER_BYTES);
  const directory: Uint8Array[] = [];
  let fill = 0;
  let position = 0;
  let current: { name: Uint8Array; size: number; offset: number } | undefined;

  function writeAt(bytes: Uint8Array, at: number): void {
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
    } catch (error) {
      throw targetFault(error, label);
    }
  }
  function flush(): void {
    if (fill === 0) return;
    writeAt(gathered.subarray(0, fill), position);
    position += fill;
    fill = 0;
  }
  function put(bytes: Uint8Array): void {
    if (fill + bytes.length > GATHER_BYTES) flush();
    if (bytes.length > GATHER_BYTES) {
      writeAt(bytes, position);
      position += bytes.length;
      return;
    }
    gathered.set(bytes, fill);
    fill += bytes.length;
  }
  function encode(name: string): Uint8Array {
    return new TextEncoder().encode(name);
  }

  return {
    add(name, content, crc) {
      const entry = { name: encode(name), size: content.length, crc, offset: position + fill };
      put(localRecord(entry, from));
      put(content);
      directory.push(centralRecord(entry, from));
    },
    begin(name, size) {
      flush();
      current = { name: encode(name), size, offset: position };
      position += localLength(current, from);
    },
    append(chunk) {
      writeAt(chunk, position);
      position += chunk.length;
    },
    end(crc) {
      if (!current) throw new TypeError('zipWriter: end without begin');
      const entry = { ...current, crc };
      const header = localRecord(entry, from);
      if (position - entry.offset - header.length !== entry.size) throw new TypeError('zipWriter: content is not of the announced size');
      writeAt(header, entry.offset);
      directory.push(centralRecord(entry, from));
      current = undefined;
    },
    close() {
      const offset = position + fill;
      for (const record of directory) put(record);
      put(endRecords({ entries: directory.length, size: position + fill - offset, offset }, from));
      flush();
      return position;
    },
  };
}
