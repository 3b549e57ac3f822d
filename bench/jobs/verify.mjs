/** Checks a zip or an unpacked folder with the product's own reader. Usage: node verify.mjs [--bag] PATH */
import { agreement } from '../agreement.mjs';
import { checkWhole, checkWholeBag, evidenceDigests } from '../dossier.mjs';

const path = process.argv.at(-1);
const began = performance.now();
if (process.argv.includes('--bag')) {
  await checkWholeBag(path);
  process.stdout.write(`${JSON.stringify({ workMs: performance.now() - began })}\n`);
} else {
  const { files } = await checkWhole(path);
  const workMs = performance.now() - began;
  const digests = { sha256: agreement(evidenceDigests(files, 'sha256')), sm3: agreement(evidenceDigests(files, 'sm3')) };
  process.stdout.write(`${JSON.stringify({ workMs, ...digests })}\n`);
}
