/**
 * Documents of a dossier against its own data: everything is rendered again by a pack of the recorded digest
 * and compared, bytes first, then the extracted text. Runs in a worker with limits: the PDFs come from outside.
 */
import { type CustodyLog, indexedEvidence, type PayloadPart } from '../case/index.ts';
import { compareTexts, documentText } from '../documents/index.ts';
import type { FileDigest } from '../dossier/disk/index.ts';
import { type Case, type DossierIndex, type Finding, finding, parseInstant } from '../model/index.ts';
import { givenPacks, recordedPack } from '../pack/index.ts';
import { limitedThread } from '../program/index.ts';
import { indexRows, notCompared } from '../verdict/index.ts';
import { composePayload, type Scan } from './payload.ts';

/** What the worker needs: plain data only. */
export interface Comparison {
  readonly case: Case;
  readonly index: DossierIndex;
  /** The custody log before the pack event. */
  readonly custody: CustodyLog;
  readonly evidence: readonly FileDigest[];
  readonly scans: readonly Scan[];
  /** Pack that the receiver was given: an id, or a folder of one or of several. */
  readonly template?: string;
  /** The PDFs of the dossier by path. */
  readonly documents: ReadonlyMap<string, Uint8Array>;
}

/** A list of 20,000 rows renders in half a minute and 1 GB; beyond it somebody wants to stop the reader. */
const LIMIT_MS = 180_000;
const LIMIT_MB = 2048;

/** Fonts, templates and code of the last comparison stay loaded. */
const thread = limitedThread<Comparison, readonly Finding[]>('compare', { silent: LIMIT_MS, megabytes: LIMIT_MB });

/** Loads what a comparison needs while the dossier is still being read. */
export const beginComparing = thread.begin;

/** Compares in a worker. What is inside the dossier never throws: DOCUMENTS_NOT_COMPARED says that it could not. @throws Fault ABORTED */
export async function compareInWorker(comparison: Comparison, signal: AbortSignal | undefined): Promise<readonly Finding[]> {
  return (await thread.ask(comparison, (findings) => findings, { signal })) ?? [notCompared('fault', '', '')];
}

/** Everything that build makes of the data, made again: the documents by bytes and text, the other files by bytes, the index by its rows. */
export async function compareDocuments({
  case: c,
  index,
  template,
  custody,
  evidence,
  scans,
  documents,
}: Comparison): Promise<readonly Finding[]> {
  const pack = recordedPack(index.template, template === undefined ? {} : { given: givenPacks(template) });
  if (pack?.sha256 !== index.template.sha256) throw new TypeError('asked for only where the recorded pack is here');
  const now = parseInstant(index.createdAt) ?? 0;
  const { parts } = await composePayload({ case: c, pack, now, draft: false, custody, evidence, scans, madeBy: index.software.version });
  const rendered = parts.filter((p) => p.role === 'document');
  const same = (part: PayloadPart): boolean => {
    const found = documents.get(part.path);
    return found !== undefined && Buffer.compare(found, part.bytes) === 0;
  };
  // One document alike shows that this machine makes the packer's bytes: then another one has no excuse.
  const sameEngine = rendered.some(same);
  const findings: Finding[] = [];
  for (const part of rendered) {
    const found = documents.get(part.path);
    const at = { at: { entry: part.path } };
    if (!found) findings.push(finding('DOCUMENT_ABSENT', 'error', { document: part.title, path: part.path }, at));
    else if (!same(part)) findings.push(await documentDiffers(part, found, sameEngine));
  }
  const known = new Set(rendered.map((p) => p.path));
  for (const path of documents.keys())
    if (!known.has(path)) findings.push(finding('DOCUMENT_NOT_EXPECTED', 'error', { path }, { at: { entry: path } }));
  return [...findings, ...indexRows(index, parts, indexedEvidence(c, evidence))];
}

async function documentDiffers({ title: document, path, bytes }: PayloadPart, found: Uint8Array, sameEngine: boolean): Promise<Finding> {
  const at = { at: { entry: path } };
  let text: string;
  try {
    text = await documentText(found);
  } catch {
    return finding('DOCUMENT_UNREADABLE', 'error', { document }, at);
  }
  const difference = compareTexts(await documentText(bytes), text);
  if (difference) return finding('DOCUMENT_DIFFERS', 'error', { document, ...difference }, at);
  return finding('DOCUMENT_BYTES_DIFFER', sameEngine ? 'error' : 'warning', { document, sameEngine }, at);
}
