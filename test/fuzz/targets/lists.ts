/** Excel lists: evidence and items, from their XML. */
import { filledWorkbook } from '../../../src/case/index.ts';
import type { Mutator } from '../mutate-bytes.ts';
import { WORKBOOK_MUTATORS } from '../mutate-workbook.ts';
import { caseFiles, caseOf, corpusOf, EXAMPLES, SMALL } from '../seeds.ts';
import type { Target } from '../target.ts';
import { apart, named, replaced, runCase } from './case-run.ts';

const base = caseFiles(SMALL);

/** The first line stays: it says which list it is. */
const within =
  (mutator: Mutator): Mutator =>
  (bytes, rng, other) => {
    const { name, content } = apart(bytes, 'evidence.xlsx');
    return named(name, mutator(content, rng, apart(other, '').content));
  };

export const lists: Target = {
  name: 'lists',
  reach: ['case'],
  async seeds() {
    const cases = await Promise.all([SMALL, ...EXAMPLES.slice(0, 3)].map(caseOf));
    const made = cases.flatMap((c) => [
      named('evidence.xlsx', filledWorkbook('evidence', c.evidence)),
      named('items.xlsx', filledWorkbook('items', c.items)),
    ]);
    return [...made, ...corpusOf('lists')];
  },
  mutators: WORKBOOK_MUTATORS.map(within),
  run(bytes) {
    const { name, content } = apart(bytes, 'evidence.xlsx');
    return runCase(replaced(base, name, content));
  },
};
