/** The forms of a case on an officer's desk: read, edited through the one edit door, and undone while the sitting lasts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addForm, type Edit, editTogether, type FieldSchema, formOnDisk, replaceForm, typedValue } from '../../case/index.ts';
import { Fault, type Finding, FORM_NAMES, type FormName, sha256Hex } from '../../model/index.ts';

/** As it is told to the page. */
export interface DeskForm {
  readonly form: FormName;
  readonly state: 'absent' | 'broken' | 'read';
  /** Name of the file; SHA-256 of its bytes. */
  readonly name?: string;
  readonly version?: string;
  readonly value?: unknown;
  readonly text?: string;
  readonly findings: readonly Finding[];
}

/** What a page asks for: `text` is a value as it was typed, which the field's schema reads; `value` one that needs no reading. */
export type DeskEdit =
  | { readonly op: 'set' | 'insert'; readonly pointer: string; readonly text: string }
  | { readonly op: 'set' | 'insert'; readonly pointer: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly pointer: string }
  | { readonly op: 'move'; readonly pointer: string; readonly to: number };

/** `made`: the form as it is now; `said`: what was taken otherwise than it was typed, and what is to be said of it. `refused`: why nothing was written. `stale`: the file is another than the page knows, and this is what it holds. */
export type DeskAnswer =
  | { readonly outcome: 'made'; readonly now: DeskForm; readonly undo: number; readonly said: readonly Finding[] }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] }
  | { readonly outcome: 'stale'; readonly now: DeskForm };

export interface Desk {
  forms(): Promise<readonly DeskForm[]>;
  edit(form: FormName, version: string, edits: readonly DeskEdit[]): Promise<DeskAnswer>;
  /** The last edit of this sitting is taken back, where nobody else has touched the file since. */
  undo(): Promise<DeskAnswer>;
  /** An optional form that the case has not got yet, without any value. */
  add(form: FormName): Promise<DeskAnswer>;
  /** How many edits can be taken back. */
  readonly undoable: number;
}

interface Step {
  readonly form: FormName;
  readonly name: string;
  readonly was: Uint8Array;
  readonly made: Uint8Array;
}

/** Bytes of old states that are kept; the oldest go first. */
const MOST_KEPT = 64 * 1024 * 1024;

/** `localOf`: what the pack of the case asks of a form's `local`. */
export function openDesk(dir: string, localOf: (form: FormName) => Promise<FieldSchema | undefined>): Desk {
  const steps: Step[] = [];
  // One after the other: two pages may ask at once.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const made = async (form: FormName, said: readonly Finding[] = []): Promise<DeskAnswer> => ({
    outcome: 'made',
    now: await readForm(dir, form),
    undo: steps.length,
    said,
  });
  const remember = (step: Step): void => {
    steps.push(step);
    let kept = steps.reduce((sum, { was, made: after }) => sum + was.length + after.length, 0);
    while (kept > MOST_KEPT && steps.length > 1) {
      const oldest = steps.shift();
      kept -= (oldest?.was.length ?? 0) + (oldest?.made.length ?? 0);
    }
  };
  return {
    get undoable() {
      return steps.length;
    },
    forms: () => Promise.all(FORM_NAMES.map((form) => readForm(dir, form))),
    edit: (form, version, edits) =>
      inTurn(async () => {
        const before = await readForm(dir, form);
        if (before.name === undefined) return { outcome: 'stale', now: before };
        const path = join(dir, before.name);
        const was = readFileSync(path);
        if (before.version !== version || sha256Hex(was) !== version) return { outcome: 'stale', now: await readForm(dir, form) };
        try {
          const local = edits.some(({ pointer }) => pointer.startsWith('/local/')) ? await localOf(form) : undefined;
          const meant = edits.map((edit) => asEdit(form, edit, local));
          const done = await editTogether(
            dir,
            form,
            meant.map(({ edit }) => edit),
            { version, bare: true },
          );
          const findings = done.flatMap((one) => one.findings).filter(({ severity }) => severity === 'stop');
          if (findings.length > 0) return { outcome: 'refused', findings };
          if (done.some(({ written }) => written)) remember({ form, name: before.name, was, made: readFileSync(path) });
          return await made(form, [...meant.flatMap(({ findings: taken }) => taken), ...done.flatMap((one) => one.findings)]);
        } catch (error) {
          return await refusal(error, dir, form);
        }
      }),
    undo: () =>
      inTurn(async () => {
        const step = steps.at(-1);
        if (!step) return { outcome: 'refused', findings: [] };
        try {
          replaceForm(join(dir, step.name), step.name, step.made, step.was);
          steps.pop();
          return await made(step.form);
        } catch (error) {
          return await refusal(error, dir, step.form);
        }
      }),
    add: (form) =>
      inTurn(async () => {
        try {
          addForm(dir, form);
          return await made(form);
        } catch (error) {
          return await refusal(error, dir, form);
        }
      }),
  };
}

async function readForm(dir: string, form: FormName): Promise<DeskForm> {
  let read: Awaited<ReturnType<typeof formOnDisk>>;
  try {
    read = await formOnDisk(dir, form);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { form, state: 'broken', findings: [error.finding] };
  }
  if (!read) return { form, state: 'absent', findings: [] };
  return { form, state: 'value' in read && read.value ? 'read' : 'broken', ...read };
}

function asEdit(
  form: FormName,
  asked: DeskEdit,
  local: FieldSchema | undefined,
): { readonly edit: Edit; readonly findings: readonly Finding[] } {
  if (!('text' in asked)) return { edit: asked, findings: [] };
  const { op, pointer, text } = asked;
  const { value, findings } = typedValue(form, pointer, text, local);
  return { edit: { op, pointer, value }, findings };
}

/** @throws what is no Fault */
async function refusal(error: unknown, dir: string, form: FormName): Promise<DeskAnswer> {
  if (!(error instanceof Fault)) throw error;
  const { finding } = error;
  if (finding.code === 'EDIT_NOT_WRITTEN' && finding.args.reason === 'changed') return { outcome: 'stale', now: await readForm(dir, form) };
  return { outcome: 'refused', findings: [finding] };
}
