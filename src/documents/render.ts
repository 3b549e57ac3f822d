/** One document: view → template → markup → layout → PDF → its text read back and counted. */
import {
  type Case,
  type DocumentId,
  Fault,
  type Finding,
  fault,
  finding,
  type InternalForm,
  type PackDocument,
  parseInstant,
  placeOfDocument,
  viewIdOf,
} from '../model/index.ts';
import type { LoadedPack, PackTemplate } from '../pack/index.ts';
import { loadCoverage } from './coverage.ts';
import { furnitureText, makeDefinition } from './definition.ts';
import { extractText, warmExtractor } from './extract.ts';
import { fontDigests } from './fonts.ts';
import { type Ink, newInk } from './ink.ts';
import type { RenderedDocument, RenderInput } from './input.ts';
import { LayoutError } from './layout-error.ts';
import { locate } from './locate.ts';
import { type Element, parseMarkup } from './markup.ts';
import { codePoints } from './normalise.ts';
import { makePdf, PDFMAKE_VERSION, warmEngine } from './pdfmake.ts';
import { type CompiledTemplate, compileTemplate } from './template.ts';
import { TemplateError } from './template-fault.ts';
import { layoutFinding, templateFinding } from './template-findings.ts';
import { compareCharacters } from './text-check.ts';
import { wholeView } from './views/index.ts';

/** Characters of one document: about 2,000 pages; beyond it memory runs out, and nobody reads it on paper. */
const MAX_CHARACTERS = 3_000_000;
/**
 * Raised whenever our own part of a rendering changes (views, layout, fixed texts, titles in the index): a verifier compares
 * documents only with renderings of the same number, so that a newer one never calls an older dossier changed.
 */
const VIEWS_VERSION = 2;
/** Characters named in a finding about lost text. */
const NAMED_CHARACTERS = 60;

/**
 * Renders a document. Findings: MISSING_GLYPH (stop), TEXT_NORMALISED (warning). Faults: what is wrong with the template
 * (exit 2), DOCUMENT_INPUT_ABSENT, DOCUMENT_TOO_LARGE, DOCUMENT_TEXT_LOST (exit 2), FONT_UNREADABLE.
 */
export async function renderDocument(id: DocumentId, input: RenderInput): Promise<RenderedDocument> {
  warmEngine();
  warmExtractor();
  const source = input.pack.template(id);
  const { file } = source;
  const declared = input.pack.pack.documents.find((d) => d.id === id) ?? { id, title: id };
  const { title } = declared;
  const seen = seenBy(declared, input);
  const view = wholeView(declared, seen);
  const template = await compiled(source, input.pack);
  loadCoverage();
  const ink = newInk();
  const root = fill(template, file, view, ink);
  const { bytes, repeated } = await makePdf(layOut(root, ink, title, input, file));
  const extracted = await extractText(bytes);
  const expected = [...ink.printed, repeated, ...furnitureText(extracted.pages.length, input.draft, root)];
  const difference = compareCharacters(expected, extracted.pages);
  if (difference) {
    const { missing, extra } = difference;
    throw fault('DOCUMENT_TEXT_LOST', 2, {
      document: title,
      missing: missing.slice(0, NAMED_CHARACTERS),
      missingCount: [...missing].length,
      extra: extra.slice(0, NAMED_CHARACTERS),
      extraCount: [...extra].length,
    });
  }
  return { id, title, bytes, pages: extracted.pages.length, findings: inkFindings(ink, title, seen.case, seen.internal) };
}

/** Ordered text of a PDF, pages separated by a form feed. Throws when the bytes are no PDF. */
export async function documentText(bytes: Uint8Array): Promise<string> {
  return (await extractText(bytes)).pages.join('\f');
}

/** What renders the documents, for the dossier's index. */
export function engineInfo(): {
  readonly name: string;
  readonly version: string;
  readonly fonts: readonly { readonly name: string; readonly sha256: string }[];
} {
  return { name: 'pdfmake', version: `${PDFMAKE_VERSION}+${VIEWS_VERSION}`, fonts: fontDigests() };
}

/** All that is wrong with a pack's templates before any data is seen. */
export async function checkTemplates(pack: LoadedPack): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { id } of pack.pack.documents) {
    findings.push(...(await templateUse(pack, id)).faults);
  }
  return findings;
}

export interface TemplateUse {
  readonly faults: readonly Finding[];
  /** Wording and parts of the pack that it uses, and whether it prints fields that a pack adds. */
  readonly words: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  readonly local: boolean;
}

