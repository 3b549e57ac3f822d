import { defineConfig } from 'vitest/config';

/** The bundles, apart from all other tests: they need `npm run bundle` first. */
export default defineConfig({
  test: { include: ['test/bundle/*.check.ts'], testTimeout: 600_000, hookTimeout: 600_000, pool: 'forks', maxWorkers: 1 },
});
