/** bagit.py of the Library of Congress: a bag made in place, and validated. SHA-256 only: it knows no SM3. */
import { join } from 'node:path';

/** Debian's Python first: its package of bagit.py is invisible to a Python from elsewhere. */
const PYTHON = '/usr/bin/python3';
const CALL = 'import bagit; bagit.main()';

export const BAGIT_VERSION = [PYTHON, '-c', 'import bagit; print(bagit.VERSION)'];

/** By default it takes SHA-512 as well, which nobody else here does. @param {string} folder @param {number} processes */
export function bagitCreate(folder, processes) {
  return [PYTHON, '-c', CALL, '--quiet', '--sha256', '--processes', String(processes), folder];
}

/** @param {string} folder @param {number} processes */
export function bagitValidate(folder, processes) {
  return [PYTHON, '-c', CALL, '--quiet', '--validate', '--processes', String(processes), folder];
}

/** @param {string} folder */
export function bagitManifest(folder) {
  return join(folder, 'manifest-sha256.txt');
}
