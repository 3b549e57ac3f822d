/** Parts → bag → zip → read back → 校验单 and 交接登记表: the end of every build, whoever receives it. */
import { indexedEvidence, type PayloadPart } from '../case/index.ts';
import { renderDocument, type SlipData } from '../documents/index.ts';
import { type BagCheck, checkBag, FORMAT_VERSION, openDossier } from '../dossier/disk/index.ts';
import { bagLabels, type FileDigest, type PackPlan, prepareFile, type Target, writeDossier } from '../dossier/write/index.ts';
import { checkingNote } from '../messages/index.ts';
import { type Case, type DossierPurpose, Fault, fault, formatInstant, PACKAGE_DOCUMENTS } from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';
import type { BuildOptions } from './build.ts';
import { dossierIndex } from './dossier-index.ts';
import { protectCase, refuseExisting, refuseFolders, sizeOf } from './output.ts';
import { renderInput } from './payload.ts';

export interface PackedBag {
  readonly path: string;
  readonly slip: string;
  /** 交接登记表; absent where the pack has none. */
  readonly register?: string;
  readonly size: number;
  readonly files: number;
  readonly fingerprint: string;
  readonly zipSha256: string;
}

export interface BagPlan {
  /** The case as its receiver may see it. */
  readonly case: Case;
  readonly pack: LoadedPack;
  readonly options: BuildOptions;
  /** Name of the folder inside the zip. */
  readonly bag: string;
  readonly purpose?: DossierPurpose;
  readonly sources: PackPlan['evidence'];
  /** Everything but the evidence, which is packed by then. */
  readonly compose: (evidence: readonly FileDigest[]) => Promise<readonly PayloadPart[]>;
}

/** @throws Fault of the machine or the target; what `compose` throws. Nothing half-written is left */
export async function packBag(plan: BagPlan): Promise<PackedBag> {
  const { case: c, options, bag, sources } = plan;
  const target = zipName(options.output ?? bag);
  const papers = papersOf(plan, target);
  const paths = [target, ...papers.map(({ path }) => path)];
  protectCase(options.dir, ...paths);
  refuseFolders(...paths);
  if (!options.overwrite) refuseExisting(...paths);

  let parts: readonly PayloadPart[] = [];
  const ready: Target[] = [];
  const total = sources.reduce((sum, { source }) => sum + sizeOf(source), 0);
  try {
    const written = await writeDossier({
      target,
      overwrite: options.overwrite,
      bagName: bag,
      evidence: sources,
      rest: async (evidence) => {
        parts = await plan.compose(evidence);
        return parts;
      },
      index: (digests) => indexBytes(plan, parts, digests),
      bagInfo: () => bagLabels(c, options.now, options.software, plan.purpose),
      note: checkingNote({ caseNo: c.case.caseNo, caseName: c.case.name, sender: c.case.sender.name }),
      ...(options.signal ? { signal: options.signal } : {}),
      onProgress: (done) => options.onProgress?.('packing', done, total),
      accept: async (temporary) => {
        const check = await readBack(temporary, options);
        const slip = slipData(plan, { check, target, temporary });
        for (const { id, path } of papers) ready.push(await prepareFile(path, options.overwrite, await paperBytes(plan, id, slip)));
        return { zipSha256: check.zipSha256 ?? '' };
      },
    });
    for (const paper of ready) paper.commit();
    const { size, files, fingerprint, zipSha256 } = written;
    const pathOf = (wanted: PaperId): string | undefined => papers.find(({ id }) => id === wanted)?.path;
    const register = pathOf('register');
    const made = { path: target, slip: pathOf('slip') ?? '', ...(register === undefined ? {} : { register }) };
    return { ...made, size, files: files.length, fingerprint, zipSha256 };
  } finally {
    for (const paper of ready) paper.discard();
  }
}

type PaperId = (typeof PACKAGE_DOCUMENTS)[number];
const PAPER_NAMES: Readonly<Record<PaperId, string>> = { slip: '校验单', register: '交接登记表' };

/** The papers beside the zip. A pack of its own may have no 交接登记表. */
function papersOf({ pack }: BagPlan, target: string): readonly { readonly id: PaperId; readonly path: string }[] {
  const base = target.replace(/\.zip$/i, '');
  const made = PACKAGE_DOCUMENTS.filter((id) => id === 'slip' || pack.pack.documents.some((d) => d.id === id));
  return made.map((id) => ({ id, path: `${base}.${PAPER_NAMES[id]}.pdf` }));
}

async function paperBytes({ case: c, pack, options: { now } }: BagPlan, id: PaperId, slip: SlipData): Promise<Uint8Array> {
  return (await renderDocument(id, { ...renderInput({ case: c, pack, now, draft: false }), slip })).bytes;
}

/** Windows opens a zip by its ending. */
function zipName(path: string): string {
  return /\.zip$/i.test(path) ? path : `${path}.zip`;
}

function indexBytes(
  { case: c, pack, purpose, options: { now, software } }: BagPlan,
  parts: readonly PayloadPart[],
  digests: readonly FileDigest[],
): Uint8Array {
  const byPath = new Map(digests.map((d) => [d.path, d]));
  const evidence = indexedEvidence(
    c,
    digests.filter((d) => d.path.startsWith('data/evidence/')),
  );
  const rest = parts.map(({ bytes: _, ...part }) => ({ ...part, ...(byPath.get(part.path) as FileDigest) }));
  const index = dossierIndex(c, { pack, now, software, files: [...evidence, ...rest], ...(purpose ? { purpose } : {}) });
  return new TextEncoder().encode(`${JSON.stringify(index, null, 1)}\n`);
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

function slipData(
  { case: c, bag, sources, options: { now } }: BagPlan,
  { check, target, temporary }: { readonly check: BagCheck; readonly target: string; readonly temporary: string },
): SlipData {
  const payload = check.files.filter((f) => f.path.startsWith('data/'));
  return {
    fingerprint: check.fingerprint ?? '',
    zipName: target.split(/[/\\]/).at(-1) ?? target,
    zipSha256: check.zipSha256 ?? '',
    zipSize: sizeOf(temporary),
    bag,
    payloadFiles: payload.length,
    payloadBytes: payload.reduce((sum, f) => sum + f.size, 0),
    documents: check.index?.files.filter((f) => f.role === 'document').length ?? 0,
    evidenceItems: c.evidence.evidence.length,
    evidenceFiles: sources.length,
    packedAt: formatInstant(now),
    packedBy: c.case.officers.map(({ name, certNo }) => ({ name, certNo })),
    custodyEvents: check.custody.events.length,
    custodyHead: check.custody.head ?? '',
    formatVersion: FORMAT_VERSION,
  };
}
