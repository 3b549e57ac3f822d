/** One text that a format keeps in pieces: continued lines, joined strings, emphasis and colours inside a word, quoted mail, entities of a document's own. */
import type { Unescape } from './escapes.ts';

/** Properties, YAML, C, shells: a line goes on behind a backslash; not where a text ends (BETWEEN of text-sink.ts). */
const continuedLines: Unescape = (text) => text.replace(/\\\r?\n(?!\|\n)[ \t]*/g, '');

/** `"诸葛" + "试举"` in JavaScript, Java, Basic, SQL, PHP and spreadsheets; `"诸葛"` above `"试举"` in C and gettext. */
const joinedStrings: Unescape = (text) =>
  text
    .replace(/(["'`])\s{0,40}(?:\+|&|\.{1,2}|\|\||\\?\r?\n[ \t]{0,40})\s{0,40}[a-z@$]{0,2}\1/gi, '')
    .replace(/(["'])\s{0,40}(?:\+|&|\|\|)\s{0,40}(["'])/g, '');

/** TeX: `\textbf{葛}`. Before the backslashes are undone: `\t` is a tab elsewhere. */
const commands: Unescape = (text) => {
  let plain = text;
  // Commands inside commands.
  for (let depth = 0; depth < 3; depth++) plain = plain.replace(/\\[a-zA-Z]{2,30}\*?\{([^{}\\]{0,400})\}/g, '$1');
  return plain;
};

/** Markdown, AsciiDoc, wikis: inside a word. Four and more stars hide digits. */
const emphasis: Unescape = (text) => text.replace(/(?<=[\p{L}\p{N}])(?:\*{1,3}|_{2}|~~|`|={2}|'{2,5})(?=[\p{L}\p{N}])/gu, '');

/** ECMA-48: colours on terminals. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const COLOURS = /\x1b(?:\[[0-9;:?]{0,40}[ -/]*[@-~]|\][^\x07\x1b]{0,400}(?:\x07|\x1b\\)|[()][0-9A-B])/g;
const colours: Unescape = (text) => text.replace(COLOURS, '');

/** Quoted mail, comments in programs: what begins every line is none of the text. */
const quotedLines: Unescape = (text) =>
  text.replace(/[ \t]*(\r?\n)[ \t]*(?:>[ \t]?)+/g, '$1').replace(/(\r?\n)[ \t]*(?:#+|\/\/+|--|;+|%+|\*|\|)[ \t]/g, '$1');

/** XML 1.0, 4.2: entities that a document declares itself. One that would fill the memory stays as it stands. */
const ownEntities: Unescape = (text) => {
  if (!/<!ENTITY\s/.test(text)) return undefined;
  const values = new Map<string, string>();
  for (const [, name = '', , value = ''] of text.matchAll(/<!ENTITY\s+([\w.-]{1,60})\s+(["'])([^"'<]{0,1000})\2\s*>/g))
    values.set(name, value);
  let room = text.length + 64 * 1024;
  return text.replace(/&([\w.-]{1,60});/g, (written, name: string) => {
    const value = values.get(name);
    if (value === undefined) return written;
    room -= value.length;
    return room < 0 ? written : value;
  });
};

/** What a page does not show, between what it shows. It is told where it stands. */
const HIDDEN =
  /<(\w{1,20})\b[^<>]{0,300}(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|\shidden\b)[^<>]{0,300}>[^<>]{0,2000}<\/\1\s*>/gi;
const hiddenElements: Unescape = (text) => text.replace(HIDDEN, '');

/** UAX 9: text that is shown from right to left, whatever its characters. */
const overridden: Unescape = (text) =>
  text
    .replace(/\u202e([^\u202c\u202e\r\n]{1,400})\u202c?/g, (_, inner: string) => backwards(inner))
    .replace(/<bdo\b[^<>]{0,200}\bdir\s*=\s*["']?rtl\b[^<>]{0,200}>([^<>]{0,400})<\/bdo\s*>/gi, (_, inner: string) => backwards(inner));

const backwards = (text: string): string => [...text].reverse().join('');

/** RFC 6350 6.2.2, RFC 7095, FHIR: family name and given name, beside one another. */
const structuredNames: Unescape = (text) =>
  text
    .replace(/^N((?:;[^:\r\n]{0,200})?):([^;\r\n]{1,40});([^;\r\n]{1,40})(?=[;\r\n]|$)/gim, 'N$1:$2$3')
    .replace(/(\[\s*"n"\s*,\s*\{[^{}]{0,300}\}\s*,\s*"text"\s*,\s*\[\s*"[^"\r\n]{1,40})"\s*,\s*"/gi, '$1')
    .replace(
      /("(?:family|familyName|lastName|surname)"\s*:\s*"[^"\r\n]{1,40})"\s*,\s*"(?:given|givenName|firstName)"\s*:\s*\[?\s*"/gi,
      '$1',
    );

/** Before backslashes mean anything else. */
export const PIECES_BEFORE: readonly Unescape[] = [continuedLines, commands];
export const PIECES_AFTER: readonly Unescape[] = [
  colours,
  quotedLines,
  structuredNames,
  ownEntities,
  hiddenElements,
  overridden,
  joinedStrings,
  emphasis,
];
