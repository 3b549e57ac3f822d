/** The exhibit room: what an evidence file tells of itself. Reads, never writes, follows nothing. */

export { readContent } from './content.ts';
export { readDataset } from './dataset.ts';
export type { Exhibit, ReadOptions } from './file.ts';
export { readTexts } from './texts.ts';
export { type WeakAlgorithm, weakDigests } from './weak-digests.ts';
