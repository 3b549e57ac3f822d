/** The digest of the page that 校验单 prints: of the file that lies there, or none; never one that was made up. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pageDigest } from '../../src/program/index.ts';

const dir = mkdtempSync(join(tmpdir(), 'mbpack-page-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('of the file that is there', () => {
  const path = join(dir, 'verify.html');
  writeFileSync(path, '<!doctype html>');
  expect(pageDigest(path)).toBe(createHash('sha256').update('<!doctype html>').digest('hex'));
});

test('none where there is no page; a page that cannot be read is no page that is not there', () => {
  expect(pageDigest(join(dir, 'none.html'))).toBeUndefined();
  expect(() => pageDigest(dir)).toThrow();
});
