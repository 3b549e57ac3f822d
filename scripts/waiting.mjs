/**
 * After a plain `npm test`: how many checks it did not run. Those that need programs from outside, counted by the tags that vitest refuses
 * to do without (a check that needs two is counted under both), and the campaigns that take minutes.
 */
import { createVitest } from 'vitest/node';

// Only looked at: no program is started, none is asked for (of a run's setups only the folder that files make at import), and nothing is printed.
const vitest = await createVitest('test', {
  config: 'vitest.judges.config.ts',
  include: ['test/**/*.{judge,long}.test.ts'],
  watch: false,
  reporters: [],
  globalSetup: ['test/shared.ts'],
  isolate: false,
});
const { testModules, unhandledErrors } = await vitest.collect();
const problems = [...unhandledErrors, ...testModules.flatMap((module) => module.errors())];
const testsOf = (modules) => modules.flatMap((module) => [...module.children.allTests()]);
const long = testModules.filter(({ moduleId }) => moduleId.endsWith('.long.test.ts'));
const judged = testsOf(testModules.filter((module) => !long.includes(module)));
problems.push(...judged.filter(({ tags }) => tags.length === 0).map(({ fullName }) => `no program is named by: ${fullName}`));
const counts = new Map();
for (const { tags } of judged) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
await vitest.close();

if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
} else {
  const parts = [...counts].sort(([, a], [, b]) => b - a).map(([program, count]) => `${program} ${count}`);
  const [programs, minutes] = [judged.length, testsOf(long).length];
  console.log(`另有 ${programs} 项检查要用外部程序，没有运行：${parts.join('、')}；npm run test:judges 运行它们。`);
  console.log(`另有 ${minutes} 项成批试验要几分钟，没有运行；npm run test:long 运行它们。`);
  console.log(`${programs} more checks need programs from outside and were not run: ${parts.join(', ')}; npm run test:judges runs them.`);
  console.log(`${minutes} more are campaigns of minutes and were not run; npm run test:long runs them.`);
}
