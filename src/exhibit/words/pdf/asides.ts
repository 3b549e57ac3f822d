/**
 * Content that is on no page: looks of notes and fields, patterns, what an update replaced. It is made readable as a page is: the file gets an update
 * (ISO 32000-1, 7.5.6) of a new tree, whose pages have these streams as their content.
 */
import type { FileObject, PdfObjects } from './objects.ts';
import { type Dict, written } from './syntax.ts';

export interface Aside {
  readonly object: FileObject;
  /** In place of what the object holds: bytes as characters. */
  readonly content?: string;
  readonly resources: Dict | undefined;
  /** Page from 1 on which it would be seen; undefined where on none. */
  readonly page: number | undefined;
}

/** Large enough for any content; a page shows no more. */
const BOX = '[-14400 -14400 14400 14400]';

/** The file with a page for each. Undefined where its last table cannot be told. */
export function withAsides(file: PdfObjects, asides: readonly Aside[]): Uint8Array | undefined {
  const { bytes } = file;
  const before = Number(/startxref\s+(\d{1,10})\s*(?:%%EOF)?[^%]*$/.exec(bytes.subarray(-65_536).toString('latin1'))?.[1] ?? Number.NaN);
  const first = file.all.reduce((most, { id }) => Math.max(most, id), 0) + 1;
  const parts: Buffer[] = [bytes];
  const places: number[] = [];
  let length = bytes.length;
  const push = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  const add = (...body: (string | Buffer)[]): number => {
    push(Buffer.from('\n'));
    places.push(length);
    push(Buffer.from(`${first + places.length - 1} 0 obj\n`));
    for (const part of body) push(typeof part === 'string' ? Buffer.from(part, 'latin1') : part);
    push(Buffer.from('\nendobj\n'));
    return first + places.length - 1;
  };
  const tree = first + asides.length * 2;
  for (const { object, content: instead, resources } of asides) {
    const dict = new Map(instead === undefined ? (object.value as Dict) : []);
    const { from, to } = object.stream ?? { from: 0, to: 0 };
    const data = instead === undefined ? bytes.subarray(from, to) : Buffer.from(instead, 'latin1');
    const own = dict.get('Resources');
    for (const key of ['Type', 'Subtype', 'Resources', 'PatternType', 'Matrix', 'BBox']) dict.delete(key);
    dict.set('Length', data.length);
    const content = add(`${written(dict)}\nstream\n`, data, '\nendstream');
    const used = own === undefined ? (resources ? written(resources) : '<<>>') : written(own);
    add(`<</Type/Page/Parent ${tree} 0 R/MediaBox${BOX}/Contents ${content} 0 R/Resources ${used}>>`);
  }
  const kids = asides.map((_, i) => `${first + i * 2 + 1} 0 R`).join(' ');
  add(`<</Type/Pages/Count ${asides.length}/Kids[${kids}]>>`);
  const root = add(`<</Type/Catalog/Pages ${tree} 0 R>>`);
  const size = root + 1;
  const previous = Number.isSafeInteger(before) && before < bytes.length ? before : undefined;
  const isTable = previous !== undefined && /^[\0\s]*xref/.test(bytes.subarray(previous, previous + 64).toString('latin1'));
  push(Buffer.from('\n'));
  const at = length;
  const entries = `/Size ${size + 1}/Root ${root} 0 R${previous === undefined ? '' : `/Prev ${previous}`}`;
  if (isTable || previous === undefined) {
    const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
    push(Buffer.from(`xref\n${first} ${places.length}\n${rows.join('')}trailer\n<<${entries}>>\n`));
  } else {
    const rows = Buffer.alloc((places.length + 1) * 7);
    for (const [i, place] of [...places, at].entries()) {
      rows[i * 7] = 1;
      rows.writeUInt32BE(place, i * 7 + 1);
    }
    push(
      Buffer.from(`${size} 0 obj\n<</Type/XRef${entries}/W[1 4 2]/Index[${first} ${places.length + 1}]/Length ${rows.length}>>\nstream\n`),
    );
    push(rows);
    push(Buffer.from('\nendstream\nendobj\n'));
  }
  push(Buffer.from(`startxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}
