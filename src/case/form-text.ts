/** Bytes of a form → text. UTF-8 and nothing else: a wrong guess would be a wrong character in a name. */
import { type Finding, finding } from '../model/index.ts';
import { type LineMap, lineMap } from './line-map.ts';
import { codePoint } from './shown.ts';

export interface FormText {
  readonly text?: string;
  readonly lines?: LineMap;
  readonly findings: readonly Finding[];
}

/** Controls but tab and line ends (a lone CR is none), as escapes so that no control stands in this file. */
const CONTROL = /[^\P{Cc}\t\n\r\u0085]|\r(?!\n)/u;

/** The text of a file. A byte order mark at its head is no part of the text, unless `exact`. */
export function formText(bytes: Uint8Array, file: string, { exact = false } = {}): FormText {
  if (bytes.length === 0) return { findings: [finding('FORM_EMPTY', 'stop', {}, { at: { file } })] };
  const text = decode(bytes, 'utf-8', exact);
  if (text === undefined) {
    const at = { file, pointer: '', line: firstBadLine(bytes), column: 1 };
    return { findings: [finding('FORM_NOT_UTF8', 'stop', { looksLike: encodingOf(bytes) }, { at })] };
  }
  const lines = lineMap(text);
  // Characters that a wrong encoding has eaten: what remains would be told a hundred times over. The custody log is told by lines.
  const lost = exact ? -1 : text.indexOf('\ufffd');
  if (lost >= 0) {
    const at = { file, pointer: '', ...lines.at(lost) };
    return { findings: [finding('FORM_CHARACTERS_LOST', 'stop', { count: text.split('\ufffd').length - 1 }, { at })] };
  }
  const control = CONTROL.exec(text);
  if (control) {
    const at = { file, pointer: '', ...lines.at(control.index) };
    return { findings: [finding('FORM_CONTROL_CHARACTER', 'stop', { codePoint: codePoint(control[0]) }, { at })] };
  }
  if (text.trim() === '') return { findings: [finding('FORM_EMPTY', 'stop', {}, { at: { file } })] };
  return { text, lines, findings: [] };
}

function decode(bytes: Uint8Array, encoding: string, ignoreBOM = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encodingOf(bytes: Uint8Array): 'UTF-16' | 'GBK' | 'unknown' {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'UTF-16';
  return decode(bytes, 'gb18030') === undefined ? 'unknown' : 'GBK';
}

/** A line feed is no part of a longer UTF-8 sequence, so lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end;
    if (decode(bytes.subarray(start, stop), 'utf-8') === undefined) return line;
    start = stop + 1;
  }
  return 1;
}
