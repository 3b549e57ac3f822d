/** Writes a dossier in one pass over the evidence. Until the last line has run, the target is as it was. */
import { setImmediate } from 'node:timers/promises';
import { comparePaths, type Fault, fault } from '../../model/index.ts';
import type { FileDigest } from '../format/index.ts';
import * as layout from '../format/index.ts';
import { type Pace, startPace } from '../pace.ts';
import { copyEvidence } from './copy-evidence.ts';
import { digestsOf } from './digest.ts';
import { type DigestingOptions, startDigesters } from './digesters.ts';
import { targetGone } from './faults.ts';
import type { Measured } from './measure.ts';
import { checkPaths, checkPlan, type PackPlan, type WrittenContent, type WrittenDossier } from './plan.ts';
import { bagInfoText, manifestText } from './tag-files.ts';
import { openTarget, type Target } from './target.ts';
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
    const zip = zipWriter(target.fd, plan.target, options.zip64From);
    const written = await writeContent(plan, zip, { pace, digesting: options.digesting });
    const content = { ...written, size: zip.close() };
    pace.check();
    const { zipSha256 } = await accepted(plan, target, content);
    pace.check();
    target.commit();
    return { path: plan.target, zipSha256, ...content, removed: target.removed };
  } finally {
    target.discard();
  }
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
  const add = (path: string, bytes: Uint8Array): FileDigest => addFile(zip, `${plan.bagName}/${path}`, path, bytes);

  const { pace } = means;
  const evidence = await writeEvidence(plan, zip, means);
  const rest = [...(await plan.rest(evidence))].sort((a, b) => layout.compareEntries(a.path, b.path));
  checkRest(rest, evidence);
  const restDigests: FileDigest[] = [];
  for (const file of rest) {
    restDigests.push(add(file.path, file.bytes));
    await setImmediate();
    pace.check();
  }

  const indexed = sorted([...evidence, ...restDigests]);
  const files = sorted([...indexed, add(layout.INDEX, limited(layout.INDEX, plan.index(indexed), layout.MAX_TEXT_BYTES))]);
  const payloadOctets = files.reduce((total, file) => total + BigInt(file.size), 0n);
  const text = (path: string, content: string, limit: number) => add(path, limited(path, new TextEncoder().encode(content), limit));

  const info = bagInfoText(plan.bagInfo({ octets: payloadOctets, files: files.length }), { octets: payloadOctets, files: files.length });
  const tags = [
    text(layout.MANIFEST.sha256, manifestText(files, 'sha256'), layout.MAX_TEXT_BYTES),
    text(layout.MANIFEST.sm3, manifestText(files, 'sm3'), layout.MAX_TEXT_BYTES),
    text(layout.BAG_INFO, info, layout.MAX_TAG_BYTES),
    text(layout.BAGIT, layout.BAGIT_TEXT, layout.MAX_TAG_BYTES),
    text(layout.NOTE, plan.note, layout.MAX_TAG_BYTES),
  ];
  const { sha256: fingerprint } = text(layout.TAG_MANIFEST.sha256, manifestText(tags, 'sha256'), layout.MAX_TAG_BYTES);
  text(layout.TAG_MANIFEST.sm3, manifestText(tags, 'sm3'), layout.MAX_TAG_BYTES);
  return { fingerprint, files, payloadOctets };
}

async function writeEvidence(plan: PackPlan, zip: ZipWriter, { pace, digesting }: Means): Promise<FileDigest[]> {
  const files = [...plan.evidence]
    .sort((a, b) => comparePaths(a.path, b.path))
    .map(({ path, source, label }) => ({ path: `${layout.EVIDENCE}${path}`, source, label }));
  const digesters = startDigesters(digesting);
  try {
    const named = files.map(({ path, source, label }) => ({ name: `${plan.bagName}/${path}`, source, label }));
    const copied = await copyEvidence(named, zip, { digesters, pace });
    pace.finish();
    return files.map(({ path }, i) => ({ path, ...(copied[i] as Measured) }));
  } finally {
    await digesters.close();
  }
}

function addFile(zip: ZipWriter, name: string, path: string, bytes: Uint8Array): FileDigest {
  const { digests, crc } = digestsOf(bytes);
  zip.add(name, bytes, crc);
  return { path, size: bytes.length, ...digests };
}

/** Paths made by the other rooms obey the same rules as evidence, and stand in the three folders that the format has for them. */
function checkRest(rest: readonly { path: string; bytes: Uint8Array }[], evidence: readonly FileDigest[]): void {
  checkPaths([...evidence, ...rest].map((file) => file.path).concat(layout.INDEX));
  for (const { path, bytes } of rest) {
    if (path.startsWith(layout.EVIDENCE) || path === layout.INDEX || layout.sectionOf(path) === -1)
      throw new TypeError(`writeDossier: ${path} has no place`);
    limited(path, bytes, restLimit(path));
  }
}

function restLimit(path: string): number {
  if (path.startsWith(layout.CUSTODY)) return layout.MAX_TEXT_BYTES;
  return path.startsWith(layout.CASE_DATA) ? layout.MAX_CASE_BYTES : layout.MAX_DOCUMENT_BYTES;
}

function limited(path: string, bytes: Uint8Array, limit: number): Uint8Array {
  if (bytes.length > limit) throw tooLarge(path, bytes.length, limit);
  return bytes;
}

function tooLarge(path: string, found: number, limit: number): Fault {
  return fault('BUILD_FILE_TOO_LARGE', 1, { path, found, limit });
}

function sorted(files: readonly FileDigest[]): FileDigest[] {
  return [...files].sort((a, b) => comparePaths(a.path, b.path));
}
