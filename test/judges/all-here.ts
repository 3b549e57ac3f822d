/** Before the judges' tests: every judge is here, or the run fails and names those that are not. */
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { JUDGES } from './programs.ts';

const isThere = (path: string): boolean => {
  try {
    accessSync(path, isAbsolute(path) && path.endsWith('.jar') ? constants.R_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const isHere = (command: string): boolean =>
  isAbsolute(command) ? isThere(command) : (process.env.PATH ?? '').split(delimiter).some((folder) => isThere(join(folder, command)));

/** @throws with the names of all that is missing */
export function setup(): void {
  const missing = JUDGES.flatMap(({ name, here }) => here.filter((what) => !isHere(what)).map((what) => `${name} (${what})`));
  if (missing.length > 0) throw new Error(`judges that are not on this machine: ${missing.join(', ')}; see CONTRIBUTING.md`);
}
