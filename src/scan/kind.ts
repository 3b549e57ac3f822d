/** What a file is by its first and last bytes, and whether a picture's end is there: a copy that was cut off opens in many programs all the same. */

export interface Ends {
  /** The first bytes of the file, at least 2 KiB where it has them. */
  readonly head: Uint8Array;
  /** The last bytes, at least 64 KiB where it has them. */
  readonly tail: Uint8Array;
}

export const HEAD_BYTES = 2048;
export const TAIL_BYTES = 65_536;

/** Pages that are read here; pages that are not; anything else. `whole`: its end is there; of a PDF that is not told by its last bytes. */
export type Kind =
  | { readonly kind: 'pdf' }
  | { readonly kind: 'jpeg' | 'png'; readonly whole: boolean }
  | { readonly kind: 'other'; readonly format: string }
  | { readonly kind: 'none' };

/** Adobe PDF Reference 1.7, appendix H.3, note 13: what readers allow in front of the header. */
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
  if (first.slice(0, PDF_SLACK).includes('%PDF-')) return { kind: 'pdf' };
  // Telephones append data of their own behind a JPEG; its end cannot stand inside the picture (ITU-T T.81, B.1.1.2).
  if (first.startsWith('\xff\xd8\xff')) return { kind: 'jpeg', whole: last.includes('\xff\xd9') };
  if (first.startsWith('\x89PNG\r\n\x1a\n')) return { kind: 'png', whole: last.includes('IEND') };
  const other = OTHERS.find(([, at, magic]) => first.startsWith(magic, at));
  if (other) return { kind: 'other', format: other[0] };
  if (first.startsWith('PK\x03\x04') && last.includes('OFD.xml')) return { kind: 'other', format: 'OFD' };
  return { kind: 'none' };
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
