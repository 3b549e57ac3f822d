/**
 * The words of a PDF. What its pages show is read by PDFium; whether that is all is told by the file's own objects: every string is a text, and every stream
 * is for something that is known, or is named. Runs in a thread that may be ended at any moment.
 */
import { openPdfText, type PdfText } from '../../../pdfium/index.ts';
import { OVERLAP, type Unread, type UnreadReason } from '../words.ts';
import { type Aside, withAsides } from './asides.ts';
import { Contents } from './content.ts';
import { type Drawn, emptyDrawn, isPicture, merge, pictureOf } from './drawn.ts';
import { type FileObject, type PdfObjects, pdfObjects } from './objects.ts';
import { appearancesOf, contentsOf, isDrawnByHand, type Page, pagesOf, USUAL_AREA } from './pages.ts';
import { rolesOf } from './roles.ts';
import { decodings, hasControls, holdsEncodedFile, streamTexts, Texts } from './strings.ts';
import { isDict, SyntaxFault } from './syntax.ts';

const HEADER_BYTES = 1024;
/** More than any register in print; the rest is named. */
const MOST_PAGES = 20_000;
/** Content that is on no page, as pages of its own. */
const MOST_ASIDES = 20_000;
/** Bytes of content that is read a second time, without what its glyphs are said to stand for. */
const MOST_GLYPHS = 64 * 1024 * 1024;
/** A file that says of thousands of places that they were not read says it of itself. */
const MOST_UNREAD = 1000;

export interface Listening {
  text(text: string): void;
  /** Something was done: called between pages. */
  alive(): void;
}

/** @throws what ends the thread: it is unusable then */
export async function pdfLook(bytes: Buffer, listening: Listening): Promise<readonly Unread[]> {
  const begins = Math.max(0, bytes.subarray(0, HEADER_BYTES).indexOf('%PDF-', 0, 'latin1'));
  const found = new Found();
  const texts = new Texts(listening.text);
  if (begins > 0) texts.bytes(bytes.subarray(0, begins).toString('latin1'));
  const file = bytes.subarray(begins);
  const opened = await openPdfText(file);
  if (opened === 'locked') return [{ why: 'locked' }];
  try {
    const plain = typeof opened === 'object' && file.includes('/Encrypt') ? opened.unlocked() : file;
    if (!plain) return [{ why: 'locked' }];
    if (opened === 'damaged') found.add('damaged');
    await read(Buffer.from(plain.buffer, plain.byteOffset, plain.length), typeof opened === 'object' ? opened : undefined, {
      found,
      texts,
      listening,
    });
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    found.add('too-large');
  } finally {
    if (typeof opened === 'object') opened.close();
  }
  texts.end();
  return found.all;
}

/** What was not read, a reason a place. */
class Found {
  readonly all: Unread[] = [];
  readonly #keys = new Set<string>();

