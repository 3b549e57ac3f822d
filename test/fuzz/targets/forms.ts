/** Forms as YAML and as JSON: every finding at a place in the file; what is read is read again the same. */
import { exportForms } from '../../../src/case/index.ts';
import { BYTE_MUTATORS } from '../mutate-bytes.ts';
import { TEXT_MUTATORS } from '../mutate-text.ts';
import { caseFiles, caseOf, corpusOf, EXAMPLES, SMALL } from '../seeds.ts';
import type { Target } from '../target.ts';
import { apart, named, replaced, runCase } from './case-run.ts';

const base = caseFiles(SMALL);

export const forms: Target = {
  name: 'forms',
  reach: ['case', 'law', 'model', 'messages'],
  async seeds() {
    const yaml = [SMALL, ...EXAMPLES].flatMap((folder) => [...caseFiles(folder)].filter(([name]) => name.endsWith('.yaml')));
    const json = [...exportForms(await caseOf(SMALL))].map(([name, text]) => [name, Buffer.from(text)] as const);
    return [...[...yaml, ...json].map(([name, content]) => named(name, content)), ...corpusOf('forms')];
  },
  mutators: [...TEXT_MUTATORS, ...TEXT_MUTATORS, ...TEXT_MUTATORS, ...BYTE_MUTATORS],
  run(bytes) {
    const { name, content } = apart(bytes, 'case.yaml');
    return runCase(replaced(base, name, content));
  },
};
