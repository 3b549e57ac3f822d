/**
 * Prints, signs and scans letter and report of the example cases anew, after a meant change of what they say:
 * node examples/make/sign.mjs [case …]. Tools: README.md beside the cases.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scannedPdf } from './scanned-pdf.mjs';
import { signedPapers } from './signed.mjs';

const examples = fileURLToPath(new URL('..', import.meta.url));
const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : ['挂床住院', '倒卖药品', '冒名就医']) {
  const folder = join(examples, name);
  for (const [path, pages] of Object.entries(await signedPapers(folder))) {
    writeFileSync(join(folder, path), scannedPdf(pages, basename(path, '.pdf')));
    for (const form of ['transfer', 'investigation']) {
      const file = join(folder, `${form}.yaml`);
      const text = readFileSync(file, 'utf8');
      if (text.includes(path)) writeFileSync(file, text.replace(/(signedScan:\n(?: {2}.*\n)*? {2}pages: )\d+/, `$1${pages.length}`));
    }
  }
}
