/** The fingerprint of the dossier against the one that somebody types from the signed slip. */
import { comparePaper, type PaperComparison, type Verdict, withPaper } from '../verdict/index.ts';
import { byId } from './dom.ts';
import { type PaperEntry, startEntry } from './paper-entry.ts';
import { ui } from './voice.ts';

/** What a record says of the comparison: that it was made, by whom and how, or why not. */
export type PaperOutcome = PaperComparison['kind'] | 'absent' | 'notFound';

let entry: PaperEntry;

export function startPaper(changed: () => void): PaperEntry {
  entry = startEntry(byId('paper-entry'), () => ui().page.paper, changed);
  return entry;
}

/** Undefined: no fingerprint to compare with. */
export function paperOf(verdict: Verdict | undefined): PaperComparison | undefined {
  return verdict?.fingerprint === undefined ? undefined : comparePaper({ ...verdict, fingerprint: verdict.fingerprint }, entry.typed());
}

export function outcomeOf(verdict: Verdict): PaperOutcome {
  if (verdict.fingerprint === undefined) return 'notFound';
  return entry.state() === 'absent' ? 'absent' : (paperOf(verdict)?.kind ?? 'notFound');
}

/** The verdict with what was typed. */
export function withTyped(verdict: Verdict): Verdict {
  return withPaper(verdict, entry.typed());
}

/** Of its findings those that may be seen: one that tells the computed value comes when that may. */
export function seenOf({ findings }: Pick<Verdict, 'findings'>): Verdict['findings'] {
  return entry.open() ? findings : findings.filter(({ code }) => code !== 'DOSSIER_FINGERPRINT_DIFFERS');
}

/** `verdict` as it was before any comparison. */
export function showPaper(verdict: Verdict | undefined): void {
  const comparison = paperOf(verdict);
  const broken = verdict?.answers.intact === 'no';
  const same = comparison?.kind === 'same';
  // Green is for what was all looked at: files that were added beside the seal were not.
  const tone = same && !broken ? (verdict?.signed ? '' : 'good') : same || comparison?.kind === 'differs' ? 'bad' : '';
  entry.show(verdict?.fingerprint, comparison, sentenceOf(comparison, broken), tone);
}

function sentenceOf(comparison: PaperComparison | undefined, broken: boolean): string {
  const words = ui();
  const { paper } = words.page;
  if (entry.state() === 'absent') return paper.isAbsent;
  if (!comparison) return entry.state() === 'typed' ? paper.waiting : '';
  switch (comparison.kind) {
    case 'none':
    case 'malformed':
      return broken ? '' : paper.compare;
    case 'otherValue':
      return comparison.value === 'zip' ? paper.otherValue.zip : paper.otherValue.custodyHead(comparison.line, comparison.lines);
    case 'differs':
      return (entry.open() ? paper.differsFinally : paper.differs)(comparison.groups);
    case 'same':
      // The lists are those of paper, the files are not: never a word that sounds like agreement.
      return broken ? words.listsOnly : paper.same;
  }
}
