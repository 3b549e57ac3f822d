/** Names of temporary files, and the removal of those that nobody holds. */
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ownerText, randomSuffix, standingOf } from './owner.ts';

const TEMPORARY = /^mbpack-([0-9a-f]{8}-\d{1,10})-[0-9a-f]{16}\.part$/;

/** A name for a file that is not finished. */
export function temporaryName(): string {
  return `mbpack-${ownerText()}-${randomSuffix()}.part`;
}

const SITTING = /^mbpack-([0-9a-f]{8}-\d{1,10})\.open$/;

/** The file by which this process says that it has a case open. */
export function sittingName(): string {
  return `mbpack-${ownerText()}.open`;
}

/** Whose sitting a file of that name speaks of; undefined for any other name. */
export function sittingOwner(name: string): string | undefined {
  return SITTING.exec(name)?.[1];
}

/** Does the program itself name such a file, which says nothing of a case? */
export function isOwnMark(name: string): boolean {
  return TEMPORARY.test(name) || SITTING.test(name);
}

export interface Leftover {
  readonly name: string;
  readonly size: number;
}

/** What killed runs left in a folder. A folder that cannot be listed holds none that we could remove. */
export function leftoversIn(folder: string): readonly Leftover[] {
  return names(folder).flatMap((name) => {
    const owner = TEMPORARY.exec(name)?.[1];
    if (owner === undefined || standingOf(owner) !== 'gone') return [];
    const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
    return stat?.isFile() ? [{ name, size: stat.size }] : [];
  });
}

/** Removes them; returns those that are gone now. What cannot be removed stays and harms nobody. */
export function removeLeftovers(folder: string): readonly Leftover[] {
  return leftoversIn(folder).filter(({ name }) => {
    try {
      rmSync(join(folder, name), { force: true });
      return true;
    } catch {
      return false;
    }
  });
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
