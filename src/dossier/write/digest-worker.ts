/** A digesting thread: takes commands in order, leaves digests in the slot, and sleeps when there are none. */
import { workerData } from 'node:worker_threads';
import { type RunningSum, type Sum, startSum, sumOf } from './digest.ts';
import { END, KIND, type RingMemory, readCommand, ringOver, SUMS } from './ring.ts';

const { memory, thread } = workerData as { readonly memory: RingMemory; readonly thread: number };
const ring = ringOver(memory);
const { control } = ring;
const contents = Array.from({ length: ring.slots }, (_, slot) => ring.content(slot));
/** Sums under way, by file and kind. */
const running = new Map<number, RunningSum>();

function wholeFiles(slot: number, sum: number): void {
  const count = control[ring.subject(slot)] as number;
  for (let file = 0; file < count; file++) {
    const span = ring.span(slot, file);
    const start = control[span] as number;
    const bytes = (contents[slot] as Uint8Array).subarray(start, start + (control[span + 1] as number));
    ring.sum(slot, file, sum).set(sumOf(SUMS[sum] as Sum, bytes));
  }
}

function piece(slot: number, sum: number, last: boolean): void {
  const key = (control[ring.subject(slot)] as number) * SUMS.length + sum;
  const length = control[ring.span(slot, 0) + 1] as number;
  const one = running.get(key) ?? startSum(SUMS[sum] as Sum);
  one.update((contents[slot] as Uint8Array).subarray(0, length));
  running.set(key, one);
  if (!last) return;
  ring.sum(slot, 0, sum).set(one.finish());
  running.delete(key);
}

for (let count = 0; ; count++) {
  const given = ring.given(thread);
  while (Atomics.load(control, given) === count) Atomics.wait(control, given, count);
  const command = control[ring.command(thread, count)] as number;
  if (command === END) break;
  const { slot, sums } = readCommand(command);
  const kind = control[ring.kind(slot)];
  for (let sum = 0; sum < SUMS.length; sum++) {
    if ((sums & (1 << sum)) === 0) continue;
    if (kind === KIND.files) wholeFiles(slot, sum);
    else piece(slot, sum, kind === KIND.lastPiece);
  }
  Atomics.sub(control, ring.pending(slot), 1);
  Atomics.add(control, ring.finished, 1);
  Atomics.notify(control, ring.finished);
}
