/** Whether parsed JSON has the shape that is relied on: one line a member. The rooms with schemas test the rest. */

/** Told of each member that no shape names, by its path below the value: `software/build`. */
export type Extra = (member: string) => void;
export type Test = (value: unknown, extra?: Extra) => boolean;

export const isString: Test = (value) => typeof value === 'string';
export const isCount: Test = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
export const isHex64: Test = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
export const oneOf =
  (values: readonly unknown[]): Test =>
  (value) =>
    values.includes(value);
export const optional =
  (test: Test): Test =>
  (value, extra) =>
    value === undefined || test(value, extra);
export const listOf =
  (test: Test): Test =>
  (value, extra) =>
    Array.isArray(value) && value.every((one) => test(one, extra));
/** An object with these members, or fewer where a test takes undefined. */
export const objectOf =
  (members: Readonly<Record<string, Test>>): Test =>
  (value, extra) =>
    wrongMember(value, members, extra) === undefined;

/** The first member that is wrong or missing; the empty string when `value` is no object. One that is not known is no fault: `extra` is told of it. */
export function wrongMember(value: unknown, members: Readonly<Record<string, Test>>, extra?: Extra): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const own = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(own)) if (!Object.hasOwn(members, key)) extra?.(key);
  for (const key of Object.keys(members)) {
    const member = Object.hasOwn(own, key) ? own[key] : undefined;
    const inner = extra && typeof member === 'object' ? (name: string) => extra(`${key}/${name}`) : extra;
    if (!members[key]?.(member, inner)) return key;
  }
  return undefined;
}
