/** set: one value of one form, through the edit door. */
import { type Edit, editForm, type FormWritten, typedValue } from '../case/index.ts';
import type { FormName } from '../model/index.ts';

export interface EditOptions {
  readonly dir: string;
  readonly form: FormName;
  /** JSON pointer. */
  readonly pointer: string;
  readonly op: Edit['op'];
  /** As it was typed: what it is, the schema of the field says. */
  readonly text: string;
  /** Of `move`: the number in the list afterwards. */
  readonly to: number;
}

/** `findings` say what was taken otherwise than it was typed, too. @throws Fault as `editForm` */
export async function editValue({ dir, form, pointer, op, text, to }: EditOptions): Promise<FormWritten> {
  if (op === 'move') return editForm(dir, form, { op, pointer, to });
  if (op === 'remove') return editForm(dir, form, { op, pointer });
  const { value, findings } = typedValue(form, pointer, text);
  const done = await editForm(dir, form, { op, pointer, value });
  return { ...done, findings: [...findings, ...done.findings] };
}
