/** Packs that were released stay readable by their digest, so that documents of an older dossier are compared after every change of a template. */
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archived, PACK_ROOT, releasedPacks } from '../../src/pack/index.ts';
import { cleanUp, mbpack, scratch } from '../cli/run.ts';
import { above, programCopy, verifyWith } from './program-copy.ts';

afterAll(cleanUp);

const DOSSIER = resolve('test/dossiers/冒名就医.zip');
const { packs } = JSON.parse(readFileSync('templates/archive/released.json', 'utf8')) as {
  packs: readonly { readonly release: string; readonly id: string; readonly version: string; readonly sha256: string }[];
};

test('every pack that was released is kept whole, and nothing else is kept', () => {
  const kept = releasedPacks();
  const named = new Set(packs.map(({ id, version, sha256 }) => `${id} ${version} ${sha256}`));
  expect(kept.map(({ pack: { id, version }, sha256 }) => `${id} ${version} ${sha256}`).sort()).toEqual([...named].sort());
  const files = ['packs', 'files'].flatMap((kind) => readdirSync(`templates/archive/${kind}`).map((name) => `archive/${kind}/${name}`));
  expect(files.sort()).toEqual([...new Set(kept.flatMap((pack) => [...archived(pack).keys()]))].sort());
});

test('no version of the changelog is released without its packs', () => {
  const versions = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## (\d\S*)$/gm)].map(([, version]) => version);
  const kept = new Set(packs.map(({ release }) => release));
  expect(versions).toContain('0.1.0');
  expect(versions.filter((version) => !kept.has(version ?? ''))).toEqual([]);
});

let program: string;
beforeAll(() => {
  program = programCopy();
  appendFileSync(join(program, 'templates/national/slip.hbs'), '\n');
});

test('a template changed since: documents are compared with the pack of their day', () => {
  const said = verifyWith(program, DOSSIER);
  expect([said.exit, said.answers, above(said)]).toEqual([
    0,
    { intact: 'yes', files: 'same', authentic: 'unsigned', inOrder: 'yes', documents: 'same' },
    [],
  ]);
});

test('what is kept is used only while it is what its name says', () => {
  const dir = join(scratch(), 'mbpack');
  cpSync(program, dir, { recursive: true, verbatimSymlinks: true });
  const [line = ''] = readFileSync(join(dir, 'templates/archive/packs', digestOf('national')), 'utf8')
    .split('\n')
    .filter((text) => text.endsWith(' national/slip.hbs'));
  appendFileSync(join(dir, 'templates/archive/files', line.slice(0, 64)), '\n');
  const said = verifyWith(dir, DOSSIER);
  expect([said.answers.documents, above(said)]).toEqual(['notCompared', ['BY_OTHER_PACK', 'DOCUMENTS_NOT_COMPARED']]);
  rmSync(join(dir, 'templates/archive'), { recursive: true });
  expect(above(verifyWith(dir, DOSSIER))).toEqual(['BY_OTHER_PACK', 'DOCUMENTS_NOT_COMPARED']);
  // The receiver was sent the packs of the sender's day: a folder that holds them.
  const sent = join(scratch(), '模板包');
  for (const id of ['national', 'jiangsu']) cpSync(resolve('templates', id), join(sent, id), { recursive: true });
  restore(join(sent, 'national'));
  mkdirSync(join(sent, '别的'));
  const compared = verifyWith(dir, DOSSIER, '--template', sent);
  expect([compared.answers.documents, above(compared)]).toEqual(['same', []]);
});

test('a folder of other packs hides neither the installed one nor that of the archive', async () => {
  const sent = join(scratch(), '模板包');
  cpSync(resolve('templates/jiangsu'), join(sent, 'jiangsu'), { recursive: true });
  cpSync(resolve('templates/national'), join(sent, 'national'), { recursive: true });
  appendFileSync(join(sent, 'national/slip.hbs'), '\n');
  const { exit, out } = await mbpack('--json', 'verify', DOSSIER, '--template', sent);
  expect([exit, (JSON.parse(out) as { answers: object }).answers]).toMatchObject([0, { documents: 'same' }]);
});

test('a folder without any pack is no pack', async () => {
  const { exit, out } = await mbpack('--json', 'verify', DOSSIER, '--template', scratch());
  expect([exit, (JSON.parse(out) as { findings: { code: string }[] }).findings.map(({ code }) => code)]).toEqual([2, ['PACK_UNREADABLE']]);
});

/** Of the release that built the dossier. */
const digestOf = (id: string): string => packs.find((pack) => pack.release === '0.1.0' && pack.id === id)?.sha256 ?? '';

/** The folder of a pack as it was released, whatever is installed today. */
function restore(dir: string): void {
  const manifest = readFileSync(join(PACK_ROOT, 'archive/packs', digestOf('national')), 'utf8');
  rmSync(dir, { recursive: true });
  mkdirSync(dir);
  for (const [, digest = '', name = ''] of manifest.matchAll(/^([0-9a-f]{64}) {2}national\/(.+)$/gm))
    cpSync(join(PACK_ROOT, 'archive/files', digest), join(dir, name));
}
