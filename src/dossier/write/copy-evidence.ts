/**
 * One pass over the evidence: every byte is read once, into memory that the digesting threads share, and written from there.
 * Small files stand in a slot as they will in the container, header and content in turn, and are written together.
 * A further large file is begun only when those under way keep their threads busy: on a slow disk, files are read one after the other.
 */
import type { Algorithm } from '../format/index.ts';
import type { Pace } from '../pace.ts';
import { checksum, crcIn } from './digest.ts';
import { type Assigned, type Digesters, type Finished, SLOTS_PER_FILE } from './digesters.ts';
import { FILES_PER_SLOT, SLOT_BYTES } from './ring.ts';
import { type EvidenceSource, type OpenSource, openSource } from './source.ts';
import type { Listed } from './written-files.ts';
import type { Place, Sink } from './zip-writer.ts';

/** Files up to here share a slot. */
const SMALL_BYTES = SLOT_BYTES / 4;

export interface NamedSource extends EvidenceSource {
  readonly name: string;
}

/** What is known of a file at its end. The digests stand in memory that is used again. */
export type Known = (file: number, size: number, digestOf: (algorithm: Algorithm) => Uint8Array) => void;

/** A large file that is being read. */
interface Stream {
  readonly source: OpenSource;
  readonly file: number;
  readonly place: Place;
  readonly to: Assigned;
  done: number;
  /** Pieces given and not finished. */
  waiting: number;
}

/** Small files that stand in a slot as they will in the container. */
interface Batch {
  readonly slot: number;
  readonly bytes: Uint8Array;
  readonly at: number;
  fill: number;
  readonly files: { readonly file: number; readonly start: number; readonly size: number }[];
}

interface Means {
  readonly digesters: Digesters;
  readonly pace: Pace;
  readonly known: Known;
}

/** Tells sizes and digests of exactly the bytes that were written. The order given is that of the container. @throws Fault */
export async function copyEvidence(files: Listed<NamedSource>, sink: Sink, { digesters, pace, known: tell }: Means): Promise<void> {
  const sizes = new Float64Array(files.length);
  const streams = new Map<number, Stream>();
  /** Large files whose header waits for the CRC. */
  const headless = new Map<number, Place>();
  let batch: Batch | undefined;
  let next = 0;
  let known = 0;

  function settle({ files: settled, pieceOf, sum }: Finished): void {
    settled.forEach((file, nth) => {
      tell(file, sizes[file] as number, (algorithm) => sum(nth, algorithm));
      const place = headless.get(file);
      if (!place) return;
      sink.write(sink.header(place, crcIn(sum(nth, 'crc32'))), place.at);
      headless.delete(file);
    });
    known += settled.length;
    const stream = pieceOf === undefined ? undefined : streams.get(pieceOf);
    if (stream) stream.waiting -= 1;
  }
  async function wait(): Promise<void> {
    await digesters.finished(settle, pace.check);
  }
  async function freeSlot(): Promise<number> {
    for (;;) {
      const slot = digesters.take();
      if (slot !== undefined) return slot;
      await wait();
    }
  }

  async function piece(stream: Stream): Promise<void> {
    const { source, file, place, to } = stream;
    const slot = await freeSlot();
    const bytes = digesters.content(slot).subarray(0, Math.min(SLOT_BYTES, source.size - stream.done));
    source.fill(bytes);
    const at = place.at + place.header + stream.done;
    stream.done += bytes.length;
    stream.waiting += 1;
    const last = stream.done === source.size;
    digesters.givePiece(slot, to, bytes.length, last);
    sink.write(bytes, at);
    if (last) {
      source.assertUnchanged();
      streams.delete(file);
      source.close();
      headless.set(file, place);
    }
    await pace.step(bytes.length);
  }

  function flush(): void {
    if (!batch) return;
    digesters.giveFiles(batch.slot, batch.files);
    sink.write(batch.bytes.subarray(0, batch.fill), batch.at);
    batch = undefined;
  }
  async function small(source: OpenSource, name: string, file: number): Promise<void> {
    const place = sink.place(name, source.size);
    if (batch && (batch.fill + place.header + source.size > SLOT_BYTES || batch.files.length === FILES_PER_SLOT)) flush();
    if (!batch) {
      const slot = await freeSlot();
      batch = { slot, bytes: digesters.content(slot), at: place.at, fill: 0, files: [] };
    }
    const start = batch.fill + place.header;
    const bytes = batch.bytes.subarray(start, start + source.size);
    source.fill(bytes);
    source.assertUnchanged();
    batch.bytes.set(sink.header(place, checksum(bytes)), batch.fill);
    batch.fill = start + source.size;
    batch.files.push({ file, start, size: source.size });
  }
  async function begin(): Promise<void> {
    const file = next++;
    const from = files.at(file);
    const source = openSource(from);
    let kept = false;
    try {
      sizes[file] = source.size;
      if (source.size <= SMALL_BYTES) await small(source, from.name, file);
      else {
        flush();
        const place = sink.place(from.name, source.size);
        streams.set(file, { source, file, place, to: digesters.assign(file, source.size), done: 0, waiting: 0 });
        kept = true;
      }
    } finally {
      if (!kept) source.close();
    }
    if (!kept) await pace.step(source.size);
  }

  try {
    while (known < files.length) {
      const hungry = [...streams.values()].find(({ waiting }) => waiting < SLOTS_PER_FILE / 2);
      if (hungry) while (streams.has(hungry.file) && hungry.waiting < SLOTS_PER_FILE) await piece(hungry);
      else if (next < files.length && streams.size < digesters.width) await begin();
      else {
        flush();
        await wait();
      }
    }
  } finally {
    for (const { source } of streams.values()) source.close();
  }
}
