/** Writes a ZIP as different programs do: the fields are where APPNOTE 6.3.10 §4.3 and §4.5.3 allow them to be. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipHand {
  /** Sizes and offsets in the extra field of every record, and the records of Zip64 at the end. */
  readonly zip64?: boolean;
  /** Sizes behind the data, as streams are written. */
  readonly streamed?: boolean;
  /** Uncompressed. */
  readonly stored?: boolean;
  /** `xl\workbook.xml`. */
  readonly backslashes?: boolean;
  readonly comment?: string;
}

export function zipOf(
  parts: Readonly<Record<string, string | Uint8Array>>,
  { zip64, streamed, stored, backslashes, comment = '' }: ZipHand = {},
): Buffer {
  const out: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const put = (bytes: Buffer): void => {
    out.push(bytes);
    offset += bytes.length;
  };
  for (const [path, content] of Object.entries(parts)) {
    const name = Buffer.from(backslashes ? path.replaceAll('/', '\\') : path);
    const data = Buffer.from(content as Uint8Array);
    const packed = stored ? data : deflateRawSync(data);
    const flags = (streamed ? 8 : 0) | 0x0800;
    const at = offset;
    const numbers = (where: number[]): Buffer => {
      const extra = Buffer.alloc(zip64 ? 4 + 8 * where.length : 0);
      if (!zip64) return extra;
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(8 * where.length, 2);
      where.forEach((value, i) => void extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i));
      return extra;
    };
    const sizes = (record: Buffer, from: number, known: boolean): void => {
      record.writeUInt32LE(known ? crc32(data) : 0, from);
      record.writeUInt32LE(zip64 ? 0xffff_ffff : known ? packed.length : 0, from + 4);
      record.writeUInt32LE(zip64 ? 0xffff_ffff : known ? data.length : 0, from + 8);
    };
    const local = Buffer.alloc(30);
    const localExtra = numbers(streamed ? [0, 0] : [data.length, packed.length]);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(zip64 ? 45 : 20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(stored ? 0 : 8, 8);
    sizes(local, 14, !streamed);
    local.writeUInt16LE(name.length, 26);
    local.writeUInt16LE(localExtra.length, 28);
    put(Buffer.concat([local, name, localExtra, packed]));
    if (streamed) {
      const descriptor = Buffer.alloc(zip64 ? 24 : 16);
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(crc32(data), 4);
      if (zip64) {
        descriptor.writeBigUInt64LE(BigInt(packed.length), 8);
        descriptor.writeBigUInt64LE(BigInt(data.length), 16);
      } else {
        descriptor.writeUInt32LE(packed.length, 8);
        descriptor.writeUInt32LE(data.length, 12);
      }
      put(descriptor);
    }
    const record = Buffer.alloc(46);
    const extra = numbers([data.length, packed.length, at]);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(zip64 ? 45 : 20, 4);
    record.writeUInt16LE(zip64 ? 45 : 20, 6);
    record.writeUInt16LE(flags, 8);
    record.writeUInt16LE(stored ? 0 : 8, 10);
    sizes(record, 16, true);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(extra.length, 30);
    record.writeUInt32LE(zip64 ? 0xffff_ffff : at, 42);
    directory.push(record, name, extra);
  }
  const start = offset;
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = Object.keys(parts).length;
  for (const piece of directory) put(piece);
  if (zip64) {
    const end = Buffer.alloc(56 + 20);
    end.writeUInt32LE(0x06064b50, 0);
    end.writeBigUInt64LE(44n, 4);
    end.writeUInt16LE(45, 12);
    end.writeUInt16LE(45, 14);
    end.writeBigUInt64LE(BigInt(count), 24);
    end.writeBigUInt64LE(BigInt(count), 32);
    end.writeBigUInt64LE(BigInt(size), 40);
    end.writeBigUInt64LE(BigInt(start), 48);
    end.writeUInt32LE(0x07064b50, 56);
    end.writeBigUInt64LE(BigInt(offset), 64);
    end.writeUInt32LE(1, 72);
    put(end);
  }
  const end = Buffer.alloc(22);
  const text = Buffer.from(comment);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : count, 8);
  end.writeUInt16LE(zip64 ? 0xffff : count, 10);
  end.writeUInt32LE(zip64 ? 0xffff_ffff : size, 12);
  end.writeUInt32LE(zip64 ? 0xffff_ffff : start, 16);
  end.writeUInt16LE(text.length, 20);
  put(Buffer.concat([end, text]));
  return Buffer.concat(out);
}
