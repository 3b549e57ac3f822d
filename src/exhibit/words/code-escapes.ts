/** How programming languages and tools spell characters of which the file has none: `\232\184\175`, `chr(35832)`, `<U+8BF8>`, `#U8bf8`. */
import { spelled } from './charset.ts';
import type { Unescape } from './escapes.ts';

const HAN = /^\p{Script=Han}$/u;
const han = (point: number): boolean => point <= 0x10ffff && HAN.test(String.fromCodePoint(point));
const characterOf = (point: number, written: string): string => (point <= 0x10ffff ? String.fromCodePoint(point) : written);

/** C# and C++: up to four digits behind `\x`. Two are a byte, and bytes follow one another. */
const wideHex: Unescape = (text) =>
  text.replace(/(?<!\\|\\x[0-9a-f]{2})\\+x([0-9a-f]{4})/gi, (written, hex: string) => {
    const point = Number.parseInt(hex, 16);
    return han(point) ? String.fromCodePoint(point) : written;
  });

/** Lua writes bytes, Haskell and Go code points in decimal. */
const decimals: Unescape = (text) =>
  text
    .replace(/(?<!\\)(?:\\+\d{5}){2,}(?!\d)/g, (run) => {
      const points = run.split(/\\+/).slice(1).map(Number);
      return points.every(han) ? String.fromCodePoint(...points) : run;
    })
    .replace(/(?<!\\)(?:\\+[12]\d{2}){3,}/g, (run) => {
      const bytes = run.split(/\\+/).slice(1).map(Number);
      return (bytes.every((byte) => byte <= 0xff) ? spelled(Uint8Array.from(bytes)) : undefined) ?? run;
    });

/** TeX, R, Unicode's own notation, Info-ZIP. */
const marks: Unescape = (text) =>
  text
    .replace(/\^{4}([0-9a-f]{4})/g, (written, hex: string) => characterOf(Number.parseInt(hex, 16), written))
    .replace(/<U\+([0-9a-f]{4,8})>/gi, (written, hex: string) => characterOf(Number.parseInt(hex, 16), written))
    .replace(/(?<!\w)U\+([0-9a-f]{4,6})(?:[ ,;]{1,2}(?=U\+))?(?!\w)/gi, (written, hex: string) =>
      characterOf(Number.parseInt(hex, 16), written),
    )
    .replace(/#U([0-9a-f]{4})|#L([0-9a-f]{6})/gi, (written, short?: string, long?: string) =>
      characterOf(Number.parseInt(short ?? (long as string), 16), written),
    );

/** Functions that make characters of their numbers, as the string that they make. */
const CALL =
  /\b(?:String\s*\.\s*)?(?:fromCharCode|fromCodePoint|unichar|nchar|uchr|chrw?|char|rune)\s*\(\s*((?:0x|&h)?[0-9a-f]{1,6}(?:\s*,\s*(?:0x|&h)?[0-9a-f]{1,6}){0,200})\s*\)/gi;
const calls: Unescape = (text) =>
  text.replace(CALL, (written, list: string) => {
    const points = list.split(',').map((item) => numberOf(item.trim()));
    if (points.some((point) => !(point <= 0x10ffff))) return written;
    const bytes = points.length > 3 && points.every((point) => point <= 0xff) ? spelled(Uint8Array.from(points)) : undefined;
    return `"${bytes ?? String.fromCodePoint(...points)}"`;
  });

const numberOf = (item: string): number => (/^(?:0x|&h)/i.test(item) ? Number.parseInt(item.slice(2), 16) : Number(item));

/** Each is strict enough to leave other text as it stands. */
export const CODE_ESCAPES: readonly Unescape[] = [wideHex, decimals, marks, calls];
