/** The custody log: its lines, its chain, what the law makes of it, and how it is followed item by item. */
import { BYTE_MUTATORS } from '../mutate-bytes.ts';
import { TEXT_MUTATORS } from '../mutate-text.ts';
import { caseFiles, corpusOf, EXAMPLES, SMALL } from '../seeds.ts';
import type { Target } from '../target.ts';
import { replaced, runCase } from './case-run.ts';

const NAME = 'custody.jsonl';
const base = caseFiles(EXAMPLES[2] as string);

export const custody: Target = {
  name: 'custody',
  reach: ['case', 'law', 'model'],
  seeds: async () => [...[SMALL, ...EXAMPLES].flatMap((folder) => caseFiles(folder).get(NAME) ?? []), ...corpusOf('custody')],
  mutators: [...TEXT_MUTATORS, ...TEXT_MUTATORS, ...BYTE_MUTATORS],
  run: (bytes) => runCase(replaced(base, NAME, bytes)),
};
