/** Checks a zip or an unpacked folder with the product's own reader. Usage: node verify.mjs PATH */
import { agreement } from '../agreement.mjs';
import { checkWhole, evidenceOf } from '../dossier.mjs';

const began = performance.now();
const { files } = await checkWhole(process.argv[2]);
const workMs = performance.now() - began;
const evidence = evidenceOf(files);
const digests = { sha256: agreement(evidence.map((f) => f.sha256)), sm3: agreement(evidence.map((f) => f.sm3)) };
process.stdout.write(`${JSON.stringify({ workMs, ...digests })}\n`);
