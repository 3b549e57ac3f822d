import { digestStart, type Sentences } from '../sentence.ts';
import type { CustodyCodes } from '../zh-CN/custody.ts';

const KEEP = 'the log is append-only: find the original in a backup or on paper, or explain';

function broken({ line, fault, from, to }: CustodyCodes['CUSTODY_CHAIN_BROKEN']): string {
  return {
    form: `line ${line} is not a canonical event`,
    changed: `line ${line} was changed after it was written: the next line holds another digest`,
    removed: `before line ${line}, number ${from === to ? from : `${from} to ${to}`} is missing`,
    inserted: `line ${line} was put in: without it the lines around it link`,
    reordered: `line ${line} was moved${from > 0 ? `: it is number ${from}` : ''}`,
    numbering: `line ${line} is numbered ${from}`,
    time: `line ${line} is earlier than the line before`,
  }[fault];
}

const head = ({ line, item, action }: { readonly line: number; readonly item: string; readonly action: string }): string =>
  `custody line ${line} (${item ? `${item}, ` : ''}${action})`;

const some = (all: readonly string[]): string => (all.length > 3 ? `${all.slice(0, 3).join(', ')} … (${all.length})` : all.join(', '));

function corrected({ isVoid, changes, files, corrects, line }: CustodyCodes['CUSTODY_CORRECTED']): string {
  if (isVoid) return `line ${corrects} is void by line ${line}`;
  const parts = [
    ...changes.map(({ field, was, is }) => `${field} was ${was || 'nothing'}, should be ${is || 'nothing'}`),
    ...(files.length === 0 ? [] : [`${some(files)} recorded by mistake`]),
  ];
  return parts.length === 0
    ? `line ${corrects} stands as written, by line ${line}`
    : `line ${corrects} is corrected by line ${line}: ${parts.join('; ')}`;
}

function unfit({ corrects, problem }: CustodyCodes['CUSTODY_CORRECTION_BAD']): string {
  return {
    unsaid: 'names no line or gives no reason',
    absent: `there is no line ${corrects}`,
    later: `line ${corrects} is not before it`,
    correction: `line ${corrects} is itself a correction`,
    pack: `line ${corrects} is the event of packing`,
    both: `line ${corrects} is made void and corrected at once`,
    nothing: `nothing of line ${corrects} is changed`,
    file: `line ${corrects} has no digest of a file that it takes back`,
    items: `its evidence numbers are not those of line ${corrects}`,
    future: `the time that it gives line ${corrects} is after the correction`,
    misplaced: 'is no correction and has members of one',
  }[problem];
}

