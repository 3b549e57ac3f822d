/** What is refused rightly is said once, by the code that names it: files of other kinds, parts of split archives, what nobody here can undo, names that were spoilt, zeros. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkBag, openDossier } from '../../src/dossier/disk/index.ts';
import { sentenceOf } from '../../src/messages/index.ts';
import type { Finding } from '../../src/model/index.ts';
import { whatElse } from '../../src/verdict/what-else.ts';
import { BAG, build, CASE_NO, put, scratch } from './fixture.ts';
import { big5, explorer, gbk } from './foreign-zips.ts';
import { makeZip, type Part, partsOf } from './zip-maker.ts';

let original: Buffer;
let parts: Part[];
beforeAll(async () => {
  original = readFileSync((await build(scratch(), { evidence: { '入院/上海.txt': '某', '入院/a.jpg': 'b', '一.txt': 'c' } })).path);
  parts = partsOf(original);
});

interface Said {
  /** Nothing was verified, so nothing failed. */
  readonly verifiable: boolean;
  readonly findings: readonly Finding[];
}

async function said(path: string): Promise<Said> {
  const opened = openDossier(path);
  try {
    const otherwise = whatElse(opened);
    const findings = otherwise ?? (await checkBag(opened)).findings.filter(({ code }) => code !== 'UNSIGNED');
    for (const finding of findings)
      for (const language of ['zh-CN', 'en'] as const) {
        const { text, hint } = sentenceOf(finding, language);
        expect(`${text} ${hint ?? ''}`).not.toMatch(/undefined|\[object|NaN/);
      }
    return { verifiable: otherwise === undefined, findings };
  } finally {
    opened.close();
  }
}
function fileOf(name: string, bytes: Uint8Array | string): string {
  const path = join(scratch(), name);
  writeFileSync(path, bytes);
  return path;
}
const told = ({ findings }: Said): (readonly [string, object])[] => findings.map(({ code, args }) => [code, args]);

function image(identifier: string): Buffer {
  const bytes = Buffer.alloc(40_000);
  bytes.write(identifier, 0x8001, 'latin1');
  return bytes;
}
function tar(): Buffer {
  const bytes = Buffer.alloc(1024);
  bytes.write('a.txt');
  bytes.write('ustar', 257, 'latin1');
  return bytes;
}

describe('a file of another kind', () => {
  test.each<[string, string, () => Uint8Array | string, string]>([
    ['an image of ISO 9660', '案卷.iso', () => image('CD001'), 'disc'],
    ['an image of UDF', '案卷.iso', () => image('BEA01'), 'disc'],
    ['an image with sectors of 2352 bytes', '案卷.bin', () => Buffer.from('00ffffffffffffffffffff00000200', 'hex'), 'disc'],
    ['RAR', 'a.rar', () => 'Rar!\x1a\x07\x01\x00xxxxxxxx', 'rar'],
    ['7-Zip', 'a.7z', () => Buffer.from('377abcaf271c0004', 'hex'), 'sevenZip'],
    ['gzip', 'a.tgz', () => Buffer.from('1f8b080000000000', 'hex'), 'gz'],
    ['bzip2', 'a.bz2', () => 'BZh91AY&SY', 'bz2'],
    ['xz', 'a.xz', () => Buffer.from('fd377a585a000004', 'hex'), 'xzip'],
    ['zstd', 'a.zst', () => Buffer.from('28b52ffd00000000', 'hex'), 'zst'],
    ['tar', 'a.tar', tar, 'tarball'],
    ['PDF', 'a.zip', () => '%PDF-1.7\n', 'pdf'],
    ['JPEG', 'a.jpg', () => Buffer.from('ffd8ffe000104a46', 'hex'), 'jpg'],
    ['Word 97', 'a.doc', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'office97'],
    ['a web page', 'a.zip', () => '\ufeff\r\n<!DOCTYPE html>\n<html><title>请登录</title>', 'html'],
    ['XML', 'a.xml', () => '<?xml version="1.0"?><a/>', 'xml'],
    ['a mail', 'a.eml', () => 'Received: from x\r\nSubject: y\r\n\r\n', 'mail'],
    ['a shortcut', 'a.zip.lnk', () => Buffer.from('4c0000000114020000000000', 'hex'), 'link'],
    ['a shortcut to a page', 'a.url', () => '[InternetShortcut]\r\nURL=http://example.org', 'link'],
    ['a program that unpacks itself', 'a.exe', () => 'MZ\x90\x00\x03', 'program'],
    ['a download that has not begun', 'a.zip.crdownload', () => Buffer.alloc(9000), 'download'],
    ['zeros', 'a.zip', () => Buffer.alloc(9000), 'zeros'],
    ['nothing that anybody knows', 'a.zip', () => 'abc', ''],
  ])('%s', async (_, name, make, looks) => {
    const bytes = Buffer.from(make());
    const { verifiable, findings } = await said(fileOf(name, bytes));
    expect([verifiable, told({ findings } as Said)]).toEqual([false, [['ZIP_NOT_A_ZIP', { looks, size: bytes.length }]]]);
  });
});

describe('one part of a split archive', () => {
  const spanned = (mark: number) => Buffer.concat([Buffer.from([0x50, 0x4b, mark, mark + 1]), original.subarray(0, 900)]);
  test.each<[string, string, () => Uint8Array, object]>([
    ['the first, of zip -s', 'a.z01', () => spanned(7), { volume: '.z01' }],
    ['the first, under another name', 'a.zip', () => spanned(7), { volume: '' }],
    ['the second', 'a.z02', () => original.subarray(500, 900), { volume: '.z02' }],
    ['the last', 'a.zip', () => makeZip({ parts, end: { disk: 2, diskOfDirectory: 2 } }).subarray(301), { volume: '', volumes: 3 }],
    ['the first of 7-Zip', 'a.zip.001', () => original.subarray(0, 900), { volume: '.zip.001' }],
    ['the last of 7-Zip', 'a.zip.002', () => original.subarray(900), { volume: '.zip.002' }],
    ['the first of RAR', 'a.part1.rar', () => Buffer.from('Rar!\x1a\x07\x01\x00xxxxxxxx'), { volume: '.part1.rar' }],
    ['one that was meant to be split', 'a.zip', () => Buffer.concat([Buffer.from('PK00'), original]), { volume: '' }],
  ])('%s', async (_, name, make, args) => {
    const result = await said(fileOf(name, make()));
    expect([result.verifiable, told(result)]).toEqual([false, [['ZIP_VOLUME', args]]]);
  });

  test('a whole dossier under the name of a part is a dossier', async () => {
    expect(told(await said(fileOf('a.zip.001', original)))).toEqual([]);
  });

  test('a number of a part that somebody wrote into a whole dossier fails it', async () => {
    const result = await said(fileOf('a.zip', makeZip({ parts, end: { disk: 2 } })));
    expect([result.verifiable, told(result)]).toEqual([true, [['ZIP_MULTIDISK', {}]]]);
  });
});

describe('a method that nobody here can undo', () => {
  test.each([
    ['Deflate64', 9],
    ['bzip2', 12],
    ['LZMA', 14],
    ['Zstandard', 93],
    ['XZ', 95],
    ['PPMd', 98],
    ['one without a name', 77],
  ])('%s: once', async (_, method) => {
    const packed = explorer(parts).map((part) => ({ ...part, both: { ...part.both, method } }));
    const result = await said(fileOf('a.zip', makeZip({ parts: packed })));
    expect([result.verifiable, told(result)]).toEqual([false, [['ZIP_METHOD', { found: method, entries: parts.length }]]]);
  });

  test('two of them: each once; in files of something else, not at all', async () => {
    const some = (all: readonly Part[]) => all.map((part, i) => ({ ...part, both: { ...part.both, method: i < 3 ? 14 : 9 } }));
    expect(told(await said(fileOf('a.zip', makeZip({ parts: some(explorer(parts)) })))).map(([code]) => code)).toEqual([
      'ZIP_METHOD',
      'ZIP_METHOD',
    ]);
    const other = explorer([1, 2, 3, 4].map((i) => ({ name: `假期/${i}.jpg`, content: Buffer.from('x') })));
    expect(told(await said(fileOf('a.zip', makeZip({ parts: some(other) })))).map(([code]) => code)).toEqual(['NOT_A_DOSSIER']);
  });

  test('in one record of a dossier as built: it fails', async () => {
    const changed = parts.map((part, i) => (i === 0 ? { ...part, both: { method: 12 } } : part));
    const result = await said(fileOf('a.zip', makeZip({ parts: changed })));
    expect([result.verifiable, result.findings.map(({ code }) => code)]).toEqual([true, expect.arrayContaining(['ZIP_METHOD'])]);
  });
});

describe('names', () => {
  const inCodePage = (encode: (text: string) => Buffer, all: readonly Part[] = parts) =>
    all.map((part) => ({ ...part, both: { flags: 0, time: 5, name: encode(part.name) } }));

  test('in Big5: by the list, as in GBK', async () => {
    const built = await build(scratch(), { evidence: { '病歷/上海.txt': '某', '入院.jpg': 'b' }, rest: { 'data/case/case.json': '{}' } });
    const traditional = partsOf(readFileSync(built.path)).map((p) => ({ ...p, name: p.name.replace(BAG, 'x') }));
    // What a code page has no character for, its programs write as UTF-8 and say so.
    const packed = traditional.map((p) =>
      p.name.endsWith('校验说明.txt') ? { ...p, both: { time: 5 } } : inCodePage(big5, [p])[0],
    ) as Part[];
    const result = await said(fileOf('a.zip', makeZip({ parts: packed })));
    expect(result.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['ZIP_REPACKED', 'warning'],
      ['DOSSIER_BAG_NAME', 'warning'],
    ]);
  });

  test('in no code page in which the list has them: once, with examples', async () => {
    const nonsense = (text: string) => Buffer.from(gbk(text).map((byte) => (byte > 0xa0 ? 0xa1 + ((byte - 0xa1 + 7) % 60) : byte)));
    const result = await said(fileOf('a.zip', makeZip({ parts: inCodePage(nonsense) })));
    expect([result.findings.length, result.findings[0]?.code]).toEqual([1, 'ZIP_NAMES_GARBLED']);
    expect(result.findings.flatMap((f) => (f.code === 'ZIP_NAMES_GARBLED' ? [f.args.count, f.args.examples.length] : []))).toEqual([
      14 - 2 + parts.length - 12,
      3,
    ]);
  });

  test('declared UTF-8, and GBK: once, as what it seems', async () => {
    const result = await said(fileOf('a.zip', makeZip({ parts: parts.map((p) => ({ ...p, both: { time: 5, name: gbk(p.name) } })) })));
    expect(told(result)).toEqual([['ZIP_NAME_NOT_UTF8', { seems: parts[0]?.name }]]);
  });

  const wrong = (bytes: Buffer, label: string) => new TextDecoder(label).decode(bytes);
  test.each<[string, (text: string) => string]>([
    ['UTF-8 read as GBK', (text) => wrong(Buffer.from(text), 'gbk')],
    ['UTF-8 read as of the IBM PC', (text) => text.replace('入院', 'σàÑΘÖó').replace('上海', 'Σ╕èµ╡╖').replace('一', 'Σ╕Ç')],
    ['GBK read as Windows 1252', (text) => wrong(gbk(text), 'windows-1252')],
    ['GBK read as Big5', (text) => wrong(gbk(text), 'big5')],
  ])('%s on the way: once, in a folder and in a zip', async (_, spoil) => {
    const spoilt = parts.map((p) => ({
      ...p,
      name: `x/${/data\/evidence\/|\.txt$/.test(p.name) ? spoilPath(p.name, spoil) : p.name.slice(BAG.length + 1)}`,
    }));
    const folder = scratch();
    put(folder, Object.fromEntries(spoilt.map(({ name, content }) => [name, content])));
    for (const path of [join(folder, 'x'), fileOf('a.zip', makeZip({ parts: spoilt.map((p) => ({ ...p, both: { time: 5 } })) }))]) {
      const { findings } = await said(path);
      expect(findings.map(({ code }) => code)).toEqual(['DOSSIER_NAMES_GARBLED']);
      const [garbled = '', listed = ''] = findings.flatMap((f) => (f.code === 'DOSSIER_NAMES_GARBLED' ? f.args.examples : []));
      expect([garbled === listed, garbled]).toEqual([false, spoil(listed).normalize('NFC')]);
    }
  });
  function spoilPath(name: string, spoil: (text: string) => string): string {
    const path = name.slice(BAG.length + 1);
    const wrongly = spoil(path).normalize('NFC');
    // What Windows cannot call so, stays as it is here.
    return /[\ufffd\u0080-\u009f<>:"|?*\\]/.test(wrongly) ? path : wrongly;
  }

  test('a file that a person renamed is renamed, not garbled', async () => {
    const folder = scratch();
    put(folder, Object.fromEntries(parts.map(({ name, content }) => [name.replace(BAG, 'x').replace('上海', '北京'), content])));
    expect((await said(join(folder, 'x'))).findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['DOSSIER_FILE_MISSING', 'DOSSIER_FILE_UNLISTED']),
    );
  });
});

