/** The list of the files that a person must look at, beside the case: written where it is asked for, and never into the case folder. */
import { resolve } from 'node:path';
import { writeFileSafely } from '../dossier/write/index.ts';
import { keepOutside, refuseExisting, refuseFolders, refuseUnwritable } from './output.ts';

export interface FileListOptions {
  /** The case folder. */
  readonly dir: string;
  readonly output: string;
  readonly overwrite: boolean;
}

/** Told before gigabytes are read. @throws Fault TARGET_* */
export function guardFileList({ dir, output, overwrite }: FileListOptions): void {
  keepOutside(dir, output);
  refuseFolders(output);
  refuseUnwritable(output);
  if (!overwrite) refuseExisting(output);
}

/** With the mark and the line ends by which Notepad of every Windows reads it. @throws Fault TARGET_* */
export async function writeFileList({ output, overwrite }: FileListOptions, text: string): Promise<string> {
  const path = resolve(output);
  await writeFileSafely(path, overwrite, new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}`));
  return path;
}
