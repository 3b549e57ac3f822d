/** Files that are read but not written into a container: for `check` and drafts, by the same path and with the same faults as packing. */
import type { Digests } from '../../model/index.ts';
import { startPace } from '../pace.ts';
import { CHUNK_BYTES, copyEvidence, type EvidenceSource } from './evidence.ts';
import type { ZipWriter } from './zip-writer.ts';

export interface Measured extends Digests {
  readonly size: number;
}

interface Watch {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

const NOWHERE: ZipWriter = { add: () => undefined, begin: () => undefined, append: () => undefined, end: () => undefined, close: () => 0 };

/** Size and digests of files, in the order given. @throws Fault EVIDENCE_*, ABORTED */
export async function measureEvidence(files: readonly EvidenceSource[], { signal, onProgress }: Watch): Promise<Measured[]> {
  const buffer = new Uint8Array(CHUNK_BYTES);
  const pace = startPace(signal, onProgress);
  const measured: Measured[] = [];
  for (const file of files) measured.push(await copyEvidence(NOWHERE, '', file, { buffer, pace }));
  return measured;
}

/** The whole content of a file that goes in as a document (a signed scan). @throws Fault EVIDENCE_*, ABORTED */
export async function readEvidence(file: EvidenceSource, { signal }: Watch): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const keep = (bytes: Uint8Array): void => void parts.push(bytes.slice());
  const into: ZipWriter = { ...NOWHERE, add: (_name, bytes) => keep(bytes), append: keep };
  await copyEvidence(into, '', file, { buffer: new Uint8Array(CHUNK_BYTES), pace: startPace(signal, undefined) });
  return Buffer.concat(parts);
}
