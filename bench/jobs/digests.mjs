/**
 * The ceiling for a program in Node on one thread: reads every file once, takes digests, writes nothing.
 * Usage: node digests.mjs sha256,sm3,crc FOLDER
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { agreement } from '../agreement.mjs';

const CHUNK_BYTES = 2 << 20;
const [names, folder] = process.argv.slice(2);
const crcToo = names.includes('crc');
const algorithms = names.split(',').filter((name) => name !== 'crc');
const buffer = new Uint8Array(CHUNK_BYTES);
const digests = Object.fromEntries(algorithms.map((name) => [name, []]));
for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!item.isFile()) continue;
  const fd = openSync(join(item.parentPath, item.name), 'r');
  const running = algorithms.map((name) => createHash(name));
  let crc = 0;
  for (let left = fstatSync(fd).size; left > 0; ) {
    const count = readSync(fd, buffer);
    const chunk = buffer.subarray(0, count);
    for (const one of running) one.update(chunk);
    if (crcToo) crc = crc32(chunk, crc);
    left -= count;
  }
  closeSync(fd);
  algorithms.forEach((name, i) => {
    digests[name].push(running[i].digest('hex'));
  });
}
process.stdout.write(`${JSON.stringify(Object.fromEntries(algorithms.map((name) => [name, agreement(digests[name])])))}\n`);
