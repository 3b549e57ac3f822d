/**
 * Everything of a dossier but the evidence, in the order in which digests allow it: case data → documents and signed
 * scans → pack event → 移送材料清单, which lists all of these. Used to build, to check (and thrown away) and to verify.
 */
import { createHash } from 'node:crypto';
import { type CustodyLog, caseData, custodyPart, type PayloadPart, rowOfEvidence } from '../case/index.ts';
import { documentApplies, materialRows, type RenderedDocument, type RenderInput, renderDocument } from '../documents/index.ts';
import type { FileDigest } from '../dossier/write/index.ts';
import {
  type Case,
  type DocumentId,
  documentTitles,
  evidenceOwners,
  type Finding,
  formatInstant,
  type KnownDocumentId,
  placeOfDocument,
  viewIdOf,
} from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';
import type { Ahead } from './ahead.ts';
import { openRules } from './open-rules.ts';
import type { Printed } from './scanned-pages.ts';

export interface Scan {
  readonly document: DocumentId;
  readonly path: string;
  readonly pages: number;
  readonly bytes: Uint8Array;
}

export interface PayloadInput {
  readonly case: Case;
  readonly pack: LoadedPack;
  /** Milliseconds since 1970: the one clock reading. */
  readonly now: number;
  readonly draft: boolean;
  /** The case's own log: the pack event of this build is not in it. */
  readonly custody: CustodyLog;
  /** Digests of the evidence, paths beginning `data/evidence/`. */
  readonly evidence: readonly FileDigest[];
  readonly scans: readonly Scan[];
  /** At verify: the version of the program that made the dossier. */
  readonly madeBy?: string;
  /** Documents that are being made in a thread. */
  readonly ahead?: Ahead | undefined;
  /** False: the bytes of documents are thrown away. */
  readonly compress?: boolean;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Payload {
  readonly parts: readonly PayloadPart[];
  /** The documents with the check codes that they bear. */
  readonly printed: readonly Printed[];
  readonly findings: readonly Finding[];
}

/** Documents of the pack that the dossier of a case carries, in their order. */
export function packedDocuments(
  pack: LoadedPack,
  c: Case,
): readonly { readonly id: DocumentId; readonly title: string; readonly view: KnownDocumentId; readonly number: string }[] {
  return pack.pack.documents
    .filter((d) => placeOfDocument(d) === 'dossier' && documentApplies(d, c))
    .map((d, i) => ({ id: d.id, title: d.title, view: viewIdOf(d), number: String(i + 1).padStart(2, '0') }));
}

/** @throws Fault what rendering throws: a template, a font, text that was lost */
export async function composePayload(input: PayloadInput): Promise<Payload> {
  const parts: PayloadPart[] = caseData(input.case);
  const findings: Finding[] = [];
  const printed: Printed[] = [];
  let rendered = 0;
  // One table of digests for all documents.
  const common = commonInput(input);
  const render = async (id: DocumentId, number: string, extra: Partial<RenderInput> = {}): Promise<void> => {
    const document = (await input.ahead?.take(id)) ?? (await renderDocument(id, { ...common, ...extra }));
    findings.push(...document.findings);
    parts.push(documentPart(document, number));
    printed.push(document);
    rendered += 1;
    input.onProgress?.(rendered, documents.length);
  };
  const documents = packedDocuments(input.pack, input.case);
  input.onProgress?.(0, documents.length);
  const open = openRules({ ...input, digests: common.digests });
  for (const { id, view, number } of documents) if (id !== 'materials') await render(id, number, view === 'legality' ? open : {});
  for (const scan of input.scans) parts.push(scanPart(scan, documents));
  parts.push(custodyPart(input));
  const materials = documents.find((d) => d.id === 'materials');
  if (materials)
    await render('materials', materials.number, {
      materials: materialRows(input.case, materialSources(input, parts), documentTitles(input.pack.pack), input.madeBy),
    });
  return { parts, printed, findings };
}

type RenderParts = Pick<PayloadInput, 'case' | 'pack' | 'now' | 'draft' | 'madeBy' | 'compress'> &
  Partial<Pick<PayloadInput, 'custody' | 'evidence'>>;

export function renderInput({ case: c, pack, now, draft, custody, evidence, madeBy, compress }: RenderParts): RenderInput {
  return {
    case: c,
    pack,
    at: formatInstant(now),
    draft,
    ...(custody ? { custody } : {}),
    ...(evidence ? { digests: sizedDigests(evidence) } : {}),
    ...(madeBy === undefined ? {} : { madeBy }),
    ...(compress === undefined ? {} : { compress }),
  };
}

function commonInput({ evidence, ...rest }: PayloadInput): RenderInput & { readonly digests: ReturnType<typeof sizedDigests> } {
  return { ...renderInput(rest), digests: sizedDigests(evidence) };
}

export function sizedDigests(evidence: readonly FileDigest[]): NonNullable<RenderInput['digests']> {
  return new Map(evidence.map(({ path, size, sha256, sm3 }) => [path.replace(/^data\/evidence\//, ''), { size, sha256, sm3 }]));
}

export function documentPart({ id, title, bytes, pages }: RenderedDocument, number: string): PayloadPart {
  return { path: `data/documents/${number}-${title}.pdf`, role: 'document', title, document: id, pages, bytes };
}

export function scanPart({ document, path, pages, bytes }: Scan, documents: ReturnType<typeof packedDocuments>): PayloadPart {
  const rendered = documents.find((d) => d.id === document);
  const title = rendered?.title ?? document;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(path)?.[0].toLowerCase() ?? '';
  return {
    path: `data/documents/${rendered?.number ?? '00'}-${title}（签章扫描件）${ending}`,
    role: 'signedScan',
    title,
    document,
    pages,
    bytes,
  };
}

/** What 移送材料清单 lists. */
export function materialSources(
  { case: c, evidence }: Pick<PayloadInput, 'case' | 'evidence'>,
  parts: readonly PayloadPart[],
): Parameters<typeof materialRows>[1] {
  const owners = evidenceOwners(c);
  return [
    ...evidence.map(({ path, size, sha256 }) => ({ size, sha256, ...rowOfEvidence(owners, path) })),
    ...parts.map(({ bytes, ...part }) => ({ ...part, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })),
  ];
}
