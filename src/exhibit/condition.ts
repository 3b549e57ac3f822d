/** In what condition a file is: whether its name says what it holds, and whether it is whole as far as its format tells. */
import { type FileContent, isUnfinishedDownload } from '../model/index.ts';
import { archiveFormat } from './archive.ts';
import { contentOf, nameOf, UNKNOWN } from './content.ts';
import { withFile } from './disk-file.ts';
import { type Lack, lackOf } from './ends.ts';
import { type EvidenceFile, isReadWhole, type ReadOptions } from './file.ts';
import { MARKUP_NAMES, type Markup, markupOf } from './markup.ts';
import { type Recognised, recognise } from './recognise.ts';

export type Condition =
  | { readonly kind: 'empty' }
  /** `ending`: of its name, without the dot; `format`: what it holds. Absent where the program does not know it. */
  | { readonly kind: 'misnamed'; readonly ending: string; readonly format?: string }
  | { readonly kind: 'incomplete'; readonly format: string; readonly lacks: Lack }
  /** Of a format that is read further, which could not be: it may have a password, or be unlike what we know. */
  | { readonly kind: 'unread'; readonly format: string };

export interface ReadExhibit {
  readonly content: FileContent;
  readonly conditions: readonly Condition[];
}

/** What a file tells of itself, and its condition; `name` with or without folders. @throws the system's error; Fault ABORTED */
export function readExhibit(absolute: string, name: string, options: ReadOptions = {}): Promise<ReadExhibit> {
  return withFile(absolute, options, async (file) => {
    const found = await recognise(file);
    const content = await contentOf(file, found);
    const conditions = await conditionsOf(file, found, name);
    const unread = conditions.length === 0 && isReadWhole(file) && tellsNothing(found, content);
    return { content, conditions: unread ? [{ kind: 'unread', format: content.format }] : conditions };
  });
}

/** The condition alone, for which no page or table is read. @throws the system's error; Fault ABORTED */
export function readConditions(absolute: string, name: string, options: ReadOptions = {}): Promise<readonly Condition[]> {
  return withFile(absolute, options, async (file) => conditionsOf(file, await recognise(file), name));
}

function tellsNothing({ kind }: Recognised, { format, pages, tables }: FileContent): boolean {
  return (kind === 'pdf' && pages === undefined) || ((format === 'XLSX' || kind === 'sqlite') && tables === undefined);
}

async function conditionsOf(file: EvidenceFile, found: Recognised, name: string): Promise<readonly Condition[]> {
  if (found.kind === 'empty') return [{ kind: 'empty' }];
  const type = await typeOf(file, found);
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  const misnamed = ending !== undefined && !mayBe(ending, type);
  if (isUnfinishedDownload(name)) return [{ kind: 'incomplete', format: type === undefined ? UNKNOWN : labelOf(type), lacks: 'download' }];
  const lacks = type === undefined ? undefined : await lackOf(file, ZIPS.includes(type) ? 'zip' : type);
  return [
    ...(misnamed ? [{ kind: 'misnamed', ending, ...(type === undefined ? {} : { format: labelOf(type) }) } as const] : []),
    ...(lacks === undefined || type === undefined ? [] : [{ kind: 'incomplete', format: labelOf(type), lacks } as const]),
  ];
}

/** The usual ending of what a file holds, `text` for any text; undefined when it is of no known kind. */
async function typeOf(file: EvidenceFile, found: Recognised): Promise<string | undefined> {
  if (found.kind === 'zip') return (await archiveFormat(file)).toLowerCase();
  if (found.kind === 'text') return markupOf(found.sample) ?? 'text';
  if (found.kind === 'binary') return found.type.ext;
  return found.kind === 'unknown' ? undefined : found.kind;
}

function labelOf(type: string): string {
  if (Object.hasOwn(MARKUP_NAMES, type)) return MARKUP_NAMES[type as Markup];
  return type === 'text' ? '文本' : type === 'sqlite' ? 'SQLite' : nameOf({ ext: type });
}

const ZIPS = ['zip', 'docx', 'xlsx', 'pptx', 'xlsb', 'ods', 'odt', 'odp', 'ofd', 'apk'];
const BOXED = ['mp4', 'm4v', 'mov', 'm4a', 'm4b', 'm4p', 'f4v', '3gp', '3g2'];
const TEXT = ['text', 'html', 'xml', 'sheet', 'mht', 'rtf'];
/** A protected document of Office is an OLE file; one whose main part is called otherwise is any ZIP. */
const office = (format: string): readonly string[] => [format, 'zip', 'cfb'];

/** What a name of this ending may hold. Endings that many formats share, or that anything may bear, are not judged. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf'],
  jpg: ['jpg'],
  jpeg: ['jpg'],
  png: ['png', 'apng'],
  gif: ['gif'],
  bmp: ['bmp'],
  tif: ['tif'],
  tiff: ['tif'],
  webp: ['webp'],
  heic: ['heic'],
  zip: ZIPS,
  rar: ['rar'],
  '7z': ['7z'],
  docx: office('docx'),
  xlsx: office('xlsx'),
  pptx: office('pptx'),
  ofd: ['ofd', 'zip'],
  doc: ['cfb', 'rtf'],
  xls: ['cfb'],
  ppt: ['cfb'],
  mp4: BOXED,
  m4v: BOXED,
  mov: BOXED,
  m4a: BOXED,
  '3gp': BOXED,
  avi: ['avi'],
  wav: ['wav'],
  mp3: ['mp3'],
  txt: TEXT,
  csv: ['text'],
  tsv: ['text'],
};
/** Of these not every one can be known by its first bytes, so that what is not known may be one. */
const UNSURE: ReadonlySet<string> = new Set(['avi', 'mp3', 'wav', 'txt', 'csv', 'tsv', 'doc', 'xls', 'ppt']);

function mayBe(ending: string, type: string | undefined): boolean {
  const types = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  if (types === undefined) return true;
  return type === undefined ? UNSURE.has(ending) : types.includes(type);
}
