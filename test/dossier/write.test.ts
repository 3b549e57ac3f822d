import { createHash } from 'node:crypto';
import fs, {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, test, vi } from 'vitest';
import { openDossier } from '../../src/dossier/disk/index.ts';
import { bagName, writeDossier } from '../../src/dossier/write/index.ts';
import { collisionKey, pathFault } from '../../src/model/index.ts';
import { fc, runs } from '../property.ts';
import { unzip } from '../unzipped.ts';
import { BAG, build, check, codeOf, EVIDENCE, type Files, planOf, scratch, stops } from './fixture.ts';

describe('round trip', () => {
  test('what was packed is what is read, with the same digests', async () => {
    const written = await build();
    const result = await check(written.path, written.fingerprint.toUpperCase().replace(/(.{8})/g, '$1 '));
    expect(stops(result)).toEqual([]);
    expect(result.fingerprint).toBe(written.fingerprint);
    expect(result.zipSha256).toBe(createHash('sha256').update(readFileSync(written.path)).digest('hex'));
    expect(written.zipSha256).toBe(result.zipSha256);
    expect([...result.files].filter((f) => f.path.startsWith('data/'))).toEqual([...written.files]);
    expect([result.custody.events, result.custody.last?.action]).toEqual([2, 'pack']);
    const bag = unzip(written.path, scratch());
    for (const file of written.files) expect(bytesToHex(sha256(readFileSync(join(bag, file.path))))).toBe(file.sha256);
    expect(stops(await check(bag, written.fingerprint))).toEqual([]);
    expect(result.index?.files.length).toBe(written.files.length - 1);
    expect(written.payloadOctets).toBe(BigInt([...written.files].reduce((n, f) => n + f.size, 0)));
    const opened = openDossier(written.path);
    for (const [path, content] of Object.entries(EVIDENCE))
      expect(Buffer.from(opened.read(`data/evidence/${path}`, 1e6) ?? [])).toEqual(Buffer.from(content as string));
    opened.close();
  });

  test('serves the case by bare names, documents and nothing else by path', async () => {
    const written = await build();
    const opened = openDossier(written.path);
    const { checkBag } = await import('../../src/dossier/disk/index.ts');
    const { source, readDocument } = await checkBag(opened);
    expect(source.names).toEqual(['case.json', 'custody.jsonl']);
    expect(new TextDecoder().decode(source.read('case.json'))).toBe('{"caseNo":"12"}');
    expect(source.read('../index.json')).toBeUndefined();
    expect(readDocument('data/documents/01 移送书.pdf')?.length).toBe(18);
    expect(readDocument('data/index.json')).toBeUndefined();
    opened.close();
  });

  test('random sets of files come back byte for byte', async () => {
    const name = fc.array(fc.constantFrom(...'aZ0-_ 证据é𠮷.（）'), { minLength: 1, maxLength: 9 }).map((c) => c.join('').normalize('NFC'));
    const path = fc
      .array(name, { minLength: 1, maxLength: 3 })
      .map((s) => s.join('/'))
      .filter((p) => pathFault(p) === undefined);
    const files = fc.uniqueArray(fc.tuple(path, fc.uint8Array({ maxLength: 300 })), { maxLength: 8, selector: ([p]) => collisionKey(p) });
    await fc.assert(
      fc.asyncProperty(files, async (list) => {
        const safe = list.filter(
          ([p]) => !list.some(([q]) => collisionKey(q).startsWith(`${collisionKey(p)}/`) || sameFolderOtherForm(p, q)),
        );
        const written = await build(scratch(), { evidence: Object.fromEntries(safe) });
        const opened = openDossier(written.path);
        for (const [p, content] of safe)
          expect(Buffer.from(opened.read(`data/evidence/${p}`, 1000) ?? [255])).toEqual(Buffer.from(content));
        opened.close();
        expect(stops(await check(written.path))).toEqual([]);
      }),
      runs(60),
    );
  });
});

