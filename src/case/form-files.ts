/** Which file of a case stands for which form. */
import { type Finding, type FormName, finding, type Source } from '../model/index.ts';
import { MAX_CUSTODY_BYTES, MAX_FORM_BYTES, MAX_FORM_LEXEMES, MAX_LIST_BYTES, MAX_LIST_LEXEMES, MAX_WORKBOOK_BYTES } from './limits.ts';
import { shown } from './shown.ts';

export const CUSTODY_FILE = 'custody.jsonl';

/** Forms that may be kept as an Excel list. */
export const LIST_FORMS: readonly FormName[] = ['items', 'evidence'];

/** Tables in a format that is not read as a list: of Excel, WPS, LibreOffice and Apple, and plain text. */
const OTHER_TABLES = 'xls|xls[mb]|xlt[xm]?|et|ett|csv|tsv|ods|fods|numbers';
const OTHER = new RegExp(`\\.(?:${OTHER_TABLES})$`, 'i');
const PLAIN = /\.[ct]sv$/i;
const WORKBOOK = new RegExp(`\\.(?:xlsx|${OTHER_TABLES})$`, 'i');
/** What the lists are called by those who keep them in Excel. */
export const CHINESE_NAMES: Readonly<Partial<Record<FormName, RegExp>>> = {
  items: new RegExp(`^(?:涉案)?物品清单[^.]*\\.(?:xlsx|${OTHER_TABLES}|ya?ml|json)$`, 'i'),
  evidence: new RegExp(`^证据(?:材料)?清单[^.]*\\.(?:xlsx|${OTHER_TABLES}|ya?ml|json)$`, 'i'),
};

/** How much of a top-level file is read at most. */
export function sizeLimit(name: string): number {
  if (name === CUSTODY_FILE) return MAX_CUSTODY_BYTES;
  if (name.endsWith('.xlsx')) return MAX_WORKBOOK_BYTES;
  return isEvidenceList(name) ? MAX_LIST_BYTES : MAX_FORM_BYTES;
}

/** How many lexemes of a top-level file are read at most; `file` may bear the folder before its name. */
export function lexemeLimit(file: string): number {
  return isEvidenceList(file) ? MAX_LIST_LEXEMES : MAX_FORM_LEXEMES;
}

function isEvidenceList(file: string): boolean {
  return /(?:^|[\\/])evidence\.(?:ya?ml|json)$/.test(file);
}

/** File names that a form may have, the usual one first. */
export function formFileNames(form: FormName): readonly string[] {
  const names = [`${form}.yaml`, `${form}.yml`, `${form}.json`];
  return LIST_FORMS.includes(form) ? [...names, `${form}.xlsx`] : names;
}

/** The one file of a form, or the finding that there is none or more than one. */
export function formFile(form: FormName, { names, fileOf }: Source): { readonly name: string } | { readonly finding: Finding } {
  const present = formFileNames(form).filter((name) => names.includes(name));
  const [name, second] = present;
  if (second !== undefined) return { finding: finding('FORM_TWICE', 'stop', { form, files: present }, { at: { file: fileOf(second) } }) };
  if (name !== undefined) return { name };
  // `Case.yaml`, `case.yaml.txt` (Windows hides the last ending) and `evidence.xls` are not what they look like.
  const similar =
    names.find((other) => new RegExp(`^${form}\\.(?:ya?ml|json|xlsx|${OTHER_TABLES})(?:\\.txt)?$`, 'i').test(other)) ??
    names.find((other) => CHINESE_NAMES[form]?.test(other));
  const asWorkbook = LIST_FORMS.includes(form) && similar !== undefined && WORKBOOK.test(similar);
  const expected = asWorkbook ? `${form}.xlsx` : `${form}.yaml`;
  const args = {
    form,
    expected,
    ...(similar === undefined ? {} : { similar: shown(similar), ...(asWorkbook && OTHER.test(similar) ? { save: savedAs(similar) } : {}) }),
  };
  return { finding: finding('FORM_MISSING', 'stop', args, { at: { file: fileOf(args.expected) } }) };
}

const savedAs = (name: string): 'text' | 'workbook' => (PLAIN.test(name) ? 'text' : 'workbook');
