/** Whether the tables of a font that are counted and pointed into stay inside their bounds. All throw RangeError where something is read beyond a table's end. */

/** By tag; each view ends where its table ends. */
export type FontTables = ReadonlyMap<string, DataView>;

/** Entries of all variation sequences: whoever repeats a list a thousand times means harm. */
const MAX_VARIATIONS = 1_000_000;
/** Ems to the next character: the widest ligatures have ten. */
const MAX_ADVANCE = 16;
/** Bytes of all names. */
const MAX_NAMES = 4_000_000;

export function tableOf(tables: FontTables, tag: string): DataView {
  const table = tables.get(tag);
  if (!table) throw new RangeError(tag);
  return table;
}

export function glyphCount(tables: FontTables): number {
  return tableOf(tables, 'maxp').getUint16(4);
}

export function metricsHold(tables: FontTables): boolean {
  const head = tableOf(tables, 'head');
  const em = head.getUint16(18);
  const count = glyphCount(tables);
  const widths = (header: string, metrics: string): boolean => {
    const long = tableOf(tables, header).getUint16(34);
    const table = tableOf(tables, metrics);
    if (long === 0 || long > count || table.byteLength < long * 4 + (count - long) * 2) return false;
    for (let i = 0; i < long; i++) if (table.getUint16(i * 4) > MAX_ADVANCE * em) return false;
    return true;
  };
  const upright = !tables.has('vhea') || !tables.has('vmtx') || widths('vhea', 'vmtx');
  return em >= 16 && em <= 16_384 && head.getInt16(50) >> 1 === 0 && count > 0 && widths('hhea', 'hmtx') && upright;
}

export function cmapHolds(tables: FontTables): boolean {
  const cmap = tableOf(tables, 'cmap');
  const count = cmap.getUint16(2);
  const left = { variations: MAX_VARIATIONS };
  const seen = new Set<number>();
  for (let i = 0; i < count; i++) seen.add(cmap.getUint32(4 + i * 8 + 4));
  return count > 0 && count <= 64 && [...seen].every((from) => subtableHolds(cmap, from, left));
}

/** OpenType, cmap: how many entries follow is written where each format has it. */
function subtableHolds(cmap: DataView, from: number, left: { variations: number }): boolean {
  const room = cmap.byteLength - from;
  switch (cmap.getUint16(from)) {
    case 0:
      return room >= 262;
    case 4: {
      const segments = cmap.getUint16(from + 6);
      return segments > 0 && segments % 2 === 0 && 16 + segments * 4 <= room;
    }
    case 6:
      return 10 + cmap.getUint16(from + 8) * 2 <= room;
    case 10:
      return 20 + cmap.getUint32(from + 16) * 2 <= room;
    case 8:
      return 8208 + cmap.getUint32(from + 8204) * 12 <= room;
    case 12:
    case 13:
      return 16 + cmap.getUint32(from + 12) * 12 <= room;
    case 14:
      return variationsHold(cmap, from, left);
    default:
      return room >= 6;
  }
}

function variationsHold(cmap: DataView, from: number, left: { variations: number }): boolean {
  const records = cmap.getUint32(from + 6);
  if (10 + records * 11 > cmap.byteLength - from) return false;
  for (let i = 0; i < records; i++)
    for (const [member, size] of [
      [3, 4],
      [7, 5],
    ] as const) {
      const at = cmap.getUint32(from + 10 + i * 11 + member);
      const entries = at === 0 ? 0 : cmap.getUint32(from + at);
      left.variations -= entries + 1;
      if (from + at + entries * size > cmap.byteLength || left.variations < 0) return false;
    }
  return true;
}

export function namesHold(tables: FontTables): boolean {
  const name = tables.get('name');
  if (!name) return true;
  const [count, strings] = [name.getUint16(2), name.getUint16(4)];
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const [length, at] = [name.getUint16(6 + i * 12 + 8), name.getUint16(6 + i * 12 + 10)];
    sum += length;
    if (strings + at + length > name.byteLength || sum > MAX_NAMES) return false;
  }
  return true;
}