describe('zeros', () => {
  test.each<[string, () => Buffer, string, object]>([
    ['a block at the end', () => Buffer.concat([original, Buffer.alloc(4096)]), 'ZIP_TRAILING', { bytes: 4096, zeros: true }],
    ['a mebibyte at the end', () => Buffer.concat([original, Buffer.alloc(1 << 20)]), 'ZIP_TRAILING', { bytes: 1 << 20, zeros: true }],
    ['something else at the end', () => Buffer.concat([original, Buffer.alloc(99, 1)]), 'ZIP_TRAILING', { bytes: 99, zeros: false }],
    ['a block at the start', () => Buffer.concat([Buffer.alloc(4096), original]), 'ZIP_PREPENDED', { bytes: 4096, zeros: true }],
    ['something else at the start', () => Buffer.concat([Buffer.alloc(99, 1), original]), 'ZIP_PREPENDED', { bytes: 99, zeros: false }],
  ])('%s', async (_, make, code, args) => {
    const result = await said(fileOf('a.zip', make()));
    expect([result.verifiable, told(result)]).toEqual([true, [[code, args]]]);
  });

  test('a copy whose room was made before its content came', async () => {
    const bytes = Buffer.concat([original.subarray(0, 1500), Buffer.alloc(original.length - 1500 + 600)]);
    const result = await said(fileOf('a.zip', bytes));
    expect(result.findings).toHaveLength(1);
    expect(result.findings[0]).toMatchObject({ code: 'ZIP_TRUNCATED', args: { size: bytes.length } });
    expect(result.findings[0]?.code === 'ZIP_TRUNCATED' && result.findings[0].args.zeros).toBeGreaterThanOrEqual(600);
  });
});

