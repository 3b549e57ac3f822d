/** Whether a document would come out the same: a digest of all that its rendering depends on but the clock. */
import { type DocumentId, sha256Hex } from '../model/index.ts';
import type { RenderInput } from './input.ts';
import { wholeView } from './views/index.ts';
import { seenBy } from './visible.ts';

/** @throws Fault DOCUMENT_INPUT_ABSENT, PACK_DOCUMENT_UNKNOWN */
export function viewDigest(id: DocumentId, input: RenderInput): string {
  const declared = input.pack.pack.documents.find((d) => d.id === id) ?? { id, title: id };
  const { sha256 } = input.pack;
  // The pack's digest stands for the template, its parts, its wording and its fonts.
  const asked = [declared, sha256, input.pack.template(id).text, input.draft, wholeView(declared, seenBy(declared, input))];
  return sha256Hex(new TextEncoder().encode(JSON.stringify(asked)));
}
