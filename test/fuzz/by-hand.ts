/** The fuzzer by hand: every target in its turn for a share of the time; figures, and every input that found something. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Failure, shortName, type Tally } from './campaign.ts';
import { TARGET_NAMES, type TargetName } from './target.ts';
import { watched } from './watched.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string', multiple: true, default: [...TARGET_NAMES] },
  },
});

const isTarget = (name: string): name is TargetName => (TARGET_NAMES as readonly string[]).includes(name);
const targets = values.target.filter(isTarget);
if (targets.length !== values.target.length || !(Number(values.seconds) > 0)) {
  console.error(`node test/fuzz/run.mjs --seconds N --seed S [--target ${TARGET_NAMES.join('|')}]…`);
  process.exitCode = 2;
} else {
  let found = 0;
  for (const target of targets) found += await one(target, Number(values.seconds) / targets.length, Number(values.seed));
  process.exitCode = found > 0 ? 1 : 0;
}

/** Goes on behind a run that did not return, with another seed, until the time is over. */
async function one(target: TargetName, seconds: number, first: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  const causes = new Map<string, Failure>();
  for (let seed = first; performance.now() < end; seed++) {
    const left = (end - performance.now()) / 1000;
    const { tally, failures } = await watched({ target, seed, seconds: left, iterations: Number.POSITIVE_INFINITY, coverage: true });
    for (const failure of failures) if (!causes.has(failure.cause)) causes.set(failure.cause, failure);
    if (tally) console.log(figures(tally));
  }
  for (const failure of causes.values()) console.log(`!! ${failure.cause}\n   ${saved(failure)}\n${failure.told}\n`);
  return causes.size;
}

function figures({ target, executions, seconds, kept, answers, blocks, reach, slowest, largest }: Tally): string {
  const share = reach.map(({ folder, covered, total }) => `${folder} ${Math.round((100 * covered) / total)}%`).join(', ');
  const speed = `${executions} runs, ${seconds.toFixed(0)} s, ${(executions / seconds).toFixed(0)}/s`;
  return `${target}: ${speed}, ${kept} kept, ${answers} answers, ${blocks} blocks (${share}), slowest ${slowest.toFixed(0)} ms, largest ${(largest / 2 ** 20).toFixed(1)} MiB`;
}

function saved({ target, input }: Failure): string {
  const dir = join(process.cwd(), 'out/fuzz/found', target);
  mkdirSync(dir, { recursive: true });
  const path = join(dir, shortName(input));
  writeFileSync(path, input);
  return path;
}
