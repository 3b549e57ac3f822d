import type { ParsedForm } from '../_yaml.ts';
import { type Edit, refuse } from './edit.ts';
import type { EditedForm, FormFile } from './text-edited.ts';

export async function sheetEdited(_bytes: Uint8Array, _file: FormFile, _before: ParsedForm, _edit: Edit): Promise<EditedForm> {
  return refuse('style');
}
