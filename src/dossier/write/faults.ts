/** What the operating system says, as a fault of the catalogue. */
import { type Fault, fault } from '../../model/index.ts';

/** Full disk, exhausted quota, or a file system that keeps no file so large (FAT32: 4 GiB). */
const NO_ROOM: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** The code of a system error, such as `EACCES`; empty for anything else. */
export function errno(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** A failed write to the target or beside it: the machine's fault, exit 2. */
export function targetFault(error: unknown, target: string): Fault {
  const reason = errno(error);
  const at = { at: { file: target } };
  if (reason === 'EFBIG') return fault('TARGET_TOO_LARGE', 2, { target }, at, error);
  if (NO_ROOM.includes(reason)) return fault('TARGET_DISK_FULL', 2, { target }, at, error);
  return fault('TARGET_NOT_WRITABLE', 2, { target, reason: reason || String(error) }, at, error);
}

/** What was being written was removed meanwhile, or its folder was. */
export function targetGone(error: unknown, target: string): Fault {
  return fault('TARGET_NOT_WRITABLE', 2, { target, reason: 'ENOENT' }, { at: { file: target } }, error);
}

/** A file of evidence that cannot be opened or read. */
export function sourceFault(error: unknown, label: string): Fault {
  const reason = errno(error);
  const at = { at: { file: label } };
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return fault('BUILD_EVIDENCE_MISSING', 1, { file: label }, at, error);
  if (reason === 'ELOOP') return fault('BUILD_EVIDENCE_NOT_REGULAR', 1, { file: label, kind: 'link' }, at, error);
  return fault('BUILD_EVIDENCE_UNREADABLE', 2, { file: label, reason: reason || String(error) }, at, error);
}
