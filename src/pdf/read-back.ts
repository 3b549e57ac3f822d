/**
 * Reads a PDF of our own from its bytes: every character that a reader would find, with its place. It shares nothing with
 * the writer but the standard, so that what the writer lost is missing here too. Not for files from outside.
 */
import { inflateSync } from 'node:zlib';
import { runContent } from './content.ts';

export interface Glyph {
  readonly char: string;
  /** Page from 1; the pen's place in points from the page's lower left corner. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

interface Body {
  readonly dictionary: string;
  readonly stream: Uint8Array | undefined;
}

/** A font as it stands in the file: what each code means and how far it moves the pen (thousandths). */
export interface ReadFont {
  readonly text: ReadonlyMap<number, string>;
  readonly widths: readonly number[];
}

/** Calls `glyph` for every character drawn, page by page; gives the number of pages. Throws when the bytes are no such file. */
export function readBack(bytes: Uint8Array, glyph: (glyph: Glyph) => void): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offsets, trailer } = crossReferences(file);
  const body = (id: number): Body => objectAt(file, offsets[id] ?? -1);
  const catalog = body(reference(trailer, 'Root'));
  const tree = body(reference(catalog.dictionary, 'Pages')).dictionary;
  const kids = [...(/\/Kids\[([^\]]*)\]/.exec(tree)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map((m) => Number(m[1]));
  const fonts = new Map<number, ReadonlyMap<string, ReadFont>>();
  const fontsOf = (resources: number): ReadonlyMap<string, ReadFont> => {
    let known = fonts.get(resources);
    if (!known) {
      const rows = [...body(resources).dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)];
      known = new Map(rows.map(([, key = '', id]) => [key, readFont(body, Number(id))]));
      fonts.set(resources, known);
    }
    return known;
  };
  kids.forEach((id, i) => {
    const { dictionary } = body(id);
    const { stream } = body(reference(dictionary, 'Contents'));
    if (!stream) throw new Error(`page ${i + 1} has no content`);
    runContent(Buffer.from(stream).toString('latin1'), fontsOf(reference(dictionary, 'Resources')), (char, x, y, size) =>
      glyph({ char, page: i + 1, x, y, size }),
    );
  });
  return kids.length;
}

function crossReferences(file: Buffer): { readonly offsets: readonly number[]; readonly trailer: string } {
  const end = file.subarray(-1024).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(end)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(start)) throw new Error('no startxref');
  const table = file.subarray(start).toString('latin1');
  const offsets = [...table.matchAll(/(\d{10}) \d{5} [nf] \n/g)].map((m) => Number(m[1]));
  return { offsets, trailer: table.slice(table.indexOf('trailer')) };
}

/** Longest dictionary that is looked at; the page tree of 50,000 pages stays below. */
const MAX_DICTIONARY = 1 << 20;

function objectAt(file: Buffer, offset: number): Body {
  const near = file.subarray(offset, offset + 400).toString('latin1');
  const short = /^\d+ 0 obj\n/.exec(near);
  if (!short) throw new Error(`no object at ${offset}`);
  const ends = near.search(/\nendobj\n|\nstream\n/) >= 0 ? near : file.subarray(offset, offset + MAX_DICTIONARY).toString('latin1');
  const stop = ends.search(/\nendobj\n|\nstream\n/);
  if (stop < 0) throw new Error(`no end of the object at ${offset}`);
  const dictionary = ends.slice(short[0].length, stop);
  if (!ends.startsWith('\nstream\n', stop)) return { dictionary, stream: undefined };
  const from = offset + stop + '\nstream\n'.length;
  const raw = file.subarray(from, from + Number(/\/Length (\d+)/.exec(dictionary)?.[1]));
  return { dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw };
}

function reference(dictionary: string, name: string): number {
  const id = new RegExp(`/${name} ?\\[?(\\d+) 0 R`).exec(dictionary)?.[1];
  if (id === undefined) throw new Error(`no ${name}`);
  return Number(id);
}

function readFont(body: (id: number) => Body, id: number): ReadFont {
  const { dictionary } = body(id);
  const cmap = Buffer.from(body(reference(dictionary, 'ToUnicode')).stream ?? []).toString('latin1');
  const text = new Map(
    [...cmap.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gm)].map(([, cid = '', units = '']) => [
      Number.parseInt(cid, 16),
      String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
    ]),
  );
  const widths = /\/W\[1\[([^\]]*)\]\]/.exec(body(reference(dictionary, 'DescendantFonts')).dictionary)?.[1] ?? '';
  return { text, widths: [0, ...widths.split(' ').map(Number)] };
}
