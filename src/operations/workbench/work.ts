/** Long work that a page asked for: one at a time, since two would write the same log; told how far it is, and stopped. */
import { Fault, type Finding } from '../../model/index.ts';

export interface WorkTools {
  readonly signal: AbortSignal;
  /** Bytes done, of all. */
  readonly onProgress: (done: number, total: number) => void;
}

export interface Work {
  /** `busy`: another is under way, and nothing was begun. A fault is an answer, `refused`. */
  run(doing: (tools: WorkTools) => Promise<object>): Promise<object>;
  readonly state: { readonly done: number; readonly total: number; readonly busy: boolean };
  stop(): void;
}

export type SaidOf = (findings: readonly Finding[]) => readonly object[];

export function openWork(said: SaidOf): Work {
  let state = { done: 0, total: 0, busy: false };
  let stopping = new AbortController();
  return {
    async run(doing) {
      if (state.busy) return { outcome: 'busy' };
      state = { done: 0, total: 0, busy: true };
      stopping = new AbortController();
      const onProgress = (done: number, total: number): void => {
        state = { done, total, busy: true };
      };
      try {
        return await toldFault(said, () => doing({ signal: stopping.signal, onProgress }));
      } finally {
        state = { ...state, busy: false };
      }
    },
    get state() {
      return state;
    },
    stop: () => stopping.abort(),
  };
}

/** @throws what is no Fault */
export async function toldFault(said: SaidOf, doing: () => Promise<object>): Promise<object> {
  try {
    return await doing();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { outcome: 'refused', findings: said([error.finding]) };
  }
}
