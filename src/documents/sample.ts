/** The invented case that templates are tried on: it has something to say in every document. Data: templates/sample/case.json. */
import { readFileSync } from 'node:fs';
import type { CustodyEvent, Digests, LocalField, LocalForm, LocalGroup, TemplatePack } from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';
import type { RenderInput } from './input.ts';

type Stored = Omit<RenderInput, 'draft' | 'pack' | 'digests' | 'openRules' | 'ruleAsks'> & {
  readonly digests: readonly (readonly [string, Digests & { readonly size: number }])[];
  readonly openRules: readonly (readonly [string, readonly string[]])[];
  readonly ruleAsks: readonly (readonly [string, string])[];
  readonly custody: { readonly lines: readonly string[]; readonly events: readonly CustodyEvent[] };
};

let stored: Stored | undefined;

/** `optional`: whether the fields that a pack adds and does not require are filled in as well. */
export function sampleInput(pack: LoadedPack, optional = true): RenderInput {
  stored ??= JSON.parse(readFileSync(new URL('../../templates/sample/case.json', import.meta.url), 'utf8')) as Stored;
  const { digests, openRules, ruleAsks, ...rest } = stored;
  const input: RenderInput = {
    ...rest,
    draft: false,
    pack,
    digests: new Map(digests),
    openRules: new Map(openRules),
    ruleAsks: new Map(ruleAsks),
  };
  return withLocal(input, pack.pack.fields ?? {}, optional);
}

function withLocal(input: RenderInput, fields: NonNullable<TemplatePack['fields']>, optional: boolean): RenderInput {
  const forms: Record<string, unknown> = { ...input.case };
  let { internal } = input;
  for (const [form, group] of Object.entries(fields) as [LocalForm, LocalGroup][]) {
    const local = groupSample(group, optional);
    if (form === 'internal') internal = internal && { ...internal, local };
    else if (forms[form]) forms[form] = { ...(forms[form] as object), local };
  }
  return { ...input, case: forms as unknown as RenderInput['case'], ...(internal ? { internal } : {}) };
}

function groupSample(
  { properties, required = [] }: Pick<LocalGroup, 'properties' | 'required'>,
  optional: boolean,
): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(([name]) => optional || required.includes(name));
  return Object.fromEntries(wanted.map(([name, field]) => [name, fieldSample(field, optional)]));
}

function fieldSample(field: LocalField, optional: boolean): unknown {
  switch (field.type) {
    case 'object':
      return groupSample(field, optional);
    case 'array':
      return Array.from({ length: Math.max(2, field.minItems ?? 0) }, () => fieldSample(field.items, optional));
    case 'integer':
      return field.examples?.[0] ?? field.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return (
        field.examples?.[0] ??
        field.enum?.[0] ??
        (field.format === 'date' ? '2026-01-01' : [...field.title].slice(0, field.maxLength).join(''))
      );
  }
}
