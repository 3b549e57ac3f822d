/**
 * How large a case folder may be. The dossier made of it has limits of its own (dossier/format/limits.ts), and is never the smaller:
 * what is read here is read there again.
 */

/** Bytes of a form; what officers write by hand is a hundredth of it. */
export const MAX_FORM_BYTES = 5 * 1024 * 1024;
/** Bytes of the list of evidence, which names every file: 100,000 with both digests and long names. */
export const MAX_LIST_BYTES = 32 * 1024 * 1024;
export const MAX_WORKBOOK_BYTES = 20 * 1024 * 1024;
/** Bytes of the custody log: an event is a few hundred, each digest in it some 250. */
export const MAX_CUSTODY_BYTES = 64 * 1024 * 1024;
/** Units of one line of it, some 30,000 digests; `collect` begins another event before. */
export const MAX_CUSTODY_LINE = 8 * 1024 * 1024;
/** Lexemes of YAML: a file with both digests has some thirty. */
export const MAX_FORM_LEXEMES = 1_500_000;
export const MAX_LIST_LEXEMES = 6_000_000;
/** Files below `evidence/` and `signed/`: a case of a province has some ten thousand. */
export const MAX_FILES = 200_000;
/** Times that a form may be larger as the packer writes it: what its brackets, quotes and indentation add at most. */
export const PACKED_ROOM = 4;
