/** An edit of a form, made in memory: refused with a finding where it cannot be made exactly, or where the form's schema finds a fault in the new value. */
import { type Finding, finding } from '../../model/index.ts';
import type { ParsedForm } from '../_yaml.ts';
import { withoutBlankGroups } from '../blank.ts';
import { characterFindings } from '../characters.ts';
import { child, parent, tokens, valueAt } from '../pointer.ts';
import type { Positions } from '../positions.ts';
import { type SchemaFault, schemaFaults } from '../schema-faults.ts';
import { faultFinding } from '../schema-findings.ts';
import { type SchemaName, schemaTree, titleAt } from '../schemas.ts';
import { readSheetForm } from '../sheet-form.ts';
import { shown } from '../shown.ts';
import { readTextForm } from '../text-form.ts';
import { applied, type Edit, EditRefused, equal, movedTo, placeAfter, targetOf, valuesOf } from './edit.ts';
import { placed } from './numbered.ts';
import { sheetEdited } from './sheet-edited.ts';
import { type EditedForm, type FormFile, textEdited } from './text-edited.ts';

export interface FormEdit {
  /** Where the value stands after the edit. */
  readonly pointer: string;
  /** Chinese titles from the form down. */
  readonly field: string;
  /** The value at the pointer of the edit before, and at `pointer` after; absent where there is none. */
  readonly was?: unknown;
  readonly now?: unknown;
  /** Absent where nothing is to be written: the edit was refused, or the value stands there already. */
  readonly edited?: EditedForm;
  /** Why it was refused (`stop`), or what is to be said of the new value. */
  readonly findings: readonly Finding[];
}

export interface EditOptions {
  /** Lines of YAML for an entry that is inserted, by the columns of its dash, where they say more than its value: what is to be filled in. */
  readonly lines?: (indent: number) => readonly string[];
  /** The folder need hold no case form. */
  readonly bare?: boolean;
  /** SHA-256 of the file that the edit is meant for: any other is one that was changed meanwhile. */
  readonly version?: string;
  /** Made in memory only: the file stays as it is. */
  readonly dry?: boolean;
}

export async function editedForm(bytes: Uint8Array, file: FormFile, asked: Edit, { lines }: EditOptions = {}): Promise<FormEdit> {
  const { form, name } = file;
  const before = await readAgain(bytes, file);
  const edit = { ...asked, pointer: placed(before.value, asked.pointer) };
  const was = valueAt(before.value, edit.pointer);
  const field = titleAt(form, edit.pointer.replace(/\/-$/, ''));
  const start: FormEdit = { pointer: edit.pointer, field, ...(was === undefined ? {} : { was }), findings: [] };
  const not = (reason: EditRefused['problem'] | 'unread', others: readonly Finding[] = []): FormEdit => {
    const at = before.positions.valueAt(edit.pointer);
    return {
      ...start,
      findings: [...others, finding('EDIT_NOT_MADE', 'stop', { pointer: shown(edit.pointer), field: shown(field), reason }, { at })],
    };
  };
  const unread = name.endsWith('.xlsx') ? [] : before.findings.filter(({ severity }) => severity === 'stop');
  if (before.value === undefined || unread.length > 0) return not('unread', before.findings);
  if (edit.op === 'set' && equal(was, edit.value)) return { ...start, now: was };
  try {
    const edited = await (name.endsWith('.xlsx') ? sheetEdited(bytes, file, before, edit) : textEdited(bytes, file, before, edit, lines));
    const pointer = placeAfter(edit, edited.after.value);
    const now = edit.op === 'remove' ? undefined : valueAt(edited.after.value, pointer);
    const findings = faultsOf(file, before, edited.after.value, edit);
    if (stopsAny(findings)) return { ...start, findings };
    return { ...start, pointer, ...(now === undefined ? {} : { now }), findings, edited };
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    // A cell that says it in another way: what is wrong with the value says more than that it reads back otherwise.
    const told = error.problem === 'proof' ? faultsOf(file, before, applied(before.value, edit), edit) : [];
    return stopsAny(told) ? { ...start, findings: told } : not(error.problem);
  }
}

function stopsAny(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'stop');
}