/** `a/x` and `A/y` are refused together; so is one folder in two spellings. */
function sameFolderOtherForm(p: string, q: string): boolean {
  const folders = (path: string) =>
    path
      .split('/')
      .slice(0, -1)
      .map((_, i, all) => all.slice(0, i + 1).join('/'));
  return folders(p).some((a) => folders(q).some((b) => a !== b && collisionKey(a) === collisionKey(b)));
}

describe('determinism', () => {
  test('same content in another folder, another order, other times: the same bytes', async () => {
    const one = await build();
    const root = scratch();
    const plan = planOf(root);
    for (const file of plan.evidence) utimesSync(file.source, 1, 1);
    const rest = plan.rest;
    const two = await writeDossier({ ...plan, evidence: [...plan.evidence].reverse(), rest: async (e) => [...(await rest(e))].reverse() });
    expect(readFileSync(two.path).equals(readFileSync(one.path))).toBe(true);
  });

  test.each(['Asia/Shanghai', 'America/St_Johns', 'UTC'])('time zone %s makes no difference', async (zone) => {
    const before = process.env.TZ;
    try {
      process.env.TZ = 'UTC';
      const one = await build();
      process.env.TZ = zone;
      const two = await build();
      expect(two.zipSha256).toBe(one.zipSha256);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

describe('large shapes', () => {
  test('a file of many chunks', async () => {
    const content = new Uint8Array(9_000_001).map((_, i) => (i * i) >> 3);
    const written = await build(scratch(), { evidence: { '视频.mp4': content } });
    expect(written.files.get('data/evidence/视频.mp4')?.sha256).toBe(bytesToHex(sha256(content)));
    expect(stops(await check(written.path))).toEqual([]);
  });

  test.each([100, 700, 1500])('Zip64 from %d bytes on: read as it was written', async (bytes) => {
    const from = { bytes, entries: 5 };
    const root = scratch();
    const plan = planOf(root, {}, { accept: async () => ({ zipSha256: '' }) });
    const written = await writeDossier(plan, { zip64From: from });
    const opened = openDossier(written.path, from);
    const { checkBag } = await import('../../src/dossier/disk/index.ts');
    expect(stops(await checkBag(opened))).toEqual([]);
    opened.close();
    expect(stops(await check(written.path))).toContain('ZIP64_NEEDLESS');
  });
});

describe('failure leaves nothing', () => {
  const left = (root: string) => readdirSync(root).filter((name) => name !== 'case');

  test('an existing target stays', async () => {
    const root = scratch();
    writeFileSync(join(root, 'dossier.zip'), 'mine');
    expect(await codeOf(build(root))).toBe('TARGET_EXISTS 2');
    expect(readFileSync(join(root, 'dossier.zip'), 'utf8')).toBe('mine');
  });

  test('a target that appears while packing stays', async () => {
    const root = scratch();
    const accept = async () => {
      writeFileSync(join(root, 'dossier.zip'), 'mine');
      return { zipSha256: '' };
    };
    expect(await codeOf(build(root, {}, { accept }))).toBe('TARGET_EXISTS 2');
    expect(readFileSync(join(root, 'dossier.zip'), 'utf8')).toBe('mine');
    expect(left(root)).toEqual(['dossier.zip']);
  });

  test('overwriting replaces only when everything went well', async () => {
    const root = scratch();
    writeFileSync(join(root, 'dossier.zip'), 'old');
    const refuse = async () => {
      throw new Error('refused');
    };
    await expect(build(root, {}, { overwrite: true, accept: refuse })).rejects.toThrow('refused');
    expect(readFileSync(join(root, 'dossier.zip'), 'utf8')).toBe('old');
    await build(root, {}, { overwrite: true });
    expect(stops(await check(join(root, 'dossier.zip')))).toEqual([]);
    expect(left(root)).toEqual(['dossier.zip']);
  });

  test('without hard links (FAT, exFAT) the name is claimed all the same', async () => {
    const link = vi.spyOn(fs, 'linkSync').mockImplementation(() => {
      throw Object.assign(new Error('no links here'), { code: 'EPERM' });
    });
    syncBuiltinESMExports();
    try {
      const root = scratch();
      await build(root);
      expect(stops(await check(join(root, 'dossier.zip')))).toEqual([]);
      expect(left(root)).toEqual(['dossier.zip']);
      expect(await codeOf(build(root))).toBe('TARGET_EXISTS 2');
    } finally {
      link.mockRestore();
      syncBuiltinESMExports();
    }
  });

  test.each([
    ['ENOSPC', 'TARGET_DISK_FULL 2'],
    ['EDQUOT', 'TARGET_DISK_FULL 2'],
    ['EFBIG', 'TARGET_TOO_LARGE 2'],
    ['EIO', 'TARGET_NOT_WRITABLE 2'],
  ])('a write that fails with %s', async (code, expected) => {
    const root = scratch();
    const plan = planOf(root);
    const write = vi.spyOn(fs, 'writeSync').mockImplementation(() => {
      throw Object.assign(new Error(code), { code });
    });
    syncBuiltinESMExports();
    try {
      expect(await codeOf(writeDossier(plan))).toBe(expected);
    } finally {
      write.mockRestore();
      syncBuiltinESMExports();
    }
    expect(left(root)).toEqual([]);
  });

  test('a folder that is not there', async () => {
    expect(await codeOf(build(scratch(), {}, { target: '/nonexistent-mbpack/x.zip' }))).toBe('TARGET_NOT_WRITABLE 2');
  });

  test('aborted before and during', async () => {
    const root = scratch();
    expect(await codeOf(build(root, {}, { signal: AbortSignal.abort() }))).toBe('ABORTED 2');
    const controller = new AbortController();
    const evidence = { 'big.bin': new Uint8Array(40_000_000) };
    let seen = 0;
    const plan = planOf(
      root,
      { evidence },
      {
        signal: controller.signal,
        // Heard only where the loop turns.
        onProgress: (bytes) => {
          seen = bytes;
          setImmediate(() => controller.abort());
        },
      },
    );
    expect(await codeOf(writeDossier(plan))).toBe('ABORTED 2');
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(40_000_000);
    expect(left(root)).toEqual([]);
  });
});

describe('evidence', () => {
  /** Runs `change` when the first chunk has been read. */
  async function during(change: (source: string) => void, size = 6_000_000): Promise<string> {
    const root = scratch();
    let done = false;
    const plan = planOf(root, { evidence: { 'a.bin': new Uint8Array(size) } });
    const source = plan.evidence[0]?.source ?? '';
    const result = await codeOf(
      writeDossier({
        ...plan,
        onProgress() {
          if (!done) change(source);
          done = true;
        },
      }),
    );
    expect(readdirSync(root)).toEqual(['case']);
    return result;
  }
  test.each<[string, (source: string) => void]>([
    ['grows', (s) => appendFileSync(s, 'x')],
    ['shrinks', (s) => truncateSync(s, 100)],
    ['is touched', (s) => utimesSync(s, 5, 5)],
    ['is rewritten in the same size', (s) => writeFileSync(s, new Uint8Array(6_000_000).fill(1))],
  ])('that %s while it is read stops the build', async (_, change) => {
    expect(await during(change)).toBe('EVIDENCE_CHANGED 1');
  });

  test.each<[string, (root: string) => void, string]>([
    ['missing', () => {}, 'BUILD_EVIDENCE_MISSING 1'],
    [
      'a link',
      (p) => {
        writeFileSync(`${p}.real`, 'x');
        symlinkSync(`${p}.real`, p);
      },
      'BUILD_EVIDENCE_NOT_REGULAR 1',
    ],
    ['a folder', (p) => mkdirSync(p), 'BUILD_EVIDENCE_NOT_REGULAR 1'],
  ])('that is %s stops the build', async (_, make, expected) => {
    const root = scratch();
    const source = join(root, 'case-source');
    make(source);
    expect(await codeOf(build(root, {}, { evidence: [{ path: 'a.bin', source, label: 'a.bin' }] }))).toBe(expected);
    expect(existsSync(join(root, 'dossier.zip'))).toBe(false);
  });

  test('that a read error strikes stops the build', async () => {
    const root = scratch();
    const plan = planOf(root);
    const read = vi.spyOn(fs, 'readSync').mockImplementation(() => {
      throw Object.assign(new Error('EIO'), { code: 'EIO' });
    });
    syncBuiltinESMExports();
    try {
      expect(await codeOf(writeDossier(plan))).toBe('BUILD_EVIDENCE_UNREADABLE 2');
    } finally {
      read.mockRestore();
      syncBuiltinESMExports();
    }
  });

  test('is never changed: mode, time and content stay', async () => {
    const root = scratch();
    const plan = planOf(root);
    const source = plan.evidence[0]?.source ?? '';
    chmodSync(source, 0o444);
    const before = fs.statSync(source);
    await writeDossier(plan);
    const after = fs.statSync(source);
    expect([after.mtimeMs, after.mode, after.size]).toEqual([before.mtimeMs, before.mode, before.size]);
  });

  test.each<[string, Files, string]>([
    ['parent', { '../x': 'x' }, 'BUILD_PATH_REFUSED 1'],
    ['reserved', { 'CON.txt': 'x' }, 'BUILD_PATH_REFUSED 1'],
    ['case', { 'a.txt': 'x', 'A.txt': 'y' }, 'BUILD_PATHS_COLLIDE 1'],
    ['folder case', { 'a/1.txt': 'x', 'A/2.txt': 'y' }, 'BUILD_PATHS_COLLIDE 1'],
    ['file and folder', { 'x/y.txt': 'x', X: 'y' }, 'BUILD_PATHS_COLLIDE 1'],
    ['full width', { 'ａ.txt': 'x', 'a.txt': 'y' }, 'BUILD_PATHS_COLLIDE 1'],
  ])('with names that cannot be kept is refused before anything is written: %s', async (_, files, expected) => {
    const root = scratch();
    const evidence = Object.keys(files).map((path) => ({ path, source: '/dev/null', label: path }));
    expect(await codeOf(build(root, {}, { evidence }))).toBe(expected);
    expect(existsSync(join(root, 'dossier.zip'))).toBe(false);
  });
});

describe('files that are made for the dossier', () => {
  test.each<[string, readonly string[], string]>([
    ['collide among each other', ['data/case/a.json', 'data/case/A.json'], 'BUILD_PATHS_COLLIDE 1'],
    ['collide with a folder', ['data/documents/x', 'data/documents/X/y'], 'BUILD_PATHS_COLLIDE 1'],
    ['collide with the index', ['data/index.json'], 'BUILD_PATHS_COLLIDE 1'],
    ['have a name that cannot be kept', ['data/case/con.json'], 'BUILD_PATH_REFUSED 1'],
  ])('and %s are refused', async (_, paths, expected) => {
    const root = scratch();
    const rest = async () => paths.map((path) => ({ path, bytes: new Uint8Array() }));
    expect(await codeOf(build(root, {}, { rest }))).toBe(expected);
    expect(readdirSync(root)).toEqual(['case']);
  });

  test.each(['data/evidence/a.txt', 'data/a.txt', 'a.txt'])('have no place at %s', async (path) => {
    await expect(build(scratch(), {}, { rest: async () => [{ path, bytes: new Uint8Array() }] })).rejects.toThrow(/has no place/);
  });
});

describe('names of bags', () => {
  test.each([
    ['示医保稽〔2026〕12号', '示医保稽〔2026〕12号_2026-11-20'],
    ['A/B:C*12', 'A-B-C-12_2026-11-20'],
    ['..', '.._2026-11-20'],
    ['', '_2026-11-20'],
    ['con', 'con_2026-11-20'],
    ['con.x', '_con.x_2026-11-20'],
    ['e\u0301', 'é_2026-11-20'],
    ['a\u202eb\u200b', 'a-b-_2026-11-20'],
  ])('%j → %j', (caseNo, expected) => {
    expect(bagName(caseNo, '2026-11-20')).toBe(expected);
  });

  test('any case number makes a name that is allowed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (caseNo) => {
        const name = bagName(caseNo, '2026-11-20');
        expect(pathFault(name)).toBeUndefined();
        expect(name.length).toBeLessThanOrEqual(80);
      }),
      runs(2000),
    );
  });

  test('the bag of the fixture', () => expect(BAG).toBe('示医保稽〔2026〕12号_2026-11-20'));
});
