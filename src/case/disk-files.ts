/** What lies on the disk below a folder of the case. Nothing is opened; links are named and never followed. */
import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { collisionKey, comparePaths, type Finding, finding, nameOfBytes, pathFault, type ReadName } from '../model/index.ts';
import { reasonOf } from './folder.ts';
import { MAX_FILES } from './limits.ts';
import { shown } from './shown.ts';

export interface OnDisk {
  /** Relative to the case folder. */
  readonly path: string;
  readonly stat: Stats;
}

/** Depth first without recursion. */
export async function walk(dir: string, top: string, disk: Map<string, OnDisk>, findings: Finding[]): Promise<void> {
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: Dirent<Buffer>[];
    try {
      const stat = await lstat(join(dir, folder));
      if (stat.isSymbolicLink()) {
        findings.push(finding('EVIDENCE_IS_LINK', 'stop', { path: shown(folder) }, at(folder)));
        continue;
      }
      if (!stat.isDirectory()) {
        findings.push(finding('EVIDENCE_NOT_REGULAR', 'stop', { path: shown(folder) }, at(folder)));
        continue;
      }
      entries = await readdir(join(dir, folder), { withFileTypes: true, encoding: 'buffer' });
    } catch (error) {
      // No `evidence` folder: every listed file is missing, and is said to be.
      if (reasonOf(error) !== 'ENOENT')
        findings.push(finding('EVIDENCE_UNREADABLE', 'stop', { path: shown(folder), reason: reasonOf(error) }, at(folder)));
      continue;
    }
    for (const entry of entries) {
      const read = nameOfBytes(entry.name);
      if ('escaped' in read) {
        findings.push(badBytes(folder, read));
        continue;
      }
      const path = `${folder}/${read.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isSymbolicLink()) findings.push(finding('EVIDENCE_IS_LINK', 'stop', { path: shown(path) }, at(path)));
      else if (!entry.isFile()) findings.push(finding('EVIDENCE_NOT_REGULAR', 'stop', { path: shown(path) }, at(path)));
      else {
        const stat = await statOf(join(dir, path));
        if (typeof stat === 'string') findings.push(finding('EVIDENCE_UNREADABLE', 'stop', { path: shown(path), reason: stat }, at(path)));
        else disk.set(path, { path, stat });
      }
    }
    if (disk.size > MAX_FILES) {
      findings.push(finding('EVIDENCE_TOO_MANY', 'stop', { limit: MAX_FILES }, at(top)));
      return;
    }
  }
}

/** Under such a name a file or folder can be neither listed nor opened: what is in it is not looked at. */
function badBytes(folder: string, { escaped, guess }: Exclude<ReadName, { readonly name: string }>): Finding {
  const path = `${folder}/${escaped}`;
  return finding('EVIDENCE_NAME_BYTES', 'stop', { path: shown(path), ...(guess === undefined ? {} : { guess: shown(guess) }) }, at(path));
}

/** What the system said where the file is gone again, or cannot be asked for. */
async function statOf(absolute: string): Promise<Stats | string> {
  try {
    return await lstat(absolute);
  } catch (error) {
    return reasonOf(error);
  }
}

/** Names that not every system keeps, and names that cannot stand side by side. `byKey`: the first path of each key. */
export function nameFindings(paths: Iterable<string>): {
  readonly findings: readonly Finding[];
  readonly byKey: ReadonlyMap<string, string>;
} {
  const findings: Finding[] = [];
  const byKey = new Map<string, string>();
  for (const path of [...paths].sort(comparePaths)) {
    const problem = pathFault(path);
    const other = byKey.get(collisionKey(path));
    if (problem) findings.push(finding('EVIDENCE_NAME_BAD', 'stop', { path: shown(path), problem }, at(path)));
    if (other !== undefined)
      findings.push(finding('EVIDENCE_NAME_COLLISION', 'stop', { path: shown(path), other: shown(other) }, at(path)));
    else byKey.set(collisionKey(path), path);
  }
  return { findings, byKey };
}

function at(path: string): { readonly at: { readonly file: string } } {
  return { at: { file: path } };
}
