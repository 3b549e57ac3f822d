/** What the pool and its workers say to each other: plain data only. */
import type { Digests } from '../model/index.ts';

export const ALGORITHMS = ['sha256', 'sm3'] as const satisfies readonly (keyof Digests)[];
export type Algorithm = (typeof ALGORITHMS)[number];

export interface Task {
  /** Place of the file in the caller's list. */
  readonly index: number;
  readonly path: string;
  /** Bytes that the caller saw. */
  readonly size: number;
  readonly algorithms: readonly Algorithm[];
}

export type Problem =
  | { readonly problem: 'changed' | 'missing' }
  | { readonly problem: 'kind'; readonly kind: 'folder' | 'link' | 'device' }
  /** `reason`: what the system said, such as `EACCES`. */
  | { readonly problem: 'unreadable'; readonly reason: string };

export interface Read {
  readonly digests: Partial<Digests>;
  /** Which bytes were read: device, inode, size and time of change. Two workers that read one file must find the same. */
  readonly stamp: string;
}

export type Outcome = { readonly index: number } & (Problem | Read);

export type Report =
  | { readonly kind: 'bytes'; readonly bytes: number }
  /** The batch is finished; the worker waits for the next one. */
  | { readonly kind: 'done'; readonly outcomes: readonly Outcome[] };
