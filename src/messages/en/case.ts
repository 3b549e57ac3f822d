import type { TakenKind, UnusualCharacter } from '../../model/index.ts';
import type { Sentences } from '../sentence.ts';
import type { CaseCodes } from '../zh-CN/case.ts';

function characters(list: readonly UnusualCharacter[]): string {
  return list
    .map(({ kind, codePoint, char, usual, usualCodePoint, position }) => {
      const seen = char === undefined ? '' : ` ${char}`;
      const twin = usual === undefined ? '' : `, usually ${usual} (U+${usualCodePoint})`;
      return `character ${position}${seen} (U+${codePoint}) is ${kind}${twin}`;
    })
    .join('; ');
}

const under = (because: string | undefined): string => (because === undefined ? '' : ` (${because})`);
const meant = (word: string | undefined): { hint?: string } => (word === undefined ? {} : { hint: `Did you mean ${word}?` });

/** What fits once its full-width characters are typed as half-width ones. */
const half = (proposal: string): string => `Full-width characters: write "${proposal}".`;

/** What a value may mean, for its writer to choose. */
const whichOf = (readings: readonly string[]): string => `Either ${readings.join(' or ')}: write the one that is meant.`;

/** How values were written that could be taken as they were meant. */
const AS_MEANT: Readonly<Record<TakenKind, string>> = {
  amount: 'Separators and signs of amounts left out',
  characters: 'Width, case and spaces left out',
  day: 'Dates read as year-month-day',
  instant: 'Times without a zone read as Beijing time',
  line: 'Empty lines around a text left out',
  list: 'Texts read as lists',
  number: 'Numbers without quotation marks read as written, without their units',
  path: 'Backslashes read as slashes',
  period: 'Two days in one text read as from and to',
  quotes: 'Quotation marks around values left out',
  reference: 'Numbers and ids read as those there are',
  unit: 'Units behind quantities left out',
  word: 'Words of a choice written longer or shorter read as the one they can be',
  'yes-no': 'Read as yes or no',
};

