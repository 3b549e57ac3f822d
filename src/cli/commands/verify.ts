/** `mbpack verify DOSSIER` */
import { verifyDossier } from '../../operations/index.ts';
import { forReceiver, paperDigits } from '../../verdict/index.ts';
import type { Outcome } from '../json.ts';
import { UsageError } from '../options.ts';
import { conclude, type Session } from '../session.ts';
import { verifyAnyBag } from './verify-bag.ts';
import { annexOf, dossierWords, guardReport, writeReport } from './verify-record.ts';
import { answersText } from './verify-words.ts';

export async function verify(session: Session): Promise<number> {
  const { call, voice, progress } = session;
  guardReport(session);
  if (call.options.bag) return verifyAnyBag(session);
  const given = call.argument ?? '';
  const { annex, expect, report: output, strict, template } = call.options;
  if (annex && output === undefined) throw new UsageError(voice.ui.usageProblems.annexOfReport);
  const digits = expect === undefined ? undefined : paperDigits(expect);
  if (expect !== undefined && digits !== undefined && !/^[0-9a-f]{64}$/.test(digits))
    throw new UsageError(voice.ui.usageProblems.badFingerprint(expect, /^[0-9a-f]*$/.test(digits) ? digits.length : undefined));
  const result = await verifyDossier({
    path: given,
    expect: digits,
    template,
    signal: session.signal,
    onProgress: progress.report,
  });
  const mistaken = result.findings.some((f) => f.code === 'DOSSIER_EXPECT_OTHER_VALUE');
  // A mistaken value compares nothing: all is said as without one, but it is never a success.
  const compared = mistaken ? undefined : digits;
  const { intact, inOrder, documents } = result.answers;
  const failed = intact === 'no' || inOrder === 'no' || documents === 'differ';
  const exit = failed ? 1 : mistaken ? 2 : strict && result.findings.some((f) => f.severity === 'warning') ? 1 : 0;
  const { zipSize: size, zipSha256: sha256 } = result;
  const read = size === undefined || sha256 === undefined ? undefined : { size, sha256 };
  const words = dossierWords(result, compared, given);
  const report = await writeReport(session, annex ? { ...words, annex: annexOf(result) } : words, read);
  const outcome = {
    command: 'verify',
    input: given,
    exit: report.failed ? 2 : exit,
    findings: [...result.findings, ...report.findings],
    container: result.form,
    report: report.path,
    file: report.file ?? read,
    fingerprint: result.fingerprint,
    paper: mistaken ? 'notCompared' : paperOf(digits, result.fingerprint),
    verifiable: result.verifiable,
    answers: result.answers,
    rules: result.rules,
    qualities: result.qualities,
  };
  return conclude(session, outcome, {
    result: answersText(result, voice, compared, call.options.quiet),
    shown: [...forReceiver(result.findings), ...report.findings],
    talk: report.talk,
    receiver: true,
  });
}

function paperOf(given: string | undefined, found: string | undefined): NonNullable<Outcome['paper']> {
  if (given === undefined) return 'notGiven';
  if (found === undefined) return 'notCompared';
  return given === found ? 'same' : 'differs';
}
