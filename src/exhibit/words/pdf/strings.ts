/** The strings of a PDF as texts: which encoding one is in is only sometimes said (ISO 32000-1, 7.9.2.2), so it is read in each that it may be in. */
import { scanXml } from '../../../xml/index.ts';
import { OVERLAP } from '../words.ts';

const GATHERED = 32_768;
/** Between two texts: no blank, which a search for numbers passes over. */
const BETWEEN = '\n|\n';

/** Gathers texts of any number and hands them on in larger pieces, each once. */
export class Texts {
  readonly #seen = new Set<string>();
  #gathered = '';
  #tail = '';

  readonly #onText: (text: string) => void;

  constructor(onText: (text: string) => void) {
    this.#onText = onText;
  }

  add(text: string): void {
    if (text.length < 2) return;
    // Names and short strings stand in a file many thousand times.
    if (text.length < 200) {
      if (this.#seen.has(text)) return;
      if (this.#seen.size < 100_000) this.#seen.add(text);
    }
    for (let at = 0; at < text.length; at += GATHERED) {
      this.#gathered += at === 0 ? BETWEEN + text.slice(0, GATHERED) : text.slice(at, at + GATHERED);
      if (this.#gathered.length >= GATHERED) this.end();
    }
  }

  /** A string of the file by its bytes. */
  bytes(bytes: string): void {
    for (const text of textsOf(bytes)) this.add(text);
  }

  /** Hands on what is left. */
  end(): void {
    if (this.#gathered === '') return;
    const text = this.#tail + this.#gathered;
    this.#gathered = '';
    this.#tail = text.slice(-OVERLAP);
    this.#onText(text);
  }
}

function textsOf(bytes: string): readonly string[] {
  return [...new Set(decodings(bytes).flatMap((text) => [text, unescaped(text), percentDecoded(text), plainText(text)]))];
}

/** Two characters of Chinese in a row: what is decoded wrongly rarely has them, and a name does. */
const CHINESE = /\p{Script=Han}{2}/u;
/** Nothing that no text has. */
const TEXTUAL = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\t\n\r]*$/u;

/** The string in every encoding that it may be in; empty for keys and digests. */
export function decodings(bytes: string): readonly string[] {
  const marked = ENCODINGS.find(({ mark }) => bytes.startsWith(mark));
  if (marked) return [withoutLanguages(decode(marked.label, bytes.slice(marked.mark.length)))];
  if (/^[\t\n\r\x20-\x7e]*$/.test(bytes)) return [bytes];
  if (hasControls(bytes)) {
    const wide = bytes.length % 2 === 0 ? ['utf-16be', 'utf-16le'].flatMap((label) => strictly(label, bytes)) : [];
    return [...wide.filter((text) => CHINESE.test(text) && TEXTUAL.test(text)), ...certificateTexts(bytes)];
  }
  const utf8 = strictly('utf-8', bytes);
  if (utf8.some((text) => CHINESE.test(text))) return utf8;
  // Single characters are those of other programs: 0x90 is an apostrophe in PDF's own encoding.
  const gbk = strictly('gb18030', bytes).filter((text) => CHINESE.test(text));
  if (utf8.length + gbk.length > 0) return [...utf8, ...gbk];
  // A character was cut, or somebody wrote in two encodings.
  return [...['utf-8', 'gb18030'].map((label) => decode(label, bytes)).filter((text) => CHINESE.test(text)), bytes];
}

const ENCODINGS = [
  { mark: '\xfe\xff', label: 'utf-16be' },
  { mark: '\xff\xfe', label: 'utf-16le' },
  { mark: '\xef\xbb\xbf', label: 'utf-8' },
];

/** ITU-T X.690, 8.23: UTF8String and BMPString, with a length of one byte, as certificates of signatures have them. */
const CERTIFICATE_TEXTS = [
  { tag: '\x0c', label: 'utf-8' },
  { tag: '\x1e', label: 'utf-16be' },
];

function certificateTexts(bytes: string): readonly string[] {
  const texts: string[] = [];
  for (const { tag, label } of CERTIFICATE_TEXTS) {
    for (let at = bytes.indexOf(tag); at >= 0; at = bytes.indexOf(tag, at + 1)) {
      const length = bytes.charCodeAt(at + 1);
      if (!(length >= 4 && length < 128)) continue;
      texts.push(...strictly(label, bytes.slice(at + 2, at + 2 + length)).filter((text) => CHINESE.test(text) && TEXTUAL.test(text)));
    }
  }
  return texts;
}

function strictly(label: string, bytes: string): readonly string[] {
  try {
    return [new TextDecoder(label, { fatal: true }).decode(Buffer.from(bytes, 'latin1'))];
  } catch {
    return [];
  }
}

/** Between two U+001B stands the language of what follows. */
function withoutLanguages(text: string): string {
  return text
    .split('\u001b')
    .filter((_, i) => i % 2 === 0)
    .join('');
}

/** Characters that no text has, whatever its encoding. */
export function hasControls(bytes: string): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes.charCodeAt(i);
    if (code < 0x20 && (code < 0x09 || code > 0x0d)) return true;
  }
  return false;
}

function decode(label: string, bytes: string): string {
  return new TextDecoder(label).decode(Buffer.from(bytes, 'latin1'));
}

/** Characters as a script writes them. */
function unescaped(text: string): string {
  return text.includes('\\u')
    ? text.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** Bytes as an address writes them (RFC 3986, 2.1). */
function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => decode('utf-8', Buffer.from(run.replaceAll('%', ''), 'hex').toString('latin1')));
}

/** What markup shows: rich values of fields and notes are XHTML. The text itself where it is none. */
function plainText(text: string): string {
  if (!/<[a-z!?/]|&(?:#|[a-z]+;)/i.test(text)) return text;
  let plain = '';
  const scan = scanXml({
    open: () => undefined,
    text: (piece) => {
      plain += piece;
    },
    close: () => undefined,
  });
  scan.write(text);
  scan.end();
  return plain;
}

/** A stream of text: XML, a script, a value. Undefined: it is of no known encoding. */
export function streamTexts(stream: Buffer): readonly string[] | undefined {
  const bytes = stream.toString('latin1');
  const isMarked = ENCODINGS.some(({ mark }) => bytes.startsWith(mark));
  if (!isMarked && (hasControls(bytes) || ['utf-8', 'gb18030'].every((label) => strictly(label, bytes).length === 0))) return undefined;
  return textsOf(bytes);
}

/** So many characters of such a text are no words of any language. */
const ENCODED_RUN = 500;

/** Letters, digits, `+` and `/` without a break but of lines: another file, written as text (RFC 4648, 4). */
export function holdsEncodedFile(text: string): boolean {
  if (text.length < ENCODED_RUN) return false;
  for (let at = 0, run = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '\n' || char === '\r') continue;
    run = /[A-Za-z0-9+/]/.test(char) ? run + 1 : 0;
    if (run >= ENCODED_RUN) return true;
  }
  return false;
}
