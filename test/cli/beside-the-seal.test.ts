/** Signature files laid beside the seal of a real dossier: named in the first answer, on the screen, in the record and to other programs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentText } from '../../dist/documents/index.js';
import { uiOf } from '../../src/messages/index.ts';
import { p7s, tsr } from '../dossier/signature-maker.ts';
import { makeZip, type Part, partsOf } from '../dossier/zip-maker.ts';
import { cleanUp, mbpack, scratch } from './run.ts';

/** The smallest of the examples. */
const CARD = 'examples/冒名就医';
const CARD_AT = '2026-06-09T15:00:00+08:00';

const schema = new Ajv2020.default({ allErrors: true }).compile(JSON.parse(readFileSync('schemas/output.schema.json', 'utf8')));
const named = (language: 'zh-CN' | 'en', count: number): string => uiOf(language).answers.signaturesBeside(count);

let dir: string;
let parts: Part[];
let fingerprint: string;
beforeAll(async () => {
  dir = scratch();
  const zip = join(dir, '案卷.zip');
  const built = await mbpack('build', CARD, '-o', zip, '--at', CARD_AT, '--json');
  fingerprint = (JSON.parse(built.out) as { fingerprint: string }).fingerprint;
  parts = partsOf(readFileSync(zip)).map(({ name, content }) => ({ name, content }));
});
afterAll(cleanUp);

function signed(beside: Readonly<Record<string, Buffer>>): string {
  const path = join(scratch(), '案卷.zip');
  const root = parts[0]?.name.split('/')[0] ?? '';
  const more = Object.entries(beside).map(([name, content]) => ({ name: `${root}/signatures/${name}`, content }));
  writeFileSync(path, makeZip({ parts: [...parts, ...more] }));
  return path;
}

async function verified(path: string, ...more: string[]) {
  const { exit, out } = await mbpack('verify', path, '--json', ...more);
  const said = JSON.parse(out) as {
    signatureFiles: number;
    answers: Record<'intact' | 'authentic' | 'files' | 'documents', string>;
    findings: { code: string }[];
  };
  schema(said);
  expect(schema.errors).toBeNull();
  return { exit, beside: said.signatureFiles, ...said.answers, codes: said.findings.map(({ code }) => code) };
}

test.each<[string, Readonly<Record<string, Buffer>>]>([
  ['a signature', { '01.p7s': p7s() }],
  ['a signature and its time-stamp', { '01.p7s': p7s(), '01.tsr': tsr() }],
])('%s: never called unchanged without it', async (_, beside) => {
  const path = signed(beside);
  const count = Object.keys(beside).length;
  expect(await verified(path)).toMatchObject({ exit: 0, beside: count, intact: 'yes', authentic: 'notChecked' });
  const screen = await mbpack('verify', path, '--lang', 'en');
  expect(screen.out.split('\n').filter((line) => line.includes(named('en', count)))).toHaveLength(1);
  const target = join(scratch(), '核验记录.pdf');
  const { exit, out } = await mbpack('verify', path, '--report', target, '--expect', fingerprint);
  expect([exit, out.split('\n').filter((line) => line.includes(named('zh-CN', count))).length]).toEqual([0, 1]);
  const text = (await documentText(readFileSync(target))).replace(/\s/g, '');
  expect(text).toContain(named('zh-CN', count).replace(/\s/g, ''));
});

test('none: nothing is said of any', async () => {
  const path = signed({});
  expect(await verified(path, '--expect', fingerprint)).toMatchObject({ exit: 0, beside: 0, intact: 'yes', authentic: 'unsigned' });
  expect((await mbpack('verify', path, '--expect', fingerprint)).out).not.toContain('签名文件');
});

test.each<[string, Readonly<Record<string, Buffer>>, string]>([
  ['junk', { '01.p7s': Buffer.from('junk') }, 'SIGNATURE_FILE_INVALID'],
  ['junk beside a signature', { '01.p7s': p7s(), '02.p7s': Buffer.from('junk') }, 'SIGNATURE_FILE_INVALID'],
  ['a time-stamp alone', { '01.tsr': tsr() }, 'SIGNATURE_TIMESTAMP_ALONE'],
])('%s: not intact, whatever the paper says', async (_, beside, code) => {
  const said = await verified(signed(beside), '--expect', fingerprint);
  // What the lists cover is as it was, and is judged all the same.
  expect([said.exit, said.intact, said.files, said.documents, said.codes.includes(code)]).toEqual([1, 'no', 'same', 'same', true]);
});
