/** Fields that a pack adds to a form's `local`: a closed part of JSON Schema. */

export interface LocalLeaf {
  readonly title: string;
  readonly description?: string;
  readonly type: 'string' | 'integer' | 'boolean';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: 'date';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
}

export interface LocalObject {
  readonly title: string;
  readonly description?: string;
  readonly type: 'object';
  readonly properties: Readonly<Record<string, LocalLeaf>>;
  readonly required?: readonly string[];
}

export interface LocalList {
  readonly title: string;
  readonly description?: string;
  readonly type: 'array';
  readonly items: LocalLeaf | LocalObject;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export type LocalField = LocalLeaf | LocalObject | LocalList;

/** What one form's `local` holds. */
export interface LocalGroup {
  readonly properties: Readonly<Record<string, LocalField>>;
  readonly required?: readonly string[];
}

/** Longest text that is tried against a pattern. */
export const MAX_PATTERN_TEXT = 200;
/** Steps of a matcher that backtracks, each tried from every place of the text. */
const MAX_WAYS = 40_000;

/**
 * Can a pattern be tried without end? No group may repeat, nothing looks around or back, and the ways in which all repetitions
 * can share a text are counted.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > 200) return false;
  try {
    new RegExp(pattern, 'u');
  } catch {
    return false;
  }
  const bare = pattern.replace(/\\./gu, 'x').replace(/\[[^\]]*\]/gu, 'x');
  if (/\\[1-9]|\\k</u.test(pattern) || /\(\?(?!:)/u.test(bare) || /\)[*+{]/u.test(bare)) return false;
  let ways = 2 ** (bare.match(/\||\)\?/gu)?.length ?? 0);
  for (const [, least, most] of bare.matchAll(/[^()|]\{(\d+)(?:,(\d*))?\}/gu)) {
    if (most === undefined) continue;
    ways *= most === '' ? MAX_PATTERN_TEXT : Math.min(MAX_PATTERN_TEXT, Math.max(1, Number(most) - Number(least) + 1));
  }
  ways *= MAX_PATTERN_TEXT ** (bare.match(/[^()|][*+]/gu)?.length ?? 0);
  return ways <= MAX_WAYS;
}
