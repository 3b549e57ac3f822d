/** What a value says in other words: the capitals of an amount, birth and sex of a citizen's number. */
import { birthDateOf, genderOf, isIdNumber } from '../../model/identity.ts';
import { parseYuan, upperYuan, YUAN_PATTERN } from '../../model/money.ts';

export function isMoney(pattern: string | undefined): boolean {
  return pattern === YUAN_PATTERN.source;
}

/** 大写. */
export function capitals(value: string): string | undefined {
  const fen = YUAN_PATTERN.test(value) ? parseYuan(value as Parameters<typeof parseYuan>[0]) : undefined;
  return fen === undefined ? undefined : `大写：${upperYuan(fen)}`;
}

/** GB 11643. */
export function ageNote(value: string): string | undefined {
  return isIdNumber(value) ? `由号码得出：${birthDateOf(value)} 出生，${genderOf(value)}` : undefined;
}
