/** Documents, evidence and the rest, each with its digests and a way to look at it. */
import { bytesText, quoted } from '../messages/index.ts';
import type { Finding } from '../model/index.ts';
import type { Verdict } from '../verdict/index.ts';
import { byId, make, outside } from './dom.ts';
import { mayLook } from './looks.ts';
import { ui } from './voice.ts';

const AT_ONCE = 200;

interface Row {
  readonly path: string;
  readonly no: string;
  readonly title: string;
  readonly group: 'documents' | 'evidence' | 'others';
  /** Absent: listed, and not read. */
  readonly file?: Verdict['files'][number];
}

export type Look = (file: { readonly path: string; readonly sound: boolean }) => void;

/** `open`: the fingerprint may be seen, which is the digest of one of these files. */
export function showFiles(verdict: Verdict, open: boolean, look: Look): void {
  const rows = rowsOf(verdict);
  const faulty = faultyPaths(verdict.findings);
  const groups = (['documents', 'evidence', 'others'] as const).flatMap((group) => {
    const own = rows.filter((row) => row.group === group);
    return own.length === 0
      ? []
      : [
          groupOf(own, ui().page.files[group](own.length), group !== 'others', {
            faulty,
            look,
            hidden: open ? undefined : verdict.fingerprint,
          }),
        ];
  });
  const none = make('p', {}, ui().page.files.none);
  byId('files').replaceChildren(...(groups.length > 0 ? groups : [none]));
}

/** What the index lists, and what else there is. */
function rowsOf({ index, files }: Verdict): readonly Row[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const listed = (index?.files ?? []).map(({ path, title, evidenceNo, role }): Row => {
    const file = byPath.get(path);
    byPath.delete(path);
    const group = role === 'evidence' ? 'evidence' : role === 'document' || role === 'signedScan' ? 'documents' : 'others';
    return { path, no: evidenceNo ?? '', title, group, ...(file ? { file } : {}) };
  });
  const rest = [...byPath.values()].map((file): Row => ({ path: file.path, no: '', title: '', group: groupByPath(file.path), file }));
  return [...listed, ...rest];
}

function groupByPath(path: string): Row['group'] {
  if (path.startsWith('data/documents/')) return 'documents';
  return path.startsWith('data/evidence/') ? 'evidence' : 'others';
}

function faultyPaths(findings: readonly Finding[]): ReadonlySet<string> {
  const grave = findings.filter(({ severity }) => severity === 'stop' || severity === 'error');
  return new Set(grave.flatMap(({ at }) => (at && 'entry' in at ? [at.entry] : [])));
}

interface Shown {
  readonly faulty: ReadonlySet<string>;
  readonly look: Look;
  /** A digest that nobody may see yet. */
  readonly hidden: string | undefined;
}

function groupOf(rows: readonly Row[], title: string, open: boolean, shown: Shown): HTMLElement {
  const { columns, more: moreWords } = ui().page.files;
  const names = ['no', 'title', 'size', 'digests', 'look'] as const;
  // With their roles: a narrow screen lays rows out as blocks, which browsers no longer take for a table.
  const heads = names.map((name) => make('th', { scope: 'col', role: 'columnheader', class: name }, columns[name]));
  const head = make('thead', { role: 'rowgroup' }, make('tr', { role: 'row' }, ...heads));
  const body = make('tbody', { role: 'rowgroup' });
  const more = make('button', { type: 'button' });
  let count = 0;
  const next = (): void => {
    const some = rows.slice(count, count + AT_ONCE);
    count += some.length;
    body.append(...some.map((row) => tableRow(row, shown)));
    more.hidden = count >= rows.length;
    more.textContent = moreWords(Math.min(AT_ONCE, rows.length - count));
  };
  more.addEventListener('click', next);
  next();
  return make('details', { open }, make('summary', {}, title), make('table', { role: 'table', 'aria-label': title }, head, body), more);
}

function tableRow({ path, no, title, file }: Row, { faulty, look, hidden }: Shown): HTMLElement {
  const words = ui().page.files;
  const sound = file !== undefined && !faulty.has(path);
  const state = file === undefined ? words.unread : sound ? '' : words.changed;
  const button = make('button', { type: 'button', 'aria-label': words.lookAt(quoted(title || path)), 'data-path': path }, words.look);
  button.addEventListener('click', () => look({ path, sound }));
  return make(
    'tr',
    { role: 'row' },
    make('td', { role: 'cell', class: 'number' }, outside(no)),
    make(
      'th',
      { scope: 'row', role: 'rowheader' },
      ...(title === '' ? [] : [outside(title), make('br')]),
      make('span', { class: 'aside' }, outside(path)),
      ...(state === '' ? [] : [make('div', { class: 'fault' }, state)]),
    ),
    make('td', { role: 'cell', class: 'number' }, file ? bytesText(file.size) : ''),
    make(
      'td',
      { role: 'cell', class: 'hex' },
      ...(file ? [`SHA-256 ${file.sha256 === hidden ? words.afterPaper : file.sha256}`, make('br'), `SM3 ${file.sm3}`] : []),
    ),
    make('td', { role: 'cell' }, ...(file && mayLook(path) ? [button] : [])),
  );
}
