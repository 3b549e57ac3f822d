/** One form as it stands in the folder, faults and all: what an editor shows and writes back to. */
import { type Finding, type FormName, sha256Hex } from '../../model/index.ts';
import { folderSource } from '../folder.ts';
import { formFile, LIST_FORMS } from '../form-files.ts';
import { kindOf } from '../schema-findings.ts';
import { readSheetForm } from '../sheet-form.ts';
import { readTextForm, tooLargeFinding } from '../text-form.ts';

export interface FormOnDisk {
  /** `case.yaml` */
  readonly name: string;
  /** SHA-256 of the file, hex: an edit is made to this state of it and to no other. */
  readonly version: string;
  /** As it is written, blank entries and groups too. Absent where the file is no form that can be read: then `text` holds its lines, of a text file. */
  readonly value?: Readonly<Record<string, unknown>>;
  readonly text?: string;
  /** Why it cannot be read. */
  readonly findings: readonly Finding[];
}

/** Undefined: there is no such form in the folder. @throws Fault as `folderSource`, or of a file that cannot be read */
export async function formOnDisk(dir: string, form: FormName): Promise<FormOnDisk | { readonly findings: readonly Finding[] } | undefined> {
  const source = folderSource(dir, { bare: true });
  const found = formFile(form, source);
  if ('finding' in found) {
    const { code, args } = found.finding;
    const absent = code === 'FORM_MISSING' && (args as { readonly similar?: string }).similar === undefined;
    return absent ? undefined : { findings: [found.finding] };
  }
  const { name } = found;
  const file = source.fileOf(name);
  const bytes = source.read(name) ?? new Uint8Array();
  const version = sha256Hex(bytes);
  const large = tooLargeFinding(bytes, name, file);
  if (large) return { name, version, findings: [large] };
  const list = name.endsWith('.xlsx') && LIST_FORMS.includes(form) ? (form as 'items' | 'evidence') : undefined;
  const { value, findings } = list ? await readSheetForm(list, bytes, file) : readTextForm(bytes, name, file);
  const stops = findings.filter(({ severity }) => severity === 'stop');
  if (kindOf(value) === 'group' && (list !== undefined || stops.length === 0))
    return { name, version, value: value as Readonly<Record<string, unknown>>, findings: [] };
  return { name, version, findings: stops, ...(list ? {} : { text: new TextDecoder().decode(bytes) }) };
}
