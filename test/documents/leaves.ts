/** The leaves of the forms' schemas, and what the documents print when one of them changes. */
import { expandedSchema, type FieldSchema, type SchemaName } from '../../src/case/index.ts';
import { type RenderInput, sampleInput } from '../../src/documents/index.ts';
import type { CompiledTemplate } from '../../src/documents/template.ts';
import { compiled } from '../../src/documents/template-use.ts';
import { wholeView } from '../../src/documents/views/index.ts';
import { seenBy } from '../../src/documents/visible.ts';
import { FORM_NAMES } from '../../src/model/index.ts';
import { loadPack } from '../../src/pack/index.ts';

type Node = Record<string, unknown>;
type Forms = Record<string, unknown>;

/** `case:/officers/＊/name` → its schema: every member of every form that holds no members of its own; `local` is what a pack adds. */
export function formLeaves(): ReadonlyMap<string, FieldSchema> {
  const found = new Map<string, FieldSchema>();
  for (const form of FORM_NAMES) {
    for (const [name, member] of Object.entries(expandedSchema(form as SchemaName).properties ?? {}))
      if (name !== 'local') collect(member, `${form}:/${name}`, found);
  }
  return found;
}

function collect(field: FieldSchema, at: string, into: Map<string, FieldSchema>): void {
  if (field.items) {
    collect(field.items, `${at}/*`, into);
    return;
  }
  const members = Object.entries(field.properties ?? {});
  if (members.length === 0) into.set(at, field);
  for (const [name, member] of members) collect(member, `${at}/${name}`, into);
}

/** A value that the schema takes; `turn` 0 and 1 differ. */
function sampleOf(field: FieldSchema, turn: number): unknown {
  if (field.items) return [sampleOf(field.items, turn)];
  if (field.properties) {
    const { properties, required = [] } = field;
    return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {}, turn)]));
  }
  if (field.enum) return field.enum[turn % field.enum.length];
  if (field.type === 'boolean') return turn % 2 === 0;
  if (field.type === 'integer' || field.type === 'number') return 7 + turn;
  if (field.format === 'day') return `2031-05-0${1 + turn}`;
  if (field.format === 'instant') return `2031-05-0${1 + turn}T07:08+08:00`;
  if (/^\^\(\?:0\|\[1-9\]/u.test(field.pattern ?? '')) return `${71 + turn}`;
  return MADE[turn % MADE.length];
}

/** Texts that `valueOf` makes: a case that is to know them as numbers or ids has them under these names. */
export const MADE = ['叶0', '叶1'] as const;

/** All values that may make a difference on paper. */
function valuesOf(field: FieldSchema): readonly unknown[] {
  const turns = field.enum?.length ?? 2;
  return Array.from({ length: turns }, (_, turn) => sampleOf(field, turn));
}

/** The holders of a leaf, made where the case has none: `undefined` where the way there is barred. */
function holdersOf(forms: Forms, at: string): readonly { readonly holder: Node; readonly key: string | number }[] {
  const [form = '', pointer = ''] = at.split(':');
  let field: FieldSchema = expandedSchema(form as SchemaName);
  let here: unknown[] = [forms[form]];
  const steps = pointer.slice(1).split('/');
  for (const step of steps.slice(0, -1)) {
    field = (step === '*' ? field.items : field.properties?.[step]) ?? {};
    here = here.flatMap((holder) => {
      if (step === '*') {
        const list = holder as unknown[];
        if (list.length === 0) list.push(sampleOf(field, 0));
        return list;
      }
      const node = holder as Node;
      node[step] ??= field.items ? [] : sampleOf(field, 0);
      return [node[step]];
    });
  }
  const last = steps.at(-1) ?? '';
  if (last !== '*') return here.map((holder) => ({ holder: holder as Node, key: last }));
  return here.flatMap((list) => {
    const own = list as unknown[];
    return Array.from({ length: Math.max(1, own.length) }, (_, key) => ({ holder: list as Node, key }));
  });
}

function isRequired(at: string): boolean {
  const [form = '', pointer = ''] = at.split(':');
  const steps = pointer.slice(1).split('/');
  let field: FieldSchema = expandedSchema(form as SchemaName);
  for (const step of steps.slice(0, -1)) field = (step === '*' ? field.items : field.properties?.[step]) ?? {};
  return field.required?.includes(steps.at(-1) ?? '') ?? false;
}

export interface Prints {
  /** A document on which another value of the leaf, or its absence, is another print. `given`: what the case must be for it to count. */
  readonly documentOf: (at: string, field: FieldSchema, given?: (forms: Forms) => void) => string | undefined;
}

export async function nationalPrints(): Promise<Prints> {
  const pack = loadPack('national');
  const templates = new Map<string, CompiledTemplate>();
  for (const { id } of pack.pack.documents) templates.set(id, await compiled(pack.template(id), pack));
  const sample = sampleInput(pack);
  const { pack: _, ...plain } = sample;
  // Most leaves change the view of one document alone: what a view prints is remembered.
  const printed = new Map<string, string>();
  const printer = (forms: Forms): ((id: string) => string) => {
    const { internal, ...rest } = forms;
    const input = { ...plain, pack, case: rest, internal } as unknown as RenderInput;
    return (id) => {
      const document = pack.pack.documents.find((d) => d.id === id);
      if (!document) throw new Error(id);
      const view = wholeView(document, seenBy(document, input));
      const key = `${id} ${JSON.stringify(view, (name, value: unknown) => (name === 'checkCode' ? null : value))}`;
      const known = printed.get(key);
      if (known !== undefined) return known;
      const text = (templates.get(id)?.render(view, (value) => value) ?? '').replace(/<checkcode[^>]*>/gu, '');
      printed.set(key, text);
      return text;
    };
  };
  const ids: string[] = pack.pack.documents.map(({ id }) => id);
  return {
    documentOf: (at, field, given) => {
      const forms = structuredClone({ ...sample.case, internal: sample.internal }) as unknown as Forms;
      given?.(forms);
      const places = holdersOf(forms, at);
      const print = printer(forms);
      // Of a choice that may be left open, one word may print what none does. A member that is asked for is always there.
      const choice = (field.enum || field.type === 'boolean') && !isRequired(at);
      for (const { holder, key } of places) {
        const before = holder[key];
        const turns = [...valuesOf(field), ...(choice && typeof key === 'string' ? [undefined] : [])];
        const found = ids.find((id) => {
          const [first, ...others] = turns.map((value) => {
            if (value === undefined) delete holder[key];
            else holder[key] = value;
            return print(id);
          });
          return others.some((other) => other !== first);
        });
        if (before === undefined && Array.isArray(holder)) holder.pop();
        else if (before === undefined) delete holder[key];
        else holder[key] = before;
        if (found === undefined) continue;
        // Neighbours are printed by the same document as a rule.
        ids.unshift(...ids.splice(ids.indexOf(found), 1));
        return found;
      }
      return undefined;
    },
  };
}
