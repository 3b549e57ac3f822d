/** 核验记录, for paper, in the form of `verify --report`: what was verified, the answers, what was found, what was not looked at, with what, and two signatures. */
import { basisText, placeText, receivedSentence, tailText } from '../messages/index.ts';
import { chineseInstant, type Finding, formatInstant, groupedHex } from '../model/index.ts';
import { answerRows, forReceiver, limitsOf, type Verdict } from '../verdict/index.ts';
import { byId, flat, make, oneLine, quoted } from './dom.ts';
import { byGravity } from './finding-groups.ts';
import type { PaperEntry } from './paper-entry.ts';
import type { PaperOutcome } from './paper-view.ts';
import { selfCompared, selfOutcome } from './self.ts';
import { uncheckedOf } from './unchecked.ts';
import { spoken, ui } from './voice.ts';

/** Findings beyond these are counted: nobody signs a hundred pages. */
const MOST_PRINTED = 100;
/** Whose rules of its own the page carries for every dossier. */
const OWN_PACK = 'national';

export interface Recorded {
  readonly name: string;
  /** In bytes; absent for a folder. */
  readonly size: number | undefined;
  /** With the comparison with paper. */
  readonly verdict: Verdict;
  readonly paper: Pick<PaperEntry, 'open' | 'typed'>;
  readonly outcome: PaperOutcome;
  /** Milliseconds since 1970, when the verdict came. */
  readonly at: number;
}

type Row = readonly [label: string, ...value: (Node | string)[]];

export function writeRecord(recorded: Recorded): void {
  const { record } = ui().page;
  const { headings } = record;
  const heading = (text: string): HTMLElement => make('h2', {}, text);
  const { verdict, outcome } = recorded;
  byId('record').replaceChildren(
    make('h1', {}, record.title),
    heading(headings.about),
    table(aboutRows(recorded)),
    heading(headings.result),
    // How it came stands above.
    table(answerRows(verdict, ui(), outcome === 'same').filter(([label]) => label !== ui().containers.title)),
    ...(verdict.answers.intact === 'yes' ? [] : [make('p', {}, limitsOf(verdict, ui()))]),
    heading(headings.findings),
    ...findingsOf(recorded),
    heading(headings.unchecked),
    make(
      'ol',
      {},
      ...uncheckedOf(verdict, { paper: outcome === 'same' || outcome === 'differs', page: selfCompared() }).map((which) =>
        make('li', {}, record.unchecked[which]),
      ),
    ),
    heading(headings.program),
    table(programRows(verdict)),
    signatures(recorded),
  );
}

function aboutRows(recorded: Recorded): readonly Row[] {
  const { page, containers } = ui();
  const { record } = page;
  const { name, size, verdict, paper, outcome, at } = recorded;
  const { index, zipSha256, form } = verdict;
  const told = outcome === 'none' || outcome === 'malformed' ? 'notGiven' : outcome;
  const shown = told === 'same' && verdict.answers.intact === 'no' ? 'sameButChanged' : told;
  return [
    [record.name, quoted(name)],
    [record.size, size === undefined ? record.folder : record.bytes(size)],
    ...(size === undefined ? [] : [[record.fileDigest, zipSha256 === undefined ? record.fileDigestNone : hex(zipSha256)] as const]),
    [containers.title, containers[form]],
    [record.case, index ? record.caseOf(quoted(index.caseName), quoted(index.caseNo)) : record.caseNone],
    ...(index ? [[record.sealedAt, oneLine(chineseInstant(index.createdAt))] as const] : []),
    [record.fingerprint, fingerprintIn(recorded)],
    [record.paper, record.onPaper[shown], ...(shown === 'differs' || shown === 'otherValue' ? [hex(paper.typed())] : [])],
    [record.at, record.atClock(chineseInstant(formatInstant(at)))],
  ];
}

/** A printed value could be typed back: it is printed when it may be seen. */
function fingerprintIn({ verdict: { fingerprint }, paper }: Recorded): Node | string {
  const { record } = ui().page;
  if (fingerprint === undefined) return record.fingerprintNone;
  return paper.open() ? hex(fingerprint) : record.fingerprintHidden;
}

