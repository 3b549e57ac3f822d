/** What can go wrong while a dossier is written, at every point: a fault by name, and nothing left under any name. */
import { execFileSync } from 'node:child_process';
import fs, { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test, vi } from 'vitest';
import { type WrittenDossier, writeDossier } from '../../src/dossier/write/index.ts';
import { ownerText } from '../../src/leftovers/index.ts';
import { check, codeOf, MIXED, planOf, put, scratch, stops } from './fixture.ts';
import { fullDisks } from './full-disks.ts';

const left = (root: string): string[] => readdirSync(root).filter((name) => name !== 'case');
const systemError = (code: string): Error => Object.assign(new Error(code), { code });

type Call = 'openSync' | 'writeSync' | 'closeSync' | 'fstatSync' | 'readSync' | 'linkSync' | 'lstatSync' | 'fsync';

/** Runs `work` while the nth `call` fails that concerns `root`; tells whether there was an nth. */
async function failing<T>(
  root: string,
  call: Call,
  nth: number,
  code: string,
  work: () => Promise<T>,
): Promise<{ result: T; struck: boolean }> {
  const real = { open: fs.openSync, close: fs.closeSync, call: fs[call] as (...args: never[]) => unknown };
  const ours = new Set<unknown>();
  let count = 0;
  const strike = (args: unknown[]): unknown => {
    const mine = typeof args[0] === 'string' ? args[0].startsWith(root) : ours.has(args[0]);
    if (mine && ++count === nth) {
      if (call === 'closeSync') real.close(args[0] as number);
      if (call === 'fsync') return (args[1] as (error: Error) => void)(systemError(code));
      throw systemError(code);
    }
    const result = real.call(...(args as never[]));
    if (call === 'openSync' && mine) ours.add(result);
    return result;
  };
  const spies = [vi.spyOn(fs, call as 'openSync').mockImplementation((...args: unknown[]) => strike(args) as never)];
  if (call !== 'openSync')
    spies.push(
      vi.spyOn(fs, 'openSync').mockImplementation((...args) => {
        const fd = real.open(...args);
        if (String(args[0]).startsWith(root)) ours.add(fd);
        return fd;
      }),
    );
  syncBuiltinESMExports();
  try {
    return { result: await work(), struck: count >= nth };
  } finally {
    for (const spy of spies) spy.mockRestore();
    syncBuiltinESMExports();
  }
}

describe('a call to the system that fails, each in its turn', () => {
  test.each<[Call, string, RegExp]>([
    ['writeSync', 'ENOSPC', /^TARGET_DISK_FULL 2$/],
    ['writeSync', 'EIO', /^TARGET_NOT_WRITABLE 2$/],
    ['fsync', 'EIO', /^TARGET_NOT_WRITABLE 2$/],
    ['fsync', 'ENOSPC', /^TARGET_DISK_FULL 2$/],
    ['linkSync', 'ENOSPC', /^none$/],
    ['openSync', 'EMFILE', /^(?:TARGET_NOT_WRITABLE|BUILD_EVIDENCE_UNREADABLE) 2$|^none$/],
    ['readSync', 'EIO', /^BUILD_EVIDENCE_UNREADABLE 2$/],
    ['fstatSync', 'EIO', /^BUILD_EVIDENCE_UNREADABLE 2$/],
    ['closeSync', 'EIO', /^(?:TARGET_NOT_WRITABLE|BUILD_EVIDENCE_UNREADABLE) 2$|^none$/],
    ['lstatSync', 'EACCES', /^TARGET_NOT_WRITABLE 2$|^none$/],
  ])('%s: %s', async (call, code, expected) => {
    const root = scratch();
    const plan = planOf(root, { evidence: MIXED }, { accept: async () => ({ zipSha256: '' }) });
    let strikes = 0;
    for (let nth = 1; ; nth++) {
      const { result, struck } = await failing(root, call, nth, code, () => codeOf(writeDossier(plan)));
      if (!struck) {
        expect(result).toBe('none');
        break;
      }
      strikes += 1;
      expect(`${nth}: ${result}`).toMatch(new RegExp(expected.source.replaceAll('^', `^${nth}: `)));
      // Nothing, or all of it.
      if (result === 'none') {
        expect(left(root)).toEqual(['dossier.zip']);
        expect(stops(await check(plan.target))).toEqual([]);
        rmSync(plan.target);
      } else expect(left(root)).toEqual([]);
    }
    expect(strikes).toBeGreaterThanOrEqual(1);
    expect(stops(await check(plan.target))).toEqual([]);
  });
});

