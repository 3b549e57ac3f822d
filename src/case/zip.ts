/** An .xlsx is a ZIP: a plain one with a fixed time, so that the same parts make the same bytes. */
import { type Zippable, zipSync } from '../deflate/index.ts';

export function zip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = Object.fromEntries(parts);
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}
