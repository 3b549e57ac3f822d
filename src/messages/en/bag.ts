import type { BagListForm } from '../../model/index.ts';
import type { Sentences } from '../sentence.ts';
import type { BagCodes } from '../zh-CN/bag.ts';

const FORMS: Readonly<Record<BagListForm, string>> = {
  carriage: 'lines end in CR',
  star: 'a star stands before paths (as md5sum writes)',
  dot: 'paths begin with "./"',
  backslash: 'paths have backslashes',
  space: 'something else than one or two spaces stands between digest and path',
  upper: 'digests are in capitals',
  blank: 'lines are empty',
  blankEnd: 'lines at the end are empty',
};
const READINGS = { rfc: 'decoded by RFC 8493', breaks: 'with line breaks alone decoded', literal: 'as it is written' } as const;

export const bagSentences: Sentences<BagCodes> = {
  BAG_NO_DECLARATION: () => ({ text: 'No bagit.txt: this is no bag.', hint: "Give the bag's top folder, or a zip that holds one bag." }),
  BAG_DECLARATION: ({ problem }) => ({
    text: `bagit.txt is not the two lines it should be: ${{ bom: 'it begins with a byte order mark', space: 'white space or case differ', lines: 'other content' }[problem]}.`,
  }),
  BAG_VERSION: ({ found, known }) => ({
    text: `BagIt version ${found} is not known (${known.join(', ')} are); checked by the nearest rules.`,
  }),
  BAG_ENCODING: ({ found }) => ({ text: `Tag files are in ${found}; RFC 8493 recommends UTF-8.` }),
  BAG_ENCODING_UNKNOWN: ({ found }) => ({ text: `The declared encoding ${found} is not known; read as UTF-8.` }),
  BAG_TEXT_ENCODING: ({ path, encoding }) => ({ text: `${path} is no text in ${encoding}; not read.` }),
  BAG_BOM: ({ path }) => ({ text: `${path} begins with a byte order mark.` }),

  BAG_INFO_LINE: ({ file, line }) => ({ text: `${file}, line ${line}: not "label: value".` }),
  BAG_INFO_TWICE: ({ label, first, second }) => ({
    text: `${label} stands more than once: ${first}; ${second}.`,
  }),
  BAG_OXUM: ({ expected, found }) => ({
    text: `Octets and files of the payload (Payload-Oxum) should be ${expected}, are ${found}.`,
  }),
  BAG_OXUM_FORM: ({ found }) => ({ text: `Payload-Oxum is not "octets.files": ${found}.` }),

  BAG_NO_MANIFEST: () => ({ text: 'No payload manifest (manifest-*.txt): nothing can be checked.' }),
  BAG_NOTHING_CHECKED: () => ({ text: 'No payload manifest has an algorithm that is known: content was not checked.' }),
  BAG_NO_PAYLOAD: () => ({ text: 'No payload folder data.' }),
  BAG_ALGORITHM_WEAK: ({ manifest, algorithm }) => ({
    text: `${manifest} is of ${algorithm.toUpperCase()}, which finds damage by accident and does not withstand intent.`,
  }),
  BAG_ALGORITHM_UNKNOWN: ({ manifest, algorithm }) => ({
    text: `The algorithm ${algorithm} of ${manifest} is not known; its digests were neither taken nor compared.`,
  }),
  BAG_MANIFEST_LINE: ({ manifest, line }) => ({ text: `${manifest}, line ${line}: not "digest path", or a digest of the wrong length.` }),
  BAG_MANIFEST_TWICE: ({ manifest, line, path, same }) => ({
    text: `${manifest}, line ${line} lists a file again: ${path} (${same ? 'the same' : 'another'} digest).`,
  }),
  BAG_LIST_FORM: ({ list, form, line }) => ({ text: `${list}, from line ${line} on: ${FORMS[form]}; read all the same.` }),
  BAG_LIST_SCOPE: ({ list, line, path }) => ({ text: `${list}, line ${line} lists a file that is none of its own: ${path}.` }),
  BAG_PATH_OUTSIDE: ({ list, line, path }) => ({
    text: `${list}, line ${line}: the path leaves the bag and was not looked for: ${path}.`,
  }),
  BAG_NAME_ENCODING: ({ list, line, path, reading, other }) => ({
    text: `${list}, line ${line}: ${path} can be read in several ways; there is such a file when it is ${READINGS[reading]}${other ? `, and another reading names ${other}` : ''}.`,
  }),
  BAG_NAME_FORM: ({ list, listed, found }) => ({
    text: `${listed} in ${list} and the file ${found} differ in Unicode normalisation only; taken for one.`,
  }),

  BAG_FILE_MISSING: ({ path, manifests }) => ({ text: `Missing: ${path} (listed in ${manifests.join(', ')}).` }),
  BAG_FILE_UNLISTED: ({ path, manifests, stray }) => ({
    text: `Not listed: ${path} (not in ${manifests.join(', ')})${stray ? '; it looks like one that a system or program made' : ''}.`,
  }),
  BAG_TAG_UNLISTED: ({ path, manifests }) => ({
    text: `${path} is not in ${manifests.join(', ')}: it has no digest to be compared with.`,
  }),
  BAG_FILE_CHANGED: ({ path, manifest, algorithm, expected, found }) => ({
    text: `Differs from the manifest: ${path} (${algorithm.toUpperCase()})\n     ${manifest}: ${expected}\n     now: ${found}`,
  }),
  BAG_FETCH: ({ count, missing }) => ({
    text: `fetch.txt names ${count} files to be had elsewhere, ${missing} of which are not in the bag. Nothing is ever fetched.`,
  }),
  BAG_FETCH_LINE: ({ line }) => ({ text: `fetch.txt, line ${line}: not "URL length path".` }),
  BAG_FETCH_PENDING: ({ path, url, length }) => ({
    text: `Not in the bag but to be fetched: ${path} (${url}${length === undefined ? '' : `, ${length} bytes`}). The bag is not complete.`,
  }),
  BAG_FETCH_UNLISTED: ({ line, path }) => ({ text: `fetch.txt, line ${line}: no payload manifest lists ${path}.` }),
  BAG_NAMES_COLLIDE: ({ name, other }) => ({ text: `Some systems take two names for one: ${name} and ${other}.` }),
};