/** Writes fail beyond so many KiB. */
async function onDisk(kib: number, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = join(scratch(), 'disk');
  mkdirSync(folder);
  const real = fs.writeSync as (...args: never[]) => number;
  let room = kib * 1024;
  const spy = vi.spyOn(fs, 'writeSync').mockImplementation((...args: unknown[]) => {
    room -= args[3] as number;
    if (room < 0) throw systemError('ENOSPC');
    return real(...(args as never[]));
  });
  syncBuiltinESMExports();
  try {
    await work(folder);
  } finally {
    spy.mockRestore();
    syncBuiltinESMExports();
  }
}

fullDisks(onDisk);

describe('the target', () => {
  test('on a disk that cannot be written', async () => {
    const folder = join(scratch(), 'disk');
    mkdirSync(folder);
    const plan = planOf(scratch(), {}, { target: join(folder, 'x.zip') });
    expect((await failing(folder, 'openSync', 1, 'EROFS', () => codeOf(writeDossier(plan)))).result).toBe('TARGET_NOT_WRITABLE 2');
  });

  test.each<[string, (folder: string) => void]>([
    ['folder is removed', (folder) => rmSync(folder, { recursive: true })],
    ['temporary file is removed', (folder) => rmSync(join(folder, readdirSync(folder)[0] as string))],
    [
      'folder becomes a file',
      (folder) => {
        rmSync(folder, { recursive: true });
        writeFileSync(folder, '');
      },
    ],
  ])('whose %s while packing', async (_, spoil) => {
    for (const when of ['reading', 'accepting']) {
      const folder = join(scratch(), 'out');
      mkdirSync(folder);
      const target = join(folder, 'x.zip');
      let spoilt = false;
      const once = (): void => {
        if (!spoilt) spoil(folder);
        spoilt = true;
      };
      const plan = planOf(scratch(), { evidence: MIXED }, { target, ...(when === 'reading' ? { onProgress: once } : {}) });
      const accept: typeof plan.accept = async (temporary, content) => {
        if (when === 'accepting') once();
        return plan.accept(temporary, content);
      };
      expect(await codeOf(writeDossier({ ...plan, accept }))).toBe('TARGET_NOT_WRITABLE 2');
      expect(existsSync(target)).toBe(false);
    }
  });

  test.each(['x'.repeat(252), '案'.repeat(90)])('with a name too long is refused before anything is read', async (name) => {
    const root = scratch();
    const plan = planOf(root, {}, { target: join(root, `${name}.zip`), rest: () => Promise.reject(new Error('too late')) });
    expect(await codeOf(writeDossier(plan))).toBe('TARGET_NOT_WRITABLE 2');
    expect(left(root)).toEqual([]);
  });
});

describe('evidence, read side by side', () => {
  async function during(file: string, change: (source: string) => void): Promise<string> {
    const root = scratch();
    let done = false;
    const plan = planOf(root, { evidence: MIXED });
    const result = await codeOf(
      writeDossier({
        ...plan,
        onProgress() {
          if (!done) change(join(root, 'case/evidence', file));
          done = true;
        },
      }),
    );
    expect(left(root)).toEqual([]);
    return result;
  }
  test.each<[string, string, (source: string) => void, string]>([
    ['is deleted while it is read', 'a/2.bin', (s) => unlinkSync(s), 'EVIDENCE_CHANGED 1'],
    [
      'is replaced by another of its size while it is read',
      'a/2.bin',
      (s) => {
        writeFileSync(`${s}.new`, new Uint8Array(3_000_000));
        renameSync(`${s}.new`, s);
      },
      'EVIDENCE_CHANGED 1',
    ],
    ['is deleted before its turn', 'e.txt', (s) => unlinkSync(s), 'BUILD_EVIDENCE_MISSING 1'],
    [
      'becomes a folder before its turn',
      'e.txt',
      (s) => {
        unlinkSync(s);
        mkdirSync(s);
      },
      'BUILD_EVIDENCE_NOT_REGULAR 1',
    ],
  ])('a file that %s', async (_, file, change, expected) => {
    expect(await during(file, change)).toBe(expected);
  });

  test('a small file that changes between two looks', async () => {
    const root = scratch();
    const plan = planOf(root, { evidence: { 'a.txt': 'abc', 'b.txt': 'def' } });
    const real = fs.readSync as (...args: never[]) => number;
    const read = vi.spyOn(fs, 'readSync').mockImplementation((...args: unknown[]) => {
      const count = real(...(args as never[]));
      writeFileSync(join(root, 'case/evidence/a.txt'), 'abcd');
      return count;
    });
    syncBuiltinESMExports();
    try {
      expect(await codeOf(writeDossier(plan))).toBe('EVIDENCE_CHANGED 1');
    } finally {
      read.mockRestore();
      syncBuiltinESMExports();
    }
    expect(left(root)).toEqual([]);
  });
});

