/** The container by the strict and the tolerant path, with the fingerprint from paper: no clean verdict on changed content. */
import { type BagCheck, checkBag, openZip } from '../../../src/dossier/read/index.ts';
import { memoryFile, platform } from '../memory.ts';
import { BYTE_MUTATORS } from '../mutate-bytes.ts';
import { DOSSIER_MUTATORS } from '../mutate-dossier.ts';
import { ZIP_MUTATORS } from '../mutate-zip.ts';
import { holds, judged } from '../oracle.ts';
import { BAG, type Tree, zipOf } from '../seal.ts';
import { corpusOf, dossierTree } from '../seeds.ts';
import type { Target } from '../target.ts';
import { type ReadEntry, readZip } from '../zip-read.ts';

let original: Tree = new Map();
let sealedZip: Buffer = Buffer.alloc(0);
let fingerprint = '';

async function check(bytes: Buffer): Promise<BagCheck> {
  const opened = openZip(memoryFile(bytes), 'a.zip');
  try {
    return await checkBag(opened, platform, fingerprint === '' ? {} : { expect: fingerprint });
  } finally {
    opened.close();
  }
}

/** 完整 = 是 of `verify`, and what its exit code 0 asks of the container. */
export const clean = ({ read, findings }: BagCheck): boolean =>
  read && !findings.some(({ severity }) => severity === 'stop' || severity === 'error');

/** Names as another program may have stored them. */
function sameName(entry: ReadEntry, folder: string, path: string): boolean {
  const full = [folder === '' ? path : `${folder}/${path}`, path];
  const forms = [entry.name, new TextDecoder('gbk').decode(entry.nameBytes)].flatMap((n) => [n, n.replaceAll('\\', '/')]);
  return forms.some((name) => full.includes(name.normalize('NFC')));
}

/** A clean verdict must hold of what another reader of ZIP files would unpack. */
function verdictHolds(bytes: Buffer, result: BagCheck): void {
  if (bytes.equals(sealedZip)) return;
  holds(result.form === 'repacked' || result.signatures.length > 0, `a container that was changed is called ${result.form}`);
  const entries = readZip(bytes);
  holds(entries !== undefined, 'clean, and another reader cannot read it');
  const strays = result.findings.flatMap((f) => (f.code === 'DOSSIER_FILE_STRAY' ? [f.args.path] : []));
  const left = new Set(original.keys());
  for (const entry of entries) {
    if (entry.name.endsWith('/') && entry.content.length === 0) continue;
    const folder = entry.name.split(/[/\\]/)[0] ?? '';
    const path = [...original.keys()].find((p) => sameName(entry, folder, p) || sameName(entry, BAG, p));
    if (path === undefined) {
      holds(
        result.signatures.some((path) => entry.name.endsWith(path)) || strays.some((stray) => entry.name.endsWith(stray)),
        `an entry that is not the dossier's: ${JSON.stringify(entry.name)}`,
      );
      continue;
    }
    holds(left.delete(path), `twice: ${path}`);
    holds(entry.content.equals(original.get(path) ?? Buffer.alloc(0)), `clean, and the content of ${path} is another`);
    holds(entry.localNameBytes.equals(entry.nameBytes), `clean, and ${path} has another name in its local header`);
  }
  holds(left.size === 0, `clean, and not there: ${[...left].join(' ')}`);
}

export const container: Target = {
  name: 'container',
  reach: ['dossier/read'],
  async seeds() {
    original = await dossierTree();
    sealedZip = zipOf(original);
    fingerprint = (await check(sealedZip)).fingerprint ?? '';
    holds(clean(await check(sealedZip)), 'the seed must be whole');
    return [sealedZip, ...corpusOf('container')];
  },
  mutators: [...BYTE_MUTATORS, ...ZIP_MUTATORS, ...ZIP_MUTATORS, ...DOSSIER_MUTATORS],
  async run(bytes) {
    const result = await check(bytes);
    if (clean(result)) verdictHolds(bytes, result);
    return [`form ${result.form}`, ...judged(result.findings)];
  },
};
