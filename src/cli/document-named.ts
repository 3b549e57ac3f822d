/** Which document is meant: by id, by title, or by what only one title ends in or holds. */
import { DOCUMENT_TITLES } from '../messages/index.ts';
import type { DocumentId } from '../model/index.ts';

/** `transfer`, `《现场笔录》`, 书面报告, 提取笔录. */
export function documentNamed(text: string, among: readonly DocumentId[]): DocumentId | undefined {
  const word = text.trim().replace(/^《|》$/g, '');
  const exact = among.find((d) => d === word.toLowerCase() || DOCUMENT_TITLES[d] === word);
  if (exact || [...word].length < 2) return exact;
  const ending = among.filter((d) => DOCUMENT_TITLES[d].endsWith(word));
  const holding = among.filter((d) => DOCUMENT_TITLES[d].includes(word));
  return [ending, holding].find(({ length }) => length === 1)?.[0];
}
