/**
 * Verifies a dossier on a built page of verification in Chromium, opened from a file as a receiver opens it. Usage: node page.mjs PAGE DOSSIER
 * Says the seconds that the page's own worker took, the digests it found and the peak memory of the browser's page (MiB).
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
/** Raw, as the worker says it: the page shows sentences for people. */
const LISTEN = `(() => {
  const Plain = Worker;
  window.Worker = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => { if (data.kind === 'verdict' || data.kind === 'failed') window.heard?.(data); });
    }
  };
})()`;

const [path, dossier] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic'],
});
try {
  const page = await browser.newPage();
  await page.addInitScript(LISTEN);
  await page.goto(pathToFileURL(resolve(path)).href);
  const heard = page.evaluate('new Promise((resolve) => { window.heard = resolve; })');
  await page.setInputFiles('#zip', dossier);
  const { kind, reason, verdict, seconds } = await heard;
  if (kind !== 'verdict') throw new Error(`${path}: ${reason}`);
  const { fingerprint, zipSha256 } = verdict;
  const peak = await mostResident();
  process.stdout.write(`${JSON.stringify({ seconds, peak, fingerprint, zipSha256, intact: verdict.answers.intact })}\n`);
} finally {
  await browser.close();
}

async function mostResident() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const kib = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0));
  return Math.max(...kib) / 1024;
}
