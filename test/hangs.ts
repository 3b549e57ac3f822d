/** A limit of time ends what hangs and judges nothing else: other programs may have the machine. */
export const HANGS_MS = 120_000;
