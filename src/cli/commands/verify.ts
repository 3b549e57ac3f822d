/** `mbpack verify DOSSIER` */
import { bytesText } from '../../messages/index.ts';
import { chineseInstant, groupedHex } from '../../model/index.ts';
import { type VerifyResult, verifyDossier } from '../../operations/index.ts';
import { answerRows, forReceiver } from '../../verdict/index.ts';
import { UsageError, type Voice } from '../options.ts';
import { conclude, type Session } from '../session.ts';
import { displayWidth } from '../width.ts';
import { verifyAnyBag } from './verify-bag.ts';

export async function verify(session: Session): Promise<number> {
  const { call, voice, progress } = session;
  if (call.options.bag) return verifyAnyBag(session);
  const given = call.argument ?? '';
  const { expect, strict, template } = call.options;
  const digits = expect?.replace(/[\s-]/g, '');
  if (expect !== undefined && digits !== undefined && !/^[0-9a-f]{64}$/i.test(digits))
    throw new UsageError(voice.ui.usageProblems.badFingerprint(expect, /^[0-9a-f]*$/i.test(digits) ? digits.length : undefined));
  const result = await verifyDossier({
    path: given,
    expect,
    template,
    signal: session.signal,
    onProgress: progress.report,
  });
  const exit =
    result.answers.intact === 'no' || result.answers.inOrder === 'no' || (strict && result.answers.inOrder === 'warnings') ? 1 : 0;
  const outcome = {
    command: 'verify',
    input: given,
    exit,
    findings: result.findings,
    container: result.form,
    fingerprint: result.fingerprint,
    answers: result.answers,
    qualities: result.qualities,
  };
  return conclude(session, outcome, { result: answersText(result, voice, expect), shown: forReceiver(result.findings), receiver: true });
}

function answersText(result: VerifyResult, { ui }: Voice, expect: string | undefined): string {
  const { index, fingerprint } = result;
  const a = ui.answers;
  const rows = answerRows(result, ui, expect !== undefined);
  const width = Math.max(...rows.map(([label]) => displayWidth(label)));
  const lines = rows.map(([label, value]) => `  ${label}${' '.repeat(width - displayWidth(label))}  ${value}`);
  const facts = index
    ? [
        ui.verifyFacts({
          caseName: index.caseName,
          createdAt: chineseInstant(index.createdAt),
          files: result.fileCount,
          evidence: result.evidenceCount,
          documents: result.documentCount,
          bytes: bytesText(result.bytes),
        }),
      ]
    : [];
  const anchor = fingerprint === undefined ? [] : anchorLines(result, ui, expect);
  return [...facts, a.title, ...lines, ...anchor, ui.limits].join('\n');
}

/** The fingerprint, and what it means: never an invitation to compare one that says nothing of the files. */
function anchorLines({ answers, findings, fingerprint = '' }: VerifyResult, ui: Voice['ui'], expect: string | undefined): string[] {
  const found = ui.fingerprint(groupedHex(fingerprint));
  const differs = findings.some((f) => f.code === 'DOSSIER_FINGERPRINT_DIFFERS');
  if (expect !== undefined && differs) return [found, ui.onPaper(groupedHex(expect.replace(/[\s-]/g, '').toLowerCase())), ui.expectDiffers];
  if (answers.intact === 'no') return [found, ui.listsOnly];
  return [found, expect === undefined ? ui.comparePaper : ui.expectMatches];
}
