/** What the fuzzer knows of a part of the program: inputs to begin with, ways to change them, and one run over bytes. */
import type { Mutator } from './mutate-bytes.ts';
import type { Random } from './random.ts';

export interface Target {
  readonly name: TargetName;
  /** Folders of the program whose reach is told. */
  readonly reach: readonly string[];
  /** Once, before anything is run. */
  seeds(): Promise<readonly Buffer[]>;
  readonly mutators: readonly Mutator[];
  /** What was reached, for guidance (codes of findings). Whatever is thrown is a failure. */
  run(bytes: Buffer): Promise<readonly string[]>;
}

export const TARGET_NAMES = ['container', 'bag', 'verify', 'custody', 'forms', 'lists', 'pack', 'templates'] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

/** In the memory that thread and watch share: twice the number of runs, one less while one is running; length of its input; then the input. */
export const HEAD_BYTES = 8;

/** A few changes, one upon the other. */
export function mutated({ mutators }: Pick<Target, 'mutators'>, bytes: Buffer, rng: Random, other: Buffer): Buffer {
  let out = bytes;
  for (let n = 1 + rng.below(3); n > 0; n--) {
    try {
      out = rng.pick(mutators)(out, rng, other);
    } catch (error) {
      // The record has no room for so long a name: that change is left out.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return out;
}
