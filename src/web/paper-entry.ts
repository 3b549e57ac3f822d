/**
 * Eight boxes for the eight groups of a digest that stands on paper. A comparison is one that a person made: groups are typed, not
 * pasted; the computed value is out of sight until all eight stand there or the paper is said to be absent; and once it has been in
 * sight nothing can be typed any more. So what a record says was typed from paper was typed by somebody who could not see the answer.
 */
import { groupedHex } from '../model/index.ts';
import type { PaperComparison } from '../verdict/index.ts';
import { make } from './dom.ts';
import { inEveryLanguage, ui } from './voice.ts';

const GROUPS = 8;
const DIGITS = 8;
const SEPARATORS = /[\s\-‐-―"'“”‘’「」]/g;

/** `typed`: all eight groups stand there. */
export type EntryState = 'empty' | 'typing' | 'typed' | 'absent';

export interface PaperEntry {
  state(): EntryState;
  /** All eight groups as they were typed, or empty as long as one lacks. */
  typed(): string;
  /** The computed value may be seen. */
  open(): boolean;
  /** What was typed is final; nothing where it is not complete. */
  settle(): void;
  clear(): void;
  focus(): void;
  /** Shows what is known by now; `value`: what was computed, when it has been. */
  show(value: string | undefined, comparison: PaperComparison | undefined, sentence: string, tone: '' | 'good' | 'bad'): void;
}

interface EntryWords {
  readonly label: string;
  readonly hint: string;
  readonly absent: string;
}

/** `words` are asked again whenever the language changes; `changed` is called after every key. */
export function startEntry(host: HTMLElement, words: () => EntryWords, changed: () => void): PaperEntry {
  const { id } = host;
  let seen = false;
  const legend = make('legend');
  const hint = make('p', { id: `${id}-hint`, class: 'dim' });
  const boxes = Array.from({ length: GROUPS }, (_, i) =>
    make('input', {
      type: 'text',
      maxlength: String(DIGITS),
      size: String(DIGITS),
      spellcheck: 'false',
      autocomplete: 'off',
      autocapitalize: 'none',
      'data-group': String(i + 1),
      'aria-describedby': `${id}-hint ${id}-told`,
    }),
  );
  const absent = make('input', { type: 'checkbox', id: `${id}-absent` });
  const absentLabel = make('label', { for: `${id}-absent` });
  const told = make('p', { id: `${id}-told`, class: 'told', role: 'status' });
  const reveal = make('button', { type: 'button', hidden: true });
  const digits = make('div', { class: 'found' });
  const fieldset = make('fieldset', {}, legend, hint, make('div', { class: 'groups' }, ...boxes));
  host.replaceChildren(fieldset, make('p', { class: 'check' }, absent, absentLabel), told, make('p', {}, reveal), digits);

  const values = (): readonly string[] => boxes.map(({ value }) => value.toLowerCase());
  const wrong = (): readonly number[] => values().flatMap((value, i) => (/^[0-9a-f]*$/.test(value) ? [] : [i + 1]));
  const whole = (value: string): boolean => value.length === DIGITS && /^[0-9a-f]*$/.test(value);
  const state = (): EntryState => {
    if (absent.checked) return 'absent';
    if (values().every((value) => value === '')) return 'empty';
    return values().every(whole) ? 'typed' : 'typing';
  };
  const close = (): void => {
    for (const box of boxes) box.readOnly = seen;
    absent.disabled = seen;
  };
  const look = (): void => {
    seen = true;
    close();
  };

  boxes.forEach((box, i) => {
    const go = (to: number): void => {
      boxes[to]?.focus();
      boxes[to]?.select();
    };
    const refuse = (event: Event): void => {
      event.preventDefault();
      told.className = 'told bad';
      told.textContent = ui().page.paper.noPaste;
    };
    // Neither the clipboard, nor a drag, nor what a browser remembers is paper.
    box.addEventListener('beforeinput', (event) => {
      if (/^insert(?:From|Replacement|Link)/.test(event.inputType)) refuse(event);
    });
    box.addEventListener('paste', refuse);
    box.addEventListener('drop', refuse);
    const tidy = (): void => {
      const clean = box.value.normalize('NFKC').replace(SEPARATORS, '').slice(0, DIGITS);
      if (clean !== box.value) box.value = clean;
      if (whole(clean.toLowerCase()) && box.selectionStart === DIGITS && i + 1 < GROUPS) go(i + 1);
      changed();
    };
    box.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) tidy();
    });
    box.addEventListener('compositionend', tidy);
    box.addEventListener('keydown', (event) => {
      const { selectionStart: start, selectionEnd: end, value } = box;
      const back = event.key === 'Backspace' && value === '';
      const left = event.key === 'ArrowLeft' && start === 0 && end === 0;
      const right = event.key === 'ArrowRight' && start === value.length && end === value.length;
      if (!(back || left || right) || event.isComposing) return;
      event.preventDefault();
      go(right ? i + 1 : i - 1);
    });
  });
  absent.addEventListener('change', () => {
    for (const box of boxes) box.value = '';
    look();
    changed();
  });
  reveal.addEventListener('click', () => {
    look();
    boxes[0]?.focus();
    changed();
  });
  inEveryLanguage(() => {
    const { paper } = ui().page;
    const { label, hint: how, absent: none } = words();
    legend.textContent = label;
    hint.textContent = how;
    absentLabel.textContent = none;
    reveal.textContent = paper.reveal;
    boxes.forEach((box, i) => {
      box.setAttribute('aria-label', paper.group(i + 1));
    });
  });

  return {
    state,
    typed: () => (state() === 'typed' ? values().join('') : ''),
    open: () => seen,
    settle() {
      if (state() === 'typed') look();
    },
    clear() {
      for (const box of boxes) box.value = '';
      absent.checked = false;
      seen = false;
      close();
    },
    focus: () => boxes.find(({ value }) => !whole(value.toLowerCase()))?.focus(),
    show(value, comparison, sentence, tone) {
      const { paper } = ui().page;
      const now = state();
      // What agrees was typed, and is what was computed: there is nothing left to hide.
      if (comparison?.kind === 'same') look();
      const off = comparison?.kind === 'differs' ? comparison.groups : wrong();
      boxes.forEach((box, i) => {
        if (off.includes(i + 1)) box.setAttribute('aria-invalid', 'true');
        else box.removeAttribute('aria-invalid');
      });
      const typing = wrong().length > 0 ? paper.notHex(wrong()) : paper.typing(values().filter(whole).length);
      const text = now === 'typing' ? typing : sentence;
      if (told.textContent !== text) told.textContent = text;
      told.className = `told ${now === 'typing' ? (wrong().length > 0 ? 'bad' : '') : tone}`.trim();
      reveal.hidden = seen || comparison?.kind !== 'differs';
      const groups = seen && value !== undefined ? groupedHex(value).split(' ') : [];
      const items = groups.map((group, i) =>
        make('li', { class: off.includes(i + 1) ? 'off' : undefined, title: paper.group(i + 1) }, group),
      );
      digits.replaceChildren(...(items.length > 0 ? [make('p', {}, paper.computed), make('ol', { class: 'digits' }, ...items)] : []));
    },
  };
}
