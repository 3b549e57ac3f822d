/** The objects of PDF (ISO 32000-1, 7.2, 7.3), read from bytes as the characters of their numbers. */

export class Name {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
/** Bytes as characters, without escapes. */
export class Text {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
}
export class Ref {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}
/** A word that is no object: an operator, `endobj`, `stream`. */
export class Word {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}
export type Dict = ReadonlyMap<string, Value>;
export type Value = null | boolean | number | Name | Text | Ref | Word | Dict | readonly Value[];

/** The bytes are no PDF there. */
export class SyntaxFault extends Error {}

/** A telephone number may stand as one. */
const LONG_NUMBER = 7;
/** Arrays and dictionaries inside each other. */
const MAX_DEPTH = 200;
const PERCENT = 37;
const LINE = /[^\r\n]*/y;
const NUMBER = /[+-]*(?:\d+\.?\d*|\.\d+)(?:-\d*)?/y;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const REFERENCE = /[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const HEX_STRING = /[^>]*/y;

export interface Told {
  /** Every string that was read; every name, and numbers of many digits. */
  text?: (bytes: string) => void;
  name?: (name: string) => void;
}

export class Reader {
  readonly source: string;
  /** The next character. */
  at: number;
  readonly #told: Told;
  readonly #references: boolean;

  /** `references`: `1 0 R` is one object; in content it is not. */
  constructor(source: string, at: number, told: Told = {}, references = true) {
    this.source = source;
    this.at = at;
    this.#told = told;
    this.#references = references;
  }

  skipSpace(): void {
    const { source } = this;
    for (; this.at < source.length; this.at++) {
      const code = source.charCodeAt(this.at);
      if (code === PERCENT) {
        LINE.lastIndex = this.at;
        LINE.exec(source);
        this.at = LINE.lastIndex - 1;
      } else if (code !== 32 && !(code >= 9 && code <= 13 && code !== 11) && code !== 0) return;
    }
  }

  /** The next object or word; undefined at the end. @throws SyntaxFault */
  next(depth = 0): Value | undefined {
    if (depth > MAX_DEPTH) throw new SyntaxFault('depth');
    this.skipSpace();
    const { source } = this;
    if (this.at >= source.length) return undefined;
    const char = source[this.at] as string;
    switch (char) {
      case '/':
        return this.#name();
      case '(':
        return this.#text(literal(this));
      case '[':
        this.at++;
        return this.#list(']', depth);
      case '<':
        if (source[this.at + 1] === '<') return this.#dictionary(depth);
        return this.#text(this.#hex());
      case '>':
        if (source[this.at + 1] !== '>') throw new SyntaxFault('>');
        this.at += 2;
        return new Word('>>');
      case ']':
      case '{':
      case '}':
      case ')':
        this.at++;
        return new Word(char);
    }
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(source);
    if (number) return this.#number(number[0]);
    REGULAR.lastIndex = this.at;
    const word = REGULAR.exec(source)?.[0];
    if (word === undefined) throw new SyntaxFault('byte');
    this.at += word.length;
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : new Word(word);
  }

  #number(written: string): number | Ref {
    this.at += written.length;
    if (written.length >= LONG_NUMBER) this.#told.name?.(written);
    if (this.#references && /^\d{1,10}$/.test(written)) {
      REFERENCE.lastIndex = this.at;
      if (REFERENCE.exec(this.source)) {
        this.at = REFERENCE.lastIndex;
        return new Ref(Number(written));
      }
    }
    // `--5` and `1-2` stand in files of careless programs.
    return Number.parseFloat(written.replace(/^[+-]*(?=[+-])/, '')) || 0;
  }

  #name(): Name {
    this.at++;
    REGULAR.lastIndex = this.at;
    const written = REGULAR.exec(this.source)?.[0] ?? '';
    this.at += written.length;
    const name = written.includes('#')
      ? written.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : written;
    this.#told.name?.(name);
    return new Name(name);
  }

  #text(bytes: string): Text {
    this.#told.text?.(bytes);
    return new Text(bytes);
  }

  #hex(): string {
    HEX_STRING.lastIndex = this.at + 1;
    const digits = (HEX_STRING.exec(this.source)?.[0] ?? '').replace(/[^0-9a-fA-F]/g, '');
    this.at = HEX_STRING.lastIndex + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
  }

  #list(end: string, depth: number): Value[] {
    const list: Value[] = [];
    for (;;) {
      const value = this.next(depth + 1);
      if (value === undefined) throw new SyntaxFault('array');
      if (value instanceof Word && value.word === end) return list;
      list.push(value);
    }
  }

  #dictionary(depth: number): Dict {
    this.at += 2;
    const values = this.#list('>>', depth);
    const dict = new Map<string, Value>();
    for (let i = 0; i < values.length; ) {
      const key = values[i];
      if (!(key instanceof Name)) throw new SyntaxFault('key');
      const value = values[i + 1];
      // A key without a value stands before the end only.
      dict.set(key.name, value ?? null);
      i += 2;
    }
    return dict;
  }
}

const PLAIN = /[^()\\\r]+/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string in parentheses: 7.3.4.2. */
function literal(reader: Reader): string {
  const { source } = reader;
  let at = reader.at + 1;
  let text = '';
  for (let open = 1; ; ) {
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(source);
    if (plain) {
      text += plain[0];
      at = PLAIN.lastIndex;
    }
    if (at >= source.length) throw new SyntaxFault('string');
    const char = source[at] as string;
    at++;
    if (char === '(') open++;
    if (char === ')' && --open === 0) break;
    if (char === '\r') {
      text += '\n';
      if (source[at] === '\n') at++;
    } else if (char !== '\\') text += char;
    else {
      const octal = /^[0-7]{1,3}/.exec(source.slice(at, at + 3))?.[0];
      const escaped = source[at] ?? '';
      if (octal !== undefined) text += String.fromCharCode(Number.parseInt(octal, 8) & 255);
      else if (escaped === '\r') at += source[at + 1] === '\n' ? 1 : 0;
      else if (escaped !== '\n') text += ESCAPES[escaped] ?? escaped;
      at += octal?.length ?? 1;
    }
  }
  reader.at = at;
  return text;
}

export const nameOf = (value: Value | undefined): string | undefined => (value instanceof Name ? value.name : undefined);
export const isDict = (value: Value | undefined): value is Dict => value instanceof Map;
export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** The same object as a file writes it. */
export function written(value: Value): string {
  if (value instanceof Name)
    return `/${value.name.replace(/[^A-Za-z0-9_.+-]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
  if (value instanceof Text) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`;
  if (value instanceof Ref) return `${value.id} 0 R`;
  if (value instanceof Word) return '';
  if (isList(value)) return `[${value.map(written).join(' ')}]`;
  if (isDict(value)) return `<<${[...value].map(([key, of]) => `${written(new Name(key))} ${written(of)}`).join(' ')}>>`;
  return String(value);
}
