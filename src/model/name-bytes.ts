/** Names of files as bytes: Linux keeps any, Windows any units of UTF-16, and only those that are text can be written into a list. */

export type ReadName = { readonly name: string } | { readonly escaped: string; readonly guess?: string };

/** `escaped`: with `\xNN` for each byte that is no UTF-8; `guess`: the name in GB 18030, where it would be a usual one. */
export function nameOfBytes(bytes: Uint8Array): ReadName {
  const name = decoded(bytes, 'utf-8');
  if (name !== undefined) return { name };
  const guess = decoded(bytes, 'gb18030');
  const usual = guess !== undefined && /^[\p{Script=Han}\p{L}\p{N}\p{P}\p{S} ]+$/u.test(guess) && /\p{Script=Han}/u.test(guess);
  return { escaped: escaped(bytes), ...(usual ? { guess } : {}) };
}

function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Characters as far as they are well formed. */
function escaped(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    const length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    const sign = decoded(bytes.subarray(at, at + length), 'utf-8');
    text += sign ?? `\\x${byte.toString(16).padStart(2, '0')}`;
    at += sign === undefined ? 1 : length;
  }
  return text;
}
