/** Writes a dossier in one pass over the evidence. Until the last line has run, the target is as it was. */
import { comparePaths } from '../../model/index.ts';
import type { FileDigest, Files } from '../format/index.ts';
import * as layout from '../format/index.ts';
import { type Pace, startPace } from '../pace.ts';
import { copyEvidence } from './copy-evidence.ts';
import { type DigestingOptions, startDigesters } from './digesters.ts';
import { checkSize, entries } from './entries.ts';
import { targetGone } from './faults.ts';
import { checkCount, checkPaths, checkPlan, type MadeFile, type PackPlan, type WrittenContent, type WrittenDossier } from './plan.ts';
import { bagInfoText } from './tag-files.ts';
import { openTarget, type Target } from './target.ts';
import { manifestPieces } from './text.ts';
import { inOrder, listedFiles, withOthers } from './written-files.ts';
import { type ZipWriter, zipWriter } from './zip-writer.ts';

export interface WriterOptions {
  readonly zip64From?: layout.Zip64From;
  readonly digesting?: DigestingOptions;
}

/** @throws Fault BUILD_*, EVIDENCE_CHANGED, TARGET_*, ABORTED, or what `rest`, `index` and `accept` throw. */
export async function writeDossier(plan: PackPlan, options: WriterOptions = {}): Promise<WrittenDossier> {
  checkPlan(plan);
  const target = openTarget(plan.target, plan.overwrite);
  try {
    const pace = startPace(plan.signal, plan.onProgress);
    pace.check();
    const content = await writeContainer(plan, target.fd, pace, options);
    pace.check();
    const { zipSha256 } = await accepted(plan, target, content);
    pace.check();
    target.commit();
    return { path: plan.target, zipSha256, ...content, removed: target.removed };
  } finally {
    target.discard();
  }
}

/** The directory's memory is free when this is done. */
async function writeContainer(plan: PackPlan, fd: number, pace: Pace, { zip64From, digesting }: WriterOptions): Promise<WrittenContent> {
  const zip = zipWriter(fd, plan.target, zip64From);
  const written = await writeContent(plan, zip, { pace, digesting });
  return { ...written, size: zip.close() };
}

/** What the disk still has to take in is read back meanwhile, from the system's memory. */
async function accepted(plan: PackPlan, target: Target, content: WrittenContent): Promise<{ readonly zipSha256: string }> {
  const [synced, checked] = await Promise.allSettled([target.sync(), plan.accept(target.temporary, content)]);
  if (synced.status === 'rejected') throw synced.reason;
  if (checked.status === 'rejected') throw target.standing() ? checked.reason : targetGone(checked.reason, plan.target);
  return checked.value;
}

interface Means {
  readonly pace: Pace;
  readonly digesting: DigestingOptions | undefined;
}

async function writeContent(plan: PackPlan, zip: ZipWriter, means: Means): Promise<Omit<WrittenContent, 'size'>> {
  const add = entries(zip, plan.bagName, means.pace);
  const evidence = await writeEvidence(plan, zip, means);
  const rest = layout.inEntryOrder(await plan.rest(evidence));
  checkRest(rest, evidence.length);
  const others: FileDigest[] = [];
  for (const file of rest) others.push(await add(file.path, 'bytes' in file ? file.bytes : file.text, restLimit(file.path)));

  others.push(await add(layout.INDEX, plan.index(withOthers(evidence, others)), layout.MAX_TEXT_BYTES));
  const files = withOthers(evidence, others);
  let octets = 0n;
  for (const { size } of files) octets += BigInt(size);
  const payload = { octets, files: files.length };

  const tags = [
    await add(layout.MANIFEST.sha256, manifestPieces(files, 'sha256'), layout.MAX_TEXT_BYTES),
    await add(layout.MANIFEST.sm3, manifestPieces(files, 'sm3'), layout.MAX_TEXT_BYTES),
    await add(
      layout.BAG_INFO,
      [bagInfoText(plan.bagInfo(payload), { ...payload, format: plan.format ?? layout.FORMAT_VERSION })],
      layout.MAX_TAG_BYTES,
    ),
    await add(layout.BAGIT, [layout.BAGIT_TEXT], layout.MAX_TAG_BYTES),
    await add(layout.NOTE, [plan.note], layout.MAX_TAG_BYTES),
  ];
  const listed = inOrder(tags);
  const { sha256: fingerprint } = await add(layout.TAG_MANIFEST.sha256, manifestPieces(listed, 'sha256'), layout.MAX_TAG_BYTES);
  await add(layout.TAG_MANIFEST.sm3, manifestPieces(listed, 'sm3'), layout.MAX_TAG_BYTES);
  return { fingerprint, files, payloadOctets: octets };
}

async function writeEvidence({ evidence, bagName }: PackPlan, zip: ZipWriter, { pace, digesting }: Means): Promise<Files> {
  const order = Uint32Array.from(evidence, (_, i) => i).sort((a, b) => comparePaths(evidence[a]?.path ?? '', evidence[b]?.path ?? ''));
  const fileAt = (place: number) => evidence[order[place] as number] as PackPlan['evidence'][number];
  const paths = { length: order.length, at: (place: number) => layout.EVIDENCE + fileAt(place).path };
  const table = layout.fileTable(paths, digesting?.algorithms);
  const named = {
    length: order.length,
    at(place: number) {
      const { source, label } = fileAt(place);
      return { name: `${bagName}/${paths.at(place)}`, source, label };
    },
  };
  const digesters = startDigesters(digesting);
  try {
    await copyEvidence(named, zip, { digesters, pace, known: table.putBytes });
    pace.finish();
    return listedFiles(paths, table.at);
  } finally {
    await digesters.close();
  }
}

/** Paths made by the other rooms obey the same rules as evidence, and stand in the three folders that the format has for them. */
function checkRest(rest: readonly MadeFile[], evidence: number): void {
  checkCount(evidence + rest.length + 1);
  // None of these folders is the one of the evidence, so none of its names can collide with them.
  checkPaths([...rest, { path: layout.INDEX }]);
  for (const file of rest) {
    const { path } = file;
    if (path.startsWith(layout.EVIDENCE) || path === layout.INDEX || layout.sectionOf(path) === -1)
      throw new TypeError(`writeDossier: ${path} has no place`);
    if ('bytes' in file) checkSize(path, file.bytes.length, restLimit(path));
  }
}

function restLimit(path: string): number {
  if (path.startsWith(layout.CUSTODY)) return layout.MAX_TEXT_BYTES;
  return path.startsWith(layout.CASE_DATA) ? layout.MAX_CASE_BYTES : layout.MAX_DOCUMENT_BYTES;
}
