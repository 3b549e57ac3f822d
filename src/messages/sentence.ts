/** One sentence for people: what was found and what was expected, and how to mend it. */
export interface Sentence {
  readonly text: string;
  /** 建议: what to do next. */
  readonly hint?: string;
  /** Shown beside the caret under the excerpt. */
  readonly caret?: string;
}

/** Codes of a catalogue with their arguments, as the parameters of its sentences are declared. */
export type CodesOf<T> = {
  // biome-ignore lint/suspicious/noExplicitAny: what a sentence returns is not asked here, so that it may use these types itself
  readonly [K in keyof T]: T[K] extends (args: infer A) => any ? (unknown extends A ? Record<never, never> : A) : never;
};

/** A catalogue has a sentence for every code of its room: Chinese is where codes are declared, other languages must have the same. */
export type Sentences<C> = { readonly [K in keyof C]: (args: C[K]) => Sentence };

/** Enough of a digest to tell two apart; what is no digest is shown as it came through the door. */
export function digestStart(text: string): string {
  return /^[0-9a-f]{17,}$/.test(text) ? `${text.slice(0, 16)}…` : text;
}
