/** Fills the sha256 and sm3 lines of evidence.yaml, and touches nothing else in it. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const hex = (algorithm, bytes) => createHash(algorithm).update(bytes).digest('hex');

export function digestsOf(folder, path) {
  const bytes = readFileSync(join(folder, 'evidence', path));
  return { path, sha256: hex('sha256', bytes), sm3: hex('sm3', bytes) };
}

export function fillDigests(folder) {
  const file = join(folder, 'evidence.yaml');
  let known;
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => {
      const path = /^ +- path: (.+)$/.exec(line);
      if (path) known = digestsOf(folder, path[1]);
      return line.replace(/^( +)(sha256|sm3): .*$/, (_, indent, name) => `${indent}${name}: ${known[name]}`);
    });
  writeFileSync(file, lines.join('\n'));
}
