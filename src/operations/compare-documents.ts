/**
 * Documents of a dossier against its own data: everything is rendered again by an installed pack of the recorded digest
 * and compared, bytes first, then the extracted text. Runs in a worker with limits: the PDFs come from outside.
 */
import { Worker } from 'node:worker_threads';
import { compareTexts, documentText } from '../documents/index.ts';
import type { FileDigest } from '../dossier/read/index.ts';
import { type Case, type DossierIndex, type Finding, finding, parseInstant, sha256Hex } from '../model/index.ts';
import { loadPack } from '../pack/index.ts';
import { composePayload, type Scan } from './payload.ts';

/** What the worker needs: plain data only. */
export interface Comparison {
  readonly case: Case;
  readonly index: DossierIndex;
  /** Lines of the custody log before the pack event. */
  readonly custody: readonly string[];
  readonly evidence: readonly FileDigest[];
  readonly scans: readonly Scan[];
  /** The PDFs of the dossier by path. */
  readonly documents: ReadonlyMap<string, Uint8Array>;
}

/** A list of 20,000 rows renders in half a minute and 1 GB; beyond it somebody wants to stop the reader. */
const LIMIT_MS = 180_000;
const LIMIT_MB = 2048;

/** Compares in a worker. Never throws for what is inside the dossier: DOCUMENTS_NOT_COMPARED says that it could not. */
export function compareInWorker(comparison: Comparison, signal: AbortSignal | undefined): Promise<readonly Finding[]> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./compare-worker.js', import.meta.url), {
      workerData: comparison,
      resourceLimits: { maxOldGenerationSizeMb: LIMIT_MB },
      stdout: true,
      stderr: true,
    });
    const settle = (findings: readonly Finding[]): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve(findings);
      void worker.terminate();
    };
    const stop = (): void => settle([notCompared('fault', '', '')]);
    const timer = setTimeout(stop, LIMIT_MS);
    signal?.addEventListener('abort', stop);
    worker.once('message', settle);
    worker.once('error', stop);
    worker.once('exit', stop);
  });
}

export async function compareDocuments({ case: c, index, custody, evidence, scans, documents }: Comparison): Promise<readonly Finding[]> {
  const pack = loadPack(index.template.id);
  const now = parseInstant(index.createdAt) ?? 0;
  const { parts } = await composePayload({ case: c, pack, now, draft: false, custody, evidence, scans });
  const findings: Finding[] = [];
  const expected = parts.filter((p) => p.role === 'document');
  for (const part of expected) {
    const found = documents.get(part.path);
    if (!found) findings.push(finding('DOCUMENT_ABSENT', 'error', { document: part.title, path: part.path }, { at: { entry: part.path } }));
    else if (sha256Hex(found) !== sha256Hex(part.bytes)) findings.push(...(await textDiffers(part.title, part.path, part.bytes, found)));
  }
  const known = new Set(expected.map((p) => p.path));
  for (const path of documents.keys())
    if (!known.has(path)) findings.push(finding('DOCUMENT_NOT_EXPECTED', 'error', { path }, { at: { entry: path } }));
  return findings;
}

async function textDiffers(document: string, path: string, expected: Uint8Array, found: Uint8Array): Promise<Finding[]> {
  const at = { at: { entry: path } };
  let text: string;
  try {
    text = await documentText(found);
  } catch {
    return [finding('DOCUMENT_UNREADABLE', 'error', { document }, at)];
  }
  const difference = compareTexts(await documentText(expected), text);
  return difference ? [finding('DOCUMENT_DIFFERS', 'error', { document, ...difference }, at)] : [];
}

/** May the documents be compared on this machine: the pack of the recorded digest, the engine of the recorded version? */
export function comparable(index: DossierIndex, engine: { readonly name: string; readonly version: string }): Finding | undefined {
  const recorded = `${index.template.id} ${index.template.version}`;
  let installed = '';
  try {
    const pack = loadPack(index.template.id);
    if (pack.sha256 !== index.template.sha256) installed = `${pack.pack.id} ${pack.pack.version}（${pack.sha256.slice(0, 8)}）`;
    else if (index.engine.name !== engine.name || index.engine.version !== engine.version) {
      return notCompared('engine', `${index.engine.name} ${index.engine.version}`, `${engine.name} ${engine.version}`);
    } else return undefined;
  } catch {
    return notCompared('pack', recorded, installed);
  }
  return notCompared('pack', `${recorded}（${index.template.sha256.slice(0, 8)}）`, installed);
}

function notCompared(reason: 'pack' | 'engine' | 'fault', recorded: string, installed: string): Finding {
  return finding('DOCUMENTS_NOT_COMPARED', 'info', { reason, recorded, installed });
}

/** Which entries of a dossier are renderings. */
export function renderings(index: DossierIndex): readonly string[] {
  return index.files.filter((f) => f.role === 'document').map((f) => f.path);
}
