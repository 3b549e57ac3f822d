/**
 * Everything of a dossier but the evidence, in the order in which digests allow it: case data → documents and signed
 * scans → pack event → 移送材料清单, which lists all of these. Used to build, to check (and thrown away) and to verify.
 */
import { type CustodyLog, exportForms } from '../case/index.ts';
import { documentApplies, materialRows, type RenderedDocument, type RenderInput, renderDocument } from '../documents/index.ts';
import type { FileDigest } from '../dossier/write/index.ts';
import {
  type Case,
  type CustodyEvent,
  custodyLine,
  custodyLink,
  DOCUMENTS_BESIDE,
  type DocumentId,
  type Finding,
  formatInstant,
  type IndexedFile,
  sha256Hex,
} from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';
import { openRules } from './open-rules.ts';

export type PayloadPart = Omit<IndexedFile, 'size' | 'sha256' | 'sm3'> & { readonly bytes: Uint8Array };

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
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Payload {
  readonly parts: readonly PayloadPart[];
  readonly findings: readonly Finding[];
}

const utf8 = new TextEncoder();

/** Documents of the pack that the dossier of a case carries, in their order. */
export function packedDocuments(
  pack: LoadedPack,
  c: Case,
): readonly { readonly id: DocumentId; readonly title: string; readonly number: string }[] {
  return pack.pack.documents
    .filter((d) => !d.internal && !DOCUMENTS_BESIDE.includes(d.id) && documentApplies(d.id, c))
    .map(({ id, title }, i) => ({ id, title, number: String(i + 1).padStart(2, '0') }));
}

/** @throws Fault what rendering throws: a template, a font, text that was lost */
export async function composePayload(input: PayloadInput): Promise<Payload> {
  const parts: PayloadPart[] = caseData(input.case);
  const findings: Finding[] = [];
  const render = async (id: DocumentId, number: string, extra: Partial<RenderInput> = {}): Promise<void> => {
    const document = await renderDocument(id, { ...renderInput(input), ...extra });
    findings.push(...document.findings);
    parts.push(documentPart(document, number));
  };
  const documents = packedDocuments(input.pack, input.case);
  const open = openRules({ ...input, digests: sizedDigests(input.evidence) });
  for (const { id, number } of documents) if (id !== 'materials') await render(id, number, id === 'legality' ? open : {});
  for (const scan of input.scans) parts.push(scanPart(scan, documents));
  parts.push(custodyPart(input));
  const materials = documents.find((d) => d.id === 'materials');
  if (materials) await render('materials', materials.number, { materials: materialRows(input.case, materialSources(input, parts)) });
  return { parts, findings };
}

type RenderParts = Pick<PayloadInput, 'case' | 'pack' | 'now' | 'draft'> & Partial<Pick<PayloadInput, 'custody' | 'evidence'>>;

export function renderInput({ case: c, pack, now, draft, custody, evidence }: RenderParts): RenderInput {
  return {
    case: c,
    pack,
    at: formatInstant(now),
    draft,
    ...(custody ? { custody } : {}),
    ...(evidence ? { digests: sizedDigests(evidence) } : {}),
  };
}

export function sizedDigests(evidence: readonly FileDigest[]): NonNullable<RenderInput['digests']> {
  return new Map(evidence.map(({ path, size, sha256, sm3 }) => [path.replace(/^data\/evidence\//, ''), { size, sha256, sm3 }]));
}

/** How index.json and the list of materials call each form's data. */
const FORM_TITLES: Readonly<Record<string, string>> = {
  'case.json': '案件数据',
  'transfer.json': '移送书数据',
  'investigation.json': '调查报告数据',
  'receipt.json': '回执数据',
  'items.json': '涉案物品清单数据',
  'evidence.json': '证据清单数据',
  'records.json': '取证记录数据',
};

export function caseData(c: Case): PayloadPart[] {
  return [...exportForms(c)].map(([name, text]) => ({
    path: `data/case/${name}`,
    role: 'caseData',
    title: FORM_TITLES[name] ?? name,
    bytes: utf8.encode(text),
  }));
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

/** The case's own log, and the event that this build adds to the dossier's copy alone. */
export function custodyPart(input: Pick<PayloadInput, 'case' | 'now' | 'custody' | 'evidence'>): PayloadPart {
  return { path: 'data/custody/custody.jsonl', role: 'custody', title: '证据保管记录', bytes: utf8.encode(custodyWithPack(input)) };
}

function custodyWithPack({
  case: c,
  now,
  custody: { lines },
  evidence,
}: Pick<PayloadInput, 'case' | 'now' | 'custody' | 'evidence'>): string {
  const last = lines.at(-1);
  const event: CustodyEvent = {
    seq: lines.length + 1,
    at: formatInstant(now),
    action: 'pack',
    items: c.evidence.evidence.map((e) => e.evidenceNo),
    by: c.case.officers.map(({ name, certNo }) => ({ name, certNo })),
    digests: evidence.map(({ path, sha256, sm3 }) => ({ path: path.replace(/^data\/evidence\//, ''), sha256, sm3 })),
    prev: last === undefined ? null : custodyLink(last),
  };
  return [...lines, custodyLine(event)].map((line) => `${line}\n`).join('');
}

/** What 移送材料清单 lists. */
export function materialSources(
  { case: c, evidence }: Pick<PayloadInput, 'case' | 'evidence'>,
  parts: readonly PayloadPart[],
): Parameters<typeof materialRows>[1] {
  const owners = evidenceOwners(c);
  return [
    ...evidence.map(({ path, size, sha256 }) => ({ path, size, sha256, role: 'evidence' as const, ...owned(owners, path) })),
    ...parts.map(({ bytes, ...part }) => ({ ...part, size: bytes.length, sha256: sha256Hex(bytes) })),
  ];
}

/** Which item of evidence a file belongs to, by its path in the bag. */
export function evidenceOwners(
  c: Pick<Case, 'evidence'>,
): ReadonlyMap<string, { readonly evidenceNo: string; readonly title: string; readonly pages: number | undefined }> {
  return new Map(
    c.evidence.evidence.flatMap(({ evidenceNo, title, files }) =>
      files.map(({ path, pages }) => [`data/evidence/${path}`, { evidenceNo, title, pages }] as const),
    ),
  );
}

function owned(owners: ReturnType<typeof evidenceOwners>, path: string): { title: string; evidenceNo?: string; pages?: number } {
  const { evidenceNo, title, pages } = owners.get(path) ?? { title: path };
  return { title: title ?? path, ...(evidenceNo === undefined ? {} : { evidenceNo }), ...(pages === undefined ? {} : { pages }) };
}

/** The rows of index.json for the evidence. */
export function indexedEvidence(c: Case, evidence: readonly FileDigest[]): IndexedFile[] {
  const owners = evidenceOwners(c);
  return evidence.map((file) => ({ ...file, role: 'evidence', ...owned(owners, file.path) }));
}
