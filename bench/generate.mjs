/** Evidence to measure with: bytes that do not compress and are the same in every run. */
import { createCipheriv } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const CHUNK_BYTES = 4 << 20;
/** Files in one folder, as a scanner leaves them. */
const FILES_PER_FOLDER = 250;

/**
 * @typedef {{ folder: string, files: number, bytes: number, paths: string[], label: string }} EvidenceSet
 * `bytes` in all; `paths` relative to `folder`.
 */

/**
 * Makes a set below `root`, once.
 * @param {string} root
 * @param {{ files: number, bytes: number }} size bytes of each file
 * @returns {EvidenceSet}
 */
export function evidenceSet(root, { files, bytes }) {
  const folder = join(root, `set-${files}x${bytes}`);
  const paths = Array.from({ length: files }, (_, i) => `${folderOf(i)}/${String(i + 1).padStart(5, '0')}.bin`);
  const set = { folder, files, bytes: files * bytes, paths, label: `${files.toLocaleString('en')} × ${sizeText(bytes)}` };
  if (existsSync(folder)) return set;
  // AES in counter mode over zeros: several GB/s, and every file differs.
  const stream = createCipheriv('aes-128-ctr', Buffer.from('mbpack benchmark'), Buffer.alloc(16));
  const zeros = Buffer.alloc(Math.min(CHUNK_BYTES, bytes));
  for (const path of paths) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    const fd = openSync(join(folder, path), 'wx');
    for (let left = bytes; left > 0; ) {
      const chunk = stream.update(zeros.subarray(0, Math.min(left, zeros.length)));
      for (let done = 0; done < chunk.length; ) done += writeSync(fd, chunk, done);
      left -= chunk.length;
    }
    closeSync(fd);
  }
  return set;
}

function folderOf(index) {
  return String(Math.floor(index / FILES_PER_FOLDER) + 1).padStart(3, '0');
}

/** @param {number} bytes */
export function sizeText(bytes) {
  for (const [unit, name] of [
    [1 << 30, 'GiB'],
    [1 << 20, 'MiB'],
    [1 << 10, 'KiB'],
  ]) {
    if (bytes >= unit) return `${Number((bytes / unit).toFixed(1))} ${name}`;
  }
  return `${bytes} B`;
}
