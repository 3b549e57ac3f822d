/** Where in the case a character stands, so that a finding about paper can point at the form. */
import type { Case, FormName, InternalForm } from '../model/index.ts';

export interface TextPlace {
  readonly form: FormName | '';
  readonly pointer: string;
  readonly text: string;
}

/** Most places named for one character; the first ones are enough to mend it. */
const MAX_PLACES = 20;
/** Code points shown on either side of the character. */
const EXCERPT = 12;

/** Places of `char` in the case's texts that `counts`, in the order of the forms; one without a form when there is none. */
export function locate(
  char: string,
  fallback: string,
  forms: Case,
  internal: InternalForm | undefined,
  counts: (text: string) => boolean = () => true,
): readonly TextPlace[] {
  const found: TextPlace[] = [];
  const walk = (form: FormName, pointer: string, value: unknown): void => {
    if (found.length >= MAX_PLACES) return;
    if (typeof value === 'string') {
      const text = value.toWellFormed();
      if (text.includes(char.toWellFormed()) && counts(text)) found.push({ form, pointer, text: excerpt(text, char) });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(form, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, inner);
    }
  };
  const { case: main, transfer, investigation, receipt, items, evidence, records, supervision, correspondence } = forms;
  const all = { case: main, transfer, investigation, receipt, items, evidence, records, supervision, correspondence, internal };
  for (const [form, value] of Object.entries(all)) walk(form as FormName, '', value);
  return found.length > 0 ? found : [{ form: '', pointer: '', text: excerpt(fallback.toWellFormed(), char) }];
}

function excerpt(text: string, char: string): string {
  const points = [...text];
  const at = Math.max(0, points.indexOf(char.toWellFormed()));
  return points.slice(Math.max(0, at - EXCERPT), at + EXCERPT + 1).join('');
}
