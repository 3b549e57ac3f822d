/** Bytes that a text spelled out, or that name their own charset, as characters. */
import { isSimplified } from './han.ts';

const CONTROLS = /[^\P{Cc}\t\n\v\f\r\cZ]/u;
/** Labels that a program writes when it knows nothing: every byte is a character in them. */
const ANY_BYTE = new Set(['windows-1252']);

/** What programs write that the registry of the web does not know, in lower case. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ...['cp936', 'ms936', 'windows-936', '936'].map((label) => [label, 'gbk'] as const),
  ...['ansi', 'gb18030-2000', 'gb18030-2005', 'gb18030-2022', 'cp54936', 'gb2312-80'].map((label) => [label, 'gb18030'] as const),
  ...['cp950', 'ms950', 'windows-950'].map((label) => [label, 'big5'] as const),
  ...['utf8mb4', 'utf8mb3', 'cp65001', '65001'].map((label) => [label, 'utf-8'] as const),
]);

function decoderOf(label: string, options?: { readonly fatal: boolean }): InstanceType<typeof TextDecoder> {
  const plain = label.trim().toLowerCase();
  return new TextDecoder(ALIASES.get(plain) ?? plain, options);
}

/** Undefined for what no decoder here knows, and where a byte is no character of it. */
export function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    return decoderOf(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** `name`: how the decoder calls it; undefined for a charset that none of ours reads. */
export function charsetName(label: string): string | undefined {
  try {
    return decoderOf(label).encoding;
  } catch {
    return undefined;
  }
}

/** The readings of bytes whose charset is not certain: as they are declared, and as what they can be. Empty when they are no text. */
export function readings(bytes: Uint8Array, label?: string): readonly string[] {
  const name = label === undefined ? undefined : charsetName(label);
  const declared = name === undefined ? undefined : decoded(bytes, name);
  const sure = declared !== undefined && !ANY_BYTE.has(name as string) ? [declared] : [];
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 !== undefined) return distinct([...sure, utf8]);
  const simplified = decoded(bytes, 'gb18030');
  const guesses =
    simplified !== undefined && isOrdinary(simplified)
      ? [simplified]
      : [simplified, decoded(bytes, 'big5')].filter((text) => text !== undefined);
  return distinct([...sure, ...(declared === undefined || sure.length > 0 ? [] : [declared]), ...guesses]).filter(
    (text) => !CONTROLS.test(text),
  );
}

/** Bytes that a text spells (base64, hexadecimal, percent) and that make ordinary text; undefined for pictures, keys and digests. */
export function spelled(bytes: Uint8Array): string | undefined {
  const wide = bytes.includes(0) ? wideText(bytes) : undefined;
  if (wide !== undefined) return wide;
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 !== undefined && !CONTROLS.test(utf8)) return utf8;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return decoded(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-16be');
  const found = ['gb18030', 'big5', 'utf-16le', 'utf-16be'].flatMap((label) => decoded(bytes, label) ?? []).filter(isOrdinary);
  return found.length === 0 ? undefined : distinct(found).join('\n');
}

/** UTF-16 in which something is ASCII: every second byte of that is zero. A zero at the end closes a string. */
function wideText(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 === 1) return undefined;
  return ['utf-16le', 'utf-16be']
    .flatMap((label) => decoded(bytes, label)?.replace(/\0+$/, '') ?? [])
    .find((text) => text !== '' && !CONTROLS.test(text) && [...text].every((char) => /[\x20-\x7e\s]/.test(char) || isUsual(char)));
}

/** Random bytes make characters too, but rare ones. */
export function isOrdinary(text: string): boolean {
  if (CONTROLS.test(text) || /[\p{Co}\p{Cn}]/u.test(text)) return false;
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  if (han.length === 1)
    return text.length >= 6 && isSimplified(han[0] as string) && /^[\x20-\x7e\s]+$/.test(text.replace(han[0] as string, ''));
  return han.length >= 2 && han.filter(isSimplified).length >= han.length * 0.8;
}

const isUsual = (char: string): boolean => isSimplified(char) || /[\u3000-\u303f\uff01-\uff5e]/.test(char);

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

export const bytesOf = (latin1: string): Uint8Array => Uint8Array.from(latin1, (char) => char.charCodeAt(0));
