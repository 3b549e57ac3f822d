/** What each document is rendered from: exactly what `build --draft` gives it, so that the bytes are the same. */
import { caseData, custodyPart, type PayloadPart } from '../../case/index.ts';
import { documentApplies, materialRows, type RenderedDocument, type RenderInput } from '../../documents/index.ts';
import type { FileDigest } from '../../dossier/write/index.ts';
import {
  type Case,
  type CustodyEvent,
  custodyLink,
  type DocumentId,
  documentTitles,
  PACKAGE_DOCUMENTS,
  type PackDocument,
  placeOfDocument,
  viewIdOf,
} from '../../model/index.ts';
import type { LoadedPack } from '../../pack/index.ts';
import type { ListedDocument, Nothing } from '../../preview/index.ts';
import { earlier } from '../collect/paper.ts';
import { OF_WHOLE, WITHOUT_FILES } from '../document-needs.ts';
import type { OpenedCase } from '../open-case.ts';
import { openRules } from '../open-rules.ts';
import { paperOf } from '../paper.ts';
import { documentPart, materialSources, packedDocuments, renderInput, type Scan, scanPart, sizedDigests } from '../payload.ts';

const NO_LOG = { lines: [], events: [] };
export interface Sources {
  readonly opened: OpenedCase;
  readonly case: Case;
  readonly pack: LoadedPack;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Digests of the evidence that is there. */
  readonly evidence: () => Promise<readonly FileDigest[]>;
  readonly scans: () => Promise<readonly Scan[]>;
  /** What was rendered of a document in this turn. */
  readonly rendered: (id: DocumentId) => RenderedDocument | undefined;
}

/** Of the pack, in its order. Without a readable case nothing is left out. */
export function listDocuments({ loaded, pack }: OpenedCase): readonly ListedDocument[] {
  return (pack?.pack.documents ?? []).map((document) => {
    const nothing = loaded.case && nothingIn(document, loaded.case, loaded.custody?.events ?? []);
    const { id, title } = document;
    return { id, title, view: viewIdOf(document), internal: placeOfDocument(document) === 'internal', ...(nothing ? { nothing } : {}) };
  });
}

function nothingIn(document: PackDocument, c: Case, events: readonly { readonly action: string }[]): Nothing | undefined {
  if (document.id === 'verification' || PACKAGE_DOCUMENTS.some((id) => id === document.id)) return 'later';
  if (document.id === 'fixing') return events.some(({ action }) => action === 'collect') ? undefined : 'later';
  return documentApplies(document, c) ? undefined : 'none';
}

/** Shown ones first, then the rest; of each those that wait for no digests; the list of materials needs all others. */
export function renderOrder(documents: readonly ListedDocument[], shown: readonly DocumentId[]): readonly DocumentId[] {
  const rank = ({ id, view }: ListedDocument): number =>
    (OF_WHOLE.includes(view) ? 2000 : id === 'materials' ? 1000 : shown.includes(id) ? shown.indexOf(id) : 100) +
    (WITHOUT_FILES.includes(view) ? 0 : 50);
  return documents
    .filter(({ nothing }) => nothing === undefined)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ id }) => id);
}

/** Undefined where another document that it lists could not be rendered. @throws Fault EVIDENCE_*, ABORTED */
export async function inputOf(id: DocumentId, sources: Sources): Promise<RenderInput | undefined> {
  const { opened, case: c, pack, now } = sources;
  const { internal } = opened.loaded.forms;
  const document = pack.pack.documents.find((d) => d.id === id) ?? { id };
  const view = viewIdOf(document);
  const inside = placeOfDocument(document) === 'internal';
  const parts = { case: c, pack, now, draft: true };
  if (inside) return { ...renderInput(parts), ...(internal ? { internal } : {}) };
  const custody = opened.loaded.custody ?? NO_LOG;
  if (id === 'fixing') return { ...renderInput(parts), fixing: fixingData(c, custody) };
  if (WITHOUT_FILES.includes(view)) return renderInput({ ...parts, custody });
  const evidence = await sources.evidence();
  const input = renderInput({ ...parts, custody, evidence });
  if (view === 'legality') return { ...input, ...openRules({ case: c, pack, now, custody, digests: sizedDigests(evidence) }) };
  if (OF_WHOLE.includes(view)) return withPaper(input, sources, evidence);
  return id === 'materials' ? withMaterials(input, sources, evidence) : input;
}

function fixingData(c: Case, custody: { readonly lines: readonly string[]; readonly events: readonly CustodyEvent[] }) {
  const last = custody.lines.at(-1);
  const logged = earlier({ rough: { items: c.evidence.evidence, custody }, selected: () => true });
  return { ...logged, chainHead: last === undefined ? '' : custodyLink(last), chainLine: custody.lines.length };
}

/** Undefined where another document could not be rendered. */
async function withMaterials(input: RenderInput, sources: Sources, evidence: readonly FileDigest[]): Promise<RenderInput | undefined> {
  const parts = await partsOf(sources, evidence, ({ id }) => id !== 'materials');
  return (
    parts && {
      ...input,
      materials: materialRows(sources.case, materialSources({ case: sources.case, evidence }, parts), documentTitles(input.pack.pack)),
    }
  );
}

async function withPaper(input: RenderInput, sources: Sources, evidence: readonly FileDigest[]): Promise<RenderInput | undefined> {
  const parts = await partsOf(sources, evidence, () => true);
  return parts && { ...input, paper: paperOf(parts) };
}

type Packed = ReturnType<typeof packedDocuments>[number];

/** What the dossier would carry besides the evidence, as far as `wanted`. */
async function partsOf(
  sources: Sources,
  evidence: readonly FileDigest[],
  wanted: (document: Packed) => boolean,
): Promise<readonly PayloadPart[] | undefined> {
  const { case: c, pack, now, opened } = sources;
  const packed = packedDocuments(pack, c);
  const others = packed.filter(wanted).map(({ id, number }) => {
    const document = sources.rendered(id);
    return document && documentPart(document, number);
  });
  const parts = others.flatMap((part) => part ?? []);
  if (parts.length !== others.length) return undefined;
  const scans = (await sources.scans()).map((scan) => scanPart(scan, packed));
  const log = custodyPart({ case: c, now, custody: opened.loaded.custody ?? NO_LOG, evidence });
  return [...caseData(c), ...parts, ...scans, log];
}
