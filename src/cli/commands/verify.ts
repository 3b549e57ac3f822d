/** `mbpack verify DOSSIER` */
import { groupedHex } from '../../model/index.ts';
import { type VerifyResult, verifyDossier } from '../../operations/index.ts';
import { UsageError, type Voice } from '../options.ts';
import { bytesText } from '../print.ts';
import { conclude, type Session } from '../session.ts';
import { displayWidth } from '../width.ts';

export async function verify(session: Session): Promise<number> {
  const { call, voice, progress } = session;
  const given = call.argument ?? '';
  const { expect, strict } = call.options;
  if (expect !== undefined && !/^[0-9a-f]{64}$/i.test(expect.replace(/[\s-]/g, '')))
    throw new UsageError(voice.ui.usageProblems.badFingerprint(expect));
  const result = await verifyDossier({
    path: given,
    expect,
    signal: session.signal,
    onProgress: (phase, done, total) => progress.report(voice.ui.phases[phase], done, total),
  });
  const exit =
    result.answers.intact === 'no' || result.answers.inOrder === 'no' || (strict && result.answers.inOrder === 'warnings') ? 1 : 0;
  const outcome = {
    command: 'verify',
    input: given,
    exit,
    findings: result.findings,
    fingerprint: result.fingerprint,
    answers: result.answers,
  };
  return conclude(session, outcome, { result: answersText(result, voice, expect !== undefined), excerpt: result.excerpt });
}

function answersText(result: VerifyResult, { ui }: Voice, compared: boolean): string {
  const { answers, index, fingerprint } = result;
  const a = ui.answers;
  const rows: readonly (readonly [string, string])[] = [
    [a.intact, answers.intact === 'no' ? a.no : compared ? a.yesOnPaper : a.yes],
    [a.authentic, { unsigned: a.unsigned, notChecked: a.unchecked, unknown: a.unknown }[answers.authentic]],
    [
      a.inOrder,
      `${
        { yes: a.inOrderYes, warnings: a.inOrderWarnings(result.warned), no: a.inOrderNo(result.wrong), unknown: a.unknown }[
          answers.inOrder
        ]
      }${answers.documents === 'notCompared' && answers.inOrder !== 'unknown' ? a.notCompared : ''}`,
    ],
    [ui.qualities.title, qualitiesText(result, ui)],
  ];
  const width = Math.max(...rows.map(([label]) => displayWidth(label)));
  const lines = rows.map(([label, value]) => `  ${label}${' '.repeat(width - displayWidth(label))}  ${value}`);
  const facts = index
    ? [
        ui.verifyFacts({
          caseName: index.caseName,
          createdAt: index.createdAt,
          files: result.fileCount,
          evidence: result.evidenceCount,
          documents: result.documentCount,
          bytes: bytesText(result.bytes),
        }),
      ]
    : [];
  const anchor =
    fingerprint === undefined
      ? []
      : [ui.fingerprint(groupedHex(fingerprint)), answers.intact === 'yes' && compared ? ui.expectMatches : ui.comparePaper];
  return [...facts, a.title, ...lines, ...anchor, ui.limits].join('\n');
}

/** 真实性 未核验　完整性 通过 … */
function qualitiesText({ qualities }: VerifyResult, { qualities: words }: Voice['ui']): string {
  return (['authenticity', 'integrity', 'usability', 'safety'] as const)
    .map((name) => `${words[name]} ${words[qualities[name]]}`)
    .join('　');
}
