/** Which page of verification was handed out with this program: 校验单 prints it, so that whoever receives the page can hold it against paper. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PAGE_FILE } from './place.ts';

/** SHA-256 of verify.html, hex; undefined where there is none beside the program. @throws of a disk that cannot be read */
export function pageDigest(path = PAGE_FILE): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
