/** The fuzzer for so many inputs that a change of the program is tried on; `node test/fuzz/run.mjs` goes on for as long as one likes. */

import { expect, test } from 'vitest';
import { makeZip } from '../dossier/zip-maker.ts';
import { fc, runs, tried } from '../property.ts';
import { TEXT_MUTATORS } from './mutate-text.ts';
import { random } from './random.ts';
import { mutated, TARGET_NAMES, type TargetName } from './target.ts';
import { watched } from './watched.ts';
import { readZip } from './zip-read.ts';

/** Inputs of .ci/run, those to begin with and the corpus among them: by what one costs. */
const ITERATIONS: Readonly<Record<TargetName, number>> = {
  container: 150,
  bag: 150,
  verify: 40,
  custody: 35,
  forms: 85,
  lists: 35,
  pack: 80,
  templates: 40,
};

test.each(TARGET_NAMES.map((target) => [target]))('%s', async (target) => {
  const iterations = tried(ITERATIONS[target]);
  const { tally, failures } = await watched({ target, seed: 20261126, iterations, seconds: 600, coverage: false });
  expect(failures.map(({ cause, told }) => `${cause}\n${told}`)).toEqual([]);
  expect(tally?.executions).toBeGreaterThanOrEqual(iterations);
});

test('the judge reads what another writer wrote', () => {
  const part = fc.record({ name: fc.stringMatching(/^[a-z一-龥/]{1,20}$/), content: fc.uint8Array({ maxLength: 50 }) });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const made = parts.map(({ name, content }) => ({ name, content: Buffer.from(content) }));
      expect(readZip(makeZip({ parts: made }))?.map(({ name, content }) => ({ name, content: Buffer.from(content) }))).toEqual(made);
    }),
    runs(200),
  );
});

test('a seed makes the same inputs again, and another seed others', () => {
  const seed = Buffer.from(JSON.stringify({ case: { caseNo: '示医保案〔2026〕12号', cc: ['甲', '乙'] } }, null, 2));
  const inputs = (number: number): string[] => {
    const rng = random(number);
    return Array.from({ length: 20 }, () => mutated({ mutators: TEXT_MUTATORS }, seed, rng, seed).toString('base64'));
  };
  expect(inputs(3)).toEqual(inputs(3));
  expect(inputs(3)).not.toEqual(inputs(4));
});
