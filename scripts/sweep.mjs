/**
 * Behind the compiler, which never deletes: what it made of a source that is gone is removed, so that the same sources are the same program,
 * with the same digest on a 核验记录, wherever they were compiled.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const COMPILED = /\.(?:d\.ts|js)(?:\.map)?$/;

for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !COMPILED.test(entry.name)) continue;
  const made = join(entry.parentPath, entry.name);
  const source = join(root, 'src', made.slice(dist.length)).replace(COMPILED, '.ts');
  if (!existsSync(source)) rmSync(made);
}
