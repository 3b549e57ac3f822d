/** Codes of the case room with the arguments of their sentences. */
import type { FormName } from './case.ts';
import type { PathFault } from './path-rule.ts';

export type UnusualKind =
  | 'control'
  | 'bidi'
  | 'replacement'
  | 'unpaired'
  | 'zero-width'
  | 'variation'
  | 'radical'
  | 'compatibility'
  | 'private'
  | 'space'
  | 'not-nfc';

/** A character that looks like another or cannot be seen. Code points are hexadecimal without `U+`. */
export interface UnusualCharacter {
  readonly kind: UnusualKind;
  readonly codePoint: string;
  /** As it is written, where it can be seen. */
  readonly char?: string;
  readonly usual?: string;
  readonly usualCodePoint?: string;
  /** Which character of the value, from 1. */
  readonly position: number;
}

/** What a reference points to. */
export type RefKind = 'officer' | 'actor' | 'suspect' | 'fact' | 'evidence' | 'item' | 'record' | 'participant';
export type IdKind = 'officer' | 'actor' | 'fact' | 'evidence' | 'item' | 'record' | 'participant';
export type ValueKind = 'text' | 'integer' | 'number' | 'boolean' | 'list' | 'group' | 'blank';

interface FormCodes {
  /** `near`: a folder inside or around it that is a case. */
  NOT_A_CASE_FOLDER: { readonly path: string; readonly found: 'nothing' | 'file' | 'packed'; readonly near?: string };
  CASE_FORM_ABSENT: { readonly path: string; readonly near?: string };
  /** `save`: what is similar is a list in another format, a workbook or plain text, and is saved in the expected one; else it is renamed. */
  FORM_MISSING: { readonly form: FormName; readonly expected: string; readonly similar?: string; readonly save?: 'workbook' | 'text' };
  /** `file`: the form itself; `other`: what is beside it and was not read. */
  FORM_BESIDE_FORM: { readonly form: FormName; readonly file: string; readonly other: string };
  /** `other`: what an office program leaves while the form is open in it. */
  FORM_OPEN_ELSEWHERE: { readonly form: FormName; readonly file: string; readonly other: string };
  FORM_TWICE: { readonly form: FormName; readonly files: readonly string[] };
  FORM_IS_LINK: { readonly file: string };
  FORM_TOO_LARGE: { readonly size: number; readonly limit: number };
  FORM_UNREADABLE: { readonly file: string; readonly reason: string };
  FORM_EMPTY: Record<never, never>;
  FORM_NOT_UTF8: { readonly looksLike: 'GBK' | 'UTF-16' | 'unknown' };
  FORM_CONTROL_CHARACTER: { readonly codePoint: string };
  /** `count`: U+FFFD in the file, each a character that is lost. */
  FORM_CHARACTERS_LOST: { readonly count: number };
  /** `spaces`: how many stand before the line; `wanted`: how many the lines of its level have. */
  FORM_SYNTAX: { readonly problem: string; readonly spaces?: number; readonly wanted?: number };
  FORM_NOT_JSON: Record<never, never>;
  /** Of a file that is no form: it has no other name to go by. */
  JSON_SLIP: Record<never, never>;
  FORM_TOO_DEEP: { readonly limit: number };
  FORM_TOO_COMPLEX: { readonly limit: number };
  FORM_NOT_A_MAP: { readonly found: ValueKind };
  YAML_FEATURE_REFUSED: { readonly feature: 'alias' | 'anchor' | 'tag' | 'directive'; readonly source: string };
  YAML_MULTIPLE_DOCUMENTS: Record<never, never>;
  KEY_DUPLICATE: { readonly key: string };
  INTERNAL_PRESENT: { readonly file: string };
  MORE_FINDINGS: { readonly count: number };
}

/** In which way a value was written otherwise than its field asks. */
export type TakenKind =
  | 'amount'
  | 'characters'
  | 'day'
  | 'instant'
  | 'line'
  | 'list'
  | 'number'
  | 'path'
  | 'period'
  | 'quotes'
  | 'reference'
  | 'unit'
  | 'word'
  | 'yes-no';

export interface TakenValue {
  readonly pointer: string;
  readonly field: string;
  /** As it is written. */
  readonly value: string;
  /** As it was taken. */
  readonly reading: string;
}

