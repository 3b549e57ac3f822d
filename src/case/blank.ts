/** Blank means not filled in, for a group and a list as for a text: what is optional and holds nothing, at any depth, is left out; a list that may be empty is. */
import { type FieldSchema, resolve } from './schemas.ts';

/** A form as it was typed, without optional groups and lists that hold only blanks; a list of blanks that has a default is that. */
export function withoutBlankGroups(value: unknown, schema: FieldSchema): unknown {
  const field = resolve(schema);
  if (Array.isArray(value)) return value.map((item) => withoutBlankGroups(item, field.items ?? {}));
  if (typeof value !== 'object' || value === null || !field.properties) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, raw]) => {
      // A name that no schema knows may be that of a member of Object.
      const own = field.properties && Object.hasOwn(field.properties, key) ? field.properties[key] : undefined;
      if (!own || !holdsNothing(raw)) return [[key, own ? withoutBlankGroups(raw, own) : raw]];
      if (!field.required?.includes(key)) return [];
      const { default: blank } = resolve(own);
      return [[key, isBlankEntries(raw) && Array.isArray(blank) ? blank : withoutBlankGroups(raw, own)]];
    }),
  );
}

/** Entries as a form has them before it is filled in. */
function isBlankEntries(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => entry !== null);
}

/** An empty list that was written as such says that there is none; a blank entry among others is a slip and is told. */
function holdsNothing(member: unknown): boolean {
  if (typeof member !== 'object' || member === null) return false;
  const members = Array.isArray(member) ? member : Object.values(member);
  return (!Array.isArray(member) || members.length > 0) && members.every((inner) => inner === null || holdsNothing(inner));
}
