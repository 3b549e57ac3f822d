/** A character that no font has is told once for each place where it stands, not once for each document that prints it. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codes, scratch } from './run.ts';

test('one finding a character and place', async () => {
  const dir = join(scratch(), 'case');
  cpSync('examples/冒名就医', dir, { recursive: true });
  const form = join(dir, 'case.yaml');
  writeFileSync(form, readFileSync(form, 'utf8').replaceAll('季怀远', '季\ue863远'));
  const { findings } = await codes('check', dir, '--at', '2026-06-09T15:00+08:00');
  const places = findings
    .filter(({ code }) => code === 'MISSING_GLYPH')
    .map(({ args }) => args as Record<'char' | 'form' | 'pointer', string>)
    .map((args) => `${args.char} ${args.form}${args.pointer}`);
  expect(places).toContain('\ue863 case/suspects/0/name');
  expect(places).toEqual([...new Set(places)]);
}, 120_000);
