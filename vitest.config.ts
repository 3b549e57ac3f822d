import { defineConfig } from 'vitest/config';
import { HANGS_MS } from './test/hangs.ts';

/** Needs Node alone: nothing is found on an empty PATH. What programs from outside must confirm is in vitest.judges.config.ts, what takes minutes in vitest.long.config.ts. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.{judge,long}.test.ts'],
    env: { PATH: '' },
    globalSetup: ['test/shared.ts'],
    testTimeout: HANGS_MS,
    hookTimeout: HANGS_MS,
    expect: { poll: { timeout: HANGS_MS / 2 } },
    // What was compiled runs as it is: read through vite it takes twice as long.
    server: { deps: { external: [/\/dist\//] } },
    pool: 'forks',
    // One process for many files: what is loaded, compiled and warm stays so. A file cleans up after itself; folders of a run are test/shared.ts's.
    isolate: false,
    maxWorkers: 2,
  },
});
