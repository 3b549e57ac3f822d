/** The check of a dossier with Node's own tools. */
import { setImmediate } from 'node:timers/promises';
import {
  type AnyBagCheck,
  type BagCheck,
  type CheckOptions,
  checkAnyBag as checkAnyWith,
  checkBag as checkWith,
  type Opened,
  type Platform,
} from '../read/index.ts';
import { nodeHashing } from './hashing.ts';

export const nodePlatform: Platform = { hashing: nodeHashing, turn: () => setImmediate() };

/** @throws Fault ABORTED */
export function checkBag(opened: Opened, options?: CheckOptions): Promise<BagCheck> {
  return checkWith(opened, nodePlatform, options);
}

/** Any bag. @throws Fault ABORTED */
export function checkAnyBag(opened: Opened, options?: Omit<CheckOptions, 'expect'>): Promise<AnyBagCheck> {
  return checkAnyWith(opened, nodePlatform, options);
}
