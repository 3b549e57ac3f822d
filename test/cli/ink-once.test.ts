/** A character that no font has is told once for each place where it stands, not once for each document that prints it. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codes, GOOD, scratch } from './run.ts';

test('one finding a character and place', async () => {
  const dir = join(scratch(), 'case');
  cpSync(GOOD, dir, { recursive: true });
  const form = join(dir, 'case.yaml');
  const text = readFileSync(form, 'utf8');
  const name = /suspects:[\s\S]*?name: (\p{Script=Han}{3,4})$/mu.exec(text)?.[1] as string;
  writeFileSync(form, text.replaceAll(name, `${name.slice(0, 1)}\ue863${name.slice(2)}`));
  const { findings } = await codes('check', dir, '--at', '2026-11-20T10:00+08:00');
  const places = findings.filter(({ code }) => code === 'MISSING_GLYPH').map(({ args }) => `${args.char} ${args.form}${args.pointer}`);
  expect(places).toContain('\ue863 case/suspects/0/name');
  expect(places).toEqual([...new Set(places)]);
}, 120_000);
