/** Findings under the file that they concern, gravest first, some at a time: a hostile dossier has as many as it likes. */
import { basisText, column, quoted, receivedSentence, tailText } from '../messages/index.ts';
import type { Finding } from '../model/index.ts';
import type { Verdict } from '../verdict/index.ts';
import { byId, flat, make } from './dom.ts';
import { type FindingGroup, groupsOf } from './finding-groups.ts';
import { spoken, ui } from './voice.ts';

const AT_ONCE = 100;

/** The sentence first; then what to do and why; the code last and small, for whoever is asked for help. */
function findingItem(f: Finding): HTMLLIElement {
  const words = ui();
  const { text, hint } = receivedSentence(f, spoken());
  const tail = tailText(f, words);
  const basis = basisText(f);
  const aside = (label: string, content: string): HTMLElement => make('p', { class: 'aside' }, `${label}  ${flat(content)}`);
  return make(
    'li',
    { class: f.severity, 'data-code': f.code },
    make(
      'p',
      { class: 'sentence' },
      make('span', { class: 'severity' }, words.severity[f.severity]),
      ' ',
      make('span', { class: 'from-outside' }, `${flat(text)}${tail}`),
    ),
    ...(hint ? [aside(words.hint, hint)] : []),
    ...(basis ? [aside(words.basis, basis)] : []),
    make('p', { class: 'code from-outside' }, [f.code, f.rule ? `[${f.rule}]` : '', spotOf(f)].filter(Boolean).join('  ')),
  );
}

/** Where in the file; which file, the heading says. */
function spotOf({ at }: Finding): string {
  if (!at) return '';
  if ('entry' in at) return at.offset === undefined ? '' : `@${at.offset}`;
  if ('line' in at) return `${at.line}:${at.column}`;
  return 'cell' in at ? column(`${at.sheet}!${at.cell}`) : '';
}

interface Line {
  readonly group: FindingGroup;
  readonly item: () => HTMLElement;
}

/** One line a finding; what follows from the same change by itself stands folded under it. */
function linesOf(group: FindingGroup): readonly Line[] {
  const { findings, following } = group;
  const lines = findings.map((f) => ({ group, item: () => findingItem(f) }));
  if (following.length === 0) return lines;
  const folded = (): HTMLElement =>
    make(
      'li',
      { class: 'following' },
      make(
        'details',
        {},
        make('summary', {}, ui().page.findings.following(following.length)),
        make('ul', {}, ...following.map((f) => findingItem(f))),
      ),
    );
  return [...lines, { group, item: folded }];
}

export function showFindings({ findings, index, verifiable }: Pick<Verdict, 'findings' | 'index' | 'verifiable'>, label: string): void {
  const { page } = ui();
  const titles = new Map((index?.files ?? []).map(({ path, title, evidenceNo }) => [path, [evidenceNo, title].filter(Boolean).join(' ')]));
  const groups = groupsOf(findings, label);
  const lines = groups.flatMap(linesOf);
  const list = byId('finding-list');
  const more = byId<HTMLButtonElement>('more-findings');
  let shown = 0;
  let open: { readonly group: FindingGroup; readonly items: HTMLElement } | undefined;
  const itemsOf = (group: FindingGroup): HTMLElement => {
    if (open?.group === group) return open.items;
    const items = make('ul');
    const title = titles.get(group.subject);
    const whole = verifiable ? page.findings.whole : quoted(label);
    const heading = group.subject === '' ? [whole] : [...(title ? [quoted(title), '　'] : []), pathOf(group.subject)];
    list.append(make('li', { class: 'about' }, make('h3', {}, ...heading), items));
    open = { group, items };
    return items;
  };
  /** The first that was added. */
  const show = (): HTMLElement | undefined => {
    const added = lines.slice(shown, shown + AT_ONCE).map(({ group, item }) => {
      const element = item();
      itemsOf(group).append(element);
      return element;
    });
    shown += added.length;
    more.hidden = shown >= lines.length;
    more.textContent = page.findings.more(Math.min(AT_ONCE, lines.length - shown));
    return added[0];
  };
  const said = groups.reduce((sum, group) => sum + group.findings.length, 0);
  byId('findings-heading').textContent = page.findings.heading(said);
  list.replaceChildren();
  if (lines.length === 0) list.append(make('li', {}, page.findings.none));
  more.onclick = () => {
    // The keyboard goes on where the new ones begin.
    const first = show();
    first?.setAttribute('tabindex', '-1');
    first?.focus();
  };
  show();
}

function pathOf(path: string): HTMLElement {
  return make('span', { class: 'path from-outside' }, quoted(path));
}
