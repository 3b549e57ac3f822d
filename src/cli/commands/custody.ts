/** `mbpack custody CASE [ITEM…]`: the chain of custody; `--add ACTION` appends one event. */
import { column, quoted, type Ui } from '../../messages/index.ts';
import {
  type CorrectedLine,
  type CustodyEvent,
  correctionChanges,
  Fault,
  type Finding,
  formatInstant,
  groupedHex,
  parseInstant,
} from '../../model/index.ts';
import { addCustody, blocks, type CustodyItem, type CustodyView, showCustody } from '../../operations/index.ts';
import { type Options, UsageError } from '../options.ts';
import { callText, conclude, type Session } from '../session.ts';
import { displayWidth } from '../width.ts';

export async function custody(session: Session): Promise<number> {
  const { io, call, now, voice, signal, progress } = session;
  const common = { dir: call.argument ?? '', items: call.rest, now };
  const { add, line, reason, void: isVoid, restore, voidFile } = call.options;
  // Shown without a word, a log would be taken for corrected.
  if (add === undefined && (line !== undefined || reason !== undefined || isVoid || restore || voidFile.length > 0))
    throw new UsageError(voice.ui.usageProblems.correctionNeedsAdd);
  if (add === undefined) return shown(session, await showCustody(common));
  try {
    const clock = wholeSeconds(io.now());
    const added = await addCustody({
      ...common,
      ...detailsOf(call.options),
      ...correctionOf(call.options, voice.ui, now),
      action: add,
      by: call.options.by,
      clock,
      signal,
      onProgress: (done, total) => progress.report('hashing', done, total),
    });
    return 'refused' in added ? notAdded(session, added.refused) : shown(session, added, added);
  } catch (error) {
    if (!(error instanceof Fault) || error.exit !== 1) throw error;
    return notAdded(session, [error.finding]);
  }
}

function notAdded(session: Session, findings: readonly Finding[]): number {
  const outcome = { command: 'custody', input: session.call.argument ?? '', exit: 1, findings };
  return conclude(session, outcome, { talk: session.voice.ui.custody.notAdded });
}

/** What is given of the line that is wrong. `now` is what `--at` says. */
function correctionOf(options: Options, { usageProblems }: Ui, now: number) {
  const { line, reason, void: isVoid, voidFile: voidFiles, restore, actualBy, actualItem: actualItems, at } = options;
  const number = line?.normalize('NFKC').trim() ?? '1';
  if (!/^[1-9]\d{0,6}$/.test(number)) throw new UsageError(usageProblems.badLine(column(line ?? '')));
  return {
    line: line === undefined ? undefined : Number(number),
    happened: at === undefined ? undefined : now,
    ...{ reason, isVoid, voidFiles, restore, actualBy, actualItems },
  };
}

const wholeSeconds = (ms: number): number => Math.floor(ms / 1000) * 1000;

function detailsOf(options: Options) {
  const { from, to, place, sealBefore, sealAfter, mediaNo, record, method, tool, note } = options;
  return { from, to, place, sealBefore, sealAfter, mediaNo, record, method, tool, note };
}

/** The whole chain, or after appending the new event and where its items stand. */
function shown(
  session: Session,
  view: CustodyView,
  { added, compared = 0 }: { readonly added?: number; readonly compared?: number } = {},
): number {
  const { call, voice } = session;
  const { ui } = voice;
  const exit = blocks(view.findings) ? 1 : 0;
  const events = added === undefined ? view.events : view.events.filter(({ seq }) => seq === added);
  const custodyJson = {
    ...(added === undefined ? {} : { added, compared }),
    lines: view.lines,
    head: view.head,
    events,
    items: view.items,
  };
  const outcome = { command: 'custody', input: call.argument ?? '', exit, findings: view.findings, custody: custodyJson };
  const alone = call.rest.length === 1;
  const text = [
    ...(view.head === null ? [ui.custody.empty] : []),
    ...(events.length > 0 ? tableOf(events, view, ui, alone) : []),
    ...(events.some(({ seq }) => view.marks.has(seq)) ? [ui.custody.marked] : []),
    ...(view.items.length > 0 ? [ui.custody.now, ...view.items.map((item) => `  ${standing(item, ui)}`)] : []),
    ...(view.head === null ? [] : [ui.custody.head(view.lines, groupedHex(view.head))]),
  ].join('\n');
  const talk = added === undefined ? untouched(view, callText('collect', outcome.input), ui) : ui.custody.added(added, compared);
  return conclude(session, outcome, { result: text, talk, untallied: true });
}

/** The log was followed; the files that it is of were not read. */
function untouched({ head, findings }: CustodyView, collectCall: string, { custody: words }: Ui): string {
  return head === null
    ? ''
    : words.filesNotRead(
        findings.every(({ severity }) => severity === 'info'),
        collectCall,
      );
}

