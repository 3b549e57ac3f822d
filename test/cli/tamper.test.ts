/** No changed byte of a real dossier gets past: the zip and the unpacked folder. */

import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkBag, openDossier } from '../../dist/dossier/disk/index.js';
import { tried } from '../property.ts';
import { entriesOf } from '../unzipped.ts';
import { built } from './built.ts';
import { cleanUp, mbpack, scratch } from './run.ts';

/** Places spread over the whole file, besides those aimed at structures. */
const SPREAD = tried(480);

// Of the examples the one with the least evidence: a check reads all of it.
const example = await built('冒名就医');
const dir = scratch();
const zip = join(dir, 'a.zip');
cpSync(example.zip, zip);
const bytes = readFileSync(zip);
const bag = basename(example.bag);
cpSync(example.bag, join(dir, bag), { recursive: true });
const files = readdirSync(join(dir, bag), { recursive: true, withFileTypes: true })
  .filter((e) => e.isFile())
  .map((e) => join(e.parentPath, e.name));
afterAll(cleanUp);

async function stops(path: string): Promise<number> {
  const opened = openDossier(path);
  try {
    return (await checkBag(opened)).findings.filter((f) => f.severity === 'stop').length;
  } finally {
    opened.close();
  }
}

/** Offsets of every record of the container, and places spread over all of it. */
function places(): number[] {
  const offsets = new Set<number>();
  for (const signature of [0x04034b50, 0x02014b50, 0x06054b50]) {
    const needle = Buffer.alloc(4);
    needle.writeUInt32LE(signature);
    for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) offsets.add(at + ((offsets.size * 7) % 46));
  }
  for (let i = 0; i < SPREAD; i++) offsets.add(Math.floor(((i + 0.37) * bytes.length) / SPREAD));
  return [...offsets].filter((o) => o < bytes.length);
}

const PLACES = places();
/** So many stretches of the file, each a test, so that none of them is taken for one that hangs. */
const STRETCHES = 12;

test('enough places', () => expect(PLACES.length).toBeGreaterThanOrEqual(SPREAD + 60));

test.each(Array.from({ length: STRETCHES }, (_, i) => i))('a changed byte anywhere is found: stretch %i', async (stretch) => {
  const target = join(dir, 'changed.zip');
  const clean: number[] = [];
  for (const offset of PLACES.filter((_, i) => i % STRETCHES === stretch)) {
    const copy = Buffer.from(bytes);
    copy[offset] = (copy[offset] as number) ^ (1 << (offset % 8));
    writeFileSync(target, copy);
    if ((await stops(target)) === 0) clean.push(offset);
  }
  expect(clean).toEqual([]);
});

test.each([0.1, 0.5, 0.9, 0.999999])('cut off at %f of the file: exit 1, no stack trace', async (part) => {
  const target = join(dir, `cut-${part}.zip`);
  cpSync(zip, target);
  truncateSync(target, Math.floor(bytes.length * part));
  const { exit, err } = await mbpack('verify', target);
  expect([exit, /^\s+at /m.test(err)]).toEqual([1, false]);
});

test.each([
  ['a byte in front', () => Buffer.concat([Buffer.from([0]), bytes])],
  ['a byte behind', () => Buffer.concat([bytes, Buffer.from([0])])],
  ['the dossier twice', () => Buffer.concat([bytes, bytes])],
  ['nothing', () => Buffer.alloc(0)],
  ['a PDF', () => Buffer.from('%PDF-1.7\n')],
])('%s: exit 1', async (name, make) => {
  const target = join(dir, `${name}.zip`);
  writeFileSync(target, make());
  expect((await mbpack('verify', target)).exit).toBe(1);
});

describe('the unpacked folder', () => {
  const verifyChanged = async (change: (root: string) => void): Promise<number> => {
    const root = join(scratch(), bag);
    cpSync(join(dir, bag), root, { recursive: true });
    change(root);
    return stops(root);
  };
  test('is as good as the zip', async () => {
    expect(await stops(join(dir, bag))).toBe(0);
    expect((await mbpack('verify', join(dir, bag))).exit).toBe(0);
  });
  test.each<[string, (file: string) => void]>([
    ['dropped', (file) => rmSync(file)],
    ['renamed', (file) => renameSync(file, `${file}x`)],
    ['doubled', (file) => cpSync(file, `${file}2`)],
    ['a byte longer', (file) => appendFileSync(file, '\n')],
  ])('every file %s is found', async (_, change) => {
    const missed: string[] = [];
    for (const file of files) {
      const inside = file.slice(join(dir, bag).length + 1);
      if ((await verifyChanged((root) => change(join(root, inside)))) === 0) missed.push(inside);
    }
    expect(missed).toEqual([]);
  });
  test('two files swapped', async () => {
    const [a, b] = files.filter((f) => f.includes('evidence')).map((f) => f.slice(join(dir, bag).length + 1)) as [string, string];
    expect(
      await verifyChanged((root) => {
        renameSync(join(root, a), join(root, 'tmp'));
        renameSync(join(root, b), join(root, a));
        renameSync(join(root, 'tmp'), join(root, b));
      }),
    ).toBeGreaterThan(0);
  });
});

describe('the fingerprint on paper', () => {
  const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  const custodyHead = (): string => {
    const log = String(entriesOf(zip).get(`${bag}/data/custody/custody.jsonl`)).trimEnd();
    return createHash('sha256')
      .update(log.slice(log.lastIndexOf('\n') + 1))
      .digest('hex');
  };
  const fullWidth = (text: string): string => text.replace(/[0-9a-f]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const { fingerprint } = example;
  test('as printed, in groups and capitals', async () => {
    const grouped = fingerprint.toUpperCase().replace(/(.{8})(?=.)/g, '$1 ');
    expect((await mbpack('verify', zip, '--expect', grouped)).exit).toBe(0);
  });
  test.each<[string, () => string | undefined, number, string]>([
    ['none', () => undefined, 0, 'notGiven'],
    ['as typed in Word, full width and in quotes', () => `“${fullWidth(fingerprint)}”`, 0, 'same'],
    ['another one', () => '0'.repeat(64), 1, 'differs'],
    ['the digest of the zip, which stands on the same paper', () => sha256Of(zip), 2, 'notCompared'],
    ['the head of the custody log, which does too: known, and no fault', () => custodyHead(), 0, 'notCompared'],
  ])('%s', async (_, given, exit, paper) => {
    const onPaper = given();
    const said = await mbpack('verify', zip, ...(onPaper === undefined ? [] : ['--expect', onPaper]), '--json');
    const { answers, findings, ...told } = JSON.parse(said.out) as {
      paper: string;
      answers: { intact: string };
      findings: { code: string }[];
    };
    expect([said.exit, told.paper, answers.intact]).toEqual([exit, paper, paper === 'differs' ? 'no' : 'yes']);
    const codes = findings.map(({ code }) => code).filter((code) => /FINGERPRINT|EXPECT/.test(code));
    expect(codes).toEqual({ differs: ['DOSSIER_FINGERPRINT_DIFFERS'], notCompared: ['DOSSIER_EXPECT_OTHER_VALUE'] }[paper] ?? []);
  });
  test('another one', async () => expect((await mbpack('verify', zip, '--expect', '0'.repeat(64))).exit).toBe(1));
  test('not one at all is a usage error', async () => expect((await mbpack('verify', zip, '--expect', 'abc')).exit).toBe(2));
});
