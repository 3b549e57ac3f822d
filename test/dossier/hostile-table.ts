/** Containers that must not pass, each with the code that names its fault: for the reader and for the page of verification. */
import { BAG } from './fixture.ts';
import { end64, makeZip, type Part, partsOf, type Whole, zip64 } from './zip-maker.ts';

const first = (change: Partial<Part>) => (parts: Part[]) => parts.map((p, i) => (i === 0 ? { ...p, ...change } : p));
const renamed = (name: string | Buffer) => (parts: Part[]) =>
  parts.map((p, i) =>
    i === 0 ? (typeof name === 'string' ? { ...p, name: `${BAG}/data/evidence/${name}` } : { ...p, both: { name } }) : p,
  );
const added =
  (...names: string[]) =>
  (parts: Part[]) => [...names.map((name) => ({ name: `${BAG}/data/evidence/${name}`, content: Buffer.from('x') })), ...parts];
const raw = (name: string) => (parts: Part[]) => [{ name, content: Buffer.from('x') }, ...parts];
const UNIX = (mode: number) => ({ central: { external: (mode * 0x10000) >>> 0 } });

/** A change of the entries of a good container. */
export const ENTRY_FAULTS: readonly (readonly [name: string, change: (parts: Part[]) => Part[], code: string])[] = [
  // Names.
  ['..', renamed('../../evil'), 'DOSSIER_NAME'],
  ['. segment', renamed('./x'), 'DOSSIER_NAME'],
  ['empty segment', renamed('a//x'), 'DOSSIER_NAME'],
  ['absolute', raw('/etc/passwd'), 'DOSSIER_NAME'],
  ['drive letter', raw('C:/x'), 'DOSSIER_NAME'],
  ['no folder', raw('x'), 'DOSSIER_TOP_FOLDER'],
  ['another folder before', raw('other/x'), 'DOSSIER_TOP_FOLDER'],
  ['second top folder', (p) => [...p, { name: 'other/x', content: Buffer.from('x') }], 'DOSSIER_TOP_FOLDER'],
  ['backslash', renamed('a\\b'), 'DOSSIER_NAME'],
  ['colon', renamed('a:b.txt'), 'DOSSIER_NAME'],
  ['question mark', renamed('a?'), 'DOSSIER_NAME'],
  ['pipe', renamed('a|b'), 'DOSSIER_NAME'],
  ['bidi', renamed('a\u202egpj.exe'), 'DOSSIER_NAME'],
  ['zero width', renamed('a\u200bb'), 'DOSSIER_NAME'],
  ['BOM', renamed('\ufeffa'), 'DOSSIER_NAME'],
  ['NUL', renamed('a\0b'), 'DOSSIER_NAME'],
  ['line feed', renamed('a\nb'), 'DOSSIER_NAME'],
  ['escape sequence', renamed('a\u001b[31m'), 'DOSSIER_NAME'],
  ['NFD', renamed('e\u0301'), 'DOSSIER_NAME'],
  ['reserved', renamed('nul.txt'), 'DOSSIER_NAME'],
  ['reserved with superscript', renamed('COM¹'), 'DOSSIER_NAME'],
  ['trailing dot', renamed('a.'), 'DOSSIER_NAME'],
  ['trailing space', renamed('a '), 'DOSSIER_NAME'],
  ['leading space', renamed(' a'), 'DOSSIER_NAME'],
  ['trailing dot of a folder', renamed('a./b'), 'DOSSIER_NAME'],
  ['percent', renamed('a%0a'), 'DOSSIER_NAME'],
  ['300 bytes', renamed('a'.repeat(300)), 'DOSSIER_NAME'],
  ['60,000 bytes', renamed('a'.repeat(60_000)), 'ZIP_DIRECTORY_BROKEN'],
  ['not UTF-8', renamed(Buffer.from([0x61, 0x2f, 0xff, 0xfe])), 'ZIP_NAME_NOT_UTF8'],
  ['overlong UTF-8', renamed(Buffer.from([0x61, 0x2f, 0xc0, 0xaf])), 'ZIP_NAME_NOT_UTF8'],
  ['empty name', renamed(Buffer.alloc(0)), 'DOSSIER_NAME'],
  ['case collision', added('x.txt', 'X.txt'), 'DOSSIER_NAMES_COLLIDE'],
  ['width collision', added('x.txt', 'ｘ.txt'), 'DOSSIER_NAMES_COLLIDE'],
  ['folder collision', added('x/1.txt', 'X/2.txt'), 'DOSSIER_NAMES_COLLIDE'],
  ['same name twice', added('x.txt', 'x.txt'), 'DOSSIER_NAME_TWICE'],
  ['file that is a folder', added('x', 'x/y'), 'DOSSIER_FILE_AND_FOLDER'],
  ['file that is a folder in another case', added('X', 'x/y'), 'DOSSIER_FILE_AND_FOLDER'],
  // Kinds.
  ['symlink', first(UNIX(0o120777)), 'ZIP_NOT_REGULAR'],
  ['device', first(UNIX(0o020644)), 'ZIP_NOT_REGULAR'],
  ['pipe', first(UNIX(0o010644)), 'ZIP_NOT_REGULAR'],
  ['folder attribute on a file', first(UNIX(0o040755)), 'ZIP_NOT_REGULAR'],
  ['DOS folder attribute', first({ central: { external: 0o100644 * 0x10000 + 0x10 } }), 'ZIP_NOT_REGULAR'],
  ['folder entry with content', (p) => [{ name: `${BAG}/data/`, content: Buffer.from('x') }, ...p], 'ZIP_NOT_REGULAR'],
  // Coding.
  ['encrypted', first({ both: { flags: 0x801 } }), 'ZIP_ENCRYPTED'],
  ['strong encryption', first({ both: { flags: 0x840 } }), 'ZIP_ENCRYPTED'],
  ['masked headers', first({ both: { flags: 0x2800 } }), 'ZIP_ENCRYPTED'],
  ['encrypted in the local header only', first({ local: { flags: 0x801 } }), 'ZIP_HEADERS_DIFFER'],
  ['bzip2', first({ both: { method: 12 } }), 'ZIP_METHOD'],
  ['AES', first({ both: { method: 99 } }), 'ZIP_METHOD'],
  ['stored with other size', first({ both: { size: 5 } }), 'ZIP_SIZES'],
  ['wrong CRC', first({ both: { crc: 1 } }), 'ZIP_CRC'],
  ['comment on an entry', first({ central: { comment: Buffer.from('hi') } }), 'ZIP_ENTRY_COMMENT'],
  ['other disk', first({ central: { disk: 1 } }), 'ZIP_MULTIDISK'],
  // Places.
  ['data before', first({ before: Buffer.from('MZ') }), 'ZIP_PREPENDED'],
  ['data between', first({ after: Buffer.from('hidden') }), 'ZIP_GAP'],
  ['hidden entry between', first({ after: makeZip({ parts: [{ name: 'h', content: Buffer.from('x') }] }).subarray(0, 32) }), 'ZIP_GAP'],
  ['offset of another entry', (p) => p.map((x, i) => (i === 1 ? { ...x, central: { offset: 0 } } : x)), 'ZIP_OVERLAP'],
  ['offset beyond the file', first({ central: { offset: 0x7fffffff } }), 'ZIP_PREPENDED'],
  ['size beyond the file', first({ both: { size: 0x7fffffff, packed: 0x7fffffff } }), 'ZIP_OVERLAP'],
  ['size swallowing the next entry', first({ both: { size: 900, packed: 900 } }), 'ZIP_OVERLAP'],
  ['size cut short', first({ both: { size: 3, packed: 3 } }), 'ZIP_GAP'],
  ['no local header', first({ local: { sig: 0x04034b51 } }), 'ZIP_LOCAL_BROKEN'],
  ['no directory record', first({ central: { sig: 0x02014b51 } }), 'ZIP_DIRECTORY_BROKEN'],
  // Local header ≠ directory.
  ['version differs', first({ local: { needed: 45 } }), 'ZIP_HEADERS_DIFFER'],
  ['method differs', first({ local: { method: 8 } }), 'ZIP_HEADERS_DIFFER'],
  ['time differs', first({ local: { time: 1 } }), 'ZIP_HEADERS_DIFFER'],
  ['date differs', first({ local: { date: 0x22 } }), 'ZIP_HEADERS_DIFFER'],
  ['CRC differs', first({ local: { crc: 7 } }), 'ZIP_HEADERS_DIFFER'],
  ['packed size differs', first({ local: { packed: 7 } }), 'ZIP_HEADERS_DIFFER'],
  ['size differs', first({ local: { size: 7 } }), 'ZIP_HEADERS_DIFFER'],
  ['name differs', (p) => first({ local: { name: Buffer.from(`${p[0]?.name.slice(0, -1)}X`) } })(p), 'ZIP_HEADERS_DIFFER'],
  ['name length differs', first({ local: { name: Buffer.from('a/b') } }), 'ZIP_HEADERS_DIFFER'],
  ['extra in the local header only', first({ local: { extra: Buffer.from([1, 2, 0, 0]) } }), 'ZIP_EXTRA'],
  // Zip64.
  [
    'Zip64 sizes not needed',
    (p) => first({ both: { size: 0xffffffff, packed: 0xffffffff, extra: zip64(p[0]?.content.length ?? 0, p[0]?.content.length ?? 0) } })(p),
    'ZIP64_NEEDLESS',
  ],
  ['Zip64 marker without field', first({ central: { size: 0xffffffff } }), 'ZIP64_FIELD'],
  ['Zip64 field of another length', first({ central: { size: 0xffffffff, extra: zip64(1, 2, 3) } }), 'ZIP64_FIELD'],
  ['Zip64 size lies', (p) => first({ central: { size: 0xffffffff, extra: zip64(5) } })(p), 'ZIP_SIZES'],
  [
    'Zip64 size beyond exact numbers',
    first({ central: { size: 0xffffffff, packed: 0xffffffff, extra: zip64(2 ** 62, 2 ** 62) } }),
    'ZIP64_FIELD',
  ],
  ['Zip64 marker in one local size', first({ local: { size: 0xffffffff } }), 'ZIP64_FIELD'],
  [
    'two extras, the second a Zip64',
    first({ central: { size: 0xffffffff, extra: Buffer.concat([Buffer.from([9, 9, 0, 0]), zip64(3)]) } }),
    'ZIP64_FIELD',
  ],
  ['setuid', first(UNIX(0o104755)), 'ZIP_ATTRIBUTES'],
  [
    'folder entry with a bad name',
    (p) => [{ name: `${BAG}/data/con/`, content: Buffer.alloc(0), ...UNIX(0o040755) }, ...p],
    'DOSSIER_NAME',
  ],
  ['another order', (p) => [...p].reverse(), 'ZIP_ORDER'],
  ['internal attributes', first({ central: { internal: 1 } }), 'ZIP_ATTRIBUTES'],
  ['made by another system', first({ central: { madeBy: 0x0014 } }), 'ZIP_VERSION'],
  ['needs another version', first({ both: { needed: 10 } }), 'ZIP_VERSION'],
];

