/** 《校验单》: the paper anchor beside the zip. */
import { type Case, chineseInstant, fault } from '../../model/index.ts';
import type { SlipData } from '../input.ts';
import { asCase, officerText } from './common.ts';
import { bytes } from './materials.ts';

export function slipView(forms: Case, slip: SlipData | undefined, title: string): object {
  if (!slip) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'slip' });
  const { case: main, transfer } = forms;
  return {
    agency: main.sender.name,
    recipient: main.recipient.name,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    docNo: transfer.docNo,
    fingerprint: slip.fingerprint,
    zipName: slip.zipName,
    zipSha256: slip.zipSha256,
    zipSize: bytes(slip.zipSize),
    bag: slip.bag,
    payloadFiles: bytes(slip.payloadFiles),
    payloadBytes: bytes(slip.payloadBytes),
    documents: String(slip.documents),
    evidenceItems: String(slip.evidenceItems),
    evidenceFiles: bytes(slip.evidenceFiles),
    packedAt: chineseInstant(slip.packedAt),
    packedBy: slip.packedBy.map(officerText),
    custodyEvents: String(slip.custodyEvents),
    custodyHead: slip.custodyHead,
    formatVersion: slip.formatVersion,
    pageSha256: slip.pageSha256 ?? '',
  };
}
