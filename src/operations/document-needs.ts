/** What a document needs besides the case: some print what the evidence files are now, some the pages of all others. */
import type { KnownDocumentId } from '../model/index.ts';

/** They print nothing of what the evidence files are now: not kept waiting for digests. */
export const WITHOUT_FILES: readonly KnownDocumentId[] = [
  'transfer',
  'investigation',
  'items',
  'receipt',
  'matrix',
  'statement',
  'report',
  'approval',
  'supervision',
  'fixing',
  'verification',
  'supplement',
  'handover',
  'consultation',
  'urgent',
  'procuratorate',
  'referral',
  'commission',
  'pledge',
];
/** They print the pages of all others. */
export const OF_WHOLE: readonly KnownDocumentId[] = ['cover', 'contents', 'notes'];
