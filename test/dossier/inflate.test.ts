/** Own inflater against zlib: the same bytes out, the same streams refused, and it knows where the stream ends. */
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { InflateError, inflater } from '../../src/dossier/read/inflate.ts';
import { fc, runs } from '../property.ts';

function inflate(stream: Uint8Array, step: number): { readonly content: Buffer; readonly rest: number } {
  let at = 0;
  const inflation = inflater(() => {
    const piece = stream.subarray(at, at + step);
    at += piece.length;
    return piece;
  });
  const out: Buffer[] = [];
  for (let piece = inflation.next(); piece; piece = inflation.next()) out.push(Buffer.from(piece));
  return { content: Buffer.concat(out), rest: stream.length - at + inflation.rest() };
}

const texts = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }).map((b) => Buffer.from(b)),
  fc.array(fc.constantFrom('医保', 'a', 'ab', ' ', '0000000000', '结算'), { maxLength: 4000 }).map((words) => Buffer.from(words.join(''))),
);
const settings = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE),
});

describe('against zlib', () => {
  test('what zlib deflates comes back, and the end is found', () => {
    fc.assert(
      fc.property(texts, settings, fc.integer({ min: 1, max: 70_000 }), fc.uint8Array({ maxLength: 9 }), (text, setting, step, tail) => {
        const { content, rest } = inflate(Buffer.concat([deflateRawSync(text, setting), tail]), step);
        expect([content.equals(text), rest]).toEqual([true, tail.length]);
      }),
      runs(300),
    );
  });

  test.each([
    ['zeros', Buffer.alloc(5_000_000)],
    ['a long period', Buffer.from(new Uint8Array(2_000_000).map((_, i) => ((i % 32_768) * 2_654_435_761) >>> 24))],
    ['noise', Buffer.from(new Uint8Array(1_500_000).map((_, i) => Math.imul(i ^ (i >>> 7), 2_654_435_761) >>> 13))],
  ])('larger than the window: %s', (_, text) => {
    for (const level of [0, 1, 6, 9]) {
      const { content, rest } = inflate(deflateRawSync(text, { level }), 65_536);
      expect([content.equals(text), rest]).toEqual([true, 0]);
    }
  });

  test('a changed or cut stream is refused exactly where zlib refuses it', () => {
    const stream = deflateRawSync(Buffer.from('某某医院 结算明细 1280.00 1280.00 1280.00 结算明细\n'.repeat(40)), { level: 9 });
    fc.assert(
      fc.property(fc.nat(stream.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, bits, cut) => {
        const changed = Buffer.from(stream);
        changed[at] = (changed[at] ?? 0) ^ bits;
        const given = cut ? stream.subarray(0, at) : changed;
        expect(outcome(() => inflate(given, 4096).content)).toEqual(outcome(() => inflateRawSync(given)));
      }),
      runs(2000),
    );
  });
});

function outcome(work: () => Buffer): string {
  try {
    return work().toString('base64');
  } catch (error) {
    if (error instanceof InflateError || (error instanceof Error && 'code' in error)) return 'refused';
    throw error;
  }
}