export const custodySentences: Sentences<CustodyCodes> = {
  CUSTODY_MISSING: () => ({
    text: 'no chain of custody (custody.jsonl) since the collection',
    hint: 'find it; or begin one with mbpack collect, explain in defects, and record a reason for C-04',
  }),
  CUSTODY_CHAIN_BROKEN: (args) => ({ text: `custody log: ${broken(args)}`, hint: KEEP }),
  CUSTODY_ITEM_UNKNOWN: ({ line, evidenceNo }) => ({
    text: `custody line ${line} names unknown evidence ${evidenceNo}`,
    hint: 'check the number',
  }),
  CUSTODY_FIRST_EVENT: (a) => ({
    text:
      a.since > 0
        ? `${head(a)}: its collection at line ${a.since} was made void, and there is no other`
        : `${head(a)}: the item was never collected`,
    hint: a.since > 0 ? 'restore that line (--restore), or collect the item anew and explain' : 'collect it first',
  }),
  CUSTODY_COLLECTED_TWICE: (a) => ({
    text: `${head(a)}: collected at line ${a.since} already, and no new file`,
    hint: 'write a new look as examine',
  }),
  CUSTODY_HOLDER_DIFFERS: (a) => ({
    text: `${head(a)}: from ${a.found}, but since line ${a.since} it is held by ${a.expected}`,
    hint: 'correct the name, or first record the hand-over that is missing',
  }),
  CUSTODY_GAP: (a) => ({
    text: a.found
      ? `${head(a)}: received from ${a.found}, but since line ${a.since} it was with ${a.expected}`
      : `${head(a)}: nobody is named as receiving`,
    hint: 'say in the note what happened between',
  }),
  CUSTODY_GIVER_NOT_HOLDER: (a) => ({
    text: `${head(a)}: since line ${a.since} it is held by “${a.expected}”, but only “${a.found}” acted: a gap`,
    hint: 'name the holder among those who acted, or as giving it; or first record the move by which it was fetched',
  }),
  CUSTODY_SEAL_DIFFERS: (a) => ({
    text: `${head(a)}: seal ${a.found}, but since line ${a.since} it bears ${a.expected}`,
    hint: 'compare with the photograph of the seal',
  }),
  CUSTODY_SEAL_UNNAMED: (a) => ({
    text: `${head(a)}: sealed since line ${a.since} (${a.expected || 'no number'}), and no seal is given`,
    hint: 'give the seal before and after; the same number twice when it was not opened',
  }),
  CUSTODY_NOT_SEALED: (a) => ({
    text: `${head(a)}: it was not sealed${a.found ? `, but seal ${a.found} is given` : ''}`,
    hint: 'leave the seal out, or first record the sealing',
  }),
  CUSTODY_SEALED_TWICE: (a) => ({
    text: `${head(a)}: sealed at line ${a.since} already (${a.expected || 'no number'})`,
    hint: 'give the old seal as well, or first record the unsealing',
  }),
  CUSTODY_SEAL_NUMBER_MISSING: (a) => ({ text: `${head(a)}: no seal number`, hint: 'give the new seal' }),
  CUSTODY_AFTER_LEAVING: (a) => ({
    text: `${head(a)}: it went to ${a.found} at line ${a.since} and did not come back`,
    hint: 'record the receipt first',
  }),
  CUSTODY_TIME_BACK: (a) => ({ text: `${head(a)}: ${a.found} is before ${a.expected} of line ${a.since}`, hint: 'check the time' }),
  CUSTODY_TWO_PLACES: (a) => ({
    text: `${head(a)}: ${a.found} is at ${a.expected} at that time${a.since > 0 ? ` (line ${a.since})` : ''}`,
    hint: 'check time, place and people',
  }),
  CUSTODY_ONE_PERSON: (a) => ({ text: `${head(a)}: ${a.found} person acted, two are needed`, hint: 'name the second, or explain' }),
  CUSTODY_CORRECTED: (a) => ({
    text: `custody ${corrected(a)} (${a.action}, ${some(a.evidence)}); why: ${a.grounds}; by ${a.by.join(', ')}, ${a.at}${a.times > 1 ? `; corrected ${a.times} times, the last counts` : ''}`,
    hint: 'states, papers and verification follow the correction; the line itself stays. Keep the paper that it rests on',
  }),
  CUSTODY_CORRECTOR: ({ line, corrects, by, because }) => ({
    text: `line ${line} corrects line ${corrects}: ${because === 'alone' ? `two or more did that, and ${by.join(', ')} alone corrects it` : `${by.join(', ')}: neither officers of the case nor among those who handled the evidence`}`,
    hint: 'let two officers of the case correct that line again: the last correction counts',
  }),
  CUSTODY_NOT_FIXED: ({ evidence, line }) => ({
    text: `the collection at line ${line} no longer counts: nothing fixes evidence ${evidence.join(', ')} now`,
    hint: 'restore that line (--restore), or run mbpack collect (after the void digests were deleted from the list)',
  }),
  CUSTODY_CORRECTION_BAD: (a) => ({
    text: `custody line ${a.line} (correction) counts for nothing: ${unfit(a)}`,
    hint: 'correct the line that was wrong once more: the last correction counts',
  }),
  CUSTODY_ITEM_ABSENT: ({ evidenceNo, title, count }) => ({
    text: `${count} items are not in the custody log, e.g. ${evidenceNo} (${title})`,
    hint: 'run mbpack collect',
  }),
  CUSTODY_ITEM_AWAY: ({ evidence, line, action, holder }) => ({
    text: `${some(evidence)}: ${action} to ${holder} at custody line ${line}, not come back, and still listed`,
    hint: 'record the receipt, take it off the list, or record a reason for C-04',
  }),
  CUSTODY_PLACE_GAP: ({ evidence, line, since, from, to }) => ({
    text: `${some(evidence)}: at ${from} in custody line ${since}, at ${to} in line ${line}, and no move between`,
    hint: 'record every move; explain this one in defects',
  }),
  SEAL_NOT_IN_LOG: ({ records, seals }) => ({
    text: `record ${some(records)}: seal ${some(seals)} is in no line of the custody log`,
    hint: 'compare with the photograph; append the sealing, or a copy with --media-no and --seal-after',
  }),
  SEAL_USED_TWICE: ({ evidence, line, since, seals }) => ({
    text: `seal ${some(seals)} was put on at custody line ${since}, and again at line ${line} (${some(evidence)})`,
    hint: 'a broken seal is not used again: compare with the photographs and explain in defects',
  }),
  CUSTODY_ANCHOR_LATE: ({ recordNo, line, at, ended }) => ({
    text: `record ${recordNo} bears the head of log line ${line} (${at}), which was written after the record ended (${ended})`,
    hint: 'copy it again from the signed paper',
  }),
  CUSTODY_PEOPLE_DIFFER: ({ line, recordNo, found, recorded }) => ({
    text: `log line ${line} was done by ${found.join(', ')}, none of whom is an officer of record ${recordNo} (${recorded.join(', ')})`,
    hint: 'check who collected it',
  }),
  CUSTODY_CERTIFICATE_DIFFERS: ({ line, name, found, known }) => ({
    text: `log line ${line} gives ${name} the certificate ${found}; the case says ${known}`,
    hint: 'check the certificate',
  }),
  CUSTODY_ANCHOR_LOST: ({ recordNo, head: digest }) => ({
    text: `the paper of record ${recordNo} bears the chain head ${digestStart(digest)}; no line of the log has it`,
    hint: 'compare with the paper; if it is right, the log was written anew after it was signed',
  }),
  CUSTODY_ENTERED_LATE: ({ line, at, recordedAt, count }) => ({
    text: `${count} custody lines were entered over 24 h late, e.g. line ${line}: ${at}, entered ${recordedAt}`,
    hint: 'explain why',
  }),
  CUSTODY_CLOCK_WRONG: ({ line, recordedAt, other, than }) => ({
    text: `custody line ${line}: entered ${recordedAt}, before ${than === 'event' ? 'it happened' : 'the line before was entered'} (${other})`,
    hint: 'check the clock of the machine',
  }),
  CUSTODY_COLLECTED_AT_DIFFERS: ({ line, evidenceNo, at, collectedAt }) => ({
    text: `${evidenceNo} was collected ${collectedAt} says the list, ${at} says custody line ${line}`,
    hint: 'compare with the record',
  }),
  CUSTODY_RECORD_UNKNOWN: ({ line, recordNo }) => ({
    text: `custody line ${line} names record ${recordNo}, which the case does not have`,
    hint: 'fill it in under records',
  }),
  CUSTODY_OUTSIDE_RECORD: ({ line, recordNo, at, from, to }) => ({
    text: `custody line ${line} (${at}) is outside record ${recordNo} (${from} to ${to})`,
    hint: 'compare with the paper',
  }),
  CUSTODY_NO_SUCH_ITEM: ({ evidenceNo, nearest }) => ({
    text: `neither the evidence list nor the log has ${evidenceNo}`,
    hint: nearest ? `did you mean ${nearest}?` : 'collect new evidence with mbpack collect',
  }),
  CUSTODY_ACTION_UNKNOWN: ({ action, because }) => ({
    text: because === 'unknown' ? `no action “${action}”` : `“${action}” is not appended by mbpack custody`,
    hint: because === 'collect' ? 'use mbpack collect' : 'one of seal, unseal, examine, copy, move, hand-over, receive, return; or correct',
  }),
  CUSTODY_SAYS_TOO_LITTLE: ({ action, missing }) => ({
    text: `${action} needs ${{ items: 'evidence numbers', by: '--by', to: '--to', place: '--to or --place', second: 'two officers', mediaNo: '--media-no', where: '--place', line: '--line', reason: '--reason', change: 'something that is changed', whole: '--void for all files of the line', voided: '--restore first: the line is void' }[missing]}`,
    hint:
      missing === 'second' || missing === 'mediaNo' || missing === 'where'
        ? 'nothing was appended; a line is never removed. Where it is really so, give the reason with --note'
        : 'for example: mbpack custody CASE E01 --add move --by 甲 --to NAME',
  }),
  CUSTODY_OPTION_IDLE: ({ action, option }) => ({
    text: `${action} has no use for ${option}; nothing was appended`,
    hint: 'check action and options',
  }),
  CUSTODY_OPTIONS_CLASH: ({ option, beside }) => ({
    text: `${option} ${option === '--void' ? 'makes the whole line void' : 'leaves the line as it was written'} and does not go with ${beside.join(', ')}; nothing was appended`,
    hint: `${beside.includes('--at') ? '--at of a correction is the time that the line should have, not that of the correction; ' : ''}give ${option} alone, or what the line should say`,
  }),
  CUSTODY_CORRECTS_OTHERS: ({ corrects, evidenceNo, items }) => ({
    text: `line ${corrects} is about ${some(items)}, not ${evidenceNo}; nothing was appended`,
    hint: 'check the line; the right numbers go into --actual-item',
  }),
  CUSTODY_FILE_DIFFERS: (a) => ({
    text: `${a.evidenceNo}: ${a.path} is not what ${a.since > 0 ? `line ${a.since} recorded` : 'the evidence list says'}: ${a.algorithm} ${digestStart(a.recorded)} then, ${digestStart(a.found)} now; ${a.action} was not appended`,
    hint: 'fetch the file as it was; where the wrong one was recorded, void it by a correction and collect the right one',
  }),
  CUSTODY_FILE_ABSENT: (a) => ({
    text: `${a.evidenceNo}: ${a.path} (line ${a.since}) is not in the evidence folder; ${a.action} was not appended`,
    hint: 'find it; or say in originalLocation where the original is',
  }),
  CUSTODY_FILES_NOT_COMPARED: ({ evidence, count, because }) => ({
    text: `${count} files of ${some(evidence)} were not compared: ${{ out: 'out of the house by the log', elsewhere: 'the original is kept elsewhere', notFixed: 'never collected' }[because]}`,
    hint: because === 'notFixed' ? 'collect them' : 'the line does not claim that they agree',
  }),
  CUSTODY_HOLDERS_DIFFER: ({ holders }) => ({
    text: `the items are with different people: ${holders.map(({ evidenceNo, holder }) => `${evidenceNo} with ${holder}`).join(', ')}; nothing was appended`,
    hint: 'append one event a holder',
  }),

  CUSTODY_LOCKED: ({ file, since }) => ({
    text: `another mbpack writes the custody log, or one was killed${since ? ` (since ${since})` : ''}; nothing was appended`,
    hint: `try again; if none is running, delete ${file}`,
  }),
  CUSTODY_NOT_WRITTEN: ({ file, reason }) => ({
    text: `cannot write ${file} (${reason}); the log is as it was`,
    hint: 'check space and permissions, close programs that hold it',
  }),
  CUSTODY_CHANGED_MEANWHILE: ({ file }) => ({
    text: `${file} was changed by another program meanwhile; nothing was appended`,
    hint: 'close it and try again',
  }),
  CUSTODY_IN_FUTURE: ({ at, now }) => ({ text: `${at} is after now (${now}); nothing was appended`, hint: 'check the time' }),
  CUSTODY_BEFORE_LAST: ({ at, last, line }) => ({
    text: `${at} is before the last line (${line}, ${last}); nothing was appended`,
    hint: 'append with the present time and say in --note when it happened',
  }),
};
