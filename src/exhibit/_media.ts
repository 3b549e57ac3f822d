/** Door to music-metadata: how long sound or film lasts. */
import { checkAborted, type EvidenceFile } from './file.ts';
import { aviSeconds, boxedSeconds, isBoxed } from './film.ts';

/** The library asks for a few bytes at a time. */
const WINDOW_BYTES = 256 * 1024;
/** Reading everything twice is honest work; more is a file that leads in circles. */
const MAX_READ_RATIO = 3;
const MAX_READ_FREE = 64 * 1024 * 1024;
/** A year: a longer recording is a damaged header. */
const MAX_SECONDS = 366 * 24 * 3600;

/** Whole seconds, rounded; undefined when the file does not tell. @throws Fault ABORTED */
export async function mediaSeconds(file: EvidenceFile): Promise<number | undefined> {
  try {
    const duration = (await isBoxed(file)) ? await boxedSeconds(file) : ((await aviSeconds(file)) ?? (await soundSeconds(file)));
    return duration !== undefined && duration >= 0 && duration <= MAX_SECONDS ? Math.round(duration) : undefined;
  } catch {
    checkAborted(file.signal);
    return undefined;
  }
}

async function soundSeconds(file: EvidenceFile): Promise<number | undefined> {
  // Loaded where there is something to hear.
  const { parseBlob } = await import('music-metadata');
  const { format } = await parseBlob(new FileBlob(startWindow(file), 0, file.size), { duration: true, skipCovers: true });
  return format.duration;
}

type Read = (at: number, length: number) => Promise<Uint8Array>;

function startWindow(file: EvidenceFile): Read {
  let start = 0;
  let window = new Uint8Array(0);
  let total = 0;
  return async (at, length) => {
    if (at < start || at + length > start + window.length) {
      checkAborted(file.signal);
      const wanted = Math.max(length, WINDOW_BYTES);
      total += wanted;
      if (length > MAX_READ_FREE || total > MAX_READ_FREE + MAX_READ_RATIO * file.size) throw new Error('reads too much');
      window = new Uint8Array(await file.read(at, wanted));
      start = at;
    }
    return window.subarray(at - start, at - start + length);
  };
}

/** The part of Blob that the library uses, over an open file: the file is not opened again, and never by its name. */
class FileBlob extends Blob {
  readonly #read: Read;
  readonly #from: number;

  constructor(read: Read, from: number, to: number) {
    super([]);
    this.#read = read;
    this.#from = from;
    // An accessor of the prototype, declared as a property: only so can it be another.
    Object.defineProperty(this, 'size', { value: to - from });
  }

  override slice(from = 0, to = this.size): Blob {
    return new FileBlob(this.#read, this.#from + Math.min(from, this.size), this.#from + Math.min(to, this.size));
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(await this.#read(this.#from, this.size)).buffer;
  }
}
