/** build: the dossier zip, its 校验单, and a report. */
import type { LoadedCase } from '../case/index.ts';
import { renderDocument, type SlipData } from '../documents/index.ts';
import { type BagCheck, checkBag, FORMAT_VERSION, openDossier } from '../dossier/read/index.ts';
import { bagName, type FileDigest, prepareFile, type Target, writeDossier } from '../dossier/write/index.ts';
import { checkingNote } from '../messages/index.ts';
import { type Case, dayInChina, Fault, type Finding, fault, formatInstant } from '../model/index.ts';
import { bagInfo, dossierIndex, type Software } from './bag-info.ts';
import { listedFiles } from './check.ts';
import { digestFindings, evidenceSources, payloadOf } from './materials.ts';
import { blocks, type CaseOptions, type OpenedCase, openCase } from './open-case.ts';
import { protectCase, refuseExisting, refuseFolders, sizeOf } from './output.ts';
import { indexedEvidence, type Payload, type PayloadPart, renderInput } from './payload.ts';

export interface BuildOptions extends CaseOptions {
  /** The zip; by default `<bag>.zip` in the working directory. */
  readonly output?: string | undefined;
  readonly overwrite: boolean;
  readonly software: Software;
}

export interface Built {
  readonly path: string;
  readonly slip: string;
  readonly size: number;
  readonly files: number;
  readonly fingerprint: string;
  readonly zipSha256: string;
  /** Files of evidence and scans, whose content only human eyes check for what must not leave the house (S-01). */
  readonly evidence: number;
}

export interface BuildResult {
  readonly loaded: LoadedCase;
  readonly findings: readonly Finding[];
  /** Absent when findings kept the dossier from being built. */
  readonly written?: Built;
}

/** Thrown inside the packer to end it; never leaves this file. */
class Blocked extends Error {}

/** @throws Fault of the machine, the target, or a file that changed; nothing half-written is left */
export async function buildDossier(options: BuildOptions): Promise<BuildResult> {
  const opened = await openCase(options);
  const { loaded, pack } = opened;
  const findings: Finding[] = [...opened.findings];
  if (blocks(findings, options.strict) || !loaded.case || !pack) return { loaded, findings };
  try {
    const written = await packCase(opened, options, (more) => {
      findings.push(...more);
      if (blocks(more, options.strict)) throw new Blocked();
    });
    return { loaded, findings, written };
  } catch (error) {
    if (error instanceof Blocked) return { loaded, findings };
    throw error;
  }
}

type Note = (findings: readonly Finding[]) => void;

async function packCase(opened: OpenedCase, options: BuildOptions, note: Note): Promise<Built> {
  const { loaded, pack, files } = opened;
  const c = loaded.case;
  if (!c || !pack) throw new TypeError('buildDossier: the case is not complete');
  const sources = evidenceSources(files, options.dir);
  if (sources.length !== listedFiles(opened)) throw new TypeError('buildDossier: a listed file is missing');
  const bag = bagName(c.case.caseNo, dayInChina(options.now));
  const target = zipName(options.output ?? bag);
  const slipPath = `${target.replace(/\.zip$/i, '')}.校验单.pdf`;
  protectCase(options.dir, target, slipPath);
  refuseFolders(target, slipPath);
  if (!options.overwrite) refuseExisting(target, slipPath);

  let payload: Payload = { parts: [], findings: [] };
  let slip: Target | undefined;
  const total = sources.length === 0 ? 0 : files.reduce((sum, f) => sum + f.size, 0);
  try {
    const written = await writeDossier({
      target,
      overwrite: options.overwrite,
      bagName: bag,
      evidence: sources,
      rest: async (evidence) => {
        note(digestFindings(opened, options, evidence));
        payload = await payloadOf(opened, options, evidence);
        note(payload.findings);
        return payload.parts;
      },
      index: (digests) => indexBytes(c, opened, options, payload.parts, digests),
      bagInfo: () => bagInfo(c, options.now, options.software),
      note: checkingNote({ caseNo: c.case.caseNo, caseName: c.case.name, sender: c.case.sender.name }),
      ...(options.signal ? { signal: options.signal } : {}),
      onProgress: (done) => options.onProgress?.('packing', done, total),
      accept: async (temporary) => {
        const check = await readBack(temporary, options);
        slip = await prepareFile(slipPath, options.overwrite, await slipBytes(c, opened, options, { check, bag, target, temporary }));
        return { zipSha256: check.zipSha256 ?? '' };
      },
    });
    slip?.commit();
    return {
      path: target,
      slip: slipPath,
      size: written.size,
      files: written.files.length,
      fingerprint: written.fingerprint,
      zipSha256: written.zipSha256,
      evidence: files.length,
    };
  } finally {
    slip?.discard();
  }
}

