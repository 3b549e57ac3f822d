/** Whether parsed JSON has the shape that is relied on: one line a member. The rooms with schemas test the rest. */

export type Test = (value: unknown) => boolean;

export const isString: Test = (value) => typeof value === 'string';
export const isCount: Test = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
export const isHex64: Test = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
export const oneOf =
  (values: readonly unknown[]): Test =>
  (value) =>
    values.includes(value);
export const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
export const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
/** An object with exactly these members, or fewer where a test takes undefined. */
export const objectOf =
  (members: Readonly<Record<string, Test>>): Test =>
  (value) =>
    wrongMember(value, members) === undefined;

/** The first member that is wrong, unknown or missing; the empty string when `value` is no object. */
export function wrongMember(value: unknown, members: Readonly<Record<string, Test>>): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const own = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(own)) if (!Object.hasOwn(members, key)) return key;
  for (const key of Object.keys(members)) if (!members[key]?.(Object.hasOwn(own, key) ? own[key] : undefined)) return key;
  return undefined;
}
