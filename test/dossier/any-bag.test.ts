/** `verify --bag`: any bag from 0.93 to 1.0, as a folder and as a zip of another program; what the published conformance suite asks, built here. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bag, checkAt, edited, folderOf, listing, listOf, PAYLOAD, severities, type Tree, withFile, without, zipOf } from './bag-maker.ts';
import { build } from './fixture.ts';
import { big5, gbk, shiftJis } from './foreign-zips.ts';

const little = (text: string) => Buffer.from(text, 'utf16le');
const big = (text: string) => Buffer.from(text, 'utf16le').swap16();
/** Names that Big5 and Shift_JIS have as well. */
const ENCODED: Tree = { 'data/入院.txt': 'x', 'data/上海/一.txt': 'y' };
const UNKNOWN = ['BAG_ALGORITHM_UNKNOWN'];
/** Manifests under names of others: of the manifest, and what node:crypto calls the algorithm. */
const hashlib = (...names: (readonly [written: string, algorithm: string])[]): Tree => ({
  ...without(bag(), 'manifest-sha256.txt', 'tagmanifest-sha256.txt'),
  ...Object.fromEntries(names.map(([written, algorithm]) => [`manifest-${written}.txt`, listOf(algorithm, PAYLOAD)])),
});

describe.each([
  ['folder', folderOf],
  ['zip', zipOf],
] as const)('%s', (_, write) => {
  test.each<[string, () => Tree]>([
    ['1.0', () => bag()],
    ['1.0 of every algorithm', () => bag({ algorithms: ['sha224', 'sha256', 'sha384', 'sha512', 'sm3'] })],
    ['an empty payload', () => bag({ payload: {} })],
    ['no bag-info.txt and no tag manifests', () => without(bag(), 'bag-info.txt', 'tagmanifest-sha256.txt')],
    ['a tag file that a manifest lists', () => bag({ tags: { 'dc/metadata.xml': '<x/>' } })],
    [
      'a percent sign by the RFC',
      () => bag({ payload: { 'data/50%.txt': 'x', 'data/a%0Ab': 'y' }, write: (p) => p.replaceAll('%', '%25') }),
    ],
    [
      'labels that repeat, and folded lines',
      () => edited(bag(), 'bag-info.txt', (t) => `${t}Contact-Name: 甲\nContact-Name: 乙\nExternal-Description: one\n  two\n\tthree\n`),
    ],
    ['CR LF in bagit.txt', () => withFile(bag(), 'bagit.txt', 'BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n')],
    ['files with white space in names', () => bag({ payload: { 'data/ a b .txt': 'x', 'data/c\td': 'y' } })],
    ['algorithms of hashlib', () => bag({ algorithms: ['sha3-256', 'sha3-512', 'blake2b512'] })],
    ['algorithms as hashlib writes them', () => hashlib(['sha3_256', 'sha3-256'], ['blake2b', 'blake2b512'], ['blake2s', 'blake2s256'])],
    ['SHA-512/256', () => hashlib(['sha512-256', 'sha512-256'])],
  ])('valid and nothing to say: %s', async (_, make) => {
    const result = await checkAt(write(make()));
    expect([severities(result, 'stop', 'warning', 'error'), result.complete, result.valid]).toEqual([[], true, true]);
  });

  test.each<[string, () => Tree, string[], string[]]>([
    ['0.97 with MD5', () => bag({ version: '0.97', algorithms: ['md5'] }), ['BAG_ALGORITHM_WEAK'], []],
    ['0.97 with SHA-1 and MD5', () => bag({ version: '0.97', algorithms: ['sha1', 'md5'] }), ['BAG_ALGORITHM_WEAK'], []],
    [
      '0.93 with package-info.txt',
      () =>
        without(bag({ version: '0.93', tags: { 'package-info.txt': 'Packing-Date: 2008\n' } }), 'bag-info.txt', 'tagmanifest-sha256.txt'),
      [],
      [],
    ],
    ['a version to come', () => bag({ version: '1.1' }), ['BAG_VERSION'], []],
    ['the star of md5sum', () => bag({ write: (p) => `*${p}` }), [], ['BAG_LIST_FORM']],
    ['./ before paths', () => bag({ write: (p) => `./${p}` }), [], ['BAG_LIST_FORM']],
    ['star and ./', () => bag({ write: (p) => `*./${p}` }), [], ['BAG_LIST_FORM']],
    ['backslashes', () => bag({ write: (p) => p.replaceAll('/', '\\') }), [], ['BAG_LIST_FORM']],
    ['CR LF in a manifest', () => edited(bag(), 'manifest-sha256.txt', (t) => t.replaceAll('\n', '\r\n')), [], ['BAG_LIST_FORM']],
    ['CR alone in a manifest', () => edited(bag(), 'manifest-sha256.txt', (t) => t.replaceAll('\n', '\r')), [], ['BAG_LIST_FORM']],
    [
      'capitals and a tab',
      () => edited(bag(), 'manifest-sha256.txt', (t) => t.replace(/^[0-9a-f]+ {2}/gm, (h) => `${h.trim().toUpperCase()}\t`)),
      [],
      ['BAG_LIST_FORM'],
    ],
    ['a manifest with BOM', () => edited(bag(), 'manifest-sha256.txt', (t) => `\ufeff${t}`), ['BAG_BOM'], []],
    [
      'percent signs as bagit-python writes them',
      () => bag({ payload: { 'data/50%25.txt': 'x', 'data/100%.txt': 'y' } }),
      ['BAG_NAME_ENCODING'],
      [],
    ],
    [
      'a name that two readings fit',
      () => bag({ payload: { 'data/a%.txt': 'x', 'data/a%25.txt': 'y' }, write: (p) => p.replaceAll('%', '%25') }),
      ['BAG_NAME_ENCODING'],
      [],
    ],
    [
      'NFD in the manifest, NFC on disk',
      () => bag({ payload: { 'data/é.txt': 'x' }, write: (p) => p.normalize('NFD') }),
      ['BAG_NAME_FORM'],
      [],
    ],
    ['names that differ by case', () => bag({ payload: { 'data/x': '1', 'data/X': '2' } }), ['BAG_NAMES_COLLIDE'], []],
    [
      'an algorithm nobody knows, beside one',
      () => bag({ tags: { 'manifest-blake9.txt': listOf('sha256', PAYLOAD) } }),
      ['BAG_ALGORITHM_UNKNOWN'],
      [],
    ],
    [
      'an algorithm nobody knows, with an underscore',
      () => bag({ tags: { 'manifest-blake9_x.txt': listOf('sha256', PAYLOAD) } }),
      UNKNOWN,
      [],
    ],
    ['a line twice', () => edited(bag(), 'manifest-sha256.txt', (t) => t.replace(/^(.*\n)/, '$1$1')), ['BAG_MANIFEST_TWICE'], []],
    [
      'a line twice, in two Unicode forms',
      () => edited(bag({ payload: { 'data/é.txt': 'x' } }), 'manifest-sha256.txt', (t) => t.normalize('NFC') + t.normalize('NFD')),
      ['BAG_MANIFEST_TWICE', 'BAG_NAME_FORM'],
      [],
    ],
    ['empty lines at the end', () => edited(bag(), 'manifest-sha256.txt', (t) => `${t}\n \n\n`), [], ['BAG_LIST_FORM']],
    ['an empty line between', () => edited(bag(), 'manifest-sha256.txt', (t) => t.replace('\n', '\n\n')), ['BAG_LIST_FORM'], []],
    [
      'empty lines in fetch.txt',
      () => bag({ tags: { 'fetch.txt': '\nhttps://example.org/a 6 data/a.txt\n\n' } }),
      ['BAG_FETCH', 'BAG_LIST_FORM'],
      ['BAG_LIST_FORM'],
    ],
    [
      '0.97, a file in one manifest of two',
      () => edited(bag({ version: '0.97', algorithms: ['sha256', 'sha512'] }), 'manifest-sha512.txt', (t) => t.replace(/^.*\n/, '')),
      ['BAG_FILE_UNLISTED'],
      [],
    ],
    ['a tag file that no manifest lists', () => ({ ...bag(), 'notes.txt': 'x' }), [], ['BAG_TAG_UNLISTED']],
    ['fetch.txt of what is there', () => bag({ tags: { 'fetch.txt': 'https://example.org/a 6 data/a.txt\n' } }), ['BAG_FETCH'], []],
    [
      'a day twice',
      () => edited(bag(), 'bag-info.txt', (t) => `${t}Bagging-Date: 2026-01-01\nBagging-Date: 2026-01-02\n`),
      ['BAG_INFO_TWICE'],
      [],
    ],
  ])('valid, with something to say: %s', async (_, make, warnings, remarks) => {
    const result = await checkAt(write(make()));
    expect([severities(result, 'stop'), severities(result, 'warning'), result.valid]).toEqual([[], warnings, true]);
    expect(severities(result, 'info')).toEqual(expect.arrayContaining(remarks));
  });

  test.each<[string, string, (text: string) => Buffer]>([
    ['UTF-16, little-endian with a mark', 'UTF-16', (t) => little(`\ufeff${t}`)],
    ['UTF-16, big-endian with a mark', 'UTF-16', (t) => big(`\ufeff${t}`)],
    ['UTF-16, little-endian without a mark', 'UTF-16', little],
    ['UTF-16, big-endian without a mark', 'utf-16', big],
    ['UTF-16LE', 'UTF-16LE', little],
    ['UTF-16BE', 'UTF-16BE', big],
    ['UTF-16BE with a mark', 'UTF-16BE', (t) => big(`\ufeff${t}`)],
    ['UTF-16LE by name, big-endian by its mark', 'UTF-16LE', (t) => big(`\ufeff${t}`)],
    ['GB 18030', 'GB18030', gbk],
    ['GB 18030 with a space', 'GB 18030', gbk],
    ['GBK', 'GBK', gbk],
    ['GB 2312 by the number of Windows', 'CP936', gbk],
    ['Big5', 'Big5', big5],
    ['Shift_JIS', 'Shift_JIS', shiftJis],
  ])('tag files in %s', async (_, named, encode) => {
    const tree = bag({ version: '0.97', payload: ENCODED });
    const told = {
      ...ENCODED,
      'bagit.txt': `BagIt-Version: 0.97\nTag-File-Character-Encoding: ${named}\n`,
      'bag-info.txt': encode(String(tree['bag-info.txt'])),
      'manifest-sha256.txt': encode(String(tree['manifest-sha256.txt'])),
    };
    const result = await checkAt(write(told));
    expect([severities(result, 'stop'), severities(result, 'warning'), result.valid]).toEqual([[], ['BAG_ENCODING'], true]);
    expect(result.info).toContainEqual(['Source-Organization', '示例市']);
    const other = await checkAt(write({ ...told, 'data/入院.txt': 'y' }));
    expect(severities(other, 'stop')).toEqual(['BAG_FILE_CHANGED']);
  });

  test('a name in Latin-1', async () => {
    const payload = { 'data/é.txt': 'x' };
    const tree = {
      ...payload,
      'bagit.txt': 'BagIt-Version: 0.97\nTag-File-Character-Encoding: ISO-8859-1\n',
      'manifest-sha256.txt': Buffer.from(listOf('sha256', payload), 'latin1'),
    };
    const result = await checkAt(write(tree));
    expect([severities(result, 'stop'), result.valid]).toEqual([[], true]);
  });

  test('what was compared, and what nobody here can take, stand apart', async () => {
    const both = await checkAt(write(bag({ tags: { 'manifest-blake9.txt': listOf('sha256', PAYLOAD) } })));
    expect([both.algorithms, both.unknownAlgorithms]).toEqual([['sha256'], ['blake9']]);
    const only = await checkAt(
      write({ ...without(bag(), 'manifest-sha256.txt', 'tagmanifest-sha256.txt'), 'manifest-blake9.txt': 'ab  data/a.txt\n' }),
    );
    expect([only.algorithms, only.unknownAlgorithms, only.valid]).toEqual([[], ['blake9'], false]);
    const tags = await checkAt(write({ ...bag(), 'tagmanifest-blake9.txt': 'ab  manifest-sha256.txt\n' }));
    expect([tags.algorithms, tags.unknownAlgorithms, tags.valid]).toEqual([['sha256'], ['blake9'], true]);
  });

  test.each<[string, () => Tree, string[], boolean]>([
    ['no bagit.txt', () => without(bag(), 'bagit.txt', 'tagmanifest-sha256.txt'), ['BAG_NO_DECLARATION'], true],
    ['BOM in bagit.txt', () => edited(bag(), 'bagit.txt', (t) => `\ufeff${t}`), ['BAG_DECLARATION'], true],
    ['white space in bagit.txt', () => edited(bag(), 'bagit.txt', (t) => t.replace(': 1.0', ' : 1.0 ')), ['BAG_DECLARATION'], true],
    ['no version in bagit.txt', () => withFile(bag(), 'bagit.txt', 'Tag-File-Character-Encoding: UTF-8\n'), ['BAG_DECLARATION'], true],
    ['an encoding nobody knows', () => edited(bag(), 'bagit.txt', (t) => t.replace('UTF-8', 'KLINGON')), ['BAG_ENCODING_UNKNOWN'], true],
    [
      'a manifest in another encoding',
      () => withFile(bag(), 'manifest-sha256.txt', Buffer.from([0xff, 0x0a])),
      ['BAG_TEXT_ENCODING'],
      false,
    ],
    ['no manifest', () => without(bag(), 'manifest-sha256.txt', 'tagmanifest-sha256.txt'), ['BAG_NO_MANIFEST'], false],
    [
      'only an algorithm nobody knows',
      () => ({ ...without(bag(), 'manifest-sha256.txt', 'tagmanifest-sha256.txt'), 'manifest-blake9.txt': listOf('sha256', PAYLOAD) }),
      ['BAG_NOTHING_CHECKED'],
      true,
    ],
    ['a changed file', () => ({ ...bag(), 'data/a.txt': 'alphA\n' }), ['BAG_FILE_CHANGED'], true],
    [
      'a changed file among names that differ by case',
      () => ({ ...bag({ payload: { 'data/x': '1', 'data/X': '2' } }), 'data/x': '3' }),
      ['BAG_FILE_CHANGED'],
      true,
    ],
    ['a changed tag file', () => ({ ...bag(), 'bag-info.txt': 'Payload-Oxum: 19.3\n' }), ['BAG_FILE_CHANGED'], true],
    ['a file gone', () => without(bag(), 'data/a.txt'), ['BAG_FILE_MISSING', 'BAG_OXUM'], false],
    ['a tag file gone', () => without(bag(), 'bag-info.txt'), ['BAG_FILE_MISSING'], false],
    ['a file more', () => ({ ...bag(), 'data/new': '' }), ['BAG_FILE_UNLISTED', 'BAG_OXUM'], false],
    ['.DS_Store in the payload', () => ({ ...bag(), 'data/.DS_Store': 'x' }), ['BAG_FILE_UNLISTED', 'BAG_OXUM'], false],
    [
      '1.0, a file in one manifest of two',
      () => edited(bag({ algorithms: ['sha256', 'sha512'] }), 'manifest-sha512.txt', (t) => t.replace(/^.*\n/, '')),
      ['BAG_FILE_UNLISTED'],
      false,
    ],
    [
      'a file twice with another digest',
      () => edited(bag(), 'manifest-sha256.txt', (t) => t + listing('data/a.txt', 'other')),
      ['BAG_MANIFEST_TWICE'],
      true,
    ],
    [
      'a file twice with another digest, in two Unicode forms',
      () =>
        edited(bag({ payload: { 'data/é.txt': 'x' } }), 'manifest-sha256.txt', (t) => t + listing('data/é.txt'.normalize('NFD'), 'other')),
      ['BAG_MANIFEST_TWICE'],
      true,
    ],
    [
      'a file that is gone, twice in two Unicode forms',
      () =>
        without(
          edited(
            bag({ payload: { 'data/é.txt': 'x', 'data/b': '' } }),
            'manifest-sha256.txt',
            (t) => t + listing('data/é.txt'.normalize('NFD')),
          ),
          'data/é.txt',
        ),
      ['BAG_FILE_MISSING', 'BAG_OXUM'],
      false,
    ],
    [
      'more lines than any bag has files',
      () => edited(bag(), 'manifest-sha256.txt', (t) => t.repeat(Math.ceil(200_002 / 3))),
      ['DOSSIER_TOO_MANY'],
      false,
    ],
    [
      'an algorithm of hashlib, and a changed file',
      () => ({ ...bag({ algorithms: ['sha3-256'] }), 'data/a.txt': 'alphA\n' }),
      ['BAG_FILE_CHANGED'],
      true,
    ],
    [
      'a digest of another length',
      () => edited(bag(), 'manifest-sha256.txt', (t) => t.replace(/^../, '')),
      ['BAG_FILE_UNLISTED', 'BAG_MANIFEST_LINE'],
      false,
    ],
    ['no digest', () => edited(bag(), 'manifest-sha256.txt', (t) => `${t}data/x\n`), ['BAG_MANIFEST_LINE'], true],
    [
      'a path that goes up',
      () => edited(bag(), 'manifest-sha256.txt', (t) => t + listing('data/../../etc/passwd')),
      ['BAG_PATH_OUTSIDE'],
      true,
    ],
    ['an absolute path', () => edited(bag(), 'manifest-sha256.txt', (t) => t + listing('/etc/passwd')), ['BAG_PATH_OUTSIDE'], true],
    ['a home', () => edited(bag(), 'manifest-sha256.txt', (t) => t + listing('~root/x')), ['BAG_PATH_OUTSIDE'], true],
    ['a drive', () => edited(bag(), 'manifest-sha256.txt', (t) => t + listing('C:\\x')), ['BAG_PATH_OUTSIDE'], true],
    [
      'a path that goes up, encoded',
      () => edited(bag(), 'manifest-sha256.txt', (t) => t + listing('data/..\\..\\x')),
      ['BAG_PATH_OUTSIDE'],
      true,
    ],
    [
      'a payload manifest that lists a tag file',
      () => edited(bag(), 'manifest-sha256.txt', (t) => t + listing('bagit.txt', String(bag()['bagit.txt']))),
      ['BAG_LIST_SCOPE'],
      true,
    ],
    [
      'a tag manifest that lists itself',
      () => ({ ...bag(), 'tagmanifest-sha256.txt': `${bag()['tagmanifest-sha256.txt']}${listing('tagmanifest-sha256.txt')}` }),
      ['BAG_FILE_CHANGED', 'BAG_LIST_SCOPE'],
      true,
    ],
    [
      '1.0, a tag manifest without a payload manifest',
      () => ({ ...bag(), 'tagmanifest-sha256.txt': listing('bagit.txt', String(bag()['bagit.txt'])) }),
      ['BAG_TAG_UNLISTED'],
      true,
    ],
    ['Payload-Oxum of another payload', () => edited(bag(), 'bag-info.txt', (t) => t.replace(/Oxum: \d+/, 'Oxum: 5')), ['BAG_OXUM'], true],
    [
      'Payload-Oxum that is none',
      () => edited(bag(), 'bag-info.txt', (t) => t.replace(/Oxum: .*/, 'Oxum: 5 files')),
      ['BAG_OXUM_FORM'],
      true,
    ],
    ['two that contradict', () => edited(bag(), 'bag-info.txt', (t) => `${t}Payload-Oxum: 1.1\n`), ['BAG_INFO_TWICE'], true],
    ['a line without label', () => edited(bag(), 'bag-info.txt', (t) => `${t}no label\n`), ['BAG_INFO_LINE'], true],
    [
      'files to fetch',
      () => without(bag({ tags: { 'fetch.txt': 'https://example.org/a - data/a.txt\n' } }), 'data/a.txt'),
      ['BAG_FETCH_PENDING', 'BAG_OXUM'],
      false,
    ],
    [
      'a file to fetch that no manifest lists',
      () => bag({ tags: { 'fetch.txt': 'https://example.org/b 5 data/b.txt\n' } }),
      ['BAG_FETCH_PENDING', 'BAG_FETCH_UNLISTED'],
      false,
    ],
    ['a fetch line without length', () => bag({ tags: { 'fetch.txt': 'https://example.org/b data/b.txt\n' } }), ['BAG_FETCH_LINE'], true],
    ['fetch to a place outside', () => bag({ tags: { 'fetch.txt': 'https://example.org/b 5 ../b.txt\n' } }), ['BAG_PATH_OUTSIDE'], true],
  ])('not valid: %s', async (_, make, stops, complete) => {
    const result = await checkAt(write(make()));
    expect([severities(result, 'stop'), result.complete, result.valid]).toEqual([stops, complete, false]);
  });
});

describe('others agree', () => {
  test('a dossier is a bag', async () => {
    const result = await checkAt((await build()).path);
    expect([severities(result, 'stop', 'warning'), result.valid, result.algorithms]).toEqual([[], true, ['sha256', 'sm3']]);
  });

  test('links are not followed, and said', async () => {
    const root = folderOf(bag());
    symlinkSync('/etc/hostname', join(root, 'data/link'));
    expect(severities(await checkAt(root), 'stop')).toContain('DOSSIER_NOT_REGULAR');
  });

  test('line breaks in names, as RFC 8493 encodes them', async () => {
    const payload = { 'data/a\nb': 'x', 'data/c\rd': 'y' };
    const result = await checkAt(folderOf(bag({ payload, write: (p) => p.replace('\n', '%0A').replace('\r', '%0d') })));
    expect([severities(result, 'stop', 'warning'), result.valid]).toEqual([[], true]);
  });
});
