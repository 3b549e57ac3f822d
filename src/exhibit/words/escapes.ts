/** Ways in which formats spell characters inside a text, each undone wherever it stands, whether or not the file around it is well-formed. */
import { charsetName, decoded, readings, spelled } from './charset.ts';
import { CODE_ESCAPES } from './code-escapes.ts';
import { GARBLED } from './garbled.ts';
import { PIECES_AFTER, PIECES_BEFORE } from './pieces.ts';

/** Undefined where the text has none of it. */
export type Unescape = (text: string) => string | undefined;

const character = (hex: string): string => {
  const point = Number.parseInt(hex, 16);
  return point > 0x10ffff ? '' : String.fromCodePoint(point);
};

/** JSON, JavaScript, Java properties, Python, C, CSS and Git, nested to any depth: `\\u8bf8`, `\\u{8bf8}`, `\\xe8\\xaf\\xb8`, `\\350\\257\\270`, `\\8bf8 `; `%u8bf8`. */
const backslashes: Unescape = (text) => {
  if (!/\\|%u[0-9a-f]{4}/i.test(text)) return undefined;
  return text
    .replace(/(?:(?<!\\)\\+|%)u([0-9a-fA-F]{4})/g, (_, hex: string) => character(hex))
    .replace(/(?<!\\)\\+(?:[ux]\{([0-9a-fA-F]{1,6})\}|U([0-9a-fA-F]{8}))/g, (_, braces: string, long: string) => character(braces ?? long))
    .replace(/(?<!\\)(?:\\+x[0-9a-f]{2})+/gi, (run) => fromHex(run.replace(/\\+x/gi, '')) ?? run)
    .replace(
      /(?<!\\)(?:\\+[0-3][0-7]{2}){2,}/g,
      (run) =>
        bytesText(
          run
            .split(/\\+/)
            .slice(1)
            .map((octal) => Number.parseInt(octal, 8)),
        ) ?? run,
    )
    .replace(/(?<!\\)\\+([0-9a-f]{4,6})(?:\r\n|[ \t\r\n\f])?/gi, (_, hex: string) => character(hex))
    .replace(/(?<!\\)\\+[nrtbfv]/g, '\n')
    .replace(/(?<!\\)\\+(?=["'/,;:])/g, '');
};

/** RFC 3986 in UTF-8, or in the charset of an older page, whose second bytes may stand as they are. */
export const percents: Unescape = (text) => {
  if (!/%[0-9a-f]{2}/i.test(text)) return undefined;
  const whole = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => utf8(run.replaceAll('%', '')) ?? run);
  return whole.replace(/(?:%[89a-f][0-9a-f](?:%[0-9a-f]{2}|[@-~])?)+/gi, (run) => mixed(run, '%') ?? run);
};

/** RFC 2045 6.7. */
const quotedPrintable: Unescape = (text) => {
  if (!/=(?:[0-9A-Fa-f]{2}|[ \t]*\r?\n)/.test(text)) return undefined;
  const joined = text.replace(/(?<![A-Za-z0-9+/]{40}=?)=[ \t]*\r?\n/g, '');
  const whole = joined.replace(/(?:=[0-9A-F]{2})+/gi, (run) => utf8(run.replaceAll('=', '')) ?? run);
  return whole.replace(/(?:=[89A-F][0-9A-F](?:=[0-9A-F]{2}|[@-~])?)+/gi, (run) => mixed(run, '=') ?? run);
};

const ENCODED_WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?\s]*)\?=/gi;

/** RFC 2047; a character may be cut between two words of one charset, and the space between words is none. */
export const encodedWords: Unescape = (text) => {
  if (!/=\?[^?\s]+\?[bq]\?/i.test(text)) return undefined;
  return text.replace(/=\?[^?\s]{1,60}\?[bq]\?[^?\s]*\?=(?:\s*=\?[^?\s]{1,60}\?[bq]\?[^?\s]*\?=)*/gi, (words) => {
    const parts = [...words.matchAll(ENCODED_WORD)].map(([, charset = '', how = '', body = '']) => ({
      charset: charset.replace(/\*.*$/, '').toLowerCase(),
      bytes: how.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : Buffer.from(qBytes(body)),
    }));
    const runs: { charset: string; bytes: Buffer }[] = [];
    for (const part of parts) {
      const last = runs.at(-1);
      if (last?.charset === part.charset) last.bytes = Buffer.concat([last.bytes, part.bytes]);
      else runs.push({ ...part });
    }
    return runs.map(({ charset, bytes }) => readings(bytes, charset).join(' ')).join('');
  });
};

/** Charsets of encoded words that nobody here reads. */
export function unknownCharsets(text: string): boolean {
  return [...text.matchAll(ENCODED_WORD)].some(([, charset = '']) => charsetName(charset.replace(/\*.*$/, '')) === undefined);
}

function qBytes(body: string): number[] {
  return [...body.replaceAll('_', ' ').matchAll(/=([0-9a-f]{2})|([\s\S])/gi)].map(([, hex, char]) =>
    hex === undefined ? (char as string).charCodeAt(0) & 0xff : Number.parseInt(hex, 16),
  );
}

/** RFC 2231: parameters in several pieces; the pieces are put together, their percents are undone later. */
const parameterPieces: Unescape = (text) => {
  if (!/\*\d+\*?=/.test(text)) return undefined;
  return text.replace(/"?;\s*[\w-]{1,40}\*[1-9]\d?\*?="?/g, '');
};

/** RFC 6350 and 5545: a line goes on where the next one begins with a space. */
const foldedLines: Unescape = (text) => (/\n[ \t]/.test(text) && /^BEGIN:V/im.test(text) ? text.replace(/\r?\n[ \t]/g, '') : undefined);

/** In the order in which formats wrap one another. */
export const UNESCAPES: readonly Unescape[] = [
  foldedLines,
  parameterPieces,
  encodedWords,
  quotedPrintable,
  ...PIECES_BEFORE,
  ...CODE_ESCAPES,
  backslashes,
  percents,
  ...PIECES_AFTER,
  ...GARBLED,
];

const fromHex = (hex: string): string | undefined => spelledText(Buffer.from(hex, 'hex'));
const bytesText = (bytes: readonly number[]): string | undefined => spelledText(Uint8Array.from(bytes));
const utf8 = (hex: string): string | undefined => decoded(Buffer.from(hex, 'hex'), 'utf-8');

function mixed(run: string, mark: string): string | undefined {
  const bytes = [...run.matchAll(mark === '%' ? /%([0-9a-f]{2})|([\s\S])/gi : /=([0-9a-f]{2})|([\s\S])/gi)].map(([, hex, char]) =>
    hex === undefined ? (char as string).charCodeAt(0) : Number.parseInt(hex, 16),
  );
  return decoded(Uint8Array.from(bytes), 'gb18030') ?? decoded(Uint8Array.from(bytes), 'big5');
}

/** Bytes of a string literal: Latin-1 where they are no other text. */
function spelledText(bytes: Uint8Array): string | undefined {
  return spelled(bytes) ?? decoded(bytes, 'windows-1252');
}
