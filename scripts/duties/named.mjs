/** What a duty names, looked up where it stands, and the tests that hold it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fieldTable, SCHEMA_NAMES } from '../../dist/case/index.js';
import { parse } from '../../dist/cli/program.js';
import { RULES } from '../../dist/law/index.js';
import { uiOf } from '../../dist/messages/index.js';
import { BEHAVIOURS } from '../../dist/model/index.js';
import { loadPack } from '../../dist/pack/index.js';

const ROOT = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, ROOT), 'utf8');
const { documents } = loadPack('national').pack;

/** Tests that `npm test` runs, and the tables of scenarios that they read. */
const TESTS = readdirSync(new URL('test/', ROOT), { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => /(?:\.test|\/scenarios-[a-z]+)\.ts$/.test(path) && !/\.(?:judge|long)\.test\.ts$|duties\.test/.test(path))
  .sort()
  .map((path) => ({ path, text: read(path) }));

const testsWith = (text, folder = '') =>
  TESTS.filter((t) => t.path.startsWith(`test/${folder}`) && t.text.includes(text)).map((t) => t.path);

/** Title of each field by its path without brackets: `officers.phone`. */
const FIELDS = new Map(
  SCHEMA_NAMES.filter((name) => name !== 'pack').map((name) => [
    name,
    new Map([...fieldTable(name).matchAll(/^\| `([^`]+)` \| ([^|]*) \|/gm)].map(([, path, title]) => [path.replaceAll('[]', ''), title])),
  ]),
);

function rule(id) {
  const found = RULES.find((r) => r.id === id);
  if (!found) return undefined;
  const direct = testsWith(`'${id}'`, 'law/').filter((path) => !path.includes('since'));
  const byCode = found.codes.flatMap((code) => testsWith(code));
  return { text: id, tests: direct.length > 0 ? direct : byCode.slice(0, 1) };
}

function behaviour(code) {
  return BEHAVIOURS.some((b) => b.code === code) ? { text: code, tests: [] } : undefined;
}

function field(form, path) {
  const title = FIELDS.get(form)?.get(path);
  return title === undefined ? undefined : { text: `${title}（${form}.${path}）`, tests: [] };
}

function document(id) {
  const found = documents.find((d) => d.id === id);
  return found && { text: `《${found.title}》`, tests: testsWith(`'${id}'`, 'documents/').slice(0, 1) };
}

function command(words) {
  const [name, ...options] = words.split('_');
  const help = parse([name, '--help'], { ui: uiOf('zh-CN') }, '');
  // The program's own help answers for a command that is not there.
  if (!('text' in help) || !help.text.includes(`mbpack ${name} `) || !options.every((option) => help.text.includes(`${option} `)))
    return undefined;
  const written = [name, ...options].join(' ');
  const called = options.length > 0 ? `'${options[0]}'` : `'${name}'`;
  return { text: `\`mbpack ${written}\``, tests: testsWith(called, 'cli/').slice(0, 1) };
}

function packMember(id, path) {
  let here = loadPack(id).pack;
  for (const name of path.split('.')) here = here?.[name];
  if (here === undefined) return undefined;
  const member = path.split('.').at(-1);
  const tests = testsWith(`'${id}'`, 'documents/').filter((file) => read(file).includes(member));
  return { text: `模板包 ${id} 的 ${path}`, tests: tests.slice(0, 1) };
}

/** What the name means, as it is printed, and files of tests that hold it. Throws Error where there is nothing of the name. */
export function named(name) {
  const [kind, rest = ''] = name.split(/:(.*)/);
  const found = /^[A-Z]-\d\d$/.test(name)
    ? rule(name)
    : name.startsWith('YS-')
      ? behaviour(name)
      : kind === 'doc'
        ? document(rest)
        : kind === 'mbpack'
          ? command(rest)
          : kind === 'pack'
            ? packMember(...rest.split('/'))
            : field(kind, rest);
  if (!found) throw new Error(`duties: nothing is called ${name}`);
  return found;
}
