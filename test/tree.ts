/** What stands in a folder, so that two looks can be compared. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Each file with its SHA-256. */
export const contentsOf = (folder: string): string[] =>
  below(folder)
    .filter((path) => lstatSync(path).isFile())
    .map((path) => `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${path}`);

/** Each file and folder, the folder itself too, with times and size. */
export const timesOf = (folder: string): string[] =>
  [folder, ...below(folder)].map((path) => {
    const { mtimeNs, size } = lstatSync(path, { bigint: true });
    return `${path} ${mtimeNs} ${size}`;
  });
