/** Guards: whatever is done to the bytes of a form, loading ends in findings, never in a crash, and soon. */

import { expect, test } from 'vitest';
import { filledWorkbook } from '../../src/case/index.ts';
import { fc, runs } from '../property.ts';
import { fixtureText, load } from './memory-case.ts';

const PIECES = [
  '\n',
  '  ',
  '- ',
  ': ',
  '：',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '#',
  '&a',
  '*a',
  '!!x',
  '|',
  '>',
  '---',
  '\t',
  '\u0000',
  '⼈',
  '\ud842',
  '__proto__: 1\n',
  '<<: ',
  '0012',
  'null',
  '%',
];

test('texts cut and spliced', async () => {
  const text = fixtureText('case.yaml');
  const edit = fc.record({ at: fc.nat(text.length), cut: fc.nat(40), put: fc.constantFrom(...PIECES) });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      let changed = text;
      for (const { at, cut, put } of edits) changed = changed.slice(0, at) + put + changed.slice(at + cut);
      const { findings, case: c } = await load({ 'case.yaml': changed });
      expect(findings.length > 0 || c !== undefined).toBe(true);
    }),
    runs(150),
  );
});

test('workbooks with bytes changed', async () => {
  const { forms } = await load();
  if (!forms.evidence) throw new Error('the fixture must load');
  const bytes = filledWorkbook('evidence', forms.evidence);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (edits) => {
      const changed = bytes.slice();
      for (const [at, value] of edits) changed[at] = value;
      const { findings, case: c } = await load({ 'evidence.yaml': undefined, 'evidence.xlsx': changed });
      expect(findings.length > 0 || c !== undefined).toBe(true);
    }),
    runs(60),
  );
});
