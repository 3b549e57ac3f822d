/** One thread's pass over all content: every byte of a zip once and in order, every file of a folder. */
import { Fault } from '../../model/index.ts';
import { digestsOf, type Hashing, type HashName, startAll } from './hashing.ts';
import { inflateEntry } from './inflate-entry.ts';
import { type Opened, type OpenedFolder, type OpenedZip, type OpenFile, SCAN_BYTES, type ZipEntry } from './opened.ts';
import type { Pace } from './pace.ts';
import type { ContentPass, Passed, Told } from './platform.ts';
import type { Reader } from './source.ts';

export function sequentialPass(hashing: Hashing): ContentPass {
  return async (opened: Opened, wanted, told, pace) => {
    if (opened.kind === 'folder') {
      await scanFolder(opened, { hashing, names: wanted.algorithms, told, pace });
      return {};
    }
    return scanZip(opened, { hashing, names: wanted.algorithms, told, pace, container: wanted.container });
  };
}

interface Work {
  readonly hashing: Hashing;
  readonly names: readonly HashName[];
  readonly told: Told;
  readonly pace: Pace;
}

async function scanZip(opened: OpenedZip, work: Work & { readonly container: boolean }): Promise<Passed> {
  const { hashing, told, pace } = work;
  const { reader } = opened;
  const names: readonly HashName[] = [...work.names, 'crc32'];
  const buffer = new Uint8Array(SCAN_BYTES);
  const container = work.container ? hashing.start('sha256') : undefined;
  let whole = true;
  let position = 0;

  const gap = async (end: number): Promise<void> => {
    await pieces(reader, { buffer, start: position, end, pace }, (piece) => container?.update(piece));
    position = end;
  };
  for (const entry of opened.entries) {
    try {
      await gap(entry.data);
      position = entry.data + entry.packed;
      const { digests, size } = entry.deflated
        ? await packed(reader, entry, { ...work, names, buffer }, (piece) => container?.update(piece))
        : await plain(reader, entry, { ...work, names, buffer }, (piece) => container?.update(piece));
      told.found(entry, digests, size);
    } catch (error) {
      whole = false;
      told.failed(failure(error, entry.path), entry);
    }
  }
  try {
    await gap(reader.size);
  } catch (error) {
    whole = false;
    told.failed(failure(error, ''));
  }
  return whole && container ? { container: container.finish() } : {};
}

type Digested = { readonly digests: ReturnType<typeof digestsOf>; readonly size: number };
type Buffered = Work & { readonly buffer: Uint8Array };

async function plain(
  reader: Reader,
  { data, size }: ZipEntry,
  { hashing, names, buffer, pace }: Buffered,
  also: (piece: Uint8Array) => void,
): Promise<Digested> {
  if (size <= SCAN_BYTES) {
    const content = buffer.subarray(0, size);
    reader.fill(content, data);
    also(content);
    await pace.step(size);
    return { digests: digestsOf(hashing, names, content), size };
  }
  const running = startAll(hashing, names);
  await pieces(reader, { buffer, start: data, end: data + size, pace }, (piece) => {
    also(piece);
    running.update(piece);
  });
  return { digests: running.finish(), size };
}

/** The container's bytes and the content's are not the same; both pass by once. */
async function packed(
  reader: Reader,
  entry: ZipEntry,
  { hashing, names, buffer, pace }: Buffered,
  also: (piece: Uint8Array) => void,
): Promise<Digested> {
  const running = startAll(hashing, names);
  const inflation = inflateEntry(reader, entry, buffer, also, (piece) => running.update(piece));
  for (const done of inflation) await pace.step(done);
  return { digests: running.finish(), size: entry.size };
}

async function scanFolder(opened: OpenedFolder, { hashing, names, told, pace }: Work): Promise<void> {
  const buffer = new Uint8Array(SCAN_BYTES);
  for (const entry of opened.entries) {
    let file: OpenFile | undefined;
    try {
      file = opened.open(entry);
      told.found(entry, await whole(file, { hashing, names, buffer, pace, told }), file.size);
    } catch (error) {
      told.failed(failure(error, entry.path), entry);
    } finally {
      file?.close();
    }
  }
}

async function whole(file: Reader, { hashing, names, buffer, pace }: Buffered): Promise<ReturnType<typeof digestsOf>> {
  if (file.size <= SCAN_BYTES) {
    const content = buffer.subarray(0, file.size);
    file.fill(content, 0);
    await pace.step(content.length);
    return digestsOf(hashing, names, content);
  }
  const running = startAll(hashing, names);
  await pieces(file, { buffer, start: 0, end: file.size, pace }, (piece) => running.update(piece));
  return running.finish();
}

interface Range {
  readonly buffer: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly pace: Pace;
}

async function pieces(file: Reader, { buffer, start, end, pace }: Range, use: (piece: Uint8Array) => void): Promise<void> {
  for (let at = start; at < end; at += SCAN_BYTES) {
    const piece = buffer.subarray(0, Math.min(SCAN_BYTES, end - at));
    file.fill(piece, at);
    use(piece);
    await pace.step(piece.length);
  }
}

/** What the entry or the disk is at fault for; everything else goes up. */
function failure(error: unknown, path: string): Fault['finding'] {
  if (!(error instanceof Fault) || error.finding.code === 'ABORTED') throw error;
  const { finding } = error;
  const offset = finding.code === 'DOSSIER_READ_FAILED' ? finding.args.offset : undefined;
  return { ...finding, at: { entry: path, ...(offset === undefined ? {} : { offset }) } };
}
