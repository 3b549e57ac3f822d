/** What is known of a finished container: read back by the verifier, or as the packer says it wrote it. */
import type { PayloadPart } from '../case/index.ts';
import { type BagCheck, checkBag, openDossier } from '../dossier/disk/index.ts';
import { digestFile, type WrittenContent } from '../dossier/write/index.ts';
import { Fault, fault, sha256Hex } from '../model/index.ts';
import type { BuildOptions } from './build.ts';

/** What the slip prints of the container. */
export interface ContainerFacts {
  readonly fingerprint: string;
  readonly zipSha256: string;
  readonly payloadFiles: number;
  readonly payloadBytes: number;
  readonly documents: number;
  readonly custodyEvents: number;
  readonly custodyHead: string;
}

/** What was written is read from the disk by the verifier, before it gets its name. @throws Fault READ_BACK_FAILED, ABORTED */
export async function readBack(temporary: string, { signal, onProgress }: BuildOptions): Promise<ContainerFacts> {
  const opened = openDossier(temporary);
  try {
    const check = await checkBag(opened, {
      ...(signal ? { signal } : {}),
      // Whether the disk holds the bytes that were digested: one digest tells. Both were taken of the same bytes.
      algorithms: ['sha256'],
      onProgress: (done) => onProgress?.('checking', done, opened.size),
    });
    const wrong = check.findings.find((f) => f.severity === 'stop' || f.severity === 'error');
    if (wrong || check.form !== 'asBuilt' || !check.zipSha256 || !check.fingerprint)
      throw fault('READ_BACK_FAILED', 2, { code: wrong?.code ?? 'ZIP' }, {}, wrong ? new Fault(wrong, 2) : undefined);
    onProgress?.('checking', opened.size ?? 0, opened.size);
    return factsOf(check, check.fingerprint, check.zipSha256);
  } finally {
    opened.close();
  }
}

function factsOf({ files, index, custody }: BagCheck, fingerprint: string, zipSha256: string): ContainerFacts {
  let payloadFiles = 0;
  let payloadBytes = 0;
  for (const { path, size } of files) {
    if (!path.startsWith('data/')) continue;
    payloadFiles += 1;
    payloadBytes += size;
  }
  let documents = 0;
  for (const { role } of index?.files ?? []) if (role === 'document') documents += 1;
  return { fingerprint, zipSha256, payloadFiles, payloadBytes, documents, custodyEvents: custody.events, custodyHead: custody.head ?? '' };
}

const LINE_FEED = 10;

/** Without reading back: what the packer says it wrote. Of the file only the digest of the whole is taken. */
export async function asWritten(
  temporary: string,
  { fingerprint, files, payloadOctets, size }: WrittenContent,
  parts: readonly PayloadPart[],
  { signal, onProgress }: BuildOptions,
): Promise<ContainerFacts> {
  const zipSha256 = await digestFile(
    { source: temporary, label: temporary },
    { signal, onProgress: (done) => onProgress?.('hashing', done, size) },
  );
  const log = parts.find(({ role }) => role === 'custody')?.bytes ?? new Uint8Array();
  // Every line ends with a line feed.
  const last = log.lastIndexOf(LINE_FEED, -2) + 1;
  return {
    fingerprint,
    zipSha256,
    payloadFiles: files.length,
    payloadBytes: Number(payloadOctets),
    documents: parts.filter(({ role }) => role === 'document').length,
    custodyEvents: log.reduce((lines, byte) => (byte === LINE_FEED ? lines + 1 : lines), 0),
    custodyHead: sha256Hex(log.subarray(last, -1)),
  };
}
