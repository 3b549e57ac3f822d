// The same case at the same instant gives the same bytes, whatever the time zone and locale of the machine.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { renderDocument } from '../../src/documents/index.ts';
import { DOCUMENT_IDS, sha256Hex } from '../../src/model/index.ts';
import { inputOf } from './fixture.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const CHILD = `
const chunks = []; for await (const c of process.stdin) chunks.push(c);
const inputs = JSON.parse(Buffer.concat(chunks).toString());
const { renderDocument } = await import('./dist/documents/index.js');
const { loadPack } = await import('./dist/pack/index.js');
const { createHash } = await import('node:crypto');
const maps = ({ digests = [], openRules = [], ruleAsks = [] }) => ({ digests: new Map(digests), openRules: new Map(openRules), ruleAsks: new Map(ruleAsks) });
const out = {};
for (const [id, input] of inputs)
  out[id] = createHash('sha256').update((await renderDocument(id, { ...input, ...maps(input), pack: loadPack('national') })).bytes).digest('hex');
process.stdout.write(JSON.stringify(out));
`;

function inChild(env: Record<string, string>): unknown {
  const inputs = DOCUMENT_IDS.map((id) => {
    const { pack: _, digests, openRules, ruleAsks, ...rest } = inputOf(id);
    return [id, { ...rest, digests: [...(digests ?? [])], openRules: [...(openRules ?? [])], ruleAsks: [...(ruleAsks ?? [])] }];
  });
  const stdout = execFileSync(process.execPath, ['--input-type=module', '-e', CHILD], {
    cwd: root,
    input: JSON.stringify(inputs),
    env: { PATH: process.env.PATH ?? '', ...env },
    maxBuffer: 1 << 20,
  });
  return JSON.parse(stdout.toString());
}

test('same bytes twice, and in other processes, time zones and locales', async () => {
  const here: Record<string, string> = {};
  for (const id of [...DOCUMENT_IDS].reverse()) here[id] = sha256Hex((await renderDocument(id, inputOf(id))).bytes);
  expect(inChild({ TZ: 'America/St_Johns', LANG: 'C' })).toEqual(here);
  expect(inChild({ TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toEqual(here);
});
