/** Which documents bear a check code, and over what it is taken: all that they print of the case; no clock, no draft mark, no wording of the pack. */
import { type Case, checkCodeOf, type KnownDocumentId } from '../model/index.ts';
import type { localView } from './views/local.ts';

/** Signed as one paper. */
const WHOLE = ['transfer', 'investigation', 'items', 'receipt'] as const satisfies readonly (KnownDocumentId & keyof Case)[];
/** Each record is a paper of its own. */
const RECORDS: readonly KnownDocumentId[] = ['extraction', 'scene', 'preservation', 'copy', 'derivation'];
/** What the sender prints on a receipt: all else is written by hand on it, and copied from it into the form afterwards. */
const ON_RECEIPT: readonly string[] = ['agency', 'recipient', 'docNo', 'caseName', 'caseNo', 'crimes'];

interface Coded {
  /** By its own name, which an added document has beside the view that it borrows. */
  readonly id: string;
  readonly view: KnownDocumentId;
  readonly local: ReturnType<typeof localView>;
  /** What the template prints of the forms beside its view. */
  readonly forms: object | undefined;
  /** Blank forms bear none. */
  readonly blank: boolean;
}

/** A view with `checkCode`: null where there is none. A view that never has one stays as it is. */
export function withCheckCodes(content: object, { id, view, local, forms, blank }: Coded): object {
  const form = WHOLE.find((whole) => whole === view);
  if (form) {
    const own = { case: local.case ?? null, [form]: local[form] ?? null };
    return { ...content, checkCode: blank ? null : checkCodeOf({ document: id, content: printedOf(view, content), local: own, forms }) };
  }
  if (!RECORDS.includes(view) || !('records' in content)) return content;
  const own = { case: local.case ?? null, records: local.records ?? null };
  const records = (content.records as readonly object[]).map((record) => ({
    ...record,
    checkCode: blank ? null : checkCodeOf({ document: id, content: record, local: own, forms }),
  }));
  return { ...content, records };
}

function printedOf(view: KnownDocumentId, content: object): object {
  return view === 'receipt' ? Object.fromEntries(Object.entries(content).filter(([name]) => ON_RECEIPT.includes(name))) : content;
}
