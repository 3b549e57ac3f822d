/**
 * Is it a font file, whole, and does each table that drawing reads stay inside its own bounds? Nothing of it is run. What reads
 * fonts later trusts their counts and offsets: a damaged file would keep it busy for hours.
 */
import { cffHolds } from './font-cff.ts';
import { glyphsHold } from './font-glyphs.ts';
import { cmapHolds, type FontTables, metricsHold, namesHold } from './font-tables.ts';

/** TrueType, OpenType with CFF outlines, and Apple's TrueType. */
const SIGNATURES = [0x00010000, 0x4f54544f, 0x74727565];
/** Without these no character is found and none has a width. */
const NEEDED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];

export type FontProblem = 'kind' | 'cut' | 'damaged';

export function fontProblem(bytes: Uint8Array): FontProblem | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || !SIGNATURES.includes(view.getUint32(0))) return 'kind';
  const count = view.getUint16(4);
  if (count === 0 || count > 256 || bytes.length < 12 + count * 16) return 'cut';
  const tables = new Map<string, DataView>();
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    const [from, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (from + length > bytes.length) return 'cut';
    tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), new DataView(bytes.buffer, bytes.byteOffset + from, length));
  }
  if (!NEEDED.every((name) => tables.has(name))) return 'cut';
  return holds(tables) ? undefined : 'damaged';
}

function holds(tables: FontTables): boolean {
  try {
    return metricsHold(tables) && cmapHolds(tables) && namesHold(tables) && (tables.has('CFF ') ? cffHolds(tables) : glyphsHold(tables));
  } catch (error) {
    // Something is read beyond the end of its table.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
