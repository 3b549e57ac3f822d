/** Files that are dropped onto the page, into the case: each under a temporary name until all of it is on the disk. No file of the case is ever written over. */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, lstatSync, mkdirSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nameFindings, type OnDisk, walk } from '../../case/index.ts';
import { openTarget, targetFault } from '../../dossier/write/index.ts';
import { readConditions } from '../../exhibit/index.ts';
import { collisionKey, Fault, type Finding, fault, finding, leftoverIn, pathFault } from '../../model/index.ts';
import type { SentFile } from '../../preview/index.ts';
import { conditionFindings } from '../conditions.ts';

const EVIDENCE = 'evidence';

/** `path`: below `evidence/`. `taken`: it lies there, and `findings` say in what condition it is. `same`: a file with this content was there, `other`; nothing was put beside it. */
export type Dropped =
  | {
      readonly outcome: 'taken';
      readonly path: string;
      readonly size: number;
      readonly sha256: string;
      readonly findings: readonly Finding[];
    }
  | { readonly outcome: 'same'; readonly path: string; readonly other: string; readonly findings: readonly Finding[] }
  | { readonly outcome: 'refused'; readonly path: string; readonly findings: readonly Finding[] };

export interface Announced {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

export interface Drops {
  /** What would be refused, told before anything is copied: one answer for each, empty where it may come. */
  announce(files: readonly Announced[]): Promise<readonly (readonly Finding[])[]>;
  /** Never throws for what a file or a disk is at fault for: what is not all there leaves nothing behind. */
  take(sent: SentFile): Promise<Dropped>;
}

/** Paths below `evidence/` by size in bytes: only files of one size can be the same. */
type Sizes = Map<number, string[]>;

export function openDrops(dir: string): Drops {
  let sizes: Sizes | undefined;
  const lookAgain = async (): Promise<ReadonlyMap<string, OnDisk>> => {
    const disk = new Map<string, OnDisk>();
    await walk(dir, EVIDENCE, disk, []);
    sizes = new Map();
    for (const { path, stat } of disk.values()) note(sizes, path.slice(EVIDENCE.length + 1), stat.size);
    return disk;
  };
  return {
    async announce(files) {
      const there = await lookAgain();
      const keys = new Map([...there.keys()].map((path) => [collisionKey(path), path]));
      return files.map(({ path }) => announced(path, keys));
    },
    async take(sent) {
      const { path, size } = sent;
      if (!sizes) await lookAgain();
      try {
        const done = await placed(dir, sent, sizes ?? new Map());
        if (done.outcome === 'taken') note(sizes ?? new Map(), path, size);
        return done;
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        return { outcome: 'refused', path, findings: [error.finding] };
      }
    },
  };
}

function note(sizes: Sizes, path: string, size: number): void {
  const same = sizes.get(size);
  if (same) same.push(path);
  else sizes.set(size, [path]);
}

/** One of the very same name may be the same file: its bytes tell, when they have come. */
function announced(path: string, keys: Map<string, string>): readonly Finding[] {
  const whole = `${EVIDENCE}/${path}`;
  const bad = nameFindings([whole]).findings;
  if (bad.length > 0) return bad;
  if (leftoverIn(path) !== undefined) return [finding('EVIDENCE_FILE_JUNK', 'warning', { path }, { at: { file: whole } })];
  const other = keys.get(collisionKey(whole));
  if (other !== undefined && other !== whole)
    return [finding('EVIDENCE_NAME_COLLISION', 'stop', { path: whole, other }, { at: { file: whole } })];
  keys.set(collisionKey(whole), whole);
  return [];
}

async function placed(dir: string, { path, size, bytes }: SentFile, sizes: Sizes): Promise<Dropped> {
  const whole = `${EVIDENCE}/${path}`;
  const problem = pathFault(whole);
  if (problem) throw fault('EVIDENCE_NAME_BAD', 1, { path: whole, problem }, { at: { file: whole } });
  if (leftoverIn(path) !== undefined)
    return { outcome: 'refused', path, findings: [finding('EVIDENCE_FILE_JUNK', 'warning', { path }, { at: { file: whole } })] };
  makeFolders(dir, path);
  const absolute = join(dir, EVIDENCE, path);
  const hash = createHash('sha256');
  const present = lstatSync(absolute, { throwIfNoEntry: false });
  // A file of that name and of another size is another file, whatever comes.
  if (present && (!present.isFile() || present.size !== size)) throw notTaken(path, 'there', size, 0);
  const target = openTarget(join(dir, `${EVIDENCE}.part`), true, dir);
  try {
    await received(target.fd, bytes, { path, size, hash });
    const sha256 = hash.digest('hex');
    const other = size === 0 ? undefined : await sameContent(dir, sizes.get(size) ?? [], sha256);
    if (other !== undefined)
      return {
        outcome: 'same',
        path,
        other,
        findings: [finding('COLLECT_SAME_CONTENT', 'info', { path, other }, { at: { file: whole } })],
      };
    if (present) throw notTaken(path, 'there', size, size);
    await target.sync();
    target.commitAs(absolute);
    return { outcome: 'taken', path, size, sha256, findings: await conditionsOf(absolute, path, size) };
  } finally {
    target.discard();
  }
}

const notTaken = (path: string, why: 'cut' | 'there' | 'link', size: number, got: number): Fault =>
  fault('DROP_NOT_TAKEN', 1, { path, why, size, got }, { at: { file: `${EVIDENCE}/${path}` } });

/**
 * Folders on the way down. One that is a link leads out of the case; where the case has no evidence folder, the share that it lies on is gone,
 * and what stands in its place is no case. @throws Fault COLLECT_NO_EVIDENCE, DROP_NOT_TAKEN, TARGET_NOT_WRITABLE
 */
function makeFolders(dir: string, path: string): void {
  const segments = [EVIDENCE, ...path.split('/').slice(0, -1)];
  for (const [i] of segments.entries()) {
    const folder = join(dir, ...segments.slice(0, i + 1));
    try {
      const stat = lstatSync(folder, { throwIfNoEntry: false });
      if (!stat && i === 0) throw fault('COLLECT_NO_EVIDENCE', 2, { path: dir });
      if (!stat) mkdirSync(folder);
      else if (!stat.isDirectory()) throw notTaken(path, 'link', 0, 0);
    } catch (error) {
      if (error instanceof Fault) throw error;
      const reason = (error as NodeJS.ErrnoException).code ?? '';
      throw fault('TARGET_NOT_WRITABLE', 2, { target: dirname(folder), reason }, { at: { file: `${EVIDENCE}/${path}` } }, error);
    }
  }
}

async function received(
  fd: number,
  bytes: SentFile['bytes'],
  { path, size, hash }: { readonly path: string; readonly size: number; readonly hash: Hash },
): Promise<void> {
  let got = 0;
  try {
    for await (const piece of bytes) {
      hash.update(piece);
      for (let done = 0; done < piece.length; ) done += writeSync(fd, piece, done);
      got += piece.length;
    }
  } catch (error) {
    const { syscall = '' } = error as NodeJS.ErrnoException;
    if (syscall === 'write') throw targetFault(error, `${EVIDENCE}/${path}`);
    throw notTaken(path, 'cut', size, got);
  }
  if (got !== size) throw notTaken(path, 'cut', size, got);
}

async function sameContent(dir: string, alike: readonly string[], sha256: string): Promise<string | undefined> {
  for (const path of alike) if ((await digestOf(join(dir, EVIDENCE, path))) === sha256) return path;
  return undefined;
}

/** Undefined where it cannot be read: then it is not known to be the same. */
async function digestOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece as Uint8Array);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}

async function conditionsOf(absolute: string, path: string, size: number): Promise<readonly Finding[]> {
  const file = `${EVIDENCE}/${path}`;
  if (size === 0) return [finding('EVIDENCE_FILE_EMPTY', 'warning', { path: file }, { at: { file } })];
  try {
    return conditionFindings(path, file, await readConditions(absolute, path, {}));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [error.finding];
  }
}
