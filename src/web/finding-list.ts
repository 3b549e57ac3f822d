/** Findings, gravest first, some at a time: a hostile dossier has as many as it likes. */
import { basisText, harmless, placeText, sentenceOf } from '../messages/index.ts';
import { type Finding, type Severity, sortFindings } from '../model/index.ts';
import { forReceiver } from '../verdict/index.ts';
import { byId, make } from './dom.ts';
import { spoken, ui } from './voice.ts';

const AT_ONCE = 100;
const GRAVEST_FIRST: readonly Severity[] = ['stop', 'error', 'warning', 'info'];

export function byGravity(findings: readonly Finding[]): readonly Finding[] {
  const sorted = sortFindings(forReceiver(findings));
  return GRAVEST_FIRST.flatMap((severity) => sorted.filter((f) => f.severity === severity));
}

/** Sentence, place, basis and mend of one finding. */
export function findingItem(f: Finding, base: string): HTMLLIElement {
  const words = ui();
  const { text, hint } = sentenceOf(f, spoken());
  const tail = `${f.excused ? words.excused : ''}${f.unverified ? words.unverified : ''}`;
  const basis = basisText(f);
  const aside = (label: string, content: string): HTMLElement => make('p', { class: 'aside' }, `${label}  ${harmless(content)}`);
  return make(
    'li',
    { class: f.severity, 'data-code': f.code },
    make(
      'p',
      { class: 'sentence' },
      make('span', { class: 'severity' }, words.severity[f.severity]),
      ' ',
      make('span', { class: 'from-outside' }, `${harmless(text)}${tail}`),
    ),
    make('p', { class: 'aside from-outside' }, `${f.code}${f.rule ? ` [${f.rule}]` : ''}  ${placeText(f.at, base)}`),
    ...(basis ? [aside(words.basis, basis)] : []),
    ...(hint ? [aside(f.rule ? words.page.findings.toSender : words.hint, hint)] : []),
  );
}

export function showFindings(findings: readonly Finding[], base: string): void {
  const { page } = ui();
  const sorted = byGravity(findings);
  const list = byId('finding-list');
  const more = byId<HTMLButtonElement>('more-findings');
  let shown = 0;
  const show = (): void => {
    const next = sorted.slice(shown, shown + AT_ONCE);
    shown += next.length;
    list.append(...next.map((f) => findingItem(f, base)));
    more.hidden = shown >= sorted.length;
    more.textContent = page.findings.more(Math.min(AT_ONCE, sorted.length - shown));
  };
  byId('findings-heading').textContent = page.findings.heading(sorted.length);
  list.replaceChildren();
  if (sorted.length === 0) list.append(make('li', {}, page.findings.none));
  more.onclick = () => {
    const first = shown;
    show();
    // The keyboard goes on where the new ones begin.
    const item = list.children[first] as HTMLElement | undefined;
    item?.setAttribute('tabindex', '-1');
    item?.focus();
  };
  show();
}
