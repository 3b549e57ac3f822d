/** Extra fields of a zip: a list of tagged values. Only two kinds say anything that a reader must heed. */
import { MAX32, ZIP64_EXTRA } from '../format/index.ts';
import { view } from './zip-end.ts';

export interface Extra {
  /** The Zip64 field's values, eight bytes each. */
  readonly zip64?: readonly number[];
  /** A name in UTF-8 that stands for the one in the header (Info-ZIP, 0x7075). */
  readonly name?: string;
}

const NOTHING: Extra = {};
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const UNICODE_PATH = 0x7075;
/** Version and CRC-32 of the name in the header stand before the name. */
const UNICODE_PATH_HEAD = 5;

/** Undefined when it is no list of tagged values, or has a field twice that must be heeded. */
export function readExtra(bytes: Uint8Array): Extra | undefined {
  if (bytes.length === 0) return NOTHING;
  const v = view(bytes);
  const found: { zip64?: readonly number[]; name?: string } = {};
  let p = 0;
  while (p < bytes.length) {
    if (p + 4 > bytes.length) return undefined;
    const tag = v.getUint16(p, true);
    const end = p + 4 + v.getUint16(p + 2, true);
    if (end > bytes.length) return undefined;
    if (tag === ZIP64_EXTRA) {
      if (found.zip64) return undefined;
      const values: number[] = [];
      for (let q = p + 4; q + 8 <= end; q += 8) values.push(Number(v.getBigUint64(q, true)));
      found.zip64 = values;
    } else if (tag === UNICODE_PATH) {
      if (found.name !== undefined || end < p + 4 + UNICODE_PATH_HEAD) return undefined;
      try {
        found.name = UTF8.decode(bytes.subarray(p + 4 + UNICODE_PATH_HEAD, end));
      } catch {
        return undefined;
      }
    }
    p = end;
  }
  return found;
}

/** Values in their order, each from the Zip64 field where the header has the marker; undefined where the field lacks one. */
export function widened(short: readonly number[], { zip64 }: Extra): readonly number[] | undefined {
  let next = 0;
  const wide = short.map((value) => (value === MAX32 ? (zip64?.[next++] ?? Number.NaN) : value));
  return wide.every(Number.isSafeInteger) ? wide : undefined;
}
