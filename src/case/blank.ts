/** Blank means not filled in, for a group and a list as for a text: what is optional and holds nothing is left out. */
import { type FieldSchema, resolve } from './schemas.ts';

/** A form as it was typed, without optional groups and lists that hold only blanks. */
export function withoutBlankGroups(value: unknown, schema: FieldSchema): unknown {
  const field = resolve(schema);
  if (Array.isArray(value)) return value.map((item) => withoutBlankGroups(item, field.items ?? {}));
  if (typeof value !== 'object' || value === null || !field.properties) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, raw]) => {
      // A name that no schema knows may be that of a member of Object.
      const own = field.properties && Object.hasOwn(field.properties, key) ? field.properties[key] : undefined;
      const member = own ? withoutBlankGroups(raw, own) : raw;
      return own && !field.required?.includes(key) && holdsNothing(member) ? [] : [[key, member]];
    }),
  );
}

/** An empty list that was written as such says that there is none; a blank entry among others is a slip and is told. */
function holdsNothing(member: unknown): boolean {
  if (Array.isArray(member)) return member.length > 0 && member.every((item) => item === null || isEmptyGroup(item));
  return isEmptyGroup(member);
}

function isEmptyGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
