/**
 * Records of delimited text (RFC 4180), each with the line on which it begins and whether its quotes leave no doubt: what a
 * person needs to find the cell that is refused. Tests hold it against csv-parse and Python's csv.
 */

/** As many characters as a line may have bytes: an unclosed quote would otherwise swallow the rest of the file. */
const MAX_RECORD_CHARS = 4 * 1024 * 1024;

const QUOTE = 34;
const LF = 10;
const CR = 13;

export interface DelimitedRecord {
  /** A blank line is one empty field. */
  readonly fields: readonly string[];
  /** Counts from 1. */
  readonly line: number;
  /** False where text follows a closing quote: then nobody can say where the field ends. */
  readonly sound: boolean;
}

/** The record that begins here has no end: an unclosed quote, or longer than any record. */
export class RecordFault extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`unreadable record at line ${line}`);
    this.line = line;
  }
}

/** Every record; only the one being read is held. `onRecord` ends the reading by returning false. @throws RecordFault */
export async function readDelimited(
  blocks: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
  onRecord: (record: DelimitedRecord) => boolean | undefined,
): Promise<void> {
  let text = '';
  let line = 1;
  const take = (last: boolean): boolean => {
    let from = 0;
    while (from < text.length) {
      const found = recordAt(text, from, delimiter.charCodeAt(0), last);
      if (!found) break;
      if (onRecord({ fields: found.fields, line, sound: found.sound }) === false) return false;
      line += found.lines;
      from = found.end;
    }
    text = text.slice(from);
    if (text.length > MAX_RECORD_CHARS || (last && text !== '')) throw new RecordFault(line);
    return true;
  };
  for await (const block of blocks) {
    text = text === '' ? block : text + block;
    if (!take(false)) return;
  }
  take(true);
}

interface Found {
  readonly fields: readonly string[];
  /** Where the next record begins. */
  readonly end: number;
  readonly lines: number;
  readonly sound: boolean;
}

/** The record at `from`, or undefined when its end is not in `text` (`last`: and never will be). */
function recordAt(text: string, from: number, delimiter: number, last: boolean): Found | undefined {
  const fields: string[] = [];
  let sound = true;
  let quoted = false;
  for (let at = from; ; at++) {
    if (text.charCodeAt(at) === QUOTE) {
      quoted = true;
      const close = closingQuote(text, at + 1);
      if (close < 0 || (close + 1 === text.length && !last)) return undefined;
      const value = text.slice(at + 1, close).replaceAll('""', '"');
      at = fieldEnd(text, close + 1, delimiter);
      if (at > close + 1) sound = false;
      fields.push(at > close + 1 ? value + text.slice(close + 1, at) : value);
    } else {
      const begin = at;
      at = fieldEnd(text, at, delimiter);
      fields.push(text.slice(begin, at));
    }
    const unit = text.charCodeAt(at);
    if (unit === delimiter) continue;
    // At the end of what is there a CR may be half of a CRLF, and a field may go on.
    if (!last && (at >= text.length || (unit === CR && at + 1 === text.length))) return undefined;
    const end = at >= text.length ? at : unit === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
    return { fields, end, lines: quoted ? lineEnds(text, from, end) : 1, sound };
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

/** Index of the delimiter or line end, or the length. */
function fieldEnd(text: string, from: number, delimiter: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === delimiter || unit === LF || unit === CR) return at;
  }
  return text.length;
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) count++;
  }
  return count;
}
