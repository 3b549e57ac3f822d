/** From the parts of a dossier to what is printed and bound of it. */
import type { PayloadPart } from '../case/index.ts';
import type { PaperDocument } from '../documents/index.ts';
import { comparePaths, type DocumentId } from '../model/index.ts';

/** The dossier's documents in their order; a signed paper has the pages of its scan. */
export function paperOf(parts: readonly PayloadPart[]): readonly PaperDocument[] {
  const inOrder = [...parts].sort((a, b) => comparePaths(a.path, b.path));
  return inOrder.flatMap(({ role, document, title, pages }) => {
    if (role !== 'document' || document === undefined) return [];
    const scan = parts.find((part) => part.role === 'signedScan' && part.document === document);
    const bound = scan?.pages ?? pages;
    return [{ id: document as DocumentId, title, ...(bound === undefined ? {} : { pages: bound }) }];
  });
}
