/** Chance that can be repeated: one 32-bit seed, one sequence (mulberry32). */
export interface Random {
  /** A whole number from 0 to `below - 1`. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  chance(oneIn: number): boolean;
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (limit: number): number => (limit <= 0 ? 0 : Math.floor((next() / 2 ** 32) * limit));
  return {
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    chance: (oneIn) => below(oneIn) === 0,
  };
}
