/** Bytes in memory as a file that readers take: a part of a message. */
import type { EvidenceFile } from '../file.ts';
import { lentFile } from '../lent-file.ts';

export function bytesFile(bytes: Uint8Array, { signal }: Pick<EvidenceFile, 'signal'>): EvidenceFile {
  const source = { size: bytes.length, fill: (into: Uint8Array, offset: number) => into.set(bytes.subarray(offset, offset + into.length)) };
  return lentFile(source, async () => {}, { signal });
}
