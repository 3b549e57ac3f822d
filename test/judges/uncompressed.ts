/** A PDF without what may differ where nothing that is seen differs: compression, offsets, and an ID taken from the bytes. */
import { inflateSync } from 'node:zlib';

const OBJECT = /(\d+) \d+ obj\b/g;
const LENGTH = /\/Length (\d+)(?! \d+ R)/;

/**
 * Every object in the order of the file, streams inflated. Two versions of zlib make different bytes of the same stream; this is
 * the same for both. Throws when a stream has another filter than FlateDecode, an indirect length, or does not end where it says.
 */
export function uncompressed(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  const parts: Buffer[] = [];
  OBJECT.lastIndex = 0;
  for (let found = OBJECT.exec(text); found; found = OBJECT.exec(text)) {
    const ends = text.indexOf('endobj', found.index);
    const opens = text.indexOf('stream', found.index);
    if (opens < 0 || ends < opens) {
      parts.push(Buffer.from(`${text.slice(found.index, ends)}endobj\n`, 'latin1'));
      OBJECT.lastIndex = ends;
      continue;
    }
    const dictionary = text.slice(found.index, opens);
    const from = opens + (text.startsWith('stream\r\n', opens) ? 8 : 7);
    const length = Number(LENGTH.exec(dictionary)?.[1] ?? Number.NaN);
    if (!/^\s*endstream/.test(text.slice(from + length, from + length + 12)))
      throw new Error(`stream of object ${found[1]} has no plain length`);
    OBJECT.lastIndex = from + length;
    // Nothing but offsets.
    if (/\/Type\s*\/XRef/.test(dictionary)) continue;
    const data = file.subarray(from, from + length);
    const filter = /\/Filter\s*(?:\[\s*)?\/(\w+)/.exec(dictionary)?.[1];
    if (filter !== undefined && filter !== 'FlateDecode') throw new Error(`object ${found[1]} is packed by ${filter}`);
    parts.push(Buffer.from(plain(dictionary), 'latin1'), filter ? inflateSync(data) : data, Buffer.from('\nendstream\n'));
  }
  const trailer = text.lastIndexOf('trailer');
  if (trailer >= 0) parts.push(Buffer.from(plain(text.slice(trailer, text.indexOf('startxref', trailer))), 'latin1'));
  return Buffer.concat(parts);
}

function plain(dictionary: string): string {
  return dictionary
    .replace(LENGTH, '')
    .replace(/\/Filter\s*(?:\[[^\]]*\]|\/\w+)/, '')
    .replace(/\/ID\s*\[[^\]]*\]/, '')
    .replace(/\s+/g, ' ');
}
