/** What stands on the screen: the forms as they were last read, what was typed and not saved, and what is to be decided. One for the page. */
import { useEffect, useState } from 'preact/hooks';
import {
  type Answer,
  type Ask,
  add,
  edit,
  type Form,
  loadForms,
  loadPlan,
  loadQuick,
  type Plan,
  type Said,
  undo,
  valueAt,
} from './desk.ts';

/** Typed, and refused or not yet saved. */
export interface Draft {
  readonly text: string;
  readonly findings: readonly Said[];
}

/** A save that met another state of the file than the page knew. */
export interface Conflict {
  readonly form: string;
  readonly edits: readonly Ask[];
  readonly title: string;
  /** The value that was there when the field was opened. */
  readonly was: unknown;
}

export interface ShownDocument {
  readonly id: string;
  readonly title: string;
  readonly state: 'waiting' | 'fresh' | 'stale' | 'nothing';
  readonly pages: number;
  readonly sha256: string;
}

export interface Sitting {
  readonly plan: Plan | undefined;
  readonly forms: ReadonlyMap<string, Form>;
  readonly findings: readonly Said[];
  readonly documents: readonly ShownDocument[];
  /** The server is at work over the last save. */
  readonly busy: boolean;
  readonly lost: boolean;
  readonly undo: number;
  /** Something was saved in this sitting. */
  readonly saved: boolean;
  readonly conflict: Conflict | undefined;
  /** By form and pointer. */
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly trouble: readonly Said[];
  /** What was said of the last save, and where. */
  readonly said: { readonly at: string; readonly findings: readonly Said[] };
}

let now: Sitting = {
  plan: undefined,
  forms: new Map(),
  findings: [],
  documents: [],
  busy: true,
  lost: false,
  undo: 0,
  saved: false,
  conflict: undefined,
  drafts: new Map(),
  trouble: [],
  said: { at: '', findings: [] },
};
const watchers = new Set<() => void>();

function change(part: Partial<Sitting>): void {
  now = { ...now, ...part };
  for (const tell of watchers) tell();
}

export function useSitting(): Sitting {
  const [, turn] = useState(0);
  useEffect(() => {
    const tell = (): void => turn((n) => n + 1);
    watchers.add(tell);
    return () => void watchers.delete(tell);
  }, []);
  return now;
}

const DRAFTS = 'mbpack-drafts';

export async function begin(): Promise<void> {
  const kept = JSON.parse(sessionStorage.getItem(DRAFTS) ?? '[]') as [string, Draft][];
  change({ plan: await loadPlan(), drafts: new Map(kept) });
  await readAgain();
  const events = new EventSource('events');
  events.addEventListener('state', ({ data }: MessageEvent<string>) => {
    const state = JSON.parse(data) as { readonly turn: number; readonly busy: boolean; readonly documents: readonly ShownDocument[] };
    change({ documents: state.documents, busy: state.busy, lost: false });
    if (state.turn !== turnRead) {
      turnRead = state.turn;
      void readAgain();
    }
  });
  events.addEventListener('findings', ({ data }: MessageEvent<string>) => change({ findings: JSON.parse(data) as readonly Said[] }));
  events.addEventListener('error', () => change({ lost: true }));
}

let turnRead = 0;

/** Somebody else may have written. What is typed here stays. */
async function readAgain(): Promise<void> {
  try {
    const { forms, undo: steps } = await loadForms();
    const pack = heldNow('case', '/pack');
    change({ forms: new Map(forms.map((form) => [form.form, form])), undo: steps, lost: false });
    // Another pack has other fields of its own, and other narratives.
    if (heldNow('case', '/pack') !== pack) change({ plan: await loadPlan() });
  } catch {
    change({ lost: true });
  }
}

const keyOf = (form: string, pointer: string): string => `${form}:${pointer}`;

export function draftAt(form: string, pointer: string): Draft | undefined {
  return now.drafts.get(keyOf(form, pointer));
}

function keepDraft(form: string, pointer: string, draft: Draft | undefined): void {
  const drafts = new Map(now.drafts);
  if (draft) drafts.set(keyOf(form, pointer), draft);
  else drafts.delete(keyOf(form, pointer));
  try {
    sessionStorage.setItem(DRAFTS, JSON.stringify([...drafts]));
  } catch {
    // Too large for the browser: it stays on the page alone.
  }
  change({ drafts });
}

