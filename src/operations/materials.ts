/** From an opened case to the payload that a dossier carries. */
import { type CaseFile, signedScans } from '../case/index.ts';
import { type FileDigest, measureEvidence, readEvidence } from '../dossier/write/index.ts';
import type { Ahead } from './ahead.ts';
import { type CaseOptions, type OpenedCase, placed } from './open-case.ts';
import { composePayload, type Payload, type Scan } from './payload.ts';
import { scanFindings } from './scanned-pages.ts';
import type { LookedAt } from './scans.ts';

const EVIDENCE = /^evidence\//;

/** Evidence of a case as the packer wants it. */
export function evidenceSources(
  files: readonly CaseFile[],
  dir: string,
): { readonly path: string; readonly source: string; readonly label: string }[] {
  return files
    .filter((f) => f.role === 'evidence')
    .map((f) => ({ path: f.path.replace(EVIDENCE, ''), source: f.absolute, label: labelOf(dir, f.path) }));
}

function labelOf(dir: string, path: string): string {
  return /[/\\]$/.test(dir) ? `${dir}${path}` : `${dir}/${path}`;
}

/** Digests of all evidence without packing it. Progress is in bytes. */
export async function measureAll({ files }: OpenedCase, { dir, signal, onProgress }: CaseOptions): Promise<FileDigest[]> {
  const sources = evidenceSources(files, dir);
  const total = files.reduce((sum, f) => (f.role === 'evidence' ? sum + f.size : sum), 0);
  const measured = await measureEvidence(sources, { signal, onProgress: (done) => onProgress?.('hashing', done, total) });
  return measured.map((m, i) => ({ ...m, path: `data/evidence/${sources[i]?.path}` }));
}

/** Of the scans is known what the forms say. */
const NOT_LOOKED_AT: LookedAt = { looks: new Map(), findings: [] };

interface PayloadOptions {
  readonly ahead?: Ahead | undefined;
  /** Awaited when everything is rendered: they may be looked at meanwhile. */
  readonly scans?: LookedAt | Promise<LookedAt>;
  /** False where the documents are not kept. */
  readonly compress?: boolean;
}

/** Renders everything. Call only when the case is complete. */
export async function payloadOf(
  opened: OpenedCase,
  options: CaseOptions,
  evidence: readonly FileDigest[],
  { ahead, scans = NOT_LOOKED_AT, compress }: PayloadOptions = {},
): Promise<Payload> {
  const { loaded, pack } = opened;
  if (!loaded.case || !pack) throw new TypeError('payloadOf: the case is not complete');
  const payload = await composePayload({
    case: loaded.case,
    pack,
    now: options.now,
    draft: options.draft,
    custody: loaded.custody ?? { lines: [], events: [] },
    evidence,
    scans: await readScans(opened, options),
    ahead,
    ...(compress === undefined ? {} : { compress }),
    onProgress: (done, total) => options.onProgress?.('rendering', done, total),
  });
  const { printed, findings } = payload;
  return { ...payload, findings: [...placed(findings, loaded), ...scanFindings(printed, await scans, loaded)] };
}

export async function readScans({ loaded, files }: OpenedCase, { dir, signal }: CaseOptions): Promise<Scan[]> {
  const scans: Scan[] = [];
  for (const { form, scan } of signedScans(loaded.forms)) {
    // The letter to the supervisory organ has a package of its own; the letters about the case are in none.
    if (form === 'supervision' || form === 'correspondence') continue;
    const file = files.find((f) => f.role === 'signedScan' && f.path === scan.path);
    if (!file) continue;
    const bytes = await readEvidence({ source: file.absolute, label: labelOf(dir, scan.path) }, { signal });
    scans.push({ document: form, path: scan.path, pages: scan.pages, bytes });
  }
  return scans;
}
