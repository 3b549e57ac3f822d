/** The archive is damaged, encrypted, ambiguous or larger than any honest one. */
export class ZipFault extends Error {}
