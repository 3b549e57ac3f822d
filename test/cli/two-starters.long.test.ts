/** Two who start on one case at once: told apart, nothing is written twice, and neither gets past what stops one alone. */
import { spawn } from 'node:child_process';
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { built } from './built.ts';
import { cleanUp, copyOf, type JsonFinding, scratch } from './run.ts';
import { CaseFolder, type Item } from './sender-sees/folder.ts';
import { AT, run } from './sender-sees/seen.ts';

afterAll(cleanUp);

const EXAMPLE = resolve('examples/冒名就医');

/** As processes of their own, started together. */
async function together(
  ...calls: readonly (readonly string[])[]
): Promise<readonly { exit: number | null; findings: readonly JsonFinding[] }[]> {
  return Promise.all(
    calls.map(
      (argv) =>
        new Promise<{ exit: number | null; findings: readonly JsonFinding[] }>((done) => {
          const child = spawn(process.execPath, [resolve('bin/mbpack.js'), ...argv, '--json'], { stdio: ['ignore', 'pipe', 'ignore'] });
          let out = '';
          child.stdout.setEncoding('utf8').on('data', (text: string) => {
            out += text;
          });
          child.on('close', (exit) => done({ exit, findings: (JSON.parse(out) as { findings: readonly JsonFinding[] }).findings }));
        }),
    ),
  );
}

test('two builds into one target: one dossier, whole; the other is told that the target exists', async () => {
  const out = scratch();
  const argv = ['build', EXAMPLE, '-o', join(out, '案卷.zip'), '--at', AT];
  const all = await together(argv, argv);
  expect(all.map(({ exit }) => exit).sort()).toEqual([0, 2]);
  expect(all.find(({ exit }) => exit === 2)?.findings.map(({ code }) => code)).toContain('TARGET_EXISTS');
  expect(readdirSync(out).sort()).toEqual(['案卷.zip', '案卷.交接登记表.pdf', '案卷.校验单.pdf'].sort());
  const { fingerprint } = await built('冒名就医');
  const verified = await run('verify', join(out, '案卷.zip'), '--expect', fingerprint);
  expect(verified.exit).toBe(0);
});

test.each([
  ['two collects', ['collect', 'collect']],
  ['two builds', ['build', 'build']],
  ['a collect and a build', ['collect', 'build']],
])('%s of a case in which a fixed file was replaced and listed under a new name: both stop, nothing is written', async (_, commands) => {
  const folder = new CaseFolder(copyOf(EXAMPLE));
  const out = scratch();
  renameSync(folder.at('evidence/住院登记照片.jpg'), folder.at('evidence/照片.jpg'));
  writeFileSync(folder.at('evidence/照片.jpg'), '另一张');
  const items = folder.items();
  const { files } = items.find(({ evidenceNo }) => evidenceNo === 'Z-03') as Item;
  files.splice(0, 1, { path: '照片.jpg' });
  folder.writeItems(items);
  const [log, before] = [folder.log(), readdirSync(folder.dir)];
  const argv = {
    collect: ['collect', folder.dir, '--by', '甲', '--by', '乙', '--at', '2026-06-08T16:00+08:00'],
    build: ['build', folder.dir, '-o', join(out, '案卷.zip'), '--at', AT],
  };
  const all = await together(...commands.map((name) => argv[name as keyof typeof argv]));
  expect(all.map(({ exit }) => exit)).toEqual([1, 1]);
  const told = { collect: 'COLLECT_SUBSTITUTE', build: 'FIXED_FILE_GONE' };
  for (const [i, name] of commands.entries()) expect(all[i]?.findings.map(({ code }) => code)).toContain(told[name as keyof typeof told]);
  expect([folder.log(), readdirSync(folder.dir), readdirSync(out)]).toEqual([log, before, []]);
});