/** Aligned columns; what no event says has no column. The notes stand below their events where one item was asked for. */
function tableOf(events: readonly CustodyEvent[], { marks, corrected }: CustodyView, ui: Ui, alone: boolean): string[] {
  const { headings, actions, someItems, note, isVoid, isCorrected, corrects } = ui.custody;
  const shown = new Set(events.map(({ seq }) => seq));
  // Where the line that it speaks of is not shown, the correction tells itself.
  const alongside = (event: CustodyEvent): string[] =>
    shown.has(event.corrects ?? 0) ? [] : [`      ${correctionText(event, corrected.get(event.corrects ?? 0), ui)}`];
  const state = ({ seq }: CustodyEvent): string => {
    const line = corrected.get(seq);
    return line ? (line.counts ? isCorrected : isVoid) : '';
  };
  const columns: readonly (readonly [string, (e: CustodyEvent) => string])[] = [
    ['', ({ seq }) => ({ error: '×', warning: '!', none: '' })[marks.get(seq) ?? 'none']],
    [headings.line, ({ seq }) => String(seq)],
    [headings.at, ({ at }) => clockText(at)],
    [headings.action, (e) => `${actions[e.action]}${state(e)}`],
    ...(alone ? [] : [[headings.items, ({ items }: CustodyEvent) => itemsText(items, someItems)] as const]),
    [headings.by, ({ by }) => by.map(({ name }) => name).join('、')],
    [headings.way, ({ from = '', to = '' }) => (from || to ? `${from || '—'} → ${to || '—'}` : '')],
    [headings.seal, ({ sealBefore = '', sealAfter = '' }) => (sealBefore || sealAfter ? `${sealBefore || '—'} → ${sealAfter || '—'}` : '')],
    [headings.place, ({ place = '' }) => place],
  ];
  const cells = columns.map(([heading, of]) => ({ heading, values: events.map((e) => column(of(e))) }));
  const kept = cells.filter(({ values }) => values.some((value) => value !== ''));
  const widths = kept.map(({ heading, values }) => Math.max(...[heading, ...values].map(displayWidth)));
  const row = (texts: readonly string[]): string =>
    texts
      .map((t, i) => t + ' '.repeat((widths[i] ?? 0) - displayWidth(t)))
      .join('  ')
      .trimEnd();
  return [
    row(kept.map(({ heading }) => heading)),
    ...events.flatMap((event, i) => [
      row(kept.map(({ values }) => values[i] ?? '')),
      ...(alone && event.note !== undefined ? [`      ${note(column(event.note))}`] : []),
      ...(event.action === 'correct' ? [`      ${corrects(event.corrects ?? 0)}`, ...alongside(event)] : []),
      ...(corrected.get(event.seq)?.corrections ?? []).map((e) => `      ${correctionText(e, corrected.get(event.seq), ui)}`),
    ]),
  ];
}

/** What a correction says, below the line that it speaks of: what the one before it said already is not said again. */
function correctionText(event: CustodyEvent, line: CorrectedLine | undefined, { custody }: Ui): string {
  const all = line ? correctionChanges(line.written, event.replace) : [];
  const before = line?.corrections[line.corrections.findIndex(({ seq }) => seq === event.seq) - 1];
  const said = line && before ? correctionChanges(line.written, before.replace) : [];
  const changes = all.filter(({ field, is }) => !said.some((other) => other.field === field && other.is === is));
  return custody.corrected({
    corrects: event.corrects ?? 0,
    line: event.seq,
    isVoid: event.void === true,
    changes: changes.map(({ field, was, is }) => ({ field, was: shownChange(field, was), is: shownChange(field, is) })),
    kept: changes.length < all.length,
    files: (event.voidFiles ?? []).map((path) => quoted(path)).join('、'),
    reason: quoted(event.reason ?? ''),
    by: event.by.map(({ name }) => quoted(name)).join('、'),
    at: clockText(event.at),
  });
}

const shownChange = (field: string, text: string): string => (field === 'at' ? clockText(text) : quoted(text));

/** More numbers than these make a column too wide. */
const MOST_ITEMS = 3;

function itemsText(items: readonly string[], some: Ui['custody']['someItems']): string {
  return items.length <= MOST_ITEMS ? items.join('、') : some(items.slice(0, MOST_ITEMS).join('、'), items.length);
}

/** `2026-03-24 23:40` in China's time. */
function clockText(at: string): string {
  const ms = parseInstant(at);
  return ms === undefined ? at : formatInstant(ms).slice(0, 16).replace('T', ' ');
}

function standing({ evidenceNo, title, holder, heldSince, place = '', sealed, seal, out }: CustodyItem, { custody: words }: Ui): string {
  // Where it is now, the log of this house does not know.
  const where = words.stands({
    evidenceNo: column(evidenceNo),
    title: quoted(title),
    holder: quoted(holder),
    since: heldSince,
    place: out ? '' : quoted(place),
  });
  return `${where}${sealed ? words.sealed(quoted(seal)) : words.notSealed}${out ? words.out : ''}`;
}
