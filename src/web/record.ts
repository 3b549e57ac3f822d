/** 核验记录, for paper: what was checked, with what, when, what was found, and blanks for two signatures. */
import { bytesText, harmless } from '../messages/index.ts';
import { chineseInstant, formatInstant, groupedHex } from '../model/index.ts';
import { answerRows, paperDigits, type Verdict } from '../verdict/index.ts';
import { factsOf, marksOf } from './answers.ts';
import { byId, make } from './dom.ts';
import { byGravity, findingItem } from './finding-list.ts';
import { pageDigest } from './self.ts';
import { ui } from './voice.ts';

/** More than this is no paper that somebody signs. */
const MOST_PRINTED = 200;

export interface Recorded {
  readonly name: string;
  readonly size: number;
  /** With the comparison with paper. */
  readonly verdict: Verdict;
  readonly compared: boolean;
  readonly typed: string;
  /** Milliseconds since 1970, when the verdict came. */
  readonly at: number;
}

export function printRecord(recorded: Recorded): void {
  byId('record').replaceChildren(...recordOf(recorded));
  window.print();
}

function recordOf({ name, size, verdict, compared, typed, at }: Recorded): HTMLElement[] {
  const { page, ...words } = ui();
  const { record } = page;
  const hex = (digits: string | undefined): HTMLElement => make('span', { class: 'hex' }, digits === undefined ? '' : groupedHex(digits));
  const marks = marksOf(verdict, compared);
  const answers = answerRows(verdict, ui(), compared).map(([label, text], i) => {
    const mark = marks[i];
    return [label, mark ? `${page.result.marks[mark]}　${text}` : text] as const;
  });
  const sorted = byGravity(verdict.findings);
  const hidden = sorted.length - MOST_PRINTED;
  const digits = paperDigits(typed);
  return [
    make('h1', {}, record.title),
    table([
      [record.file, harmless(name)],
      [record.size, `${bytesText(size)} (${size} B)`],
      ...(verdict.zipSha256 === undefined ? [] : [[record.zipDigest, hex(verdict.zipSha256)] as const]),
      [record.fingerprint, hex(verdict.fingerprint)],
      [record.paper, digits === '' ? record.paperNone : hex(digits)],
      [record.at, chineseInstant(formatInstant(at))],
      [record.program, page.version(PAGE.version)],
      [record.pageDigest, pageDigest() === undefined ? record.pageDigestNone : hex(pageDigest())],
    ]),
    make('p', {}, factsOf(verdict)),
    make('h2', {}, words.answers.title),
    table(answers),
    make('h2', {}, record.findings(sorted.length)),
    sorted.length === 0
      ? make('p', {}, page.findings.none)
      : make('ol', {}, ...sorted.slice(0, MOST_PRINTED).map((f) => findingItem(f, name))),
    ...(hidden > 0 ? [make('p', {}, record.notPrinted(hidden))] : []),
    make('div', { class: 'end' }, make('p', {}, verdict.answers.intact === 'no' ? words.limitsFailed : words.limits), signatures(record)),
  ];
}

function table(rows: readonly (readonly [label: string, value: Node | string])[]): HTMLElement {
  const lines = rows.map(([label, value]) => make('tr', {}, make('th', { scope: 'row' }, label), make('td', {}, value)));
  return make('table', {}, make('tbody', {}, ...lines));
}

function signatures({ signatures: who, office, date }: ReturnType<typeof ui>['page']['record']): HTMLElement {
  const lines = who.map((name) => make('tr', {}, ...[`${name}：`, `${office}：`, `${date}：`].map((label) => make('td', {}, label))));
  return make('table', { class: 'signatures' }, make('tbody', {}, ...lines));
}
