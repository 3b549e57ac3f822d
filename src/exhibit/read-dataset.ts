import type { Dataset, DatasetRead } from '../model/index.ts';
import { datasetOf } from './dataset.ts';
import { withFile } from './disk-file.ts';
import type { Exhibit, ReadOptions } from './file.ts';

/** `datasetOf` a file on disk. @throws the system's error when the file cannot be read; Fault ABORTED */
export function readDataset(exhibit: Exhibit, dataset: Dataset, options: ReadOptions = {}): Promise<DatasetRead> {
  return withFile(exhibit, options, (file) => datasetOf(file, dataset));
}
