/** Forms as YAML and as JSON: every finding at a place in the file; what is read is read again the same. */
import { exportForms } from '../../../src/case/index.ts';
import { BYTE_MUTATORS } from '../mutate-bytes.ts';
import { TEXT_MUTATORS } from '../mutate-text.ts';
import { caseFiles, caseOf, corpusOf, EXAMPLES, SMALL } from '../seeds.ts';
import type { Target } from '../target.ts';
import { apart, named, replaced, runCase } from './case-run.ts';

const small = caseFiles(SMALL);
/** Cases that the law has more to say of: a number behind the form's name (`case1.yaml`) puts it among the other forms of that one. */
const LARGER: readonly string[] = EXAMPLES.slice(2);
const larger = LARGER.map((folder) => caseFiles(folder));

export const forms: Target = {
  name: 'forms',
  reach: ['case', 'law', 'model', 'messages'],
  async seeds() {
    const yaml = [SMALL, ...EXAMPLES].flatMap((folder) => {
      const at = LARGER.indexOf(folder);
      const forms = [...caseFiles(folder)].filter(([name]) => name.endsWith('.yaml'));
      return at < 0 ? forms : forms.map(([name, content]) => [name.replace('.', `${at}.`), content] as const);
    });
    const json = [...exportForms(await caseOf(SMALL))].map(([name, text]) => [name, Buffer.from(text)] as const);
    return [...[...yaml, ...json].map(([name, content]) => named(name, content)), ...corpusOf('forms')];
  },
  mutators: [...TEXT_MUTATORS, ...TEXT_MUTATORS, ...TEXT_MUTATORS, ...BYTE_MUTATORS],
  run(bytes) {
    const { name, content } = apart(bytes, 'case.yaml');
    const base = larger[Number(/\d/.exec(name)?.[0])] ?? small;
    return runCase(replaced(base, name.replace(/\d/, ''), content));
  },
};
