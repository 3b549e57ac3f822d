/** A dossier that has been opened: its container is checked, its content is not yet. */
import type { Finding } from '../../model/index.ts';
import type { Glimpse } from './glance.ts';
import type { Reader } from './source.ts';

export interface Entry {
  /** From the bag's root, e.g. `data/index.json`. */
  readonly path: string;
  /** Bytes of content. */
  readonly size: number;
  /** CRC-32 that the container records. */
  readonly crc?: number;
}

/** An entry of a zip: where its record and its content stand. */
export interface ZipEntry extends Entry {
  /** Of the local header, in bytes from the start of the zip. */
  readonly start: number;
  /** Of the content. */
  readonly data: number;
  /** Bytes of the content as it stands there. */
  readonly packed: number;
  /** Deflated: it must be inflated before it can be compared. */
  readonly deflated: boolean;
}

/** A stretch of a file on disk, in bytes. */
export interface Stretch {
  readonly file: string;
  readonly offset: number;
  readonly size: number;
}

/** How the dossier came: as it was sealed; packed again by another program; with single fields changed; unpacked; not to be read; the zip of a bag that is no dossier. */
export type ContainerForm = 'asBuilt' | 'repacked' | 'altered' | 'folder' | 'refused' | 'zip';

interface Common {
  /** How messages call it: the path as it was given. */
  readonly label: string;
  /** The top-level folder. */
  readonly bagName: string;
  readonly form: ContainerForm;
  /** Folders that were met as such: entries of a zip for them, empty ones on disk. */
  readonly folders: readonly string[];
  /** Paths of what stands there where no bag is: only names, and not all of them where they are many. Absent for a bag, however broken. */
  readonly instead?: readonly string[];
  /** Of the container alone. */
  readonly findings: readonly Finding[];
  /** The content must not or cannot be read; `findings` say why. */
  readonly refused: boolean;
  /** Where among `entries` a path stands. */
  numberOf(path: string): number | undefined;
  /** Content of one entry, piece by piece; a piece is valid until the next one. @throws Fault DOSSIER_READ_FAILED, ZIP_INFLATE, DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE */
  pieces(path: string): Iterable<Uint8Array>;
  /** Content of one entry; undefined when it is not there or larger than `limit`. @throws Fault DOSSIER_READ_FAILED, ZIP_INFLATE */
  read(path: string, limit: number): Uint8Array | undefined;
  /** Where the bytes of an entry stand, uncompressed; undefined when it is not there or does not stand so. */
  place(path: string): Stretch | undefined;
  /** False when what is on disk is no longer what was opened. */
  unchanged(): boolean;
  close(): void;
}

export interface OpenedZip extends Common {
  readonly kind: 'zip';
  /** Empty when refused. In the order of the container. */
  readonly entries: readonly ZipEntry[];
  /** Size of the zip in bytes. */
  readonly size: number;
  readonly reader: Reader;
  /** Refused for no other reason than methods of compression that nobody here can undo, in a container that another program packed. */
  readonly shut: boolean;
  /** Names as they stand, of a refused one as well. */
  glance(): Iterable<Glimpse>;
}

export interface OpenedFolder extends Common {
  readonly kind: 'folder';
  /** In the order that a container would have. */
  readonly entries: readonly Entry[];
  readonly size?: undefined;
  /** A file of the folder. @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE */
  open(entry: Entry): OpenFile;
}

export type Opened = OpenedZip | OpenedFolder;

/** A file of a folder while it is read. */
export interface OpenFile extends Reader {
  close(): void;
}

/** Unit of reading in bytes. Entries up to here are digested in one piece. */
export const SCAN_BYTES = 2 << 20;

/**
 * Numbers of paths that come in about the order of the entries, as all lists of a dossier do: the entry behind the last one is looked at
 * first, which costs a comparison where the table costs the hash of a new string.
 */
export function numbersInOrder({ entries, numberOf }: Pick<Opened, 'entries' | 'numberOf'>): (path: string) => number | undefined {
  let next = 0;
  return (path) => {
    const number = entries[next]?.path === path ? next : numberOf(path);
    if (number !== undefined) next = number + 1;
    return number;
  };
}
