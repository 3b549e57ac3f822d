import type { Place } from '../model/index.ts';

/** Where the values of one form stand, whatever it was read from. */
export interface Positions {
  /** Place of a value, or of its nearest ancestor that is written. */
  valueAt(pointer: string): Place;
  /** Place of a member's name (in a sheet: of its cell), or of the nearest ancestor's value. */
  keyAt(pointer: string): Place;
  /** The value as it is written, where that differs from what was read (`0012` → 12). */
  source(pointer: string): string | undefined;
  /** The line a place stands on, for the caret. */
  excerpt(place: Place): string | undefined;
}

/** Positions of a file of which nothing could be read. */
export function wholeFile(file: string): Positions {
  const place: Place = { file };
  return { valueAt: () => place, keyAt: () => place, source: () => undefined, excerpt: () => undefined };
}
