/**
 * fast-check, with the same inputs in every run: MBPACK_SEED=7 tries others. `npm test` tries a quarter of the inputs that are written
 * here, .ci/run all of them, MBPACK_RUNS=100 a hundred times as many.
 */
import fc from 'fast-check';

const { MBPACK_SEED: seed = '20261126', MBPACK_RUNS: times = '0.25' } = process.env;
fc.configureGlobal({ seed: Number(seed) });

/** How many of `count` inputs this run tries. */
export const tried = (count: number): number => Math.ceil(count * Number(times));
export const runs = (count: number): { readonly numRuns: number } => ({ numRuns: tried(count) });
export { fc };
