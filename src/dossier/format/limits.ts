/** How large a dossier may be. The writer refuses what the reader would refuse. */

/** Entries: ten times the largest case known; at about 1.5 KiB an entry (names, digests, directory record) so many need some 300 MB. */
export const MAX_ENTRIES = 200_000;
/** Bytes of a name in the container: the bag's folder (80 units) and a path (240 units), three bytes a unit, and the slash. */
export const MAX_NAME_BYTES = 964;
/** Bytes of a list (manifest, index, custody log), which is read row by row: 600 for each of the most entries. */
export const MAX_TEXT_BYTES = 120_000_000;
/** Bytes of bagit.txt, bag-info.txt, 校验说明.txt: a page or two. */
export const MAX_TAG_BYTES = 1_000_000;
/** Bytes of one file in data/case: forms and the list of items, parsed as a whole. */
export const MAX_CASE_BYTES = 64_000_000;
/** Bytes of one document: rendered text, a scan of signed paper. */
export const MAX_DOCUMENT_BYTES = 512_000_000;
/** Bytes of one file: what JavaScript counts exactly. */
export const MAX_FILE_BYTES = Number.MAX_SAFE_INTEGER;
/** Folders within folders: a path of 240 units cannot hold more than 120. */
export const MAX_DEPTH = 120;
/** Findings of one code that are listed; the rest are counted. */
export const LISTED_PER_CODE = 500;
/** What deflate (RFC 1951) can make of one byte at most: a larger ratio is a lie about the size. */
export const MAX_DEFLATE_RATIO = 1032;
/** Bytes that a compressed container without Payload-Oxum may become; one with it may become what it declares. */
export const MAX_UNDECLARED_BYTES = 64 * 2 ** 30;
/**
 * A compressed container may become so many times its size as a whole: tables shrink to a tenth or twentieth, bitmaps and databases of mostly
 * nothing to a hundredth. Whoever declares more must be unpacked by a person, who sees what comes.
 */
export const MAX_EXPANSION_RATIO = 200;
/** Bytes up to which nobody asks for the ratio: they are inflated and digested in seconds. */
export const FREE_EXPANSION_BYTES = 2 ** 30;
/** Bytes beside the payload that Payload-Oxum does not count: manifests of the most entries, signatures. */
export const TAG_ALLOWANCE_BYTES = 4 * MAX_TEXT_BYTES;
/** Bytes of one row of the index, or of one digest in the custody log: a name, digests, a title. */
export const MAX_ROW_BYTES = 4_000_000;
/** Bytes of the index, or of one event of the custody log, without those rows. */
export const MAX_HEAD_BYTES = 16_000_000;
/** Lines of the custody log that cannot be read: one with more is none, has its findings, and is given up. */
export const MAX_BAD_LINES = 2000;
/** Bytes of one file of signatures/: a signature or time-stamp with its certificates takes some 20 KiB. */
export const MAX_SIGNATURE_BYTES = 256 << 10;
/** Files of signatures/: twenty signatures, each with its time-stamp. */
export const MAX_SIGNATURE_FILES = 40;
