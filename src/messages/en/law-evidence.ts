import { digestStart, type Sentences } from '../sentence.ts';
import type { LawEvidenceCodes } from '../zh-CN/law-evidence.ts';

/** How many numbers of a list are named; the rest are counted. */
const NAMED = 3;

export function some(all: readonly string[]): string {
  const named = all.slice(0, NAMED).join(', ');
  return all.length > NAMED ? `${named} … (${all.length})` : named;
}

/** Named to whoever has to ask for each of them. */
const ASKED_FOR = 20;

function listed(all: readonly string[]): string {
  const named = all.slice(0, ASKED_FOR).join(', ');
  return all.length > ASKED_FOR ? `${named} … (${all.length})` : named;
}

const records = (r: { readonly records: readonly string[]; readonly evidence: readonly string[] }): string =>
  `record ${some(r.records)}${r.evidence.length > 0 ? ` (evidence ${some(r.evidence)})` : ''}`;
const items = (all: readonly string[]): string => `evidence ${some(all)}`;

export const lawEvidenceSentences: Sentences<LawEvidenceCodes> = {
  DEFECT_CURED: ({ rule, evidence, cure }) => ({
    text: `${items(evidence)}: the defect under rule ${rule} is cured (${cure}) and shown lower`,
  }),
  DEFECT_RULE_UNKNOWN: ({ rule }) => ({ text: `a defect names rule ${rule}, which does not exist`, hint: 'see mbpack rules' }),
  DEFECT_NOT_LOWERED: ({ rule, evidence, why }) =>
    why === 'incurable'
      ? {
          text: `${items(evidence)}: the law provides no cure for what rule ${rule} found; it is stated, not lowered`,
          hint: 'collect again',
        }
      : {
          text: `${items(evidence)}: what rule ${rule} found is an error; a statement alone does not lower it`,
          hint: 'record a reason in internal.reasons',
        },
  DEFECT_TOUCHES_NOTHING: ({ rule, evidence }) => ({
    text: `${items(evidence)}: a defect names rule ${rule}, which found nothing there`,
    hint: 'check the rule and the numbers, unless the record was mended',
  }),
  DEFECT_DAY_WRONG: ({ on, than, limit }) => ({
    text:
      than === 'future' ? `a defect is dated ${on}, today is ${limit}` : `a defect is dated ${on}, before filing and collection (${limit})`,
    hint: 'correct the day; until then it lowers nothing',
  }),
  DEFECT_UNEXPLAINED: ({ evidence, least }) => ({
    text: `${items(evidence)}: the explanation of the defect has fewer than ${least} characters and lowers nothing`,
    hint: 'say what happened and how it was cured',
  }),
  RECORD_OFFICERS_TOO_FEW: (a) => ({
    text: `${records(a)} has ${a.count} officer, ${a.asked} are needed`,
    hint: 'complete officers, collect again, or explain it in defects',
  }),
  SIGNATURE_MISSING: (a) => ({
    text: `${records(a)}: ${a.who} has not signed (${a.signed}), no reason given`,
    hint: a.signed === '待签名' ? 'have it signed, scan it and list the scan' : 'fill reason',
  }),
  CREDENTIALS_NOT_SHOWN: (a) => ({
    text: `${records(a)}: certificates shown: ${a.answer}`,
    hint: 'fill credentialsShown as the paper has it, or explain it in defects',
  }),
  EXTRACTION_RECORD_MISSING: ({ evidence }) => ({
    text: `${items(evidence)}: electronic data without an extraction record`,
    hint: 'enter it in records.extractions and name it in the item',
  }),
  EXTRACTION_GAP: (a) => ({ text: `${records(a)} lacks ${a.gaps}`, hint: 'complete it from the paper' }),
  WITNESS_MISSING: (a) => ({
    text: `${records(a)}: no witness, and no ${a.lacks}`,
    hint: 'fill witness, or noWitnessReason and video',
  }),
  WITNESS_DISQUALIFIED: (a) => ({
    text: `${records(a)}: ${a.name} may not witness: ${a.why}`,
    hint: 'another witness, or the reason with a recording',
  }),
  SIGNER_IS_OFFICER: (a) => ({
    text: `${records(a)}: ${a.name} (${a.who}) bears the name of an officer of the case`,
    hint: 'correct it; another person of that name is told by an id number',
  }),
  WITNESS_GAP: (a) => ({ text: `${records(a)}: witness ${a.name} lacks ${a.gaps}`, hint: 'complete witness' }),
  ORIGINAL_MEDIUM_GAP: (a) => ({ text: `${records(a)}: original medium ${a.sealed}, lacking ${a.gaps}`, hint: 'complete the record' }),
  BACKUP_GAP: (a) => ({
    text: `${records(a)}: backups lack ${a.gaps}`,
    hint: 'one sealed copy with seal number and photographs, one to work on',
  }),
  DATA_CATEGORY_MISSING: ({ evidence }) => ({ text: `${items(evidence)}: no dataCategory`, hint: 'fill dataCategory' }),
  FILE_FORMAT_MISSING: ({ evidence, paths }) => ({
    text: `${items(evidence)}: ${paths.length} file(s) without format, such as ${paths[0] ?? ''}`,
    hint: 'run mbpack collect, or fill format',
  }),
  COMPRESSION_NOT_DESCRIBED: ({ evidence, paths }) => ({
    text: `${items(evidence)}: compressed file ${paths[0] ?? ''} not described in the extraction record`,
    hint: 'fill compression',
  }),
  COMPRESSION_DIGEST_MISSING: (a) => ({ text: `${records(a)}: compression without a digest after it`, hint: 'fill compression.sha256' }),
  COMPRESSED_FILE_NOT_LISTED: (a) => ({
    text: `${records(a)}: ${a.path} is not in the evidence list`,
    hint: 'list it or correct the path',
  }),
  DERIVATION_MISSING: ({ evidence }) => ({
    text: `${items(evidence)}: derived file without a derivation record`,
    hint: 'enter it in records.derivations',
  }),
  DERIVATION_GAP: (a) => ({ text: `${records(a)} lacks ${a.gaps}`, hint: 'complete it; have another person repeat the work' }),
  DERIVED_NOT_MARKED: (a) => ({ text: `${records(a)}: the result is listed as ${a.originality}`, hint: 'set originality to 衍生文件' }),
  DERIVED_FROM_ITSELF: (a) => ({ text: `${records(a)}: source and result are one item`, hint: 'list them apart' }),
  DERIVATIONS_IN_CIRCLE: (a) => ({ text: `${records(a)}: sources and results go in a circle`, hint: 'correct sources' }),
  DERIVATION_TOTAL_DIFFERS: (a) => ({
    text: `${records(a)}: sum ${a.sum}, the amount that rests on it is ${a.total}; difference ${a.difference}`,
    hint: 'correct one of them after the file',
  }),
  DERIVATION_DIFFERS: (a) => ({ text: `${records(a)}: ${a.what} ${a.recorded}, the dataset has ${a.found}`, hint: 'correct one of them' }),
  WEAK_DIGEST_DIFFERS: ({ evidenceNo, path, algorithm, recorded, found }) => ({
    text: `evidence ${evidenceNo}, ${path}: differs from the old record (${algorithm})\n     recorded: ${recorded}\n     now:      ${found}`,
    hint: 'find the original file; do not change the record',
  }),
  WEAK_DIGEST_ONLY: ({ evidence, paths }) => ({
    text: `${items(evidence)}: ${paths.length} file(s) with MD5 or SHA-1 only, such as ${paths[0] ?? ''}`,
    hint: 'keep the old value and run mbpack collect',
  }),
  FIXED_FILE_GONE: ({ evidence, paths, line, others }) => ({
    text: `${items(evidence)}: ${some(paths)}, fixed by line ${line} of the custody log, no longer listed${others.length > 0 ? `; the list has ${some(others)}, which was never fixed` : ''}`,
    hint: 'put the file back under its name and number, or add the event that tells where it went',
  }),
  FIXED_FILE_ELSEWHERE: ({ evidence, paths, line, listed: to }) => ({
    text: `${some(paths)}: fixed as a file of ${items(evidence)} (line ${line} of the custody log), listed under ${to}`,
    hint: 'list it under its number, or correct the log',
  }),
  FIXED_ITEM_TAKES_FILE: ({ evidence, paths }) => ({
    text: `${items(evidence)} has fixed files, and the list adds ${some(paths)}, which was never fixed`,
    hint: 'run mbpack collect, or list it as an item of its own',
  }),
  FIXED_FILE_LEFT: ({ evidence, paths, line, to }) => ({
    text: `${items(evidence)}: ${some(paths)} is not listed: it went to ${to} with its item (line ${line} of the custody log)`,
  }),
  FIXED_FILE_REPLACED: ({ evidence, paths, others, line, correction, counting, samePath, recorded, found }) => ({
    text: `${items(evidence)}: line ${line} of the custody log fixed ${some(paths)} (SHA-256 ${digestStart(recorded)}, voided by line ${correction}); now there is ${samePath ? 'another content' : some(others)} (SHA-256 ${digestStart(found)}), ${counting > 0 ? `fixed by line ${counting}` : 'never fixed'}`,
    hint: 'restore the line (--restore) and put the file back; where another file was fixed by mistake, record a reason for E-14 and tell in defects how, and where the first file is now',
  }),
  EVIDENCE_BEFORE_MADE: ({ evidence, made, collected }) => ({
    text: `${items(evidence)}: collected ${collected}, made ${made}`,
    hint: 'check both times',
  }),
  RECORD_TIMES_REVERSED: (a) => ({ text: `${records(a)}: ends ${a.endedAt}, begins ${a.startedAt}`, hint: 'correct one of them' }),
  COLLECTED_OUTSIDE_RECORD: (a) => ({
    text: `${items(a.evidence)}: collected outside the time of record ${some(a.records)}`,
    hint: 'check collectedAt and the record',
  }),
  OFFICER_IN_TWO_PLACES: ({ officer, firstPlace, secondPlace, records: nos }) => ({
    text: `${officer} is in two places at once (${firstPlace}, ${secondPlace}): records ${some(nos)} overlap`,
    hint: 'check times, places and officers; write one place in one way',
  }),
  DATASET_FAULT: ({ evidenceNo, path, kind, cell, text }) => ({
    text: `evidence ${evidenceNo}, ${path}: not summed, ${kind}${cell ? ` at ${cell}` : ''}${text ? `: ${text}` : ''}`,
    hint: 'correct sumColumn, sheet, headerRows or footerRows; never the original file: derive a clean sheet from it',
  }),
  DATASET_ROWS_DIFFER: ({ evidenceNo, path, recorded, found }) => ({
    text: `evidence ${evidenceNo}, ${path}: ${recorded} rows recorded, ${found} in the file`,
    hint: 'check rows, headerRows and footerRows',
  }),
  DATASET_SUM_DIFFERS: ({ evidenceNo, path, column, recorded, found, difference }) => ({
    text: `evidence ${evidenceNo}, ${path}, ${column}: sum ${recorded} recorded, ${found} in the file, difference ${difference}`,
    hint: 'check sum and sumColumn',
  }),
  DATASET_LAST_ROW_SUMS: ({ evidenceNo, path, cell, rows, total, sum }) => ({
    text: `evidence ${evidenceNo}, ${path}: the last row (${cell}) has the amount of all rows above it together and may be a total: ${rows} rows, ${total} with it, ${rows - 1} rows, ${sum} without`,
    hint: 'look at it: for a total add 1 to footerRows and record rows and sum without it; for data change nothing',
  }),
  DATASET_FILE_NOT_LISTED: ({ evidenceNo, path }) => ({
    text: `dataset ${path} is no file of evidence ${evidenceNo}`,
    hint: 'correct path or evidence',
  }),
  DATASET_PATH_TWICE: ({ evidenceNo, path }) => ({
    text: `evidence ${evidenceNo}: the same column of ${path} is registered twice; none was compared`,
    hint: 'register a column once',
  }),
  DATASET_TOTAL_DIFFERS: ({ evidenceNo, path, sum, total, difference }) => ({
    text: `evidence ${evidenceNo}, ${path}: sum ${sum} is called the whole amount, which is ${total}, difference ${difference}`,
    hint: 'check fundLoss, or set counts to 部分',
  }),
  DATASET_PARTS_TOO_LARGE: ({ evidence, sum, total, overlap }) => ({
    text: `datasets of ${items(evidence)} sum to ${sum}, more than ${total} and overlaps of ${overlap}`,
    hint: 'what is counted twice is 不计入',
  }),
  DATASET_PARTS_DIFFER: ({ evidence, sum, total, overlap, difference }) => ({
    text: `${items(evidence)}: the parts sum to ${sum}, the amount is ${total} with ${overlap} in common; difference ${difference}`,
    hint: 'check sums, amounts of facts and overlaps',
  }),
  DATASET_SHEET_HIDDEN: ({ evidenceNo, path, sheet, named }) => ({
    text: `dataset ${path} of item ${evidenceNo}: ${named ? '' : 'no sheet is named, and '}the sheet that is summed, ${sheet}, is hidden`,
    hint: 'look at it; name the sheet that is meant',
  }),
  DATASET_SHEET_ASSUMED: ({ evidenceNo, path, sheet, others }) => ({
    text: `dataset ${path} of item ${evidenceNo} names no sheet: the first, ${sheet}, is summed; there are ${others} more`,
    hint: 'name the sheet',
  }),
  DATASET_ROWS_HIDDEN: ({ evidenceNo, path, sheet, count, cell }) => ({
    text: `dataset ${path} of item ${evidenceNo}: ${count} rows of sheet ${sheet} are hidden (from ${cell}) and counted`,
    hint: 'look at them; never change the original file: derive a clean sheet from it',
  }),
  DATASET_COLUMN_HIDDEN: ({ evidenceNo, path, sheet, column }) => ({
    text: `dataset ${path} of item ${evidenceNo}: the column that is summed, ${column}, is hidden in sheet ${sheet}`,
    hint: 'make sure that it is the column that is meant',
  }),
  DATASET_NOT_REGISTERED: ({ evidence, paths }) => ({
    text: `${items(evidence)}: ${paths.length} sheet(s) that are no dataset and are not summed again: ${paths[0] ?? ''}`,
    hint: 'add them to datasets; counts: 不计入 where the amount is not counted by it',
  }),
  DATASETS_NOT_COUNTED: ({ evidence }) => ({
    text: `${items(evidence)}: the amount rests on it, and none of its datasets counts`,
    hint: 'set counts to 全部 or 部分',
  }),
  COPY_RECORD_MISSING: ({ evidence, originality }) => ({
    text: `${items(evidence)}: ${originality} without a record of its making`,
    hint: 'enter it in records.copies and name it in the item',
  }),
  COPY_NOT_VERIFIED: (a) => ({
    text: `${records(a)} lacks ${a.gaps}`,
    hint: 'have the provider compare it with the original, date and sign it',
  }),
  ORIGINAL_LOCATION_MISSING: ({ evidence }) => ({ text: `${items(evidence)}: no originalLocation`, hint: 'fill originalLocation' }),
  PRESERVATION_RECORD_MISSING: ({ items: things, measure }) => ({
    text: `thing ${some(things)}: ${measure} without its record`,
    hint: 'enter it in records.preservations with itemNo in its list',
  }),
  PRESERVATION_GAP: (a) => ({ text: `${records(a)} (${a.measure}) lacks ${a.gaps}`, hint: 'complete it from the papers' }),
  PRESERVATION_NOT_APPROVED: (a) => ({ text: `${records(a)} (${a.measure}) lacks ${a.gaps}`, hint: 'fill approvedBy and approvedAt' }),
  PRESERVATION_APPROVED_LATE: (a) => ({
    text: `${records(a)}: ${a.measure} at ${a.startedAt}, approved ${a.approvedAt}`,
    hint: 'urgent: 是 where it could not wait; else explain it in defects',
  }),
  PRESERVATION_OVERDUE: (a) => ({
    text: `${records(a)}: ${a.measure} was to be disposed of by ${a.due}${a.disposedOn ? `, done ${a.disposedOn}` : ', not done'}`,
    hint: 'dispose of it and fill disposition',
  }),
  PRESERVATION_SURELY_OVERDUE: (a) => ({
    text: `${records(a)}: ${a.measure} ${a.disposedOn ? `disposed of on ${a.disposedOn}` : 'not disposed of'} after ${a.days} days, more than the working days allowed can last`,
    hint: 'fill disposition, or explain it in defects',
  }),
  DISPOSED_BEFORE_TAKEN: (a) => ({
    text: `${records(a)}: taken on ${a.takenOn}, disposed of on ${a.disposedOn}`,
    hint: 'correct startedAt or disposition.on',
  }),
  SCENE_OF_ANOTHER_DAY: (a) => ({
    text: `${records(a)}: taken on ${a.takenOn}, its 现场笔录 ${a.scene} is of ${a.sceneOn}`,
    hint: 'correct scene, or explain it in defects',
  }),
  SEALING_EXTENSION_TOO_LONG: (a) => ({
    text: `${records(a)}: extended to ${a.extendedTo}, at the longest ${a.due}`,
    hint: 'check the day',
  }),
  CALENDAR_YEAR_MISSING: (a) => ({ text: `${records(a)}: no holidays of ${a.year} in the template pack, working days not computed` }),
  INTERVIEW_RECORD_MISSING: ({ evidence }) => ({
    text: `${items(evidence)}: words without an interview record`,
    hint: 'enter it in records.interviews',
  }),
  INTERVIEW_GAP: (a) => ({ text: `${records(a)} lacks ${a.gaps}`, hint: 'complete it from the paper, or explain it in defects' }),
  INTERVIEW_NOT_ALONE: (a) => ({ text: `${records(a)}: ${a.name} was not interviewed alone`, hint: 'interview again' }),
  MINOR_WITHOUT_GUARDIAN: (a) => ({ text: `${records(a)}: ${a.name} is ${a.age}, no guardian present`, hint: 'fill guardian' }),
  INTERVIEWS_OVERLAP: ({ officer, records: nos }) => ({
    text: `${officer}: interviews ${some(nos)} overlap`,
    hint: 'check the times',
  }),
  INTERVIEW_TOO_LONG: (a) => ({
    text: `${records(a)}: the interview of ${a.name} takes ${a.hours} hours, more than 24`,
    hint: 'check startedAt and endedAt',
  }),
  RECORDER_NOT_AN_OFFICER: (a) => ({
    text: `${records(a)}: the recorder ${a.recorder} is not among its officers`,
    hint: 'add the recorder to officers, or correct it',
  }),
  INTERVIEW_PAPER_SHARED: (a) => ({
    text: `${records(a)}: the interviews of ${a.names} name the same paper ${a.paper}, which has ${a.files} file(s)`,
    hint: 'name each its own paper, or scan each into its own file',
  }),
  WORDS_CALLED_OTHERWISE: ({ evidence, kind }) => ({
    text: `${items(evidence)}: words of a person, listed as ${kind}`,
    hint: 'set kind to 证人证言 or 当事人的陈述; what was handed over during an interview names a record of its own',
  }),
  SUSPECT_CALLED_WITNESS: (a) => ({
    text: `${a.records.length > 0 ? records(a) : items(a.evidence)}: ${a.name} is a suspect, not a witness`,
    hint: 'set standing to 当事人 and kind to 当事人的陈述',
  }),
  CLASS_C_EVIDENCE: ({ count }) => ({
    text: `${count} item(s) of words, which art. 54(2) does not name: for the police to review and collect`,
  }),
  EXAMINATION_RECORD_MISSING: ({ evidence }) => ({
    text: `${items(evidence)}: an opinion without its record`,
    hint: 'enter it in records.examinations',
  }),
  EXAMINATION_GAP: (a) => ({ text: `${records(a)} lacks ${a.gaps}`, hint: 'complete it, or commission it anew' }),
  SAMPLE_ORIGIN_UNPROVEN: (a) => ({
    text: `${records(a)}: samples ${some(a.samples)} have no record of their collection`,
    hint: 'add the records',
  }),
  EXAMINATION_NOT_TOLD: (a) => ({ text: `${records(a)}: the party was not told`, hint: 'fill partyTold' }),
  REPORT_CALLED_OPINION: ({ evidence, report }) => ({
    text: `${items(evidence)}: ${report} listed as 鉴定意见`,
    hint: 'set kind to 专业报告',
  }),
  AUDIOVISUAL_GAP: ({ evidence, gaps }) => ({ text: `${items(evidence)} lacks ${gaps}`, hint: 'complete it' }),
  EXCERPT_WITHOUT_WHOLE: ({ evidence }) => ({
    text: `${items(evidence)}: an excerpt, no word of the whole`,
    hint: 'fill originalLocation',
  }),
  TRANSCRIPT_MISSING: ({ evidence }) => ({
    text: `${items(evidence)}: no transcript`,
    hint: 'where somebody speaks, list the text and fill transcript',
  }),
  THING_NOT_LISTED: ({ evidence }) => ({ text: `${items(evidence)}: a thing without itemNos`, hint: 'list it in items' }),
  THING_WITHOUT_PICTURE: ({ evidence }) => ({ text: `${items(evidence)}: a thing without a picture`, hint: 'fill photos' }),
  COLLECTION_NOT_PROVEN: ({ evidence }) => ({
    text: `${items(evidence)}: no record proves the collection`,
    hint: 'fill records of the item',
  }),
  RECORD_OF_ANOTHER_KIND: (a) => ({
    text: `${items(a.evidence)} (${a.kind}): record ${some(a.records)} (${a.named}) cannot prove how it was collected`,
    hint: `name one of ${a.wanted}`,
  }),
  PAPER_OF_ANOTHER_KIND: (a) => ({
    text: `${records(a)} (${a.wanted}): its signed paper ${a.paper} (${a.title}) is not such a paper by its name`,
    hint: 'correct paper, or say in docType of the item what it is',
  }),
  RECORD_UNUSED: ({ records: nos }) => ({
    text: `record ${some(nos)}: no evidence, thing or record uses it; not checked further`,
    hint: 'name it in the item it proves, or take it out',
  }),
  RECORDS_TO_SIGN: ({ records: nos }) => ({
    text: `record ${some(nos)}: still to be signed on paper`,
    hint: 'print, sign, scan, list, fill paper',
  }),
  RECORD_NOT_SIGNED: ({ kind, records: nos, evidence }) => ({
    text: `${kind} ${listed(nos)}${evidence.length > 0 ? ` (evidence ${listed(evidence)})` : ''}: only the print is in the dossier, no scan of signed paper`,
    hint: 'list the scan of the signed paper, fill paper',
  }),
  RECORD_UNSIGNED_LATE: ({ kind, records: nos, evidence, marked }) => ({
    text: `${kind} ${listed(nos)}${evidence.length > 0 ? ` (evidence ${listed(evidence)})` : ''}: more than a day after the act no signed paper is listed${marked ? '; printed as 补打' : ', and no printedOn'}`,
    hint: `list the scan of the signed paper and fill paper; not signed then: ${marked ? '' : 'fill printedOn, '}give a reason for R-05 in internal and explain it in defects`,
  }),
  PRINTED_ON_WRONG: (a) => ({
    text:
      a.than === 'future'
        ? `${records(a)}: printedOn ${a.on} has not come, today is ${a.limit}`
        : `${records(a)}: printedOn ${a.on} is before the act (${a.limit})`,
    hint: 'correct printedOn; leave it out where it was printed on the day of the act',
  }),
  SCENE_NOT_TOLD: (a) => ({
    text: `${records(a)}: not written or not done: ${a.gaps}`,
    hint: 'fill it from the paper, or explain it in defects',
  }),
  PARTICIPANT_IS_OFFICER: ({ name }) => ({
    text: `${name} is an officer and a person of another house`,
    hint: 'keep the one that is true; two officers of the bureau collect',
  }),
  OFFICER_OF_FIRM: ({ name, unit }) => ({
    text: `the officer ${name} belongs to ${unit}, which is no administrative organ`,
    hint: 'move to participants, with commission, recusal and pledge of secrecy; two officers collect',
  }),
  PARTICIPANT_GAP: ({ name, gaps }) => ({ text: `${name} of another house: not there or not done: ${gaps}`, hint: 'complete it' }),
  COLLECTORS_TOO_FEW: ({ evidence, asked }) => ({
    text: `${items(evidence)}: fewer than ${asked} collectors`,
    hint: 'complete collectors',
  }),
  COLLECTORS_DIFFER: (a) => ({
    text: `${items(a.evidence)}: ${a.names} among the collectors, not among the officers of record ${some(a.records)}`,
    hint: 'correct collectors or officers',
  }),
  PERSONAL_NUMBER_IN_NAME: ({ evidence, what, where }) => ({
    text: `${items(evidence)}: ${what} in ${where}`,
    hint: 'use a number of the case instead',
  }),
  MEDICAL_INVENTORY: ({ medical, electronic }) => ({
    text: `${medical} item(s) of medical matter, ${electronic} of electronic data: sensitive personal information`,
    hint: 'take only what the facts need',
  }),
};
