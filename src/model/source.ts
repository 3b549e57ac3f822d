/**
 * Where a case is read from: a folder on disk or the payload of a dossier.
 * Names are relative, NFC, with `/`; `read` gives undefined for a name that is not there.
 */
export interface Source {
  /** How messages call it, e.g. `case/` or `dossier.zip`. */
  readonly label: string;
  /** Names of the top-level files (forms, custody log), in byte order. */
  readonly names: readonly string[];
  read(name: string): Uint8Array | undefined;
}
