/** Who has the case open is told to all who have it open, and is forgotten when they go, be they killed. */
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ownerText } from '../../src/leftovers/index.ts';
import { cleanUp, copyOf } from '../cli/run.ts';
import { served } from './served.ts';

afterAll(cleanUp);

const marks = (dir: string): readonly string[] => readdirSync(dir).filter((name) => name.endsWith('.open'));
const [machine = ''] = ownerText().split('-');

test('a sitting is announced while it lasts; those of others are told, of killed ones cleared away, of silent ones told as old', async () => {
  const dir = copyOf();
  const text = '2026-09-15T09:00:00+08:00\n某某（内勤-1）\n';
  // No process has so high a number.
  const killed = `mbpack-${machine}-4194999.open`;
  const [elsewhere, silent] = ['mbpack-0000000a-7.open', 'mbpack-0000000b-7.open'];
  for (const name of [killed, elsewhere, silent]) writeFileSync(join(dir, name), text);
  const old = new Date(Date.now() - 600_000);
  utimesSync(join(dir, silent), old, old);
  const desk = await served(dir);
  const own = `mbpack-${ownerText()}.open`;
  expect(marks(dir)).toContain(own);
  expect(readFileSync(join(dir, own), 'utf8').split('\n')).toHaveLength(3);
  const { others } = (await (await fetch(`${desk.address}others`)).json()) as { others: { who: string; old: boolean }[] };
  expect(others.map((one) => [one.who, one.old]).sort()).toEqual([
    ['某某（内勤-1）', false],
    ['某某（内勤-1）', true],
  ]);
  expect(marks(dir)).not.toContain(killed);
  await desk.close();
  expect([...marks(dir)].sort()).toEqual([elsewhere, silent]);
});
