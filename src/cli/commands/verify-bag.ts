/** `mbpack verify --bag PATH` */

import { verifyBag } from '../../operations/index.ts';
import { UsageError } from '../options.ts';
import { conclude, type Session } from '../session.ts';
import { bagConclusion, bagText, bagWords, writeReport } from './verify-record.ts';

export async function verifyAnyBag(session: Session): Promise<number> {
  const { call, voice, progress } = session;
  const path = call.argument ?? '';
  if (call.options.expect !== undefined) throw new UsageError(voice.ui.usageProblems.expectOfBag);
  if (call.options.custodyHead !== undefined) throw new UsageError(voice.ui.usageProblems.custodyHeadOfBag);
  if (call.options.annex) throw new UsageError(voice.ui.usageProblems.annexOfBag);
  const result = await verifyBag({
    path,
    signal: session.signal,
    onProgress: progress.report,
  });
  const warned = result.findings.some(({ severity }) => severity === 'warning');
  const exit = !result.valid || (call.options.strict && warned) ? 1 : 0;
  const { complete, valid, version, algorithms, unknownAlgorithms, files, bytes, form } = result;
  const report = await writeReport(session, bagWords(result, path), undefined);
  const outcome = {
    command: 'verify',
    input: path,
    exit: report.failed ? 2 : exit,
    findings: [...result.findings, ...report.findings],
    container: form,
    report: report.path,
    file: report.file,
    bag: { complete, valid, version, algorithms, unknownAlgorithms, files, bytes },
  };
  return conclude(session, outcome, {
    conclusion: voice.ui.conclusion.title(bagConclusion(result, voice.ui)),
    result: bagText(result, voice.ui),
    talk: report.talk,
    receiver: true,
  });
}
