/** The page's own file: it cannot prove itself, but it can take the digest of the file that somebody picks as this page, and hold it against paper. */
import { sha256Hex } from '../model/index.ts';
import { comparePaper, type PaperComparison } from '../verdict/index.ts';
import { byId } from './dom.ts';
import { type PaperEntry, startEntry } from './paper-entry.ts';
import { inEveryLanguage, ui } from './voice.ts';

/** The page has some megabytes. */
const MOST_BYTES = 50_000_000;

let digest: string | undefined;
let strange = false;
let entry: PaperEntry;

export type SelfOutcome =
  /** No file was picked, or another one. */
  | { readonly kind: 'none' }
  /** A digest that was taken and not compared: not yet, or because there is no paper. */
  | { readonly kind: 'untyped' }
  | { readonly kind: 'absent'; readonly digest: string }
  | { readonly kind: 'same' | 'differs'; readonly digest: string; readonly typed: string };

/** Of the file that was picked as this page, and what paper says. */
export function selfOutcome(): SelfOutcome {
  if (digest === undefined || strange) return { kind: 'none' };
  if (entry.state() === 'absent') return { kind: 'absent', digest };
  if (entry.state() !== 'typed') return { kind: 'untyped' };
  const typed = entry.typed();
  return { kind: typed === digest ? 'same' : 'differs', digest, typed };
}

export function selfCompared(): boolean {
  const { kind } = selfOutcome();
  return kind === 'same' || kind === 'differs';
}

/** The comparison is final: a record is printed. */
export function settleSelf(): void {
  entry.settle();
  show();
}

/** `changed`: what is said of this page may be another. */
export function startSelf(changed: () => void): void {
  const input = byId<HTMLInputElement>('self');
  const told = (): void => {
    show();
    changed();
  };
  byId('pick-self').addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void take(file).then(told);
    input.value = '';
  });
  entry = startEntry(byId('self-entry'), () => ui().page.self, told);
  inEveryLanguage(show);
}

async function take(file: File): Promise<void> {
  // Out of sight while the file is read: what is typed until then would be lost.
  digest = undefined;
  entry.clear();
  show();
  const bytes = new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer());
  digest = sha256Hex(bytes);
  const text = new TextDecoder().decode(bytes);
  strange = file.size > MOST_BYTES || !text.includes(`<script>${document.scripts[0]?.text}</script>`);
}

function show(): void {
  const { self, version } = ui().page;
  byId('version').textContent = version(PAGE.version);
  byId('self-entry').hidden = digest === undefined || strange;
  byId('self-told').textContent = digest === undefined ? '' : strange ? self.other : self.picked;
  const comparison: PaperComparison | undefined = digest === undefined ? undefined : comparePaper({ fingerprint: digest }, entry.typed());
  const { kind } = selfOutcome();
  const sentence =
    kind === 'absent'
      ? self.isAbsent
      : comparison?.kind === 'differs'
        ? self.differs(comparison.groups)
        : kind === 'same'
          ? self.same
          : self.compare;
  entry.show(strange ? undefined : digest, comparison, sentence, kind === 'same' ? 'good' : kind === 'differs' ? 'bad' : '');
}
