/** SHA-256, SM3 and CRC-32 of our own against node:crypto, @noble/hashes, zlib and the standards' vectors. */
import { createHash, hash } from 'node:crypto';
import { crc32 as zlibCrc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { crc32, sha256, sha256Hex, sm3 } from '../../src/model/index.ts';
import { fc, runs } from '../property.ts';

const utf8 = new TextEncoder();
const once = (bytes: Uint8Array, start = sm3): string => {
  const running = start();
  running.update(bytes);
  return running.finish();
};

test.each([
  ['GB/T 32905-2016 A.1', 'abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['GB/T 32905-2016 A.2', 'abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ['nothing', '', '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b'],
])('SM3: %s', (_, text, expected) => expect(once(utf8.encode(text))).toBe(expected));

test.each([
  ['FIPS 180-4, one block', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['nothing', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
])('SHA-256: %s', (_, text, expected) => expect(once(utf8.encode(text), sha256)).toBe(expected));

test('of every length around the blocks node:crypto and @noble/hashes say the same', () => {
  const bytes = new Uint8Array(260).map((_, i) => i * 37);
  for (let length = 0; length <= bytes.length; length++) {
    const part = bytes.subarray(0, length);
    expect(once(part)).toBe(hash('sm3', part));
    expect([once(part, sha256), sha256Hex(part)]).toEqual([hash('sha256', part), hash('sha256', part)]);
  }
});

test('in any pieces the same', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 12 }), (pieces) => {
      const running = sm3();
      const other = sha256();
      const judge = createHash('sm3');
      const otherJudge = createHash('sha256');
      let crc = 0;
      let judgedCrc = 0;
      for (const piece of pieces) {
        running.update(piece);
        other.update(piece);
        judge.update(piece);
        otherJudge.update(piece);
        crc = crc32(piece, crc);
        // zlib begins anew at an empty piece.
        if (piece.length > 0) judgedCrc = zlibCrc32(piece, judgedCrc);
      }
      expect(running.finish()).toBe(judge.digest('hex'));
      expect(other.finish()).toBe(otherJudge.digest('hex'));
      expect(crc).toBe(judgedCrc);
    }),
    runs(300),
  );
});
