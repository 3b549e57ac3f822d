/** verify on a machine with a disk: bytes, evidence and documents by Node's means; what is said of them is in verdict/. */

import { engine } from '../documents/index.ts';
import { type DiskOpened, nodePlatform, openDossier } from '../dossier/disk/index.ts';
import type { DocumentId } from '../model/index.ts';
import { givenPacks, type LoadedPack, loadPack, recordedPack } from '../pack/index.ts';
import { ownVersion } from '../program/index.ts';
import { type DocumentWork, judge, type Machine, renderings, type Verdict } from '../verdict/index.ts';
import { beginComparing, compareInWorker } from './compare-documents.ts';
import { evidenceOnDisk } from './file-facts.ts';
import type { Phase } from './open-case.ts';
import type { Scan } from './payload.ts';

export interface VerifyOptions {
  /** Zip or unpacked folder, as the user gave it. */
  readonly path: string;
  /** 总校验值 from paper. */
  readonly expect?: string | undefined;
  /** A head of the custody log from paper: 64 hex digits, lower case. */
  readonly custodyHead?: string | undefined;
  /** Pack that the dossier names and that is not installed here: an id, or a folder of one or of several. */
  readonly template?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((phase: Phase, done: number, total?: number) => void) | undefined;
}

/** @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE, ABORTED */
export async function verifyDossier({ path, expect, custodyHead, template, signal, onProgress }: VerifyOptions): Promise<Verdict> {
  // A pack that was given must be one: without it the answer would be another than the one asked for.
  const given = template === undefined ? [] : givenPacks(template);
  const opened = openDossier(path);
  try {
    beginComparing();
    const machine = machineOf(opened, template, given);
    return await judge(opened, machine, {
      expect,
      custodyHead,
      signal,
      onProgress: (done, total) => onProgress?.('checking', done, total),
    });
  } finally {
    opened.close();
  }
}

function machineOf(opened: DiskOpened, template: string | undefined, given: readonly LoadedPack[]): Machine {
  return {
    version: ownVersion(),
    platform: nodePlatform(opened),
    evidence: (check, signal) => evidenceOnDisk((path) => check.placeOf(`data/evidence/${path}`), signal),
    recordedPack: (recorded) => recordedPack(recorded, { given }),
    isGiven: (pack) => given.some(({ sha256 }) => sha256 === pack.sha256),
    fallbackPack: (id) => loadPack(id),
    engine,
    documents: (work) => compared(work, template),
  };
}

function compared(
  { check, index, loaded, case: c, signal }: DocumentWork,
  template: string | undefined,
): ReturnType<typeof compareInWorker> {
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
      ...(template === undefined ? {} : { template }),
      custody: { lines: (loaded.custody?.lines ?? []).slice(0, -1), events: (loaded.custody?.events ?? []).slice(0, -1) },
      evidence: check.files.filter((f) => f.path.startsWith('data/evidence/')),
      scans,
      documents: new Map(renderings(index).flatMap(read)),
    },
    signal,
  );
}