interface FieldCodes {
  /** Values that can be read in one way only, and were taken so. `taken`: the first of `count`. */
  VALUE_AS_MEANT: { readonly kind: TakenKind; readonly count: number; readonly taken: readonly TakenValue[] };
  /** `how`: the field's description in its schema, Chinese. */
  FIELD_MISSING: { readonly field: string; readonly key: string; readonly how: string; readonly because?: string };
  FIELD_UNKNOWN: { readonly key: string; readonly nearest?: string; readonly nearestTitle?: string };
  FIELD_BLANK: { readonly field: string };
  /** `proposal`: the text written as a list. */
  FIELD_TYPE: { readonly field: string; readonly expected: ValueKind; readonly found: ValueKind; readonly proposal?: string };
  /** `words`: what the field takes, where it is a choice, such as 是 and 否. */
  FIELD_NEEDS_QUOTES: { readonly field: string; readonly source: string; readonly words?: readonly string[]; readonly proposal?: string };
  /** The value stands between Chinese quotation marks, which are part of the text then. */
  FIELD_IN_QUOTES: { readonly field: string; readonly value: string; readonly proposal: string };
  /** Fields with a value behind a #; `keys`: the first of them, of `count`. */
  FIELD_COMMENTED_OUT: { readonly keys: readonly string[]; readonly count: number };
  /** A value without quotation marks ends at a # behind a space: what is behind it, `lost`, is no part of it. */
  TEXT_BEHIND_HASH: { readonly value: string; readonly lost: string };
  FIELD_ENUM: {
    readonly field: string;
    readonly value: string;
    readonly allowed: readonly string[];
    readonly nearest?: string;
    /** What `nearest` means, where it is a code. */
    readonly nearestText?: string;
  };
  FIELD_TOO_LONG: { readonly field: string; readonly length: number; readonly limit: number };
  FIELD_ONE_LINE: { readonly field: string };
  FIELD_PATTERN: {
    readonly field: string;
    readonly value: string;
    readonly expected: string /** In half-width characters it fits. */;
    readonly proposal?: string;
  };
  FIELD_RANGE: { readonly field: string; readonly value: string; readonly minimum: number; readonly maximum: number };
  DAY_INVALID: {
    readonly field: string;
    readonly value: string;
    readonly problem: 'form' | 'calendar' | 'several';
    readonly proposal?: string;
    /** What it may mean, where that is more than one day. */
    readonly readings?: readonly string[];
  };
  INSTANT_INVALID: {
    readonly field: string;
    readonly value: string;
    readonly problem: 'form' | 'no-time' | 'calendar' | 'several';
    readonly proposal?: string;
    readonly readings?: readonly string[];
  };
  MONEY_INVALID: {
    readonly field: string;
    readonly value: string;
    readonly problem: 'separator' | 'decimal-comma' | 'either-comma' | 'unit' | 'decimals' | 'sign' | 'form' | 'several';
    /** What it may mean, where that is more than one amount. */
    readonly readings?: readonly string[];
    /** The same figures in the form that is asked for. */
    readonly proposal?: string;
    /** Stands in a workbook, where no quotes are written. */
    readonly sheet?: true;
  };
  LIST_TOO_SHORT: {
    readonly field: string;
    readonly count: number;
    readonly minimum: number;
    readonly because?: string;
    /** Of the list of items: where the statement that there are none is written. */
    readonly statementAt?: 'text' | 'sheet' | 'cell';
    readonly cell?: string;
  };
  LIST_TOO_LONG: { readonly field: string; readonly count: number; readonly maximum: number; readonly because?: string };
  LIST_REPEATED: { readonly field: string; readonly value: string };
  TEXT_UNUSUAL_CHARACTER: { readonly field: string; readonly characters: readonly UnusualCharacter[]; readonly count: number };
  TEXT_EDGE_SPACE: { readonly field: string };
  /** A field that another kind of evidence has. */
  FIELD_NOT_OF_KIND: { readonly field: string; readonly kind: string; readonly of: string };
  ID_DUPLICATE: { readonly kind: IdKind; readonly id: string };
  REF_UNKNOWN: {
    readonly field: string;
    readonly kind: RefKind;
    readonly id: string;
    readonly nearest?: string;
    /** There is such an id, of another kind. */
    readonly isKind?: IdKind;
    /** The id of who bears the name that was written. */
    readonly named?: string;
    /** The first of the ids there are, and how many there are. */
    readonly known?: readonly string[];
    readonly knownCount?: number;
  };
}

