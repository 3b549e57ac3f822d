/** check: everything that build would complain of, and nothing written. */
import type { Finding } from '../model/index.ts';
import { fileFindings } from './file-facts.ts';
import { unreadFindings } from './leaks.ts';
import { measureAll, payloadOf } from './materials.ts';
import { type CaseOptions, type OpenedCase, openCase } from './open-case.ts';
import { type LookedAt, lookedAt } from './scans.ts';
import { unfinishedFindings } from './unfinished.ts';

/** Reads, hashes and renders as build does, and throws the result away. @throws Fault as `openCase`, or of a file or template */
export async function checkFolder(options: CaseOptions): Promise<OpenedCase> {
  const opened = await openCase(options);
  // The scans are looked at in a thread of their own while this one reads and renders.
  const scans = lookedAt(opened.loaded, opened.files, options);
  const [{ findings: ofScans }, rest] = await Promise.all([scans, findingsBeside(opened, options, scans)]);
  return { ...opened, findings: [...opened.findings, ...ofScans, ...rest] };
}

async function findingsBeside(opened: OpenedCase, options: CaseOptions, scans: Promise<LookedAt>): Promise<readonly Finding[]> {
  const evidence = await measureAll(opened, options);
  const told = await fileFindings(opened, options, evidence);
  const findings: Finding[] = [...told.findings, ...unreadFindings(told), ...unfinishedFindings(opened, options, evidence)];
  const complete = opened.loaded.case && opened.pack && evidence.length === listedFiles(opened);
  if (complete) findings.push(...(await payloadOf(opened, options, evidence, { scans, compress: false })).findings);
  return findings;
}

/** How many files the evidence list names: with one of them missing there is no list of materials to render. */
export function listedFiles({ loaded }: OpenedCase): number {
  return loaded.case?.evidence.evidence.reduce((sum, item) => sum + item.files.length, 0) ?? 0;
}
