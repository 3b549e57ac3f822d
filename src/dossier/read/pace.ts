/** Keeps the program answerable: between chunks the event loop turns, so that Ctrl-C is heard and progress is shown. */
import { fault } from '../../model/index.ts';

/** After so many bytes or files the loop turns. */
const BYTES_PER_TURN = 2 << 20;
const FILES_PER_TURN = 32;

export interface Pace {
  /** Counts bytes done; a promise when it is time to let the loop turn. Throws when aborted. */
  step(bytes: number): Promise<void> | undefined;
  /** Counts bytes that were done elsewhere, where the loop turns anyway. */
  tell(bytes: number): void;
  check(): void;
  readonly signal: AbortSignal | undefined;
}

/** `turn` lets the loop turn once, in whatever way the machine has. */
export function startPace(
  turn: () => Promise<void>,
  signal: AbortSignal | undefined,
  onProgress: ((bytes: number) => void) | undefined,
): Pace {
  let total = 0;
  let bytesSince = 0;
  let stepsSince = 0;

  function check(): void {
    if (signal?.aborted) throw fault('ABORTED', 2, {}, {}, signal.reason);
  }
  async function turned(): Promise<void> {
    await turn();
    check();
  }
  return {
    signal,
    check,
    tell(bytes) {
      total += bytes;
      onProgress?.(total);
    },
    step(bytes) {
      total += bytes;
      bytesSince += bytes;
      stepsSince += 1;
      check();
      if (bytesSince < BYTES_PER_TURN && stepsSince < FILES_PER_TURN) return undefined;
      bytesSince = 0;
      stepsSince = 0;
      onProgress?.(total);
      return turned();
    },
  };
}
