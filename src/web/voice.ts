/** The language of the page: Chinese until somebody asks for English. */
import { type Language, type Ui, uiOf } from '../messages/index.ts';
import { byId } from './dom.ts';

let language: Language = 'zh-CN';
const listeners: (() => void)[] = [];

export const ui = (): Ui => uiOf(language);
export const spoken = (): Language => language;

/** Calls at once, and whenever the language changes. */
export function inEveryLanguage(show: () => void): void {
  listeners.push(show);
  show();
}

export function startVoice(): void {
  byId('language').addEventListener('click', () => {
    language = language === 'en' ? 'zh-CN' : 'en';
    for (const show of listeners) show();
  });
  inEveryLanguage(() => {
    const { page } = ui();
    document.documentElement.lang = page.language;
    document.title = page.title;
    byId('language').textContent = page.other;
    byId('language').lang = page.language === 'en' ? 'zh-CN' : 'en';
    for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) element.textContent = word(element.dataset.word ?? '');
    for (const element of document.querySelectorAll<HTMLElement>('[data-label]'))
      element.setAttribute('aria-label', word(element.dataset.label ?? ''));
  });
}

/** `choose.zip` → the sentence of that name. */
function word(path: string): string {
  let found: unknown = ui().page;
  for (const name of path.split('.')) found = (found as Readonly<Record<string, unknown>>)[name];
  return String(found);
}
