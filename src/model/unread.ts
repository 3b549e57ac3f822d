/** Why words of a file were not read. */

/**
 * `no-reader`: no reader of its format, such as sound, film and programs; `picture`: an image, or a page that is mostly one; `damaged`: reading
 * ended early; `locked`: behind a password; `too-large`; `encoding`: bytes of no known encoding; `embedded`: another file inside it;
 * `font`: glyphs that no character is given for; `traditional`: it is written in traditional characters, and a name is searched for as it was given.
 */
export type UnreadReason = 'no-reader' | 'picture' | 'damaged' | 'locked' | 'too-large' | 'encoding' | 'embedded' | 'font' | 'traditional';
