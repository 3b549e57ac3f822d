import { groupedHex, groupsApart, type OtherFile, type PathFault, type SignatureProblem } from '../../model/index.ts';
import type { Sentences } from '../sentence.ts';
import type { DossierCodes } from '../zh-CN/dossier.ts';
import { ZIP_METHODS } from '../zip-methods.ts';

const RECOPY =
  'Copy it again from the original medium; if it still differs, ask the sender for a new copy and compare with the fingerprint on paper.';
const REPACK = 'The fingerprint does not change when files are packed again: compare it with the paper.';
const KINDS = { folder: 'a folder', link: 'a link', device: 'a device or pipe' } as const;

const OTHER_VALUES = { zip: 'the SHA-256 of the zip', fingerprint: 'the fingerprint' } as const;

const ASK_WHO_ADDED =
  'The fingerprint does not cover signatures/: find out who put it there after sealing, and compare the fingerprint with the signed slip.';

function signatureProblem(problem: SignatureProblem, found: string): string {
  return {
    empty: 'it is empty',
    large: `${found} bytes, more than a signature takes`,
    pem: 'it is PEM text: convert it to DER',
    encoding: 'it is not encoded as it must be (DER)',
    cut: 'it is cut off',
    trailing: 'bytes stand behind its end',
    deep: 'it is nested too deep',
    kind: found === '' ? 'it is something else' : `it is something else (object identifier ${found})`,
    attached: 'content is inside: it is no signature over tagmanifest-sha256.txt',
    unsigned: 'nobody signed it',
    structure: 'members are missing or wrong',
    refused: `the service gave no time-stamp (status ${found})`,
  }[problem];
}

const NAME_FAULTS: Readonly<Record<PathFault, string>> = {
  empty: 'it is empty',
  absolute: 'it is absolute or has a drive letter',
  segment: 'it has an empty segment, "." or ".."',
  character: 'it has a character that Windows forbids (\\ : * ? " < > |)',
  invisible: 'it has an invisible or broken character',
  'not-nfc': 'it is not in Unicode form NFC',
  reserved: 'it is a reserved name of Windows (CON, NUL, COM1 …)',
  edge: 'a segment begins with a space or ends in a space or dot',
  'too-long': 'it is too long (240 characters from the bag on; 240 bytes between slashes)',
  percent: 'it has a percent sign',
  bytes: 'its bytes are no UTF-8 (they stand behind \\x)',
};

const UNPACK = 'Unpack it, then verify the folder, or the dossier zip inside.';
const CHOOSE = 'Was the right file chosen?';
/** What it is, and the mend. */
const OTHER_FILES: Readonly<Record<OtherFile, readonly [is: string, hint: string]>> = {
  rar: ['a RAR archive', UNPACK],
  sevenZip: ['a 7-Zip archive', UNPACK],
  gz: ['a gzip file', UNPACK],
  bz2: ['a BZIP2 file', UNPACK],
  xzip: ['an XZ file', UNPACK],
  zst: ['a Zstandard file', UNPACK],
  cabinet: ['a CAB archive', UNPACK],
  tarball: ['a TAR archive', UNPACK],
  disc: ['the image of a disc (ISO or the like)', 'Mount or unpack the image, then verify the folder or dossier zip inside.'],
  pdf: ['a PDF', CHOOSE],
  office97: ['a file of Word or Excel', CHOOSE],
  jpg: ['a JPEG picture', CHOOSE],
  png: ['a PNG picture', CHOOSE],
  rtf: ['an RTF document', CHOOSE],
  link: ['a shortcut, not the file itself', 'Find the dossier that it points to and copy that.'],
  program: ['a program', 'A dossier is no program: do not run it; ask the sender.'],
  html: ['a web page, most likely saved in place of a failed download', 'Download or copy the dossier again.'],
  xml: ['an XML file', CHOOSE],
  mail: ['a mail', 'Save its attachment and verify that.'],
  download: ['a download that has not ended', 'Let it end, or download again.'],
  zeros: ['zeros at its beginning: perhaps an unfinished copy', RECOPY],
};
const quotedNames = (names: readonly string[]): string => names.join(', ');

