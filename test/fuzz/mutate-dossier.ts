/** Changes of what a container holds, sealed again: index, manifests and checksums fit, so that the change itself is read. */

import { p7s, token, tsr } from '../dossier/signature-maker.ts';
import { mischievous } from './mischief.ts';
import { BYTE_MUTATORS, type Mutator } from './mutate-bytes.ts';
import { TEXT_MUTATORS } from './mutate-text.ts';
import { partsIn } from './mutate-zip.ts';
import type { Random } from './random.ts';
import { hex, sealed, zipOf } from './seal.ts';

type Files = Map<string, Buffer>;
type Change = (files: Files, rng: Random, other: Buffer) => void;

/** `index`: whether the index is made to fit as well. */
const resealed =
  (change: Change, { seal = true, index = true } = {}): Mutator =>
  (bytes, rng, other) => {
    const parts = partsIn(bytes);
    const folder = parts?.[0]?.name.split('/')[0] ?? '';
    if (!parts || folder === '') return bytes;
    const files: Files = new Map(parts.map(({ name, content }) => [name.slice(name.indexOf('/') + 1), content]));
    change(files, rng, other);
    if (files.size === 0 || files.size > 300) return bytes;
    return zipOf(seal ? sealed(files, { index }) : files, folder);
  };

const isText = (path: string): boolean => /\.(?:json|jsonl|txt|csv|yaml)$/.test(path);

const editFile =
  (wanted: (path: string) => boolean): Change =>
  (files, rng, other) => {
    const path = rng.pick([...files.keys()].filter(wanted));
    const content = path === undefined ? undefined : files.get(path);
    if (path === undefined || !content) return;
    const mutators = isText(path) ? TEXT_MUTATORS : BYTE_MUTATORS;
    const from = files.get(rng.pick([...files.keys()])) ?? other;
    files.set(path, Buffer.from(rng.pick(mutators)(content, rng, from)));
  };

const isList = (path: string): boolean => /^(?:tag)?manifest-|^bag-info|^bagit\.txt$|^fetch\.txt$/.test(path);

/** A tag file changed; the tag manifests above it fit again, those below do not. */
const editList: Change = (files, rng, other) => {
  editFile(isList)(files, rng, other);
  if (rng.chance(2)) return;
  const names = [...files.keys()].filter((path) => !path.startsWith('data/') && !path.startsWith('tagmanifest-'));
  for (const [tag] of files) {
    const algorithm = /^tagmanifest-(sha256|sm3)\.txt$/.exec(tag)?.[1];
    if (algorithm)
      files.set(
        tag,
        Buffer.from(
          names
            .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
            .map((n) => `${hex(algorithm, files.get(n) ?? '')}  ${n}\n`)
            .join(''),
        ),
      );
  }
};

const renameFile: Change = (files, rng) => {
  const path = rng.pick([...files.keys()]);
  const content = files.get(path);
  if (!content) return;
  if (rng.chance(2)) files.delete(path);
  files.set(mischievous(path, rng), content);
};

const addFile: Change = (files, rng) => {
  const path = rng.pick(['signatures/01.p7s', 'fetch.txt', 'data/evidence/新.txt', 'data/case/internal.json', 'README', 'data/custody/x']);
  files.set(path, Buffer.from('http://example.invalid/ 1 data/a\n'));
};

/** Beside the seal, with a byte or two of it changed or not. */
const addSignature: Change = (files, rng, other) => {
  const name = rng.pick(['01.p7s', '01.p7s', '02.p7s', '01.tsr']);
  const made = name.endsWith('.tsr') ? rng.pick([tsr(), token()]) : p7s();
  if (name === '01.tsr') files.set('signatures/01.p7s', p7s());
  files.set(`signatures/${name}`, rng.chance(3) ? made : Buffer.from(rng.pick(BYTE_MUTATORS)(made, rng, other)));
};

export const DOSSIER_MUTATORS: readonly Mutator[] = [
  resealed(editFile((path) => path.startsWith('data/case/'))),
  resealed(editFile((path) => path.startsWith('data/custody/'))),
  resealed(
    editFile((path) => path === 'data/index.json'),
    { index: false },
  ),
  resealed(editFile((path) => path.startsWith('data/'))),
  resealed(
    editFile((path) => path.startsWith('data/')),
    { index: false },
  ),
  resealed(editList, { seal: false }),
  resealed(editList, { seal: false }),
  resealed(renameFile),
  resealed(addFile),
  resealed(addSignature),
];
