/** What each document is rendered from: exactly what `build --draft` gives it, so that the bytes are the same. */
import { caseData, custodyPart } from '../../case/index.ts';
import { documentApplies, materialRows, type RenderedDocument, type RenderInput } from '../../documents/index.ts';
import type { FileDigest } from '../../dossier/write/index.ts';
import { type Case, type CustodyEvent, custodyLink, type DocumentId } from '../../model/index.ts';
import type { LoadedPack } from '../../pack/index.ts';
import type { ListedDocument, Nothing } from '../../preview/index.ts';
import { earlier } from '../collect/paper.ts';
import type { OpenedCase } from '../open-case.ts';
import { openRules } from '../open-rules.ts';
import { documentPart, materialSources, packedDocuments, renderInput, type Scan, scanPart, sizedDigests } from '../payload.ts';

const NO_LOG = { lines: [], events: [] };
/** They print nothing of what the evidence files are now: not kept waiting for digests. */
const WITHOUT_FILES: readonly DocumentId[] = [
  'transfer',
  'investigation',
  'items',
  'receipt',
  'matrix',
  'statement',
  'report',
  'approval',
  'supervision',
  'fixing',
];

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
  return (pack?.pack.documents ?? []).map(({ id, title, internal = false }) => {
    const nothing = loaded.case && nothingIn(id, loaded.case, loaded.custody?.events ?? []);
    return { id, title, internal, ...(nothing ? { nothing } : {}) };
  });
}

function nothingIn(id: DocumentId, c: Case, events: readonly { readonly action: string }[]): Nothing | undefined {
  if (id === 'slip') return 'later';
  if (id === 'fixing') return events.some(({ action }) => action === 'collect') ? undefined : 'later';
  return documentApplies(id, c) ? undefined : 'none';
}

/** Shown ones first, then the rest; of each those that wait for no digests; the list of materials needs all others. */
export function renderOrder(documents: readonly ListedDocument[], shown: readonly DocumentId[]): readonly DocumentId[] {
  const rank = (id: DocumentId): number =>
    (id === 'materials' ? 1000 : shown.includes(id) ? shown.indexOf(id) : 100) + (WITHOUT_FILES.includes(id) ? 0 : 50);
  return documents
    .filter(({ nothing }) => nothing === undefined)
    .map(({ id }) => id)
    .sort((a, b) => rank(a) - rank(b));
}

/** Undefined where another document that it lists could not be rendered. @throws Fault EVIDENCE_*, ABORTED */
export async function inputOf(id: DocumentId, sources: Sources): Promise<RenderInput | undefined> {
  const { opened, case: c, pack, now } = sources;
  const { internal } = opened.loaded.forms;
  const inside = pack.pack.documents.find((d) => d.id === id)?.internal === true;
  const parts = { case: c, pack, now, draft: true };
  if (inside) return { ...renderInput(parts), ...(internal ? { internal } : {}) };
  const custody = opened.loaded.custody ?? NO_LOG;
  if (id === 'fixing') return { ...renderInput(parts), fixing: fixingData(c, custody) };
  if (WITHOUT_FILES.includes(id)) return renderInput({ ...parts, custody });
  const evidence = await sources.evidence();
  const input = renderInput({ ...parts, custody, evidence });
  if (id === 'legality') return { ...input, ...openRules({ case: c, pack, now, custody, digests: sizedDigests(evidence) }) };
  return id === 'materials' ? withMaterials(input, sources, evidence) : input;
}

function fixingData(c: Case, custody: { readonly lines: readonly string[]; readonly events: readonly CustodyEvent[] }) {
  const last = custody.lines.at(-1);
  const logged = earlier({ rough: { items: c.evidence.evidence, custody }, selected: () => true });
  return { ...logged, chainHead: last === undefined ? '' : custodyLink(last) };
}

async function withMaterials(input: RenderInput, sources: Sources, evidence: readonly FileDigest[]): Promise<RenderInput | undefined> {
  const { case: c, pack, now, opened } = sources;
  const packed = packedDocuments(pack, c);
  const others = packed
    .filter(({ id }) => id !== 'materials')
    .map(({ id, number }) => {
      const document = sources.rendered(id);
      return document && documentPart(document, number);
    });
  const parts = others.flatMap((part) => part ?? []);
  if (parts.length !== others.length) return undefined;
  const scans = (await sources.scans()).map((scan) => scanPart(scan, packed));
  const log = custodyPart({ case: c, now, custody: opened.loaded.custody ?? NO_LOG, evidence });
  const all = [...caseData(c), ...parts, ...scans, log];
  return { ...input, materials: materialRows(c, materialSources({ case: c, evidence }, all)) };
}
