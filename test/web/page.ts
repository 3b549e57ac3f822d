/** The built page in Debian's Chromium, opened from a file: what it is given, what its worker tells, what it asks of any network. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Finding } from '../../src/model/index.ts';
import { launch } from '../preview/chromium.ts';
import { PATIENCE_MS } from '../preview/patience.ts';

export const PAGE = resolve('dist/verify.html');

/** What the worker said last, raw: the page itself shows findings for people. */
const LISTEN = `(() => {
  const Plain = Worker;
  window.Worker = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => { if (data.kind === 'verdict' || data.kind === 'failed') window.heard?.(data); });
    }
  };
})()`;

export interface Reported {
  readonly kind: 'verdict' | 'failed';
  readonly reason?: string;
  readonly verdict: {
    readonly verifiable: boolean;
    readonly findings: readonly Finding[];
    readonly answers: Readonly<Record<'intact' | 'authentic' | 'inOrder' | 'documents', string>> & { readonly notCompared?: string };
    readonly remarked: number;
    readonly qualities: Readonly<Record<string, string>>;
    readonly fingerprint?: string;
    readonly zipSha256?: string;
  };
}

export interface Opened {
  readonly browser: Browser;
  readonly page: Page;
  /** Complaints of the page, and requests to anywhere but itself, its blobs and the browser's own parts. */
  readonly complaints: string[];
  /** Chooses, waits for the end and gives what the worker said. */
  verify(path: string, kind?: 'zip' | 'folder'): Promise<Reported>;
}

/** Builds the page from dist/, which `npm test` has made. */
export function buildPage(): string {
  return execFileSync(process.execPath, ['scripts/page.mjs'], { encoding: 'utf8' });
}

export async function openPage({ width = 1366, height = 768 } = {}): Promise<Opened> {
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width, height } });
  const complaints: string[] = [];
  const address = pathToFileURL(PAGE).href;
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(error.message));
  const own = new RegExp(`^(?:blob:|chrome-extension:|chrome:|${address.replaceAll('.', '\\.')}$)`);
  page.context().on('request', (request) => void (own.test(request.url()) || complaints.push(request.url())));
  // As long as somebody listens, no chooser opens: told to the browser now, not when a test is about to press a key.
  page.on('filechooser', () => undefined);
  await page.addInitScript(LISTEN);
  await page.goto(address);
  return {
    browser,
    page,
    complaints,
    async verify(path, kind = 'zip') {
      if ((await page.getAttribute('body', 'data-phase')) === 'result') await page.locator('#again').click();
      // Not waitForFunction: that makes code of a text, which the page's policy forbids.
      const heard = page.evaluate<Reported>('new Promise((resolve) => { window.heard = resolve; })');
      await page.setInputFiles(kind === 'zip' ? '#zip' : '#folder', path);
      const reported = await heard;
      if (reported.kind === 'verdict') await page.waitForSelector('body[data-phase="result"]');
      return reported;
    },
  };
}

/** As a person does it: key by key, the boxes filled from the first on. */
export async function typePaper({ page }: Pick<Opened, 'page'>, digits: string, entry = '#paper-entry'): Promise<void> {
  const first = page.locator(`${entry} [data-group="1"]`);
  await first.waitFor();
  await page.locator(`${entry} .groups input`).evaluateAll((boxes) => {
    for (const box of boxes as unknown as { value: string }[]) box.value = '';
  });
  await first.focus();
  await page.keyboard.type(digits);
}

/** Says that there is no paper: the computed value is in sight from then on. */
export async function noPaper({ page }: Pick<Opened, 'page'>, entry = '#paper-entry'): Promise<void> {
  await page.locator(`${entry} [type="checkbox"]`).check();
}
