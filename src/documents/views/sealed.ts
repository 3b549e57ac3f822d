/** Is an item sealed at the time of packing: by the log of custody, and what its records say of sealed media. */
import { type AnyRecord, EVIDENCE_KINDS, type EvidenceItem } from '../../model/index.ts';
import { type FollowedLog, NOT_SEALED, sealLine } from './holders.ts';

/** 不适用 for words and reports that nobody sealed. */
export function sealedView(item: EvidenceItem, records: readonly AnyRecord[], { states, steps }: FollowedLog): readonly string[] {
  const state = states.get(item.evidenceNo);
  const media = records.flatMap((entry) => mediaOf(entry, item).map((text) => `记录${entry.record.recordNo}所载：${text}`));
  const applies = EVIDENCE_KINDS[item.kind].admissibility === 'A' || state?.sealed === true || media.length > 0;
  if (!applies) return ['不适用'];
  const line = sealLine(state, steps.get(item.evidenceNo)) ?? '保管链未登记';
  // The log knows of no seal and a paper does: neither is called wrong.
  return [line === NOT_SEALED && media.length > 0 ? '保管记录没有封存的记载' : line, ...media];
}

/** `封存件介质GP-01，封条号FT-0001` */
function mediaOf({ list, record }: AnyRecord, { evidenceNo, kind, itemNos = [] }: EvidenceItem): readonly string[] {
  if (list === 'extractions') {
    // Paper that came with the data, and photographs and films of the work, are on no medium that was sealed.
    if (kind !== '电子数据' && kind !== '视听资料') return [];
    const beside = [record.video, record.paper, ...(record.originalPhotos ?? []), ...(record.backups ?? []).flatMap((b) => b.photos ?? [])];
    if (beside.includes(evidenceNo)) return [];
    const { originalMedium, originalMediaNo, originalSealNo, backups = [] } = record;
    return [
      ...(originalMedium === '已封存' ? [`原始存储介质${originalMediaNo ?? ''}，${numbered(originalSealNo)}`] : []),
      ...backups.filter((b) => b.use === '封存件').map((b) => `封存件介质${b.mediaNo}，${numbered(b.sealNo)}`),
    ];
  }
  if (list !== 'preservations') return [];
  return record.list
    .filter((row) => row.sealNo !== undefined && row.itemNo !== undefined && itemNos.includes(row.itemNo))
    .map((row) => `涉案物品${row.itemNo}，${numbered(row.sealNo)}`);
}

const numbered = (sealNo: string | undefined): string => (sealNo === undefined || sealNo === '' ? '封条未编号' : `封条号${sealNo}`);
