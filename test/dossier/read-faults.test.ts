/** Disks that fail while a dossier is read: what could be read is said, the rest is named, and nothing is thrown. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, mkdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeHashing } from '../../src/dossier/disk/hashing.ts';
import { checkBag as checkOnDisk, openDossier } from '../../src/dossier/disk/index.ts';
import { type BagCheck, type ByteSource, checkBag, openLoose, openZip, ReadStopped } from '../../src/dossier/read/index.ts';
import { sentenceOf } from '../../src/messages/index.ts';
import { fc, runs } from '../property.ts';
import { BAG, build, scratch, stops } from './fixture.ts';
import { partsOf } from './zip-maker.ts';

let bytes: Buffer;
let sealed: string;
beforeAll(async () => {
  sealed = (await build(scratch(), { evidence: { 'a.txt': 'alpha', 'large.bin': new Uint8Array(5_000_000).fill(3), 'z.txt': 'omega' } }))
    .path;
  bytes = readFileSync(sealed);
});

const platform = { hashing: nodeHashing, turn: async () => undefined };
const inMemory = (content: Uint8Array, fault?: (offset: number, end: number) => void): ByteSource & { close(): void } => ({
  size: content.length,
  fill(into, offset) {
    fault?.(offset, offset + into.length);
    into.set(content.subarray(offset, offset + into.length));
  },
  unchanged: () => true,
  close: () => undefined,
});

async function read(source: ByteSource & { close(): void }): Promise<BagCheck> {
  const result = await checkBag(openZip(source, 'x.zip'), platform);
  for (const finding of result.findings) expect(sentenceOf(finding, 'zh-CN').text).not.toMatch(/undefined|NaN|\n\s+at /);
  return result;
}

/** A sector of 512 bytes that cannot be read. */
const badSector = (at: number) => (offset: number, end: number) => {
  if (offset < at + 512 && end > at) throw new ReadStopped(Math.max(offset, at), 'EIO');
};

describe('a sector that cannot be read', () => {
  test('in evidence: that file, that offset, and all others are whole', async () => {
    const at = bytes.indexOf(Buffer.alloc(4096, 3)) + 3_000_000;
    const result = await read(inMemory(bytes, badSector(at)));
    const failed = result.findings.filter((f) => f.code === 'DOSSIER_READ_FAILED');
    expect(failed.map((f) => [f.at, f.args])).toEqual([
      [
        { entry: 'data/evidence/large.bin', offset: at },
        { offset: at, reason: 'EIO' },
      ],
    ]);
    expect([...result.files].map((f) => f.path)).toEqual(
      expect.arrayContaining(['data/evidence/a.txt', 'data/evidence/z.txt', 'data/index.json']),
    );
    expect([result.read, result.zipSha256, result.files.length]).toEqual([true, undefined, partsOf(bytes).length - 1]);
  });

  test('anywhere: found, never thrown', async () => {
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (at) => {
        const sector = at - (at % 512);
        const result = await read(inMemory(bytes, badSector(sector)));
        expect(stops(result)).toContain('DOSSIER_READ_FAILED');
        seen.add(sector);
      }),
      runs(60),
    );
    const tail = bytes.length - 22 - bytes.readUInt32LE(bytes.length - 10);
    for (let sector = tail - (tail % 512) - 2048; sector < bytes.length; sector += 512)
      expect(stops(await read(inMemory(bytes, badSector(sector))))).toContain('DOSSIER_READ_FAILED');
  });
});

test('a volume that is gone after so many reads, and cannot even say whether it changed', async () => {
  let total = 0;
  await read(inMemory(bytes, () => void total++));
  for (let left = 0; left < total; left++) {
    let reads = 0;
    const source = inMemory(bytes, (offset) => {
      if (reads++ >= left) throw new ReadStopped(offset, 'ENODEV');
    });
    const gone = {
      ...source,
      unchanged: () => {
        throw new Error('ENODEV');
      },
    };
    const codes = stops(await read(gone));
    expect(codes).toContain('DOSSIER_READ_FAILED');
  }
});

test('a source with an error of another kind (FileReaderSync throws DOMException)', async () => {
  const result = await read(
    inMemory(bytes, (offset) => {
      if (offset > 100 && offset < 2_000_000) throw new DOMException('gone', 'NotReadableError');
    }),
  );
  expect(result.findings.find((f) => f.code === 'DOSSIER_READ_FAILED')?.args).toMatchObject({ reason: 'NotReadableError' });
});

test('another time of change at the end', async () => {
  expect(stops(await read({ ...inMemory(bytes), unchanged: () => false }))).toEqual(['DOSSIER_CHANGED_WHILE_READ']);
});

test('files of a browser folder: the same verdict without a disk', async () => {
  const parts = partsOf(bytes);
  const byPath = new Map(parts.map(({ name, content }) => [name.slice(BAG.length + 1), content]));
  const opened = openLoose({
    label: 'dropped',
    bagName: BAG,
    files: [...byPath].map(([path, content]) => ({ path, size: content.length })),
    findings: [],
    refused: false,
    open: (path) => inMemory(byPath.get(path) ?? Buffer.alloc(0)),
  });
  expect(stops(await checkBag(opened, platform))).toEqual([]);
});

