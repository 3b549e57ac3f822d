import { defineConfig } from 'vitest/config';
import { HANGS_MS } from './test/hangs.ts';
import { JUDGES } from './test/judges/programs.ts';

/** What programs from outside must confirm. Each test bears the names of the programs that it starts as tags; one that is missing fails the run. */
export default defineConfig({
  test: {
    include: ['test/**/*.judge.test.ts'],
    tags: JUDGES.map(({ name, why }) => ({ name, description: why })),
    globalSetup: ['test/judges/all-here.ts', 'test/shared.ts'],
    testTimeout: HANGS_MS,
    hookTimeout: HANGS_MS,
    expect: { poll: { timeout: HANGS_MS / 2 } },
    // What was compiled runs as it is: read through vite it takes twice as long.
    server: { deps: { external: [/\/dist\//] } },
    pool: 'forks',
    maxWorkers: 2,
  },
});
