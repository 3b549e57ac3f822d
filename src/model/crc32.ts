/** CRC-32 as ZIP has it (APPNOTE 4.4.7), for where there is no zlib: a browser. Eight bytes a step by eight tables. */

const POLYNOMIAL = 0xedb88320;
const TABLES = makeTables();

function makeTables(): Int32Array {
  const tables = new Int32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    tables[byte] = crc;
  }
  for (let i = 256; i < tables.length; i++) {
    const before = tables[i - 256] as number;
    tables[i] = (before >>> 8) ^ (tables[before & 0xff] as number);
  }
  return tables;
}

/** The running value, unsigned; begins with 0. */
export function crc32(bytes: Uint8Array, before = 0): number {
  // Copied to a local: a module's binding is looked up anew at every step.
  const t = TABLES;
  let crc = ~before;
  let i = 0;
  for (const end = bytes.length - 7; i < end; i += 8) {
    const low = crc ^ word(bytes, i);
    const high = word(bytes, i + 4);
    crc =
      (t[1792 | (low & 0xff)] as number) ^
      (t[1536 | ((low >>> 8) & 0xff)] as number) ^
      (t[1280 | ((low >>> 16) & 0xff)] as number) ^
      (t[1024 | (low >>> 24)] as number) ^
      (t[768 | (high & 0xff)] as number) ^
      (t[512 | ((high >>> 8) & 0xff)] as number) ^
      (t[256 | ((high >>> 16) & 0xff)] as number) ^
      (t[high >>> 24] as number);
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ (t[(crc ^ (bytes[i] as number)) & 0xff] as number);
  return ~crc >>> 0;
}

function word(b: Uint8Array, i: number): number {
  return (b[i] as number) | ((b[i + 1] as number) << 8) | ((b[i + 2] as number) << 16) | ((b[i + 3] as number) << 24);
}
