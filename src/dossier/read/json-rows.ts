/**
 * Takes a JSON text apart as its bytes come: the rows of one array, each by itself, and the rest of the text with that array empty. A list of
 * a hundred thousand files never stands in memory as a whole. Only strings and brackets are looked at; whether row and rest are JSON is for
 * `JSON.parse` to say, and every byte stands in exactly one of them but for the commas between rows.
 */
import { growing } from './growing.ts';

export interface RowsOf {
  /** The array's name, a member of the outermost object. */
  readonly member: string;
  /** Bytes of one row, and of the rest: more, and the text is given up. */
  readonly longest: { readonly row: number; readonly rest: number };
  /** A row's bytes, white space around it included; valid until it returns. */
  readonly row: (bytes: Uint8Array, number: number) => void;
}

export interface RowsEnd {
  /** The text without its rows; undefined where it or a row is longer than may be held. */
  readonly rest: Uint8Array | undefined;
  /** The array was met: once, and under its own name. */
  readonly met: boolean;
}

export interface RowSplitter {
  push(bytes: Uint8Array): void;
  /** The next push begins another text. */
  end(): RowsEnd;
}

const code = (char: string): number => char.charCodeAt(0);
const QUOTE = code('"');
const BACKSLASH = code('\\');
const COMMA = code(',');
const COLON = code(':');
const BRACKET = code('[');
/** Everything that means something outside of strings: how much deeper it leads. */
const DEEPER = new Int8Array(256);
const MARKS = new Uint8Array(256);
for (const [mark, deeper] of [
  ['{', 1],
  ['[', 1],
  ['}', -1],
  [']', -1],
  ['"', 0],
  [',', 0],
  [':', 0],
] as const) {
  MARKS[code(mark)] = 1;
  DEEPER[code(mark)] = deeper;
}

export function rowSplitter({ member, longest, row }: RowsOf): RowSplitter {
  const name = new TextEncoder().encode(`"${member}"`);
  const rest = growing(longest.rest);
  const carried = growing(longest.row);
  const fresh = () => ({
    depth: 0,
    quoted: false,
    escaped: false,
    inRows: false,
    rows: 0,
    /** Where the last string of the first level began in the rest, and whether it has an escape. */
    string: 0,
    spelled: false,
    /** What stood last on the first level: the array's name, its colon, or something else. */
    last: 'other' as 'other' | 'string' | 'name' | 'colon',
    /** How often the array's name, or one that may be it, stood before a colon; how often an array behind it. */
    names: 0,
    arrays: 0,
  });
  let now = fresh();

  function finishRow(bytes: Uint8Array, last: boolean): void {
    const whole = carried.length > 0 ? carried.joined(bytes) : bytes;
    if (whole && last && now.rows === 0 && isBlank(whole)) rest.append(whole);
    else if (whole) row(whole, now.rows++);
    if (!carried.over) carried.clear();
  }
  /** Returns from where the bytes are still to be kept. */
  function mark(byte: number, bytes: Uint8Array, from: number, i: number): number {
    const first = now.depth === 1 && !now.inRows;
    if (byte === QUOTE) {
      now.quoted = true;
      if (first) {
        now.string = rest.length + (i - from);
        now.spelled = false;
      }
      return from;
    }
    if (byte === COLON) {
      const named = first && (now.last === 'name' || (now.last === 'string' && now.spelled));
      if (named) now.names += 1;
      now.last = named && now.last === 'name' ? 'colon' : 'other';
      return from;
    }
    if (byte === COMMA && now.inRows && now.depth === 2) {
      finishRow(bytes.subarray(from, i), false);
      return i + 1;
    }
    now.depth += DEEPER[byte] as number;
    const begins = byte === BRACKET && now.last === 'colon' && now.arrays === 0;
    now.last = 'other';
    if (begins) {
      rest.append(bytes.subarray(from, i + 1));
      now.inRows = true;
      now.arrays += 1;
      return i + 1;
    }
    if (now.inRows && now.depth === 1) {
      finishRow(bytes.subarray(from, i), true);
      now.inRows = false;
      return i;
    }
    return from;
  }
  function quoted(byte: number, bytes: Uint8Array, from: number, i: number): number {
    if (now.escaped) now.escaped = false;
    else if (byte === BACKSLASH) {
      now.escaped = true;
      now.spelled = true;
    } else if (byte === QUOTE) {
      now.quoted = false;
      if (now.depth === 1 && !now.inRows) {
        rest.append(bytes.subarray(from, i + 1));
        now.last = rest.endsWith(name, now.string) ? 'name' : 'string';
        return i + 1;
      }
    }
    return from;
  }
  return {
    push(bytes) {
      if (rest.over || carried.over) return;
      let from = 0;
      for (let i = 0; i < bytes.length; i++) {
        const byte = bytes[i] as number;
        if (now.quoted) {
          if (byte === QUOTE || byte === BACKSLASH || now.escaped) from = quoted(byte, bytes, from, i);
        } else if (MARKS[byte] === 1) from = mark(byte, bytes, from, i);
      }
      (now.inRows ? carried : rest).append(bytes.subarray(from));
    },
    end() {
      const { names, arrays, inRows } = now;
      const long = rest.over || carried.over;
      // A text that ends within the array is no JSON, and its rest shows it.
      const found: RowsEnd = { rest: long ? undefined : rest.taken(), met: arrays === 1 && names === 1 && !inRows };
      rest.clear();
      carried.clear();
      now = fresh();
      return found;
    },
  };
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
