/** The page's own file: it cannot prove itself, but it can take the digest of the file that somebody picks as this page. */
import { groupedHex, sha256Hex } from '../model/index.ts';
import { byId } from './dom.ts';
import { inEveryLanguage, ui } from './voice.ts';

/** The page has some megabytes. */
const MOST_BYTES = 50_000_000;

let digest: string | undefined;
let strange = false;

/** Of the file that was picked as this page; undefined before. */
export const pageDigest = (): string | undefined => (strange ? undefined : digest);

export function startSelf(): void {
  const input = byId<HTMLInputElement>('self');
  byId('pick-self').addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void take(file).then(show);
    input.value = '';
  });
  inEveryLanguage(show);
}

async function take(file: File): Promise<void> {
  const bytes = new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer());
  digest = sha256Hex(bytes);
  const text = new TextDecoder().decode(bytes);
  strange = file.size > MOST_BYTES || !text.includes(`<script>${document.scripts[0]?.text}</script>`);
}

function show(): void {
  const { self } = ui().page;
  byId('version').textContent = ui().page.version(PAGE.version);
  byId('self-digest').textContent = digest === undefined ? '' : `${self.digest}: ${groupedHex(digest)}${strange ? ` (${self.other})` : ''}`;
}
