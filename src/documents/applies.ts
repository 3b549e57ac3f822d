/** Which documents have anything to say for a case: a record that is already signed on paper is not printed again. */
import type { Case, DocumentId, RecordBase } from '../model/index.ts';

const unsigned = (records: readonly RecordBase[]): boolean => records.some(({ paper }) => paper === undefined);

export function documentApplies(id: DocumentId, { records, supervision }: Case): boolean {
  switch (id) {
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
    default:
      return true;
  }
}
