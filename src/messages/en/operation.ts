import { bytesText } from '../finding-text.ts';
import { digestStart, type Sentences } from '../sentence.ts';
import { type FileLine, groupedFiles, isPage, type Reason } from '../unread-files.ts';
import type { OperationCodes } from '../zh-CN/operation.ts';

const WHY_NOT = {
  pack: 'the template pack is not installed',
  engine: 'the engine has another version',
  fault: 'rendering again failed',
} as const;

/** More names than this `--json` has. */
const NAMED = 10;

const UNREAD: Record<Reason, string> = {
  picture: 'pictures, or files with pictures',
  'no-reader': 'formats that no program here reads (sound, film, programs)',
  embedded: 'other files inside them were not read',
  locked: 'behind a password',
  damaged: 'damaged, not read to the end',
  'too-large': 'too large to be read',
  encoding: 'characters in no known encoding',
  font: 'fonts that give no characters',
  traditional: 'in traditional characters',
  'not-searched': 'not searched (no reporter is given)',
};

function placeOf({ where, more }: FileLine): string {
  const place = where === '' ? '' : isPage(where) ? `page ${where}` : `in ${where}`;
  const both = [place, more > 0 ? `${more} more places` : ''].filter((part) => part !== '').join(', ');
  return both === '' ? '' : ` (${both})`;
}

const UNCHECKED = {
  files: 'evidence files against their list and digests',
  weak: 'old MD5 and SHA-1 values against the files',
  words: 'the words of the files for who reported',
  rules: 'the rules of law, custody steps among them',
  documents: 'whether the documents can be made',
} as const;

/** `most` names; below those that are left out, how all are listed. */
export function eyesText(told: OperationCodes['FILES_NEED_EYES'], most: number): string {
  return [
    ...(told.count > 0 ? [`${told.count} files hold something that no program read; check each for who reported the case:`] : []),
    ...groupedFiles(told, most).flatMap(({ why, count, shown }) => [
      `  ${UNREAD[why]}, ${count}${shown.length < count ? ', such as' : ''}:`,
      ...shown.map((file) => `    ${file.path}${placeOf(file)}`),
    ]),
    ...(told.count > most ? ['  --file-list files.txt writes the names of all, each with its reason'] : []),
    ...(told.count > told.paths.length && told.paths.length < most ? [`  ${told.count - told.paths.length} more are not listed`] : []),
    ...(told.named
      ? [
          'A name is searched for as it was given: in traditional characters, pinyin, other characters of the same sound by the surname alone, over two cells, or a number with digits masked, it is not found.',
        ]
      : []),
  ].join('\n');
}

