/** Unpacks by fflate, which no reader of ours uses: what a person finds who unpacks a dossier. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';

/** Content by path, in the order of the directory. */
export const entriesOf = (zip: string): ReadonlyMap<string, Buffer> =>
  new Map(Object.entries(unzipSync(readFileSync(zip))).map(([path, bytes]) => [path, Buffer.from(bytes)]));

/** Into the folder. @returns the path of the bag in it */
export function unzip(zip: string, folder: string): string {
  const entries = entriesOf(zip);
  for (const [path, bytes] of entries) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(folder, path), bytes);
  }
  return join(folder, [...entries.keys()][0]?.split('/')[0] ?? '');
}

/** A folder's content as another program packs it: deflated, with entries for folders and that program's own fields. */
export function zipped(folder: string): Uint8Array {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true });
  const entries = below.map((entry): [string, Uint8Array] => {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1);
    return entry.isDirectory() ? [`${name}/`, new Uint8Array()] : [name, readFileSync(path)];
  });
  return zipSync(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))), { level: 1 });
}
