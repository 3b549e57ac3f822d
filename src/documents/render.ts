/** One document: view → template → markup → pages → PDF → its text read back and counted. */
import { type FontSet, fontDigests, fontSet, type OwnFonts } from '../fonts/index.ts';
import { chineseQuotes, type DocumentId, Fault, type Finding, fault, madeBefore, normaliseText, parseInstant } from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';
import { type Element, LayoutError, type Typeset, typeset } from '../typeset/index.ts';
import { withBlanks } from './blank-markup.ts';
import { blankView } from './blank-view.ts';
import { extractText } from './extract.ts';
import { type Change, inkFindings } from './ink-findings.ts';
import type { RenderedDocument, RenderInput } from './input.ts';
import { MarkupError, type MarkupFault, parseMarkup, segmentMark } from './markup.ts';
import { checkText } from './read-back.ts';
import type { CompiledTemplate } from './template.ts';
import { TemplateError } from './template-fault.ts';
import { layoutFinding, templateFinding } from './template-findings.ts';
import { compiled } from './template-use.ts';
import { wholeView } from './views/index.ts';
import { seenBy } from './visible.ts';

/** Name and number of what sets the pages; the number is raised whenever the same input gives other bytes. */
const ENGINE = { name: 'mbpack-typeset', version: 1 } as const;
/**
 * Raised whenever our own part of a rendering changes (views, layout, fixed texts, titles in the index): a verifier compares
 * documents only with renderings of the same number, so that a newer one never calls an older dossier changed.
 */
const VIEWS_VERSION = 3;
/** Characters named in a finding about lost text. */
const NAMED_CHARACTERS = 60;

/**
 * Renders a document. Findings: MISSING_GLYPH (stop), TEXT_NORMALISED (warning; quotation marks: info). Faults: what is wrong with the template
 * (exit 2), DOCUMENT_INPUT_ABSENT, DOCUMENT_TEXT_LOST (exit 2), FONT_UNREADABLE.
 */
export async function renderDocument(id: DocumentId, input: RenderInput): Promise<RenderedDocument> {
  const source = input.pack.template(id);
  const declared = input.pack.pack.documents.find((d) => d.id === id) ?? { id, title: id };
  const { title } = declared;
  const seen = seenBy(declared, input);
  const template = await compiled(source, input.pack);
  const changes: Change[] = [];
  const view = (): object => (input.blank ? blankView(wholeView(declared, seen), id) : wholeView(declared, seen));
  const set = templated(template, source.file, () => {
    const filled = fill(template, source.file, view, noting(changes, input.madeBy), input.blank === true);
    const root = input.blank ? withBlanks(filled) : filled;
    return { ...setPages(root, title, input), checkCodes: checkCodesIn(root) };
  });
  const difference = checkText(set);
  if (difference) {
    const { missing, extra, outside } = difference;
    throw fault('DOCUMENT_TEXT_LOST', 2, {
      document: title,
      missing: missing.slice(0, NAMED_CHARACTERS),
      missingCount: [...missing].length,
      extra: extra.slice(0, NAMED_CHARACTERS),
      extraCount: [...extra].length,
      outside: outside?.char ?? '',
      page: outside?.page ?? 0,
    });
  }
  const findings = inkFindings({ palette: set.palette, changes, document: title, forms: seen.case, internal: seen.internal });
  return { id, title, bytes: set.bytes, pages: set.pages, checkCodes: set.checkCodes, findings };
}

/** Ordered text of a PDF, pages separated by a form feed. Throws when the bytes are no PDF. */
export async function documentText(bytes: Uint8Array): Promise<string> {
  return (await extractText(bytes)).pages.join('\f');
}

/** What renders the documents. */
export function engine(): { readonly name: string; readonly version: string } {
  return { name: ENGINE.name, version: `${ENGINE.version}+${VIEWS_VERSION}` };
}

/** What renders the documents and with which fonts, for the dossier's index. Reads all fonts. */
export function engineInfo(): ReturnType<typeof engine> & {
  readonly fonts: readonly { readonly name: string; readonly sha256: string }[];
} {
  return { ...engine(), fonts: fontDigests() };
}

/** Whatever is wrong with a template shows when it is filled, when its markup is read, or, of a long list, when its rows are laid out. */
function templated<T>(template: CompiledTemplate, file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof TemplateError) throw new Fault(templateFinding(error.fault), 2, error);
    if (error instanceof MarkupError) throw new Fault(filledFinding(template, file, error.fault), 2, error);
    if (error instanceof LayoutError) throw new Fault(layoutFinding(error.fault, file), 2, error);
    throw error;
  }
}

/** Structure was checked in the template itself; what is left are values of attributes. Of anything else the file alone is known. */
function filledFinding(template: CompiledTemplate, file: string, fault: MarkupFault): Finding {
  const place = fault.kind === 'value' ? template.placeOfValue(fault.element, fault.name) : undefined;
  const told = templateFinding({ ...fault, ...(place ?? { file, line: 1, column: 1 }) });
  return place ? told : { ...told, at: { file } };
}

/** `whole`: nothing is left for later. */
function fill(template: CompiledTemplate, file: string, view: () => object, printed: (value: string) => string, whole: boolean): Element {
  const [first] = template.faults;
  if (first) throw new Fault(templateFinding(first), 2);
  const segments: (() => string)[] = [];
  const later = (make: () => string): string => segmentMark(segments.push(make) - 1);
  const markup = template.render(view(), printed, whole ? undefined : later);
  const { root, faults } = parseMarkup(markup, { segment: (n) => segments[n]?.() ?? '' });
  const [wrong] = faults;
  if (wrong) throw new Fault(filledFinding(template, file, wrong), 2);
  if (!root) throw new Fault(templateFinding({ kind: 'required', element: 'document', name: 'document', file, line: 1, column: 1 }), 2);
  return root;
}

/** Data as it is printed; what was changed is noted with the text it stood in. Papers of 0.1.0 had straight quotation marks as typed. */
function noting(into: Change[], madeBy: string | undefined): (value: string) => string {
  const asTyped = madeBefore('0.2.0', madeBy);
  return (value) => {
    const { text, changes } = normaliseText(value);
    for (const change of changes) into.push({ char: change.from, text: value, change });
    if (asTyped) return text;
    const quoted = chineseQuotes(text);
    if (quoted === text) return text;
    const points = [...quoted];
    const index = [...text].findIndex((char, i) => char !== points[i]);
    const from = [...text][index] ?? '';
    into.push({ char: from, text: value, change: { index, from, to: from === '"' ? '“”' : '‘’' } });
    return quoted;
  };
}

function setPages(root: Element, title: string, input: RenderInput): Typeset {
  const createdAt = parseInstant(input.at);
  if (createdAt === undefined) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'at' });
  return typeset({ root, title, createdAt, draft: input.draft, fonts: fontsOf(input.pack), compress: input.compress ?? true });
}

function checkCodesIn({ children }: Element): readonly string[] {
  return children
    .flatMap((child) => (typeof child === 'object' && child.name === 'checkcode' ? [child.attributes.text ?? ''] : []))
    .filter(Boolean);
}

const fontSets = new WeakMap<LoadedPack, FontSet>();

/** The pack's own fonts in front of the program's. */
function fontsOf(pack: LoadedPack): FontSet {
  let fonts = fontSets.get(pack);
  if (!fonts) {
    const own: OwnFonts = Object.fromEntries((pack.fonts ?? []).map(({ role, file, bytes }) => [role, { name: file, bytes }]));
    fonts = fontSet(own);
    fontSets.set(pack, fonts);
  }
  return fonts;
}