export const operationSentences: Sentences<OperationCodes> = {
  NOT_A_DOSSIER: ({ path, looks, inside }) => ({
    text: `${path} is no dossier`,
    hint: {
      case: 'a case folder: use mbpack check',
      payload: 'inside a dossier: go one level up',
      around: `the dossier seems to lie in it: verify ${inside}`,
      zipped: `it holds ${inside}: take that out (unpack this zip) and verify it by itself`,
      office: 'a file of Word, Excel or PowerPoint; a dossier is a zip, or a folder with bagit.txt',
      bag: 'a BagIt bag of another program: mbpack verify --bag compares its files with its lists',
      other: 'name a dossier zip, or the folder with bagit.txt',
    }[looks],
  }),
  CHECK_NOT_COMPLETE: ({ notChecked }) => ({
    text: `a form has faults, so these were not checked: ${notChecked.map((what) => UNCHECKED[what]).join('; ')}`,
    hint: 'mend the form and run again',
  }),
  FILES_NEED_EYES: (told) => ({ text: eyesText(told, NAMED) }),
  TARGET_IN_CASE: ({ target, outside }) => ({
    text: `not written to ${target}: ${outside === undefined ? 'that is the case itself or its evidence' : 'no dossier stands inside its case folder'}`,
    hint: `name a place outside the case with -o${outside === undefined ? '' : `, e.g. -o ${outside}`}`,
  }),
  TARGET_NOT_PDF: ({ target }) => ({
    text: `The record is a PDF; it was not written to ${target}.`,
    hint: 'Choose a name that ends in .pdf.',
  }),
  TARGET_IS_DOSSIER: ({ target }) => ({
    text: `not written to ${target}: that is what was verified, or inside it`,
    hint: 'name a place outside the dossier with --report',
  }),
  LEFTOVERS_REMOVED: ({ folder, count, bytes }) => ({
    text: `an earlier run was killed and left ${count} unfinished files (${bytes} bytes) in ${folder}: removed`,
  }),
  DOSSIER_OVER_FAT32: ({ target, bytes }) => ({
    text: `the dossier ${target} has ${bytesText(bytes)}, over 4 GiB: no FAT32 stick keeps a file so large, whatever room it has`,
    hint: 'copy it to a stick or disk with exFAT or NTFS, and verify the copy with mbpack verify',
  }),
  TARGET_NAME_RESERVED: ({ target, name }) => ({
    text: `not written to ${target}: ${name} is the name of a device of Windows, with any ending`,
    hint: 'choose another name, such as dossier.zip',
  }),
  NOT_READ_BACK: ({ target }) => ({
    text: `not read back, as --no-readback asks: ${target}`,
    hint: 'run mbpack verify before it is handed over: only that shows whether it was written well',
  }),
  READ_BACK_FAILED: ({ code }) => ({
    text: `what was written does not read back (${code}) and was removed`,
    hint: 'try another disk; if it persists, tell the maintainers',
  }),
  LISTED_EVIDENCE_ABSENT: ({ evidenceNo, path }) => ({
    text: `evidence ${evidenceNo} lists ${path}, the dossier lacks it`,
    hint: 'ask the sender',
  }),
  PACKED_EVIDENCE_UNLISTED: ({ path }) => ({ text: `${path} is not in the evidence list`, hint: 'ask the sender' }),
  DOCUMENT_DIFFERS: ({ document, missing, extra }) => ({
    text: `the text of ${document} differs from the data${missing ? `; missing: ${missing}` : ''}${extra ? `; extra: ${extra}` : ''}`,
    hint: 'ask the sender; the signed paper prevails',
  }),
  DOCUMENT_BYTES_DIFFER: ({ document, sameEngine }) => ({
    text: `${document} has the text of the data in other bytes${sameEngine ? ': its picture may have been changed' : ' (packed in another environment, which may be why)'}`,
    hint: 'look at every page; the signed paper prevails',
  }),
  DOCUMENT_NOT_EXPECTED: ({ path }) => ({ text: `${path} is no document of the pack`, hint: 'ask the sender' }),
  DOCUMENT_ABSENT: ({ document, path }) => ({ text: `${document} is missing (${path})`, hint: 'ask the sender' }),
  DOCUMENT_UNREADABLE: ({ document }) => ({ text: `${document} is no PDF with text`, hint: 'ask the sender' }),
  DOCUMENTS_NOT_COMPARED: ({ reason, recorded, installed }) =>
    reason === 'browser'
      ? {
          text: 'documents were not compared with the data: the page of verification sets no pages',
          hint: 'run mbpack verify on a computer that has it, or compare the documents with the signed paper',
        }
      : {
          text: `documents were not compared with the data: ${WHY_NOT[reason]} (recorded ${recorded}, here ${installed || 'none'})`,
          hint: 'verify again with the version that packed it, or compare the documents with the signed paper',
        },
  BY_NATIONAL_PACK: ({ recorded, used }) => ({
    text: `the dossier records the pack ${recorded}, which is not installed here; the rules were read by the periods and thresholds of ${used}, and local fields were not checked`,
    hint: 'ask the sender for the folder of that pack, and give it with --template',
  }),
  BY_OTHER_PACK: ({ recorded, recordedSha256, given, found, foundSha256, used }) => ({
    text: `the pack ${given ? 'given' : 'installed here'} is not the recorded one: recorded ${recorded} (${digestStart(recordedSha256)}), ${given ? 'given' : 'here'} ${found} (${digestStart(foundSha256)}); the rules were read by the periods and thresholds of ${used}, and local fields were not checked`,
    hint: given
      ? 'give the pack of the same id, version and digest with --template, or leave --template out where it is installed'
      : 'ask the sender for the pack of the same id, version and digest, and give it with --template',
  }),
  FILE_NOT_EXPECTED: ({ path, role }) => ({
    text: `${path} (${role}) belongs to nothing in the data or documents`,
    hint: 'ask the sender',
  }),
  TAG_FILE_CONTRADICTS_CASE: ({ file, label, found, data }) => ({
    text: `${label} in ${file} is ${found}, the data say ${data}`,
    hint: 'ask the sender',
  }),
  DATA_NOT_CANONICAL: ({ path }) => ({ text: `${path} is not as mbpack writes it from the data`, hint: 'ask the sender' }),
  DOCUMENT_HAS_NOTHING: ({ document }) => ({
    text: `this case has nothing to print in ${document}`,
    hint: 'Records whose signed paper is listed as evidence are not printed again; letters, handover lists and what the file is bound with need correspondence.yaml (mbpack init --form correspondence CASE).',
  }),
  SUPERVISION_FORM_MISSING: () => ({
    text: 'there is no letter to the supervisory organ (supervision.yaml), so there is no package for it',
    hint: 'Run mbpack init --form supervision CASE, fill in supervision.yaml and run again.',
  }),
  SUPERVISION_PACKAGE: ({ recipient }) => ({
    text: `this package is a lead for ${recipient}, no dossier for the police: its content is checked for changes, rules and documents are not`,
  }),
  SIGNATURE_EXPECTED: ({ signers }) => ({
    text: `a signature of ${signers} is expected and not there`,
    hint: 'it may have been removed: ask the sender',
  }),
  PREVIEW_PORT_BUSY: ({ port, reason }) => ({
    text: `port ${port} cannot be used (${reason})`,
    hint: 'Name another port, or leave --port out and a free one is taken.',
  }),
  PREVIEW_NOT_RENDERED: ({ document, reason }) => ({
    text: `${document || 'a document'} was not rendered: ${reason}`,
    hint: 'A defect of the program, or memory ran out; the case was not changed. The next save renders it again.',
  }),
  INDEX_CONTRADICTS_CASE: ({ field, index, data }) => ({
    text: `${field} in the index “${index}” is ${data} in the data`,
    hint: 'ask the sender',
  }),
};
