/** One line on stderr, rewritten, only on a terminal, only for what takes over a second. */
import { bytesText } from '../messages/index.ts';
import type { Io } from './io.ts';

export interface Progress {
  report(phase: string, done: number, total?: number): void;
  clear(): void;
}

const FIRST_AFTER_MS = 1000;
const EVERY_MS = 200;

export function progressOn(io: Io, wanted: boolean): Progress {
  if (!wanted || !io.stderr.isTTY) return { report: () => undefined, clear: () => undefined };
  const start = io.now();
  let last = start + FIRST_AFTER_MS - EVERY_MS;
  let shown = false;
  return {
    report(phase, done, total) {
      const now = io.now();
      if (now - last < EVERY_MS) return;
      last = now;
      shown = true;
      const rate = done / Math.max((now - start) / 1000, 0.001);
      const of = total ? ` / ${bytesText(total)}` : '';
      const left = total && rate > 0 ? `  ${Math.ceil((total - done) / rate)} s` : '';
      io.stderr.write(`\r\u001b[K${phase}  ${bytesText(done)}${of}  ${bytesText(rate)}/s${left}`);
    },
    clear() {
      if (shown) io.stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}