interface SheetCodes {
  SHEET_NOT_XLSX: { readonly problem: 'not-zip' | 'old-or-encrypted' | 'damaged' | 'xlsb' | 'ods' };
  SHEET_TOO_LARGE: { readonly what: 'bytes' | 'rows' | 'columns' | 'cells' | 'entries'; readonly limit: number };
  SHEET_NO_HEADER: { readonly expected: readonly string[] };
  SHEET_IGNORED: { readonly sheet: string };
  SHEET_HEADING_UNKNOWN: { readonly heading: string; readonly nearest?: string };
  SHEET_HEADING_TWICE: { readonly heading: string };
  SHEET_HEADING_MISSING: { readonly headings: readonly string[] };
  SHEET_DATA_WITHOUT_HEADING: { readonly column: string };
  SHEET_EXAMPLE_ROW: Record<never, never>;
  /** A row that adds up the others. */
  SHEET_TOTAL_ROW: Record<never, never>;
  SHEET_LINES_DIFFER: { readonly field: string; readonly lines: number; readonly files: number };
  CELL_MERGED: { readonly range: string };
  CELL_FORMULA: { readonly count: number };
  CELL_ERROR: { readonly field: string };
  CELL_NUMBER: { readonly field: string; readonly value: string; readonly problem: 'inexact' | 'text-needed' | 'integer-needed' };
  CELL_DATE: { readonly field: string; readonly problem: 'no-time' | 'time-in-day' | 'text-needed' | 'unclear' };
}

interface FileCodes {
  EVIDENCE_PATH_BAD: { readonly path: string; readonly problem: PathFault; readonly proposal?: string; readonly backslash?: true };
  EVIDENCE_PATH_TWICE: { readonly path: string };
  EVIDENCE_PATH_COLLISION: { readonly path: string; readonly other: string };
  SIGNED_PATH_OUTSIDE: { readonly path: string };
  /** `rewrite`: the path as the list should have it, where it was written with its folder. */
  EVIDENCE_FILE_MISSING: {
    readonly path: string;
    readonly nearest?: string;
    readonly rewrite?: string;
    /** Files that are there, whose names were written as one. */
    readonly names?: readonly string[];
  };
  /** `missing`: a listed file that is not there, which this one may be under another name. */
  EVIDENCE_FILE_UNLISTED: { readonly path: string; readonly missing?: string };
  SIGNED_FILE_UNLISTED: { readonly path: string };
  EVIDENCE_FILE_JUNK: { readonly path: string };
  EVIDENCE_FILE_EMPTY: { readonly path: string };
  EVIDENCE_NAME_DIFFERS: { readonly listed: string; readonly found: string };
  EVIDENCE_NAME_COLLISION: { readonly path: string; readonly other: string };
  EVIDENCE_NAME_BAD: { readonly path: string; readonly problem: PathFault };
  /** Bytes of the name that are no UTF-8 (or no UTF-16) stand as `\xNN` in `path`; `guess`: the name in GB 18030. */
  EVIDENCE_NAME_BYTES: { readonly path: string; readonly guess?: string };
  EVIDENCE_IS_LINK: { readonly path: string };
  EVIDENCE_NOT_REGULAR: { readonly path: string };
  EVIDENCE_UNREADABLE: { readonly path: string; readonly reason: string };
  EVIDENCE_TOO_MANY: { readonly limit: number };
  CUSTODY_LINE_BAD: { readonly line: number; readonly problem: 'json' | 'blank' | 'too-long' };
  INIT_NOT_EMPTY: { readonly path: string };
  INIT_FAILED: { readonly path: string; readonly reason: string };
  /** `form`: the list is written so that nothing warrants its present content; `unread`: the form cannot be read. */
  RECORD_NOT_ADDED: { readonly path: string; readonly list: string; readonly reason: 'form' | 'unread' | 'changed' };
}

export interface CaseCodes extends FormCodes, FieldCodes, SheetCodes, FileCodes {}
