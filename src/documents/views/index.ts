/** One view a document: what its template may print. */
import { type DocumentId, fault } from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { approvalView, reportView } from './internal.ts';
import { investigationView } from './investigation.ts';
import { itemsView } from './items.ts';
import { materialsView } from './materials.ts';
import { receiptView } from './receipt.ts';
import { slipView } from './slip.ts';
import { transferView } from './transfer.ts';

/** Plain data, formatted; every field is present, null where the case has nothing. */
export function viewOf(id: DocumentId, title: string, input: RenderInput): object {
  return { title, ...contentOf(id, title, input) };
}

function contentOf(id: DocumentId, title: string, { case: forms, internal, at, materials, slip }: RenderInput): object {
  switch (id) {
    case 'transfer':
      return transferView(forms);
    case 'investigation':
      return investigationView(forms);
    case 'items':
      return itemsView(forms);
    case 'receipt':
      return receiptView(forms);
    case 'materials':
      return materialsView(forms, materials, at, title);
    case 'slip':
      return slipView(forms, slip, title);
    case 'report':
      return reportView(forms, internal);
    case 'approval':
      return approvalView(forms, internal);
    default:
      throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: id });
  }
}
