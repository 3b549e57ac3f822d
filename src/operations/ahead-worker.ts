/** The thread of `ahead.ts`. It ends at the first document that cannot be made: the main thread meets the same fault and tells it. */
import { parentPort, workerData } from 'node:worker_threads';
import { renderDocument } from '../documents/index.ts';
import { findPack } from '../pack/index.ts';
import type { AheadJob } from './ahead.ts';
import { renderInput } from './payload.ts';

const { case: c, template, packSha256, now, draft, custody, ids } = workerData as AheadJob;

async function renderAll(): Promise<void> {
  const pack = findPack(template);
  if (pack.sha256 !== packSha256) return;
  for (const id of ids) parentPort?.postMessage(await renderDocument(id, renderInput({ case: c, pack, now, draft, custody })));
}

void renderAll();
