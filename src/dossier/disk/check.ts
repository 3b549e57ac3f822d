/** The check of a dossier, or of any bag, with Node's own tools. */
import { setImmediate } from 'node:timers/promises';
import {
  type AnyBagCheck,
  type BagCheck,
  type CheckOptions,
  checkAnyBag as checkAnyWith,
  checkBag as checkWith,
  type Platform,
} from '../read/index.ts';
import { nodeHashing } from './hashing.ts';
import type { DiskOpened } from './open.ts';
import { nodePass } from './pass.ts';

/** By default as many threads as the machine has cores. */
interface Threads {
  readonly threads?: number;
}

export function nodePlatform({ fd }: DiskOpened, threads?: number): Platform {
  return { hashing: nodeHashing, turn: () => setImmediate(), pass: nodePass(fd, threads) };
}

/** @throws Fault ABORTED */
export function checkBag(opened: DiskOpened, options: CheckOptions & Threads = {}): Promise<BagCheck> {
  return checkWith(opened, nodePlatform(opened, options.threads), options);
}

/** Any bag. @throws Fault ABORTED */
export function checkAnyBag(opened: DiskOpened, options: Omit<CheckOptions, 'expect'> & Threads = {}): Promise<AnyBagCheck> {
  return checkAnyWith(opened, nodePlatform(opened, options.threads), options);
}
