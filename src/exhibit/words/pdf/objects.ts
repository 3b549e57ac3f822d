/**
 * Every object of a PDF by going through its bytes, not by its tables: what an update replaced is still in the file, and is found too.
 * Streams that hold other objects (ISO 32000-1, 7.5.7) are opened.
 */
import { decoded } from './filters.ts';
import { type Dict, isDict, isList, nameOf, Reader, Ref, SyntaxFault, Text, type Told, type Value, Word } from './syntax.ts';

export interface FileObject {
  readonly id: number;
  readonly value: Value;
  /** Where it stands in the file; of one inside a stream, where that stands. */
  readonly order: number;
  /** Place of the stream's bytes. */
  readonly stream?: { readonly from: number; readonly to: number };
}

export interface PdfObjects {
  readonly bytes: Buffer;
  /** In the order of the file; of two of one number the latter holds. */
  readonly all: readonly FileObject[];
  /** Of trailers and of streams that are one (7.5.8). */
  readonly trailers: readonly Dict[];
  /** Lines that belong to no object: what was put in front of the file, behind it, or between. */
  readonly beside: readonly string[];
  /** Something could not be read, or is cut off. */
  readonly damaged: boolean;
  /** What a number stands for; undefined where it stands for nothing. */
  object(id: number): FileObject | undefined;
  /** Follows references. */
  get(value: Value | undefined): Value | undefined;
  /** The stream's bytes through its filters; undefined where it is a picture's. @throws SyntaxFault */
  content(object: FileObject): Buffer | undefined;
}

const MOST_OBJECTS = 2_000_000;
/** All streams of objects together, unpacked. */
const MOST_UNPACKED = 256 * 1024 * 1024;
const MOST_STEPS = 20;
const BEGIN = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj(?![a-z])/g;

/** @throws SyntaxFault where there is more of it than can be held */
export function pdfObjects(bytes: Buffer, told: Told): PdfObjects {
  const source = bytes.toString('latin1');
  const all: FileObject[] = [];
  const trailers: Dict[] = [];
  const beside: string[] = [];
  const last = new Map<number, FileObject>();
  let damaged = false;
  let unpacked = 0;

  const object = (id: number): FileObject | undefined => last.get(id);
  const get = (value: Value | undefined): Value | undefined => {
    let found = value;
    for (let i = 0; found instanceof Ref; i++) found = i < MOST_STEPS ? last.get(found.id)?.value : undefined;
    return found;
  };
  const content = ({ value, stream }: FileObject): Buffer | undefined =>
    isDict(value) && stream ? decoded(value, bytes.subarray(stream.from, stream.to), get) : undefined;
  const add = (made: FileObject): void => {
    if (all.length >= MOST_OBJECTS) throw new SyntaxFault('objects');
    all.push(made);
    const before = last.get(made.id);
    if (!before || before.order <= made.order) last.set(made.id, made);
  };

  const lengths = lengthsIn(source);
  const holders: FileObject[] = [];
  let at = 0;
  BEGIN.lastIndex = 0;
  for (let begin = BEGIN.exec(source); begin; begin = BEGIN.exec(source)) {
    gap(source.slice(at, begin.index), told, { trailers, beside });
    at = BEGIN.lastIndex;
    const heard: string[] = [];
    let isTold = false;
    const reader = new Reader(source, at, { ...told, text: (string) => heard.push(string) });
    try {
      const value = reader.next();
      at = reader.at;
      tellOf(value, heard, told);
      isTold = true;
      if (value === undefined) throw new SyntaxFault('object');
      const bounds = isDict(value) ? streamAt(source, at, value, lengths) : undefined;
      const made: FileObject = { id: Number(begin[1]), value, order: begin.index, ...(bounds ? { stream: bounds } : {}) };
      if (bounds) at = bounds.to;
      damaged ||= bounds?.cut === true;
      add(made);
      if (bounds && isDict(value) && nameOf(value.get('Type')) === 'XRef') trailers.push(value);
      if (bounds && isDict(value) && nameOf(value.get('Type')) === 'ObjStm') holders.push(made);
    } catch (error) {
      if (!(error instanceof SyntaxFault) || error.message === 'objects') throw error;
      if (!isTold) tellOf(undefined, heard, told);
      damaged = true;
    }
    BEGIN.lastIndex = at;
  }
  gap(source.slice(at), told, { trailers, beside });
  for (const holder of holders) {
    try {
      const text = content(holder)?.toString('latin1');
      if (text === undefined || !isDict(holder.value)) throw new SyntaxFault('stream');
      unpacked += text.length;
      if (unpacked > MOST_UNPACKED) throw new SyntaxFault('objects');
      for (const { id, value } of held(text, holder.value, get, told)) add({ id, value, order: holder.order });
    } catch (error) {
      if (!(error instanceof SyntaxFault) || error.message === 'objects') throw error;
      damaged = true;
    }
  }
  return { bytes, all, trailers, beside, damaged, object, get, content };
}

