/**
 * bagit.py of the Library of Congress: a bag made in place, and validated. SHA-256 only: it knows no SM3. Where it is not installed, the
 * part of its work that it cannot avoid (bag_pass.py), under a name of its own.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Debian's Python first: its package of bagit.py is invisible to a Python from elsewhere. */
const PYTHON = '/usr/bin/python3';
const CALL = 'import bagit; bagit.main()';
const STAND_IN = fileURLToPath(new URL('bag_pass.py', import.meta.url));

export const BAGIT_VERSION = [PYTHON, '-c', 'import bagit; print(bagit.VERSION)'];
export const PYTHON_VERSION = [PYTHON, '--version'];

/**
 * By default bagit.py takes SHA-512 as well, which nobody else here does.
 * @param {boolean} itself bagit.py is installed
 * @returns {{ tool: string, name: string, create(folder: string, processes: number): string[], validate(folder: string, processes: number): string[] }}
 */
export function bagitPeer(itself) {
  if (itself) {
    const call = (...options) => [PYTHON, '-c', CALL, '--quiet', ...options];
    return {
      tool: 'bagit.py',
      name: 'bagit.py',
      create: (folder, processes) => call('--sha256', '--processes', String(processes), folder),
      validate: (folder, processes) => call('--validate', '--processes', String(processes), folder),
    };
  }
  const pass = (task) => (folder, processes) => [PYTHON, STAND_IN, task, String(processes), folder];
  return { tool: 'python3', name: 'in place of bagit.py, hashlib', create: pass('create'), validate: pass('validate') };
}

/** @param {string} folder */
export function bagitManifest(folder) {
  return join(folder, 'manifest-sha256.txt');
}
