/** Between the server's thread and the one that renders. Plain data only. */
import type { DocumentId, Finding, FormName } from '../../model/index.ts';
import type { ListedDocument } from '../../preview/index.ts';

export interface TurnOptions {
  readonly dir: string;
  /** Template pack instead of the one that the case names. */
  readonly template?: string | undefined;
}

/** One save: render what changed. A newer request ends the one before. */
export interface TurnRequest {
  readonly turn: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What pages show, the latest first: rendered before the rest. */
  readonly shown: readonly DocumentId[];
}

/** A finding with what only the renderer's thread knows of it. */
export interface Found {
  readonly finding: Finding;
  /** The source line of its place. */
  readonly line?: string;
  readonly document?: DocumentId;
  readonly field?: { readonly form: FormName; readonly pointer: string };
}

type Told =
  /** `complete`: the case can be rendered. */
  | { readonly kind: 'opened'; readonly documents: readonly ListedDocument[]; readonly complete: boolean }
  /** There is no case or no pack to read. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'rendered'; readonly id: DocumentId; readonly bytes: Uint8Array; readonly pages: number }
  /** Nothing that it depends on has changed. */
  | { readonly kind: 'same'; readonly id: DocumentId }
  | { readonly kind: 'failed'; readonly id: DocumentId }
  /** What the templates, and then the files, tell when all is rendered. */
  | { readonly kind: 'templates' | 'files' }
  | { readonly kind: 'done' };

/** Folders to watch come with `opened` and `broken`. */
export type TurnMessage = Told & { readonly turn: number; readonly findings: readonly Found[]; readonly folders?: readonly string[] };
/** What a turn says; the thread adds its number. */
export type Tell = (message: Told & { readonly findings?: readonly Found[]; readonly folders?: readonly string[] }) => void;
