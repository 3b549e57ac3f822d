/** Versions of the program: `0.2.0`, as in package.json. */

/** Of which the first dossiers and rules are. */
export const FIRST_VERSION = '0.1.0';

/** Negative: `a` is older. Undefined where one of them is no version. What stands behind a hyphen or plus counts for nothing. */
export function compareVersions(a: string, b: string): number | undefined {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  if (!left || !right) return undefined;
  const differing = left.findIndex((number, i) => number !== right[i]);
  return differing === -1 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}

/** Did a program older than `version` make what it is compared with? `madeBy` is absent for what is made now. */
export function madeBefore(version: string, madeBy: string | undefined): boolean {
  return madeBy !== undefined && (compareVersions(madeBy, version) ?? 0) < 0;
}

function numbersOf(version: string): readonly number[] | undefined {
  const [, ...numbers] = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:[-+].*)?$/.exec(version) ?? [];
  return numbers.length === 0 ? undefined : numbers.map(Number);
}
