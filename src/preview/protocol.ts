/** What the page is told, as JSON. Everything in it is text for people: the page sets it as text and never as HTML. */
import type { DocumentId, FormName, Severity } from '../model/index.ts';

/** `fresh`: as the data and templates are now. `stale`: the last good one, what is wrong stands in the findings. */
export type DocumentState = 'waiting' | 'fresh' | 'stale' | 'nothing';

export interface ShownDocument {
  readonly id: DocumentId;
  readonly title: string;
  /** 内卷 */
  readonly internal: boolean;
  readonly state: DocumentState;
  /** Why there is nothing to show. */
  readonly nothing?: Nothing;
  readonly pages: number;
  /** SHA-256 of the PDF, hex; empty before the first. */
  readonly sha256: string;
}

/** `none`: this case has nothing to print there; `later`: made by another command. */
export type Nothing = 'none' | 'later';

/** One finding in words. */
export interface ShownFinding {
  readonly severity: Severity;
  readonly label: string;
  readonly code: string;
  readonly rule: string;
  /** `case.yaml:12:3` as people name it. */
  readonly place: string;
  readonly text: string;
  readonly basis: string;
  readonly hint: string;
  readonly excerpt?: Excerpt;
  /** The document it speaks of, where that is known. */
  readonly document?: DocumentId;
  /** The form and the value in it that it speaks of. */
  readonly field?: { readonly form: FormName; readonly pointer: string };
  /** It keeps a document (or all of them) from being shown as it would print now. */
  readonly blocking: boolean;
}

/** A line of the source with the place marked. */
export interface Excerpt {
  readonly line: number;
  readonly before: string;
  readonly mark: string;
  readonly after: string;
  readonly note: string;
}

export interface ShownState {
  /** Rises with every save that was taken in. */
  readonly turn: number;
  /** Something is still being rendered or looked at. */
  readonly busy: boolean;
  readonly documents: readonly ShownDocument[];
}
