/** The main job, end to end, on the shipped example. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesOf, textOf } from '../pdf-text.ts';
import { unzip } from '../unzipped.ts';
import { AT, cleanUp, codes, copyOf, GOOD, mbpack, scratch, spawned } from './run.ts';

let dir: string;
let zip: string;
let built: { fingerprint: string; output: string; slip: string; register: string; ok: boolean };

beforeAll(async () => {
  dir = scratch();
  zip = join(dir, '案卷.zip');
  const { exit, out } = await mbpack('build', GOOD, '-o', zip, '--at', AT, '--json');
  expect(exit).toBe(0);
  built = JSON.parse(out);
});
afterAll(cleanUp);

describe('build', () => {
  test('names the dossier and the two papers beside it, and nothing else', () => {
    expect(built).toMatchObject({ ok: true, output: zip, slip: join(dir, '案卷.校验单.pdf'), register: join(dir, '案卷.交接登记表.pdf') });
    expect(readdirSync(dir).sort()).toEqual(['案卷.zip', '案卷.校验单.pdf', '案卷.交接登记表.pdf'].sort());
  });
  test('the good example is in order: but for records still to be signed, what is said is for information', async () => {
    const { exit, findings } = await codes('check', GOOD, '--at', AT);
    expect(exit).toBe(0);
    expect(findings.filter((f) => f.severity !== 'info' && f.code !== 'RECORD_UNSIGNED_LATE')).toEqual([]);
  });
  test('same bytes in another folder, time zone and locale, with SOURCE_DATE_EPOCH as the clock', () => {
    const elsewhere = copyOf();
    const other = join(scratch(), 'b.zip');
    const run = spawned(['build', '.', '-o', other, '-q'], {
      cwd: elsewhere,
      env: { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', SOURCE_DATE_EPOCH: String(Date.parse(AT) / 1000) },
    });
    expect(run).toEqual({ exit: 0, out: `${other}\n`, err: '' });
    expect(readFileSync(other).equals(readFileSync(zip))).toBe(true);
  });
  test('an existing dossier is not overwritten without -f', async () => {
    const before = readFileSync(zip);
    expect(await codes('build', GOOD, '-o', zip, '--at', '2026-09-15T15:00+08:00')).toMatchObject({ exit: 2, codes: ['TARGET_EXISTS'] });
    expect(readFileSync(zip).equals(before)).toBe(true);
    const again = join(scratch(), 'd.zip');
    cpSync(zip, again);
    expect((await mbpack('build', GOOD, '-o', again, '--at', '2026-09-15T15:00+08:00', '-f')).exit).toBe(0);
    expect(readFileSync(again).equals(before)).toBe(false);
  });
  test('nothing of 内卷 is packed, in data or in documents', async () => {
    const bag = unpack(zip);
    const internal = readFileSync(join(GOOD, 'internal.yaml'), 'utf8');
    const secrets = [
      'informant',
      'legalReview',
      '集体讨论',
      ...[...internal.matchAll(/(?:no|informant|opinion|record): *['"]?([^'"\n]{6,})/g)].map((m) => m[1] as string),
    ];
    for (const file of walk(bag).filter((f) => !f.includes('data/evidence'))) {
      const text = file.endsWith('.pdf') ? (await pagesOf(file)).join('\n') : readFileSync(file, 'utf8');
      for (const secret of secrets) expect(text.includes(secret), `${file}: ${secret}`).toBe(false);
    }
    expect(walk(bag).some((f) => f.includes('internal'))).toBe(false);
  });
  test('evidence and signed scans are packed byte for byte', () => {
    const bag = unpack(zip);
    const hash = (f: string) => createHash('sha256').update(readFileSync(f)).digest('hex');
    const evidence = walk(join(GOOD, 'evidence'));
    expect(evidence.length).toBeGreaterThanOrEqual(25);
    for (const file of evidence) expect(hash(join(bag, 'data', file.slice(GOOD.length))), file).toBe(hash(file));
    const documents = walk(join(bag, 'data/documents')).map(hash);
    for (const scan of walk(join(GOOD, 'signed'))) expect(documents).toContain(hash(scan));
  });
});

describe('drafts', () => {
  test('before the approval: every document, each page marked, nothing packed', async () => {
    const c = copyOf();
    const internal = join(c, 'internal.yaml');
    writeFileSync(
      internal,
      readFileSync(internal, 'utf8')
        .replace('decision: 批准', '')
        .replace(/^ +decidedAt:.*$/m, ''),
    );
    expect((await codes('build', c, '-o', join(dir, 'x.zip'), '--at', AT)).codes).toContain('APPROVAL_MISSING');
    expect(existsSync(join(dir, 'x.zip'))).toBe(false);
    const folder = join(scratch(), '草稿');
    expect((await mbpack('build', c, '--draft', '-o', folder, '--at', AT)).exit).toBe(0);
    const names = readdirSync(folder);
    // 13 of the dossier, the three of 内卷, three letters and the three that the paper file is bound with.
    expect(names.length).toBe(22);
    for (const name of names) {
      for (const page of await pagesOf(join(folder, name))) expect(page.replace(/\s/g, ''), name).toContain('草稿');
    }
  });
  test('--only renders an internal form', async () => {
    const pdf = join(scratch(), '审批表.pdf');
    expect((await mbpack('build', GOOD, '--only', 'approval', '-o', pdf, '--at', AT)).exit).toBe(0);
    expect(await textOf(pdf)).toContain('审批');
  });
});

const unpack = (file: string): string => unzip(file, scratch());

function walk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name));
}
