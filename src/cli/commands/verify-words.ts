/** What `verify` says of a dossier, on the terminal and in 核验记录. */
import { bytesText, quoted } from '../../messages/index.ts';
import { chineseInstant, groupedHex, parseInstant } from '../../model/index.ts';
import { answerRows, limitsOf, type Verdict } from '../../verdict/index.ts';
import type { Voice } from '../options.ts';
import { displayWidth } from '../width.ts';

/** Our own words first; what the dossier says of itself stands last. `quiet`: the answers and the fingerprint, without what to do about them. */
export function answersText(result: Verdict, { ui, language }: Voice, expect: string | undefined, quiet: boolean): string {
  const { index, fingerprint } = result;
  const a = ui.answers;
  const rows = answerRows(result, ui, expect !== undefined);
  const width = Math.max(...rows.map(([label]) => displayWidth(label)));
  const lines = rows.map(([label, value]) => `  ${label}${' '.repeat(width - displayWidth(label))}  ${value}`);
  const facts = index
    ? [
        ui.verifyFacts({
          sound: result.answers.intact === 'yes',
          caseName: quoted(index.caseName),
          createdAt: sealedAtText(index.createdAt, language),
          files: result.fileCount,
          evidence: result.evidenceCount,
          documents: result.documentCount,
          bytes: bytesText(result.bytes),
        }),
      ]
    : [];
  const anchor = fingerprint === undefined ? [] : anchorLines(result, ui, expect, quiet);
  if (quiet) return [a.title, ...lines, ...anchor].join('\n');
  return [a.title, ...lines, ...anchor, limitsOf(result, ui), ...facts].join('\n');
}

/** An instant; what is none is shown as the text that it is. */
export function sealedAtText(createdAt: string, language: Voice['language']): string {
  if (parseInstant(createdAt) === undefined) return quoted(createdAt);
  return language === 'en' ? createdAt : chineseInstant(createdAt);
}

/** The fingerprint, and what it means: never an invitation to compare one that says nothing of the files. */
function anchorLines(
  { answers, findings, fingerprint = '' }: Verdict,
  ui: Voice['ui'],
  expect: string | undefined,
  quiet: boolean,
): string[] {
  const found = ui.fingerprint(groupedHex(fingerprint));
  const differs = findings.some((f) => f.code === 'DOSSIER_FINGERPRINT_DIFFERS');
  if (expect !== undefined && differs) return [found, ui.onPaper(groupedHex(expect)), ui.expectDiffers];
  // Paper that differs elsewhere says nothing of the files.
  if (answers.inOrder === 'unknown') return [found, ui.listsOnly];
  if (expect !== undefined) return [found, ui.expectMatches];
  return quiet ? [found] : [found, ui.comparePaper];
}
