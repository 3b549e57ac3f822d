/** The files that `collect` fixed, or would fix: in columns for programs, item by item on a screen, where no row of digests has room. */
import { column, type Ui } from '../../messages/index.ts';
import { type CustodyEvent, type FileContent, groupedHex } from '../../model/index.ts';
import type { CollectResult, FixedFile } from '../../operations/index.ts';
import { tableText } from '../table.ts';

export function fixedTable(result: CollectResult, ui: Ui): string {
  const { columns } = ui.collect;
  const heading = [columns.no, columns.file, columns.format, columns.bytes, columns.extent, 'SHA-256', 'SM3'];
  const { fixed } = result;
  return [...(fixed.length === 0 ? [] : [tableText([heading, ...fixed.map((file) => row(file, ui))], [3])]), ...headOf(result, ui)].join(
    '\n',
  );
}

function headOf({ chainHead, chainLength }: CollectResult, { collect: words }: Ui): readonly string[] {
  return chainHead === undefined ? [] : [words.head(groupedHex(chainHead), chainLength)];
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

/** What is said of how files were taken is said once for all items of which it is the same. */
export function fixedItems(result: CollectResult, planned: boolean, ui: Ui): string {
  const { fixed, events } = result;
  const byNumber = new Map<string, FixedFile[]>();
  for (const file of fixed) {
    const own = byNumber.get(file.evidenceNo);
    if (own) own.push(file);
    else byNumber.set(file.evidenceNo, [file]);
  }
  let before: readonly string[] = [];
  const unlisted = planned || result.left.entries ? ui.collect.newItem : '';
  const items = [...byNumber].flatMap(([evidenceNo, files]) => {
    const said = events.filter(({ items: [no] }) => no === evidenceNo).flatMap((event) => takenLines(event, ui));
    const taken = changedLines(said, before);
    before = said;
    return [...taken, ...itemLines(evidenceNo, files, unlisted, ui)];
  });
  return [...(planned && fixed.length > 0 ? [ui.collect.planned] : []), ...items, ...headOf(result, ui)].join('\n');
}

function takenLines({ at, by, place, from, system, record, note }: CustodyEvent, { collect: words }: Ui): readonly string[] {
  const people = by.map(({ name, certNo }) => column(certNo === undefined ? name : `${name}（${certNo}）`));
  const shown = (text: string | undefined): string | undefined => (text === undefined ? undefined : column(text));
  return words
    .taken({ at, by: people, place: shown(place), from: shown(from), system: shown(system), record: shown(record), note: shown(note) })
    .map((line) => `  ${line}`);
}

/** Lines that say something else than before; all of them where other things are said. */
function changedLines(lines: readonly string[], before: readonly string[]): readonly string[] {
  const kind = (line: string): string => line.slice(0, line.search(/[:：]/));
  const alike = lines.length === before.length && lines.every((line, i) => kind(line) === kind(before[i] ?? ''));
  return alike ? lines.filter((line, i) => line !== before[i]) : lines;
}

/** `unlisted`: what is said of an item that the list does not name. */
function itemLines(evidenceNo: string, files: readonly FixedFile[], unlisted: string, ui: Ui): readonly string[] {
  const { bytes } = ui.collect;
  const [first] = files;
  const title = first?.title === undefined ? unlisted : ` ${column(first.title)}`;
  return [
    `${column(evidenceNo)}${title}`,
    ...files.flatMap(({ path, size, content, sha256, sm3 }) => [
      `  ${column(path)}`,
      `    ${[...(content ? [column(content.format), extentOf(content, ui)] : []), bytes(size)].filter((part) => part !== '').join('  ')}`,
      `    SHA-256  ${sha256}`,
      `    SM3      ${sm3}`,
    ]),
  ];
}
