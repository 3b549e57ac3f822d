/** 《电子档案移交与接收登记表》 beside the zip: what is handed over on which medium, checked by both sides. */
import { type Case, chineseInstant, fault } from '../../model/index.ts';
import type { SlipData } from '../input.ts';
import { asCase } from './common.ts';
import { bytes } from './materials.ts';

export function registerView({ case: main, transfer }: Case, slip: SlipData | undefined, title: string): object {
  if (!slip) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'slip' });
  return {
    agency: main.sender.name,
    recipient: main.recipient.name,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    docNo: transfer.docNo,
    documents: String(slip.documents),
    evidenceItems: String(slip.evidenceItems),
    evidenceFiles: bytes(slip.evidenceFiles),
    payloadFiles: bytes(slip.payloadFiles),
    payloadBytes: bytes(slip.payloadBytes),
    zipName: slip.zipName,
    zipSize: bytes(slip.zipSize),
    bag: slip.bag,
    fingerprint: slip.fingerprint,
    zipSha256: slip.zipSha256,
    packedAt: chineseInstant(slip.packedAt),
    formatVersion: slip.formatVersion,
  };
}
