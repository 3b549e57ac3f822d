/** What a stream of a PDF holds, through the filters that texts have (ISO 32000-1, 7.4). */
import { inflateRawSync } from 'node:zlib';
import type { Dict, Value } from './syntax.ts';
import { isDict, isList, nameOf, SyntaxFault } from './syntax.ts';

/** Bytes that one stream may become: a page of a drawing has some millions. */
const MOST_BYTES = 128 * 1024 * 1024;

/** RFC 1950, 2.2. */
const ZLIB_HEADER_BYTES = 2;

const LONG: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  A85: 'ASCII85Decode',
  AHx: 'ASCIIHexDecode',
  RL: 'RunLengthDecode',
};

/** `get` follows references. Undefined where a filter is none of these, such as a picture's. @throws SyntaxFault where the bytes are damaged */
export function decoded(dict: Dict, raw: Buffer, get: (value: Value | undefined) => Value | undefined): Buffer | undefined {
  const filters = listOf(get(dict.get('Filter')), get);
  const parameters = listOf(get(dict.get('DecodeParms')), get);
  let bytes = raw;
  for (const [i, filter] of filters.entries()) {
    const name = nameOf(filter) ?? '';
    const made = through(LONG[name] ?? name, bytes);
    if (!made) return undefined;
    if (made.length > MOST_BYTES) throw new SyntaxFault('size');
    bytes = predicted(made, parameters[i], get);
  }
  return bytes;
}

function listOf(value: Value | undefined, get: (value: Value | undefined) => Value | undefined): readonly (Value | undefined)[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value.map(get) : [value];
}

function through(filter: string, bytes: Buffer): Buffer | undefined {
  switch (filter) {
    case 'FlateDecode':
      return inflated(bytes);
    case 'LZWDecode':
      return lzw(bytes);
    case 'ASCIIHexDecode': {
      const digits =
        bytes
          .toString('latin1')
          .split('>')[0]
          ?.replace(/[^0-9a-fA-F]/g, '') ?? '';
      return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
    }
    case 'ASCII85Decode':
      return ascii85(bytes.toString('latin1'));
    case 'RunLengthDecode':
      return runs(bytes);
    case 'Crypt':
      return bytes;
    default:
      return undefined;
  }
}

function inflated(bytes: Buffer): Buffer {
  if (bytes.length === 0) return bytes;
  try {
    // Programs write a wrong sum at the end, or none; that the data end is told by themselves.
    return inflateRawSync(bytes.subarray(ZLIB_HEADER_BYTES), { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    throw new SyntaxFault('flate', { cause });
  }
}

function lzw(bytes: Buffer): Buffer {
  const out: number[] = [];
  let table: number[][] = [];
  let [width, held, bits] = [9, 0, 0];
  let before: number[] | undefined;
  const clear = (): void => {
    table = Array.from({ length: 258 }, (_, i) => (i < 256 ? [i] : []));
    width = 9;
    before = undefined;
  };
  clear();
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = held >>> bits;
    held &= (1 << bits) - 1;
    if (code === 257) break;
    if (code === 256) {
      clear();
      continue;
    }
    const entry: number[] | undefined = code < table.length ? table[code] : before && [...before, before[0] ?? 0];
    if (!entry || code > table.length) throw new SyntaxFault('lzw');
    for (const each of entry) out.push(each);
    if (out.length > MOST_BYTES / 8) throw new SyntaxFault('size');
    if (before && table.length < 4096) table.push([...before, entry[0] ?? 0]);
    before = entry;
    width = table.length >= 2047 ? 12 : table.length >= 1023 ? 11 : table.length >= 511 ? 10 : 9;
  }
  return Buffer.from(out);
}

function ascii85(text: string): Buffer {
  const digits = (text.split('~')[0] ?? '').replace(/[\0\s]+/g, '').replaceAll('z', '!!!!!');
  const out = Buffer.alloc(Math.ceil(digits.length / 5) * 4);
  for (let i = 0, at = 0; i < digits.length; i += 5, at += 4) {
    let value = 0;
    for (let j = 0; j < 5; j++) {
      const digit = i + j < digits.length ? digits.charCodeAt(i + j) - 33 : 84;
      if (digit < 0 || digit > 84) throw new SyntaxFault('ascii85');
      value = value * 85 + digit;
    }
    out.writeUInt32BE(value % 0x1_0000_0000, at);
  }
  const rest = digits.length % 5;
  return rest === 0 ? out : out.subarray(0, out.length - 5 + rest);
}

function runs(bytes: Buffer): Buffer {
  const out: Buffer[] = [];
  let length = 0;
  for (let i = 0; i < bytes.length; ) {
    const size = bytes[i] ?? 128;
    if (size === 128) break;
    const piece = size < 128 ? bytes.subarray(i + 1, i + 2 + size) : Buffer.alloc(257 - size, bytes[i + 1] ?? 0);
    i += size < 128 ? size + 2 : 2;
    out.push(piece);
    length += piece.length;
    if (length > MOST_BYTES) throw new SyntaxFault('size');
  }
  return Buffer.concat(out);
}

/** PNG's predictors (7.4.4.4), which directories of objects use. */
function predicted(bytes: Buffer, parameters: Value | undefined, get: (value: Value | undefined) => Value | undefined): Buffer {
  if (!isDict(parameters)) return bytes;
  const number = (key: string, otherwise: number): number => {
    const value = get(parameters.get(key));
    return typeof value === 'number' ? value : otherwise;
  };
  const predictor = number('Predictor', 1);
  if (predictor < 2) return bytes;
  if (predictor === 2) throw new SyntaxFault('predictor');
  const step = Math.max(1, Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8)) / 8));
  const row = Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8) * number('Columns', 1)) / 8);
  if (!(row >= 1 && row <= MOST_BYTES)) throw new SyntaxFault('predictor');
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = Buffer.alloc(rows * row);
  for (let y = 0; y < rows; y++) {
    const kind = bytes[y * (row + 1)];
    for (let x = 0; x < row; x++) {
      const at = y * row + x;
      const left = x >= step ? (out[at - step] ?? 0) : 0;
      const up = y > 0 ? (out[at - row] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (out[at - row - step] ?? 0) : 0;
      const add = kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? paeth(left, up, corner) : 0;
      out[at] = ((bytes[y * (row + 1) + 1 + x] ?? 0) + add) & 255;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
