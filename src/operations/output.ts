/** Before anything is written: where it goes. */
import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { fault } from '../model/index.ts';

/** @throws Fault TARGET_EXISTS */
export function refuseExisting(...targets: readonly string[]): void {
  for (const target of targets) if (existsSync(target)) throw fault('TARGET_EXISTS', 2, { target });
}

/** The folder for drafts. @throws Fault TARGET_NOT_WRITABLE */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw fault('TARGET_NOT_WRITABLE', 2, { target: path, reason: (error as NodeJS.ErrnoException).code ?? '' }, {}, error);
  }
}

export function sizeOf(path: string): number {
  return lstatSync(path).size;
}