describe('a digesting thread', () => {
  const script = (text: string) => (workerData: unknown) =>
    new Worker(`const { workerData } = require('node:worker_threads'); ${text}`, {
      eval: true,
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: 8 },
    });
  const REAL = JSON.stringify(resolve('dist/dossier/write/digest-worker.js'));
  test.each<[string, ReturnType<typeof script>]>([
    ['that cannot start', () => new Worker('/nowhere/worker.js')],
    [
      'for which there is no room',
      () => {
        throw systemError('ERR_WORKER_INIT_FAILED');
      },
    ],
    ['that throws', script('throw new Error("thrown")')],
    ['that ends too early', script('process.exit(0)')],
    ['that runs out of memory', script('const all = []; for (;;) all.push(new Array(1000).fill(all.length));')],
    [
      'that is ended from outside',
      (workerData) => {
        const worker = new Worker(resolve('dist/dossier/write/digest-worker.js'), { workerData });
        worker.once('online', () => void worker.terminate());
        return worker;
      },
    ],
    [
      'that throws in the midst of its work',
      script(`const { createHash } = require('node:crypto');
      const proto = Object.getPrototypeOf(createHash('sha256')); const real = proto.update; let left = 3;
      proto.update = function (...args) { if (left-- === 0) throw new Error('struck'); return real.apply(this, args); };
      import(${REAL});`),
    ],
  ])('%s ends the build by name', async (_, startThread) => {
    const root = scratch();
    const large = { 'a.bin': new Uint8Array(60_000_000), 'b.bin': new Uint8Array(60_000_000) };
    const plan = planOf(root, { evidence: large });
    expect(await codeOf(writeDossier(plan, { digesting: { threads: 2, startThread } }))).toBe('BUILD_THREAD_DIED 2');
    expect(left(root)).toEqual([]);
  });

  test.each([1, 2, 3, 6])('or %d of them: the same bytes', async (threads) => {
    const one = await write(scratch(), 1);
    const other = await write(scratch(), threads);
    expect(readFileSync(other.path).equals(readFileSync(one.path))).toBe(true);
    expect(stops(await check(other.path))).toEqual([]);
  });
  const write = (root: string, threads: number): Promise<WrittenDossier> =>
    writeDossier(planOf(root, { evidence: MIXED }), { digesting: { threads } });
});

describe('what killed runs left beside the target', () => {
  const gone = execFileSync(process.execPath, ['-e', 'console.log(process.pid)'], { encoding: 'utf8' }).trim();
  const machine = ownerText().split('-')[0];
  const part = (owner: string): string => `mbpack-${owner}-0123456789abcdef.part`;
  test('is removed and told; what another process may be writing is not touched', async () => {
    const root = scratch();
    const kept = [part(ownerText()), part(`00000000-${gone}`), 'mbpack-0123456789abcdef.part', `x${part(`${machine}-${gone}`)}`];
    put(root, Object.fromEntries([...kept, part(`${machine}-${gone}`)].map((name) => [name, 'half'])));
    mkdirSync(join(root, part(`${machine}-${gone}`).replace('0123', 'ffff')));
    const { removed } = await writeDossier(planOf(root));
    expect(removed).toEqual([{ name: part(`${machine}-${gone}`), size: 4 }]);
    expect(
      left(root)
        .filter((name) => !/ffff/.test(name))
        .sort(),
    ).toEqual([...kept, 'dossier.zip'].sort());
  });
});