export const caseSentences: Sentences<CaseCodes> = {
  NOT_A_CASE_FOLDER: ({ path, found, near }) => ({
    text: { nothing: `no folder at ${path}`, file: `${path} is a file, not a folder`, packed: `${path} is a zip file, not a case folder` }[
      found
    ],
    hint: {
      nothing: 'Check the path; mbpack init makes a new case.',
      file: near === undefined ? 'Name the case folder; mbpack init makes a new case.' : `Name the case folder, perhaps ${near}`,
      packed: `A dossier is verified with mbpack verify ${path}; a zipped case folder is unpacked first.`,
    }[found],
  }),
  CASE_FORM_ABSENT: ({ path, near }) => ({
    text: `${path} holds no case.yaml: not a case folder`,
    hint: near === undefined ? 'Check the path; mbpack init makes a new case.' : `The case seems to be ${near}: name that one`,
  }),
  FORM_MISSING: ({ form, expected, similar, save }) => ({
    text: `form "${form}" is missing, expected ${expected}`,
    hint:
      similar === undefined
        ? 'Copy the file from a folder made by mbpack init.'
        : `Found ${similar}: ${save === undefined ? 'rename' : 'this format is not read, save'} it as ${expected}${save === 'text' ? '; opening it may change leading zeros and long numbers: compare' : ''}.`,
  }),
  FORM_BESIDE_FORM: ({ form, file, other }) => ({
    text: `form "${form}" was read from ${file}; ${other} beside it was not`,
    hint: 'Keep the right one, and move the other out of the folder.',
  }),
  FORM_OPEN_ELSEWHERE: ({ form, file, other }) => ({
    text: `form "${form}" (${file}) is open in another program, which left ${other}: what is not saved was not read`,
    hint: 'Save and close it there and run it again; if it is not open, remove that file.',
  }),
  FORM_TWICE: ({ form, files }) => ({ text: `form "${form}" is there more than once: ${files.join(', ')}`, hint: 'Keep one.' }),
  FORM_IS_LINK: ({ file }) => ({ text: `${file} is a link or special file`, hint: 'Put the file itself in its place.' }),
  FORM_TOO_LARGE: ({ size, limit }) => ({
    text: `file has ${size} bytes, at most ${limit}`,
    hint: 'Long material belongs into evidence/. A list of very many files need not repeat the digests of the log.',
  }),
  FORM_UNREADABLE: ({ file, reason }) => ({
    text: `cannot read ${file} (${reason})`,
    hint: 'Check permissions and close programs that use it.',
  }),
  FORM_EMPTY: () => ({ text: 'file is empty', hint: 'Copy the file from a folder made by mbpack init.' }),
  FORM_NOT_UTF8: ({ looksLike }) => ({
    text: `file is not UTF-8${looksLike === 'unknown' ? '' : `, it looks like ${looksLike}`}`,
    hint: 'Save it as UTF-8.',
  }),
  FORM_CONTROL_CHARACTER: ({ codePoint }) => ({ text: `file holds the control character U+${codePoint}`, hint: 'Delete it.' }),
  FORM_CHARACTERS_LOST: ({ count }) => ({
    text: `file holds U+FFFD ${count} times: characters lost, probably saved after it was opened in a wrong encoding`,
    hint: 'Restore it from a copy.',
  }),
  FORM_SYNTAX: ({ problem, spaces, wanted }) => ({
    text: `syntax error: ${problem}${wanted === undefined ? '' : ` (${spaces} spaces, where its level has ${wanted})`}`,
    hint: 'Check indentation, colons, quotes and brackets here and in the line above.',
    caret: 'cannot read on',
  }),
  FORM_NOT_JSON: () => ({ text: 'file is called .json and is no JSON', hint: 'Mend it or call it .yaml.' }),
  JSON_SLIP: () => ({
    text: 'this is not valid JSON here',
    hint: 'look at this line and the one above: a comma too many or too few, a quote or bracket left open, Chinese punctuation, a comment',
  }),
  FORM_TOO_DEEP: ({ limit }) => ({ text: `nested deeper than ${limit} levels` }),
  FORM_TOO_COMPLEX: ({ limit }) => ({ text: `more than ${limit} tokens` }),
  FORM_NOT_A_MAP: ({ found }) => ({ text: `expected "field: value" lines, got ${found}` }),
  YAML_FEATURE_REFUSED: ({ feature, source }) => ({
    text: `YAML ${feature} ${source} is not allowed`,
    hint: 'Quote texts that begin with *, &, ! or %.',
  }),
  YAML_MULTIPLE_DOCUMENTS: () => ({ text: 'more than one document in the file', hint: 'Remove the --- line and what follows.' }),
  KEY_DUPLICATE: ({ key }) => ({ text: `field ${key} is written twice`, hint: 'Keep one.' }),
  INTERNAL_PRESENT: ({ file }) => ({ text: `the dossier holds the internal form ${file}`, hint: 'Do not pass it on; build it again.' }),
  MORE_FINDINGS: ({ count }) => ({ text: `${count} more, not listed`, hint: 'Mend these first and check again.' }),

  FIELD_MISSING: ({ field, key, because }) => ({ text: `"${field}" (${key}) is not filled in${under(because)}` }),
  FIELD_UNKNOWN: ({ key, nearest, nearestTitle }) => ({
    text: `no field is called "${key}"`,
    hint: nearest === undefined ? 'Remove it; local fields go below "local".' : `Did you mean ${nearest} (${nearestTitle})?`,
  }),
  FIELD_NOT_OF_KIND: ({ field, kind, of }) => ({
    text: `evidence of kind "${kind}" has no "${field}"`,
    hint: `Only ${of} has it: remove it or correct the kind.`,
  }),
  FIELD_BLANK: ({ field }) => ({ text: `"${field}" is blank` }),
  FIELD_TYPE: ({ field, expected, found, proposal }) => ({
    text: `"${field}" expected ${expected}, got ${found}`,
    ...(proposal !== undefined ? { hint: `Write ${proposal}` } : expected === 'boolean' ? { hint: 'Write true or false.' } : {}),
  }),
  FIELD_NEEDS_QUOTES: ({ field, source, words, proposal }) => ({
    text: `"${field}" expected ${words === undefined ? 'text' : words.join(' or ')}, ${source} is read as a number or truth value`,
    hint: proposal === undefined ? `Quote it: "${source}".` : `Write ${proposal}`,
  }),
  FIELD_IN_QUOTES: ({ field, value, proposal }) => ({
    text: `"${field}" stands between Chinese quotation marks, which count as text: ${value}`,
    hint: `Write ${proposal}`,
  }),
  FIELD_COMMENTED_OUT: ({ keys, count }) => ({
    text: `${count} fields are filled in behind a # and count for nothing: ${keys.join(', ')}`,
    hint: 'Take "# " away in front of what is meant, in line with the fields of its level; leave what explains.',
  }),
  TEXT_BEHIND_HASH: ({ value, lost }) => ({
    text: `from # behind a space on it is a comment: the value is ${value}, without ${lost}`,
    hint: 'Put the whole value between quotation marks if that is part of it; put a space behind # if it is a comment',
  }),
  FIELD_ENUM: ({ field, value, allowed, nearest, nearestText }) => ({
    text: `"${field}" cannot be ${value}`,
    hint: `${nearest === undefined ? '' : `Did you mean "${nearest}"${nearestText === undefined ? '' : ` (${nearestText})`}? `}Allowed: ${allowed.map((word) => `「${word}」`).join('')}.`,
  }),
  FIELD_TOO_LONG: ({ field, length, limit }) => ({ text: `"${field}" has ${length} characters, at most ${limit}` }),
  FIELD_ONE_LINE: ({ field }) => ({ text: `"${field}" must be one line` }),
  FIELD_PATTERN: ({ field, value, expected, proposal }) => ({
    text: `"${field}" is malformed: ${value}`,
    hint: proposal === undefined ? expected : half(proposal),
  }),
  FIELD_RANGE: ({ field, value, minimum, maximum }) => ({ text: `"${field}" expected ${minimum} to ${maximum}, got ${value}` }),
  VALUE_AS_MEANT: ({ kind, count, taken }) => ({
    text: `${AS_MEANT[kind]}: ${taken.map(({ field, value, reading }) => `"${field}" ${value} read as ${reading}`).join('; ')}${count > taken.length ? `; ${count} in all` : ''}`,
    hint: 'Nothing need be changed unless it was not meant so. The file is as it was; documents and dossier hold the value as it was read.',
  }),
  DAY_INVALID: ({ field, value, problem, proposal, readings = [] }) => ({
    text:
      problem === 'calendar'
        ? `"${field}": ${value} is not in the calendar`
        : `"${field}" ${problem === 'several' ? 'can be read in several ways' : 'is no date'}: ${value}`,
    hint: problem === 'several' ? whichOf(readings) : `Write ${proposal ?? '2026-11-20'}.`,
  }),
  INSTANT_INVALID: ({ field, value, problem, proposal, readings = [] }) => ({
    text: `"${field}" ${{ 'no-time': 'has no time of day', calendar: 'does not exist', several: 'can be read in several ways', form: 'is no time' }[problem]}: ${value}`,
    hint: problem === 'several' ? whichOf(readings) : `Write ${proposal ?? '2026-11-20 09:30 (Beijing time)'}.`,
  }),
  MONEY_INVALID: ({ field, value, problem, proposal, readings = [], sheet }) => {
    const amount = proposal ?? '12345.60';
    const write = sheet ? `Write ${amount}.` : `Write "${amount}".`;
    return {
      text: `"${field}" ${problem === 'several' ? 'can be read in several ways' : 'is no amount'}: ${value}`,
      hint: {
        several: whichOf(readings),
        'decimal-comma':
          proposal === undefined ? 'Where the last comma is a decimal point, write a point.' : `A comma for the decimal point. ${write}`,
        'either-comma': `Where the comma separates thousands, leave it out${proposal === undefined ? '' : ` and write ${proposal}`}; where it is a decimal point, write a point and at most two decimals.`,
        separator: `No separators. ${write}`,
        unit: `Yuan, figures only. ${write}`,
        decimals: 'At most two decimals.',
        sign: 'No sign.',
        form: write,
      }[problem],
    };
  },
  LIST_TOO_SHORT: ({ field, count, minimum, because, statementAt, cell }) => ({
    text: `"${field}" needs at least ${minimum}, has ${count}${under(because)}`,
    ...(statementAt === undefined
      ? {}
      : {
          hint:
            statementAt === 'text'
              ? 'Where there are none: none: true and a statement.'
              : `Where there are none: say so beside 无涉案物品声明${cell === undefined ? '' : ` (${cell})`}.`,
        }),
  }),
  LIST_TOO_LONG: ({ field, count, maximum, because }) => ({ text: `"${field}" takes at most ${maximum}, has ${count}${under(because)}` }),
  LIST_REPEATED: ({ field, value }) => ({ text: `"${field}" holds ${value} twice` }),
  TEXT_UNUSUAL_CHARACTER: ({ field, characters: list, count }) => ({
    text: `"${field}" holds ${count} unusual characters: ${characters(list)}${count > list.length ? ' …' : ''}`,
    hint: 'Compare with the original and type it again. Nothing is changed for you.',
  }),
  TEXT_EDGE_SPACE: ({ field }) => ({ text: `"${field}" begins or ends with a space`, hint: 'Remove it.' }),
  ID_DUPLICATE: ({ kind, id }) => ({ text: `${kind} id ${id} is used twice`, hint: 'Every id is used once.' }),
  REF_UNKNOWN: ({ field, kind, id, nearest, named, known, knownCount = 0, isKind }) => ({
    text: `"${field}": there is no ${kind} ${id}${isKind === undefined ? '' : `, which is a ${isKind}`}`,
    ...(named !== undefined
      ? { hint: `Write the id: ${named}.` }
      : known === undefined
        ? meant(nearest)
        : { hint: `There are: ${known.join(', ')}${knownCount > known.length ? ` … (${knownCount})` : ''}.` }),
  }),

  SHEET_NOT_XLSX: ({ problem }) => ({
    text: {
      'not-zip': 'not an .xlsx workbook',
      'old-or-encrypted': 'an old .xls, or protected by a password',
      damaged: 'the workbook is damaged',
      xlsb: 'a binary workbook (.xlsb)',
      ods: 'an OpenDocument spreadsheet (.ods)',
    }[problem],
    hint: 'Open it in Excel, remove the password, save as .xlsx.',
  }),
  SHEET_TOO_LARGE: ({ what, limit }) => ({ text: `the workbook has more than ${limit} ${what}` }),
  SHEET_NO_HEADER: ({ expected }) => ({ text: 'no header row found', hint: `Expected within 20 rows: ${expected.join(', ')}.` }),
  SHEET_IGNORED: ({ sheet }) => ({ text: `sheet ${sheet} holds something and was not read`, hint: 'Keep the list on one sheet.' }),
  SHEET_HEADING_UNKNOWN: ({ heading, nearest }) => ({ text: `unknown heading ${heading} above filled cells`, ...meant(nearest) }),
  SHEET_HEADING_TWICE: ({ heading }) => ({ text: `heading ${heading} stands twice` }),
  SHEET_HEADING_MISSING: ({ headings }) => ({ text: `missing headings: ${headings.join(', ')}` }),
  SHEET_DATA_WITHOUT_HEADING: ({ column }) => ({ text: `column ${column} is filled and has no heading` }),
  SHEET_EXAMPLE_ROW: () => ({ text: 'the row marked 示例 was left out', hint: 'Delete it.' }),
  SHEET_TOTAL_ROW: () => ({
    text: 'this row adds up the others and was not read as one',
    hint: 'Leave it; where it is an entry, give it a number and a name.',
  }),
  SHEET_LINES_DIFFER: ({ field, lines, files }) => ({
    text: `"${field}" has ${lines} lines for ${files} files`,
    hint: 'One line a file; "-" for none.',
  }),
  CELL_MERGED: ({ range }) => ({ text: `merged cells ${range}: only the first holds a value`, hint: 'Unmerge and fill each row.' }),
  CELL_FORMULA: ({ count }) => ({ text: `${count} formulas: the results last saved were read`, hint: 'Paste them as values.' }),
  CELL_ERROR: ({ field }) => ({ text: `"${field}" is an error value such as #N/A` }),
  CELL_NUMBER: ({ field, value, problem }) => ({
    text: `"${field}": the number ${value} ${{ inexact: 'is not exact or too long', 'text-needed': 'stands where text is needed', 'integer-needed': 'is no whole number' }[problem]}`,
    hint: 'Format the cell as text and type it again.',
  }),
  CELL_DATE: ({ field, problem }) => ({
    text: `"${field}" ${{ 'no-time': 'has no time of day', 'time-in-day': 'is a date and holds a time of day', 'text-needed': 'holds a date where text is needed', unclear: 'holds a date that cannot be read for certain' }[problem]}`,
  }),

  EVIDENCE_PATH_BAD: ({ path, problem, proposal, backslash }) => ({
    text: `path ${path} is not allowed: ${problem}`,
    hint: proposal !== undefined && (backslash || problem === 'absolute') ? `Write ${proposal}` : 'Rename the file, here and on disk.',
  }),
  EVIDENCE_PATH_TWICE: ({ path }) => ({ text: `file ${path} is listed twice`, hint: 'A file belongs to one item of evidence.' }),
  EVIDENCE_PATH_COLLISION: ({ path, other }) => ({
    text: `files ${path} and ${other} differ only by case or form`,
    hint: 'Rename one.',
  }),
  SIGNED_PATH_OUTSIDE: ({ path }) => ({ text: `signed scan ${path} is not below signed/` }),
  EVIDENCE_FILE_MISSING: ({ path, nearest, rewrite, names }) => ({
    text: `${path} is listed and not there`,
    ...(rewrite !== undefined
      ? { hint: `List it as ${rewrite} (without evidence/).` }
      : names !== undefined
        ? { hint: `Several files in one name: ${names.join(', ')}. One a line of the cell, or one an entry.` }
        : meant(nearest)),
  }),
  EVIDENCE_FILE_UNLISTED: ({ path, missing }) => ({
    text: `${path} is there and not listed`,
    hint:
      missing === undefined
        ? 'Fix and list it, or move it away.'
        : `If it is ${missing} renamed, rename it back; else list it or move it away.`,
  }),
  SIGNED_FILE_UNLISTED: ({ path }) => ({ text: `${path} belongs to no form and is not packed` }),
  EVIDENCE_FILE_JUNK: ({ path }) => ({ text: `${path} was left by the system or an office program`, hint: 'Delete it.' }),
  EVIDENCE_FILE_EMPTY: ({ path }) => ({ text: `${path} is empty (0 bytes)` }),
  EVIDENCE_NAME_DIFFERS: ({ listed, found }) => ({ text: `listed as ${listed}, called ${found}: they differ only by case or form` }),
  EVIDENCE_NAME_COLLISION: ({ path, other }) => ({ text: `${path} and ${other} differ only by case or form`, hint: 'Rename one.' }),
  EVIDENCE_NAME_BAD: ({ path, problem }) => ({
    text: `file name ${path} is not allowed: ${problem}`,
    hint: 'Rename it, here and in the list.',
  }),
  EVIDENCE_NAME_BYTES: ({ path, guess }) => ({
    text: `the bytes of the file name ${path} are no UTF-8${guess === undefined ? '' : ` (in the encoding of a Chinese Windows: ${guess})`}, so it cannot be opened`,
    hint: 'Rename it, or unpack the archive again with the right encoding; then list it under that name.',
  }),
  EVIDENCE_IS_LINK: ({ path }) => ({ text: `${path} is a link`, hint: 'Put the file itself in its place.' }),
  EVIDENCE_NOT_REGULAR: ({ path }) => ({ text: `${path} is no regular file` }),
  EVIDENCE_UNREADABLE: ({ path, reason }) => ({ text: `cannot read ${path} (${reason})` }),
  EVIDENCE_TOO_MANY: ({ limit }) => ({ text: `more than ${limit} files` }),
  CUSTODY_LINE_BAD: ({ line, problem }) => ({
    text: `custody line ${line} is ${{ json: 'no complete event', blank: 'blank', 'too-long': 'too long' }[problem]}`,
    hint: 'Restore custody.jsonl from a copy.',
  }),
  INIT_NOT_EMPTY: ({ path }) => ({ text: `${path} exists and is not an empty folder`, hint: 'Choose a new name; nothing is overwritten.' }),
  RECORD_NOT_ADDED: ({ path, list, reason }) => ({
    text: `nothing was added to ${list} in ${path}: ${
      {
        form: 'it is written so that nothing warrants its present content',
        unread: 'it cannot be read now',
        changed: 'another program is changing it',
      }[reason]
    }`,
  }),
  INIT_FAILED: ({ path, reason }) => ({ text: `cannot make a case at ${path} (${reason})` }),
};
