import type { FormName } from './case.ts';
import type { PeriodId, PeriodLength } from './pack.ts';

/** Codes of the document and pack rooms with the arguments of their sentences. */
export interface DocumentCodes {
  // The text of a document
  /** `form` and `pointer` are empty when the text comes from a template or from more than the case. */
  MISSING_GLYPH: { char: string; codePoint: string; document: string; form: FormName | ''; pointer: string; text: string };
  /** `from` and `to` are code points (`U+2F00`); `to` is `∅` when the character was taken out. */
  TEXT_NORMALISED: { from: string; to: string; char: string; document: string; form: FormName | ''; pointer: string; text: string };
  DOCUMENT_TEXT_LOST: {
    document: string;
    missing: string;
    missingCount: number;
    extra: string;
    extraCount: number;
    outside: string;
    page: number;
  };
  DOCUMENT_INPUT_ABSENT: { document: string; input: string };
  DOCUMENT_TOO_LARGE: { document: string; characters: number; limit: number };
  FONT_UNREADABLE: { font: string };

  // Templates
  /** `found` and `expected` are names of Handlebars' tokens; of a block, its name and the name it is ended with. */
  TEMPLATE_SYNTAX: {
    problem: 'text' | 'token' | 'unclosed' | 'surplus' | 'block' | 'other';
    found: string;
    expected: string;
    message: string;
    /** Of a block left open: its name, and where it begins. */
    block?: string;
    openedAt?: string;
  };
  TEMPLATE_UNKNOWN_ELEMENT: { name: string; nearest: string };
  TEMPLATE_UNKNOWN_ATTRIBUTE: { element: string; name: string; nearest: string };
  TEMPLATE_ATTRIBUTE_VALUE: { element: string; name: string; value: string; expected: string };
  TEMPLATE_ATTRIBUTE_ABSENT: { element: string; name: string };
  TEMPLATE_MISPLACED: { name: string; parent: string };
  TEMPLATE_STRAY_TEXT: { parent: string; text: string };
  TEMPLATE_TAG_MISMATCH: { name: string; found: string };
  TEMPLATE_FORBIDDEN: { text: string };
  TEMPLATE_UNESCAPED: { text: string };
  TEMPLATE_UNKNOWN_HELPER: { name: string; nearest: string };
  TEMPLATE_UNKNOWN_FIELD: { name: string; nearest: string };
  TEMPLATE_UNKNOWN_PARTIAL: { name: string; nearest: string };
  TEMPLATE_PARTIAL_LOOP: { chain: string };
  TEMPLATE_UNKNOWN_WORD: { name: string; nearest: string };
  /** `depth` of blocks, elements and parts; `steps` and `characters` of what a template made of the data. */
  TEMPLATE_LIMIT: { what: 'depth' | 'steps' | 'characters' | 'source' | 'parts'; limit: number };
  /** A helper was handed what it cannot work on, or too little. */
  TEMPLATE_HELPER_VALUE: { helper: string; expected: string };
  TEMPLATE_TABLE_WIDTH: { problem: 'wide' | 'narrow' | 'many'; widths: string; millimetres: number; available: number };
  TEMPLATE_TABLE_CELLS: { expected: number; found: number };
  /** `size` 0: the text is longer than a code holds; else millimetres that do not fit. */
  TEMPLATE_QR: { characters: number; size: number; available: number };

  // Packs
  PACK_NOT_FOUND: { id: string; installed: string };
  PACK_UNREADABLE: { file: string; reason: string };
  PACK_INVALID: { field: string; expected: string };
  PACK_CYCLE: { chain: string };
  PACK_DOCUMENT_UNKNOWN: { document: string; pack: string };
  PACK_NAME_UNKNOWN: { field: string; name: string; nearest: string };
  PACK_ID_TAKEN: { id: string };
  PACK_FILE_REFUSED: { path: string; reason: 'link' | 'kind' | 'folder' | 'large' | 'many' };
  PACK_TEMPLATE_ABSENT: { template: string; nearest: string };
  PACK_DOCUMENT_REQUIRED: { document: string };
  PACK_TITLE_TWICE: { title: string };
  PACK_PERIOD_LOOSER: { period: PeriodId; given: PeriodLength; limit: PeriodLength };
  PACK_PATTERN_UNSAFE: { field: string };
  PACK_FONT_BROKEN: { role: string; file: string; reason: 'absent' | 'kind' | 'cut' | 'damaged' };
  /** Something that no source gives and somebody has to fill in. */
  PACK_PLACEHOLDER: { pack: string; field: string; note: string };
  PACK_STRING_UNUSED: { name: string };
  PACK_PARTIAL_UNUSED: { name: string };
  PACK_TEMPLATE_UNUSED: { name: string };
  PACK_FORBIDDEN_WORD: { word: string; instead: string };
  /** `--only` of what no document of the pack is called. */
  DOCUMENT_NAME_UNKNOWN: { name: string; known: string };
}