describe('a bag that was never a dossier', () => {
  const plain = (version = '1.0') => ({
    'bagit.txt': `BagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\n`,
    'manifest-sha256.txt': `${'a'.repeat(64)}  data/x\n`,
    'data/x': 'x',
  });
  const bagZip = (tree: Record<string, string>) =>
    fileOf(
      'a.zip',
      makeZip({ parts: Object.entries(tree).map(([name, content]) => ({ name: `袋/${name}`, content: Buffer.from(content) })) }),
    );
  const bagFolder = (tree: Record<string, string>) => {
    const folder = join(scratch(), '袋');
    put(folder, tree);
    return folder;
  };
  test.each([
    ['1.0', plain()],
    ['0.97', plain('0.97')],
    ['2.0', plain('2.0')],
    ['with labels of its own', { ...plain(), 'bag-info.txt': 'Bag-Software-Agent: bagit.py v1.8\n' }],
  ])('%s: says so, and which command reads it', async (_, tree) => {
    for (const path of [bagFolder(tree), bagZip(tree)])
      expect(told(await said(path))).toEqual([['NOT_A_DOSSIER', { path, looks: 'bag', inside: '' }]]);
  });

  test.each([
    ['a label of a dossier', { ...plain(), 'bag-info.txt': `External-Identifier: ${CASE_NO}\nMbpack-Format: 1.0\n` }],
    ['who made it', { ...plain(), 'bag-info.txt': 'Bag-Software-Agent: mbpack 1.0\n' }],
    ['its note', { ...plain(), '校验说明.txt': 'x' }],
    ['its index', { ...plain(), 'data/index.json': '{}' }],
    ['its second list', { ...plain(), 'manifest-sm3.txt': '' }],
    ['its evidence', { ...plain(), 'data/evidence/x': '' }],
  ])('a dossier of which nothing else is left than %s fails', async (_, tree) => {
    const result = await said(bagFolder(tree));
    expect([result.verifiable, result.findings.length > 1]).toEqual([true, true]);
  });
});