/** Windows opens a zip by its ending. */
function zipName(path: string): string {
  return /\.zip$/i.test(path) ? path : `${path}.zip`;
}

function indexBytes(
  c: Case,
  { pack }: OpenedCase,
  { now, software }: BuildOptions,
  parts: readonly PayloadPart[],
  digests: readonly FileDigest[],
): Uint8Array {
  if (!pack) throw new TypeError('indexBytes: no pack');
  const byPath = new Map(digests.map((d) => [d.path, d]));
  const evidence = indexedEvidence(
    c,
    digests.filter((d) => d.path.startsWith('data/evidence/')),
  );
  const rest = parts.map(({ bytes: _, ...part }) => ({ ...part, ...(byPath.get(part.path) as FileDigest) }));
  return new TextEncoder().encode(`${JSON.stringify(dossierIndex(c, pack, now, software, [...evidence, ...rest]), null, 1)}\n`);
}

/** What was written is read from the disk by the verifier, before it gets its name. */
async function readBack(temporary: string, { signal, onProgress }: BuildOptions): Promise<BagCheck> {
  const opened = openDossier(temporary);
  try {
    const check = await checkBag(opened, {
      ...(signal ? { signal } : {}),
      onProgress: (done) => onProgress?.('checking', done, opened.size),
    });
    const wrong = check.findings.find((f) => f.severity === 'stop' || f.severity === 'error');
    if (wrong || !check.zipSha256 || !check.fingerprint)
      throw fault('READ_BACK_FAILED', 2, { code: wrong?.code ?? 'ZIP' }, {}, wrong ? new Fault(wrong, 2) : undefined);
    return check;
  } finally {
    opened.close();
  }
}

async function slipBytes(
  c: Case,
  { pack, files }: OpenedCase,
  { now }: BuildOptions,
  {
    check,
    bag,
    target,
    temporary,
  }: { readonly check: BagCheck; readonly bag: string; readonly target: string; readonly temporary: string },
): Promise<Uint8Array> {
  if (!pack) throw new TypeError('slipBytes: no pack');
  const payload = check.files.filter((f) => f.path.startsWith('data/'));
  const slip: SlipData = {
    fingerprint: check.fingerprint ?? '',
    zipName: target.split(/[/\\]/).at(-1) ?? target,
    zipSha256: check.zipSha256 ?? '',
    zipSize: sizeOf(temporary),
    bag,
    payloadFiles: payload.length,
    payloadBytes: payload.reduce((sum, f) => sum + f.size, 0),
    documents: check.index?.files.filter((f) => f.role === 'document').length ?? 0,
    evidenceItems: c.evidence.evidence.length,
    evidenceFiles: files.filter((f) => f.role === 'evidence').length,
    packedAt: formatInstant(now),
    packedBy: c.case.officers.map(({ name, certNo }) => ({ name, certNo })),
    custodyEvents: check.custody.events.length,
    custodyHead: check.custody.head ?? '',
    formatVersion: FORMAT_VERSION,
  };
  return (await renderDocument('slip', { ...renderInput({ case: c, pack, now, draft: false }), slip })).bytes;
}
