/** What each stream of a PDF is for, by its own entries and by who refers to it: a stream whose use is not known may hold words. */
import type { FileObject, PdfObjects } from './objects.ts';
import { type Dict, isDict, isList, Name, nameOf, Ref, Text, type Value } from './syntax.ts';

/**
 * `wordless`: fonts, colours, functions, directories; `image`; `content`: drawn as a page is; `glyph`: of a font drawn by content; `text`: markup,
 * scripts, values of fields; `file`: another file; `unknown`.
 */
export type Role = 'wordless' | 'image' | 'content' | 'glyph' | 'text' | 'file' | 'unknown';

export interface Roles {
  of(object: FileObject): Role;
  /** A file inside this one, as it is called. */
  fileName(object: FileObject): string | undefined;
  /** Resources of the page whose content a stream was or is, where it has none itself. */
  resources(object: FileObject): Dict | undefined;
  /** Pictures that belong to others: masks, thumbnails. */
  isPart(object: FileObject): boolean;
}

/** Keys under which nothing but such a stream stands. */
const WORDLESS = [
  'FontFile',
  'FontFile2',
  'FontFile3',
  'ToUnicode',
  'CIDToGIDMap',
  'CIDSet',
  'UseCMap',
  'DestOutputProfile',
  'ICCBased',
  'Indexed',
];
const MORE_WORDLESS = ['JBIG2Globals', 'TR', 'TR2', 'BG', 'BG2', 'UCR', 'UCR2', 'HT', 'Function', 'TransferFunction'];
const wordless = new Set([...WORDLESS, ...MORE_WORDLESS]);
const TEXTS = new Set(['Metadata', 'JS', 'XFA', 'RC', 'RV', 'V', 'DV']);
const PARTS = new Set(['SMask', 'Mask', 'Thumb']);
const FILES = new Set(['EF']);

export function rolesOf(file: PdfObjects): Roles {
  const keys = new Map<number, Set<string>>();
  const names = new Map<number, string>();
  const owners = new Map<number, Dict>();
  const note = (id: number, key: string): void => {
    const known = keys.get(id);
    if (known) known.add(key);
    else keys.set(id, new Set([key]));
  };
  const visit = (value: Value, key: string): void => {
    if (value instanceof Ref) note(value.id, key);
    else if (isList(value)) {
      const kind = value[0] instanceof Name ? value[0].name : undefined;
      const under = kind === 'ICCBased' || kind === 'Indexed' ? kind : key;
      for (const each of value) visit(each, under);
    } else if (isDict(value)) {
      const isPage = nameOf(value.get('Type')) === 'Page';
      if (value.has('EF')) nameFiles(value);
      for (const [name, each] of value) {
        visit(each, key === 'EF' || key === 'CharProcs' ? key : name === 'Contents' && isPage ? 'Page' : name);
        if (isPage && name === 'Contents') own(each, value);
      }
    }
  };
  const nameFiles = (specification: Dict): void => {
    const name = file.get(specification.get('UF') ?? specification.get('F'));
    const files = file.get(specification.get('EF'));
    if (isDict(files) && name instanceof Text)
      for (const each of files.values()) if (each instanceof Ref) names.set(each.id, nameText(name.bytes));
    // One that stands by itself is not under the key.
    if (isDict(files)) for (const each of files.values()) if (each instanceof Ref) note(each.id, 'EF');
  };
  const own = (contents: Value, page: Dict): void => {
    const resources = file.get(page.get('Resources'));
    const list = isList(file.get(contents)) ? (file.get(contents) as readonly Value[]) : [contents];
    for (const each of list) {
      if (!(each instanceof Ref)) continue;
      note(each.id, 'Page');
      if (isDict(resources)) owners.set(each.id, resources);
    }
  };
  /** Where the tables of a file made for the web stand (annex F): nothing refers to them but a number. */
  const hints = new Set<unknown>();
  for (const { value } of file.all) {
    visit(value, '');
    const places = isDict(value) && value.has('Linearized') ? file.get(value.get('H')) : undefined;
    if (isList(places)) for (const place of places) hints.add(place);
  }
  const under = (object: FileObject, set: ReadonlySet<string>): boolean => [...(keys.get(object.id) ?? [])].some((key) => set.has(key));
  return {
    of: (object) => (hints.has(object.order) ? 'wordless' : roleOf(object, file, (set) => under(object, set))),
    fileName: ({ id }) => names.get(id),
    resources: ({ id }) => owners.get(id),
    isPart: (object) => under(object, PARTS),
  };
}

function roleOf({ value: dict, stream }: FileObject, file: PdfObjects, under: (keys: ReadonlySet<string>) => boolean): Role {
  if (!isDict(dict) || !stream) return 'wordless';
  const name = (key: string): string => nameOf(file.get(dict.get(key))) ?? '';
  const [type, subtype] = [name('Type'), name('Subtype')];
  if (type === 'EmbeddedFile' || under(FILES)) return 'file';
  if (type === 'XRef' || type === 'ObjStm') return 'wordless';
  if (subtype === 'Image') return 'image';
  if (subtype === 'Form' || dict.get('PatternType') === 1 || under(new Set(['Page']))) return 'content';
  if (under(new Set(['CharProcs']))) return 'glyph';
  if (type === 'Metadata' || subtype === 'XML' || under(TEXTS)) return 'text';
  if (['Type1C', 'CIDFontType0C', 'OpenType'].includes(subtype) || type === 'CMap' || dict.has('CMapName')) return 'wordless';
  if (['FunctionType', 'ShadingType', 'HalftoneType'].some((key) => dict.has(key)) || under(wordless)) return 'wordless';
  return 'unknown';
}

function nameText(bytes: string): string {
  const buffer = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(buffer.subarray(2));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
  } catch {
    return new TextDecoder('gb18030').decode(buffer);
  }
}
