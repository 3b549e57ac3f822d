export { APPROVAL_CODE_PREFIX, groupsMistyped, readApprovalCode, type TypedCode } from './approval-code.ts';
export {
  type ApprovalSubstance,
  type ApprovalSubstanceV2,
  approvalSubstance,
  approvalSubstanceV2,
  substanceCode,
  substanceDigest,
} from './approval-substance.ts';
export type {
  ApprovedChange,
  BagListForm,
  EditReason,
  IdKind,
  NotWrittenReason,
  OtherFile,
  RefKind,
  SignatureProblem,
  TakenKind,
  TakenValue,
  UnusualCharacter,
  UnusualKind,
  ValueKind,
} from './argument-words.ts';
export * from './behaviours.ts';
export * from './blanks.ts';
export * from './canonical-json.ts';
export * from './case.ts';
export { CHECK_CODE, type CodedPage, checkCodeOf, codedPageIn, codedPageText, groupedCheckCode } from './check-code.ts';
export * from './chinese-number.ts';
export { chineseQuotes, hasStraightQuotes } from './chinese-quotes.ts';
export * from './circumstances.ts';
export * from './copied-to.ts';
export { crc32 } from './crc32.ts';
export * from './custody.ts';
export * from './custody-chain.ts';
export { STEP_CODES, stepArgs } from './custody-codes.ts';
export { custodyContext } from './custody-context.ts';
export {
  type CorrectedLine,
  type CorrectedLog,
  type CorrectionChange,
  type CorrectionFault,
  type CorrectionOption,
  type CorrectionProblem,
  correctedLog,
  correctedMembers,
  correctionChanges,
  correctionItems,
  correctionProblem,
} from './custody-correct.ts';
export { type CustodyExtract, custodyExtract } from './custody-extract.ts';
export { isFileOf, type LoggedFile, leftWith } from './custody-files.ts';
export {
  type CustodyContext,
  type CustodyFault,
  type CustodyFaultKind,
  type CustodyStep,
  type FollowedCustody,
  type ItemState,
  isGrave,
  type Presence,
  TAKES,
} from './custody-item.ts';
export { AS_FOUND, happenedBefore, LATE_ENTRY, saysAsFound } from './custody-notes.ts';
export { wholeOf } from './custody-parts.ts';
export { type PlaceGap, placeGaps } from './custody-places.ts';
export { type ListedFile, type Refixed, refixedFiles, type VoidedDigest, voidedDigests } from './custody-refixed.ts';
export { joinedSeals, sealNumbers } from './custody-seals.ts';
export { followCustody, itemStory, NEEDS_TWO } from './custody-state.ts';
export * from './dataset.ts';
export * from './digest.ts';
export * from './dossier-index.ts';
export * from './evidence-kinds.ts';
export { type EvidenceOwner, evidenceOwners } from './evidence-owners.ts';
export * from './finding.ts';
export * from './identity.ts';
export * from './leftover-names.ts';
export * from './local-field.ts';
export * from './manifest.ts';
export * from './money.ts';
export * from './name-bytes.ts';
export * from './nearest.ts';
export { codePoints, normaliseText, type TextChange } from './normalise.ts';
export { isSameOffence, OFFENCES, type Offence, offence, type PackOffence, spellingsOf } from './offences.ts';
export * from './pack.ts';
export * from './path-rule.ts';
export { samePlace } from './place.ts';
export { plainWord } from './plain-word.ts';
export * from './readings.ts';
export { sha256 } from './sha256.ts';
export { sm3 } from './sm3.ts';
export * from './source.ts';
export * from './time.ts';
export { beginText, blanksOf, fillIn, type Piece, piecesOf, toFillIn } from './to-fill.ts';
export type { UnreadReason } from './unread.ts';
export { compareVersions, FIRST_VERSION, madeBefore } from './version.ts';