/** What is being typed, before it is saved: a page that is left in the middle finds it again. Undefined: what stands in the file. */
export function typing(form: string, pointer: string, text: string | undefined): void {
  keepDraft(form, pointer, text === undefined ? undefined : { text, findings: [] });
}

/** Saves edits of one form. `typed`: what stands in the field, kept where it was refused. True: it is on the disk. */
export async function save(
  form: string,
  edits: readonly Ask[],
  about: { readonly title: string; readonly typed?: string },
): Promise<boolean> {
  const saved = lastSave.then(() => saveNow(form, edits, about));
  lastSave = saved.catch(() => false);
  return saved;
}

/** One after the other: each knows the version that the one before has made. */
let lastSave: Promise<boolean> = Promise.resolve(true);

async function saveNow(form: string, edits: readonly Ask[], about: { readonly title: string; readonly typed?: string }): Promise<boolean> {
  const held = now.forms.get(form);
  const [first] = edits;
  if (!first || held?.version === undefined) return false;
  const answer = await edit(form, held.version, edits);
  return take(form, first.pointer, answer, { edits, ...about });
}

/** What stands in a form as it was last read, whatever a component was drawn with. */
export function heldNow(form: string, pointer: string): unknown {
  return valueAt(now.forms.get(form)?.value, pointer);
}

function take(
  form: string,
  pointer: string,
  answer: Answer,
  { edits, title, typed }: { readonly edits: readonly Ask[]; readonly title: string; readonly typed?: string | undefined },
): boolean {
  switch (answer.outcome) {
    case 'made':
      keepDraft(form, pointer, undefined);
      change({
        forms: new Map([...now.forms, [form, answer.now]]),
        undo: answer.undo,
        saved: true,
        lost: false,
        trouble: [],
        said: { at: keyOf(form, pointer), findings: answer.said },
      });
      void checkQuick(form, pointer);
      return true;
    case 'refused':
      if (typed === undefined) change({ trouble: answer.findings });
      else keepDraft(form, pointer, { text: typed, findings: answer.findings });
      return false;
    case 'stale': {
      const was = now.forms.get(form)?.value;
      change({ forms: new Map([...now.forms, [form, answer.now]]), conflict: { form, edits, title, was } });
      return false;
    }
    case 'lost':
      if (typed !== undefined) keepDraft(form, pointer, { text: typed, findings: [] });
      change({ lost: true });
      return false;
  }
}

/** The finding beside the field that was left does not wait for the documents. What else changed is told by the whole check. */
async function checkQuick(form: string, pointer: string): Promise<void> {
  const at = ({ field }: Said): boolean => field?.form === form && (field.pointer === pointer || field.pointer.startsWith(`${pointer}/`));
  try {
    const { findings } = await loadQuick();
    change({ findings: [...now.findings.filter((one) => !at(one)), ...findings.filter(at)] });
  } catch {
    // The whole check tells it.
  }
}

/** Of a save that met another state: once more, over what the file holds now, or not at all. */
export async function decide(mine: boolean): Promise<void> {
  const { conflict } = now;
  change({ conflict: undefined });
  if (!conflict) return;
  const [first] = conflict.edits;
  if (!mine && first) keepDraft(conflict.form, first.pointer, undefined);
  if (mine) await save(conflict.form, conflict.edits, { title: conflict.title });
}

export async function undoLast(): Promise<void> {
  const answer = await undo();
  if (answer.outcome === 'made') {
    change({ forms: new Map([...now.forms, [answer.now.form, answer.now]]), undo: answer.undo, saved: true, drafts: new Map() });
    sessionStorage.removeItem(DRAFTS);
  } else if (answer.outcome === 'stale') {
    change({ trouble: [], forms: new Map([...now.forms, [answer.now.form, answer.now]]) });
    await readAgain();
  } else if (answer.outcome === 'refused') change({ trouble: answer.findings });
  else change({ lost: true });
}

export async function begun(form: string): Promise<void> {
  const answer = await add(form);
  if (answer.outcome === 'refused') change({ trouble: answer.findings });
  await readAgain();
}

/** Findings of a field and of what is in it. */
export function foundAt({ findings }: Sitting, form: string, pointer: string, deep = false): readonly Said[] {
  return findings.filter(
    ({ field }) => field?.form === form && (field.pointer === pointer || (deep && field.pointer.startsWith(`${pointer}/`))),
  );
}
