/** A folder for what several files of tests use, for the length of a run. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly shared: string;
  }
}

/** @returns what removes it */
export function setup(project: TestProject): () => void {
  const shared = mkdtempSync(join(tmpdir(), 'mbpack-tests-'));
  // Some tests run a program as nobody.
  chmodSync(shared, 0o755);
  project.provide('shared', shared);
  return () => rmSync(shared, { recursive: true, force: true });
}
