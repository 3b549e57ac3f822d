/** Unpacks a dossier, to have a folder to verify. Not measured. Usage: node unpack.mjs ZIP FOLDER */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDossier } from '../../dist/dossier/disk/index.js';

const [zip, folder] = process.argv.slice(2);
const opened = openDossier(zip);
let fd = -1;
function place({ path }) {
  const target = join(folder, opened.bagName, path);
  mkdirSync(dirname(target), { recursive: true });
  return target;
}
const sink = {
  whole: (entry, content) => writeFileSync(place(entry), content),
  start: (entry) => {
    fd = openSync(place(entry), 'wx');
  },
  chunk: (bytes) => {
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
  },
  end: () => closeSync(fd),
  fail: ({ code }) => {
    throw new Error(`${zip}: ${code}`);
  },
  container: () => undefined,
};
await opened.scan(sink, { step: () => undefined, check: () => undefined });
opened.close();
