/** verify on a machine with a disk: bytes, evidence and documents by Node's means; what is said of them is in verdict/. */

import { engineInfo } from '../documents/index.ts';
import { nodePlatform, openDossier } from '../dossier/disk/index.ts';
import type { DocumentId } from '../model/index.ts';
import { type LoadedPack, loadPack } from '../pack/index.ts';
import { type DocumentWork, judge, type Machine, renderings, type Verdict } from '../verdict/index.ts';
import { compareInWorker } from './compare-documents.ts';
import { evidenceOnDisk } from './file-facts.ts';
import type { Phase } from './open-case.ts';
import type { Scan } from './payload.ts';

export interface VerifyOptions {
  /** Zip or unpacked folder, as the user gave it. */
  readonly path: string;
  /** 总校验值 from paper. */
  readonly expect?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((phase: Phase, done: number, total?: number) => void) | undefined;
}

const MACHINE: Machine = {
  platform: nodePlatform,
  evidence: (check, signal) => evidenceOnDisk((path) => check.placeOf(`data/evidence/${path}`), signal),
  pack: installed,
  engine: engineInfo,
  documents: compared,
};

/** @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE, ABORTED */
export async function verifyDossier({ path, expect, signal, onProgress }: VerifyOptions): Promise<Verdict> {
  const opened = openDossier(path);
  try {
    return await judge(opened, MACHINE, { expect, signal, onProgress: (done, total) => onProgress?.('checking', done, total) });
  } finally {
    opened.close();
  }
}

function installed(id: string): LoadedPack | undefined {
  try {
    return loadPack(id);
  } catch {
    return undefined;
  }
}

function compared({ check, index, loaded, case: c, signal }: DocumentWork): ReturnType<typeof compareInWorker> {
  const read = (path: string): readonly (readonly [string, Uint8Array])[] => {
    const bytes = check.readDocument(path);
    return bytes ? [[path, bytes]] : [];
  };
  const scans: Scan[] = index.files
    .filter((f) => f.role === 'signedScan')
    .flatMap((f) => read(f.path).map(([path, bytes]) => ({ document: f.document as DocumentId, path, pages: f.pages ?? 0, bytes })));
  return compareInWorker(
    {
      case: c,
      index,
      custody: { lines: (loaded.custody?.lines ?? []).slice(0, -1), events: (loaded.custody?.events ?? []).slice(0, -1) },
      evidence: check.files.filter((f) => f.path.startsWith('data/evidence/')),
      scans,
      documents: new Map(renderings(index).flatMap(read)),
    },
    signal,
  );
}
