/** Who has the case open in 办案台: a file of each sitting in the case folder, which a share shows to all. One that a killed sitting left is cleared away on its machine, and told as old on others. */
import { lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { ownerText, sittingName, sittingOwner, standingOf } from '../../leftovers/index.ts';
import { column } from '../../messages/index.ts';
import { formatInstant } from '../../model/index.ts';

/** Each sitting says in this time that it is still there; one that was silent for thrice as long is told as old. */
const BEAT_MS = 60_000;
/** Names of a person and a machine; what is longer was not written by us. */
const MOST_BYTES = 1024;

export interface Other {
  /** Of the user and the machine, as their systems call them. */
  readonly who: string;
  /** China's time. */
  readonly since: string;
  /** It has not been heard of for minutes: killed, or cut off. */
  readonly old: boolean;
}

export interface OpenSitting {
  others(): readonly Other[];
  close(): void;
}

/** A case that cannot be written is opened all the same, unannounced. */
export function openSitting(dir: string, clock: () => number): OpenSitting {
  const own = join(dir, sittingName());
  const since = formatInstant(clock());
  const announce = (): void => quietly(() => writeFileSync(own, `${since}\n${userName()}（${hostname()}）\n`));
  announce();
  // Written anew each time: the share may have been gone, and its own clock gives the time.
  const beat = setInterval(announce, BEAT_MS);
  beat.unref();
  return {
    others: () => othersIn(dir, lstatOrNothing(own)?.mtimeMs ?? 0),
    close() {
      clearInterval(beat);
      quietly(() => rmSync(own, { force: true }));
    },
  };
}

/** `now`: when our own was written last, by the clock of the disk that holds them all. */
function othersIn(dir: string, now: number): readonly Other[] {
  return namesIn(dir).flatMap((name): readonly Other[] => {
    const owner = sittingOwner(name);
    if (owner === undefined || owner === ownerText()) return [];
    const path = join(dir, name);
    const standing = standingOf(owner);
    if (standing === 'gone') {
      quietly(() => rmSync(path, { force: true }));
      return [];
    }
    const stat = lstatOrNothing(path);
    if (!stat?.isFile() || stat.size > MOST_BYTES) return [];
    const [since = '', who = ''] = textOf(path).split('\n');
    const old = standing === 'unknown' && now - stat.mtimeMs > 3 * BEAT_MS;
    return [{ who: column(who), since: column(since), old }];
  });
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

function lstatOrNothing(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function namesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}
