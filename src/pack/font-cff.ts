/** Whether the lists of a CFF font (Adobe Technical Note 5176) rise and stay inside it: its outlines, subroutines and dictionaries. */
import { type FontTables, glyphCount, tableOf } from './font-tables.ts';

interface List {
  readonly items: readonly (readonly [from: number, to: number])[];
  readonly end: number;
}

/** Operators of dictionaries; two bytes where the first is 12. */
const OP = { charStrings: 17, private: 18, subrs: 19, fontDicts: 0x0c24 } as const;
const MAX_FONT_DICTS = 256;

export function cffHolds(tables: FontTables): boolean {
  const cff = tableOf(tables, 'CFF ');
  if (cff.getUint8(0) !== 1) return false;
  const names = listAt(cff, cff.getUint8(2));
  const tops = listAt(cff, names.end);
  const strings = listAt(cff, tops.end);
  listAt(cff, strings.end);
  const [only] = tops.items;
  if (!only || tops.items.length !== 1) return false;
  const top = dictionary(cff, ...only);
  if (listAt(cff, top.get(OP.charStrings)?.[0] ?? -1).items.length < glyphCount(tables)) return false;
  const several = top.get(OP.fontDicts)?.[0];
  const dicts = several === undefined ? [] : listAt(cff, several).items;
  if (dicts.length > MAX_FONT_DICTS) return false;
  for (const dict of [top, ...dicts.map((range) => dictionary(cff, ...range))]) privateHolds(cff, dict);
  return true;
}

/** @throws RangeError where it does not hold */
function privateHolds(cff: DataView, dict: ReadonlyMap<number, readonly number[]>): void {
  const [size, from] = dict.get(OP.private) ?? [];
  if (size === undefined || from === undefined) return;
  if (!Number.isInteger(from + size) || from < 0 || size < 0 || from + size > cff.byteLength) throw new RangeError('private');
  const subrs = dictionary(cff, from, from + size).get(OP.subrs)?.[0];
  if (subrs !== undefined) listAt(cff, from + subrs);
}

/** An INDEX. @throws RangeError */
function listAt(cff: DataView, from: number): List {
  const count = cff.getUint16(from);
  if (count === 0) return { items: [], end: from + 2 };
  const size = cff.getUint8(from + 2);
  if (size < 1 || size > 4) throw new RangeError('offset size');
  const base = from + 3 + (count + 1) * size - 1;
  const offset = (i: number): number => {
    let value = 0;
    for (let byte = 0; byte < size; byte++) value = value * 256 + cff.getUint8(from + 3 + i * size + byte);
    return base + value;
  };
  const items: [number, number][] = [];
  let last = offset(0);
  if (last !== base + 1) throw new RangeError('offset');
  for (let i = 1; i <= count; i++) {
    const next = offset(i);
    if (next < last || next > cff.byteLength) throw new RangeError('offset');
    items.push([last, next]);
    last = next;
  }
  return { items, end: last };
}

/** Operator → operands; reals are of no account here. @throws RangeError */
function dictionary(cff: DataView, from: number, to: number): ReadonlyMap<number, readonly number[]> {
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  let at = from;
  while (at < to) {
    const byte = cff.getUint8(at++);
    if (byte <= 21) {
      entries.set(byte === 12 ? 0x0c00 | cff.getUint8(at++) : byte, operands);
      operands = [];
    } else if (byte === 28) {
      operands.push(cff.getInt16(at));
      at += 2;
    } else if (byte === 29) {
      operands.push(cff.getInt32(at));
      at += 4;
    } else if (byte === 30) {
      let pair = cff.getUint8(at++);
      while ((pair & 15) !== 15 && pair >> 4 !== 15) pair = cff.getUint8(at++);
      operands.push(Number.NaN);
    } else if (byte >= 32 && byte <= 246) operands.push(byte - 139);
    else if (byte >= 247 && byte <= 250) operands.push((byte - 247) * 256 + cff.getUint8(at++) + 108);
    else if (byte >= 251 && byte <= 254) operands.push(-(byte - 251) * 256 - cff.getUint8(at++) - 108);
    else throw new RangeError('operand');
  }
  if (at > to) throw new RangeError('dictionary');
  return entries;
}
