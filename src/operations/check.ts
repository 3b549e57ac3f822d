/** check: everything that build would complain of, and nothing written. */
import type { Finding } from '../model/index.ts';
import { fileFindings } from './file-facts.ts';
import { unreadFindings } from './leaks.ts';
import { measureAll, payloadOf } from './materials.ts';
import { type CaseOptions, type OpenedCase, openCase } from './open-case.ts';
import { lookedAt } from './scans.ts';
import { unfinishedFindings } from './unfinished.ts';

/** Reads, hashes and renders as build does, and throws the result away. @throws Fault as `openCase`, or of a file or template */
export async function checkFolder(options: CaseOptions): Promise<OpenedCase> {
  const opened = await openCase(options);
  const scans = await lookedAt(opened.loaded, opened.files, options);
  const evidence = await measureAll(opened, options);
  const told = await fileFindings(opened, options, evidence);
  const findings: Finding[] = [...opened.findings, ...scans.findings, ...told.findings, ...unreadFindings(told)];
  findings.push(...unfinishedFindings(opened, options, evidence));
  const complete = opened.loaded.case && opened.pack && evidence.length === listedFiles(opened);
  if (complete) findings.push(...(await payloadOf(opened, options, evidence, { scans })).findings);
  return { ...opened, findings };
}

/** How many files the evidence list names: with one of them missing there is no list of materials to render. */
export function listedFiles({ loaded }: OpenedCase): number {
  return loaded.case?.evidence.evidence.reduce((sum, item) => sum + item.files.length, 0) ?? 0;
}
