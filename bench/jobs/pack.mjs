/**
 * Packs a folder of evidence with the product's own packer. Usage: node pack.mjs FOLDER ZIP [sha256]
 * Says how long it waited for the disk and how long it read back. `workMs` is the rest, without the start of Node. With `sha256`, SM3 is
 * left out and nothing is read back: no dossier, but what a peer with one digest is to be held against.
 */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { writeDossier } from '../../dist/dossier/write/index.js';
import { agreement } from '../agreement.mjs';
import { checkWhole, evidenceDigests, planOf } from '../dossier.mjs';

const [folder, zip, alone] = process.argv.slice(2);
let readBackMs = 0;
let syncMs = 0;
// The packer lets the disk work while it reads back; here one comes after the other, so that each has its own time.
const accept = async (temporary) => {
  const began = performance.now();
  const fd = openSync(temporary, 'r+');
  fsyncSync(fd);
  closeSync(fd);
  syncMs = performance.now() - began;
  if (alone) return { zipSha256: '' };
  const { zipSha256 } = await checkWhole(temporary);
  readBackMs = performance.now() - began - syncMs;
  return { zipSha256 };
};
const began = performance.now();
const written = await writeDossier(planOf(folder, zip, accept), alone ? { digesting: { algorithms: [alone] } } : {});
const workMs = performance.now() - began - readBackMs - syncMs;
const agreed = (algorithm) => agreement(evidenceDigests(written.files, algorithm));
const digests = { sha256: agreed('sha256'), ...(alone ? {} : { sm3: agreed('sm3') }) };
process.stdout.write(`${JSON.stringify({ workMs, syncMs, readBackMs, ...digests })}\n`);
