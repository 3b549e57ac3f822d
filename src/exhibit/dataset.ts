/** A settlement dataset read again from its own file (法发〔2016〕22号 art. 19: 数据统计量). */
import type { Dataset, DatasetRead } from '../model/index.ts';
import { readSheetDataset } from './dataset-sheet.ts';
import { readTextDataset } from './dataset-text.ts';
import type { EvidenceFile } from './file.ts';
import { textTable } from './text-table.ts';

/**
 * Row count and exact sum in fen of the named column. By content: an .xlsx, or delimited text in UTF-8, GB 18030, Big5 or
 * UTF-16. Whatever is not read for certain is a fault by line or cell, and then there is no sum.
 * @throws the system's error when the file cannot be read; Fault ABORTED
 */
export async function datasetOf(file: EvidenceFile, dataset: Dataset): Promise<DatasetRead> {
  const head = await file.read(0, 4);
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4) return readSheetDataset(file, dataset);
  const { sample, ...found } = await textTable(file);
  // A sheet with a few foreign bytes is told by their line; a picture is told once.
  return sample === undefined
    ? { rows: 0, sum: 0n, faults: [{ kind: 'unreadable', cell: '' }] }
    : readTextDataset(file, dataset, found, sample);
}
