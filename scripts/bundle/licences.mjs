/** THIRD-PARTY-LICENSES.txt: what stands in a bundle, by package, with the text of each licence. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TEXT = /^(?:licen[cs]e|copying|notice|ofl)(?:[-.].*)?$/i;
const RULE = '='.repeat(78);

/** Folder of the package that a bundled file belongs to: the innermost node_modules counts. */
function packageOf(input) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

export function licencesOf(root, inputs, more) {
  const folders = new Set([...inputs.map(packageOf).filter(Boolean), ...more.map((name) => `node_modules/${name}`)]);
  const parts = [...folders].sort().map((folder) => part(root, folder));
  const fonts = readdirSync(join(root, 'templates/fonts'))
    .filter((name) => /-(?:LICENSE|COPYING)\.txt$/.test(name))
    .sort()
    .map((name) => `${RULE}\ntemplates/fonts/${name}\n\n${readFileSync(join(root, 'templates/fonts', name), 'utf8').trim()}\n`);
  return [`Software and fonts of others that stand in this copy of mbpack.\n`, ...parts, ...fonts].join('\n');
}

function part(root, folder) {
  const { name, version, license, homepage, author } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const texts = readdirSync(join(root, folder))
    .filter((file) => TEXT.test(file))
    .sort()
    .map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
  if (!license && texts.length === 0) throw new Error(`${name}: no licence`);
  const by = typeof author === 'string' ? author : author?.name;
  const facts = [`${name} ${version}`, license && `Licence: ${license}`, by && `By: ${by}`, homepage && `From: ${homepage}`];
  return [RULE, ...facts.filter(Boolean), '', ...(texts.length > 0 ? texts : ['(The package carries no text of its licence.)']), ''].join(
    '\n',
  );
}

/** Of Node itself, where it is given with the program: from beside `folder`, or from beside the Node that runs this. */
export function nodeLicence(folder) {
  const bin = dirname(process.execPath);
  const found = [folder, bin, join(bin, '..'), '/usr/share/doc/nodejs'].map((at) => join(at, 'LICENSE')).find((path) => existsSync(path));
  if (!found) throw new Error('the licence of Node.js is not beside it');
  return readFileSync(found, 'utf8');
}
