/** Parts → bag → zip → read back → 校验单 and 交接登记表: the end of every build, whoever receives it. */
import { dirname } from 'node:path';
import type { PayloadPart } from '../case/index.ts';
import { renderDocument, type SlipData } from '../documents/index.ts';
import {
  bagLabels,
  type FileDigest,
  type PackPlan,
  prepareFile,
  type Target,
  type WrittenDossier,
  writeDossier,
} from '../dossier/write/index.ts';
import { checkingNote } from '../messages/index.ts';
import { type Case, type DossierPurpose, type Finding, finding, formatInstant, PACKAGE_DOCUMENTS } from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';
import { pageDigest } from '../program/index.ts';
import type { BuildOptions } from './build.ts';
import { asWritten, type ContainerFacts, readBack } from './container-facts.ts';
import { indexText } from './dossier-index.ts';
import { besideCase, keepOutside, refuseExisting, refuseFolders, sizeOf } from './output.ts';
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
  /** What was noticed on the way. */
  readonly remarks: readonly Finding[];
}

export interface BagPlan {
  /** The case as its receiver may see it. */
  readonly case: Case;
  readonly pack: LoadedPack;
  readonly options: BuildOptions;
  /** Name of the folder inside the zip. */
  readonly bag: string;
  readonly purpose?: DossierPurpose;
  /** Version of the format that the log asks for (`formatOf`). */
  readonly format: string;
  readonly sources: PackPlan['evidence'];
  /** Everything but the evidence, which is packed by then. */
  readonly compose: (evidence: readonly FileDigest[]) => Promise<readonly PayloadPart[]>;
}

/** @throws Fault of the machine or the target; what `compose` throws. Nothing half-written is left */
export async function packBag(plan: BagPlan): Promise<PackedBag> {
  const { case: c, options, bag, sources } = plan;
  const target = zipName(options.output ?? besideCase(options.dir, bag));
  const papers = papersOf(plan, target);
  const paths = [target, ...papers.map(({ path }) => path)];
  keepOutside(options.dir, ...paths);
  refuseFolders(...paths);
  if (!options.overwrite) refuseExisting(...paths);

  let parts: readonly PayloadPart[] = [];
  const ready: Target[] = [];
  const total = sources.reduce((sum, { source }) => sum + (sizeOf(source) ?? 0), 0);
  try {
    const written = await writeDossier({
      target,
      format: plan.format,
      overwrite: options.overwrite,
      bagName: bag,
      evidence: sources,
      rest: async (evidence) => {
        parts = await plan.compose([...evidence]);
        return parts;
      },
      index: (files) => indexText(c, { ...plan, now: options.now, software: options.software }, parts, files),
      bagInfo: () => bagLabels(c, options.now, options.software, plan.purpose),
      note: checkingNote({ caseNo: c.case.caseNo, caseName: c.case.name, sender: c.case.sender.name }),
      ...(options.signal ? { signal: options.signal } : {}),
      onProgress: (done) => options.onProgress?.('packing', done, total),
      accept: async (temporary, content) => {
        const facts = options.readBack === false ? await asWritten(temporary, content, parts, options) : await readBack(temporary, options);
        const slip = slipData(plan, { facts, target, size: content.size });
        for (const { id, path } of papers) ready.push(await prepareFile(path, options.overwrite, await paperBytes(plan, id, slip)));
        return facts;
      },
    });
    for (const paper of ready) paper.commit();
    const { size, files, fingerprint, zipSha256 } = written;
    const pathOf = (wanted: PaperId): string | undefined => papers.find(({ id }) => id === wanted)?.path;
    const register = pathOf('register');
    const made = { path: target, slip: pathOf('slip') ?? '', ...(register === undefined ? {} : { register }) };
    return { ...made, size, files: files.length, fingerprint, zipSha256, remarks: remarksOn(plan, written) };
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

function slipData(
  plan: BagPlan,
  { facts, target, size }: { readonly facts: ContainerFacts; readonly target: string; readonly size: number },
): SlipData {
  const { case: c, bag, sources, options } = plan;
  const { now } = options;
  const page = pageDigest();
  return {
    ...facts,
    zipName: target.split(/[/\\]/).at(-1) ?? target,
    zipSize: size,
    bag,
    evidenceItems: c.evidence.evidence.length,
    evidenceFiles: sources.length,
    packedAt: formatInstant(now),
    packedBy: c.case.officers.map(({ name, certNo }) => ({ name, certNo })),
    formatVersion: plan.format,
    ...(page === undefined ? {} : { pageSha256: page }),
  };
}

/** A FAT32 stick keeps no file of 4 GiB, whatever room it has (MS-FAT 3.8: sizes of 32 bits). */
const MOST_OF_FAT32 = 2 ** 32 - 1;

/** Told before it is copied. `bytes`: size of the dossier. */
export function stickRemarks(target: string, bytes: number): Finding[] {
  return bytes > MOST_OF_FAT32 ? [finding('DOSSIER_OVER_FAT32', 'warning', { target, bytes })] : [];
}

function remarksOn({ options }: BagPlan, { path, removed, size }: WrittenDossier): Finding[] {
  const bytes = removed.reduce((sum, { size }) => sum + size, 0);
  return [
    ...(removed.length > 0 ? [finding('LEFTOVERS_REMOVED', 'info', { folder: dirname(path), count: removed.length, bytes })] : []),
    ...(options.readBack === false ? [finding('NOT_READ_BACK', 'info', { target: path })] : []),
    ...stickRemarks(path, size),
  ];
}
