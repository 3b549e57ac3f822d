/** Which documents have anything to say for a case: a record that is already signed on paper is not printed again. */
import { type Case, isCommissioned, type PackDocument, type RecordBase, viewIdOf } from '../model/index.ts';

const unsigned = (records: readonly RecordBase[]): boolean => records.some(({ paper }) => paper === undefined);

const has = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;

/** An added document has to say what the document has whose data it prints. */
export function documentApplies(
  document: Pick<PackDocument, 'id' | 'view'>,
  { case: main, records, supervision, correspondence }: Case,
): boolean {
  switch (viewIdOf(document)) {
    case 'extraction':
      return unsigned(records.extractions);
    case 'scene':
      return unsigned(records.scenes);
    case 'preservation':
      return unsigned(records.preservations);
    case 'copy':
      return unsigned(records.copies);
    case 'derivation':
      return unsigned(records.derivations);
    case 'statement':
      return records.defects.length > 0;
    case 'supervision':
      return supervision !== undefined;
    case 'supplement':
      return has(correspondence?.corrections);
    case 'handover':
      return has(correspondence?.handovers);
    case 'consultation':
      return has(correspondence?.consultations);
    case 'urgent':
      return has(correspondence?.urgentNotices);
    case 'procuratorate':
      return correspondence?.procuratorateLetter !== undefined;
    case 'referral':
      return has(main.referrals);
    case 'commission':
    case 'pledge':
      return main.participants?.some(isCommissioned) === true;
    case 'cover':
    case 'contents':
    case 'notes':
      return correspondence?.archive !== undefined;
    default:
      return true;
  }
}
