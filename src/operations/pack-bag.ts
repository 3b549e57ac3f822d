/** Parts → bag → zip → read back → 校验单 and 交接登记表: the end of every build, whoever receives it. */
import { dirname } from 'node:path';
import { type PayloadPart, rowOfEvidence } from '../case/index.ts';
import { renderDocument, type SlipData } from '../documents/index.ts';
import { type BagCheck, checkBag, FORMAT_VERSION, openDossier } from '../dossier/disk/index.ts';
import {
  bagLabels,
  digestFile,
  type FileDigest,
  type Files,
  indexPieces,
  type PackPlan,
  prepareFile,
  type Target,
  type WrittenContent,
  type WrittenDossier,
  writeDossier,
} from '../dossier/write/index.ts';
import { checkingNote } from '../messages/index.ts';
import {
  type Case,
  type DossierPurpose,
  evidenceOwners,
  Fault,
  type Finding,
  fault,
  finding,
  formatInstant,
  type IndexedFile,
  PACKAGE_DOCUMENTS,
  sha256Hex,
} from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';
import type { BuildOptions } from './build.ts';
import { indexHead } from './dossier-index.ts';
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
  const total = sources.reduce((sum, { source }) => sum + (sizeOf(source) ?? 0), 0);
  try {
    const written = await writeDossier({
      target,
      overwrite: options.overwrite,
      bagName: bag,
      evidence: sources,
      rest: async (evidence) => {
        parts = await plan.compose([...evidence]);
        return parts;
      },
      index: (files) => indexText(plan, parts, files),
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

function indexText({ case: c, pack, purpose, options: { now, software } }: BagPlan, parts: readonly PayloadPart[], files: Files) {
  return indexPieces(indexHead(c, { pack, now, software, ...(purpose ? { purpose } : {}) }), indexRows(c, parts, files));
}

function* indexRows(c: Case, parts: readonly PayloadPart[], files: Files): Generator<IndexedFile> {
  const owners = evidenceOwners(c);
  const made = new Map(parts.map(({ bytes: _, ...part }) => [part.path, part]));
  for (const file of files) {
    const part = made.get(file.path);
    // Faster than spreading both, which V8 does by way of objects that it keeps for long.
    yield part ? { ...part, ...file } : Object.assign({ ...file }, rowOfEvidence(owners, file.path));
  }
}

/** What the slip prints of the container. */
interface Facts {
  readonly fingerprint: string;
  readonly zipSha256: string;
  readonly payloadFiles: number;
  readonly payloadBytes: number;
  readonly documents: number;
  readonly custodyEvents: number;
  readonly custodyHead: string;
}

/** What was written is read from the disk by the verifier, before it gets its name. */
async function readBack(temporary: string, { signal, onProgress }: BuildOptions): Promise<Facts> {
  const opened = openDossier(temporary);
  try {
    const check = await checkBag(opened, {
      ...(signal ? { signal } : {}),
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

function factsOf({ files, index, custody }: BagCheck, fingerprint: string, zipSha256: string): Facts {
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
async function asWritten(
  temporary: string,
  { fingerprint, files, payloadOctets, size }: WrittenContent,
  parts: readonly PayloadPart[],
  { signal, onProgress }: BuildOptions,
): Promise<Facts> {
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

function slipData(
  { case: c, bag, sources, options: { now } }: BagPlan,
  { facts, target, size }: { readonly facts: Facts; readonly target: string; readonly size: number },
): SlipData {
  return {
    ...facts,
    zipName: target.split(/[/\\]/).at(-1) ?? target,
    zipSize: size,
    bag,
    evidenceItems: c.evidence.evidence.length,
    evidenceFiles: sources.length,
    packedAt: formatInstant(now),
    packedBy: c.case.officers.map(({ name, certNo }) => ({ name, certNo })),
    formatVersion: FORMAT_VERSION,
  };
}

function remarksOn({ options }: BagPlan, { path, removed }: WrittenDossier): Finding[] {
  const bytes = removed.reduce((sum, { size }) => sum + size, 0);
  return [
    ...(removed.length > 0 ? [finding('LEFTOVERS_REMOVED', 'info', { folder: dirname(path), count: removed.length, bytes })] : []),
    ...(options.readBack === false ? [finding('NOT_READ_BACK', 'info', { target: path })] : []),
  ];
}
