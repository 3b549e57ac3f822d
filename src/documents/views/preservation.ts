/** 《先行登记保存通知书》 or 《封存决定书》 with its list (行政处罚法 art. 56; 行政强制法 arts 18, 24, 25). */
import { type Case, chineseDay, chineseInstant, type PackPeriod, type PreservationRecord } from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { day, minute, sentence, text } from './common.ts';
import { periodText } from './periods.ts';
import { anchorView, baseView, evidenceList, onlyRendered, signerView, witnessView } from './record-parts.ts';

export function preservationView(input: RenderInput): object {
  return { records: onlyRendered(input.case.records.preservations).map((record) => recordView(input, record)) };
}

function recordView({ case: forms, pack, custody }: RenderInput, record: PreservationRecord): object {
  const { preservation, sealing } = pack.pack.periods;
  return {
    ...baseView(forms, record, custody),
    measure: record.measure,
    legalGround: record.legalGround,
    period: daysText(record.measure === '封存' ? sealing : preservation),
    approvedBy: text(record.approvedBy),
    approvedAt: minute(record.approvedAt, chineseInstant),
    urgent: record.urgent === '是',
    holder: signerView(record.holder),
    address: addressOf(forms, record.holder.name),
    witness: witnessView(record.witness),
    scene: sceneText(forms, record.scene),
    list: record.list.map((row) => ({
      name: row.name,
      quantity: `${row.quantity}${row.unit}`,
      features: row.features ?? '',
      sealNo: row.sealNo ?? '',
      itemNo: row.itemNo ?? '',
    })),
    count: String(record.list.length),
    storagePlace: record.storagePlace,
    custodian: text(record.custodian),
    sealPhotos: evidenceList(forms, record.sealPhotos),
    extendedTo: day(record.extendedTo),
    // Written into the record by whoever printed it: the list was signed before the log had its line.
    anchor: record.chainHead === undefined ? null : anchorView(record, [], custody),
    disposition: record.disposition === undefined ? null : dispositionText(record.disposition),
  };
}

/** `七个工作日`, `三十日`; null when the pack does not say. */
function daysText(period: PackPeriod | undefined): string | null {
  return period?.unit === 'day' ? periodText(period) : null;
}

/** Address of the holder where the holder is a party (行政强制法 art. 24: 当事人的姓名或者名称、地址). */
function addressOf(forms: Case, name: string): string | null {
  return text([...forms.case.parties, ...forms.case.suspects].find((p) => p.name === name)?.address);
}

function sceneText(forms: Case, recordNo: string | undefined): string | null {
  if (recordNo === undefined) return null;
  const scene = forms.records.scenes.find((s) => s.recordNo === recordNo);
  return scene?.docNo === undefined ? `记录编号${recordNo}` : `${scene.docNo}，记录编号${recordNo}`;
}

function dispositionText({ on, action, docNo }: NonNullable<PreservationRecord['disposition']>): string {
  return sentence(`${chineseDay(on)}，${action}${docNo === undefined ? '' : `（${docNo}）`}`);
}
