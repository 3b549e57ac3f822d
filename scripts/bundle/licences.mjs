/** THIRD-PARTY-LICENSES.txt: what stands in a bundle, by package, with the text of each licence. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TEXT = /^(?:licen[cs]e|copying|notice|ofl)(?:[-.].*)?$/i;
const RULE = '='.repeat(78);
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Folder of the package that a bundled file belongs to: the innermost node_modules counts. */
function packageOf(input) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

export function licencesOf(root, inputs, more) {
  const fonts = readdirSync(join(root, 'templates/fonts'))
    .filter((name) => /-(?:LICENSE|COPYING)\.txt$/.test(name))
    .sort()
    .map((name) => `${RULE}\ntemplates/fonts/${name}\n\n${readFileSync(join(root, 'templates/fonts', name), 'utf8').trim()}\n`);
  // The package carries the licence of its JavaScript only.
  const pdfium = `${RULE}\n${readFileSync(new URL('PDFium-LICENSES.txt', import.meta.url), 'utf8')}`;
  return ['Software and fonts of others that stand in this copy of mbpack.\n', ...softwareParts(root, inputs, more), pdfium, ...fonts].join(
    '\n',
  );
}

/** A section a package: of those whose files were bundled, and of `more` by name. */
export function softwareParts(root, inputs, more) {
  const folders = new Set([...inputs.map(packageOf).filter(Boolean), ...more.map((name) => `node_modules/${name}`)]);
  return [...folders].sort().map((folder) => part(root, folder));
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
  return [RULE, ...facts.filter(Boolean), '', ...(texts.length > 0 ? texts : [standardText(name, license, by)]), ''].join('\n');
}

/** Some packages name their licence and carry no text of it: MIT asks for the text all the same. */
function standardText(name, license, by) {
  if (license !== 'MIT' || !by) throw new Error(`${name}: no text of its licence`);
  return `Copyright (c) ${by}\n\n${MIT}`;
}

/** Of Node itself, where it is given with the program: from beside `folder`, or from beside the Node that runs this. */
export function nodeLicence(folder) {
  const bin = dirname(process.execPath);
  const found = [folder, bin, join(bin, '..'), '/usr/share/doc/nodejs'].map((at) => join(at, 'LICENSE')).find((path) => existsSync(path));
  if (!found) throw new Error('the licence of Node.js is not beside it');
  return readFileSync(found, 'utf8');
}
