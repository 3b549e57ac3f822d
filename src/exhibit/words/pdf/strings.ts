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

/** The string in every encoding that it may be in. */
export function decodings(bytes: string): readonly string[] {
  if (bytes.startsWith('\xfe\xff')) return [withoutLanguages(decode('utf-16be', bytes.slice(2)))];
  if (bytes.startsWith('\xff\xfe')) return [decode('utf-16le', bytes.slice(2))];
  if (bytes.startsWith('\xef\xbb\xbf')) return [decode('utf-8', bytes.slice(3))];
  if (/^[\t\n\r\x20-\x7e]*$/.test(bytes)) return [bytes];
  const texts = ['utf-8', 'gb18030'].map((label) => decode(label, bytes));
  // Zeros and controls: two bytes a character without a mark, or a certificate with names in it.
  if (hasControls(bytes)) texts.push(decode('utf-16be', bytes), decode('utf-16be', bytes.slice(1)), decode('utf-16le', bytes));
  return texts;
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

/** A stream of text: XML, a script, a value. */
export function streamTexts(bytes: Buffer): readonly string[] {
  return textsOf(bytes.toString('latin1'));
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
