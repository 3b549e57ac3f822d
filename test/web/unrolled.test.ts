/** The digests of the page, whose rounds are written out when it is built: against node:crypto and against the loops that they stand for. */
import { createHash, hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { sha256, sm3 } from '../../src/model/index.ts';
import { cleanUp, scratch } from '../cli/run.ts';

type Start = typeof sha256;

afterAll(cleanUp);

/** The text as the page gets it, with the one thing that it imports. */
async function built(name: 'sha256' | 'sm3'): Promise<Start> {
  const { UNROLLED } = (await import(pathToFileURL(resolve('scripts/page/unrolled.mjs')).href)) as { UNROLLED: Record<string, string> };
  const path = join(scratch(), `${name}.mjs`);
  const model = pathToFileURL(resolve('dist/model/block-digest.js')).href;
  writeFileSync(path, (UNROLLED[`${name}.ts`] ?? '').replace('mbpack-block-digest', model));
  return ((await import(pathToFileURL(path).href)) as Record<string, Start>)[name] as Start;
}

test.each([
  ['sha256', sha256],
  ['sm3', sm3],
] as const)('%s: of every length around the blocks, and in any pieces', async (name, loops) => {
  const start = await built(name);
  const bytes = new Uint8Array(260).map((_, i) => i * 37);
  for (let length = 0; length <= bytes.length; length++) {
    const running = start();
    running.update(bytes.subarray(0, length));
    expect(running.finish()).toBe(hash(name, bytes.subarray(0, length)));
  }
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 500 }), { maxLength: 12 }), (pieces) => {
      const [running, other, judge] = [start(), loops(), createHash(name)];
      for (const piece of pieces) for (const one of [running, other, judge]) one.update(piece);
      const digest = judge.digest('hex');
      expect([running.finish(), other.finish()]).toEqual([digest, digest]);
    }),
    { numRuns: 300 },
  );
});
