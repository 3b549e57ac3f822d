/** Programs that know nothing of mbpack find the same thing in a dossier. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { WrittenDossier } from '../../src/dossier/write/index.ts';
import { judge } from '../judges/start.ts';
import { unzip } from '../unzipped.ts';
import { BAG, build, scratch } from './fixture.ts';

let written: WrittenDossier;
let folder: string;
const python = (script: string, ...args: string[]): string => judge('python3', ['-c', script, ...args]).trim();

beforeAll(async () => {
  const root = scratch();
  written = await build(root, {
    evidence: {
      '病历/入院记录（一）.txt': '某某医院\n',
      'b.bin': new Uint8Array(3_000_000).fill(7),
      '𠮷.txt': '生僻字\n',
      'empty.txt': '',
    },
  });
  folder = unzip(written.path, root);
});

describe('the zip', () => {
  test('unzip -t', { tags: ['unzip'] }, () => expect(judge('unzip', ['-tqq', written.path])).toBe(''));
  test('7z t', { tags: ['7z'] }, () => expect(judge('7z', ['t', written.path])).toContain('Everything is Ok'));
  test('Python zipfile: CRCs, names, and the fixed fields', { tags: ['python3'] }, () => {
    expect(python('import zipfile,sys; print(zipfile.ZipFile(sys.argv[1]).testzip())', written.path)).toBe('None');
    const fields =
      'import zipfile,sys; print({(i.date_time,i.external_attr>>16,i.flag_bits,i.compress_type,i.create_system,i.create_version,i.extract_version,i.extra,i.comment) for i in zipfile.ZipFile(sys.argv[1]).infolist()})';
    expect(python(fields, written.path)).toBe("{((1980, 1, 1, 0, 0, 0), 33188, 2048, 0, 3, 45, 20, b'', b'')}");
  });
  test('Python reads the same names in the same order', { tags: ['python3'] }, () => {
    const names = JSON.parse(
      python('import zipfile,sys,json; print(json.dumps(zipfile.ZipFile(sys.argv[1]).namelist()))', written.path),
    ) as string[];
    expect(names.map((name) => name.slice(BAG.length + 1))).toEqual([
      'data/evidence/b.bin',
      'data/evidence/empty.txt',
      'data/evidence/病历/入院记录（一）.txt',
      'data/evidence/𠮷.txt',
      'data/case/case.json',
      'data/documents/01 移送书.pdf',
      'data/custody/custody.jsonl',
      'data/index.json',
      'manifest-sha256.txt',
      'manifest-sm3.txt',
      'bag-info.txt',
      'bagit.txt',
      '校验说明.txt',
      'tagmanifest-sha256.txt',
      'tagmanifest-sm3.txt',
    ]);
  });
});

describe('the unpacked bag', () => {
  test('sha256sum -c', { tags: ['coreutils'] }, () => {
    judge('sha256sum', ['--strict', '--quiet', '-c', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'], { cwd: folder });
    expect(judge('sha256sum', ['tagmanifest-sha256.txt'], { cwd: folder }).slice(0, 64)).toBe(written.fingerprint);
  });

  test('openssl: SM3 of every file', { tags: ['openssl'] }, () => {
    for (const manifest of ['manifest-sm3.txt', 'tagmanifest-sm3.txt']) {
      for (const line of readFileSync(join(folder, manifest), 'utf8').trim().split('\n')) {
        expect(judge('openssl', ['dgst', '-sm3', '-r', line.slice(66)], { cwd: folder }).slice(0, 64)).toBe(line.slice(0, 64));
      }
    }
  });

  test('a validator of RFC 8493 written for nothing else', { tags: ['python3'] }, () => {
    expect(judge('python3', ['test/judges/rfc8493.py', folder])).toContain('valid');
  });
});
