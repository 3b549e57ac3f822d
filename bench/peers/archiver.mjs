/**
 * archiver 8, stored, SHA-256 taken on the way, as carefully as the library allows: small files as buffers (which spares them the
 * descriptor that half the readers refuse), one entry at a time so that the order is ours, every warning an error, entries and
 * bytes counted (a file that is gone is otherwise left out without a word), synced and renamed at the end.
 * Usage: node archiver.mjs FOLDER ZIP
 */
import { createHash, hash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipArchive } from 'archiver';
import { agreement } from '../agreement.mjs';

const SMALL_BYTES = 1 << 20;
const DATE = new Date('2020-01-01T00:00:00Z');

const [folder, zip] = process.argv.slice(2);
const temporary = `${zip}.part`;
const archive = new ZipArchive({ store: true });
let entries = 0;
let fail;
const failed = new Promise((_, reject) => {
  fail = reject;
});
failed.catch(() => undefined);
archive.on('warning', fail);
archive.on('error', fail);
archive.on('entry', () => {
  entries += 1;
});
const written = pipeline(archive, createWriteStream(temporary, { highWaterMark: SMALL_BYTES }));
written.catch(fail);

const manifest = [];
const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile())
  .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
  .sort();
for (const path of paths) manifest.push({ path, sha256: await addFile(path) });
await add(Buffer.from(manifest.map(({ path, sha256 }) => `${sha256}  data/evidence/${path}\n`).join('')), 'manifest-sha256.txt');
await Promise.race([archive.finalize(), failed]);
await Promise.race([written, failed]);
if (entries !== paths.length + 1) throw new Error(`${paths.length + 1} entries were to be written, archiver wrote ${entries}`);

const began = performance.now();
const fd = openSync(temporary, 'r+');
fsyncSync(fd);
closeSync(fd);
const syncMs = performance.now() - began;
renameSync(temporary, zip);
process.stdout.write(`${JSON.stringify({ syncMs, sha256: agreement(manifest.map((line) => line.sha256)) })}\n`);

async function addFile(path) {
  const source = join(folder, path);
  const name = `data/evidence/${path}`;
  const { size } = statSync(source);
  if (size <= SMALL_BYTES) {
    const content = readFileSync(source);
    await add(content, name);
    return hash('sha256', content);
  }
  const tap = createHash('sha256');
  const stream = createReadStream(source, { highWaterMark: SMALL_BYTES });
  let seen = 0;
  stream.on('data', (chunk) => {
    seen += chunk.length;
    tap.update(chunk);
  });
  stream.on('error', fail);
  await add(stream, name);
  if (seen !== size) throw new Error(`${path}: ${size} bytes expected, ${seen} read`);
  return tap.digest('hex');
}

function add(content, name) {
  const taken = new Promise((resolve) => {
    archive.once('entry', resolve);
  });
  archive.append(content, { name, date: DATE, mode: 0o644 });
  return Promise.race([taken, failed]);
}
