/** What the pool and its workers say to each other: plain data only. */

/** As node:crypto calls them. Cases have the first two; others are of bags that others made. */
export type Algorithm =
  | 'sha256'
  | 'sm3'
  | 'sha512'
  | 'sha384'
  | 'sha224'
  | 'sha1'
  | 'md5'
  | 'sha512-256'
  | 'sha3-224'
  | 'sha3-256'
  | 'sha3-384'
  | 'sha3-512'
  | 'blake2b512'
  | 'blake2s256'
  | 'crc32';
/** What every file of a case has. */
export const USUAL = ['sha256', 'sm3'] as const satisfies readonly Algorithm[];
export type DigestSet = Readonly<Partial<Record<Algorithm, string>>>;

/** Time a byte takes, relative: SM3 has no hardware behind it. */
export const COST: Readonly<Record<Algorithm, number>> = {
  sha256: 1,
  sm3: 5,
  sha512: 2,
  sha384: 2,
  sha224: 1,
  sha1: 1,
  md5: 3,
  'sha512-256': 2,
  'sha3-224': 4,
  'sha3-256': 4,
  'sha3-384': 5,
  'sha3-512': 7,
  blake2b512: 2,
  blake2s256: 3,
  crc32: 0.4,
};

export function costOf(algorithms: readonly Algorithm[]): number {
  return algorithms.reduce((sum, algorithm) => sum + COST[algorithm], 0);
}

/** One file, opened by the worker. */
export interface Task {
  /** Place of the file in the caller's list. */
  readonly index: number;
  readonly path: string;
  /** Bytes that the caller saw. */
  readonly size: number;
  readonly algorithms: readonly Algorithm[];
  /** Its bytes count for progress: a file that two workers read counts once. */
  readonly counts: boolean;
}

export type Problem =
  | { readonly problem: 'changed' | 'missing' }
  | { readonly problem: 'kind'; readonly kind: 'folder' | 'link' | 'device' }
  /** `reason`: what the system said, such as `EACCES`; `offset` where reading stopped, of a file that could be opened. */
  | { readonly problem: 'unreadable'; readonly reason: string; readonly offset?: number };

export interface Read {
  readonly digests: DigestSet;
  /** Which bytes were read: device, inode, size and time of change. Two workers that read one file must find the same. */
  readonly stamp: string;
}

export type Outcome = { readonly index: number } & (Problem | Read);

/** Stretches of one file that the caller holds open: workers of one process share its descriptors, so nothing can be put in its place. */
export interface Table {
  readonly fd: number;
  /** Where each stretch begins, and its bytes, in the order of the file. Shared memory. */
  readonly offsets: Float64Array;
  readonly sizes: Float64Array;
  /** Digests in binary, for each algorithm one after the other, filled in by the workers. Shared memory. */
  readonly results: Readonly<Partial<Record<Algorithm, Uint8Array>>>;
}

/** Bytes of a digest. */
export const DIGEST_BYTES: Readonly<Record<Algorithm, number>> = {
  sha256: 32,
  sm3: 32,
  sha512: 64,
  sha384: 48,
  sha224: 28,
  sha1: 20,
  md5: 16,
  'sha512-256': 32,
  'sha3-224': 28,
  'sha3-256': 32,
  'sha3-384': 48,
  'sha3-512': 64,
  blake2b512: 64,
  blake2s256: 32,
  crc32: 4,
};

export type Job =
  | { readonly kind: 'files'; readonly tasks: readonly Task[] }
  /** Stretches `from` to `to` of the table. */
  | {
      readonly kind: 'stretches';
      readonly table: Table;
      readonly from: number;
      readonly to: number;
      readonly algorithms: readonly Algorithm[];
      readonly counts: boolean;
    }
  /** The whole file in order: its own SHA-256, and digests of all stretches on the way. */
  | {
      readonly kind: 'sweep';
      readonly table: Table;
      readonly size: number;
      readonly algorithms: readonly Algorithm[];
      readonly counts: boolean;
    };

/** A stretch that could not be read, or (index -1) what lies between stretches. */
export interface Gap {
  readonly index: number;
  readonly offset: number;
  readonly reason: string;
}

export type Report =
  | { readonly kind: 'bytes'; readonly bytes: number }
  /** The job is finished; the worker waits for the next one. */
  | { readonly kind: 'done'; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'stretched'; readonly from: number; readonly to: number; readonly gaps: readonly Gap[]; readonly whole?: string };
