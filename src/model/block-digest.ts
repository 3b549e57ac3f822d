/** What SHA-256 (FIPS 180-4 §5) and SM3 (GB/T 32905-2016 §5) have in common: 64-byte blocks, eight words of state, the length in bits at the end. */

const BLOCK = 64;

export interface BlockDigest {
  update(bytes: Uint8Array): void;
  /** Lower-case hex. Nothing may be added afterwards. */
  finish(): string;
}

/** `compress` works one block at an offset into the state; `words` is its own room for the expanded block. */
export type Compress = (state: Int32Array, words: Int32Array, bytes: Uint8Array, at: number) => void;

export function blockDigest(start: readonly number[], words: number, compress: Compress): BlockDigest {
  const state = Int32Array.from(start);
  const room = new Int32Array(words);
  const rest = new Uint8Array(BLOCK);
  let held = 0;
  let total = 0;

  function update(bytes: Uint8Array): void {
    total += bytes.length;
    let at = 0;
    if (held > 0) {
      at = Math.min(BLOCK - held, bytes.length);
      rest.set(bytes.subarray(0, at), held);
      held += at;
      if (held < BLOCK) return;
      compress(state, room, rest, 0);
      held = 0;
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) compress(state, room, bytes, at);
    rest.set(bytes.subarray(at));
    held = bytes.length - at;
  }
  return {
    update,
    finish() {
      const bits = BigInt(total) * 8n;
      const padding = new Uint8Array((held < 56 ? 56 : 120) - held + 8);
      padding[0] = 0x80;
      new DataView(padding.buffer).setBigUint64(padding.length - 8, bits);
      update(padding);
      return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}
