/** A digesting thread: takes commands in order, leaves digests in the slot, and sleeps when there are none. */
import { workerData } from 'node:worker_threads';
import { digestOf, startDigest } from './digest.ts';
import { ALGORITHMS, END, KIND, type RingMemory, readCommand, ringOver } from './ring.ts';

const { memory, thread } = workerData as { readonly memory: RingMemory; readonly thread: number };
const ring = ringOver(memory);
const { control } = ring;
const contents = Array.from({ length: ring.slots }, (_, slot) => ring.content(slot));
/** Digests under way, by file and algorithm. */
const running = new Map<number, ReturnType<typeof startDigest>>();

function wholeFiles(slot: number, algorithm: number): void {
  const name = ALGORITHMS[algorithm] as (typeof ALGORITHMS)[number];
  const count = control[ring.subject(slot)] as number;
  for (let file = 0; file < count; file++) {
    const span = ring.span(slot, file);
    const start = control[span] as number;
    const bytes = (contents[slot] as Uint8Array).subarray(start, start + (control[span + 1] as number));
    ring.digest(slot, file, algorithm).set(digestOf(name, bytes));
  }
}

function piece(slot: number, algorithm: number, last: boolean): void {
  const key = (control[ring.subject(slot)] as number) * ALGORITHMS.length + algorithm;
  const length = control[ring.span(slot, 0) + 1] as number;
  let digest = running.get(key);
  if (!digest) {
    digest = startDigest(ALGORITHMS[algorithm] as (typeof ALGORITHMS)[number]);
    running.set(key, digest);
  }
  digest.update((contents[slot] as Uint8Array).subarray(0, length));
  if (!last) return;
  ring.digest(slot, 0, algorithm).set(digest.digest());
  running.delete(key);
}

for (let count = 0; ; count++) {
  const given = ring.given(thread);
  while (Atomics.load(control, given) === count) Atomics.wait(control, given, count);
  const command = control[ring.command(thread, count)] as number;
  if (command === END) break;
  const { slot, algorithms } = readCommand(command);
  const kind = control[ring.kind(slot)];
  ALGORITHMS.forEach((_, algorithm) => {
    if ((algorithms & (1 << algorithm)) === 0) return;
    if (kind === KIND.files) wholeFiles(slot, algorithm);
    else piece(slot, algorithm, kind === KIND.lastPiece);
  });
  Atomics.sub(control, ring.pending(slot), 1);
  Atomics.add(control, ring.finished, 1);
  Atomics.notify(control, ring.finished);
}
