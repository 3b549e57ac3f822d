/** `mbpack collect CASE [PATH…]`: 固定 */
import { resolve } from 'node:path';
import { harmless, typed, type Ui } from '../../messages/index.ts';
import { blocks, type CollectResult, collectEvidence } from '../../operations/index.ts';
import { callText, conclude, type Session } from '../session.ts';
import { fixedItems, fixedTable } from './collect-fixed.ts';

export async function collect(session: Session): Promise<number> {
  const { call, voice, version, io, now, signal, progress } = session;
  const {
    by,
    at,
    place,
    from,
    to,
    method,
    tool = `mbpack ${version}`,
    system,
    record,
    note,
    item,
    fromRecord,
    dryRun,
    asFound,
    writeList,
    output,
    force,
    template,
  } = call.options;
  const given = call.argument ?? '';
  const { ui } = voice;
  const result = await collectEvidence({
    dir: given,
    paths: call.rest,
    by,
    now,
    timed: at !== undefined,
    // The clock itself, whatever `--at` says; whole seconds, as the log is written.
    clock: Math.floor(io.now() / 1000) * 1000,
    ...{ place, from, to, method, tool, system, record, note, item, fromRecord },
    dryRun,
    asFound,
    writeList,
    output,
    overwrite: force,
    template,
    signal,
    onProgress: (done, total) => progress.report('hashing', done, total),
  });
  const { findings, verified, fixed, events, chainHead = null, chainLength, entries, further, listWritten, paper } = result;
  const exit = blocks(findings) ? 1 : 0;
  const outcome = {
    command: 'collect',
    input: given,
    exit,
    findings,
    output: paper?.path,
    collected: {
      verified,
      fixed: fixed.length,
      chainHead,
      chainLength,
      files: fixed,
      entries,
      further,
      listWritten,
      ...(dryRun ? { dryRun, planned: events.map(({ digests: _, ...event }) => event) } : {}),
    },
  };
  const screen = io.stdout.isTTY || dryRun;
  return conclude(session, outcome, {
    talk: harmless(talkOf(result, session)),
    result: screen ? fixedItems(result, dryRun, ui) : fixedTable(result, ui),
  });
}

/** On a screen more entries than these are not read, but written by the program. */
const MOST_ENTRIES = 2;

function talkOf(result: CollectResult, { call, voice, io }: Session): string {
  const { verified, fixed, entries, further, left, cells, list = '', listWritten, paper } = result;
  const { ui } = voice;
  const { collect: words } = ui;
  if (call.options.dryRun) return words.wouldFix(verified, fixed.length);
  const workbook = cells !== undefined || list.endsWith('.xlsx');
  const shown = (text: string): string =>
    io.stderr.isTTY ? shortened(text, `${callText('collect', call.argument ?? '')} --write-list`, ui) : text.trimEnd();
  return [
    ...(cells === undefined ? [] : [words.cells, shown(cells)]),
    ...(entries === undefined || workbook || !left.entries ? [] : [words.entries, shown(entries)]),
    ...(listWritten ? [words.listWritten(list)] : []),
    ...(further === undefined || workbook || !left.further ? [] : [words.further, further.trimEnd()]),
    ...(paper === undefined ? [] : [ui.rendered(typed(resolve(paper.path)), paper.pages)]),
    words.counted(verified, fixed.length),
    ...(fixed.length === 0 ? [] : [words.copyHead]),
  ].join('\n');
}

/** An entry begins where a line stands in no further than the first. */
function shortened(text: string, command: string, { collect: words }: Ui): string {
  const lines = text.trimEnd().split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  const starts = lines.flatMap((line, i) => (/^ */.exec(line)?.[0].length === indent ? [i] : []));
  if (starts.length <= MOST_ENTRIES) return lines.join('\n');
  return [...lines.slice(0, starts[1]), words.moreEntries(starts.length - 1, command)].join('\n');
}
