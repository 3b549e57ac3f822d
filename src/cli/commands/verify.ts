/** `mbpack verify DOSSIER` */
import { column } from '../../messages/index.ts';
import { verifyDossier } from '../../operations/index.ts';
import { conclusionOf, forReceiver, paperDigits } from '../../verdict/index.ts';
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
  const { annex, expect, custodyHead: head, report: output, strict, template } = call.options;
  const problems = voice.ui.usageProblems;
  if (annex && output === undefined) throw new UsageError(problems.annexOfReport);
  const digits = digitsOf(expect, problems.badFingerprint);
  const result = await verifyDossier({
    path: given,
    expect: digits,
    custodyHead: digitsOf(head, problems.badCustodyHead),
    template,
    signal: session.signal,
    onProgress: progress.report,
  });
  const typed = result.findings.find((f) => f.code === 'DOSSIER_EXPECT_OTHER_VALUE');
  // A mistaken value compares nothing: all is said as without one. A head of the custody log was looked up and agrees; any other is never a success.
  const compared = typed ? undefined : digits;
  const mistaken =
    (typed && typed.args.value !== 'custodyHead') || result.findings.some((f) => f.code === 'DOSSIER_CUSTODY_HEAD_OTHER_VALUE');
  const { intact, inOrder, documents } = result.answers;
  const failed = intact === 'no' || inOrder === 'no' || documents === 'differ';
  const exit = failed ? 1 : mistaken ? 2 : strict && result.findings.some((f) => f.severity === 'warning') ? 1 : 0;
  const { zipSize: size, zipSha256: sha256 } = result;
  const read = size === undefined || sha256 === undefined ? undefined : { size, sha256 };
  const recorded = dossierWords(result, compared, given);
  const report = await writeReport(session, annex ? { ...recorded, annex: annexOf(result) } : recorded, read);
  const outcome = {
    command: 'verify',
    input: given,
    exit: report.failed ? 2 : exit,
    findings: [...result.findings, ...report.findings],
    container: result.form,
    report: report.path,
    file: report.file ?? read,
    fingerprint: result.fingerprint,
    paper: typed ? 'notCompared' : paperOf(digits, result.fingerprint),
    custodyHead: result.custodyHead && { ...result.custodyHead, line: result.custodyHead.line ?? null },
    verifiable: result.verifiable,
    answers: result.answers,
    signatureFiles: result.signatureFiles,
    rules: result.rules,
    qualities: result.qualities,
  };
  return conclude(session, outcome, {
    conclusion: voice.ui.conclusion.title(conclusionOf(result, voice.ui, compared !== undefined)),
    result: answersText(result, voice, compared, call.options.quiet),
    shown: [...forReceiver(result.findings), ...report.findings],
    talk: report.talk,
    receiver: true,
  });
}

/** What stands on paper, as people type it. @throws UsageError */
function digitsOf(given: string | undefined, problem: (value: string, digits?: number) => string): string | undefined {
  if (given === undefined) return undefined;
  const digits = paperDigits(given);
  if (!/^[0-9a-f]{64}$/.test(digits)) throw new UsageError(problem(column(given), /^[0-9a-f]*$/.test(digits) ? digits.length : undefined));
  return digits;
}

function paperOf(given: string | undefined, found: string | undefined): NonNullable<Outcome['paper']> {
  if (given === undefined) return 'notGiven';
  if (found === undefined) return 'notCompared';
  return given === found ? 'same' : 'differs';
}