/** One template, before any data is seen. */
export async function templateUse(pack: LoadedPack, id: DocumentId): Promise<TemplateUse> {
  const { faults, words, parts, local } = await compiled(pack.template(id), pack);
  return { faults: faults.map((f) => templateFinding(f)), words, parts, local };
}

/** All fields that a template asks for in vain, of data that it would be filled with. */
export async function fieldFaults(id: DocumentId, input: RenderInput): Promise<readonly Finding[]> {
  const declared = input.pack.pack.documents.find((d) => d.id === id) ?? { id, title: id };
  const template = await compiled(input.pack.template(id), input.pack);
  return template.probe(wholeView(declared, seenBy(declared, input))).map((f) => templateFinding(f));
}

/** By pack and template: what a template means depends on the parts and the wording around it. */
const templates = new WeakMap<LoadedPack, Map<string, Promise<CompiledTemplate>>>();

function compiled({ text, file }: PackTemplate, pack: LoadedPack): Promise<CompiledTemplate> {
  const own = templates.get(pack) ?? new Map<string, Promise<CompiledTemplate>>();
  templates.set(pack, own);
  const { partial, partialNames } = pack;
  const template = own.get(text) ?? compileTemplate({ text, file }, { partial, partialNames, words: Object.keys(pack.pack.strings ?? {}) });
  own.set(text, template);
  return template;
}

/** 内卷 is seen by 内卷 alone, whatever a pack adds. */
function seenBy(document: Pick<PackDocument, 'id' | 'internal' | 'view' | 'place'>, input: RenderInput): RenderInput {
  return placeOfDocument(document) === 'internal' ? withInternal(input) : withoutInternal(viewIdOf(document), input);
}

/** 内卷 may be handed over beside the case or inside it. */
function withInternal(input: RenderInput): RenderInput {
  const internal = input.internal ?? input.case.internal;
  return internal === undefined ? input : { ...input, internal };
}

/** What goes to 监察机关 is seen by its own letter alone. */
function withoutInternal(id: DocumentId, { internal: _, case: forms, ...rest }: RenderInput): RenderInput {
  const { internal: __, supervision, ...packed } = forms;
  return { ...rest, case: id === 'supervision' && supervision ? { ...packed, supervision } : packed };
}

function fill(template: CompiledTemplate, file: string, view: object, ink: Ink): Element {
  const [first] = template.faults;
  if (first) throw new Fault(templateFinding(first), 2);
  let markup: string;
  try {
    markup = template.render(view, (value) => ink.normalise(value));
  } catch (error) {
    if (error instanceof TemplateError) throw new Fault(templateFinding(error.fault), 2, error);
    throw error;
  }
  const { root, faults } = parseMarkup(markup);
  const [wrong] = faults;
  // Structure was checked in the template itself; what is left are values of attributes, whose place is known only in the output.
  if (wrong) throw new Fault(templateFinding({ ...wrong, file, line: 1, column: 1 }), 2);
  if (!root) throw new Fault(templateFinding({ kind: 'required', element: 'document', name: 'document', file, line: 1, column: 1 }), 2);
  return root;
}

function layOut(root: Element, ink: Ink, title: string, input: RenderInput, file: string): ReturnType<typeof makeDefinition> {
  const ms = parseInstant(input.at);
  if (ms === undefined) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'at' });
  try {
    const definition = makeDefinition({ root, ink, title, createdAt: new Date(ms), draft: input.draft });
    const characters = ink.printed.reduce((sum, text) => sum + text.length, 0);
    if (characters > MAX_CHARACTERS) throw fault('DOCUMENT_TOO_LARGE', 1, { document: title, characters, limit: MAX_CHARACTERS });
    return definition;
  } catch (error) {
    if (error instanceof LayoutError) throw new Fault(layoutFinding(error.fault, file), 2, error);
    throw error;
  }
}

function inkFindings(ink: Ink, document: string, forms: Case, internal: InternalForm | undefined): Finding[] {
  const findings: Finding[] = [];
  const done = new Set<string>();
  const once = (key: string): boolean => !done.has(key) && done.add(key) !== undefined;
  for (const { char, text } of ink.missing) {
    if (!once(`glyph ${char}`)) continue;
    for (const place of locate(char, text, forms, internal)) {
      findings.push(finding('MISSING_GLYPH', 'stop', { char, codePoint: codePoints(char), document, ...place }));
    }
  }
  for (const { char, text, change } of ink.changed) {
    if (!once(`change ${char}`)) continue;
    for (const place of locate(char, text, forms, internal)) {
      findings.push(
        finding('TEXT_NORMALISED', 'warning', { from: codePoints(change.from), to: codePoints(change.to), char, document, ...place }),
      );
    }
  }
  return findings;
}
