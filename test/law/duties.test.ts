// docs/reference/duties.md: every rule, field, document and command that it names is there, and what it says is met is held by a test.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
// @ts-expect-error a generator of docs, without types
import { DUTIES as ALL } from '../../scripts/duties/index.mjs';
// @ts-expect-error a generator of docs, without types
import { named as look } from '../../scripts/duties/named.mjs';
// @ts-expect-error a generator of docs, without types
import { dutiesDoc } from '../../scripts/duties-doc.mjs';

interface Duty {
  readonly no: number;
  readonly source: string;
  readonly duty: string;
  readonly state: string;
  readonly met: readonly string[];
  readonly missing: string;
}
const DUTIES: readonly Duty[] = ALL;
const named: (name: string) => { readonly text: string; readonly tests: readonly string[] } = look;

test('every clause of the five documents is a row', () => {
  const sources = [...new Set(DUTIES.map(({ source }) => source))];
  const counts = sources.map((name) => DUTIES.filter(({ source }) => source === name).length);
  expect(counts).toEqual([63, 68, 28, 24, 27]);
  expect(DUTIES.map(({ no }) => no)).toEqual(Array.from({ length: 210 }, (_, i) => i + 1));
});

test('what a row names is there', () => {
  for (const name of new Set(DUTIES.flatMap(({ met }) => met))) expect(named(name).text).not.toBe('');
});

test.each([
  ['a rule', 'P-99'],
  ['a behaviour', 'YS-Z9'],
  ['a field', 'case:officers.shoe'],
  ['a form', 'cases:officers'],
  ['a document', 'doc:poem'],
  ['a command', 'mbpack:dance'],
  ['an option', 'mbpack:build_--sing'],
  ['a member of a pack', 'pack:jiangsu/recipients.nobody'],
])('%s that is not there is refused', (_, name) => {
  expect(() => named(name)).toThrow(name);
});

test('a row says how it is met, what is missing, or neither, as its state has it', () => {
  const wrong = DUTIES.filter(({ state, met, missing }) => {
    if (state === 'whole') return met.length === 0 || missing !== '';
    if (state === 'part') return met.length === 0 || missing === '';
    return !['none', 'outside'].includes(state) || met.length > 0 || missing !== '';
  });
  expect(wrong).toEqual([]);
});

test('what is met whole is held by a test', () => {
  const untested = DUTIES.filter(({ state, met }) => state === 'whole' && met.flatMap((name) => named(name).tests).length === 0);
  expect(untested).toEqual([]);
});

test('docs/reference/duties.md is what the table says', () => {
  expect(readFileSync('docs/reference/duties.md', 'utf8')).toBe(dutiesDoc());
});
