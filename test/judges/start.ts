/** The one place that starts a program from outside: the test at hand must have declared it. */
import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { TestRunner } from 'vitest';
import { JUDGES } from './programs.ts';

export interface Start {
  readonly cwd?: string;
  readonly input?: Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

const MAX_BUFFER = 1 << 28;

/** What a test did not declare would not be counted among those that a plain run leaves out. Hooks run for tests that did. */
function declared(command: string): void {
  const tags = TestRunner.getCurrentTest()?.tags;
  const judge = JUDGES.find(({ here }) => here.includes(command));
  if (!judge) throw new Error(`${command} stands in no row of test/judges/programs.ts`);
  if (tags && !tags.includes(judge.name)) throw new Error(`the test starts ${command} and has no tag ${judge.name}`);
}

/** Its standard output. @throws when it is missing, or does not end with 0 */
export function judge(command: string, args: readonly string[], { cwd, input }: Start = {}): string {
  declared(command);
  return execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer: MAX_BUFFER,
    stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
    ...(input === undefined ? {} : { input }),
  });
}

/** However it ends. @throws when it is missing */
export function ended(command: string, args: readonly string[], { cwd, env }: Start = {}): SpawnSyncReturns<string> {
  declared(command);
  const run = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: MAX_BUFFER,
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  if (run.error) throw run.error;
  return run;
}
