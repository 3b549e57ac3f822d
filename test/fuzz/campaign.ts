/** The loop: choose an input that led somewhere, change it, run it, keep it if it led further. */
import { createHash } from 'node:crypto';
import type { Coverage, Reach } from './coverage.ts';
import { type Random, random } from './random.ts';
import { mutated, type Target } from './target.ts';

export interface Failure {
  readonly target: string;
  /** What happened, without what differs from input to input: one cause is told once. */
  readonly cause: string;
  readonly told: string;
  readonly input: Uint8Array;
}

export interface Tally {
  readonly target: string;
  readonly executions: number;
  readonly seconds: number;
  /** Inputs that led further. */
  readonly kept: number;
  /** Kinds of answers: codes of findings with their severity. */
  readonly answers: number;
  readonly blocks: number;
  readonly reach: readonly Reach[];
  readonly slowest: number;
  /** Bytes outside the heap that one input took at most. */
  readonly largest: number;
}

export interface Limits {
  readonly seed: number;
  readonly iterations: number;
  readonly seconds: number;
}

export interface Watch {
  /** Before each run: what a watchdog must know if it does not return. */
  running(input: Uint8Array): void;
  ended(): void;
  failed(failure: Failure): void;
}

const MAX_INPUT = 2 * 1024 * 1024;
const MAX_BYTES = 300 * 1024 * 1024;
const MAX_MILLISECONDS = 5000;
/** Counters are read once for so many inputs, because reading them costs as much as some runs. */
const BATCH = 24;

export async function campaign(target: Target, limits: Limits, watch: Watch, coverage?: Coverage): Promise<Tally> {
  const started = performance.now();
  const rng = random(limits.seed);
  const answers = new Set<string>();
  let [executions, slowest, largest] = [0, 0, 0];
  const seeds = await target.seeds();
  const queue: Buffer[] = [...seeds];

  /** Whether it gave an answer that was not given before. */
  const once = async (input: Buffer): Promise<boolean> => {
    watch.running(input);
    executions++;
    const [at, before, spent] = [performance.now(), process.memoryUsage().arrayBuffers, processorTime()];
    let further = false;
    try {
      for (const answer of await target.run(input)) {
        further ||= !answers.has(answer);
        answers.add(answer);
      }
    } catch (error) {
      watch.failed(failureOf(target.name, error, input));
    }
    watch.ended();
    const took = performance.now() - at;
    const worked = processorTime() - spent;
    const bytes = process.memoryUsage().arrayBuffers - before;
    if (worked > MAX_MILLISECONDS)
      watch.failed({ target: target.name, cause: `${target.name}: slow`, told: `${Math.round(worked)} ms`, input });
    if (bytes > MAX_BYTES) watch.failed({ target: target.name, cause: `${target.name}: memory`, told: `${bytes} bytes`, input });
    slowest = Math.max(slowest, took);
    largest = Math.max(largest, bytes);
    return further;
  };
  const over = (): boolean => executions >= limits.iterations || (performance.now() - started) / 1000 >= limits.seconds;

  for (const seed of seeds) await once(seed);
  await coverage?.grown();
  while (!over()) {
    const batch: Buffer[] = [];
    for (let i = 0; i < BATCH && !over(); i++) {
      const input = nextOf(target, queue, seeds.length, rng);
      if (await once(input)) queue.push(input);
      else batch.push(input);
    }
    if (await coverage?.grown()) queue.push(...batch.slice(0, 2));
  }
  return {
    target: target.name,
    executions,
    seconds: (performance.now() - started) / 1000,
    kept: queue.length - seeds.length,
    answers: answers.size,
    blocks: coverage?.blocks() ?? 0,
    reach: coverage?.reach(target.reach) ?? [],
    slowest,
    largest,
  };
}

/** Milliseconds of the whole process: other programs may have the machine. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Half of the time one of the inputs to begin with, so that long chains of changes do not lose what is whole. */
function nextOf(target: Target, queue: readonly Buffer[], seeds: number, rng: Random): Buffer {
  const parent = rng.chance(2) ? (queue[rng.below(seeds)] as Buffer) : rng.pick(queue);
  const input = mutated(target, parent, rng, rng.pick(queue));
  return input.length > MAX_INPUT ? input.subarray(0, MAX_INPUT) : input;
}

export function failureOf(target: string, error: unknown, input: Uint8Array): Failure {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const where = stack.split('\n').find((line) => line.includes('/dist/')) ?? '';
  const kind =
    name === 'Violation' ? message.replace(/"[^"]*"|\d+/g, '…').slice(0, 80) : `${name} ${/dist\/\S+?:\d+/.exec(where)?.[0] ?? message}`;
  return { target, cause: `${target}: ${kind}`, told: stack, input };
}

/** The name of an input in the corpus. */
export const shortName = (input: Uint8Array): string => createHash('sha256').update(input).digest('hex').slice(0, 12);
