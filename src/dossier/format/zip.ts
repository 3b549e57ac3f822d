/** Constants of the container (APPNOTE 6.3.10): every byte that is not content or a name is fixed here. */

export const LOCAL_SIGNATURE = 0x04034b50;
export const CENTRAL_SIGNATURE = 0x02014b50;
export const DESCRIPTOR_SIGNATURE = 0x08074b50;
/** Before the first part of a split archive; before one that was meant to be split and is whole (APPNOTE 8.5.3, 8.5.4). */
export const SPANNED_SIGNATURE = 0x08074b50;
export const SPANNING_SIGNATURE = 0x30304b50;
export const END_SIGNATURE = 0x06054b50;
export const END64_SIGNATURE = 0x06064b50;
export const LOCATOR64_SIGNATURE = 0x07064b50;

/** Sizes of the fixed parts in bytes. */
export const LOCAL_SIZE = 30;
export const CENTRAL_SIZE = 46;
export const END_SIZE = 22;
export const END64_SIZE = 56;
export const LOCATOR64_SIZE = 20;

/** Unix, specification 4.5: attributes are Unix modes. */
export const MADE_BY = 0x032d;
export const NEEDED = 20;
/** For an entry with a Zip64 field, and for the Zip64 end record. */
export const NEEDED64 = 45;
/** Bit 11 alone: names are UTF-8. Set for every entry. */
export const FLAGS = 0x0800;
export const STORED = 0;
/** In what others packed again; a dossier never is. */
export const DEFLATED = 8;
/** 1980-01-01 00:00:00, the zero of DOS time: a date that no one takes for a date of evidence. */
export const DOS_TIME = 0;
export const DOS_DATE = 0x0021;
/** A regular file, `rw-r--r--`, in the upper half. */
export const ATTRIBUTES = 0o100644 * 0x10000;
export const ZIP64_EXTRA = 0x0001;

export const MAX16 = 0xffff;
export const MAX32 = 0xffffffff;

/** From which value on a number moves into its Zip64 field. The format's values are the default; tests use small ones. */
export interface Zip64From {
  /** Sizes and offsets. */
  readonly bytes: number;
  /** Number of entries. */
  readonly entries: number;
}
export const ZIP64_FROM: Zip64From = { bytes: MAX32, entries: MAX16 };
