/** The order in which people count files: figures by their value, all else by code points. */
import { comparePaths } from '../../model/index.ts';

/** `2.jpg` before `10.jpg`; where only leading zeros differ, as bytes. */
export function naturalOrder(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i] ?? '', right[i] ?? ''];
    const both = /^\d/.test(x) && /^\d/.test(y);
    const order = both ? compareFigures(x, y) : comparePaths(x, y);
    if (order !== 0) return order;
  }
  return left.length - right.length || comparePaths(a, b);
}

function partsOf(path: string): readonly string[] {
  return path.match(/\d+|\D+/g) ?? [];
}

/** Of any length. */
function compareFigures(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return x.length - y.length || comparePaths(x, y);
}
