/** The edited form in the place of the old one: under a temporary name until it is on the disk, and only where the file is still what was read. */
import { closeSync, fchmodSync, fchownSync, fsyncSync, lstatSync, openSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeLeftovers, temporaryName } from '../../leftovers/index.ts';
import { Fault, type FormName, fault, type Place, sha256Hex } from '../../model/index.ts';
import { replace, sameBytes, syncFolder, writeAll } from '../custody-file.ts';
import { folderSource, reasonOf } from '../folder.ts';
import { formFile } from '../form-files.ts';
import type { Edit } from './edit.ts';
import { type EditOptions, editedForm, type FormEdit } from './edited-form.ts';

/** Bits of a mode: who may write, and all that is kept. */
const WRITABLE = 0o222;
const PERMISSIONS = 0o777;

export interface FormWritten extends FormEdit {
  /** As people call it. */
  readonly file: string;
  /** Where the value stands now. */
  readonly at: Place;
  readonly written: boolean;
}

/**
 * Makes one edit of a form of a case folder. `written` is false where it was refused (`findings` say why, and nothing was changed) or the value stood there already.
 * @throws Fault as `folderSource`; FORM_MISSING, FORM_TWICE, EDIT_NOT_WRITTEN (1); EDIT_FAILED (2)
 */
export async function editForm(dir: string, form: FormName, edit: Edit, options: EditOptions = {}): Promise<FormWritten> {
  const [done] = await editTogether(dir, form, [edit], options);
  if (!done) throw new Error('editForm: no edit was made');
  return done;
}

/**
 * Several edits of one form, each after the one before it, and the file replaced once: all are written, or none. The last of those returned is
 * the one that was refused, where one was.
 * @throws Fault as `editForm`
 */
export async function editTogether(
  dir: string,
  form: FormName,
  edits: readonly Edit[],
  options: EditOptions = {},
): Promise<readonly FormWritten[]> {
  const source = folderSource(dir, { bare: options.bare ?? false });
  const found = formFile(form, source);
  if ('finding' in found) throw new Fault(found.finding, 1);
  const { name } = found;
  const file = source.fileOf(name);
  refuseHeld(name, file, source.names);
  const bytes = source.read(name) ?? new Uint8Array();
  if (options.version !== undefined && options.version !== sha256Hex(bytes)) throw notWritten(file, 'changed');
  const made: { readonly edit: Edit; readonly done: FormEdit }[] = [];
  for (const edit of edits) {
    const done = await editedForm(made.findLast((m) => m.done.edited)?.done.edited?.bytes ?? bytes, { form, name, file }, edit, options);
    made.push({ edit, done });
    if (done.findings.some(({ severity }) => severity === 'stop'))
      return made.map((m) => ({ ...m.done, file, at: { file }, written: false }));
  }
  const last = made.findLast((m) => m.done.edited)?.done.edited;
  if (last && !options.dry) replaceForm(join(dir, name), file, bytes, last.bytes);
  return made.map(({ done }) => {
    const at = last && done.edited ? last.after.positions.valueAt(done.pointer) : { file };
    return { ...done, file, at, written: done.edited !== undefined && !options.dry };
  });
}

/** Office, WPS and LibreOffice leave such a file beside one that is open in them; they would write their own state over ours. */
function refuseHeld(name: string, file: string, names: readonly string[]): void {
  const lock = [`~$${name}`, `.~${name}`, `.~lock.${name}#`].find((other) => names.includes(other));
  if (lock !== undefined) throw fault('EDIT_NOT_WRITTEN', 1, { file, reason: 'open', lock }, { at: { file } });
}

function notWritten(file: string, reason: 'changed' | 'linked' | 'readonly'): Fault {
  return fault('EDIT_NOT_WRITTEN', 1, { file, reason, lock: '' }, { at: { file } });
}

/** @throws Fault EDIT_NOT_WRITTEN (1): changed meanwhile, a link or one of several names of a file, read-only; EDIT_FAILED (2). The file is as it was then. */
export function replaceForm(path: string, file: string, was: Uint8Array, made: Uint8Array): void {
  const refused = (reason: Parameters<typeof notWritten>[1]): Fault => notWritten(file, reason);
  const folder = dirname(path);
  const temporary = join(folder, temporaryName());
  try {
    const { mode, uid, gid, nlink } = lstatSync(path);
    if ((mode & WRITABLE) === 0) throw refused('readonly');
    // Under its other name the file would keep what was before.
    if (nlink > 1) throw refused('linked');
    removeLeftovers(folder);
    const fd = openSync(temporary, 'wx');
    try {
      writeAll(fd, made);
      // Whose it was it stays, where whoever edits it may say so.
      if (process.getuid?.() === 0) fchownSync(fd, uid, gid);
      fchmodSync(fd, mode & PERMISSIONS);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    if (!sameBytes(readFileSync(temporary), made)) throw fault('EDIT_FAILED', 2, { file, reason: 'EIO' }, { at: { file } });
    if (!lstatSync(path).isFile() || !sameBytes(readFileSync(path), was)) throw refused('changed');
    replace(temporary, path);
    syncFolder(folder);
  } catch (error) {
    rmSync(temporary, { force: true });
    if (error instanceof Fault) throw error;
    throw fault('EDIT_FAILED', 2, { file, reason: reasonOf(error) }, { at: { file } }, error);
  }
}
