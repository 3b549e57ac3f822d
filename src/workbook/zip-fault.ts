/** Why an archive, or a part of one, cannot be read. `too-large`: beyond our limits, of size, number or ratio. */
export type ZipFaultKind = 'damaged' | 'too-large' | 'locked' | 'encoding';

/** The archive is damaged, encrypted, ambiguous or larger than any honest one. */
export class ZipFault extends Error {
  readonly kind: ZipFaultKind;

  constructor(message: string, kind: ZipFaultKind = 'damaged', cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}
