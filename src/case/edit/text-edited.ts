/** A YAML or JSON form edited and read again: the value is the one that was asked for, all others are as they were, and so is every byte outside. */
import type { ParsedForm } from '../_yaml.ts';
import { formText } from '../form-text.ts';
import { fieldAt, resolve, type SchemaName } from '../schemas.ts';
import { readTextForm } from '../text-form.ts';
import { applied, type Edit, equal, refuse } from './edit.ts';
import { type ByteSplice, byteSplices, spliced, splicedBytes } from './splice.ts';
import { textSplices } from './text-edit.ts';

export interface FormFile {
  readonly form: SchemaName;
  /** Bare, and as people call it. */
  readonly name: string;
  readonly file: string;
}

export interface EditedForm {
  readonly bytes: Uint8Array;
  /** The form as it was and as it reads now. */
  readonly before: ParsedForm;
  readonly after: ParsedForm;
  /** Bytes of the old file that were replaced, and what by; of a sheet those of the sheet's own part. */
  readonly splices: readonly ByteSplice[];
}

/** `lines`: the text of an inserted entry, where it holds more than its value. @throws EditRefused */
export function textEdited(
  bytes: Uint8Array,
  { form, name, file }: FormFile,
  before: ParsedForm,
  edit: Edit,
  lines?: (indent: number) => readonly string[],
): EditedForm {
  const { text = '' } = formText(bytes, file);
  const skip = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const order = (pointer: string): readonly string[] => Object.keys(resolve(fieldAt(form, pointer) ?? {}).properties ?? {});
  const expected = applied(before.value, edit);
  const splices = textSplices(text, edit, { json: name.endsWith('.json'), order, lines });
  const replaced = byteSplices(text, splices, skip);
  const made = splicedBytes(bytes, replaced);
  const after = readTextForm(made, name, file);
  const sound = after.value !== undefined && !stops(after);
  if (!sound || !equal(after.value, expected) || formText(made, file).text !== spliced(text, splices)) refuse('proof');
  return { bytes: made, before, after, splices: replaced };
}

function stops({ findings }: ParsedForm): boolean {
  return findings.some(({ severity }) => severity === 'stop');
}
