/** What a file is by its first and last bytes, and whether its end is there: a copy that was cut off opens in many programs all the same. */

export interface Ends {
  /** The first bytes of the file, at least 2 KiB where it has them. */
  readonly head: Uint8Array;
  /** The last bytes, at least 64 KiB where it has them. */
  readonly tail: Uint8Array;
}

export const HEAD_BYTES = 2048;
export const TAIL_BYTES = 65_536;

/** Pages that are read here; pages that are not; anything else. `whole`: its end is there. */
export type Kind =
  | { readonly kind: 'pdf' | 'jpeg' | 'png'; readonly whole: boolean }
  | { readonly kind: 'other'; readonly format: string }
  | { readonly kind: 'none' };

/** Adobe PDF Reference 1.7, appendix H.3, notes 13 and 18: what readers allow in front of the header, and behind `%%EOF`. */
const PDF_SLACK = 1024;
/** Formats of pages that scanners and telephones write, and GB/T 33190: a person opens these. */
const OTHERS: readonly (readonly [format: string, at: number, magic: string])[] = [
  ['TIFF', 0, 'II*\0'],
  ['TIFF', 0, 'MM\0*'],
  ['BMP', 0, 'BM'],
  ['WebP', 8, 'WEBP'],
  ['HEIC', 4, 'ftypheic'],
  ['HEIC', 4, 'ftypmif1'],
  ['JPEG 2000', 4, 'jP  '],
];

export function kindOf({ head, tail }: Ends): Kind {
  const [first, last] = [latin(head), latin(tail)];
  if (first.slice(0, PDF_SLACK).includes('%PDF-')) {
    // Some scanners and disks fill the last block up.
    const end = filledTo(tail);
    return { kind: 'pdf', whole: last.slice(Math.max(0, end - PDF_SLACK), end).includes('%%EOF') };
  }
  // Telephones append data of their own behind a JPEG; its end cannot stand inside the picture (ITU-T T.81, B.1.1.2).
  if (first.startsWith('\xff\xd8\xff')) return { kind: 'jpeg', whole: last.includes('\xff\xd9') };
  if (first.startsWith('\x89PNG\r\n\x1a\n')) return { kind: 'png', whole: last.includes('IEND') };
  const other = OTHERS.find(([, at, magic]) => first.startsWith(magic, at));
  if (other) return { kind: 'other', format: other[0] };
  if (first.startsWith('PK\x03\x04') && last.includes('OFD.xml')) return { kind: 'other', format: 'OFD' };
  return { kind: 'none' };
}

/** Behind the last byte that is neither zero nor white space. */
function filledTo(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end -= 1;
  return end;
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
