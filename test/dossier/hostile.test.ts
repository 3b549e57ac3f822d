/** Containers that must not pass, each with the code that names its fault. */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tried } from '../property.ts';
import { build, check, codeOf, scratch, stops } from './fixture.ts';
import { ENTRY_FAULTS, endFaults, otherFiles } from './hostile-table.ts';
import { makeZip, partsOf } from './zip-maker.ts';

let original: Buffer;
let root: string;
beforeAll(async () => {
  root = scratch();
  original = readFileSync((await build(root)).path);
});

async function codes(bytes: Uint8Array): Promise<string[]> {
  const path = join(root, 'hostile.zip');
  writeFileSync(path, bytes);
  return stops(await check(path));
}

test('the second writer makes the same bytes as the first', () => {
  expect(makeZip({ parts: partsOf(original) }).equals(original)).toBe(true);
});

describe('entries', () => {
  test.each(ENTRY_FAULTS)('%s', async (_, change, code) => {
    expect(await codes(makeZip({ parts: change(partsOf(original)) }))).toContain(code);
  });
});

describe('ends', () => {
  test('each', async () => {
    for (const [name, change, code] of endFaults(original))
      expect(await codes(makeZip({ parts: partsOf(original), ...change() })), name).toContain(code);
  });

  test('no container at all', async () => {
    for (const [name, bytes, code] of otherFiles(original)) expect(await codes(bytes()), name).toContain(code);
  });

  test('cut off anywhere: how far it is whole, never a stack trace', async () => {
    const seen = new Set<string>();
    for (let length = 4; length < original.length; length += 13)
      for (const code of await codes(original.subarray(0, length))) seen.add(code);
    expect([...seen].sort()).toEqual(['ZIP_END_BROKEN', 'ZIP_TRUNCATED']);
  });

  test('a nested zip at the cut is not taken for the dossier', async () => {
    const nested = await build(scratch(), { evidence: { 'a.zip': original } });
    const bytes = readFileSync(nested.path);
    const end = bytes.indexOf(original.subarray(-22)) + 22;
    expect(await codes(bytes.subarray(0, end))).toEqual(['ZIP_DIRECTORY_PLACE']);
    expect(await codes(bytes.subarray(0, end + 7))).toEqual(['ZIP_TRUNCATED']);
  });

  test('nothing there, and a device', async () => {
    expect(await codeOf(check(join(root, 'nothing.zip')))).toBe('DOSSIER_NOT_FOUND 2');
    expect(await codeOf(check('/dev/null'))).toBe('DOSSIER_UNREADABLE 2');
  });
});

test('no single byte can change without a finding', async () => {
  const path = join(root, 'flip.zip');
  writeFileSync(path, original);
  const file = openSync(path, 'r+');
  const unseen: number[] = [];
  try {
    const step = Math.max(1, Math.floor(original.length / tried(original.length)));
    // Every byte once in .ci/run, else one of so many; every bit in turn.
    for (let i = 0; i < original.length; i += step) {
      const byte = original[i] as number;
      writeSync(file, Buffer.of(byte ^ (1 << ((i / step) % 8))), 0, 1, i);
      if (stops(await check(path)).length === 0) unseen.push(i);
      writeSync(file, Buffer.of(byte), 0, 1, i);
    }
  } finally {
    closeSync(file);
  }
  expect(stops(await check(path))).toEqual([]);
  expect(original.length).toBeGreaterThan(5000);
  expect(unseen).toEqual([]);
});
