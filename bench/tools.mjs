/** Which outside tools are here, and of what version. */
import { existsSync, readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { GNU_TIME, run } from './measure.mjs';
import { BAGIT_VERSION, PYTHON_VERSION } from './peers/bagit.mjs';
import { typstVersion } from './peers/typst-library.mjs';

const TOOLS = {
  cp: ['cp', '--version'],
  openssl: ['openssl', 'version'],
  '7z': ['7z', 'i'],
  'bagit.py': BAGIT_VERSION,
  python3: PYTHON_VERSION,
};

/** Not a command but a Node module with a native part. */
const TYPST = 'typst';

/**
 * @param {readonly string[]} without tools to be left out
 * @returns {Promise<ReadonlyMap<string, string | undefined>>} version by name; undefined when absent
 */
export async function findTools(without) {
  if (!existsSync(GNU_TIME)) throw new Error(`${GNU_TIME} is needed: apt-get install time`);
  const known = [...Object.keys(TOOLS), TYPST];
  const unknown = without.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`--without ${unknown}: known are ${known.join(', ')}`);
  const found = new Map();
  for (const [name, command] of Object.entries(TOOLS)) found.set(name, without.includes(name) ? undefined : await versionOf(command));
  found.set(TYPST, without.includes(TYPST) ? undefined : await typstVersion());
  return found;
}

async function versionOf(command) {
  try {
    return /\d+(?:\.\d+)+\w*/.exec(await run(command))?.[0] ?? 'unknown';
  } catch {
    return undefined;
  }
}

/** One line about the machine. @param {ReadonlyMap<string, string | undefined>} tools */
export function machine(tools) {
  const { version: archiver } = JSON.parse(readFileSync(new URL('../node_modules/archiver/package.json', import.meta.url), 'utf8'));
  const processors = cpus();
  return [
    `${processors.length} × ${processors[0]?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Linux ${release()}`,
    `Node ${process.versions.node} (OpenSSL ${process.versions.openssl})`,
    `archiver ${archiver}`,
    ...[...tools].map(([name, version]) => `${name} ${version ?? 'absent'}`),
  ].join('; ');
}
