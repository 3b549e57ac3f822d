/** Any bag: manifests, bag-info, fetch and declarations in the ways of every version. A bag is called valid only if its manifests hold. */
import { createHash } from 'node:crypto';
import { checkAnyBag, openZip } from '../../../src/dossier/read/index.ts';
import { memoryFile, platform } from '../memory.ts';
import { BYTE_MUTATORS } from '../mutate-bytes.ts';
import { DOSSIER_MUTATORS } from '../mutate-dossier.ts';
import { ZIP_MUTATORS } from '../mutate-zip.ts';
import { holds, judged } from '../oracle.ts';
import { zipOf } from '../seal.ts';
import { corpusOf, dossierTree, foreignBags } from '../seeds.ts';
import type { Target } from '../target.ts';
import { readZip } from '../zip-read.ts';

const ALGORITHMS = ['md5', 'sha1', 'sha256', 'sha512', 'sm3'];

/** Every digest of every payload file that some manifest could name stands in some manifest: what RFC 8493 §3 asks at least. */
function everythingCovered(bytes: Buffer): void {
  const entries = readZip(bytes)?.filter(({ name }) => !name.endsWith('/'));
  holds(entries !== undefined, 'valid, and another reader cannot read it');
  const lists = entries.filter(({ name }) => /(?:^|\/)manifest-[^/]*\.txt$/i.test(name));
  const listed = lists.map(({ content }) => content.toString('latin1').toLowerCase()).join('\n');
  const folder = /^(.*)bagit\.txt$/.exec(entries.find(({ name }) => /(?:^|\/)bagit\.txt$/.test(name))?.name ?? '')?.[1] ?? '';
  for (const { name, content } of entries.filter((e) => e.name.startsWith(`${folder}data/`))) {
    const digests = ALGORITHMS.map((algorithm) => createHash(algorithm).update(content).digest('hex'));
    holds(
      digests.some((digest) => listed.includes(digest)),
      `valid, and no manifest has a digest of ${JSON.stringify(name)}`,
    );
  }
}

export const bag: Target = {
  name: 'bag',
  reach: ['dossier/read'],
  seeds: async () => [...foreignBags(), zipOf(await dossierTree()), ...corpusOf('bag')],
  mutators: [...DOSSIER_MUTATORS, ...DOSSIER_MUTATORS, ...ZIP_MUTATORS, ...BYTE_MUTATORS.slice(0, 4)],
  async run(bytes) {
    const opened = openZip(memoryFile(bytes), 'a.zip', { rule: 'bag' });
    try {
      const { findings, valid, complete, version } = await checkAnyBag(opened, platform);
      holds(!valid || complete, 'valid and not complete');
      holds(!valid || !findings.some(({ severity }) => severity === 'stop'), 'valid with a finding that stops');
      if (valid) everythingCovered(bytes);
      return [`version ${version.slice(0, 8)} ${valid} ${complete}`, ...judged(findings)];
    } finally {
      opened.close();
    }
  },
};
