/** The fingerprint that was found, in groups, and the one of paper beside it. */
import { groupedHex } from '../model/index.ts';
import { comparePaper, type PaperComparison, type Verdict } from '../verdict/index.ts';
import { byId, make } from './dom.ts';
import { ui } from './voice.ts';

export const typedPaper = (): string => byId<HTMLTextAreaElement>('typed').value;

/** Undefined: no fingerprint to compare with. */
export function paperOf(verdict: Verdict | undefined): PaperComparison | undefined {
  return verdict?.fingerprint === undefined ? undefined : comparePaper({ ...verdict, fingerprint: verdict.fingerprint }, typedPaper());
}

/** `verdict` as it was before any comparison. */
export function showPaper(verdict: Verdict | undefined): void {
  const { paper } = ui().page;
  const comparison = paperOf(verdict);
  const off = comparison?.kind === 'differs' ? comparison.groups : [];
  const groups = verdict?.fingerprint === undefined ? [] : groupedHex(verdict.fingerprint).split(' ');
  const items = groups.map((text, i) => make('li', { class: off.includes(i + 1) ? 'off' : undefined, title: paper.group(i + 1) }, text));
  byId('found-digits').replaceChildren(...(items.length > 0 ? [make('ol', { class: 'digits' }, ...items)] : []));
  const told = byId('compared');
  const broken = verdict?.answers.intact === 'no';
  told.textContent = comparison ? sentenceOf(comparison, broken) : '';
  told.className = comparison?.kind === 'same' && !broken ? 'good' : comparison?.kind === 'differs' || broken ? 'bad' : '';
}

function sentenceOf(comparison: PaperComparison, broken: boolean): string {
  const words = ui();
  const { paper } = words.page;
  switch (comparison.kind) {
    case 'none':
      return broken ? words.listsOnly : paper.compare;
    case 'malformed':
      return comparison.digits === undefined ? paper.malformed : paper.short(comparison.digits);
    case 'otherValue':
      return paper.otherValue[comparison.value];
    case 'differs':
      return paper.differs(comparison.groups);
    case 'same':
      // The lists are those of paper, the files are not: never a word that sounds like agreement.
      return broken ? words.listsOnly : paper.same;
  }
}
