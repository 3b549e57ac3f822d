import { defineConfig } from 'vitest/config';

/** A limit of time ends what hangs and judges nothing else: other programs may have the machine. */
const HANGS_MS = 600_000;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: HANGS_MS,
    hookTimeout: HANGS_MS,
    expect: { poll: { timeout: HANGS_MS / 2 } },
    pool: 'forks',
    maxWorkers: 2,
  },
});
