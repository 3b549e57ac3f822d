/** In which encoding a text is: by its mark, else by what its bytes can be. */

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

export function markedEncoding(head: Uint8Array): TextEncoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8-bom';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Bytes of the mark at the beginning of a text of this encoding, where it has one. */
export function markLength(head: Uint8Array): number {
  const marked = markedEncoding(head);
  return marked === undefined ? 0 : marked === 'utf-8-bom' ? 3 : 2;
}

export const isWide = (encoding: TextEncoding): boolean => encoding === 'utf-16le' || encoding === 'utf-16be';

/** As a decoder calls it. */
export const labelOf = (encoding: TextEncoding): string => (encoding === 'utf-8-bom' ? 'utf-8' : encoding);

/** Of the beginning of a text without a mark: every second byte of its ASCII is zero, and what is read so is text that people write here. */
export function unmarkedWide(head: Uint8Array): TextEncoding | undefined {
  if (!head.includes(0)) return undefined;
  return (['utf-16le', 'utf-16be'] as const).find((encoding) => {
    const text = withoutPadding(wellDecoded(head, encoding) ?? '');
    const usual = text.match(/[\t\r\n\x20-\x7e\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0;
    return text.length >= 4 && /[\r\n,\t]/.test(text) && usual >= text.length * 0.95;
  });
}

/** Of bytes that are not all UTF-8. A few wrong bytes in a text of UTF-8 are told from a text of two bytes a character, which as UTF-8 is nearly all wrong. */
export function narrowEncoding(bytes: Uint8Array): 'utf-8' | 'gb18030' | 'big5' {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  const wrong = text.match(/\ufffd/g)?.length ?? 0;
  const right = text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  if (right > 0 && wrong * 2 <= right) return 'utf-8';
  return isBig5(bytes) ? 'big5' : 'gb18030';
}

/** Fewer pairs prove nothing. */
const MIN_PAIRS = 8;

/**
 * Big5 is nearly always also GB 18030, as other characters. Common characters of Big5 have a first byte up to C6; those of GB 2312 begin at B0 and have a
 * second byte from A1, which of Big5's only some have.
 */
function isBig5(bytes: Uint8Array): boolean {
  if (wellDecoded(bytes, 'big5') === undefined) return false;
  let pairs = 0;
  let usualHere = 0;
  let usualThere = 0;
  for (let at = 0; at + 1 < bytes.length; at++) {
    const first = bytes[at] as number;
    if (first < 0x80) continue;
    const second = bytes[++at] as number;
    pairs++;
    if (first >= 0xa1 && first <= 0xc6) usualThere++;
    if (((first >= 0xb0 && first <= 0xd7) || (first >= 0xa1 && first <= 0xa3)) && second >= 0xa1) usualHere++;
  }
  return pairs >= MIN_PAIRS && usualThere >= pairs * 0.9 && usualHere <= pairs * 0.7;
}

/** Undefined where a byte is no character; one that the end cuts is held back. */
export function wellDecoded(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(labelOf(encoding), { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** Without what stands behind the end of a text: the Ctrl-Z of DOS, and zeros up to the end of a block. */
export function withoutPadding(text: string): string {
  let end = text.length;
  for (let at = text.length - 1; at >= 0; at--) {
    const sign = text[at];
    if (sign === '\0' || sign === '\x1a') end = at;
    else if (sign !== '\n' && sign !== '\r') break;
  }
  return text.slice(0, end);
}
