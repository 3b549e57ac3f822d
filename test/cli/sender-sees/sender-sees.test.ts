/**
 * The sender sees what the receiver will see: an example is changed at random (files, forms, log), and whatever still builds
 * verifies with nothing that check had not told, and nothing graver. MBPACK_FOLDERS=2000 tries so many changed folders,
 * MBPACK_SEED=7 others.
 */
import { appendFileSync, cpSync, rmSync } from 'node:fs';
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
async function withReasons(folder: CaseFolder, zip: string): Promise<Seen> {
  const first = await seen(folder.dir, zip);
  const blocking = first.checked.findings.filter(blocks);
  const rules = [...new Set(blocking.flatMap(({ rule }) => rule ?? []))];
  if (blocking.length === 0 || blocking.some(({ severity, rule }) => severity === 'stop' || rule === undefined)) return first;
  giveReasons(folder, rules);
  const then = await seen(folder.dir, zip);
  return { ...then, unseen: [...first.unseen, ...then.unseen] };
}

test(`${FOLDERS} changed case folders: whatever builds verifies with nothing that check had not told`, {
  timeout: LONGER.folders,
}, async () => {
  const top = scratch();
  const log = process.env.MBPACK_FOLDERS_LOG;
  const surprises: unknown[] = [];
  let built = 0;
  for (let number = 0; number < FOLDERS; number++) {
    const dir = join(top, '案件');
    cpSync(resolve('examples/冒名就医'), dir, { recursive: true });
    const folder = new CaseFolder(dir);
    const done = await changed(folder, random(SEED + number));
    const result = await withReasons(folder, join(top, '案卷.zip'));
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
