/** An evidence file on disk, opened for reading only; links are refused where the system can tell. */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { ZipFault } from '../workbook/index.ts';
import { checkAborted, type EvidenceFile, type Exhibit, type ReadOptions } from './file.ts';

/** Large enough that a call costs little beside the bytes, small enough to stay in the processor's cache. */
const CHUNK_BYTES = 256 * 1024;

/** Opens, lends and closes. @throws the system's error when the file cannot be read; Fault ABORTED */
export async function withFile<T>(exhibit: Exhibit, { signal }: ReadOptions, use: (file: EvidenceFile) => Promise<T>): Promise<T> {
  checkAborted(signal);
  // Windows has no such flags; whoever calls has looked at the entry before. A pipe would be waited for.
  const absolute = typeof exhibit === 'string' ? exhibit : exhibit.file;
  // A dossier is opened as it was given; a file of a case folder is never a link.
  const follow = typeof exhibit === 'string' ? (constants.O_NOFOLLOW ?? 0) : 0;
  const handle = await open(absolute, constants.O_RDONLY | follow | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw Object.assign(new Error('not a regular file'), { code: 'ENOTSUP' });
    const { offset, size } = typeof exhibit === 'string' ? { offset: 0, size: stat.size } : exhibit;
    return await use({
      size,
      signal,
      inflate,
      crc32,
      read: (at, length) => readAt(handle, offset + at, Math.max(0, Math.min(length, size - at))),
      chunks: (from = 0, to = size) => chunks(handle, offset + from, offset + Math.min(to, size), signal),
      ...(typeof exhibit === 'string' ? { beside: (named, most) => bytesBeside(exhibit, named, most, signal) } : {}),
    });
  } finally {
    await handle.close();
  }
}

async function bytesBeside(
  absolute: string,
  named: (name: string) => string | undefined,
  most: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | undefined> {
  const name = named(basename(absolute));
  if (name === undefined) return undefined;
  try {
    return await withFile(join(dirname(absolute), name), { signal }, ({ read }) => read(0, most));
  } catch (error) {
    // What cannot be opened is told where its folder is listed.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

async function* chunks(handle: FileHandle, from: number, to: number, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  // No larger than the file: a case of very many small files would throw away gigabytes of empty buffers.
  const buffer = new Uint8Array(Math.min(CHUNK_BYTES, Math.max(0, to - from)));
  for (let at = from; at < to; ) {
    checkAborted(signal);
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, to - at), at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

async function* inflate(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflater = createInflateRaw({ chunkSize: 128 * 1024 });
  // The inflater keeps its input for a while: it gets copies, for chunks are valid only until the next.
  const source = Readable.from(copies(packed));
  source.on('error', (error) => inflater.destroy(error));
  try {
    yield* source.pipe(inflater) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
      ? new ZipFault('deflate', 'damaged', error)
      : error;
  } finally {
    inflater.destroy();
    source.destroy();
  }
}

async function* copies(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}
