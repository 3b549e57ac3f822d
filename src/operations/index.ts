/** The operations. Each is loaded when it is called: the fonts, readers and workers of one are no start-up time of another. */

import type { Verdict } from '../verdict/index.ts';
import type { ApproveOptions, ApproveResult } from './approve.ts';
import type { BlankOptions, BlankResult } from './blank-forms.ts';
import type { BuildOptions, BuildResult } from './build.ts';
import type { CollectOptions, CollectResult } from './collect/collect.ts';
import type { DraftOptions, DraftResult } from './drafts.ts';
import type { EditOptions } from './edit.ts';
import type { FixOptions, FixResult } from './fix.ts';
import type { CaseOptions, OpenedCase } from './open-case.ts';
import type { Preview, PreviewOptions } from './preview/preview.ts';
import type { OneOptions } from './render-one.ts';
import type { PackCheck, PackCheckOptions } from './templates/index.ts';
import type { RecordOptions, VerificationRecord } from './verification/record.ts';
import type { VerifyOptions } from './verify.ts';
import type { VerifyBagOptions } from './verify-bag.ts';
import type { WorkbenchOptions } from './workbench/workbench.ts';

export { addForm, type FormWritten, fieldPath, initCase } from '../case/index.ts';
export type { Answers, Qualities, Quality, Verdict as VerifyResult } from '../verdict/index.ts';
export type { ApproveOptions, ApproveResult } from './approve.ts';
export type { BuildOptions, BuildResult } from './build.ts';
export type { CollectOptions, CollectResult } from './collect/collect.ts';
export type { FixedFile } from './collect/record.ts';
export { addCustody, type CustodyAdded, type CustodyItem, type CustodyView, showCustody } from './custody.ts';
export { type Deadline, type DeadlineBoard, type DeadlineState, showDeadlines } from './deadlines.ts';
export type { DraftOptions, DraftResult } from './drafts.ts';
export type { EditOptions } from './edit.ts';
export { type FileListOptions, guardFileList, writeFileList } from './file-list.ts';
export type { Fixed, FixOptions, FixResult } from './fix.ts';
export { blocks, type CaseOptions, type OpenedCase, type Phase } from './open-case.ts';
export type { Preview, PreviewOptions } from './preview/preview.ts';
export type { OneOptions } from './render-one.ts';
export type { InstalledPack, NewPack, PackCheck, PackCheckOptions } from './templates/index.ts';
export type { RecordOptions, RecordWords, VerificationRecord } from './verification/record.ts';
export { guardRecord } from './verification/target.ts';
export type { VerifyOptions } from './verify.ts';
export type { VerifyBagOptions } from './verify-bag.ts';
export type { WorkbenchOptions } from './workbench/workbench.ts';

export async function approveCase(options: ApproveOptions): Promise<ApproveResult> {
  return (await import('./approve.ts')).approveCase(options);
}

export async function fixCase(options: FixOptions): Promise<FixResult> {
  return (await import('./fix.ts')).fixCase(options);
}

export async function buildDossier(options: BuildOptions): Promise<BuildResult> {
  return (await import('./build.ts')).buildDossier(options);
}

export async function buildSupervision(options: BuildOptions): Promise<BuildResult> {
  return (await import('./supervision.ts')).buildSupervision(options);
}

export async function buildDrafts(options: DraftOptions): Promise<DraftResult> {
  return (await import('./drafts.ts')).buildDrafts(options);
}

export async function renderOne(options: OneOptions): ReturnType<typeof import('./render-one.ts').renderOne> {
  return (await import('./render-one.ts')).renderOne(options);
}

export async function printBlank(name: string, output: string | undefined, options: BlankOptions): Promise<BlankResult> {
  return (await import('./blank-forms.ts')).printBlank(name, output, options);
}

export async function printAllBlanks(output: string | undefined, options: BlankOptions): Promise<BlankResult> {
  return (await import('./blank-forms.ts')).printAllBlanks(output, options);
}

export async function checkFolder(options: CaseOptions): Promise<OpenedCase> {
  return (await import('./check.ts')).checkFolder(options);
}

export async function collectEvidence(options: CollectOptions): Promise<CollectResult> {
  return (await import('./collect/collect.ts')).collectEvidence(options);
}

export async function editValue(options: EditOptions): ReturnType<typeof import('./edit.ts').editValue> {
  return (await import('./edit.ts')).editValue(options);
}

export async function verifyDossier(options: VerifyOptions): Promise<Verdict> {
  return (await import('./verify.ts')).verifyDossier(options);
}

export async function previewCase(options: PreviewOptions): Promise<Preview> {
  return (await import('./preview/preview.ts')).previewCase(options);
}

export async function openWorkbench(options: WorkbenchOptions): Promise<Preview> {
  return (await import('./workbench/workbench.ts')).openWorkbench(options);
}

export async function listPacks(): Promise<ReturnType<typeof import('./templates/index.ts').listPacks>> {
  return (await import('./templates/index.ts')).listPacks();
}

export async function checkPackage(options: PackCheckOptions): Promise<PackCheck> {
  return (await import('./templates/index.ts')).checkPackage(options);
}

export async function newPack(dir: string, from: string): Promise<ReturnType<typeof import('./templates/index.ts').newPack>> {
  return (await import('./templates/index.ts')).newPack(dir, from);
}

export async function verifyBag(options: VerifyBagOptions): ReturnType<typeof import('./verify-bag.ts').verifyBag> {
  return (await import('./verify-bag.ts')).verifyBag(options);
}

export async function recordVerification(options: RecordOptions): Promise<VerificationRecord> {
  return (await import('./verification/record.ts')).recordVerification(options);
}
