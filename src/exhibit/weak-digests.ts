/** MD5 and SHA-1 for comparison with an old record; neither proves anything of itself. */
import { createHash } from 'node:crypto';
import { withFile } from './disk-file.ts';
import type { Exhibit, ReadOptions } from './file.ts';

export type WeakAlgorithm = 'md5' | 'sha1';

/** Lower-case hex of the algorithms asked for, in one reading. @throws the system's error when the file cannot be read; Fault ABORTED */
export function weakDigests(
  exhibit: Exhibit,
  algorithms: readonly WeakAlgorithm[],
  options: ReadOptions = {},
): Promise<Readonly<Partial<Record<WeakAlgorithm, string>>>> {
  return withFile(exhibit, options, async (file) => {
    const hashes = [...new Set(algorithms)].map((name) => [name, createHash(name)] as const);
    for await (const chunk of file.chunks()) for (const [, hash] of hashes) hash.update(chunk);
    return Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('hex')]));
  });
}
