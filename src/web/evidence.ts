/** What files of evidence tell the law, read from what was chosen. */
import type { BagCheck } from '../dossier/read/index.ts';
import { datasetOf, lentFile } from '../exhibit/index.ts';
import type { EvidenceReader } from '../verdict/index.ts';
import { blobSource } from './blob-source.ts';
import { startOne } from './hashing.ts';
import { turn } from './turn.ts';

export function evidenceIn(
  check: Pick<BagCheck, 'placeOf'>,
  blobOf: (file: string) => Blob | undefined,
  signal: AbortSignal | undefined,
): EvidenceReader {
  const open = (path: string) => {
    const stretch = check.placeOf(`data/evidence/${path}`);
    const blob = stretch && blobOf(stretch.file);
    return blob && lentFile(blobSource(blob.slice(stretch.offset, stretch.offset + stretch.size)), turn, { signal });
  };
  return {
    async dataset(path, dataset) {
      const file = open(path);
      return file && datasetOf(file, dataset);
    },
    async weak(path, algorithms) {
      const file = open(path);
      if (!file) return undefined;
      const running = [...new Set(algorithms)].map((name) => [name, startOne(name)] as const);
      for await (const chunk of file.chunks()) for (const [, one] of running) one.update(chunk);
      return Object.fromEntries(running.map(([name, one]) => [name, one.finish()]));
    },
  };
}
