/**
 * Packs a folder of evidence with the product's own packer. Usage: node pack.mjs FOLDER ZIP
 * Says how long it read back, and how long it waited for the disk. `workMs` is the rest, without the start of Node.
 */
import { writeDossier } from '../../dist/dossier/write/index.js';
import { agreement } from '../agreement.mjs';
import { checkWhole, evidenceOf, planOf } from '../dossier.mjs';

const [folder, zip] = process.argv.slice(2);
let readBackMs = 0;
let flushed = 0;
let syncMs = 0;
const accept = async (temporary) => {
  const began = performance.now();
  syncMs = began - flushed;
  const { zipSha256 } = await checkWhole(temporary);
  readBackMs = performance.now() - began;
  return { zipSha256 };
};
const began = performance.now();
// What lies between are seven small text files and the directory: a few milliseconds of what is called sync.
const written = await writeDossier(planOf(folder, zip, accept, { written: () => (flushed = performance.now()) }));
const workMs = performance.now() - began - readBackMs - syncMs;
const evidence = evidenceOf(written.files);
const digests = { sha256: agreement(evidence.map((f) => f.sha256)), sm3: agreement(evidence.map((f) => f.sm3)) };
process.stdout.write(`${JSON.stringify({ workMs, syncMs, readBackMs, ...digests })}\n`);
