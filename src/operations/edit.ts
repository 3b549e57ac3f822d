/** set: one value of one form, through the edit door. */
import { type Edit, editForm, type FormWritten, typedValue } from '../case/index.ts';
import type { Finding, FormName } from '../model/index.ts';
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

/** `findings` say what was taken otherwise than it was typed, too. @throws Fault as `editForm` */
export async function editValue({ dir, form, pointer, op, text, to }: EditOptions): Promise<FormWritten> {
  const { edit, findings } = editOf(form, pointer, op, text, to);
  const { done, told } = await withApprovalWatched(dir, [form], () => editForm(dir, form, edit));
  return { ...done, findings: [...findings, ...done.findings, ...told] };
}

function editOf(
  form: FormName,
  pointer: string,
  op: Edit['op'],
  text: string,
  to: number,
): { readonly edit: Edit; readonly findings: readonly Finding[] } {
  if (op === 'move') return { edit: { op, pointer, to }, findings: [] };
  if (op === 'remove') return { edit: { op, pointer }, findings: [] };
  const { value, findings } = typedValue(form, pointer, text);
  return { edit: { op, pointer, value }, findings };
}
