/**
 * Keeps the installed packs in templates/archive under their digests, as part of a release: a dossier names its pack by digest, and its
 * receiver compares documents after the next change of a template too. `npm run archive`; what is there already stays.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { archived, installedPacks, loadPack, PACK_ROOT } from '../dist/pack/index.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const LIST = join(PACK_ROOT, 'archive/released.json');

const { packs: before } = existsSync(LIST) ? JSON.parse(readFileSync(LIST, 'utf8')) : { packs: [] };
const now = installedPacks().map((id) => {
  const loaded = loadPack(id);
  const other = before.find((pack) => pack.release === version && pack.id === id && pack.sha256 !== loaded.sha256);
  if (other) throw new Error(`${id} was released with ${version} as ${other.sha256}: raise the version in package.json first`);
  for (const [path, bytes] of archived(loaded)) {
    const target = join(PACK_ROOT, path);
    mkdirSync(dirname(target), { recursive: true });
    if (!existsSync(target)) writeFileSync(target, bytes);
  }
  return { release: version, id, version: loaded.pack.version, sha256: loaded.sha256 };
});
const packs = [...before.filter(({ release }) => release !== version), ...now];
writeFileSync(LIST, `${JSON.stringify({ packs }, null, 2)}\n`);
for (const { id, sha256 } of now) console.log(`${id}  ${sha256}`);
