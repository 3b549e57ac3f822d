/** What the server knows of the case, and what is asked of it. Every save is on the disk when `edit` resolves. */

export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

export interface Form {
  readonly form: string;
  readonly state: 'absent' | 'broken' | 'read';
  readonly name?: string;
  readonly version?: string;
  readonly value?: unknown;
  readonly text?: string;
  readonly findings: readonly Said[];
}

/** A finding in words. */
export interface Said {
  readonly severity: 'stop' | 'error' | 'warning' | 'info';
  readonly label: string;
  readonly code: string;
  readonly rule: string;
  readonly place: string;
  readonly text: string;
  readonly basis: string;
  readonly hint: string;
  readonly field?: { readonly form: string; readonly pointer: string };
}

export type Ask =
  | { readonly op: 'set' | 'insert'; readonly pointer: string; readonly text: string }
  | { readonly op: 'set' | 'insert'; readonly pointer: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly pointer: string }
  | { readonly op: 'move'; readonly pointer: string; readonly to: number };

export type Answer =
  | { readonly outcome: 'made'; readonly now: Form; readonly undo: number; readonly said: readonly Said[] }
  | { readonly outcome: 'refused'; readonly findings: readonly Said[] }
  | { readonly outcome: 'stale'; readonly now: Form }
  /** Nothing came back: the program was ended, or the network of this machine failed. */
  | { readonly outcome: 'lost' };

export interface Stage {
  readonly title: string;
  readonly form: string;
  readonly fields?: readonly string[];
  /** A page that is no form. */
  readonly page?: string;
}
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly stages: readonly Stage[];
}

/** Of the pack: the beginning of a text, its blanks in braces. */
export interface Narrative {
  readonly field: string;
  readonly title: string;
  readonly behaviours?: readonly string[];
  readonly text: string;
}

export interface Plan {
  readonly narratives: readonly Narrative[];
  readonly writing: Readonly<Record<string, { readonly by: readonly string[]; readonly known: Readonly<Record<string, string>> }>>;
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly steps: readonly Step[];
  readonly pickers: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly behaviours: readonly { readonly code: string; readonly text: string }[];
}

async function json<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as T;
}

export const loadPlan = async (): Promise<Plan> => json(await fetch('plan'));
export const loadForms = async (): Promise<{ readonly forms: readonly Form[]; readonly undo: number }> => json(await fetch('forms'));

/** What the forms and the law say now, at values of forms; the whole check follows by itself. */
export const loadQuick = async (): Promise<{ readonly findings: readonly Said[] }> => json(await fetch('quick'));

/** Asks, or has something done. `lost`: nothing came back. */
const HEADERS = { 'Content-Type': 'application/json', 'X-Mbpack': '1' };

export async function asked<T extends object>(
  name: string,
  body?: object,
): Promise<T | { readonly outcome: 'lost'; readonly findings: readonly [] }> {
  try {
    const answer = await fetch(name, body ? { method: 'POST', headers: HEADERS, body: JSON.stringify(body) } : {});
    if (!answer.ok) throw new Error(String(answer.status));
    return (await answer.json()) as T;
  } catch {
    return { outcome: 'lost', findings: [] };
  }
}

export const edit = (form: string, version: string, edits: readonly Ask[]): Promise<Answer> =>
  asked<Answer>('edit', { form, version, edits });
export const undo = (): Promise<Answer> => asked<Answer>('undo', {});
export const add = (form: string): Promise<Answer> => asked<Answer>('add', { form });

const token = (name: string | number): string => String(name).replaceAll('~', '~0').replaceAll('/', '~1');
/** RFC 6901. */
export const child = (pointer: string, name: string | number): string => `${pointer}/${token(name)}`;

export function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((here, name) => (here as Readonly<Record<string, unknown>> | undefined)?.[name], value);
}
