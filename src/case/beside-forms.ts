/** M-10: files beside the forms that look like one of them: another format, a copy, or what a program leaves beside a form that is open in it. None of them is read. */
import { type Finding, FORM_NAMES, type FormName, finding, type Source } from '../model/index.ts';
import { CHINESE_NAMES, formFileNames } from './form-files.ts';
import { shown } from './shown.ts';

/** Files that a table or a form is kept in. */
const DATA = /\.(?:ya?ml|json|xls[xmb]?|et|ett|csv|tsv|ods|numbers|docx?|wps|txt|bak|old|orig|tmp)(?:\.txt|\.bak|~)?$|~$/i;
const LOCK = /^(?:\.~lock\.(.+)#|~\$(.+)|\.~(.+))$/;

/** `names` are those of the top of the case. */
export function filesBesideForms({ names, fileOf }: Pick<Source, 'names' | 'fileOf'>): readonly Finding[] {
  const read = new Set(FORM_NAMES.flatMap(formFileNames));
  return names.flatMap((name): Finding[] => {
    if (read.has(name)) return [];
    const held = LOCK.exec(name)
      ?.slice(1)
      .find((part) => part !== undefined);
    const form = formOf(held ?? name);
    // Word leaves the first two characters of a long name out.
    const locked =
      held === undefined ? undefined : [...read].find((file) => names.includes(file) && (file === held || file.slice(2) === held));
    const args = { form: form ?? formOf(locked ?? ''), other: shown(name) };
    if (locked !== undefined && args.form !== undefined)
      return [
        finding('FORM_OPEN_ELSEWHERE', 'warning', { form: args.form, other: args.other, file: locked }, { at: { file: fileOf(name) } }),
      ];
    if (form === undefined || (held === undefined && !DATA.test(name))) return [];
    const ours = formFileNames(form).find((file) => names.includes(file));
    // Without the form itself, FORM_MISSING names what looks like it.
    return ours === undefined
      ? []
      : [finding('FORM_BESIDE_FORM', 'warning', { form, other: args.other, file: ours }, { at: { file: fileOf(name) } })];
  });
}

/** The form whose name stands in that of a file as a word of its own, or that people call so. */
function formOf(name: string): FormName | undefined {
  return FORM_NAMES.find(
    (form) =>
      new RegExp(`(?<![a-z])${form}(?![a-z])`, 'i').test(name) ||
      CHINESE_NAMES[form]?.test(name.replace(/^[^\p{Script=Han}]*(?:副本|复件|备份)?[^\p{Script=Han}]*/u, '')),
  );
}
