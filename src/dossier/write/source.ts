/** A file of evidence while it is read: opened once, seen to be a file, and seen not to change. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import { type Fault, fault } from '../../model/index.ts';
import { MAX_FILE_BYTES } from '../format/index.ts';
import { sourceFault } from './faults.ts';

export interface EvidenceSource {
  /** On disk. */
  readonly source: string;
  /** For messages: the path in the case folder. */
  readonly label: string;
}

/** NOFOLLOW: a link put in the file's place after the case was checked is not followed. NONBLOCK: a pipe does not hang the program. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export interface OpenSource {
  readonly size: number;
  /** Fills `into` with what comes next. @throws Fault EVIDENCE_CHANGED when there is less */
  fill(into: Uint8Array): void;
  /** @throws Fault EVIDENCE_CHANGED when it is not what was opened */
  assertUnchanged(): void;
  close(): void;
}

/** @throws Fault BUILD_EVIDENCE_* */
export function openSource(file: EvidenceSource): OpenSource {
  const fd = open(file);
  try {
    const before = stat(fd, file.label);
    if (!before.isFile())
      throw fault('BUILD_EVIDENCE_NOT_REGULAR', 1, { file: file.label, kind: kindOf(before) }, { at: { file: file.label } });
    if (before.size > MAX_FILE_BYTES) throw fault('BUILD_EVIDENCE_UNREADABLE', 2, { file: file.label, reason: 'EFBIG' });
    return {
      size: before.size,
      fill: (into) => fill(fd, into, file.label),
      assertUnchanged() {
        if (!same(before, stat(fd, file.label))) throw changed(file.label);
      },
      close: () => release(fd),
    };
  } catch (error) {
    release(fd);
    throw error;
  }
}

function open(file: EvidenceSource): number {
  try {
    if (constants.O_NOFOLLOW === undefined && lstatSync(file.source).isSymbolicLink()) {
      throw fault('BUILD_EVIDENCE_NOT_REGULAR', 1, { file: file.label, kind: 'link' }, { at: { file: file.label } });
    }
    return openSync(file.source, OPEN_FLAGS);
  } catch (error) {
    throw error instanceof Error && error.name === 'Fault' ? error : sourceFault(error, file.label);
  }
}

/** Nothing was written: what it has to say at its end changes nothing of what was read. */
function release(fd: number): void {
  try {
    closeSync(fd);
  } catch {
    return;
  }
}

function fill(fd: number, into: Uint8Array, label: string): void {
  try {
    for (let done = 0; done < into.length; ) {
      const count = readSync(fd, into, done, into.length - done, null);
      if (count === 0) throw changed(label);
      done += count;
    }
  } catch (error) {
    throw error instanceof Error && error.name === 'Fault' ? error : sourceFault(error, label);
  }
}

function stat(fd: number, label: string): Stats {
  try {
    return fstatSync(fd);
  } catch (error) {
    throw sourceFault(error, label);
  }
}

/** Of one open file, so that device and inode are the same. No link to it any more: it was deleted, or another file has taken its name. */
function same(before: Stats, after: Stats): boolean {
  return before.size === after.size && before.mtimeMs === after.mtimeMs && (after.nlink > 0 || before.nlink === 0);
}

function changed(label: string): Fault {
  return fault('EVIDENCE_CHANGED', 1, { file: label }, { at: { file: label } });
}

function kindOf(stats: Stats): 'folder' | 'link' | 'device' {
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'device';
}
