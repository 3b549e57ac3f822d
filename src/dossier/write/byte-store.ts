/** Bytes that grow at their end, in blocks, so that nothing is copied when they grow: the directory of 200,000 entries is some 30 MB. */

const BLOCK_BYTES = 1 << 18;

export interface ByteStore {
  /** Returns where the bytes begin; they stand in one block. At most a block. */
  append(bytes: Uint8Array): number;
  /** Four bytes, little end first, within what one `append` brought. */
  patch32(at: number, value: number): void;
  blocks(): readonly Uint8Array[];
}

export function byteStore(): ByteStore {
  const blocks: Uint8Array[] = [];
  let fill = BLOCK_BYTES;
  const lengths: number[] = [];
  return {
    append(bytes) {
      if (fill + bytes.length > BLOCK_BYTES) {
        blocks.push(new Uint8Array(BLOCK_BYTES));
        lengths.push(0);
        fill = 0;
      }
      const last = blocks.length - 1;
      (blocks[last] as Uint8Array).set(bytes, fill);
      const at = last * BLOCK_BYTES + fill;
      fill += bytes.length;
      lengths[last] = fill;
      return at;
    },
    patch32(at, value) {
      const block = blocks[Math.floor(at / BLOCK_BYTES)] as Uint8Array;
      new DataView(block.buffer).setUint32(at % BLOCK_BYTES, value, true);
    },
    blocks: () => blocks.map((block, i) => block.subarray(0, lengths[i])),
  };
}
