/** The same content, packed again or unpacked by others: accepted and said, every payload byte still covered; what is dangerous still refused. */
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BagCheck } from '../../src/dossier/disk/index.ts';
import { unzip } from '../unzipped.ts';
import { BAG, check, scratch, stops } from './fixture.ts';
import { buildForOthers, said } from './for-others.ts';
import { archiveUtility, dotNet, explorer } from './foreign-zips.ts';
import { makeZip, type Part, partsOf } from './zip-maker.ts';

let sealed: string;
let fingerprint: string;
let around: string;
let parts: Part[];

const zipOf = (changed: readonly Part[]): string => {
  const path = join(scratch(), 'again.zip');
  writeFileSync(path, makeZip({ parts: [...changed] }));
  return path;
};
const signs = ({ findings }: BagCheck) => findings.flatMap((f) => (f.code === 'ZIP_REPACKED' ? f.args.signs : []));

beforeAll(async () => {
  const written = await buildForOthers();
  sealed = written.path;
  fingerprint = written.fingerprint;
  parts = partsOf(readFileSync(sealed));
  around = scratch();
  unzip(sealed, around);
});

describe('by programs that are not here', () => {
  test.each<[string, () => Part[], string[]]>([
    ['Windows Explorer', () => explorer(parts), ['ZIP_NAME_CODE_PAGE', 'ZIP_COMPRESSED']],
    ['.NET', () => dotNet(parts), ['ZIP_BACKSLASH']],
    ['macOS, 12-byte descriptors', () => archiveUtility(parts, 12), ['ZIP_DESCRIPTOR', 'ZIP_FOLDER_ENTRY']],
    ['macOS', () => archiveUtility(parts), ['ZIP_DESCRIPTOR', 'ZIP_NAME_DECOMPOSED']],
    ['macOS, 20-byte descriptors', () => archiveUtility(parts, 20), ['ZIP_DESCRIPTOR']],
    ['macOS, 24-byte descriptors', () => archiveUtility(parts, 24), ['ZIP_DESCRIPTOR']],
    ['another time', () => parts.map((p) => ({ ...p, both: { time: 5, date: 0x5555 } })), ['ZIP_TIME']],
    ['another order and time', () => [...parts].reverse().map((p) => ({ ...p, both: { time: 5 } })), ['ZIP_ORDER']],
    ['mode 0600', () => parts.map((p) => ({ ...p, central: { external: (0o100600 * 0x10000) >>> 0 } })), ['ZIP_ATTRIBUTES']],
  ])('%s', async (_, make, expected) => {
    const result = await check(zipOf(make()), fingerprint);
    expect([result.form, stops(result)]).toEqual(['repacked', []]);
    expect(signs(result)).toEqual(expect.arrayContaining(expected));
    expect(result.files).toHaveLength(parts.length);
  });

  test('what the Finder leaves is said out loud, file by file', async () => {
    const result = await check(zipOf(archiveUtility(parts)));
    expect(said(result).filter((code) => code === 'DOSSIER_FILE_STRAY')).toHaveLength(parts.length + 1);
  });

  test('more strays than are listed are still no fault', async () => {
    const strays = Array.from({ length: 600 }, (_, i) => ({ name: `__MACOSX/${i}/._x`, content: Buffer.from('x'), both: { time: 5 } }));
    const result = await check(zipOf([...parts.map((p) => ({ ...p, both: { time: 5 } })), ...strays]), fingerprint);
    expect([result.form, stops(result)]).toEqual(['repacked', []]);
    expect(said(result)).toContain('DOSSIER_MORE');
  });

  test('a folder of another name is said', async () => {
    const result = await check(zipOf(dotNet(parts.map((p) => ({ ...p, name: p.name.replace(BAG, 'copy') })))));
    expect([stops(result), said(result)]).toEqual([[], ['ZIP_REPACKED', 'DOSSIER_BAG_NAME']]);
  });
});

describe('unpacked', () => {
  test('the folder', async () => {
    const result = await check(join(around, BAG), fingerprint);
    expect([result.form, stops(result), said(result)]).toEqual(['folder', [], []]);
  });
  test('with what systems leave in folders', async () => {
    const root = join(scratch(), 'x');
    cpSync(join(around, BAG), root, { recursive: true });
    for (const name of ['.DS_Store', 'data/evidence/Thumbs.db', 'data/evidence/._big.bin', 'desktop.ini'])
      writeFileSync(join(root, name), 'x');
    const result = await check(root, fingerprint);
    expect([stops(result), said(result).filter((code) => code === 'DOSSIER_FILE_STRAY').length]).toEqual([[], 4]);
  });
  test('names of a disc without Joliet: said in one sentence', async () => {
    const root = join(scratch(), 'disc');
    mkdirSync(join(root, 'DATA'), { recursive: true });
    for (const name of ['BAGIT.TXT', 'BAG_INFO.TXT', 'MANIFEST.TXT', 'DATA/INDEX.JSO']) writeFileSync(join(root, name), 'x');
    const result = await check(root);
    expect([result.form, stops(result)]).toEqual(['refused', ['DOSSIER_NAMES_FOLDED']]);
  });
  test('decomposed names of HFS+', async () => {
    const root = join(scratch(), 'mac');
    cpSync(join(around, BAG), root, { recursive: true });
    const evidence = join(root, 'data/evidence');
    const folder = join(evidence, 'Cafés'.normalize('NFD'));
    renameSync(join(evidence, 'Cafés'.normalize('NFC')), folder);
    renameSync(join(folder, 'Résumé.txt'.normalize('NFC')), join(folder, 'Résumé.txt'.normalize('NFD')));
    const result = await check(root, fingerprint);
    expect([stops(result), said(result)]).toEqual([[], ['DOSSIER_NAMES_DECOMPOSED']]);
  });
});

