/**
 * SHA256SUMS over everything that is handed out, for `sha256sum -c` and for people: a record of verification prints the digest of the
 * program that verified, and that is the SHA-256 of one of the lists named *.sha256 here.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_FILES, OWN_LIST, programList } from '../../dist/program/index.js';

export const SUMS = 'SHA256SUMS';

/** `programs`: the files that are a program together with `assets/`. */
export function writeSums(root, out, programs) {
  const listed = (folder, own, name) => writeFileSync(join(out, name), programList(folder, own).join(''));
  listed(root, OWN_FILES, OWN_LIST);
  for (const program of programs) listed(out, [program, 'assets'], `${program}.sha256`);
  const lines = programList(out, ['.']);
  writeFileSync(join(out, SUMS), lines.join(''));
}
