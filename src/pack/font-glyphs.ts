/** Whether TrueType outlines are whole: each inside its own stretch, composite ones made of a few others and never of themselves. */
import { type FontTables, glyphCount, tableOf } from './font-tables.ts';

/** Of one outline; the most intricate hanzi has a tenth of these. */
const MAX_POINTS = 20_000;
const MAX_CONTOURS = 1000;
const MAX_COMPONENTS = 64;
/** Composite in composite. */
const MAX_DEPTH = 8;
/** Outlines that one glyph is made of, all told. */
const MAX_PARTS = 512;

/** Flags of a point and of a component (OpenType, glyf). */
const POINT = { xShort: 2, yShort: 4, repeat: 8, xSame: 16, ySame: 32 } as const;
const COMPONENT = { words: 1, scale: 8, more: 32, twoScales: 64, matrix: 128 } as const;

export function glyphsHold(tables: FontTables): boolean {
  const [glyf, loca] = [tableOf(tables, 'glyf'), tableOf(tables, 'loca')];
  const long = tableOf(tables, 'head').getInt16(50) === 1;
  const offset = (id: number): number => (long ? loca.getUint32(id * 4) : loca.getUint16(id * 2) * 2);
  const count = glyphCount(tables);
  const composites = new Map<number, readonly number[]>();
  for (let id = 0; id < count; id++) {
    const [from, to] = [offset(id), offset(id + 1)];
    if (from > to || to > glyf.byteLength) return false;
    if (from === to) continue;
    if (to - from < 10) return false;
    if (glyf.getInt16(from) >= 0) {
      if (!outlineHolds(glyf, from, to)) return false;
      continue;
    }
    const parts = componentsOf(glyf, from + 10, to);
    if (!parts?.every((part) => part < count)) return false;
    composites.set(id, parts);
  }
  return compositesEnd(composites);
}

function outlineHolds(glyf: DataView, from: number, to: number): boolean {
  const contours = glyf.getInt16(from);
  if (contours === 0) return true;
  let at = from + 10;
  let last = -1;
  if (contours > MAX_CONTOURS || at + contours * 2 + 2 > to) return false;
  for (let i = 0; i < contours; i++, at += 2) {
    const end = glyf.getUint16(at);
    if (end < last || end >= MAX_POINTS) return false;
    last = end;
  }
  at += 2 + glyf.getUint16(at);
  let [points, coordinates] = [0, 0];
  while (points <= last) {
    if (at >= to) return false;
    const flag = glyf.getUint8(at++);
    const times = flag & POINT.repeat ? glyf.getUint8(at++) + 1 : 1;
    points += times;
    coordinates += times * (bytesOf(flag, POINT.xShort, POINT.xSame) + bytesOf(flag, POINT.yShort, POINT.ySame));
  }
  return points === last + 1 && at + coordinates <= to;
}

function bytesOf(flag: number, short: number, same: number): number {
  if (flag & short) return 1;
  return flag & same ? 0 : 2;
}

function componentsOf(glyf: DataView, from: number, to: number): readonly number[] | undefined {
  const parts: number[] = [];
  let at = from;
  let flags: number = COMPONENT.more;
  while (flags & COMPONENT.more) {
    if (at + 6 > to || parts.length === MAX_COMPONENTS) return undefined;
    flags = glyf.getUint16(at);
    parts.push(glyf.getUint16(at + 2));
    at += flags & COMPONENT.words ? 8 : 6;
    if (flags & COMPONENT.scale) at += 2;
    else if (flags & COMPONENT.twoScales) at += 4;
    else if (flags & COMPONENT.matrix) at += 8;
  }
  return at <= to ? parts : undefined;
}

function compositesEnd(composites: ReadonlyMap<number, readonly number[]>): boolean {
  const known = new Map<number, { readonly depth: number; readonly parts: number }>();
  const measure = (id: number, level: number): { readonly depth: number; readonly parts: number } => {
    const components = composites.get(id);
    if (!components) return { depth: 0, parts: 1 };
    const before = known.get(id);
    if (before) return before;
    // One that is part of itself comes here as well.
    if (level > MAX_DEPTH) throw new RangeError('depth');
    const measured = components.map((part) => measure(part, level + 1));
    const depth = 1 + Math.max(0, ...measured.map((m) => m.depth));
    const parts = measured.reduce((sum, m) => sum + m.parts, 1);
    if (depth > MAX_DEPTH || parts > MAX_PARTS) throw new RangeError('depth');
    known.set(id, { depth, parts });
    return { depth, parts };
  };
  for (const id of composites.keys()) measure(id, 1);
  return true;
}
