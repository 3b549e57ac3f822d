/** Bytes that are gathered piece by piece, up to a limit. */

export interface Growing {
  readonly length: number;
  /** More came than may be held: what is here is worth nothing. */
  readonly over: boolean;
  append(bytes: Uint8Array): void;
  /** All of it with `more` behind it; undefined where it would be over. A view: valid until the next call. */
  joined(more: Uint8Array): Uint8Array | undefined;
  endsWith(bytes: Uint8Array, from: number): boolean;
  /** A copy. */
  taken(): Uint8Array;
  clear(): void;
}

const FIRST_BYTES = 4096;

export function growing(limit: number): Growing {
  let held = new Uint8Array(FIRST_BYTES);
  let length = 0;
  let over = false;
  function append(bytes: Uint8Array): void {
    if (over || length + bytes.length > limit) {
      over = true;
      return;
    }
    if (length + bytes.length > held.length) {
      const wider = new Uint8Array(Math.max(2 * held.length, length + bytes.length));
      wider.set(held.subarray(0, length));
      held = wider;
    }
    held.set(bytes, length);
    length += bytes.length;
  }
  return {
    get length() {
      return length;
    },
    get over() {
      return over;
    },
    append,
    joined(more) {
      append(more);
      return over ? undefined : held.subarray(0, length);
    },
    endsWith: (bytes, from) => length - from === bytes.length && bytes.every((byte, i) => held[from + i] === byte),
    taken: () => held.slice(0, length),
    clear() {
      // What one long text needed is not kept for the short ones.
      if (held.length > 16 * FIRST_BYTES) held = new Uint8Array(FIRST_BYTES);
      length = 0;
      over = false;
    },
  };
}