describe('still refused', () => {
  const REAL = { time: 5, date: 0x5555 };
  const odd = (change: (part: Part, i: number) => Part): Part[] => parts.map((p) => ({ ...p, both: { ...REAL } })).map(change);
  const first = (change: Partial<Part>) => () => odd((p, i) => (i === 0 ? { ...p, ...change, both: { ...p.both, ...change.both } } : p));
  const also =
    (...names: string[]) =>
    () => [
      ...names.map((name) => ({ name: `${BAG}/data/evidence/${name}`, content: Buffer.from('x'), both: { ...REAL } })),
      ...odd((p) => p),
    ];
  const bomb = (size: number) => {
    const content = Buffer.from(deflateRawSync(Buffer.alloc(1_000_000)));
    return { name: `${BAG}/data/evidence/bomb`, content, both: { ...REAL, method: 8, crc: 0, packed: content.length, size } };
  };
  test.each<[string, () => Part[], string]>([
    ['a link', first({ central: { external: (0o120777 * 0x10000) >>> 0 } }), 'ZIP_NOT_REGULAR'],
    ['encrypted', first({ both: { flags: 0x801 } }), 'ZIP_ENCRYPTED'],
    ['an absolute name', () => [{ name: '/etc/passwd', content: Buffer.from('x'), both: { ...REAL } }, ...odd((p) => p)], 'DOSSIER_NAME'],
    ['traversal', also('../../x'), 'DOSSIER_NAME'],
    ['traversal by backslash', () => dotNet([...parts, { name: `${BAG}/../../x`, content: Buffer.from('x') }]), 'DOSSIER_NAME'],
    ['a drive letter in GBK', () => explorer([...parts, { name: `${BAG}/C:/甲`, content: Buffer.from('x') }]), 'DOSSIER_NAME'],
    ['names that differ by case', also('x.txt', 'X.txt'), 'DOSSIER_NAMES_COLLIDE'],
    ['names that differ by Unicode form', also('é', 'e\u0301'), 'DOSSIER_NAME_TWICE'],
    ['a name twice', also('x', 'x'), 'DOSSIER_NAME_TWICE'],
    ['a method that is unknown', first({ both: { method: 93 } }), 'ZIP_METHOD'],
    ['another disk', first({ central: { disk: 1 } }), 'ZIP_MULTIDISK'],
    ['overlapping entries', () => odd((p, i) => (i === 1 ? { ...p, central: { offset: 0 } } : p)), 'ZIP_OVERLAP'],
    ['a gap', () => odd((p, i) => (i === 1 ? { ...p, before: Buffer.from('hidden') } : p)), 'ZIP_GAP'],
    [
      'a descriptor that lies',
      () => archiveUtility(parts).map((p, i) => (p.after && i > 3 ? { ...p, after: Buffer.alloc(16) } : p)),
      'ZIP_DESCRIPTOR_WRONG',
    ],
    ['a ratio that cannot be', () => [bomb(4_000_000_000), ...odd((p) => p)], 'ZIP_RATIO'],
    [
      'more than the bag declares',
      () => [...Array.from({ length: 600 }, (_, i) => ({ ...bomb(1_000_000), name: `${BAG}/data/evidence/b${i}` })), ...odd((p) => p)],
      'ZIP_BOMB',
    ],
    ['content longer than declared', () => [bomb(999_999), ...odd((p) => p)], 'ZIP_INFLATE'],
    ['content shorter than declared', () => [bomb(1_000_001), ...odd((p) => p)], 'ZIP_INFLATE'],
    [
      'bytes behind the compressed content',
      () => {
        const one = bomb(1_000_000);
        const content = Buffer.concat([one.content, Buffer.from('hidden')]);
        return [{ ...one, content, both: { ...one.both, packed: content.length } }, ...odd((p) => p)];
      },
      'ZIP_INFLATE',
    ],
    [
      'broken compression',
      () => [{ ...bomb(1_000_000), content: Buffer.alloc(1003, 0xff), both: { ...bomb(1_000_000).both, packed: 1003 } }, ...odd((p) => p)],
      'ZIP_INFLATE',
    ],
    [
      'another name in the extra field',
      first({ both: { extra: Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, 0x78]) } }),
      'ZIP_HEADERS_DIFFER',
    ],
    ['broken extra fields', first({ both: { extra: Buffer.from([0x75, 0x70, 60, 0, 1]) } }), 'ZIP_EXTRA_BROKEN'],
    [
      'a folder with content',
      () => [{ name: `${BAG}/data/`, content: Buffer.from('x'), both: { ...REAL } }, ...odd((p) => p)],
      'ZIP_NOT_REGULAR',
    ],
    ['an unlisted file', also('new.txt'), 'DOSSIER_FILE_UNLISTED'],
    [
      'a stray of the Finder that is a link',
      () =>
        archiveUtility(parts).map((p) => (p.name.startsWith('__MACOSX') ? { ...p, central: { external: (0o120777 * 0x10000) >>> 0 } } : p)),
      'ZIP_NOT_REGULAR',
    ],
  ])('%s', async (_, make, code) => {
    expect(stops(await check(zipOf(make())))).toContain(code);
  });

  test('edited in one place only: not repacked but altered', async () => {
    const result = await check(zipOf(parts.map((p, i) => (i === 0 ? { ...p, both: { time: 5 } } : p))), fingerprint);
    expect([result.form, stops(result)]).toEqual(['altered', ['ZIP_TIME']]);
  });
});
