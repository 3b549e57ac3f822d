/** set: one value of one form, through the edit door. */
import { type Edit, editForm, type FormWritten, typedValue } from '../case/index.ts';
import type { FormName } from '../model/index.ts';
import { withApprovalWatched } from './approved-still.ts';

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

/** @throws Fault as `editForm` */
export async function editValue({ dir, form, pointer, op, text, to }: EditOptions): Promise<FormWritten> {
  const { done, told } = await withApprovalWatched(dir, [form], () => editForm(dir, form, editOf(form, pointer, op, text, to)));
  return { ...done, findings: [...done.findings, ...told] };
}

function editOf(form: FormName, pointer: string, op: Edit['op'], text: string, to: number): Edit {
  switch (op) {
    case 'set':
    case 'insert':
      return { op, pointer, value: typedValue(form, pointer, text) };
    case 'remove':
      return { op, pointer };
    case 'move':
      return { op, pointer, to };
  }
}
