/** `mbpack collect CASE [PATH…]`: 固定 */
import { column, harmless, typed, type Ui } from '../../messages/index.ts';
import { type FileContent, groupedHex } from '../../model/index.ts';
import { blocks, type CollectResult, collectEvidence, type FixedFile } from '../../operations/index.ts';
import { conclude, type Session } from '../session.ts';
import { tableText } from '../table.ts';

export async function collect(session: Session): Promise<number> {
  const { call, voice, version, io, now, signal, progress } = session;
  const {
    by,
    place,
    from,
    to,
    method,
    tool = `mbpack ${version}`,
    system,
    record,
    note,
    item,
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
    // The clock itself, whatever `--at` says; whole seconds, as the log is written.
    clock: Math.floor(io.now() / 1000) * 1000,
    ...{ place, from, to, method, tool, system, record, note, item },
    writeList,
    output,
    overwrite: force,
    template,
    signal,
    onProgress: (done, total) => progress.report('hashing', done, total),
  });
  const { findings, verified, fixed, chainHead = null, chainLength, entries, further, listWritten, paper } = result;
  const exit = blocks(findings) ? 1 : 0;
  const outcome = {
    command: 'collect',
    input: given,
    exit,
    findings,
    output: paper?.path,
    collected: { verified, fixed: fixed.length, chainHead, chainLength, files: fixed, entries, further, listWritten },
  };
  return conclude(session, outcome, { talk: harmless(talkOf(result, ui)), result: resultOf(result, ui) });
}

function resultOf({ fixed, chainHead, chainLength }: CollectResult, ui: Ui): string {
  const { columns } = ui.collect;
  const heading = [columns.no, columns.file, columns.format, columns.bytes, columns.extent, 'SHA-256', 'SM3'];
  const table = fixed.length === 0 ? [] : [tableText([heading, ...fixed.map((file) => row(file, ui))], [3])];
  return [...table, ...(chainHead === undefined ? [] : [ui.collect.head(groupedHex(chainHead), chainLength)])].join('\n');
}

function row({ evidenceNo, path, size, content, sha256, sm3 }: FixedFile, ui: Ui): readonly string[] {
  return [evidenceNo, path, content?.format ?? '', String(size), content ? extentOf(content, ui) : '', sha256, sm3].map((cell) =>
    column(cell),
  );
}

function extentOf({ pages, rows, tables, seconds }: FileContent, { collect: words }: Ui): string {
  if (tables !== undefined && tables.length > 0) {
    const sum = tables.reduce((total, table) => total + table.rows, 0);
    return words.tables(tables.length, sum);
  }
  if (rows !== undefined) return words.rows(rows);
  if (pages !== undefined) return words.pages(pages);
  return seconds === undefined ? '' : words.seconds(seconds);
}

function talkOf({ verified, fixed, entries, further, cells, list = '', listWritten, paper }: CollectResult, ui: Ui): string {
  const { collect: words } = ui;
  const workbook = cells !== undefined || list.endsWith('.xlsx');
  return [
    ...(cells === undefined ? [] : [words.cells, cells.trimEnd()]),
    ...(entries === undefined || workbook ? [] : listWritten ? [entries.trimEnd()] : [words.entries, entries.trimEnd()]),
    ...(listWritten ? [words.listWritten(list)] : []),
    ...(further === undefined || workbook ? [] : [words.further, further.trimEnd()]),
    ...(paper === undefined ? [] : [ui.rendered(typed(paper.path), paper.pages)]),
    words.counted(verified, fixed.length),
    ...(fixed.length === 0 ? [] : [words.copyHead]),
  ].join('\n');
}
