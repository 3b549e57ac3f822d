/** The quick check: forms, pack and law over the case as it lies on the disk, without reading evidence or making documents. It waits for no rendering thread. */
import { Fault, type Finding } from '../../model/index.ts';
import { openCase } from '../open-case.ts';
import { foundIn } from '../preview/places.ts';
import type { Found } from '../preview/protocol.ts';

export interface Quick {
  readonly dir: string;
  readonly template?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What is found at a value of a form; the rest is told by the whole check. */
export async function quickFindings(about: Quick): Promise<readonly (Found & Required<Pick<Found, 'field'>>)[]> {
  const found = await opened(about);
  return found.flatMap((one) => (one.field ? [{ ...one, field: one.field }] : []));
}

async function opened(about: Quick): Promise<readonly Found[]> {
  try {
    const { loaded, pack, findings } = await openCase({ ...about, draft: true, strict: false });
    return foundIn(findings, { loaded, pack });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return foundIn([error.finding satisfies Finding], {});
  }
}
