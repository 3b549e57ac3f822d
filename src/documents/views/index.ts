/** One view a document: what its template may print. */
import { documentTitles, type KnownDocumentId, type PackDocument, viewIdOf } from '../../model/index.ts';
import { withCheckCodes } from '../check-codes.ts';
import type { RenderInput } from '../input.ts';
import { contentsView, coverView, notesView } from './archive.ts';
import { custodyView } from './custody.ts';
import { extractionView } from './extraction.ts';
import { fixingView } from './fixing.ts';
import { handoverView, supplementView } from './follow-up.ts';
import { formsView } from './forms.ts';
import { approvalView, reportView } from './internal.ts';
import { investigationView } from './investigation.ts';
import { itemsView } from './items.ts';
import { legalityView } from './legality.ts';
import { consultationView, procuratorateView, urgentView } from './letters.ts';
import { localView } from './local.ts';
import { copyView, derivationView } from './made.ts';
import { materialsView } from './materials.ts';
import { matrixView } from './matrix.ts';
import { outsideHelpView, referralView } from './outside-help.ts';
import { preservationView } from './preservation.ts';
import { receiptView } from './receipt.ts';
import { registerView } from './register.ts';
import { sceneView } from './scene.ts';
import { slipView } from './slip.ts';
import { statementView } from './statement.ts';
import { supervisionView } from './supervision.ts';
import { transferView } from './transfer.ts';
import { verificationView } from './verification.ts';

/** Plain data, formatted; every field is present, null where the case has nothing. */
export function wholeView(document: Pick<PackDocument, 'id' | 'title' | 'view'>, input: RenderInput): object {
  const { pack } = input.pack;
  const { id, title } = document;
  const view = viewIdOf(document);
  const blank = input.blank === true;
  const local = localView(pack.fields ?? {}, input);
  const forms = formsView(input.pack, input.pack.template(id), input.case, blank);
  return {
    title,
    blank,
    ...withCheckCodes(contentOf(view, title, input), { id, view, local, forms, blank }),
    words: pack.strings ?? {},
    local,
    ...(forms ? { forms } : {}),
    pack: {
      title: pack.title,
      version: pack.version,
      joint: pack.recipients?.joint ?? [],
      placeholders: pack.placeholders ?? [],
      titles: documentTitles(pack),
    },
  };
}

function contentOf(id: KnownDocumentId, title: string, input: RenderInput): object {
  const { case: forms, internal, at, materials, slip } = input;
  const usual = input.pack.pack;
  switch (id) {
    case 'transfer':
      return transferView(forms, usual, input.madeBy);
    case 'investigation':
      return investigationView(forms, usual, input.madeBy);
    case 'items':
      return itemsView(input);
    case 'receipt':
      return receiptView(forms, usual);
    case 'materials':
      return materialsView(forms, materials, at, title);
    case 'extraction':
      return extractionView(input);
    case 'scene':
      return sceneView(input);
    case 'preservation':
      return preservationView(input);
    case 'copy':
      return copyView(input);
    case 'derivation':
      return derivationView(input);
    case 'legality':
      return legalityView(input, title);
    case 'custody':
      return custodyView(input, title);
    case 'matrix':
      return matrixView(forms);
    case 'statement':
      return statementView(forms, input.madeBy);
    case 'supervision':
      return supervisionView(forms, title, usual);
    case 'fixing':
      return fixingView(forms, input.fixing, title);
    case 'slip':
      return slipView(forms, slip, title);
    case 'supplement':
      return supplementView(forms, usual);
    case 'handover':
      return handoverView(forms, usual);
    case 'consultation':
      return consultationView(forms);
    case 'urgent':
      return urgentView(forms);
    case 'procuratorate':
      return procuratorateView(forms, title, usual);
    case 'referral':
      return referralView(forms);
    case 'commission':
    case 'pledge':
      return outsideHelpView(forms, input.blank === true);
    case 'cover':
      return coverView(input, title);
    case 'contents':
      return contentsView(input, title);
    case 'notes':
      return notesView(input, title);
    case 'register':
      return registerView(forms, slip, title);
    case 'verification':
      return verificationView(input.verification, title);
    case 'report':
      return reportView(forms, internal, usual);
    case 'approval':
      return approvalView(forms, internal, usual);
    default:
      return id satisfies never;
  }
}
