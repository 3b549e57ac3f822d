/** One document: view → template → markup → layout → PDF → its text read back and counted. */
import { fontDigests, fontSet } from '../fonts/index.ts';
import {
  type Case,
  codePoints,
  DOCUMENTS_BESIDE,
  type DocumentId,
  Fault,
  type Finding,
  fault,
  finding,
  type InternalForm,
  normaliseText,
  parseInstant,
  type TextChange,
} from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';
import { type Element, LayoutError, type Typeset, typeset } from '../typeset/index.ts';
import { withBlanks } from './blank-markup.ts';
import { blankView } from './blank-view.ts';
import { extractText } from './extract.ts';
import type { RenderedDocument, RenderInput } from './input.ts';
import { locate } from './locate.ts';
import { parseMarkup } from './markup.ts';
import { checkText } from './read-back.ts';
import { type CompiledTemplate, compileTemplate, TemplateError } from './template.ts';
import { layoutFinding, templateFinding } from './template-findings.ts';
import { viewOf } from './views/index.ts';

/** Characters of one document's markup: 50,000 rows of a list; beyond it memory runs out, and nobody reads it on paper. */
const MAX_MARKUP = 100_000_000;
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
 * Renders a document. Findings: MISSING_GLYPH (stop), TEXT_NORMALISED (warning). Faults: what is wrong with the template
 * (exit 2), DOCUMENT_INPUT_ABSENT, DOCUMENT_TOO_LARGE, DOCUMENT_TEXT_LOST (exit 2), FONT_UNREADABLE.
 */
export async function renderDocument(id: DocumentId, input: RenderInput): Promise<RenderedDocument> {
  const { text, file } = input.pack.template(id);
  const declared = input.pack.pack.documents.find((d) => d.id === id);
  const title = declared?.title ?? id;
  const seen = declared?.internal === true ? withInternal(input) : withoutInternal(id, input);
  const template = await compiled(text);
  const changes: Changes = [];
  const filled = fill(template, file, () => (input.blank ? blankView(viewOf(id, title, seen), id) : viewOf(id, title, seen)), changes);
  const set = setPages(input.blank ? withBlanks(filled) : filled, title, input, file);
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
  return { id, title, bytes: set.bytes, pages: set.pages, findings: inkFindings(set, changes, title, seen.case, seen.internal) };
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
  return { name: ENGINE.name, version: `${ENGINE.version}+${VIEWS_VERSION}`, fonts: fontDigests() };
}

/** All that is wrong with a pack's templates before any data is seen. */
export async function checkTemplates(pack: LoadedPack): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { id } of pack.pack.documents) {
    const { text, file } = pack.template(id);
    findings.push(...(await compiled(text)).faults.map((f) => templateFinding(f, file)));
  }
  return findings;
}

const templates = new Map<string, Promise<CompiledTemplate>>();

function compiled(text: string): Promise<CompiledTemplate> {
  let template = templates.get(text);
  if (!template) {
    template = compileTemplate(text);
    templates.set(text, template);
  }
  return template;
}

/** 内卷 may be handed over beside the case or inside it. */
function withInternal(input: RenderInput): RenderInput {
  const internal = input.internal ?? input.case.internal;
  return internal === undefined ? input : { ...input, internal };
}

/** What goes to 监察机关 is seen by its own letter alone, and the letters about the case by what stands beside the dossier. */
function withoutInternal(id: DocumentId, { internal: _, case: forms, ...rest }: RenderInput): RenderInput {
  const { internal: __, supervision, correspondence, ...packed } = forms;
  return {
    ...rest,
    case: {
      ...packed,
      ...(id === 'supervision' && supervision ? { supervision } : {}),
      ...(id !== 'supervision' && DOCUMENTS_BESIDE.includes(id) && correspondence ? { correspondence } : {}),
    },
  };
}

type Changes = { readonly char: string; readonly text: string; readonly change: TextChange }[];

/** The view is made here and forgotten here: of a long list it takes as much memory as the pages. */
function fill(template: CompiledTemplate, file: string, view: () => object, changes: Changes): Element {
  const [first] = template.faults;
  if (first) throw new Fault(templateFinding(first, file), 2);
  let markup: string;
  try {
    markup = template.render(view(), (value) => normalised(value, changes));
  } catch (error) {
    if (error instanceof TemplateError) throw new Fault(templateFinding(error.fault, file), 2, error);
    throw error;
  }
  if (markup.length > MAX_MARKUP) throw fault('DOCUMENT_TOO_LARGE', 1, { document: file, characters: markup.length, limit: MAX_MARKUP });
  const { root, faults } = parseMarkup(markup);
  const [wrong] = faults;
  // Structure was checked in the template itself; what is left are values of attributes, whose place is known only in the output.
  if (wrong) throw new Fault(templateFinding({ ...wrong, line: 1, column: 1 }, file), 2);
  if (!root) throw new Fault(templateFinding({ kind: 'required', element: 'document', name: 'document', line: 1, column: 1 }, file), 2);
  return root;
}

/** Data as it is printed; what was changed is noted with the text it stood in. */
function normalised(value: string, into: Changes): string {
  const { text, changes } = normaliseText(value);
  for (const change of changes) into.push({ char: change.from, text: value, change });
  return text;
}

const bundledFonts = fontSet();

function setPages(root: Element, title: string, input: RenderInput, file: string): Typeset {
  const createdAt = parseInstant(input.at);
  if (createdAt === undefined) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'at' });
  try {
    return typeset({ root, title, createdAt, draft: input.draft, fonts: bundledFonts, compress: input.compress ?? true });
  } catch (error) {
    if (error instanceof LayoutError) throw new Fault(layoutFinding(error.fault, file), 2, error);
    throw error;
  }
}

function inkFindings({ palette }: Typeset, changes: Changes, document: string, forms: Case, internal: InternalForm | undefined): Finding[] {
  const findings: Finding[] = [];
  const done = new Set<string>();
  const once = (key: string): boolean => !done.has(key) && done.add(key) !== undefined;
  for (const { char, text } of palette.missing) {
    if (!once(`glyph ${char}`)) continue;
    for (const place of locate(char, text, forms, internal)) {
      findings.push(finding('MISSING_GLYPH', 'stop', { char, codePoint: codePoints(char), document, ...place }));
    }
  }
  for (const { char, text, change } of [...changes, ...palette.changed]) {
    if (!once(`change ${char}`)) continue;
    for (const place of locate(char, text, forms, internal)) {
      findings.push(
        finding('TEXT_NORMALISED', 'warning', { from: codePoints(change.from), to: codePoints(change.to), char, document, ...place }),
      );
    }
  }
  return findings;
}