/** What is to be said of a form that an edit makes, and was not to be said before. */
function faultsOf(file: FormFile, before: ParsedForm, value: unknown, edit: Edit): readonly Finding[] {
  const pointer = placeAfter(edit, value);
  const texts = newTexts(edit, valueAt(value, pointer), pointer);
  return [...newFaults(file, before, value, edit, pointer), ...texts.flatMap(([text, at]) => characters(file.form, text, at, before))];
}

function readAgain(bytes: Uint8Array, { form, name, file }: FormFile): ParsedForm | Promise<ParsedForm> {
  const list = form === 'items' || form === 'evidence';
  return name.endsWith('.xlsx') && list ? readSheetForm(form, bytes, file) : readTextForm(bytes, name, file);
}

/** What the schema has against the new value, and had nothing against before. */
function newFaults({ form, name }: FormFile, before: ParsedForm, after: unknown, edit: Edit, pointer: string): readonly Finding[] {
  const schemaFaultsOf = (value: unknown): readonly SchemaFault[] =>
    // As `check` reads it: blank means not filled in, except in what programs write.
    schemaFaults(form, /\.ya?ml$/.test(name) ? withoutBlankGroups(value, schemaTree(form)) : value);
  const keyOf = ({ keyword, params }: SchemaFault, at: string | undefined): string => JSON.stringify([at, keyword, params]);
  const known = new Set(schemaFaultsOf(before.value).map((fault) => keyOf(fault, movedTo(fault.pointer, edit))));
  // A fault of the old value is no excuse for the same in the new one.
  const isNew = (fault: SchemaFault): boolean => isWithinNew(fault.pointer, edit, pointer) || !known.has(keyOf(fault, fault.pointer));
  const concerned = schemaFaultsOf(after).filter((fault) => concerns(fault, edit, pointer) && isNew(fault));
  const told = new Set<string>();
  const context = { schema: form, value: after, positions: onDisk(before.positions) };
  return concerned.flatMap((fault) => {
    const where = child(fault.pointer, String(fault.params.missingProperty ?? fault.params.additionalProperty ?? ''));
    if (told.has(where)) return [];
    told.add(where);
    return [faultFinding(fault, context)];
  });
}

const OF_A_LIST: readonly string[] = ['minItems', 'maxItems', 'uniqueItems', 'maxProperties'];

/** Is a fault one of the new value, or of its place? What an inserted entry still lacks is filled in later. */
function concerns({ pointer: at, keyword, params }: SchemaFault, edit: Edit, pointer: string): boolean {
  const { parent: holder, token } = targetOf(edit.op === 'remove' ? edit.pointer : pointer);
  if (at === holder && (params.missingProperty === token || OF_A_LIST.includes(keyword))) return true;
  if (edit.op === 'remove' || edit.op === 'move') return false;
  for (let above = pointer; above !== ''; above = parent(above))
    if (at === parent(above) && params.additionalProperty === tokens(above).at(-1)) return true;
  return isWithinNew(at, edit, pointer) && !(edit.op === 'insert' && keyword === 'required');
}

/** Is a place one of what was written? */
function isWithinNew(at: string, edit: Edit, pointer: string): boolean {
  if (edit.op === 'set') return at === pointer || at.startsWith(`${pointer}/`);
  const { parent: holder, token } = targetOf(pointer);
  const number = Number(tokens(at)[tokens(pointer).length - 1]);
  return edit.op === 'insert' && at.startsWith(`${holder}/`) && number >= Number(token) && number < Number(token) + valuesOf(edit).length;
}

/** Places in the file as it is: what is refused was never written. */
function onDisk({ valueAt: at, keyAt }: Positions): Positions {
  return { valueAt: at, keyAt, source: () => undefined, excerpt: () => undefined };
}

/** What was written, with its pointers. */
function newTexts(edit: Edit, now: unknown, pointer: string): readonly (readonly [unknown, string])[] {
  if (edit.op !== 'insert') return edit.op === 'set' ? [[now, pointer]] : [];
  const { parent: list, token } = targetOf(pointer);
  return valuesOf(edit).map((value, i) => [value, child(list, Number(token) + i)] as const);
}

function characters(form: SchemaName, value: unknown, pointer: string, { positions }: ParsedForm): readonly Finding[] {
  const there: Positions = { ...onDisk(positions), valueAt: (inner) => positions.valueAt(pointer + inner) };
  return characterFindings(value, (inner) => titleAt(form, pointer + inner), there);
}
