/** The chain of custody: one event a line, RFC 8785 form, each with the digest of the line before. */
import { canonicalJson, canonicalPieces } from './canonical-json.ts';
import type { Instant } from './case.ts';
import { sha256Hex } from './digest.ts';

export const CUSTODY_ACTIONS = [
  'collect',
  'extract',
  'seal',
  'unseal',
  'copy',
  'move',
  'examine',
  'pack',
  'hand-over',
  'receive',
  'return',
  'correct',
] as const;
export type CustodyAction = (typeof CUSTODY_ACTIONS)[number];

/** What the actions are called in Chinese papers. */
export const CUSTODY_ACTION_NAMES: Readonly<Record<CustodyAction, string>> = {
  collect: '固定',
  extract: '提取',
  seal: '封存',
  unseal: '启封',
  copy: '复制',
  move: '移动',
  examine: '检查',
  pack: '成卷',
  'hand-over': '移交',
  receive: '接收',
  return: '返还',
  correct: '更正',
};

export interface CustodyPerson {
  readonly name: string;
  readonly certNo?: string;
}

export interface CustodyDigest {
  readonly path: string;
  readonly sha256: string;
  readonly sm3?: string;
  /** Bytes. */
  readonly size?: number;
  readonly content?: FileContent;
}

/** What a file tells of itself at collection. */
export interface FileContent {
  /** By content, not by name: `PDF`, `JPEG`, `CSV（GB 18030）`. */
  readonly format: string;
  readonly pages?: number;
  /** CSV: data rows (without the heading) and columns; XLSX and SQLite: by sheet or table. */
  readonly rows?: number;
  readonly columns?: number;
  readonly tables?: readonly { readonly name: string; readonly rows: number; readonly columns?: number }[];
  /** Whole seconds of sound or film. */
  readonly seconds?: number;
}

/** What a correction may put in place of what an earlier line says. Digests are not among it: what was computed is never written anew. */
export interface CustodyReplacement {
  /** When it really happened. */
  readonly at?: Instant;
  readonly items?: readonly string[];
  readonly by?: readonly CustodyPerson[];
  /** Null: the line should say nothing of it. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly place?: string | null;
  readonly sealBefore?: string | null;
  readonly sealAfter?: string | null;
  readonly method?: string | null;
  readonly tool?: string | null;
  readonly system?: string | null;
  readonly record?: string | null;
  readonly mediaNo?: string | null;
  readonly note?: string | null;
}

/** What the members of a line are called in Chinese papers, where a correction names them. */
export const CUSTODY_FIELD_NAMES: Readonly<Record<keyof CustodyReplacement, string>> = {
  at: '时间',
  items: '证据',
  by: '经办人',
  from: '移出方',
  to: '接收方',
  place: '地点',
  sealBefore: '原封条编号',
  sealAfter: '新封条编号',
  method: '方法',
  tool: '工具',
  system: '来源系统',
  record: '取证记录编号',
  mediaNo: '介质编号',
  note: '说明',
};

export interface CustodyEvent {
  /** 1, 2, 3 … */
  readonly seq: number;
  readonly at: Instant;
  readonly action: CustodyAction;
  /** Evidence numbers. */
  readonly items: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly by: readonly CustodyPerson[];
  readonly place?: string;
  readonly sealBefore?: string;
  readonly sealAfter?: string;
  /** Digests taken at this event, of files by their path below `evidence/`, and what the file itself tells. */
  readonly digests?: readonly CustodyDigest[];
  /** How: what was done, with which tool, from which system (法发〔2016〕22号 art. 14: 方法、过程). */
  readonly method?: string;
  readonly tool?: string;
  readonly system?: string;
  /** Number of the record (form `records`) that speaks of this event. */
  readonly record?: string;
  /** Number of the copy's medium, for `copy`. */
  readonly mediaNo?: string;
  /** The machine's clock when the line was written; later than `at` when it was entered afterwards. */
  readonly recordedAt?: Instant;
  readonly note?: string;
  /** Of `correct` (format 1.1): the number of the line that was written wrongly, and why. `by` and `at` are of the correction, `items` those of the line, before and after. */
  readonly corrects?: number;
  readonly reason?: string;
  /** The line counts for nothing. */
  readonly void?: true;
  /** Of a line that took digests: these files were recorded by mistake, and are as if they had not been. Paths below `evidence/`. */
  readonly voidFiles?: readonly string[];
  /** What the line should say. Empty: the line stands as it was written, an earlier correction notwithstanding. */
  readonly replace?: CustodyReplacement;
  /** SHA-256 of the line before, without its line feed; null in the first. */
  readonly prev: string | null;
}

/** The line of an event, without line feed. */
export function custodyLine(event: CustodyEvent): string {
  return canonicalJson(event);
}

/** The same piece by piece: the event of packing names every file of the dossier. */
export function custodyLinePieces(event: Omit<CustodyEvent, 'digests'> & { readonly digests: Iterable<CustodyDigest> }): Iterable<string> {
  return canonicalPieces(event);
}

/** What `prev` of the next event must be. */
export function custodyLink(line: string): string {
  return sha256Hex(line);
}