function findingsOf({ name, verdict }: Recorded): readonly HTMLElement[] {
  const { tally, page } = ui();
  const { columns, notPrinted } = page.record;
  const sorted = byGravity(forReceiver(verdict.findings));
  const counts = { stop: 0, error: 0, warning: 0, info: 0 };
  for (const { severity } of sorted) counts[severity]++;
  const hidden = Math.max(0, sorted.length - MOST_PRINTED);
  const told = make('p', {}, `${tally(counts)}${hidden > 0 ? notPrinted(MOST_PRINTED, hidden) : ''}`);
  if (sorted.length === 0) return [told];
  const head = make('thead', {}, make('tr', {}, ...columns.map((text) => make('th', { scope: 'col' }, text))));
  const rows = sorted.slice(0, MOST_PRINTED).map((f, i) => findingRow(f, i + 1, name));
  return [told, make('table', { class: 'found' }, head, make('tbody', {}, ...rows))];
}

function findingRow(f: Finding, no: number, name: string): HTMLElement {
  const words = ui();
  const { text, hint } = receivedSentence(f, spoken());
  const tail = tailText(f, words);
  const parts: readonly (readonly [string, string])[] = [
    [words.page.record.code, `${f.code}${f.rule ? `（${f.rule}）` : ''}`],
    [words.page.record.place, f.at ? flat(placeText(f.at, name)) : ''],
    [words.basis, flat(basisText(f))],
    [words.hint, flat(hint ?? '')],
  ];
  const lines = parts.filter(([, content]) => content !== '').map(([label, content]) => make('div', {}, `${label}：${content}`));
  return make(
    'tr',
    { 'data-code': f.code },
    make('td', {}, String(no)),
    make('td', {}, words.severity[f.severity]),
    make('td', { class: 'from-outside' }, make('div', {}, `${flat(text)}${tail}`), ...lines),
  );
}

function programRows({ index }: Verdict): readonly Row[] {
  const { record } = ui().page;
  const own = PAGE.packs[OWN_PACK];
  return [
    [record.program, record.programOf(PAGE.version, oneLine(navigator.userAgent))],
    [record.pageDigest, ...pageDigestParts()],
    ...(own ? [[record.ownPack, `${own.pack.id} ${own.pack.version}`, make('br'), hex(own.sha256)] as const] : []),
    ...(index
      ? [
          [
            record.recordedPack,
            quoted(`${index.template.id} ${index.template.version}`),
            make('br'),
            hex(oneLine(index.template.sha256)),
          ] as const,
        ]
      : []),
  ];
}

function pageDigestParts(): readonly (Node | string)[] {
  const { pageDigestNone, pageOnPaper } = ui().page.record;
  const self = selfOutcome();
  if (self.kind === 'none') return [pageDigestNone];
  const told = pageOnPaper[self.kind];
  if (self.kind === 'untyped') return [told];
  return [hex(self.digest), make('br'), told, ...(self.kind === 'differs' ? [hex(self.typed)] : [])];
}

/** With what the record is about, so that the page which is signed says what was signed for. */
function signatures(recorded: Recorded): HTMLElement {
  const { record } = ui().page;
  const { name, verdict, at } = recorded;
  const { index, fingerprint, zipSha256 } = verdict;
  const cells = (...texts: readonly string[]): HTMLElement => make('tr', {}, ...texts.map((text) => make('td', {}, text)));
  // A row each: what a stranger's dossier says of itself cannot pass for another line.
  const row = (label: string, ...value: (Node | string)[]): HTMLElement =>
    make('tr', {}, make('th', { scope: 'row' }, label), make('td', { colspan: '3' }, ...value));
  const about = [
    ...(fingerprint === undefined ? [] : [row(record.fingerprint, fingerprintIn(recorded))]),
    ...(zipSha256 === undefined ? [] : [row(record.fileDigest, hex(zipSha256))]),
    row(record.at, chineseInstant(formatInstant(at))),
    row(index ? record.case : record.name, index ? record.caseOf(quoted(index.caseName), quoted(index.caseNo)) : quoted(name)),
  ];
  const { signatures: who, date, dateBlank } = record;
  return make(
    'table',
    { class: 'signatures' },
    make('tbody', {}, ...about, cells(who[0], '', who[1], ''), cells(date, dateBlank, date, dateBlank)),
  );
}

function table(rows: readonly Row[]): HTMLElement {
  const lines = rows.map(([label, ...value]) => make('tr', {}, make('th', { scope: 'row' }, label), make('td', {}, ...value)));
  return make('table', {}, make('tbody', {}, ...lines));
}

function hex(digits: string): HTMLElement {
  return make('span', { class: 'hex' }, groupedHex(digits));
}
