/** A settlement dataset read again from its own file (法发〔2016〕22号 art. 19: 数据统计量). */
import type { Dataset, DatasetRead } from '../model/index.ts';
import { readSheetDataset } from './dataset-sheet.ts';
import { readTextDataset } from './dataset-text.ts';
import type { EvidenceFile } from './file.ts';
import { SAMPLE_BYTES, sampleText } from './sniff.ts';
import { markedEncoding } from './text-blocks.ts';

/**
 * Row count and exact sum in fen of the named column. By content: an .xlsx, or delimited text in UTF-8, GB 18030 or marked
 * UTF-16. Whatever is not read for certain is a fault by line or cell, and then there is no sum.
 * @throws the system's error when the file cannot be read; Fault ABORTED
 */
export async function datasetOf(file: EvidenceFile, dataset: Dataset): Promise<DatasetRead> {
  const head = await file.read(0, 4);
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4) return readSheetDataset(file, dataset);
  if (await mayBeText(file)) return readTextDataset(file, dataset);
  return { rows: 0, sum: 0n, faults: [{ kind: 'unreadable', cell: '' }] };
}

/** A sheet with a few foreign bytes is told by their line; a picture is told once. */
async function mayBeText(file: EvidenceFile): Promise<boolean> {
  const head = await file.read(0, SAMPLE_BYTES);
  if (sampleText(head) !== undefined || markedEncoding(head)) return true;
  const controls = head.filter((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return controls <= 3 + head.length / 100;
}
