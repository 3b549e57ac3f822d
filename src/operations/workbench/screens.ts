/** What only a screen needs to know of the forms: which step and stage a member stands in, what a field is picked from, what names an entry. */
import { screensText } from '../../preview/index.ts';

export interface Screens {
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    /** `fields`: members of the form at its top, all of them where it is absent. `page`: a page of that name, which is no form. */
    readonly stages: readonly {
      readonly title: string;
      readonly form: string;
      readonly fields?: readonly string[];
      readonly page?: string;
    }[];
  }[];
  /** `form:/pointer` with `*` for numbers → what is picked from. */
  readonly pickers: Readonly<Record<string, string>>;
  /** `form:/pointer` of a text that may begin from a pack's narrative: beside it, which members say the situation, and which tell a blank by its name. */
  readonly writing: Readonly<Record<string, { readonly by: readonly string[]; readonly known: Readonly<Record<string, string>> }>>;
  /** `form:/pointer` of a list → members that name its entries. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** Beside the schemas. */
export function screens(): Screens {
  return JSON.parse(screensText()) as Screens;
}