/** Groups of a value on paper that somebody may have mistyped. */
const MOST_MISTYPED = 4;

/** One or two groups are most likely mistyped; where all differ there is nothing to count. */
function differingGroups(given: string, found: string): string {
  const groups = groupsApart(given, found);
  return found === '' || groups.length > MOST_MISTYPED ? '' : ` (in group ${groups.join(', ')})`;
}

export const dossierSentences: Sentences<DossierCodes> = {
  ABORTED: () => ({ text: 'Stopped on request; nothing was left behind.' }),
  EVIDENCE_CHANGED: ({ file }) => ({
    text: `Evidence changed while it was being packed: ${file}. No dossier was made.`,
    hint: 'Make sure that nothing writes to the file, then build again.',
  }),
  BUILD_EVIDENCE_MISSING: ({ file }) => ({ text: `Evidence file not found: ${file}.`, hint: 'Was it moved or renamed?' }),
  BUILD_EVIDENCE_NOT_REGULAR: ({ file, kind }) => ({
    text: `Evidence must be a regular file, this is ${KINDS[kind]}: ${file}.`,
    hint: 'Put the file itself into the case folder.',
  }),
  BUILD_EVIDENCE_UNREADABLE: ({ file, reason }) => ({
    text: `Evidence cannot be read: ${file} (${reason}).`,
    hint: 'Check permissions and the medium.',
  }),
  BUILD_FILE_TOO_LARGE: ({ path, found, limit }) => ({
    text: `${path} has ${found} bytes; the limit is ${limit}.`,
    hint: 'Make it smaller, or several dossiers.',
  }),
  BUILD_PATH_REFUSED: ({ path, fault }) => ({
    text: `A dossier cannot hold the name ${path}: ${NAME_FAULTS[fault]}.`,
    hint: 'Rename it and note the old name in the evidence list.',
  }),
  BUILD_PATHS_COLLIDE: ({ path, other }) => ({
    text: `Some systems take these two names for one: ${path} and ${other}.`,
    hint: 'Rename one of them.',
  }),
  BUILD_THREAD_DIED: ({ reason }) => ({
    text: `A thread that takes digests ended too early (${reason}); no dossier was made.`,
    hint: 'Memory may be short: close other programs and try again; if it persists, tell the maintainers.',
  }),
  BUILD_TOO_MANY_FILES: ({ found, limit }) => ({
    text: `Too many files: ${found}; the limit is ${limit}.`,
    hint: 'Make several dossiers.',
  }),
  TARGET_DISK_FULL: ({ target }) => ({
    text: `The disk is full; not written: ${target}.`,
    hint: 'Make room or use another disk. What was written has been removed.',
  }),
  TARGET_EXISTS: ({ target }) => ({
    text: `The target exists and was left as it is: ${target}.`,
    hint: 'Choose another name, or ask to overwrite.',
  }),
  TARGET_NOT_WRITABLE: ({ target, reason }) => ({
    text: `Cannot write ${target} (${reason}).`,
    hint: 'Does the folder exist, and may you write there?',
  }),
  TARGET_OPEN_ELSEWHERE: ({ target }) => ({
    text: `${target} is open in another program and was not replaced; it is as it was.`,
    hint: 'Close the program that holds it (a PDF reader, an archiver, the preview pane), or choose another name with -o.',
  }),
  TARGET_TOO_LARGE: ({ target }) => ({
    text: `The disk cannot hold a file so large: ${target}.`,
    hint: 'FAT32 keeps files up to 4 GB: use NTFS or exFAT.',
  }),

  DOSSIER_CHANGED_WHILE_READ: () => ({
    text: 'The file changed while it was being verified: this result is not reliable.',
    hint: 'Make sure that nothing writes to it, then verify again.',
  }),
  DOSSIER_MORE: ({ code, listed, count }) => ({ text: `${count} findings of kind ${code}; the first ${listed} are listed.` }),
  DOSSIER_NOT_FOUND: ({ path }) => ({
    hint: 'Look at drive, folder and name, and whether the medium is in; put quotes around a path with spaces.',
    text: `Not found: ${path}.`,
  }),
  DOSSIER_READ_FAILED: ({ offset, reason }) => ({
    text: `Cannot be read from byte ${offset} on (${reason}): the medium is damaged or the file incomplete.`,
    hint: RECOPY,
  }),
  DOSSIER_TOO_MANY: ({ found, limit }) => ({
    text: `At least ${found} entries, more than the limit of ${limit}; not read further.`,
    hint: RECOPY,
  }),
  DOSSIER_UNREADABLE: ({ path, reason }) => ({ text: `Cannot open ${path} (${reason}).`, hint: 'Check permissions and the medium.' }),

  ZIP_ATTRIBUTES: ({ found }) => ({ text: `The entry's attributes are not those of the format (0x${found.toString(16)}).` }),
  ZIP_BACKSLASH: () => ({ text: "The entry's name has backslashes between folders." }),
  ZIP_BOMB: ({ size, limit, by, times }) => ({
    text: `The zip claims to inflate to ${size} bytes, ${times} times itself and more than ${limit} (${
      {
        declared: 'what the dossier itself declares',
        undeclared: 'the limit where nothing is declared',
        ratio: '200 times the zip; no material of cases shrinks so far',
      }[by]
    }). Not inflated.`,
    hint: by === 'ratio' ? `It may be a bomb: ask the sender first. If it is not: ${UNPACK}` : RECOPY,
  }),
  ZIP_COMMENT: ({ bytes }) => ({ text: `The zip ends in a comment of ${bytes} bytes; a dossier has none.`, hint: RECOPY }),
  ZIP_COMPRESSED: () => ({ text: 'The entry is compressed; a dossier stores.' }),
  ZIP_CRC: ({ expected, found }) => ({
    text: `The content does not match its CRC-32: recorded ${expected}, found ${found}.`,
    hint: RECOPY,
  }),
  ZIP_DESCRIPTOR: () => ({ text: "The entry's size stands behind its content (data descriptor); a dossier does not do this." }),
  ZIP_DESCRIPTOR_WRONG: () => ({ text: 'The data descriptor behind the content contradicts the directory.', hint: RECOPY }),
  ZIP_DIRECTORY_BROKEN: () => ({ text: "The zip's directory is damaged.", hint: RECOPY }),
  ZIP_DIRECTORY_PLACE: ({ expected, found }) => ({
    text: `The zip's directory does not end at the end record: it ends at byte ${found}, the record begins at ${expected}.`,
    hint: RECOPY,
  }),
  ZIP_EMPTY: () => ({ text: 'The file is empty (0 bytes).', hint: RECOPY }),
  ZIP_ENCRYPTED: () => ({
    text: 'The zip says that it has a password: it was locked, or this mark in it is damaged. Not read; a dossier itself has none.',
    hint: 'If it has a password, unpack it with that and verify the folder; if not, copy it again from the first medium.',
  }),
  ZIP_END_BROKEN: ({ complete }) => ({ text: `The end of the zip is damaged; ${complete} entries before it look whole.`, hint: RECOPY }),
  ZIP_END_RECORD: ({ field, expected, found }) => ({ text: `End record: ${field} should be ${expected}, is ${found}.`, hint: RECOPY }),
  ZIP_ENTRY_COMMENT: ({ bytes }) => ({ text: `The entry has a comment of ${bytes} bytes; a dossier has none.` }),
  ZIP_EXTRA: ({ bytes }) => ({ text: `The entry has ${bytes} bytes of extra fields; a dossier has none.` }),
  ZIP_EXTRA_BROKEN: () => ({ text: "The entry's extra fields are damaged; it cannot be read.", hint: RECOPY }),
  ZIP_FLAGS: ({ found }) => ({ text: `The entry's flags should be 0x800, are 0x${found.toString(16)}.` }),
  ZIP_FOLDER_ENTRY: () => ({ text: 'The zip has an entry for a folder; a dossier has files only.' }),
  ZIP_GAP: ({ bytes }) => ({
    text: `${bytes} unaccounted bytes between two entries, or between an entry and the directory.`,
    hint: RECOPY,
  }),
  ZIP_HEADERS_DIFFER: ({ field, local, central }) => ({
    text: `The entry's two headers differ: ${field} is ${local} in one, ${central} in the other.`,
    hint: RECOPY,
  }),
  ZIP_INFLATE: ({ problem }) => ({
    text: {
      code: 'The compressed content is damaged.',
      short: 'The compressed content ends early: fewer bytes than the directory says.',
      long: 'The compressed content is longer than the directory says; stopped.',
      rest: 'Bytes stand behind the end of the compressed content.',
    }[problem],
    hint: RECOPY,
  }),
  ZIP_LOCAL_BROKEN: () => ({ text: "The entry's header is damaged.", hint: RECOPY }),
  ZIP_METHOD: ({ found, entries }) => ({
    text: `${entries} files are compressed by ${ZIP_METHODS[found] ?? `method ${found}`}, which this program cannot undo. Not verified.`,
    hint: 'Compression does not change content: unpack it, then verify the folder.',
  }),
  ZIP_MULTIDISK: () => ({ text: 'The zip says that it is split but looks whole: the record is changed or damaged.', hint: RECOPY }),
  ZIP_NAME_CODE_PAGE: () => ({ text: "The entry's name is not UTF-8 (perhaps GBK)." }),
  ZIP_NAME_DECOMPOSED: () => ({ text: "The entry's name is in decomposed form (a habit of macOS)." }),
  ZIP_NAMES_GARBLED: ({ count, examples }) => ({
    text: `${count} names are not UTF-8 and, read as GBK, Big5 and others, are none of the dossier's list, such as ${quotedNames(examples)} (as GBK). Not verified.`,
    hint: 'Names were spoilt when it was packed again: verify the original dossier zip.',
  }),
  ZIP_NAME_NOT_UTF8: ({ seems }) => ({
    text: `A name is declared UTF-8 but is not${seems ? ` (as GBK it is ${seems})` : ''}. Refused.`,
    hint: 'Names were spoilt when it was packed again: verify the original dossier zip.',
  }),
  ZIP_NOT_A_ZIP: ({ looks, size }) => ({
    text:
      looks === ''
        ? 'Not a dossier, and nobody can tell what it is.'
        : `Not a dossier: the file (${size} bytes) is ${OTHER_FILES[looks][0]}.`,
    hint: looks === '' ? CHOOSE : OTHER_FILES[looks][1],
  }),
  ZIP_NOT_REGULAR: ({ kind }) => ({ text: `The entry is no regular file but ${KINDS[kind]}. Refused.` }),
  ZIP_NO_ENTRIES: () => ({ text: 'The zip holds nothing.' }),
  ZIP_NO_FOLDER: () => ({ text: 'The zip has no top-level folder: the files of the dossier stand in it directly.' }),
  ZIP_ORDER: ({ after }) => ({ text: `The entry is out of the format's order: it stands after ${after}.` }),
  ZIP_OVERLAP: ({ bytes }) => ({ text: `The entry overlaps other data by ${bytes} bytes. Refused.`, hint: RECOPY }),
  ZIP_PREPENDED: ({ bytes, zeros }) => ({
    text: `${bytes} bytes stand before the content${zeros ? ', all of them zeros' : ''}.`,
    hint: RECOPY,
  }),
  ZIP_RATIO: ({ packed, size, limit }) => ({
    text: `The entry claims that ${packed} bytes inflate to ${size}: more than ${limit} times, which cannot be. Refused.`,
    hint: RECOPY,
  }),
  ZIP_REPACKED: () => ({
    text: "This zip is not written as it was sealed: it looks as if another program packed it again. Its files are checked against the lists all the same, see the answers; the zip's own digest cannot be that of the slip.",
    hint: REPACK,
  }),
  ZIP_SIZES: ({ packed, size }) => ({ text: `The entry claims ${size} bytes but takes ${packed}.`, hint: RECOPY }),
  ZIP_TIME: () => ({ text: "The entry's time is not the fixed time of the format." }),
  ZIP_TRAILING: ({ bytes, zeros }) => ({
    text: `${bytes} bytes stand after the end of the zip${zeros ? ', all of them zeros: most likely the file was copied by blocks of a disk' : ''}.`,
    hint: RECOPY,
  }),
  ZIP_VOLUME: ({ volume, volumes }) => ({
    text: `One part${volume ? ` (${volume})` : ''} of a split archive${volumes === undefined ? '' : ` of ${volumes}`}: it opens only with the others. Not verified.`,
    hint: 'Put all parts into one folder, unpack from the first, then verify the folder or the dossier zip.',
  }),
  ZIP_TRUNCATED: ({ size, complete, last, zeros }) => ({
    text: `The file is incomplete: ${zeros > 0 ? `the last ${zeros} of ${size} bytes are zeros` : `${size} bytes`}, of which the first ${complete} entries look whole${last ? `; it breaks off in ${last}` : ''}.`,
    hint: RECOPY,
  }),
  ZIP_TWO_ENDS: () => ({ text: 'The zip has two end records: different programs would see different content. Refused.' }),
  ZIP_VERSION: ({ field, found }) => ({ text: `The entry's version (${field}) is not that of the format: ${found}.` }),
  ZIP64_END: ({ field }) => ({ text: `The Zip64 end record is wrong (${field}).`, hint: RECOPY }),
  ZIP64_FIELD: () => ({ text: "The entry's Zip64 field is wrong.", hint: RECOPY }),
  ZIP64_NEEDLESS: ({ where }) => ({ text: `The ${where === 'end' ? 'end of the zip' : 'entry'} has a Zip64 field that it does not need.` }),

  DOSSIER_BAG_NAME: ({ expected, found }) => ({ text: `The top-level folder should be ${expected}, is ${found}.` }),
  DOSSIER_EMPTY_FOLDER: ({ folder }) => ({ text: `Empty folder: ${folder || '(top level)'}.` }),
  DOSSIER_FILE_AND_FOLDER: ({ name, folder }) => ({ text: `One name is a file and a folder: ${name} and ${folder}/.` }),
  DOSSIER_NAME: ({ fault, name }) => ({ text: `Unsafe name ${name}: ${NAME_FAULTS[fault]}. Content not read.` }),
  DOSSIER_NAMES_COLLIDE: ({ name, other }) => ({
    text: `Two names differ only in case or Unicode form: ${name} and ${other}. Content not read.`,
  }),
  DOSSIER_NAMES_DECOMPOSED: ({ count }) => ({
    text: `${count} names are in decomposed form (as disks of macOS keep them); they are compared in composed form.`,
  }),
  DOSSIER_NAMES_GARBLED: ({ count, examples }) => ({
    text: `${count} names are garbled, such as ${examples
      .flatMap((name, i) => (i % 2 === 0 ? [`${name} for ${examples[i + 1] ?? ''}`] : []))
      .join(', ')}. Not verified.`,
    hint: 'Whoever unpacked or packed it again took names for another encoding: verify the original zip, or unpack with another program.',
  }),
  DOSSIER_NAMES_FOLDED: ({ found, expected }) => ({
    text: `The medium changed the names: ${expected} is called ${found} here. The disc was burnt without long names (no Joliet or UDF), so nothing can be found by its listed name.`,
    hint: 'Burn it again with UDF or Joliet, or copy the zip itself.',
  }),
  DOSSIER_NAME_TWICE: ({ name }) => ({ text: `The name appears twice: ${name}. Content not read.` }),
  DOSSIER_NOT_REGULAR: ({ path, kind }) => ({ text: `${path} is no regular file but ${KINDS[kind]}; not read.` }),
  DOSSIER_TOO_DEEP: ({ path, limit }) => ({
    text: `Folders are nested deeper than ${limit}; not looked into further: ${path}.`,
    hint: 'No dossier is so deep. Was the right folder chosen? If so, verify the original zip.',
  }),
  DOSSIER_TOP_FOLDER: ({ name, folder }) => ({
    text: `${name} is outside the top-level folder ${folder}; a dossier has one.`,
  }),

  DOSSIER_BAGIT_TEXT: ({ version }) => ({
    text:
      version === undefined
        ? 'bagit.txt does not hold its two prescribed lines.'
        : `bagit.txt declares BagIt ${version}; every dossier is written as 1.0, which does not change by itself.`,
    hint: RECOPY,
  }),
  DOSSIER_FILE_CHANGED: ({ path, manifest, algorithm, expected, found, contentOf }) => ({
    text: `File is not as listed (changed or damaged): ${path}. ${algorithm === 'sm3' ? 'SM3' : 'SHA-256'} is ${expected} in ${manifest}, ${found} in fact.${contentOf === undefined ? '' : ` That is what is listed for ${contentOf}: the two may have been swapped, or one put in place of the other.`}`,
    hint: RECOPY,
  }),
  DOSSIER_FILE_MISSING: ({ path, sha256, renamedTo }) => ({
    text: `File missing: ${path}${sha256 ? ` (SHA-256 ${sha256})` : ''}.${renamedTo ? ` ${renamedTo} has its content: renamed or moved.` : ''}`,
    hint: RECOPY,
  }),
  DOSSIER_FILE_STRAY: ({ path }) => ({
    text: `A file that the system or a program made: ${path}.`,
    hint: 'It is no part of the dossier and was not checked; it may be deleted from this copy.',
  }),
  DOSSIER_FILE_UNLISTED: ({ path, manifests, sha256, renamedFrom }) => ({
    text:
      (renamedFrom ? `File renamed: ${renamedFrom} is now ${path}` : `File that nothing lists: ${path}`) +
      (manifests.length > 0 ? ` (not in ${manifests.join(', ')})` : ' (the format has no place for it)') +
      (sha256 ? `, SHA-256 ${sha256}.` : '.'),
    hint: renamedFrom
      ? 'Ask the sender who renamed it, and why, and to hand it over again; do not rename it back yourself.'
      : 'Ask the sender what it is; to verify again, have it handed over again or copied from the first medium.',
  }),
  DOSSIER_FORMAT_NEWER: ({ found, known }) => ({
    text: `The dossier is of format ${found}; this program knows ${known}, so the result may be incomplete.`,
    hint: 'Verify with a newer version.',
  }),
  DOSSIER_FORMAT_UNKNOWN: ({ found, known }) => ({ text: `Unknown format ${found}; this program knows ${known}.` }),
  DOSSIER_INFO_LINE: ({ line }) => ({ text: `bag-info.txt line ${line} is not "Label: value".` }),
  DOSSIER_INFO_MISSING: ({ label }) => ({ text: `bag-info.txt lacks ${label}.` }),
  DOSSIER_INFO_TWICE: ({ label }) => ({ text: `bag-info.txt has ${label} twice.` }),
  DOSSIER_MANIFEST_LINE: ({ manifest, line }) => ({ text: `${manifest} line ${line} is not "digest  path".` }),
  DOSSIER_MANIFEST_ORDER: ({ manifest, line, path }) => ({ text: `${manifest} line ${line} is out of order: ${path}.` }),
  DOSSIER_MANIFEST_TWICE: ({ manifest, line, path }) => ({ text: `${manifest} line ${line} lists a path again: ${path}.` }),
  DOSSIER_NEWER: ({ format, known, members, more, software, version, later }) => ({
    text: `${format === undefined ? '' : `The dossier is of format ${format}; this program knows up to ${known}. `}${members.length === 0 ? '' : `Its data have what this program does not know: ${members.join(', ')}${more > 0 ? ` and ${more} more` : ''}. `}The rules were not checked and the documents not compared (made by ${software || 'a program it does not name'}, by its own word; this is mbpack ${version}).${later ? '' : format === undefined ? ' The dossier does not say that a newer version made it: somebody may have added them.' : ' That program is no newer than this one, which does not agree with the format.'}`,
    hint: later
      ? 'Verify again with a newer version for rules and documents; integrity is not affected, and is compared with paper all the same.'
      : 'Ask the sender which version made it; if there is a newer one, verify again with it. Integrity is not affected, and is compared with paper all the same.',
  }),
  DOSSIER_OXUM: ({ expected, found }) => ({ text: `Payload-Oxum (bytes.files) says ${expected}, found ${found}.` }),
  DOSSIER_TEXT_ENCODING: ({ path }) => ({ text: `${path} is not UTF-8 text without a byte order mark.` }),
  DOSSIER_TEXT_TOO_LARGE: ({ path, found, limit }) => ({
    text: `${path} has ${found} bytes, more than the limit of ${limit}; not read.`,
  }),

  DOSSIER_INDEX_DIFFERS: ({ path, field, expected, found }) => ({
    text: `index.json disagrees on ${path}, ${field}: it says ${expected}, the file or manifest ${found}.`,
  }),
  DOSSIER_INDEX_LACKS: ({ path }) => ({ text: `index.json does not list ${path}.` }),
  DOSSIER_INDEX_ORDER: ({ path }) => ({ text: `index.json lists out of order: ${path}.` }),
  DOSSIER_INDEX_SHAPE: ({ pointer }) => ({ text: `index.json is not of the right shape at ${pointer}.` }),
  DOSSIER_INDEX_TWICE: ({ path }) => ({ text: `index.json lists twice: ${path}.` }),
  DOSSIER_INDEX_UNKNOWN: ({ path }) => ({ text: `index.json lists a file that is not there: ${path}.` }),
  DOSSIER_INDEX_UNREADABLE: () => ({ text: 'index.json is not JSON.' }),

  DOSSIER_CUSTODY_DIGEST: ({ path, seq, action, algorithm, expected, found }) => ({
    text: `Custody event ${seq} (${action}) recorded another ${algorithm === 'sm3' ? 'SM3' : 'SHA-256'} for ${path}: then ${expected}, now ${found}.`,
  }),
  DOSSIER_CUSTODY_LINE: ({ line }) => ({ text: `Custody log line ${line} is not JSON in its canonical form.` }),
  DOSSIER_CUSTODY_LINK: ({ line, expected, found }) => ({
    text: `The chain of custody breaks at line ${line}: it should link to ${expected}, links to ${found}.`,
  }),
  DOSSIER_CUSTODY_MISSING: () => ({ text: 'There is no chain of custody (data/custody/custody.jsonl).' }),
  DOSSIER_CUSTODY_NO_PACK: ({ action }) => ({ text: `The last custody event should be "pack", is "${action || 'nothing'}".` }),
  DOSSIER_CUSTODY_SEQ: ({ line, found }) => ({ text: `Custody log line ${line} should be event ${line}, is ${found}.` }),
  DOSSIER_CUSTODY_SHAPE: ({ line, member }) => ({
    text: `Custody log line ${line} is not of the right shape: ${member || 'not an object'}.`,
  }),
  DOSSIER_CUSTODY_TIME: ({ line, at }) => ({ text: `Custody log line ${line}: ${at} is earlier than the event before.` }),
  DOSSIER_CUSTODY_UNKNOWN: ({ path, seq, action }) => ({
    text: `Custody event ${seq} (${action}) names a file that is not in the dossier: ${path}.`,
  }),
  DOSSIER_CUSTODY_UNPACKED: ({ path }) => ({ text: `The pack event does not list ${path}.` }),

  DOSSIER_EXPECT_MALFORMED: ({ digits }) => ({
    text: `The expected fingerprint must be 64 hex digits; it has ${digits} characters.`,
    hint: 'Type it again from the paper.',
  }),
  DOSSIER_CUSTODY_HEAD_DIFFERS: ({ expected, lines }) => ({
    text: `The given head of the custody log is the digest of none of its ${lines} lines: ${groupedHex(expected)}`,
    hint: 'Was it mistyped, or is it of another case? If not, this log is not the one of that paper: ask the sender.',
  }),
  DOSSIER_CUSTODY_HEAD_OTHER_VALUE: ({ value }) => ({
    text: `What was given is ${OTHER_VALUES[value]}, not a head of the custody log: none was looked up.`,
    hint: 'Enter the 保管链校验值 of the collection list; the fingerprint goes with --expect.',
  }),
  DOSSIER_EXPECT_OTHER_VALUE: ({ value, line = 0, lines = 0 }) => ({
    text:
      value === 'zip'
        ? `What was given is ${OTHER_VALUES.zip}, not the fingerprint: nothing was compared with paper.`
        : `What was given is the head of the custody log at line ${line} of ${lines}, and agrees; it is not the fingerprint, which was not compared with paper.`,
    hint: 'Enter the 总校验值 of the slip (eight groups of eight) and verify again.',
  }),
  DOSSIER_FINGERPRINT_DIFFERS: ({ expected, found }) => ({
    text: `The fingerprint is not the given one${differingGroups(expected, found)}: given ${groupedHex(expected)}, dossier ${found ? groupedHex(found) : 'none'}.`,
    hint: 'Look first whether it was typed right. If so, this is not the dossier that the paper speaks of, or its lists were changed: ask the sender.',
  }),
  SIGNATURE_FILE_INVALID: ({ path, problem, found }) => ({
    text: `${path} is no ${path.endsWith('.tsr') ? 'time-stamp' : 'signature'}: ${signatureProblem(problem, found)}. Nothing else may be added after sealing.`,
    hint: `A signature is a detached CMS SignedData over tagmanifest-sha256.txt (DER), a time-stamp an RFC 3161 response or token. ${ASK_WHO_ADDED}`,
  }),
  SIGNATURE_FILE_NUMBER: ({ path, expected }) => ({
    text: `Files in signatures/ are numbered 01, 02 …; ${expected} is missing, so ${path} has no place.`,
    hint: ASK_WHO_ADDED,
  }),
  SIGNATURE_FILES_TOO_MANY: ({ found, limit }) => ({
    text: `signatures/ holds ${found} files, at most ${limit} may be there; they were not looked at.`,
    hint: ASK_WHO_ADDED,
  }),
  SIGNATURE_TIMESTAMP_ALONE: ({ path, signature }) => ({
    text: `Time-stamp ${path} without its signature ${signature}.`,
    hint: ASK_WHO_ADDED,
  }),
  SIGNATURE_NOT_CHECKED: ({ path }) => ({ text: `Signature or timestamp present, not checked: ${path}.` }),
  UNSIGNED: () => ({
    text: 'The dossier has no electronic signature.',
    hint: 'Rely on the fingerprint on the paper that both sides signed.',
  }),
};
