/** Files that are read but not written into a container: for `check` and drafts, by the same path and with the same faults as packing. */
import type { Digests } from '../../model/index.ts';
import { startPace } from '../pace.ts';
import { copyEvidence } from './copy-evidence.ts';
import { hexOf, startSum } from './digest.ts';
import { startDigesters } from './digesters.ts';
import { SLOT_BYTES } from './ring.ts';
import { type EvidenceSource, openSource } from './source.ts';
import type { Sink } from './zip-writer.ts';

export interface Measured extends Digests {
  readonly size: number;
}

interface Watch {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

const NOTHING = new Uint8Array();
const NOWHERE: Sink = {
  place: (_name, size) => ({ at: 0, header: 0, name: NOTHING, size, record: 0 }),
  header: () => NOTHING,
  write: () => undefined,
};

/** Size and digests of files, in the order given. @throws Fault EVIDENCE_*, ABORTED */
export async function measureEvidence(files: readonly EvidenceSource[], { signal, onProgress }: Watch): Promise<Measured[]> {
  const pace = startPace(signal, onProgress);
  const digesters = startDigesters();
  try {
    const measured: Measured[] = [];
    await copyEvidence({ length: files.length, at: (i) => ({ ...(files[i] as EvidenceSource), name: '' }) }, NOWHERE, {
      digesters,
      pace,
      known(file, size, digestOf) {
        measured[file] = { size, sha256: hexOf(digestOf('sha256')), sm3: hexOf(digestOf('sm3')) };
      },
    });
    pace.finish();
    return measured;
  } finally {
    await digesters.close();
  }
}

/** SHA-256 of one file, in lower-case hex. @throws Fault as for evidence, ABORTED */
export async function digestFile(file: EvidenceSource, { signal, onProgress }: Watch): Promise<string> {
  const pace = startPace(signal, onProgress);
  const source = openSource(file);
  try {
    const digest = startSum('sha256');
    const buffer = new Uint8Array(SLOT_BYTES);
    for (let done = 0; done < source.size; done += SLOT_BYTES) {
      const part = buffer.subarray(0, Math.min(SLOT_BYTES, source.size - done));
      source.fill(part);
      digest.update(part);
      await pace.step(part.length);
    }
    pace.finish();
    return hexOf(digest.finish());
  } finally {
    source.close();
  }
}

/** The whole content of a file that goes in as a document (a signed scan). @throws Fault EVIDENCE_*, ABORTED */
export async function readEvidence(file: EvidenceSource, { signal }: Watch): Promise<Uint8Array> {
  const pace = startPace(signal, undefined);
  const source = openSource(file);
  try {
    const content = new Uint8Array(source.size);
    for (let done = 0; done < content.length; done += SLOT_BYTES) {
      const part = content.subarray(done, done + SLOT_BYTES);
      source.fill(part);
      await pace.step(part.length);
    }
    source.assertUnchanged();
    return content;
  } finally {
    source.close();
  }
}
