/** What a browser sent, member by member: whatever it is, it is read as texts and lists of texts or not at all. */
import { fault, instantMeant } from '../../model/index.ts';

export type Asked = Readonly<Record<string, unknown>>;

export const asRecord = (asked: unknown): Asked => (typeof asked === 'object' && asked !== null ? (asked as Asked) : {});

export const isTexts = (list: unknown): list is readonly string[] => Array.isArray(list) && list.every((text) => typeof text === 'string');

export const textsOf = (list: unknown): readonly string[] => (isTexts(list) ? list : []);

/** Members that are texts, and not blank. */
export function textMembers<K extends string>(asked: Asked, names: readonly K[]): { readonly [N in K]?: string } {
  const given = names.flatMap((name) => {
    const text = asked[name];
    return typeof text === 'string' && text.trim() !== '' ? [[name, text] as const] : [];
  });
  return Object.fromEntries(given) as { readonly [N in K]?: string };
}

/** Milliseconds since 1970 of a time as forms take it: of Beijing, or of the zone that it names. @throws Fault COLLECT_TIME_UNREAD (2) */
export function instantOf(text: string): number {
  const ms = instantMeant(text);
  if (ms === undefined) throw fault('COLLECT_TIME_UNREAD', 2, { at: text });
  return ms;
}