/** A change of the whole. */
export function endFaults(original: Buffer): readonly (readonly [name: string, change: () => Partial<Whole>, code: string])[] {
  const directory = () => {
    const size = original.readUInt32LE(original.length - 10);
    return { entries: partsOf(original).length, size, offset: original.length - 22 - size, at: original.length - 22 };
  };
  return [
    ['comment', () => ({ comment: Buffer.from('comment') }), 'ZIP_COMMENT'],
    ['bytes after the end', () => ({ suffix: Buffer.from('x') }), 'ZIP_TRAILING'],
    ['a page of zeros after the end', () => ({ suffix: Buffer.alloc(4096) }), 'ZIP_TRAILING'],
    [
      'another zip after the end',
      () => ({ suffix: makeZip({ parts: [{ name: 'a/b', content: Buffer.from('x') }] }) }),
      'ZIP_DIRECTORY_PLACE',
    ],
    [
      'a whole zip before',
      () => ({ parts: [{ ...(partsOf(original)[0] as Part), before: original }, ...partsOf(original).slice(1)] }),
      'ZIP_PREPENDED',
    ],
    ['two end records', () => ({ suffix: original.subarray(-22) }), 'ZIP_TWO_ENDS'],
    ['end record inside a comment', () => ({ comment: original.subarray(-22) }), 'ZIP_TWO_ENDS'],
    ['bytes before the directory', () => ({ beforeDirectory: Buffer.from('gap') }), 'ZIP_GAP'],
    ['bytes after the directory', () => ({ afterDirectory: Buffer.from('gap') }), 'ZIP_DIRECTORY_PLACE'],
    ['other disk', () => ({ end: { disk: 1 } }), 'ZIP_MULTIDISK'],
    ['directory on another disk', () => ({ end: { diskOfDirectory: 1 } }), 'ZIP_MULTIDISK'],
    ['one entry fewer', () => ({ end: { entries: 10, here: 10 } }), 'ZIP_DIRECTORY_BROKEN'],
    ['one entry more', () => ({ end: { entries: 99, here: 99 } }), 'ZIP_DIRECTORY_BROKEN'],
    ['counts differ', () => ({ end: { here: 3 } }), 'ZIP_END_RECORD'],
    ['no entries', () => ({ parts: [] }), 'ZIP_NO_ENTRIES'],
    ['directory offset wrong', () => ({ end: { offset: 4 } }), 'ZIP_DIRECTORY_PLACE'],
    ['directory size wrong', () => ({ end: { size: 4 } }), 'ZIP_DIRECTORY_PLACE'],
    [
      'directory in another order',
      () => ({ directoryOrder: [1, 0, ...partsOf(original).keys()].filter((x, i) => i < 2 || x > 1) }),
      'ZIP_PREPENDED',
    ],
    ['one record twice', () => ({ directoryOrder: [0, 0, ...[...partsOf(original).keys()].slice(2)] }), 'ZIP_OVERLAP'],
    ['Zip64 end not needed', () => ({ afterDirectory: end64(directory()) }), 'ZIP64_NEEDLESS'],
    ['Zip64 marker without end', () => ({ end: { entries: 0xffff, here: 0xffff } }), 'ZIP64_END'],
    [
      'Zip64 end contradicts',
      () => ({ afterDirectory: end64({ ...directory(), entries: 3 }), end: { entries: 0xffff, here: 0xffff } }),
      'ZIP_DIRECTORY_BROKEN',
    ],
    [
      'Zip64 end of another length',
      () => ({ afterDirectory: end64(directory(), { length: 45 }), end: { entries: 0xffff, here: 0xffff } }),
      'ZIP64_END',
    ],
    [
      'Zip64 end without signature',
      () => ({ afterDirectory: end64(directory(), { sig: 1 }), end: { entries: 0xffff, here: 0xffff } }),
      'ZIP64_END',
    ],
    ['Zip64 locator points elsewhere', () => ({ afterDirectory: end64({ ...directory(), at: 0 }) }), 'ZIP64_END'],
    ['Zip64 of two disks', () => ({ afterDirectory: end64(directory(), { disks: 2 }) }), 'ZIP64_END'],
    [
      'a million entries claimed',
      () => ({ afterDirectory: end64({ ...directory(), entries: 1e6 }), end: { entries: 0xffff, here: 0xffff } }),
      'DOSSIER_TOO_MANY',
    ],
    [
      '2^60 entries claimed',
      () => ({ afterDirectory: end64({ ...directory(), entries: 2 ** 60 }), end: { entries: 0xffff, here: 0xffff } }),
      'DOSSIER_TOO_MANY',
    ],
  ];
}

/** No container at all. */
export function otherFiles(original: Buffer): readonly (readonly [name: string, bytes: () => Uint8Array, code: string])[] {
  return [
    ['zero bytes', () => Buffer.alloc(0), 'ZIP_EMPTY'],
    ['one byte', () => Buffer.from('P'), 'ZIP_NOT_A_ZIP'],
    ['text', () => Buffer.from('this is no zip, it is a text of some length'), 'ZIP_NOT_A_ZIP'],
    ['a PDF', () => Buffer.from('%PDF-1.7 and so on and on and on'), 'ZIP_NOT_A_ZIP'],
    ['zeros', () => Buffer.alloc(5000), 'ZIP_NOT_A_ZIP'],
    ['an end record alone', () => makeZip({ parts: [] }), 'ZIP_NO_ENTRIES'],
    ['the second half', () => original.subarray(original.length >> 1), 'ZIP_DIRECTORY_PLACE'],
  ];
}
