/** The file itself: numbered objects one after the other, the table of their offsets, the trailer (ISO 32000-1, 7.3–7.5). */
import { createHash } from 'node:crypto';
import { zlibSync } from '../deflate/index.ts';

/** Level of compression: higher ones take twice the time for a few hundredths of the size. */
const LEVEL = 5;

const HEADER = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';

export interface ObjectWriter {
  /** A number for an object that is written later. */
  reserve(): number;
  /** Writes an object's body, Latin-1. */
  write(id: number, body: string): void;
  /** Writes a stream; `dictionary` without length and filter. `plain` ones are never compressed. */
  stream(id: number, dictionary: string, bytes: Uint8Array, plain?: boolean): void;
  /** Ends the file. `trailer`: entries besides size and id. */
  finish(trailer: string): Uint8Array;
}

/** By the array itself: a font program comes again with the next document that uses the same glyphs. */
const known = new WeakMap<Uint8Array, Uint8Array>();

function compressed(bytes: Uint8Array): Uint8Array {
  const packed = known.get(bytes) ?? zlibSync(bytes, { level: LEVEL });
  known.set(bytes, packed);
  return packed;
}

/** fflate, not zlib: its bytes are the same on every processor and Node version. */
export function newObjects(compress: boolean): ObjectWriter {
  const chunks: Uint8Array[] = [];
  const offsets: number[] = [0];
  let length = 0;
  const push = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    length += chunk.length;
  };
  const text = (value: string): void => push(Buffer.from(value, 'latin1'));
  const begin = (id: number): void => {
    offsets[id] = length;
    text(`${id} 0 obj\n`);
  };
  text(HEADER);
  return {
    reserve: () => offsets.push(-1) - 1,
    write: (id, body) => {
      begin(id);
      text(`${body}\nendobj\n`);
    },
    stream: (id, dictionary, bytes, plain = false) => {
      const packed = compress && !plain ? compressed(bytes) : bytes;
      const filter = packed === bytes ? '' : '/Filter/FlateDecode';
      begin(id);
      text(`<<${dictionary}${filter}/Length ${packed.length}>>\nstream\n`);
      push(packed);
      text('\nendstream\nendobj\n');
    },
    finish: (trailer) => {
      const at = length;
      const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
      text(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${rows.join('')}`);
      const hash = createHash('sha256');
      for (const chunk of chunks) hash.update(chunk);
      const id = hash.digest('hex').slice(0, 32).toUpperCase();
      text(`trailer\n<</Size ${offsets.length}${trailer}/ID[<${id}><${id}>]>>\nstartxref\n${at}\n%%EOF\n`);
      const whole = new Uint8Array(length);
      let to = 0;
      for (const chunk of chunks) {
        whole.set(chunk, to);
        to += chunk.length;
      }
      return whole;
    },
  };
}

/** A text as PDF writes it outside content: UTF-16 with its mark. */
export function textString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text.toWellFormed()}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}

/** A number with at most three decimals and no trailing zero: a thousandth of a point is below any printer. */
export function number(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}
