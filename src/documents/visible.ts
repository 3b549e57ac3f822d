/** What a document may see of the case: 内卷 and the letters beside it are kept from whatever leaves the house. */
import { DOCUMENTS_BESIDE, type DocumentId, type PackDocument, placeOfDocument, viewIdOf } from '../model/index.ts';
import type { RenderInput } from './input.ts';

/** 内卷 is seen by 内卷 alone, whatever a pack adds. */
export function seenBy(document: Pick<PackDocument, 'id' | 'internal' | 'view' | 'place'>, input: RenderInput): RenderInput {
  return placeOfDocument(document) === 'internal' ? withInternal(input) : withoutInternal(viewIdOf(document), input);
}

/** 内卷 may be handed over beside the case or inside it. */
function withInternal(input: RenderInput): RenderInput {
  const internal = input.internal ?? input.case.internal;
  return internal === undefined ? input : { ...input, internal };
}

/** What goes to 监察机关 is seen by its own letter alone, and the letters about the case by what stands beside the dossier. */
function withoutInternal(id: DocumentId, { internal: _, case: forms, ...rest }: RenderInput): RenderInput {
  const { internal: __, supervision, correspondence, ...packed } = forms;
  return {
    ...rest,
    case: {
      ...packed,
      ...(id === 'supervision' && supervision ? { supervision } : {}),
      ...(id !== 'supervision' && DOCUMENTS_BESIDE.includes(id) && correspondence ? { correspondence } : {}),
    },
  };
}
