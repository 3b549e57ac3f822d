/**
 * What stands for a value on a form that is printed to be filled in by hand: one private-use character a kind of value, so that
 * every view can be run on it and the ruled space is made where it is printed.
 */
export const BLANK_LINE = '\ue000';
/** Several lines of prose. */
export const BLANK_TEXT = '\ue001';
export const BLANK_DAY = '\ue002';
export const BLANK_INSTANT = '\ue003';

/** The space that each is written into, where it is not ruled. */
export const BLANK_DATES: Readonly<Record<string, string>> = {
  [BLANK_DAY]: '　　　　年　　月　　日',
  [BLANK_INSTANT]: '　　　　年　　月　　日　　时　　分',
};

/** Does a text hold something that is to be filled in? */
export function hasBlank(text: string): boolean {
  return /[\ue000-\ue003]/u.test(text);
}
