/** Entries of lists by the numbers that people give them: `/evidence/E001/title` → `/evidence/0/title`. */
import { halfWidthText } from '../../model/index.ts';
import { child, tokens } from '../pointer.ts';
import { isMembers } from './edit.ts';

/** Members that name an entry. */
const NUMBERS = ['evidenceNo', 'itemNo', 'recordNo', 'factNo', 'id'] as const;

const keyOf = (number: unknown): string => halfWidthText(String(number)).toLowerCase();

/** A number that no entry bears, or two do, stays as it is: there is nothing at such a pointer. */
export function placed(value: unknown, pointer: string): string {
  let here = value;
  let at = '';
  for (const token of tokens(pointer)) {
    const index = Array.isArray(here) && !/^(?:\d+|-)$/.test(token) ? indexOf(here, token) : undefined;
    at = child(at, index ?? token);
    here = (here as Readonly<Record<string, unknown>> | undefined)?.[index ?? token];
    if (typeof here !== 'object' || here === null) here = undefined;
  }
  return at;
}

function indexOf(list: readonly unknown[], number: string): number | undefined {
  const [found, second] = list.flatMap((entry, i) =>
    isMembers(entry) && NUMBERS.some((name) => entry[name] !== undefined && keyOf(entry[name]) === keyOf(number)) ? [i] : [],
  );
  return second === undefined ? found : undefined;
}
