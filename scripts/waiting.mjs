/**
 * After a plain `npm test`: how many checks wait for which program from outside. Counted over the judges' own files, by the tags that
 * vitest refuses to do without; a check that needs two programs is counted under both.
 */
import { createVitest } from 'vitest/node';

const LIST = 'vitest.judges.config.ts';
const RUN = 'npm run test:judges';

// Only looked at: no program is started, none is asked for (of the run's setups only the folder that files make at import), and nothing but these lines is printed.
const vitest = await createVitest('test', { config: LIST, watch: false, reporters: [], globalSetup: ['test/shared.ts'], isolate: false });
const { testModules, unhandledErrors } = await vitest.collect();
const problems = [...unhandledErrors, ...testModules.flatMap((module) => module.errors())];
const tests = testModules.flatMap((module) => [...module.children.allTests()]);
problems.push(...tests.filter(({ tags }) => tags.length === 0).map(({ fullName }) => `no program is named by: ${fullName}`));
const counts = new Map();
for (const { tags } of tests) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
await vitest.close();

if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
} else {
  const parts = [...counts].sort(([, a], [, b]) => b - a).map(([program, count]) => `${program} ${count}`);
  console.log(`另有 ${tests.length} 项检查要用外部程序，没有运行：${parts.join('、')}；${RUN} 运行它们。`);
  console.log(`${tests.length} more checks need programs from outside and were not run: ${parts.join(', ')}; ${RUN} runs them.`);
}
