/** 《涉嫌犯罪案件移送书（回执）》: blank where the receiving side writes, filled where the form already has it. */
import { type Case, chineseInstant, type PeriodId, type TemplatePack } from '../../model/index.ts';
import { asCase, minute, text } from './common.ts';
import { periodTexts } from './periods.ts';

const count = (value: number | undefined): string | null => (value === undefined ? null : String(value));

/** Periods that the receiving side is told of (医保发〔2021〕49号 三（三）). */
const TOLD = [
  'correctionNotice',
  'correction',
  'forwarding',
  'review',
  'reviewVerify',
  'reviewComplex',
  'notify',
] as const satisfies readonly PeriodId[];

export function receiptView(forms: Case, usual: Pick<TemplatePack, 'periods'>): object {
  const { case: main, receipt, transfer } = forms;
  return {
    agency: main.sender.name,
    recipient: main.recipient.name,
    docNo: transfer.docNo,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    crimes: main.crimes.map((c) => c.name).join('、'),
    transferredAt: minute(receipt.transferredAt, chineseInstant),
    receivedAt: minute(receipt.receivedAt, chineseInstant),
    receiverOrg: text(receipt.receiver?.org),
    receiverName: text(receipt.receiver?.name),
    policeNo: text(receipt.receiver?.policeNo),
    phone: text(receipt.receiver?.phone),
    volumes: count(receipt.received?.volumes),
    documents: count(receipt.received?.documents),
    pages: count(receipt.received?.pages),
    media: count(receipt.received?.media),
    fingerprint: text(receipt.fingerprint),
    blanks: Array.from({ length: 8 }, () => ''),
    completeness: receipt.completeness ?? '',
    missing: receipt.missing ?? [],
    jurisdiction: receipt.jurisdiction ?? '',
    note: text(receipt.note),
    periods: periodTexts(usual, TOLD),
  };
}
