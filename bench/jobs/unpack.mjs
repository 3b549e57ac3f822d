/** Unpacks a dossier, to have a folder to verify. Not measured. Usage: node unpack.mjs ZIP FOLDER */
import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDossier } from '../../dist/dossier/disk/index.js';

const [zip, folder] = process.argv.slice(2);
const opened = openDossier(zip);
if (opened.refused || opened.fd === undefined) throw new Error(`${zip}: ${opened.findings[0]?.code}`);
const buffer = new Uint8Array(1 << 20);
for (const { path, data, size } of opened.entries) {
  const target = join(folder, opened.bagName, path);
  mkdirSync(dirname(target), { recursive: true });
  const fd = openSync(target, 'wx');
  for (let at = 0; at < size; ) {
    const count = readSync(opened.fd, buffer, 0, Math.min(buffer.length, size - at), data + at);
    at += writeSync(fd, buffer, 0, count);
  }
  closeSync(fd);
}
opened.close();