  add(why: UnreadReason, where?: string): void {
    const key = `${why} ${where ?? ''}`;
    if (this.#keys.has(key) || this.all.length >= MOST_UNREAD) return;
    this.#keys.add(key);
    this.all.push(where === undefined ? { why } : { why, where });
  }

  drawn(drawn: Drawn, area: number, where?: string): void {
    if (isPicture(drawn, area)) this.add('picture', where);
    if (drawn.font) this.add('font', where);
    if (drawn.damaged) this.add('damaged', where);
  }
}

interface Reading {
  readonly found: Found;
  readonly texts: Texts;
  readonly listening: Listening;
}

async function read(bytes: Buffer, pdf: PdfText | undefined, { found, texts, listening }: Reading): Promise<void> {
  const file = pdfObjects(bytes, { text: (string) => texts.bytes(string), name: (name) => texts.bytes(name) });
  listening.alive();
  if (file.damaged) found.add('damaged');
  for (const lines of file.beside) {
    if (hasControls(lines)) found.add('no-reader');
    texts.bytes(lines);
  }
  const asides: Aside[] = [];
  let at: number | undefined;
  let glyphs = 0;
  const contents = new Contents(file, {
    onString: (string) => texts.bytes(string),
    onAside: (object, resources) => asides.push({ object, resources, page: at }),
    onGlyphs: (content, resources) => {
      glyphs += content.length;
      if (glyphs > MOST_GLYPHS) found.add('font', at === undefined ? undefined : String(at));
      else asides.push({ object: { id: 0, value: null, order: 0 }, content, resources, page: at });
    },
  });
  const pages = pagesOf(file, MOST_PAGES + 1);
  if (pages.length > MOST_PAGES) found.add('too-large');
  else if (pages.length === 0 || (pdf && pdf.pages !== pages.length)) found.add('damaged');
  let tail = '';
  for (const [i, page] of pages.slice(0, MOST_PAGES).entries()) {
    at = i + 1;
    const drawn = pageDrawn(file, page, contents);
    const text = pdf?.page(i);
    if (!text) found.add('damaged', String(at));
    else {
      listening.text(tail + text.text);
      tail = `${text.text.slice(-OVERLAP)}\n`;
      for (const placed of text.placed) listening.text(placed);
      if (text.unmapped || !givesAll(text.text, contents.standsFor)) found.add('font', String(at));
      contents.standsFor.clear();
    }
    found.drawn(drawn, page.area, String(at));
    if (isDrawnByHand(file, page)) found.add('picture', String(at));
    for (const object of appearancesOf(file, page)) {
      const look = contents.stream(object, page.resources);
      if (look.text) asides.push({ object, resources: page.resources, page: at });
      // Outlines of a stamp are few beside those of a page.
      found.drawn(look, page.area, String(at));
    }
    listening.alive();
  }
  at = undefined;
  streams(file, contents, asides, { found, texts, listening });
  await readAsides(file, asides, { found, texts, listening });
}

/** PDFium leaves out some of what glyphs are said to stand for: characters beyond the basic plane. */
function givesAll(text: string, said: ReadonlySet<string>): boolean {
  if (said.size === 0) return true;
  const given = text.replace(/\s/g, '');
  return [...said].every((bytes) =>
    decodings(bytes).some((each) => !/[\p{L}\p{N}]/u.test(each) || given.includes(each.replace(/\s/g, ''))),
  );
}

function pageDrawn(file: PdfObjects, page: Page, contents: Contents): Drawn {
  const streams = contentsOf(file, page);
  const parts = streams.map((object) => contents.bytes(object));
  const drawn = emptyDrawn();
  merge(drawn, contents.run(parts.map((part) => part ?? '').join('\n'), page.resources));
  drawn.damaged ||= parts.includes(undefined);
  return drawn;
}

/** Every stream that no page has come upon. */
function streams(file: PdfObjects, contents: Contents, asides: Aside[], { found, texts, listening }: Reading): void {
  const roles = rolesOf(file);
  const content = (object: FileObject): Buffer | undefined => {
    try {
      return file.content(object);
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      found.add('damaged');
      return undefined;
    }
  };
  for (const object of file.all) {
    if (!object.stream) continue;
    const role = roles.of(object);
    if (role === 'file') {
      found.add('embedded', roles.fileName(object));
      for (const text of streamTexts(content(object) ?? Buffer.alloc(0)) ?? []) texts.add(text);
    } else if (role === 'text') {
      const bytes = content(object);
      const read = bytes && streamTexts(bytes);
      if (!read) found.add(bytes ? 'encoding' : 'embedded');
      for (const text of read ?? []) {
        texts.add(text);
        if (holdsEncodedFile(text)) found.add('embedded');
      }
    } else if (role === 'glyph') {
      // A glyph that is drawn of other glyphs.
      if (contents.stream(object, undefined).text) found.add('font');
    } else if (role === 'unknown') {
      const bytes = content(object);
      // Tables of a font's characters that no font uses any more.
      if (bytes?.length === 0 || bytes?.includes('begincmap')) continue;
      found.add('embedded');
      for (const text of (bytes && streamTexts(bytes)) ?? []) texts.add(text);
    } else if (role === 'image' && !contents.reached.has(object) && !roles.isPart(object) && isDict(object.value)) {
      if (pictureOf(file.get(object.value.get('Width')), file.get(object.value.get('Height'))).picture) found.add('picture');
    } else if (role === 'content' && !contents.reached.has(object)) {
      const resources = roles.resources(object);
      const drawn = contents.stream(object, resources);
      if (drawn.text) asides.push({ object, resources, page: undefined });
      found.drawn(drawn, USUAL_AREA);
    }
    listening.alive();
  }
}

async function readAsides(file: PdfObjects, asides: readonly Aside[], { found, listening }: Reading): Promise<void> {
  const read = [...new Map(asides.map((aside) => [aside.object, aside])).values()];
  if (read.length === 0) return;
  if (read.length > MOST_ASIDES) return found.add('too-large');
  const made = withAsides(file, read);
  const opened = made ? await openPdfText(made) : 'damaged';
  const open = typeof opened === 'object' && opened.pages === read.length ? opened : undefined;
  for (const [i, { page, content }] of read.entries()) {
    const where = page === undefined ? undefined : String(page);
    const text = open?.page(i);
    if (!text) found.add('embedded', where);
    else {
      for (const each of [text.text, ...text.placed]) listening.text(each);
      // Glyphs that stand for something need have no character of their own.
      if (text.unmapped && content === undefined) found.add('font', where);
    }
    listening.alive();
  }
  if (typeof opened === 'object') opened.close();
}
