/** What a template may call. None of them reaches disk, network, clock or environment. */
import { chineseNumber } from '../model/index.ts';

/** Present: not null, not false, not an empty text or list. A number is always present, zero too. */
export function isPresent(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return false;
  return !(Array.isArray(value) && value.length === 0);
}

/** Helpers whose value is printed or passed on; arguments are checked for missing fields before. */
export const VALUE_HELPERS: Readonly<Record<string, (...args: readonly unknown[]) => unknown>> = {
  /** `{{join officers "、"}}` */
  join: (list, separator) => (Array.isArray(list) ? list.map(String).join(String(separator)) : String(list)),
  /** `{{number @index}}`: 0 → 1 */
  number: (index) => String(Number(index) + 1),
  /** `{{chinese @index}}`: 0 → 一 */
  chinese: (index) => chineseNumber(Number(index) + 1),
  /** `{{or value "无"}}`: the first that is present */
  or: (value, otherwise) => (isPresent(value) ? value : otherwise),
  /** `{{#if (is decision "批准")}}` */
  is: (value, other) => value === other,
  /** `{{yesno (is decision "批准")}}`: for attributes that hold yes or no */
  yesno: (value) => (isPresent(value) ? 'yes' : 'no'),
};

export const BLOCK_HELPERS = ['if', 'unless', 'each'] as const;
export const HELPER_NAMES: readonly string[] = [...BLOCK_HELPERS, ...Object.keys(VALUE_HELPERS)];
