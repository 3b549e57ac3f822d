/** What is inside: every file dropped, added, renamed, swapped, doubled, cut, in the zip and in the unpacked folder. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkBag, openDossier } from '../../src/dossier/disk/index.ts';
import type { FileDigest } from '../../src/dossier/write/index.ts';
import { sentenceOf } from '../../src/messages/index.ts';
import { type CustodyEvent, canonicalJson, custodyLine, custodyLink, sha256Hex } from '../../src/model/index.ts';
import { timesOf } from '../tree.ts';
import { BAG, build, CASE_NO, check, codeOf, custodyOf, indexOf, type Parts, put, scratch, stops } from './fixture.ts';
import { p7s, tsr } from './signature-maker.ts';
import { makeZip, partsOf } from './zip-maker.ts';

type Bag = Map<string, Buffer>;
let sealed: Bag;
let fingerprint: string;
beforeAll(async () => {
  const written = await build();
  fingerprint = written.fingerprint;
  sealed = new Map(partsOf(readFileSync(written.path)).map((part) => [part.name.slice(BAG.length + 1), part.content]));
});

const SECTIONS = [
  'data/evidence/',
  'data/case/',
  'data/documents/',
  'data/custody/',
  'data/index.json',
  'manifest-',
  'bag',
  '校验说明',
  'tagmanifest-',
  'signatures/',
];
const section = (path: string): number => SECTIONS.findIndex((start) => path.startsWith(start));

function writeZip(bag: Bag): string {
  const path = join(scratch(), 'changed.zip');
  const order = [...bag].sort(([a], [b]) => section(a) - section(b) || Buffer.compare(Buffer.from(a), Buffer.from(b)));
  writeFileSync(path, makeZip({ parts: order.map(([name, content]) => ({ name: `${BAG}/${name}`, content })) }));
  return path;
}

function writeFolder(bag: Bag): string {
  const root = join(scratch(), 'renamed at will');
  put(root, Object.fromEntries(bag));
  return root;
}

const SCAN = 'data/evidence/病历/扫描.jpg';
const RECORD = 'data/evidence/病历/入院记录.txt';
const drop = (path: string) => (bag: Bag) => void bag.delete(path);
const add =
  (path: string, content = 'x') =>
  (bag: Bag) =>
    void bag.set(path, Buffer.from(content));
const edit = (path: string, change: (text: string) => string) => (bag: Bag) =>
  void bag.set(path, Buffer.from(change(String(bag.get(path)))));
const move = (from: string, to: string) => (bag: Bag) => {
  bag.set(to, bag.get(from) as Buffer);
  bag.delete(from);
};

const CHANGES: readonly (readonly [string, (bag: Bag) => void, readonly string[]])[] = [
  ['nothing', () => {}, []],
  ['evidence dropped', drop(SCAN), ['DOSSIER_FILE_MISSING', 'DOSSIER_INDEX_UNKNOWN', 'DOSSIER_OXUM']],
  [
    'evidence added',
    add('data/evidence/new.txt'),
    ['DOSSIER_FILE_UNLISTED', 'DOSSIER_INDEX_LACKS', 'DOSSIER_OXUM', 'DOSSIER_CUSTODY_UNPACKED'],
  ],
  ['evidence renamed', move(SCAN, 'data/evidence/病历/别名.jpg'), ['DOSSIER_FILE_MISSING', 'DOSSIER_FILE_UNLISTED']],
  ['evidence doubled', (b) => b.set('data/evidence/copy.jpg', b.get(SCAN) as Buffer), ['DOSSIER_FILE_UNLISTED']],
  [
    'evidence swapped',
    (b) => b.set(SCAN, b.get(RECORD) as Buffer).set(RECORD, sealed.get(SCAN) as Buffer),
    ['DOSSIER_FILE_CHANGED', 'DOSSIER_CUSTODY_DIGEST'],
  ],
  [
    'evidence cut',
    (b) => b.set(SCAN, (b.get(SCAN) as Buffer).subarray(0, 100)),
    ['DOSSIER_FILE_CHANGED', 'DOSSIER_INDEX_DIFFERS', 'DOSSIER_OXUM'],
  ],
  ['evidence emptied', (b) => b.set(SCAN, Buffer.alloc(0)), ['DOSSIER_FILE_CHANGED', 'DOSSIER_OXUM']],
  [
    'one bit of evidence',
    (b) => b.set(SCAN, Buffer.from(b.get(SCAN) as Buffer).fill(1, 3, 4)),
    ['DOSSIER_FILE_CHANGED', 'DOSSIER_CUSTODY_DIGEST'],
  ],
  ['line ends of a text', edit(RECORD, (t) => t.replace('\n', '\r\n')), ['DOSSIER_FILE_CHANGED', 'DOSSIER_OXUM']],
  ['document dropped', drop('data/documents/01 移送书.pdf'), ['DOSSIER_FILE_MISSING']],
  ['case data changed', edit('data/case/case.json', (t) => t.replace('12', '13')), ['DOSSIER_FILE_CHANGED']],
  ['index dropped', drop('data/index.json'), ['DOSSIER_FILE_MISSING']],
  ['index is no JSON', add('data/index.json', '{'), ['DOSSIER_FILE_CHANGED', 'DOSSIER_INDEX_UNREADABLE']],
  ['index is an array', add('data/index.json', '[]'), ['DOSSIER_INDEX_SHAPE']],
  ['custody dropped', drop('data/custody/custody.jsonl'), ['DOSSIER_FILE_MISSING', 'DOSSIER_CUSTODY_MISSING']],
  [
    'custody cut at its tail',
    edit('data/custody/custody.jsonl', (t) => `${t.split('\n')[0]}\n`),
    ['DOSSIER_FILE_CHANGED', 'DOSSIER_CUSTODY_NO_PACK'],
  ],
  ['bagit.txt dropped', drop('bagit.txt'), ['DOSSIER_FILE_MISSING']],
  [
    'bagit.txt changed',
    add('bagit.txt', 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n'),
    ['DOSSIER_BAGIT_TEXT', 'DOSSIER_FILE_CHANGED'],
  ],
  ['bag-info.txt dropped', drop('bag-info.txt'), ['DOSSIER_FILE_MISSING', 'DOSSIER_INFO_MISSING'].slice(0, 1)],
  [
    'bag-info.txt without a label',
    edit('bag-info.txt', (t) => t.replace(/Source-Organization.*\n/, '')),
    ['DOSSIER_FILE_CHANGED', 'DOSSIER_INFO_MISSING'],
  ],
  ['bag-info.txt with a label twice', edit('bag-info.txt', (t) => t + t), ['DOSSIER_INFO_TWICE']],
  ['bag-info.txt with a folded line', edit('bag-info.txt', (t) => `${t}  more\n`), ['DOSSIER_INFO_LINE']],
  [
    'a newer minor format',
    edit('bag-info.txt', (t) => t.replace('Format: 1.0', 'Format: 1.2')),
    ['DOSSIER_FILE_CHANGED', 'DOSSIER_INDEX_DIFFERS'],
  ],
  ['a newer major format', edit('bag-info.txt', (t) => t.replace('Format: 1.0', 'Format: 2.0')), ['DOSSIER_FORMAT_NEWER']],
  ['an unknown format', edit('bag-info.txt', (t) => t.replace('Format: 1.0', 'Format: beta')), ['DOSSIER_FORMAT_UNKNOWN']],
  ['note changed', add('校验说明.txt', '不必核对'), ['DOSSIER_FILE_CHANGED']],
  ['note dropped', drop('校验说明.txt'), ['DOSSIER_FILE_MISSING']],
  ['manifest dropped', drop('manifest-sha256.txt'), ['DOSSIER_FILE_MISSING']],
  ['SM3 manifest dropped', drop('manifest-sm3.txt'), ['DOSSIER_FILE_MISSING']],
  ['tag manifest dropped', drop('tagmanifest-sha256.txt'), ['DOSSIER_FILE_MISSING']],
  ['SM3 tag manifest dropped', drop('tagmanifest-sm3.txt'), ['DOSSIER_FILE_MISSING']],
  ['manifest emptied', add('manifest-sha256.txt', ''), ['DOSSIER_FILE_CHANGED', 'DOSSIER_FILE_UNLISTED']],
  ['manifest line dropped', edit('manifest-sha256.txt', (t) => t.replace(/^.*\n/, '')), ['DOSSIER_FILE_CHANGED', 'DOSSIER_FILE_UNLISTED']],
  ['manifest line doubled', edit('manifest-sha256.txt', (t) => t.replace(/^(.*\n)/, '$1$1')), ['DOSSIER_MANIFEST_TWICE']],
  ['manifest lines swapped', edit('manifest-sha256.txt', (t) => t.replace(/^(.*\n)(.*\n)/, '$2$1')), ['DOSSIER_MANIFEST_ORDER']],
  [
    'manifest in upper case',
    edit('manifest-sha256.txt', (t) => t.replace(/^[0-9a-f]{64}/, (h) => h.toUpperCase())),
    ['DOSSIER_MANIFEST_LINE'],
  ],
  ['manifest with CR LF', edit('manifest-sm3.txt', (t) => t.replaceAll('\n', '\r\n')), ['DOSSIER_MANIFEST_LINE']],
  ['manifest without its last line feed', edit('manifest-sm3.txt', (t) => t.slice(0, -1)), ['DOSSIER_MANIFEST_LINE']],
  ['manifest with BOM', edit('manifest-sm3.txt', (t) => `\ufeff${t}`), ['DOSSIER_TEXT_ENCODING']],
  ['manifest not UTF-8', (b) => b.set('manifest-sha256.txt', Buffer.from([0xff, 0x0a])), ['DOSSIER_TEXT_ENCODING']],
  [
    'manifest that lists another file',
    edit('manifest-sha256.txt', (t) => `${t}${'0'.repeat(64)}  zzz/../../etc\n`),
    ['DOSSIER_FILE_MISSING'],
  ],
  [
    'tag manifest that lists a signature',
    edit('tagmanifest-sha256.txt', (t) => `${t}${'0'.repeat(64)}  校验说明.txt2\n`),
    ['DOSSIER_FILE_MISSING'],
  ],
  ['file at the root', add('readme.txt'), ['DOSSIER_FILE_UNLISTED']],
  ['file of MD5', add('manifest-md5.txt'), ['DOSSIER_FILE_UNLISTED']],
  ['file at the root of data', add('data/x.txt'), ['DOSSIER_FILE_UNLISTED']],
  ['a folder of its own', add('data/other/x.txt'), ['DOSSIER_FILE_UNLISTED']],
  ['signature of another name', add('signatures/a.p7s'), ['DOSSIER_FILE_UNLISTED']],
  ['signature of another kind', add('signatures/01.exe'), ['DOSSIER_FILE_UNLISTED']],
  ['.DS_Store', add('data/evidence/.DS_Store'), ['DOSSIER_FILE_STRAY']],
  ['Thumbs.db', add('data/evidence/病历/Thumbs.db'), ['DOSSIER_FILE_STRAY']],
  ['desktop.ini', add('desktop.ini'), ['DOSSIER_FILE_STRAY']],
];

describe.each(['zip', 'folder'] as const)('%s', (kind) => {
  test.each(CHANGES)('%s', async (_, change, codes) => {
    const bag: Bag = new Map(sealed);
    change(bag);
    const result = await check(kind === 'zip' ? writeZip(bag) : writeFolder(bag), fingerprint);
    const stray = codes.includes('DOSSIER_FILE_STRAY') && kind === 'folder';
    if (stray) expect([stops(result), result.findings.map((f) => f.code)]).toEqual([[], expect.arrayContaining([...codes])]);
    else if (codes.length === 0) expect(stops(result)).toEqual([]);
    else expect(stops(result)).toEqual(expect.arrayContaining([...codes]));
    for (const finding of result.findings) {
      for (const language of ['zh-CN', 'en'] as const) expect(sentenceOf(finding, language).text).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  test('every file, dropped', async () => {
    for (const path of sealed.keys()) {
      const bag: Bag = new Map(sealed);
      bag.delete(path);
      const result = await check(kind === 'zip' ? writeZip(bag) : writeFolder(bag));
      expect(result.findings.some((f) => f.code === 'DOSSIER_FILE_MISSING' && f.args.path === path)).toBe(true);
    }
  });

  test('every file, changed by one byte', async () => {
    for (const [path, content] of sealed) {
      const bag: Bag = new Map(sealed);
      const changed = Buffer.from(content);
      changed[0] = (changed[0] ?? 0) ^ 1;
      bag.set(path, changed);
      const result = await check(kind === 'zip' ? writeZip(bag) : writeFolder(bag), fingerprint);
      const named = result.findings.filter((f) => f.code === 'DOSSIER_FILE_CHANGED' && f.args.path === path).length;
      // Tag manifests are listed nowhere: SHA-256's is the fingerprint, SM3's disagrees with the files.
      if (path.startsWith('tagmanifest')) expect(stops(result).length).toBeGreaterThan(0);
      else expect(named).toBe(2);
    }
  });

  test('signatures are named and not believed; none is said', async () => {
    const warned = (r: Awaited<ReturnType<typeof check>>) => r.findings.filter((f) => f.severity !== 'stop').map((f) => f.code);
    const write = kind === 'zip' ? writeZip : writeFolder;
    expect(warned(await check(write(sealed)))).toEqual(['UNSIGNED']);
    const result = await check(write(new Map([...sealed, ['signatures/01.p7s', p7s()], ['signatures/01.tsr', tsr()]])));
    expect(warned(result)).toEqual(['SIGNATURE_NOT_CHECKED', 'SIGNATURE_NOT_CHECKED']);
    expect(result.signatures).toEqual(['signatures/01.p7s', 'signatures/01.tsr']);
    expect(stops(result)).toEqual([]);
    expect(result.fingerprint).toBe(fingerprint);
  });
});

test('a renamed file is called renamed, and both digests of a changed one are given', async () => {
  const bag: Bag = new Map(sealed);
  move(SCAN, 'data/evidence/别名.jpg')(bag);
  edit(RECORD, () => 'other')(bag);
  const { findings } = await check(writeFolder(bag));
  expect(findings.find((f) => f.code === 'DOSSIER_FILE_UNLISTED')?.args).toMatchObject({
    path: 'data/evidence/别名.jpg',
    renamedFrom: SCAN,
  });
  expect(findings.find((f) => f.code === 'DOSSIER_FILE_MISSING')?.args).toMatchObject({
    path: SCAN,
    renamedTo: 'data/evidence/别名.jpg',
  });
  expect(findings.filter((f) => f.code === 'DOSSIER_FILE_CHANGED').map((f) => [f.args.algorithm, f.args.expected, f.args.found])).toEqual([
    ['sha256', sha256Hex(sealed.get(RECORD) as Buffer), sha256Hex('other')],
    [
      'sm3',
      createHash('sm3')
        .update(sealed.get(RECORD) as Buffer)
        .digest('hex'),
      createHash('sm3').update('other').digest('hex'),
    ],
  ]);
});

const swap = (bag: Bag): void => {
  const scan = bag.get(SCAN) as Buffer;
  bag.set(SCAN, bag.get(RECORD) as Buffer);
  bag.set(RECORD, scan);
};
const inPlaceOf = (bag: Bag): void => {
  bag.set(RECORD, bag.get(SCAN) as Buffer);
  bag.delete(SCAN);
};

test.each<[string, (bag: Bag) => void, Readonly<Record<string, string | undefined>>]>([
  ['two files swapped', swap, { [SCAN]: RECORD, [RECORD]: SCAN }],
  ['one in place of another', inPlaceOf, { [RECORD]: SCAN }],
  ['a changed one', edit(RECORD, () => 'other'), { [RECORD]: undefined }],
])('%s: whose content it is', async (_, change, expected) => {
  const bag: Bag = new Map(sealed);
  change(bag);
  for (const { findings } of [await check(writeFolder(bag)), await check(writeZip(bag))]) {
    const told = findings.flatMap((f) => (f.code === 'DOSSIER_FILE_CHANGED' ? [[f.args.path, f.args.contentOf] as const] : []));
    // By both digests.
    expect(told.length).toBe(2 * Object.keys(expected).length);
    for (const [path, contentOf] of told) expect([path, contentOf]).toEqual([path, expected[path]]);
  }
});

describe('folders only', () => {
  test.each<[string, (root: string) => void, string]>([
    ['a link', (root) => symlinkSync('/etc/hostname', join(root, 'data/evidence/link')), 'DOSSIER_NOT_REGULAR'],
    ['a linked folder', (root) => symlinkSync('/etc', join(root, 'data/evidence/link')), 'DOSSIER_NOT_REGULAR'],
    [
      'evidence replaced by a link to the same content',
      (root) => {
        writeFileSync(join(root, '../real'), readFileSync(join(root, SCAN)));
        rmSync(join(root, SCAN));
        symlinkSync(join(root, '../real'), join(root, SCAN));
      },
      'DOSSIER_NOT_REGULAR',
    ],
    ['names that collide', (root) => writeFileSync(join(root, 'BAGIT.TXT'), 'x'), 'DOSSIER_NAMES_COLLIDE'],
    ['a name in NFD', (root) => writeFileSync(join(root, 'data/evidence/e\u0301'), 'x'), 'DOSSIER_FILE_UNLISTED'],
    [
      'a name that is not UTF-8',
      (root) => writeFileSync(Buffer.concat([Buffer.from(`${root}/data/`), Buffer.from([0xff])]), 'x'),
      'DOSSIER_NAME',
    ],
  ])('%s', async (_, change, code) => {
    const root = writeFolder(sealed);
    change(root);
    expect(stops(await check(root))).toContain(code);
  });

  test('two files of one content: nobody can say which became which', async () => {
    const bag = new Map(sealed);
    const content = bag.get(SCAN) as Buffer;
    bag.delete(SCAN);
    add('data/evidence/甲.jpg')(bag);
    add('data/evidence/乙.jpg')(bag);
    for (const name of ['甲', '乙']) bag.set(`data/evidence/${name}.jpg`, content);
    const result = await check(writeFolder(bag));
    expect(result.findings.filter((f) => 'renamedTo' in f.args || 'renamedFrom' in f.args)).toEqual([]);
    expect(stops(result)).toEqual(expect.arrayContaining(['DOSSIER_FILE_MISSING', 'DOSSIER_FILE_UNLISTED']));
  });

  test('an empty folder is mentioned; the folder around the bag is looked through', async () => {
    const root = writeFolder(sealed);
    mkdirSync(join(root, 'data/evidence/空'));
    expect((await check(root)).findings.map((f) => f.code)).toContain('DOSSIER_EMPTY_FOLDER');
    expect(stops(await check(join(root, '..')))).toEqual([]);
    expect(stops(await check(scratch()))).toContain('DOSSIER_FILE_MISSING');
  });
});

test('a zip under another top folder', async () => {
  const parts = [...sealed].map(([name, content]) => ({ name: `other/${name}`, content }));
  const path = join(scratch(), 'x.zip');
  writeFileSync(path, makeZip({ parts }));
  expect(stops(await check(path))).toEqual(['DOSSIER_BAG_NAME']);
});

describe('sealed with a fault', () => {
  const lines = (change: (first: CustodyEvent, pack: CustodyEvent) => readonly CustodyEvent[]) => (evidence: readonly FileDigest[]) => {
    const [first, pack] = custodyOf(evidence)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as CustodyEvent);
    if (!first || !pack) throw new Error('two events');
    return change(first, pack)
      .map((event) => `${custodyLine(event)}\n`)
      .join('');
  };
  const linked = (first: CustodyEvent, pack: CustodyEvent) => [first, { ...pack, prev: custodyLink(custodyLine(first)) }];
  const files = (change: (files: Record<string, unknown>[]) => unknown) => (all: readonly FileDigest[]) => {
    const index = indexOf(all);
    return { ...index, files: change(index.files as Record<string, unknown>[]) };
  };
  const changeFirst = (change: Record<string, unknown>) => files((all) => all.map((f, i) => (i === 0 ? { ...f, ...change } : f)));

  test('custody: what collect writes is known', async () => {
    const content = { format: 'XLSX', rows: 2, columns: 3, tables: [{ name: '结算', rows: 2, columns: 3 }], pages: 1, seconds: 1 };
    const custody = lines((a, b) =>
      linked(
        {
          ...a,
          method: '导出',
          tool: 'mbpack 0.1.0',
          system: 'HIS',
          record: 'R1',
          mediaNo: 'GP-01',
          recordedAt: '2026-11-18T10:00:00+08:00',
          digests: (a.digests ?? []).map((d) => ({ ...d, size: 1, content })),
        },
        b,
      ),
    );
    expect(stops(await check((await build(scratch(), { custody })).path))).toEqual([]);
  });

  test.each<[string, Parts, string]>([
    ['custody: link broken', { custody: lines((a, b) => [a, { ...b, prev: 'f'.repeat(64) }]) }, 'DOSSIER_CUSTODY_LINK'],
    ['custody: first with a link', { custody: lines((a, b) => linked({ ...a, prev: 'f'.repeat(64) }, b)) }, 'DOSSIER_CUSTODY_LINK'],
    ['custody: first event changed afterwards', { custody: lines((a, b) => [{ ...a, place: '别处' }, b]) }, 'DOSSIER_CUSTODY_LINK'],
    ['custody: events swapped', { custody: lines((a, b) => [b, a]) }, 'DOSSIER_CUSTODY_SEQ'],
    ['custody: gap in the numbers', { custody: lines((a, b) => linked(a, { ...b, seq: 3 })) }, 'DOSSIER_CUSTODY_SEQ'],
    ['custody: back in time', { custody: lines((a, b) => linked(a, { ...b, at: '2026-11-17T10:00:00+08:00' })) }, 'DOSSIER_CUSTODY_TIME'],
    ['custody: no such time', { custody: lines((a, b) => linked({ ...a, at: '2026-02-30T10:00:00+08:00' }, b)) }, 'DOSSIER_CUSTODY_SHAPE'],
    [
      'custody: unknown action',
      { custody: lines((a, b) => linked({ ...a, action: 'lose' } as unknown as CustodyEvent, b)) },
      'DOSSIER_CUSTODY_SHAPE',
    ],
    ...(
      [
        ['recordedAt', 'soon'],
        ['mediaNo', 1],
        ['record', null],
        ['method', []],
        ['digests', [{ path: 'x', sha256: '0'.repeat(64), size: -1 }]],
        ['digests', [{ path: 'x', sha256: '0'.repeat(64), content: { pages: 1 } }]],
        ['digests', [{ path: 'x', sha256: '0'.repeat(64), content: { format: 'XLSX', tables: [{ name: 'a' }] } }]],
      ] as const
    ).map(([member, value]): [string, Parts, string] => [
      `custody: ${member} ${JSON.stringify(value)}`,
      { custody: lines((a, b) => linked({ ...a, [member]: value } as CustodyEvent, b)) },
      'DOSSIER_CUSTODY_SHAPE',
    ]),
    ['custody: not canonical', { custody: (e) => custodyOf(e).replace('{', '{ ') }, 'DOSSIER_CUSTODY_LINE'],
    ['custody: member twice', { custody: (e) => custodyOf(e).replace('{', '{"seq":1,') }, 'DOSSIER_CUSTODY_LINE'],
    ['custody: empty line', { custody: (e) => custodyOf(e).replace('\n', '\n\n') }, 'DOSSIER_CUSTODY_LINE'],
    ['custody: no last line feed', { custody: (e) => custodyOf(e).trimEnd() }, 'DOSSIER_CUSTODY_LINE'],
    ['custody: empty', { custody: () => '' }, 'DOSSIER_CUSTODY_NO_PACK'],
    ['custody: ten thousand brackets', { custody: () => `${'['.repeat(100_000)}${']'.repeat(100_000)}\n` }, 'DOSSIER_CUSTODY_LINE'],
    [
      'custody: digest of collection differs',
      { custody: lines((a, b) => linked({ ...a, digests: (a.digests ?? []).map((d) => ({ ...d, sha256: '0'.repeat(64) })) }, b)) },
      'DOSSIER_CUSTODY_DIGEST',
    ],
    [
      'custody: SM3 of collection differs',
      { custody: lines((a, b) => linked({ ...a, digests: (a.digests ?? []).map((d) => ({ ...d, sm3: '0'.repeat(64) })) }, b)) },
      'DOSSIER_CUSTODY_DIGEST',
    ],
    [
      'custody: pack without a file',
      { custody: lines((a, b) => linked(a, { ...b, digests: (b.digests ?? []).slice(1) })) },
      'DOSSIER_CUSTODY_UNPACKED',
    ],
    [
      'custody: pack with a file that is not there',
      { custody: lines((a, b) => linked(a, { ...b, digests: [...(b.digests ?? []), { path: 'gone', sha256: '0'.repeat(64) }] })) },
      'DOSSIER_CUSTODY_UNKNOWN',
    ],
    ['custody: does not end in pack', { custody: lines((a, b) => linked(a, { ...b, action: 'seal' })) }, 'DOSSIER_CUSTODY_NO_PACK'],
    ['index: file lacking', { index: files((all) => all.slice(1)) }, 'DOSSIER_INDEX_LACKS'],
    ['index: file too much', { index: files((all) => [...all, { ...all[0], path: 'data/z' }]) }, 'DOSSIER_INDEX_UNKNOWN'],
    ['index: file twice', { index: files((all) => [all[0], ...all]) }, 'DOSSIER_INDEX_TWICE'],
    ['index: other order', { index: files((all) => [...all].reverse()) }, 'DOSSIER_INDEX_ORDER'],
    ['index: other size', { index: changeFirst({ size: 7 }) }, 'DOSSIER_INDEX_DIFFERS'],
    ['index: other SHA-256', { index: changeFirst({ sha256: '0'.repeat(64) }) }, 'DOSSIER_INDEX_DIFFERS'],
    ['index: other SM3', { index: changeFirst({ sm3: '0'.repeat(64) }) }, 'DOSSIER_INDEX_DIFFERS'],
    ['index: negative size', { index: changeFirst({ size: -1 }) }, 'DOSSIER_INDEX_SHAPE'],
    ['index: file is null', { index: files((all) => [null, ...all]) }, 'DOSSIER_INDEX_SHAPE'],
    ['index: other case', { index: (all) => ({ ...indexOf(all), caseNo: '另案' }) }, 'DOSSIER_INDEX_DIFFERS'],
    ['index: another version', { index: (all) => ({ ...indexOf(all), mbpack: '9.0' }) }, 'DOSSIER_INDEX_DIFFERS'],
    ['bag-info: another case number than the folder', { info: { 'External-Identifier': `${CASE_NO}x` } }, 'DOSSIER_BAG_NAME'],
  ])('%s', async (_, parts, code) => {
    const written = await build(scratch(), parts, { accept: async () => ({ zipSha256: '' }) });
    expect(stops(await check(written.path))).toContain(code);
  });

  test.each<[string, Parts, string]>([
    ['a custody event', { custody: lines((a, b) => linked({ ...a, extra: 1 } as CustodyEvent, b)) }, 'extra'],
    [
      'what a file tells in a custody event',
      {
        custody: lines((a, b) =>
          linked({ ...a, digests: (a.digests ?? []).map((d) => ({ ...d, content: { format: 'PDF', colour: 'red' } })) } as CustodyEvent, b),
        ),
      },
      'digests/content/colour',
    ],
    ['a row of the index', { index: changeFirst({ secret: 1 }) }, 'files/secret'],
    ['the index', { index: (all) => ({ ...indexOf(all), secret: 1 }) }, 'secret'],
  ])('an unknown member in %s is no fault, and is named', async (_, parts, member) => {
    const written = await build(scratch(), parts, { accept: async () => ({ zipSha256: '' }) });
    const result = await check(written.path);
    expect([stops(result), result.unknown.map((one) => one.member)]).toEqual([[], [member]]);
  });
});

describe('fingerprint', () => {
  test.each<[string, (f: string) => string, readonly string[]]>([
    ['as it is', (f) => f, []],
    ['in groups and capitals', (f) => f.toUpperCase().replace(/(.{8})/g, '$1 '), []],
    ['over two lines', (f) => `${f.slice(0, 32)}\r\n${f.slice(32)}\n`, []],
    ['another', () => '0'.repeat(64), ['DOSSIER_FINGERPRINT_DIFFERS']],
    ['too short', (f) => f.slice(1), ['DOSSIER_EXPECT_MALFORMED']],
    ['O for 0', (f) => `O${f.slice(1)}`, ['DOSSIER_EXPECT_MALFORMED']],
  ])('%s', async (_, given, codes) => {
    expect(stops(await check(writeZip(sealed), given(fingerprint)))).toEqual(codes);
  });

  test('a dossier sealed anew over changed evidence is whole, but not the one on paper', async () => {
    const forged = await build(scratch(), { evidence: { 'a.txt': 'forged' } });
    expect(stops(await check(forged.path))).toEqual([]);
    expect(stops(await check(forged.path, fingerprint))).toEqual(['DOSSIER_FINGERPRINT_DIFFERS']);
  });

  test('is the same for zip and folder', async () => {
    expect((await check(writeFolder(sealed))).fingerprint).toBe(fingerprint);
  });
});

describe('manners', () => {
  test('stops when asked to', async () => {
    const opened = openDossier(writeZip(sealed));
    expect(await codeOf(checkBag(opened, { signal: AbortSignal.abort() }))).toBe('ABORTED 2');
    opened.close();
  });

  test('counts every byte', async () => {
    const written = await build(scratch(), { evidence: { 'big.bin': new Uint8Array(9_000_000) } });
    const opened = openDossier(written.path);
    const seen: number[] = [];
    await checkBag(opened, { onProgress: (bytes) => seen.push(bytes) });
    opened.close();
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBeGreaterThan(8_000_000);
    expect(seen.at(-1)).toBeLessThanOrEqual(written.size);
  });

  test('writes nothing', async () => {
    const root = writeFolder(sealed);
    const list = () => timesOf(root);
    const before = list();
    await check(root);
    expect(list()).toEqual(before);
  });

  test('a change while it is read is said', async () => {
    const written = await build(scratch(), { evidence: { 'big.bin': new Uint8Array(9_000_000) } });
    const opened = openDossier(written.path);
    const result = await checkBag(opened, { onProgress: () => writeFileSync(written.path, 'x', { flag: 'a' }) });
    opened.close();
    expect(stops(result)).toContain('DOSSIER_CHANGED_WHILE_READ');
  });

  test('cut while it is read: a finding, never a crash', async () => {
    const written = await build(scratch(), { evidence: { 'big.bin': new Uint8Array(9_000_000) } });
    const opened = openDossier(written.path);
    const result = await checkBag(opened, { onProgress: () => truncateSync(written.path, 3_000_000) });
    opened.close();
    expect(stops(result)).toContain('DOSSIER_READ_FAILED');
    expect(canonicalJson(result.findings.map((f) => f.code))).toContain('DOSSIER_CHANGED_WHILE_READ');
  });
});
