/** The exhibit room: what an evidence file tells of itself. Reads, never writes, follows nothing. */

export { type Condition, type ReadExhibit, readConditions, readExhibit } from './condition.ts';
export { readContent } from './content.ts';
export { datasetOf } from './dataset.ts';
export type { EvidenceFile, Exhibit, ReadOptions } from './file.ts';
export { lentFile } from './lent-file.ts';
export { pdfLacks } from './pdf-end.ts';
export { readDataset } from './read-dataset.ts';
export { type WeakAlgorithm, weakDigests } from './weak-digests.ts';
export { readWords } from './words/read-words.ts';
export { shownTexts } from './words/shown-texts.ts';
export type { Unread, UnreadReason } from './words/words.ts';
