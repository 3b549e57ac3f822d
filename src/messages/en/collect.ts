import type { Sentences } from '../sentence.ts';
import type { CollectCodes } from '../zh-CN/collect.ts';
import { some } from './law-evidence.ts';

const LACKS = { place: 'the place (--place)', from: 'from whom (--from)', caseName: 'the name of the case (case.yaml)' } as const;
const KINDS = { folder: 'a folder', link: 'a link', device: 'a device or pipe' } as const;

export const collectSentences: Sentences<CollectCodes> = {
  FILE_CHANGED_WHILE_READ: ({ file }) => ({
    text: `${file} changed while it was read; no digest of it was recorded`,
    hint: 'Close whatever is writing it (a copy not yet finished, a synchronised folder), then run again',
  }),
  FILE_GONE: ({ file }) => ({ text: `${file} is not there`, hint: 'Was it moved or renamed meanwhile, or the medium taken out?' }),
  FILE_NOT_REGULAR: ({ file, kind }) => ({ text: `${file} is ${KINDS[kind]}, which has no digest`, hint: 'Put the file itself there' }),
  FILE_NOT_READ: ({ file, reason }) => ({
    text: `${file} cannot be read (${reason})`,
    hint: 'Check its permissions and the medium; close the program that uses it',
  }),
  COLLECT_NO_EVIDENCE: ({ path, near }) => ({
    text: `${path} has no folder named evidence`,
    hint:
      near !== undefined
        ? `The case seems to be ${near}: name that one`
        : 'Name the case folder; for a new case run mbpack init, then copy the evidence into its evidence folder unchanged',
  }),
  COLLECT_NOTHING: ({ path }) => ({
    text: `There is no file to fix in the evidence folder of ${path}`,
    hint: 'Copy the evidence into it unchanged, then run again',
  }),
  COLLECT_PATH_OUTSIDE: ({ path }) => ({
    text: `${path} is not in the evidence folder of the case; it was not fixed`,
    hint: 'Copy it into the evidence folder unchanged, then fix that copy',
  }),
  COLLECT_PATH_MISSING: ({ path, item, listedBy }) => ({
    text: listedBy === undefined ? `${path} is not there` : `Item ${listedBy} lists ${path}, which is not there`,
    hint:
      listedBy !== undefined
        ? 'Put the file there, or mend its path in the list'
        : `${item === undefined ? '' : `Did you mean item ${item}? `}Name a file or folder in the evidence folder; quote names with spaces`,
  }),
  COLLECT_PATTERN_NO_MATCH: ({ pattern }) => ({
    text: `Nothing in the evidence folder matches ${pattern}`,
    hint: '* stands for any characters of a name, ? for one, neither for folders; for folders of any depth write **/*.jpg',
  }),
  COLLECT_ITEM_WITHOUT_FILES: ({ evidenceNo }) => ({
    text: `Item ${evidenceNo} lists no files`,
    hint: `List its files, or name them: --item ${evidenceNo} FILE…`,
  }),
  COLLECT_BY_UNKNOWN: ({ by, known }) => ({
    text: `Who is ${by}?`,
    hint:
      known.length > 0
        ? `Give the id of an officer of the case: ${known.join(', ')}; anybody else as NAME/CERTIFICATE`
        : 'The case form names no officers yet: write NAME/CERTIFICATE, e.g. --by 张某一/99010001',
  }),
  COLLECT_TWO_OFFICERS: ({ given, files }) => ({
    text: `${files} files wait to be fixed, and ${given === 0 ? 'no officer is' : 'only one officer is'} named; there must be two at least`,
    hint: 'Name two or more: --by 甲 --by 乙 (ids of officers, or NAME/CERTIFICATE)',
  }),
  COLLECT_OFFICER_NOT_IN_CASE: ({ name, certNo }) => ({
    text: `${name} (${certNo}) is not among the officers of the case form`,
    hint: 'Check name and certificate; if they are right, add the officer to the case form',
  }),
  COLLECT_BY_TWICE: ({ by }) => ({ text: `${by} is named twice with --by and counts once`, hint: 'Name the other officer' }),
  COLLECT_TIME_UNREAD: ({ at }) => ({
    text: `the time of collection, ${at}, is no time`,
    hint: 'Write it like 2026-09-15 09:40, in the time of Beijing',
  }),
  COLLECT_RECORD_UNKNOWN: ({ record, known }) => ({
    text: `The records form has no ${record}; nothing was recorded`,
    hint: `${known.length === 0 ? 'There are none yet' : `There are: ${known.join(', ')}`}; a new one is added by mbpack init --form LIST CASE`,
  }),
  COLLECT_RECORD_WITHOUT_ITEMS: ({ record }) => ({
    text: `No item of the evidence list names record ${record}, so nobody knows which files to enter`,
    hint: `Name files or numbers of items; or write ${record} into the column 取证记录 of the list`,
  }),
  COLLECT_RECORD_WITHOUT_TIME: ({ record, evidenceNo }) => ({
    text: `Record ${record} does not say when it began${evidenceNo === undefined ? '' : `, nor does the list say when ${evidenceNo} was collected`}`,
    hint: 'Fill in startedAt of the record, or give --at',
  }),
  COLLECT_PAPER_LACKS: ({ missing, dir, items }) => ({
    text: `固定清单 will not tell ${missing.map((what) => LACKS[what]).join(', ')}`,
    hint: `The log is never rewritten; supplement it: mbpack custody ${dir} ${items.join(' ')} --add examine --by 甲 --by 乙 --note …`,
  }),
  COLLECT_PAPER_NOT_MADE: ({ target, files }) => ({
    text: `固定清单 was not written to ${target}: ${files > 0 ? `${files} of its files changed, are gone or could not be read` : 'the custody log is not whole'}`,
    hint: 'Mend what else is told, then run again',
  }),
  COLLECT_DETAILS_IGNORED: ({ options, dir, items }) => ({
    text: `Nothing is new, so ${options.join(', ')} went nowhere: what is recorded is not rewritten`,
    hint: `Supplement it: mbpack custody ${dir} ${items.join(' ')} --add examine --by 甲 --by 乙 --note …`,
  }),
  COLLECT_FILE_CHANGED: ({ path, algorithm, recorded, found, where, line, voided }) => ({
    text: `${path} is not what was fixed: ${line === undefined ? 'the list' : `event ${line} of the custody log`} has ${algorithm} ${recorded}, it is now ${found} (recorded in ${where})${voided === undefined ? '' : `; line ${voided} made that digest void in the log, the file is not fixed now, and the list still has it`}`,
    hint:
      voided !== undefined
        ? 'Restore the line (--restore) and put the file back; where another file was fixed by mistake, delete sha256 and sm3 from the list and run mbpack collect: that the contents differ is told from then on (E-14)'
        : 'Do not fix it anew. Put back the original from a backup; what has to be altered is saved as a new file and fixed as a derived one, with the reason',
  }),
  COLLECT_FILE_MISSING: ({ path, where }) => ({
    text: `${path} was fixed and is no longer there (recorded in ${where})`,
    hint: 'Put it back from a backup; if it was renamed or moved, undo that',
  }),
  COLLECT_OTHER_ITEM: ({ path, evidence, line, listed }) => ({
    text: `${path}: fixed as a file of evidence ${evidence.join(', ')} (line ${line} of the custody log), listed under ${listed}`,
    hint: 'list it under its number, or correct the log',
  }),
  COLLECT_SUBSTITUTE: ({ evidenceNo, paths, gone, line }) => ({
    text: `evidence ${evidenceNo}: ${some(gone)}, fixed by line ${line} of the custody log, is gone; ${some(paths)}, new under the same number, was not fixed`,
    hint: 'put the file back under its name; what is new takes a number of its own; add the event that tells where the file went',
  }),
  COLLECT_FILE_RENAMED: ({ path, recorded }) => ({
    text: `${path} is ${recorded}, which was fixed, under another name; it was not fixed anew`,
    hint: `Rename it back to ${recorded}; if it must have another name, keep it, make a copy of that name and fix the copy as a new file`,
  }),
  DROP_NOT_TAKEN: ({ path, why, size, got }) => ({
    text: `${path} was not taken in: ${{ cut: `of ${size} bytes only ${got} came`, there: 'the case has another file of that name', link: 'what stands in the way is a link or a file, and no folder of the case' }[why]}`,
    hint: {
      cut: 'No part of it was left behind. See whether the stick or the network was cut off, and drop it again',
      there: 'The one that is there was not touched. Give the new one another name, and drop it again',
      link: 'Use another name for the folder, and drop it again',
    }[why],
  }),
  COLLECT_SAME_CONTENT: ({ path, other }) => ({ text: `${path} has the same content as ${other}` }),
  COLLECT_NOT_RECORDED: ({ count, because }) => ({
    text: `${count} new files were not fixed: ${{ list: 'the evidence list cannot be read, so their numbers are not known', log: 'the custody log is not whole', condition: 'they are empty, cut short, or not what their names say' }[because]}`,
    hint: {
      condition:
        'Compare each with its source and copy it again; if it is so there, fix it as it was found with --as-found, which the log will say',
      list: 'Mend the evidence list as told above, or give the number with --item, then run again',
      log: 'Never edit custody.jsonl by hand; restore it from a backup, then run again',
    }[because],
  }),
  COLLECT_LIST_NOT_WRITTEN: ({ file, reason, detail }) => ({
    text: `${file} was not written: ${
      {
        format: 'the evidence list cannot be read',
        form: 'it is written in a way of which it is not certain that its present content would stay',
        value: 'something in a new entry does not fit its field',
        column: 'the sheet lacks the columns of number and files',
        long: 'an item has more files than one cell of Excel holds',
        size: 'with the new entries the evidence list would be larger than check reads',
        open: 'it is open in another program',
        changed: 'another program is changing it',
        linked: 'it has other names (hard links)',
        readonly: 'it is read-only',
        write: `it cannot be written (${detail})`,
      }[reason]
    }`,
    hint:
      reason === 'size'
        ? 'The files are fixed and their digests stand in the log; in the evidence list name their paths only'
        : reason === 'open'
          ? 'The files are fixed; save and close it there, then run collect --write-list again'
          : 'The files are fixed; add the printed entries to the evidence list yourself',
  }),
};
