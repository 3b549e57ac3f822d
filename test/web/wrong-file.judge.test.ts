/**
 * What is no dossier was not verified: the page says so, of a dossier that is damaged it says that it failed; and so does the command line.
 * @module-tag chromium
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, GOOD, mbpack, scratch } from '../cli/run.ts';
import { BAG, build } from '../dossier/fixture.ts';
import { explorer } from '../dossier/foreign-zips.ts';
import { makeZip, partsOf } from '../dossier/zip-maker.ts';
import { judge } from '../judges/start.ts';
import { unzip } from '../unzipped.ts';
import { buildPage, type Opened, openPage } from './page.ts';

let opened: Opened;
let zip: Buffer;

beforeAll(async () => {
  buildPage();
  opened = await openPage();
  zip = readFileSync((await build()).path);
});
afterAll(async () => {
  await opened?.browser.close();
  cleanUp();
});

const file = (name: string, bytes: Uint8Array | string): string => {
  const path = join(scratch(), name);
  writeFileSync(path, bytes);
  return path;
};
const zipped = (...names: readonly string[]): Buffer =>
  makeZip({ parts: names.map((name) => ({ name, content: name.endsWith('.zip') ? zip : Buffer.from('x') })) });
const unpacked = (): string => unzip(file('a.zip', zip), scratch());
function locked(): string {
  const bag = unpacked();
  const path = join(scratch(), 'locked.zip');
  judge('7z', ['a', '-tzip', '-psecret', '-bso0', '-bsp0', path, BAG], { cwd: join(bag, '..') });
  return path;
}
function folderOf(...names: readonly string[]): string {
  const dir = join(scratch(), '照片');
  for (const name of names) {
    mkdirSync(join(dir, name, '..'), { recursive: true });
    writeFileSync(join(dir, name), 'x');
  }
  return dir;
}
function without(...names: readonly string[]): string {
  const bag = unpacked();
  for (const name of names) rmSync(join(bag, name));
  return bag;
}

function disc(): Buffer {
  const bytes = Buffer.alloc(40_000);
  bytes.write('CD001', 0x8001, 'latin1');
  return bytes;
}
const lzma = (): Buffer => makeZip({ parts: explorer(partsOf(zip)).map((part) => ({ ...part, both: { ...part.both, method: 14 } })) });
function otherBag(): string {
  const dir = join(scratch(), '袋');
  mkdirSync(join(dir, 'data'), { recursive: true });
  writeFileSync(join(dir, 'bagit.txt'), 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n');
  writeFileSync(join(dir, 'manifest-md5.txt'), '9dd4e461268c8034f5c8564e155c67a6  data/x\n');
  writeFileSync(join(dir, 'data/x'), 'x');
  return dir;
}

const OTHER: readonly (readonly [string, () => string, 'zip' | 'folder', code: string])[] = [
  ['a PDF', () => file('通知.pdf', '%PDF-1.7\n%%EOF'), 'zip', 'ZIP_NOT_A_ZIP'],
  ['an old Word file', () => file('a.doc', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex')), 'zip', 'ZIP_NOT_A_ZIP'],
  ['a Word file', () => file('a.docx', zipped('[Content_Types].xml', 'word/document.xml')), 'zip', 'NOT_A_DOSSIER'],
  ['pictures', () => file('a.zip', zipped('假期/1.jpg', '假期/2.jpg')), 'zip', 'NOT_A_DOSSIER'],
  ['pictures without a folder', () => file('a.zip', zipped('1.jpg', 'b/2.jpg')), 'zip', 'NOT_A_DOSSIER'],
  ['a zip with a name that is refused', () => file('a.zip', zipped('../../1.jpg', 'a:b')), 'zip', 'NOT_A_DOSSIER'],
  ['half of a zip of pictures', () => file('a.zip', zipped('假期/1.jpg', '假期/2.jpg').subarray(0, 60)), 'zip', 'NOT_A_DOSSIER'],
  ['a dossier in a zip', () => file('a.zip', zipped('x.zip')), 'zip', 'NOT_A_DOSSIER'],
  ['a dossier and its paper in a zip', () => file('a.zip', zipped('移送/x.zip', '移送/x.校验单.pdf')), 'zip', 'NOT_A_DOSSIER'],
  ['the image of a disc', () => file('a.iso', disc()), 'zip', 'ZIP_NOT_A_ZIP'],
  ['one part of a split zip', () => file('a.z01', Buffer.concat([Buffer.from('PK\x07\x08'), zip.subarray(0, 900)])), 'zip', 'ZIP_VOLUME'],
  ['packed again by LZMA', () => file('a.zip', lzma()), 'zip', 'ZIP_METHOD'],
  ['a bag that was never a dossier', otherBag, 'folder', 'NOT_A_DOSSIER'],
  ['an empty file', () => file('a.zip', ''), 'zip', 'ZIP_EMPTY'],
  ['a zip without entries', () => file('a.zip', makeZip({ parts: [] })), 'zip', 'ZIP_NO_ENTRIES'],
  ['a folder of pictures', () => folderOf('1.jpg', 'b/2.jpg'), 'folder', 'NOT_A_DOSSIER'],
  ['a case folder', () => GOOD, 'folder', 'NOT_A_DOSSIER'],
];

/** As others pack it: entries for folders, the outermost first. */
function packedAgain(bag: string, ...names: readonly string[]): Buffer {
  const path = join(scratch(), 'again.zip');
  judge('zip', ['-qr', path, ...(names.length === 0 ? [basename(bag)] : names)], { cwd: join(bag, '..') });
  return readFileSync(path);
}
function flagged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[6] = (copy[6] as number) | 1;
  return copy;
}
const LISTS = ['bagit.txt', 'manifest-sha256.txt', 'manifest-sm3.txt', 'tagmanifest-sha256.txt', 'tagmanifest-sm3.txt'];
function wrapped(bag: string): string {
  const outer = join(scratch(), '外');
  cpSync(bag, join(outer, '内', BAG), { recursive: true });
  return outer;
}

