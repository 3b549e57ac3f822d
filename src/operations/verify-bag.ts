/** verify --bag: any BagIt bag, whoever made it. The law, the forms and the documents of a case are not asked after. */
import { type AnyBagCheck, checkAnyBag, openBag } from '../dossier/disk/index.ts';
import type { Phase } from './open-case.ts';

export interface VerifyBagOptions {
  /** Folder or zip, as the user gave it. */
  readonly path: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((phase: Phase, done: number, total?: number) => void) | undefined;
}

/** @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE, ABORTED */
export async function verifyBag({ path, signal, onProgress }: VerifyBagOptions): Promise<AnyBagCheck> {
  const opened = openBag(path);
  try {
    const total = opened.entries.reduce((sum, { size }) => sum + size, 0);
    return await checkAnyBag(opened, {
      ...(signal ? { signal } : {}),
      onProgress: (done) => onProgress?.('checking', done, total),
    });
  } finally {
    opened.close();
  }
}
