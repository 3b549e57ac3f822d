/** `mbpack verify --bag PATH` */

import { bytesText } from '../../messages/index.ts';
import { verifyBag } from '../../operations/index.ts';
import { UsageError } from '../options.ts';
import { conclude, type Session } from '../session.ts';

export async function verifyAnyBag(session: Session): Promise<number> {
  const { call, voice, progress } = session;
  const path = call.argument ?? '';
  if (call.options.expect !== undefined) throw new UsageError(voice.ui.usageProblems.expectOfBag);
  const result = await verifyBag({
    path,
    signal: session.signal,
    onProgress: (phase, done, total) => progress.report(phase, done, total),
  });
  const warned = result.findings.some(({ severity }) => severity === 'warning');
  const exit = !result.valid || (call.options.strict && warned) ? 1 : 0;
  const { complete, valid, version, algorithms, files, bytes, form } = result;
  const outcome = {
    command: 'verify',
    input: path,
    exit,
    findings: result.findings,
    container: form,
    bag: { complete, valid, version, algorithms, files, bytes },
  };
  return conclude(session, outcome, { result: voice.ui.bagResult({ ...outcome.bag, bytes: bytesText(bytes) }), receiver: true });
}
