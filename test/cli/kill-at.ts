/** A program that is killed at one of its own calls to the system: the same moment in every run, however fast the machine is. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { scratch } from './run.ts';

/** Functions of node:fs. */
export type Call = 'writeSync' | 'fsync' | 'fsyncSync' | 'linkSync' | 'renameSync';

/** Arguments for node, to stand before the program: SIGKILL when it is about to make the nth such call. */
export function killedAt(call: Call, nth = 1): string[] {
  const path = join(scratch(), 'kill-at.mjs');
  writeFileSync(
    path,
    `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const real = fs.${call};
let left = ${nth};
fs.${call} = (...args) => {
  if (--left > 0) return real(...args);
  process.kill(process.pid, 'SIGKILL');
  for (;;);
};
syncBuiltinESMExports();
`,
  );
  return ['--import', pathToFileURL(path).href];
}