describe.each([1, 2])('on disk, %i threads', (threads) => {
  const LARGE = 40_000_000;
  let zip: string;
  beforeAll(async () => {
    const evidence = { 'a.txt': 'a', 'big.bin': new Uint8Array(LARGE).fill(1), 'mid.bin': new Uint8Array(3_000_000).fill(2), 'z.txt': 'z' };
    zip = (await build(scratch(), { evidence })).path;
  });
  const copied = (): string => {
    const path = join(scratch(), 'copy.zip');
    cpSync(zip, path);
    return path;
  };
  const during = async (path: string, change: () => void): Promise<BagCheck> => {
    const opened = openDossier(path);
    try {
      change();
      return await checkOnDisk(opened, { threads });
    } finally {
      opened.close();
    }
  };

  test('whole', async () => {
    const result = await during(zip, () => undefined);
    expect([stops(result), result.files.length, result.zipSha256?.length]).toEqual([[], partsOf(readFileSync(zip)).length, 64]);
  });
  test('shrinks in mid-file: that file and all behind it', async () => {
    const path = copied();
    const result = await during(path, () => truncateSync(path, 20_000_000));
    const failed = result.findings.flatMap((f) => (f.code === 'DOSSIER_READ_FAILED' ? [f] : []));
    expect(failed.find((f) => f.at && 'entry' in f.at && f.at.entry === 'data/evidence/big.bin')?.args).toEqual({
      offset: 20_000_000,
      reason: 'EOF',
    });
    expect(stops(result)).toContain('DOSSIER_CHANGED_WHILE_READ');
    expect([...result.files].map((f) => f.path)).toContain('data/evidence/a.txt');
  });
  test('grows', async () => {
    const path = copied();
    expect(stops(await during(path, () => appendFileSync(path, 'x')))).toEqual(['DOSSIER_CHANGED_WHILE_READ']);
  });
  test('written anew in the same size', async () => {
    const path = copied();
    expect(stops(await during(path, () => utimesSync(path, 1, 1)))).toEqual(['DOSSIER_CHANGED_WHILE_READ']);
  });
  test('taken away: an open file is still there', async () => {
    const path = copied();
    expect(stops(await during(path, () => rmSync(path)))).toEqual([]);
  });
  test('the descriptor is gone', async () => {
    const path = copied();
    const opened = openDossier(path);
    opened.close();
    expect(stops(await checkOnDisk(opened, { threads }))).toContain('DOSSIER_READ_FAILED');
  });

  describe('unpacked', () => {
    const folder = (): string => {
      const root = join(scratch(), 'bag');
      for (const { name, content } of partsOf(readFileSync(zip))) {
        const path = join(root, name.slice(BAG.length + 1));
        mkdirSync(join(path, '..'), { recursive: true });
        writeFileSync(path, content);
      }
      return root;
    };
    test.each<[string, (root: string) => void, string]>([
      ['a file taken away', (root) => rmSync(join(root, 'data/evidence/mid.bin')), 'DOSSIER_NOT_FOUND'],
      ['a file that became shorter', (root) => truncateSync(join(root, 'data/evidence/big.bin'), 5), 'DOSSIER_CHANGED_WHILE_READ'],
      ['a file that grew', (root) => appendFileSync(join(root, 'data/evidence/a.txt'), 'x'), 'DOSSIER_CHANGED_WHILE_READ'],
      [
        'a file that became a folder',
        (root) => {
          rmSync(join(root, 'data/evidence/z.txt'));
          mkdirSync(join(root, 'data/evidence/z.txt'));
        },
        threads > 1 ? 'DOSSIER_NOT_REGULAR' : 'DOSSIER_UNREADABLE',
      ],
    ])('%s', async (_, change, code) => {
      const root = folder();
      const result = await during(root, () => change(root));
      expect(stops(result)).toContain(code);
      expect([...result.files].map((f) => f.path)).toContain('data/index.json');
    });
  });
});

test('a folder that may not be listed, a file that may not be read: named, the rest is checked; a zip that may not be read is exit 2', () => {
  const root = join(scratch(), 'x');
  chmodSync(join(root, '..'), 0o755);
  for (const { name, content } of partsOf(bytes)) {
    const path = join(root, name.slice(BAG.length + 1));
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
  }
  const zip = join(root, '../y.zip');
  writeFileSync(zip, bytes);
  chmodSync(zip, 0);
  chmodSync(join(root, 'data/documents'), 0);
  chmodSync(join(root, 'data/evidence/a.txt'), 0);
  // Root may read everything: the reader runs as nobody.
  const script = `import { openDossier, checkBag } from ${JSON.stringify(resolve('dist/dossier/disk/index.js'))};
    const codes = (await checkBag(openDossier(process.argv[1]))).findings.map((f) => f.code + ' ' + (f.at?.entry ?? ''));
    let exit = 0;
    try { openDossier(process.argv[2]); } catch (error) { exit = error.exit; codes.push(error.finding.code); }
    console.log(JSON.stringify({ codes, exit }));`;
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script, root, zip], { encoding: 'utf8', ...nobody });
  chmodSync(join(root, 'data/documents'), 0o755);
  const said = JSON.parse(ran.stdout) as { codes: string[]; exit: number };
  expect(said.codes).toEqual(
    expect.arrayContaining(['DOSSIER_UNREADABLE data/documents', 'DOSSIER_UNREADABLE data/evidence/a.txt', 'DOSSIER_UNREADABLE']),
  );
  expect(said.exit).toBe(2);
});
