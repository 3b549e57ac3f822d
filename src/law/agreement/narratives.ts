/** The running texts of the forms: where a name, an amount or a count is written a second time, by hand. */
import type { Case, FormName } from '../../model/index.ts';
import { textsOf } from '../texts.ts';

export interface Narrative {
  readonly form: FormName;
  readonly pointer: string;
  readonly text: string;
}

/** Texts shorter than this are names and numbers themselves, not prose about them. */
const SHORTEST_PROSE = 12;

/** Running texts of the letter, the report and the shared facts; lists of evidence and items are data, not prose. */
export function* narratives(c: Case): Iterable<Narrative> {
  for (const form of ['case', 'transfer', 'investigation'] as const) {
    for (const { pointer, text } of textsOf(c[form])) {
      if (text.length >= SHORTEST_PROSE && !pointer.startsWith('/local')) yield { form, pointer, text };
    }
  }
}
