/** A pack and the packs it extends as one: the child's parts prevail. */
import type { CalendarYear, DocumentId, LocalForm, LocalGroup, PackDocument, PackPlaceholder, TemplatePack } from '../model/index.ts';
import type { OwnPack } from './check.ts';

/**
 * `packs`: the child first. Documents by id, member by member; wording, periods, copies by name; years by number; thresholds of the
 * child before its parent's.
 */
export function joinPacks(packs: readonly OwnPack[]): TemplatePack {
  const documents = new Map<DocumentId, PackDocument>();
  const years = new Map<number, CalendarYear>();
  let whole: Partial<TemplatePack> = {};
  for (const pack of packs.toReversed()) {
    const before = whole;
    const thresholds = [...(pack.thresholds ?? []), ...(whole.thresholds ?? [])];
    for (const year of pack.calendar ?? []) years.set(year.year, year);
    for (const document of pack.documents ?? [])
      documents.set(document.id, { ...(documents.get(document.id) as PackDocument), ...document });
    whole = {
      ...whole,
      ...(pack as Partial<TemplatePack>),
      periods: { ...whole.periods, ...pack.periods } as TemplatePack['periods'],
      ...(thresholds.length > 0 ? { thresholds } : {}),
      ...added('behaviours', before, pack),
      ...joinNarratives(before.narratives, pack.narratives),
      ...added('offences', before, pack),
      ...added('funds', before, pack),
      ...added('departments', before, pack),
      ...added('severities', before, pack),
      ...merged('strings', whole, pack),
      ...merged('recipients', whole, pack),
      ...merged('copies', whole, pack),
      ...merged('fonts', whole, pack),
      ...(whole.omit || pack.omit ? { omit: [...(whole.omit ?? []), ...(pack.omit ?? [])] } : {}),
      ...(whole.fields || pack.fields ? { fields: joinFields(whole.fields ?? {}, pack.fields ?? {}) } : {}),
    };
  }
  const { omit = [], order = [] } = whole;
  const kept = [...documents.values()].filter(({ id }) => !omit.includes(id));
  const placeOf = (id: DocumentId): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const sorted = kept.map((d, i) => ({ d, i })).sort((a, b) => placeOf(a.d.id) - placeOf(b.d.id) || a.i - b.i);
  const placeholders = openPlaceholders(packs);
  const { placeholders: _, ...rest } = whole;
  return {
    ...(rest as TemplatePack),
    ...(years.size > 0 ? { calendar: [...years.values()] } : {}),
    ...(placeholders.length > 0 ? { placeholders } : {}),
    documents: sorted.map(({ d }) => d),
  };
}

/** Rows of the child before its parent's: the first of a name counts. */
function added<K extends 'behaviours' | 'offences' | 'funds' | 'departments' | 'severities'>(
  name: K,
  parent: Partial<TemplatePack>,
  child: OwnPack,
): Pick<TemplatePack, K> | Record<never, never> {
  return parent[name] || child[name] ? { [name]: [...(child[name] ?? []), ...(parent[name] ?? [])] } : {};
}

function merged<K extends 'strings' | 'recipients' | 'copies' | 'fonts'>(
  name: K,
  parent: Partial<TemplatePack>,
  child: OwnPack,
): Pick<TemplatePack, K> | Record<never, never> {
  return parent[name] || child[name] ? { [name]: { ...parent[name], ...child[name] } } : {};
}

/** The child's before its parent's, but for those that it words anew under the same name. */
function joinNarratives(parent: TemplatePack['narratives'], child: TemplatePack['narratives']): Pick<TemplatePack, 'narratives'> {
  if (!parent && !child) return {};
  const own = child ?? [];
  const kept = (parent ?? []).filter(({ field, title }) => !own.some((row) => row.field === field && row.title === title));
  return { narratives: [...own, ...kept] };
}

type Fields = NonNullable<TemplatePack['fields']>;

function joinFields(parent: Fields, child: Fields): Fields {
  const joined: Partial<Record<LocalForm, LocalGroup>> = { ...parent };
  for (const [form, { properties, required = [] }] of Object.entries(child) as [LocalForm, LocalGroup][]) {
    const before = parent[form];
    joined[form] = {
      properties: { ...before?.properties, ...properties },
      required: [...new Set([...(before?.required ?? []), ...required])],
    };
  }
  return joined;
}

/** A placeholder is filled by whoever extends the pack and writes that member. */
function openPlaceholders(packs: readonly OwnPack[]): readonly PackPlaceholder[] {
  return packs.flatMap(({ placeholders = [] }, i) =>
    placeholders.filter(({ field }) => !packs.slice(0, i).some((child) => isWritten(child, field))),
  );
}

function isWritten(pack: OwnPack, field: string): boolean {
  let here: unknown = pack;
  for (const name of field.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return false;
    here = (here as Record<string, unknown>)[name];
  }
  return true;
}
