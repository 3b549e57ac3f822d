/** Programs that know nothing of mbpack find the same thing in a dossier. Needs unzip, 7z, python3, openssl, coreutils. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { WrittenDossier } from '../../src/dossier/write/index.ts';
import { BAG, build, check, scratch, stops } from './fixture.ts';

let written: WrittenDossier;
let folder: string;
const run = (command: string, args: readonly string[], cwd?: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const python = (script: string, ...args: string[]): string => run('python3', ['-c', script, ...args]).trim();

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
  run('python3', ['-c', 'import zipfile,sys; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])', written.path, root]);
  folder = join(root, BAG);
});

describe('the zip', () => {
  test('unzip -t', () => expect(run('unzip', ['-tqq', written.path])).toBe(''));
  test('7z t', () => expect(run('7z', ['t', written.path])).toContain('Everything is Ok'));
  test('Python zipfile: CRCs, names, and the fixed fields', () => {
    expect(python('import zipfile,sys; print(zipfile.ZipFile(sys.argv[1]).testzip())', written.path)).toBe('None');
    const fields =
      'import zipfile,sys; print({(i.date_time,i.external_attr>>16,i.flag_bits,i.compress_type,i.create_system,i.create_version,i.extract_version,i.extra,i.comment) for i in zipfile.ZipFile(sys.argv[1]).infolist()})';
    expect(python(fields, written.path)).toBe("{((1980, 1, 1, 0, 0, 0), 33188, 2048, 0, 3, 45, 20, b'', b'')}");
  });
  test('Python reads the same names in the same order', () => {
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
  test('sha256sum -c', () => {
    run('sha256sum', ['--strict', '--quiet', '-c', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'], folder);
    expect(run('sha256sum', ['tagmanifest-sha256.txt'], folder).slice(0, 64)).toBe(written.fingerprint);
  });

  test('openssl: SM3 of every file', () => {
    for (const manifest of ['manifest-sm3.txt', 'tagmanifest-sm3.txt']) {
      for (const line of readFileSync(join(folder, manifest), 'utf8').trim().split('\n')) {
        expect(run('openssl', ['dgst', '-sm3', '-r', line.slice(66)], folder).slice(0, 64)).toBe(line.slice(0, 64));
      }
    }
  });

  test('@noble/hashes: SHA-256 of every file', () => {
    for (const file of written.files) expect(bytesToHex(sha256(readFileSync(join(folder, file.path))))).toBe(file.sha256);
  });

  test('a validator of RFC 8493 written for nothing else', () => {
    expect(run('python3', ['test/judges/rfc8493.py', folder])).toContain('valid');
  });

  test('our own reader', async () => expect(stops(await check(folder, written.fingerprint))).toEqual([]));
});
