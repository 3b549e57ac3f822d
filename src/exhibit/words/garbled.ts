/** Text whose bytes were read in another charset and saved so, or that stands in seven bits without saying it. */
import { domainToUnicode } from 'node:url';
import { decoded, isOrdinary, spelled } from './charset.ts';
import type { Unescape } from './escapes.ts';

/** A character of three bytes in UTF-8, as Latin-1. */
const UTF8_RUN =
  /(?:[\xe3-\xe9\xef][\x80-\xbf]{2}|[0-9A-Za-z])*(?:[\xe3-\xe9][\x80-\xbf]{2}){2}(?:[\xe3-\xe9\xef][\x80-\xbf]{2}|[0-9A-Za-z])*/g;

/** UTF-8 that was read as GBK: 诸葛试举 became 璇歌憶璇曚妇. */
const readAsGbk: Unescape = (text) =>
  text.replace(/[\u00a4\u00a7\u00b7\u2010-\u33ff\u4e00-\u9fff\ue000-\ufa2f\ufe30-\uffe5]{3,}/g, (run) => {
    const bytes = gbkBytes(run);
    const whole = [...bytes.matchAll(UTF8_RUN)].flatMap(([found]) => {
      const plain = decoded(Buffer.from(found, 'latin1'), 'utf-8');
      return plain !== undefined && isOrdinary(plain) ? [plain] : [];
    });
    return whole.length === 0 ? run : whole.join(' ');
  });

/** UTF-8 or GBK that was read as Latin-1 or windows-1252. */
const readAsLatin: Unescape = (text) =>
  text.replace(LATIN_RUN, (run) => {
    const bytes = Uint8Array.from(run, (char) => LATIN.get(char) ?? char.charCodeAt(0));
    const plain = spelled(bytes);
    return plain !== undefined && isOrdinary(plain) ? plain : run;
  });

/** RFC 2152, and the names of mailboxes (RFC 3501 5.1.3). */
const utf7: Unescape = (text) =>
  text.replace(/[+&]([A-Za-z0-9+/,]{5,400})-?/g, (run, body: string) => {
    const bytes = Buffer.from(body.replaceAll(',', '/'), 'base64');
    const plain = decoded(bytes.subarray(0, bytes.length - (bytes.length % 2)), 'utf-16be');
    return plain !== undefined && isOrdinary(plain) ? plain : run;
  });

/** RFC 1843. */
const hz: Unescape = (text) =>
  text.replace(
    /~\{((?:[!-w][!-~]){1,400})~\}/g,
    (run, body: string) =>
      decoded(
        Uint8Array.from(body, (char) => char.charCodeAt(0) | 0x80),
        'gbk',
      ) ?? run,
  );

/** RFC 3492. */
const domains: Unescape = (text) => text.replace(/\bxn--[a-z0-9-]{1,60}/gi, (name) => domainToUnicode(name.toLowerCase()) || name);

export const GARBLED: readonly Unescape[] = [readAsGbk, readAsLatin, utf7, hz, domains];

const LATIN: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 32 }, (_, i) => [new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + i)), 0x80 + i]),
);
const LATIN_RUN = new RegExp(`[\\x80-\\xff${[...LATIN.keys()].filter((char) => char > '\xff').join('')}]{4,}`, 'g');

/** A byte a character; characters that GBK has not are a sign that no text has. */
function gbkBytes(run: string): string {
  gbk ??= gbkTable();
  let bytes = '';
  for (const char of run) bytes += gbk.get(char) ?? '\0';
  return bytes;
}

let gbk: ReadonlyMap<string, string> | undefined;

function gbkTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x80; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (!char.includes('\ufffd') && char.length === 1) table.set(char, String.fromCharCode(lead, trail));
    }
  return table;
}
