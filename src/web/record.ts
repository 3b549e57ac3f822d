/** 核验记录, for paper, in the form of `verify --report`: what was verified, the answers, what was found, what was not looked at, with what, and two signatures. */
import { basisText, column, placeText, quoted, receivedSentence, tailText, type Ui } from '../messages/index.ts';
import { chineseInstant, type Finding, formatInstant, groupedHex, parseInstant } from '../model/index.ts';
import { answerRows, conclusionOf, forReceiver, limitsOf, type Verdict } from '../verdict/index.ts';
import { byId, flat, make } from './dom.ts';
import { byGravity } from './finding-groups.ts';
import type { PaperEntry } from './paper-entry.ts';
import type { PaperOutcome } from './paper-view.ts';
import { selfCompared, selfOutcome } from './self.ts';
import { uncheckedOf } from './unchecked.ts';
import { spoken, ui } from './voice.ts';

/** Findings beyond these are counted: nobody signs a hundred pages. */
const MOST_PRINTED = 100;
/** Code points of one text of a finding. */
const LONGEST = 300;
/** Columns of a name that stands among others in one row, and how many of them. */
const NAME_COLUMNS = 80;
const MOST_PACKERS = 6;
/** Whose rules of its own the page carries for every dossier. */
const OWN_PACK = 'national';

export interface Recorded {
  readonly name: string;
  /** In bytes; absent for a folder. */
  readonly size: number | undefined;
  /** With the comparison with paper. */
  readonly verdict: Verdict;
  /** Of its findings those that may be printed. */
  readonly seen: Verdict['findings'];
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
    table(resultRows(verdict, outcome)),
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
    ...(verdict.index ? toldBy(verdict, verdict.index) : []),
    signatures(recorded),
  );
}

function aboutRows(recorded: Recorded): readonly Row[] {
  const { page, containers } = ui();
  const { record } = page;
  const { name, size, verdict, paper, outcome, at } = recorded;
  const { index, letter, zipSha256, form } = verdict;
  const told = outcome === 'none' || outcome === 'malformed' ? 'notGiven' : outcome;
  const shown = told === 'same' && verdict.answers.intact === 'no' ? 'sameButChanged' : told;
  return [
    [record.name, quoted(name)],
    [record.size, size === undefined ? record.folder : record.bytes(size)],
    ...(size === undefined ? [] : [[record.fileDigest, zipSha256 === undefined ? record.fileDigestNone : hex(zipSha256)] as const]),
    [containers.title, containers[form]],
    [record.case, index ? record.caseOf(quoted(index.caseName), quoted(index.caseNo)) : record.caseNone],
    [record.letter, letter ? record.letterOf(quoted(letter.agency), quoted(letter.docNo)) : record.letterNone],
    ...(verdict.answers.files === 'notRead' ? [] : [[record.content, record.counted(countsOf(verdict))] as const]),
    [record.fingerprint, fingerprintIn(recorded)],
    [record.paper, record.onPaper[shown], ...(shown === 'differs' || shown === 'otherValue' ? [hex(paper.typed())] : [])],
    [record.at, record.atClock(chineseInstant(formatInstant(at)))],
  ];
}

const countsOf = ({ documentCount, evidenceCount, fileCount, bytes }: Verdict): Parameters<Ui['page']['record']['counted']>[0] => ({
  documents: documentCount,
  evidence: evidenceCount,
  files: fileCount,
  bytes,
});

/** How it came stands above. A head of the custody log stands with its value: the record is held against the paper that bears it. */
function resultRows(verdict: Verdict, outcome: PaperOutcome): readonly Row[] {
  const { answers, containers, custodyHead } = ui();
  const rows = answerRows(verdict, ui(), outcome === 'same').filter(([label]) => label !== containers.title);
  const given = verdict.custodyHead?.given ?? '';
  const concluded: Row = [answers.conclusion, conclusionOf(verdict, ui(), outcome === 'same' || outcome === 'differs')];
  return [concluded, ...rows.map(([label, text]): Row => (label === custodyHead.title ? [label, hex(given), `：${text}`] : [label, text]))];
}

/** A printed value could be typed back: it is printed when it may be seen. */
function fingerprintIn({ verdict: { fingerprint }, paper }: Recorded): Node | string {
  const { record } = ui().page;
  if (fingerprint === undefined) return record.fingerprintNone;
  return paper.open() ? hex(fingerprint) : record.fingerprintHidden;
}

function findingsOf({ name, seen }: Recorded): readonly HTMLElement[] {
  const { tally, page } = ui();
  const { columns, notPrinted } = page.record;
  const sorted = byGravity(forReceiver(seen));
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
    [words.page.record.place, f.at ? flat(placeText(f.at, name), LONGEST) : ''],
    [words.basis, flat(basisText(f), LONGEST)],
    [words.hint, flat(hint ?? '', LONGEST)],
  ];
  const lines = parts.filter(([, content]) => content !== '').map(([label, content]) => make('div', {}, `${label}：${content}`));
  return make(
    'tr',
    { 'data-code': f.code },
    make('td', {}, String(no)),
    make('td', {}, words.severity[f.severity]),
    make('td', { class: 'from-outside' }, make('div', {}, `${flat(text, LONGEST)}${tail}`), ...lines),
  );
}

function programRows({ answers, rules }: Verdict): readonly Row[] {
  const { record } = ui().page;
  const own = PAGE.packs[OWN_PACK];
  return [
    [record.program, record.programOf(PAGE.version, column(navigator.userAgent))],
    [record.pageDigest, ...pageDigestParts()],
    ...(own ? [[record.ownPack, `${own.pack.id} ${own.pack.version}`, make('br'), hex(own.sha256)] as const] : []),
    ...(answers.files === 'notRead' ? [] : [[record.algorithms, ui().bothAlgorithms] as const]),
    ...(rules ? [[record.rules, record.rulesOf(rules.count, rules.version)] as const] : []),
  ];
}

/** What the machine that packed wrote of itself, apart from everything that was verified. */
function toldBy({ packed }: Verdict, { software, engine, createdAt, template }: NonNullable<Verdict['index']>): readonly HTMLElement[] {
  const { headings, told } = ui().page.record;
  const packedAt = packed && packed.at !== createdAt ? instantText(packed.at) : undefined;
  const by = packed?.by ?? [];
  const short = (text: string): string => quoted(text, NAME_COLUMNS);
  const packers = by
    .slice(0, MOST_PACKERS)
    .map(({ name, certNo }) => told.packer(short(name), certNo === undefined ? undefined : short(certNo)));
  const named = (one: { readonly version: string }, name: string): string => short(`${name} ${one.version}`);
  return [
    make('h2', {}, headings.told),
    make('p', {}, told.caution),
    table([
      [told.software, told.softwareOf(named(software, software.name), named(engine, engine.name))],
      [told.sealedAt, told.sealedOf(instantText(createdAt), packedAt)],
      [told.packedBy, told.packersOf(packers, by.length)],
      [told.pack, named(template, template.id), make('br'), hex(column(template.sha256))],
    ]),
  ];
}

/** What is no instant is shown as the text that it is. */
const instantText = (text: string): string => (parseInstant(text) === undefined ? quoted(text) : chineseInstant(text));

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
    row(index ? record.caseTold : record.name, index ? record.caseOf(quoted(index.caseName), quoted(index.caseNo)) : quoted(name)),
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
