/** Texts of forms and of the custody log. */
import { type LogRef, PACKED_FORMS, type Ref } from '../model/index.ts';
import type { RuleInput } from './rule.ts';

/** Every text in a value, with its pointer (RFC 6901). */
export function* textsOf(value: unknown, pointer = ''): Iterable<{ readonly pointer: string; readonly text: string }> {
  if (typeof value === 'string') yield { pointer, text: value };
  else if (Array.isArray(value)) for (const [i, member] of value.entries()) yield* textsOf(member, `${pointer}/${i}`);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value))
      yield* textsOf(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

export interface Packed {
  readonly form: (Ref | LogRef)['form'];
  readonly pointer: string;
  readonly text: string;
}

/** All that leaves the house: what is packed, and the letters about the case. */
export function* outwardTexts(input: RuleInput): Iterable<Packed> {
  yield* packedTexts(input);
  for (const found of textsOf(input.case.correspondence)) yield { form: 'correspondence', ...found };
}

/** All that is written into the dossier: forms with the names of their files, and the custody log. */
function* packedTexts({ case: c, custody }: RuleInput): Iterable<Packed> {
  for (const form of PACKED_FORMS) for (const found of textsOf(c[form])) yield { form, ...found };
  for (const event of custody?.events ?? [])
    for (const { text } of textsOf(event)) yield { form: 'custody', pointer: `/${event.seq}`, text };
}