/** Damaged as it may be, it is a dossier. */
const DAMAGED: readonly (readonly [string, () => string, 'zip' | 'folder'])[] = [
  ['cut short', () => file('a.zip', zip.subarray(0, zip.length * 0.7)), 'zip'],
  ['cut short in its first file', () => file('a.zip', zip.subarray(0, 120)), 'zip'],
  ['in a further folder, without its lists', () => wrapped(without(...LISTS)), 'folder'],
  ['cut short, its first file locked', () => file('a.zip', flagged(zip).subarray(0, zip.length * 0.7)), 'zip'],
  ['without bagit.txt', () => without('bagit.txt'), 'folder'],
  ['without any list', () => without('bagit.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'), 'folder'],
  [
    'one file locked',
    () => file('a.zip', makeZip({ parts: partsOf(zip).map((p, i) => (i ? p : { ...p, both: { flags: 0x801 } })) })),
    'zip',
  ],
  [
    'a name that is refused',
    () => file('a.zip', makeZip({ parts: [...partsOf(zip), { name: '../x', content: Buffer.from('x') }] })),
    'zip',
  ],
];

/** As zip packs it again. */
const REPACKED: typeof DAMAGED = [
  ['packed again and cut short', () => file('a.zip', packedAgain(unpacked()).subarray(0, 2000)), 'zip'],
  ['packed again and cut short in its first file', () => file('a.zip', packedAgain(unpacked()).subarray(0, 300)), 'zip'],
  ['packed again without its lists', () => file('a.zip', packedAgain(without(...LISTS))), 'zip'],
  ['of which only the payload came', () => file('a.zip', packedAgain(unpacked(), `${BAG}/data`)), 'zip'],
  ['in a further folder, without bagit.txt', () => file('a.zip', packedAgain(wrapped(without('bagit.txt')))), 'zip'],
];

async function both(path: string, kind: 'zip' | 'folder') {
  const { verdict } = await opened.verify(path, kind);
  const marks = await opened.page.locator('#answers > div:not(.wide)').evaluateAll((all) => all.map((e) => e.className));
  const said = JSON.parse((await mbpack('verify', path, '--json')).out) as { findings: { code: string }[]; answers: { intact: string } };
  const codes = verdict.findings.map(({ code }) => code).sort();
  expect([codes, verdict.answers.intact]).toEqual([said.findings.map(({ code }) => code).sort(), said.answers.intact]);
  return { verdict, marks, codes };
}

async function nothingFailed(path: string, kind: 'zip' | 'folder', code: string): Promise<void> {
  const { verdict, marks, codes } = await both(path, kind);
  expect([verdict.verifiable, verdict.answers.intact, codes, marks]).toEqual([false, 'no', [code], ['none', 'none', 'none', 'none']]);
  expect(Object.values(verdict.qualities)).toEqual(Array(4).fill('notChecked'));
  const { page } = opened;
  for (const id of ['#paper', '#files', '#unchecked:not(:empty)']) expect(await page.locator(id).isVisible()).toBe(false);
  expect(await page.locator('#chosen').innerText()).toContain(basename(path));
  expect(await page.locator('#answers .bad, #answers .good').count()).toBe(0);
}

test.each(OTHER)('%s: not verified, nothing failed', (_, make, kind, code) => nothingFailed(make(), kind, code));
test('a zip with a password: not verified, nothing failed', { tags: ['7z'] }, () => nothingFailed(locked(), 'zip', 'ZIP_ENCRYPTED'));

async function failed(path: string, kind: 'zip' | 'folder'): Promise<void> {
  const { verdict, marks } = await both(path, kind);
  expect([verdict.verifiable, verdict.answers.intact, marks[0]]).toEqual([true, 'no', 'bad']);
}

test.each(DAMAGED)('a dossier, %s: failed', (_, make, kind) => failed(make(), kind));
test.each(REPACKED)('a dossier, %s: failed', { tags: ['zip'] }, (_, make, kind) => failed(make(), kind));

test('which one was meant is told: the one zip, the one folder with a bag', async () => {
  const around = join(scratch(), '外');
  cpSync(unpacked(), join(around, '内', BAG), { recursive: true });
  for (const [path, kind, inside] of [
    [file('a.zip', zipped('移送/x.zip', '移送/x.校验单.pdf')), 'zip', 'x.zip'],
    [around, 'folder', `${readdirSync(around)[0]}/${BAG}`],
  ] as const) {
    const [finding] = (await opened.verify(path, kind)).verdict.findings;
    expect(finding?.code === 'NOT_A_DOSSIER' && finding.args.inside).toBe(inside);
  }
});

test('nothing was asked of any network, and the page complained of nothing', () => {
  expect(opened.complaints).toEqual([]);
});