test('another version of BagIt in a dossier', async () => {
  for (const version of ['2.0', '0.97']) {
    const folder = scratch();
    put(
      folder,
      Object.fromEntries(
        parts.map(({ name, content }) => [name, name.endsWith('/bagit.txt') ? content.toString().replace('1.0', version) : content]),
      ),
    );
    const { findings } = await said(join(folder, BAG));
    expect(findings.find(({ code }) => code === 'DOSSIER_BAGIT_TEXT')?.args).toEqual({ version });
  }
});

test('a bomb that declares itself: stopped before anything of it is inflated', async () => {
  const content = deflateRawSync(Buffer.alloc(64 << 20));
  const size = 64 << 20;
  const one = (i: number): Part => ({
    name: `${BAG}/data/evidence/${i}.bin`,
    content,
    both: { time: 5, method: 8, crc: 0, packed: content.length, size },
  });
  const info = (text: string) => text.replace(/Payload-Oxum: .*/, 'Payload-Oxum: 64000000000.99');
  const foreign = parts.map((p) => ({
    ...p,
    both: { time: 5 },
    content: p.name.endsWith('/bag-info.txt') ? Buffer.from(info(p.content.toString())) : p.content,
  }));
  const bytes = makeZip({ parts: [...Array.from({ length: 40 }, (_, i) => one(i)), ...foreign] });
  const { findings } = await said(fileOf('a.zip', bytes));
  expect(findings.map(({ code }) => code)).toEqual(['ZIP_BOMB']);
  expect(findings[0]?.code === 'ZIP_BOMB' && findings[0].args.by).toBe('ratio');
});

test('folders deeper than any dossier has them: said as that', async () => {
  const root = join(scratch(), 'x');
  put(root, Object.fromEntries(parts.map(({ name, content }) => [name.slice(BAG.length + 1), content])));
  mkdirSync(join(root, 'data/evidence', 'd/'.repeat(130)), { recursive: true });
  const { findings } = await said(root);
  expect(findings.map(({ code }) => code)).toEqual(['DOSSIER_TOO_DEEP']);
});

test('another file put before those of a dossier as built: the dossier fails, it is no zip around one', async () => {
  const junk = { name: '别的/说明.txt', content: Buffer.from('x') };
  const result = await said(fileOf('a.zip', makeZip({ parts: [junk, ...parts] })));
  expect([result.verifiable, result.findings.map(({ code }) => code)]).toEqual([true, expect.arrayContaining(['DOSSIER_TOP_FOLDER'])]);
});
