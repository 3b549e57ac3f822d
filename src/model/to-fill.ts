/** A blank of a text that was begun from a pack's narrative: marked until somebody fills it, in forms as 【待填：笔数】. */

/** Colons of either width and spaces are taken, as people type them; the name may be missing. */
const MARK = /【\s*待填\s*(?:[：:]([^【】\n]{0,40}))?】/gu;
/** A blank in a narrative of a pack: `{笔数}`. */
const BLANK = /\{([^{}\n]{1,20})\}/gu;

/** Names of the blanks that a text still has, in order, each as often as it stands there. */
export function toFillIn(text: string): readonly string[] {
  return [...text.matchAll(MARK)].map(([, name = '']) => name.trim());
}

/** Names of the blanks of a pack's narrative. */
export function blanksOf(narrative: string): readonly string[] {
  return [...narrative.matchAll(BLANK)].map(([, name = '']) => name);
}

/** A narrative as the beginning of a text. What `known` does not know stays marked: nothing is invented. */
export function beginText(narrative: string, known: (name: string) => string | undefined): string {
  return narrative.replace(BLANK, (_, name: string) => known(name) || `【待填：${name}】`);
}

export type Piece = { readonly text: string } | { readonly blank: string };

/** A text in pieces: what is written, and what is to be filled in, in order. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const mark of text.matchAll(MARK)) {
    if (mark.index > from) pieces.push({ text: text.slice(from, mark.index) });
    pieces.push({ blank: (mark[1] ?? '').trim() });
    from = mark.index + mark[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** The text with its `index`th mark filled. A filling is taken as it is, also where it looks like a mark or a replacement. */
export function fillIn(text: string, index: number, filling: string): string {
  let at = 0;
  return text.replace(MARK, (mark) => (at++ === index ? filling : mark));
}
