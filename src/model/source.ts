/**
 * Where a case is read from: a folder on disk or the payload of a dossier.
 * Names are relative, NFC, with `/`; `read` gives undefined for a name that is not there.
 */
export interface Source {
  /** How messages call a file: `case/items.yaml`, `dossier.zip/data/case/items.json`. */
  readonly fileOf: (name: string) => string;
  /** Names of the top-level files (forms, custody log), in byte order. */
  readonly names: readonly string[];
  read(name: string): Uint8Array | undefined;
}
