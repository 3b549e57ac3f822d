/** templates new: a folder with all that one may change, that passes `templates check` as it is. Nothing is overwritten. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { packGuide } from '../../messages/index.ts';
import { fault } from '../../model/index.ts';
import { findPack, installedPacks, type LoadedPack } from '../../pack/index.ts';

const USABLE = /^[a-z][a-z0-9-]{0,39}$/;

export interface NewPack {
  readonly path: string;
  readonly files: number;
}

/** @throws Fault INIT_NOT_EMPTY, INIT_FAILED, or of the parent */
export function newPack(dir: string, from: string): NewPack {
  const parent = findPack(from);
  const texts = filesOf(parent, idFor(dir));
  const made: string[] = [];
  let own = false;
  try {
    own = mkdirSync(dir, { recursive: true }) !== undefined;
    if (readdirSync(dir).length > 0) throw fault('INIT_NOT_EMPTY', 2, { path: dir });
    for (const [name, text] of texts) {
      const path = join(dir, name);
      writeFileSync(path, text, { flag: 'wx' });
      made.push(path);
    }
  } catch (error) {
    for (const path of made) rmSync(path, { force: true });
    if (own) rmSync(dir, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw fault('INIT_FAILED', 2, { path: dir, reason: (error as Error).message }, {}, error);
  }
  return { path: dir, files: texts.size };
}

/** The folder's own name where it can be one and is nobody's. */
function idFor(dir: string): string {
  const name = basename(resolve(dir)).toLowerCase();
  return USABLE.test(name) && !installedPacks().includes(name) ? name : 'my-pack';
}

function filesOf(parent: LoadedPack, id: string): ReadonlyMap<string, string> {
  const { pack } = parent;
  const own = {
    id,
    version: '1.0.0',
    title: `本地文书（沿用：${pack.title}）`.slice(0, 200),
    extends: pack.id,
    strings: pack.strings ?? {},
  };
  const files = new Map<string, string>([
    ['pack.json', `${JSON.stringify(own, null, 2)}\n`],
    ['README.md', packGuide(pack)],
  ]);
  for (const document of pack.documents) files.set(document.template, parent.template(document.id).text);
  for (const name of parent.partialNames) files.set(`_${name}.hbs`, parent.partial(name)?.text ?? '');
  return files;
}
