/**
 * The sender sees what the receiver will see: an example is changed at random (files, forms, log), and whatever still builds
 * verifies with nothing that check had not told, and nothing graver. MBPACK_FOLDERS=2000 tries so many changed folders,
 * MBPACK_SEED=7 others.
 */
import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { random } from '../../fuzz/random.ts';
import { LONGER } from '../../hangs.ts';
import { cleanUp, scratch } from '../run.ts';
import { EVIDENCE_CHANGES } from './evidence-changes.ts';
import { CaseFolder } from './folder.ts';
import { changeForm, changeWhole, giveReasons } from './form-changes.ts';
import { addEvent, changeLog, collectAgain } from './log-changes.ts';
import { blocks, run, type Seen, seen } from './seen.ts';

afterAll(cleanUp);

const FOLDERS = Number(process.env.MBPACK_FOLDERS ?? 12);
const SEED = Number(process.env.MBPACK_SEED ?? 20261130);
const MOST_CHANGES = 3;
/** Of so many folders one has the documents of the national pack; the others those of a pack whose longest ones are but titles. */
const SET_IN_FULL = 4;

function shortPack(top: string): string {
  const dir = join(top, '短文书');
  mkdirSync(dir);
  writeFileSync(join(dir, 'pack.json'), JSON.stringify({ id: 'short', version: '1.0.0', title: '短文书', extends: 'national' }));
  for (const name of ['investigation', 'extraction', 'scene', 'copy', 'legality', 'custody', 'matrix'])
    writeFileSync(join(dir, `${name}.hbs`), '<document layout="sheet"><title>{{title}}</title></document>');
  return dir;
}

async function changed(folder: CaseFolder, rng: ReturnType<typeof random>): Promise<readonly string[]> {
  const done: string[] = [];
  for (let left = 1 + rng.below(MOST_CHANGES); left > 0; left--) {
    const kind = rng.below(10);
    if (kind < 4) done.push(rng.chance(8) ? changeWhole(folder, rng) : changeForm(folder, rng));
    else if (kind < 7) done.push(rng.pick(EVIDENCE_CHANGES)(folder, rng));
    else if (kind < 8) done.push(changeLog(folder, rng));
    else if (kind < 9) done.push(await addEvent(folder, rng, run));
    else done.push(await collectAgain(folder, rng, run));
  }
  return done;
}

/** Errors are lifted by reasons: a dossier with errors is one that is built, too. */
async function withReasons(folder: CaseFolder, zip: string, ...options: readonly string[]): Promise<Seen> {
  const first = await seen(folder.dir, zip, ...options);
  const blocking = first.checked.findings.filter(blocks);
  const rules = [...new Set(blocking.flatMap(({ rule }) => rule ?? []))];
  if (blocking.length === 0 || blocking.some(({ severity, rule }) => severity === 'stop' || rule === undefined)) return first;
  giveReasons(folder, rules);
  const then = await seen(folder.dir, zip, ...options);
  return { ...then, unseen: [...first.unseen, ...then.unseen] };
}

test(`${FOLDERS} changed case folders: whatever builds verifies with nothing that check had not told`, {
  timeout: LONGER.folders,
}, async () => {
  const top = scratch();
  const short = shortPack(top);
  const log = process.env.MBPACK_FOLDERS_LOG;
  const surprises: unknown[] = [];
  let built = 0;
  for (let number = 0; number < FOLDERS; number++) {
    const dir = join(top, '案件');
    cpSync(resolve('examples/冒名就医'), dir, { recursive: true });
    const folder = new CaseFolder(dir);
    const done = await changed(folder, random(SEED + number));
    // Most of the time goes into setting pages, which other tests are about.
    const options = number % SET_IN_FULL === 0 ? [] : ['--template', short];
    const result = await withReasons(folder, join(top, '案卷.zip'), ...options);
    if (result.built) built += 1;
    if (result.unseen.length > 0) surprises.push({ seed: SEED + number, done, unseen: result.unseen });
    if (log)
      appendFileSync(
        log,
        `${JSON.stringify({ seed: SEED + number, done, built: result.built, exit: result.checked.exit, codes: result.checked.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code), unseen: result.unseen })}\n`,
      );
    rmSync(dir, { recursive: true, force: true });
  }
  expect(surprises).toEqual([]);
  expect(built).toBeGreaterThan(0);
});
