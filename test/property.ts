/** fast-check, with the same inputs in every run: MBPACK_SEED=7 tries others, MBPACK_RUNS=100 a hundred times as many. */
import fc from 'fast-check';

const { MBPACK_SEED: seed = '20261126', MBPACK_RUNS: times = '1' } = process.env;
fc.configureGlobal({ seed: Number(seed) });

/** Inputs of one property, of which `count` are tried in a usual run. */
export const runs = (count: number): { readonly numRuns: number } => ({ numRuns: count * Number(times) });
export { fc };
