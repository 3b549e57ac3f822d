/** Texts that are written piece by piece: the bytes that they would be in one, the same limits, and nothing left when one fails. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { indexPieces, type PackPlan, writeDossier } from '../../src/dossier/write/index.ts';
import { type CustodyEvent, custodyLine, custodyLinePieces } from '../../src/model/index.ts';
import { fc } from '../property.ts';
import { codeOf, planOf, scratch } from './fixture.ts';

const left = (root: string): string[] => readdirSync(root).filter((name) => name !== 'case');
const NOTHING_READ: Partial<PackPlan> = { accept: async () => ({ zipSha256: '' }) };

describe('the text in pieces is the text', () => {
  const texts = fc.string({ unit: 'binary' });
  test('of the index', () => {
    const row = fc.record({ path: texts, size: fc.nat(), title: texts, pages: fc.option(fc.nat(), { nil: undefined }) });
    const head = fc.record({ caseName: texts, software: fc.record({ name: texts }), fonts: fc.array(texts) });
    fc.assert(
      fc.property(head, fc.array(row), (top, files) => {
        expect([...indexPieces(top, files)].join('')).toBe(`${JSON.stringify({ ...top, files }, null, 1)}\n`);
      }),
    );
  });

  test('of an event of the custody log', () => {
    const words = texts.filter((text) => text.isWellFormed());
    const digest = fc.record({ path: words, sha256: words, sm3: words });
    const event = fc.record({ seq: fc.nat(), at: words, items: fc.array(words), note: fc.option(words, { nil: undefined }) });
    fc.assert(
      fc.property(event, fc.array(digest), (some, digests) => {
        const whole = { ...some, digests, action: 'pack', by: [{ name: '张某' }], prev: null } as CustodyEvent;
        expect([...custodyLinePieces({ ...whole, digests: new Set(digests) })].join('')).toBe(
          custodyLine({ ...whole, digests: [...new Set(digests)] }),
        );
      }),
    );
  });
});

/** A plan with a custody log of `pieces`. */
function withText(root: string, pieces: () => Iterable<string>, change: Partial<PackPlan> = {}): PackPlan {
  const plan = planOf(root, {}, { ...NOTHING_READ, ...change });
  return { ...plan, rest: async () => [{ path: 'data/custody/custody.jsonl', text: pieces() }] };
}

function* many(count: number, piece: string): Generator<string> {
  for (let i = 0; i < count; i++) yield piece;
}

describe('a text piece by piece', () => {
  const LINE = `${'证据𠮷 é'.repeat(30)}\n`;
  test.each([undefined, { bytes: 1000, entries: 9 }, { bytes: 100, entries: 9 }])(
    'is written as its bytes would be: Zip64 from %j',
    async (from) => {
      for (const pieces of [[], ['a'], [LINE.repeat(5000)], [...many(9000, LINE)]]) {
        const plan = withText(scratch(), () => pieces);
        const bytes = new TextEncoder().encode(pieces.join(''));
        const whole = { ...plan, target: `${plan.target}.whole.zip`, rest: async () => [{ path: 'data/custody/custody.jsonl', bytes }] };
        const options = from ? { zip64From: from } : {};
        const { path } = await writeDossier(plan, options);
        expect(readFileSync(path).equals(readFileSync((await writeDossier(whole, options)).path))).toBe(true);
      }
    },
  );

  test('that is too large is told by its size, and nothing is left', async () => {
    const root = scratch();
    const piece = 'x'.repeat(1_000_000);
    await expect(writeDossier(withText(root, () => many(121, piece)))).rejects.toMatchObject({
      finding: { code: 'BUILD_FILE_TOO_LARGE', args: { path: 'data/custody/custody.jsonl', found: 121_000_000, limit: 120_000_000 } },
    });
    expect(left(root)).toEqual([]);
  });

  test.each(['rest', 'index'] as const)('is left off when the build is stopped: %s', async (which) => {
    const root = scratch();
    const controller = new AbortController();
    let after = 0;
    function* endless(): Generator<string> {
      // Heard only where the loop turns.
      setImmediate(() => controller.abort());
      for (;;) {
        if (controller.signal.aborted) after += LINE.length;
        yield LINE;
      }
    }
    const plan = withText(root, which === 'rest' ? endless : () => [], { signal: controller.signal });
    expect(await codeOf(writeDossier({ ...plan, ...(which === 'index' ? { index: endless } : {}) }))).toBe('ABORTED 2');
    expect(after).toBeLessThan(1_000_000);
    expect(left(root)).toEqual([]);
  });

  test('whose maker throws leaves nothing', async () => {
    const root = scratch();
    function* broken(): Generator<string> {
      yield* many(9000, LINE);
      throw new Error('broken');
    }
    await expect(writeDossier(withText(root, broken))).rejects.toThrow('broken');
    expect(left(root)).toEqual([]);
  });
});
