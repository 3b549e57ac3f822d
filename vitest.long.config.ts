import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Campaigns that need Node alone and minutes: kills, faults of the disk, fuzzing, every character, pages scanned by arithmetic. */
export default defineConfig({ test: { ...base.test, include: ['test/**/*.long.test.ts'], exclude: [] } });