/** Objects in one stream: pairs of number and place, then the objects. */
function* held(
  text: string,
  dict: Dict,
  get: (value: Value | undefined) => Value | undefined,
  told: Told,
): Generator<Pick<FileObject, 'id' | 'value'>> {
  const [count, first] = [get(dict.get('N')), get(dict.get('First'))];
  if (typeof count !== 'number' || typeof first !== 'number') throw new SyntaxFault('stream');
  const header = new Reader(text, 0, {}, false);
  for (let i = 0; i < count; i++) {
    const [id, offset] = [header.next(), header.next()];
    if (typeof id !== 'number' || typeof offset !== 'number') throw new SyntaxFault('stream');
    const value = new Reader(text, first + offset, told).next();
    if (value === undefined || value instanceof Word) throw new SyntaxFault('stream');
    yield { id, value };
  }
}

/** Numbers that stand alone, for streams whose length is such an object. */
function lengthsIn(source: string): (id: number) => number | undefined {
  let known: Map<number, number> | undefined;
  return (id) => {
    known ??= new Map([...source.matchAll(/(\d{1,10})\s+\d{1,5}\s+obj\s+(\d{1,10})\s+endobj/g)].map((m) => [Number(m[1]), Number(m[2])]));
    return known.get(id);
  };
}

interface Bounds {
  readonly from: number;
  readonly to: number;
  /** Its end is not there. */
  readonly cut: boolean;
}

const STREAM = /[\0\t\n\f\r ]*(?:%[^\r\n]*[\r\n]+)*stream(?:\r\n|\n|\r)?/y;
const END = /[\0\t\n\f\r ]*endstream/y;

function streamAt(source: string, at: number, dict: Dict, lengths: (id: number) => number | undefined): Bounds | undefined {
  STREAM.lastIndex = at;
  if (!STREAM.exec(source)) return undefined;
  const from = STREAM.lastIndex;
  const said = dict.get('Length');
  const length = said instanceof Ref ? lengths(said.id) : said;
  if (typeof length === 'number' && length >= 0) {
    END.lastIndex = from + length;
    if (END.exec(source)) return { from, to: from + length, cut: false };
  }
  const end = source.indexOf('endstream', from);
  return end < 0 ? { from, to: source.length, cut: true } : { from, to: end, cut: false };
}

/** The file's own number (14.4) is no text. */
function tellOf(value: Value | undefined, heard: readonly string[], told: Told): void {
  const trailer = isDict(value) && value.has('Root') ? value.get('ID') : undefined;
  const numbers = isList(trailer) ? trailer.flatMap((id) => (id instanceof Text ? [id.bytes] : [])) : [];
  for (const string of heard) if (!numbers.includes(string)) told.text?.(string);
}

/** Tables, trailers and marks that stand between objects. */
const STRUCTURE =
  /^[\0\t\f ]*(?:xref|\d{1,10} \d{1,10}|\d{10} \d{5} [nf]|startxref|\d{1,10}|%%EOF|%PDF-\d\.\d|%[\x80-\xff]{1,16}|endobj|endstream|trailer)?[\0\t\f ]*$/;

function gap(text: string, told: Told, { trailers, beside }: { readonly trailers: Dict[]; readonly beside: string[] }): void {
  if (/^[\0\t\n\f\r ]*(?:endstream[\0\t\n\f\r ]+)?endobj[\0\t\n\f\r ]*$/.test(text)) return;
  let rest = text;
  for (let at = rest.indexOf('trailer'); at >= 0; at = rest.indexOf('trailer', at + 7)) {
    const heard: string[] = [];
    const reader = new Reader(rest, at + 7, { ...told, text: (string) => heard.push(string) });
    try {
      const dict = reader.next();
      if (!isDict(dict)) continue;
      tellOf(dict, heard, told);
      trailers.push(dict);
      rest = `${rest.slice(0, at)}\n${rest.slice(reader.at)}`;
      at = Math.max(0, at - 7);
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
    }
  }
  const lines = rest.split(/[\r\n]+/).filter((line) => !STRUCTURE.test(line));
  if (lines.length > 0) beside.push(lines.join('\n'));
}
