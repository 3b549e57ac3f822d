/** Why the evidence list was not written. */
type ListNotWritten = 'format' | 'form' | 'value' | 'column' | 'long' | 'size' | 'open' | 'changed' | 'linked' | 'readonly' | 'write';

/** Codes of `collect`, and of the digests that it takes. */
export interface CollectCodes {
  // A file that is being read for its digests.
  FILE_CHANGED_WHILE_READ: { readonly file: string };
  FILE_GONE: { readonly file: string };
  FILE_NOT_REGULAR: { readonly file: string; readonly kind: 'folder' | 'link' | 'device' };
  FILE_NOT_READ: { readonly file: string; readonly reason: string };

  // The call.
  COLLECT_NO_EVIDENCE: { readonly path: string; readonly near?: string };
  COLLECT_NOTHING: { readonly path: string };
  COLLECT_PATH_OUTSIDE: { readonly path: string };
  /** `item`: the number that was perhaps meant; `listedBy`: the item that was asked for and lists it. */
  COLLECT_PATH_MISSING: { readonly path: string; readonly item?: string; readonly listedBy?: string };
  COLLECT_PATTERN_NO_MATCH: { readonly pattern: string };
  COLLECT_ITEM_WITHOUT_FILES: { readonly evidenceNo: string };
  /** `known`: the officers of the case. */
  COLLECT_BY_UNKNOWN: { readonly by: string; readonly known: readonly string[] };
  /** `files`: how many wait to be fixed. */
  COLLECT_TWO_OFFICERS: { readonly given: number; readonly files: number };
  /** The same person twice: one officer and not two. */
  COLLECT_BY_TWICE: { readonly by: string };
  /** A page says a time that is none. */
  COLLECT_TIME_UNREAD: { readonly at: string };
  /** `--record` names a record that the form does not have. */
  COLLECT_RECORD_UNKNOWN: { readonly record: string; readonly known: readonly string[] };
  /** `--from-record`: no item of the list names the record, so nobody knows which files it speaks of. */
  COLLECT_RECORD_WITHOUT_ITEMS: { readonly record: string };
  /** Neither the record nor the list tells when it was. */
  COLLECT_RECORD_WITHOUT_TIME: { readonly record: string; readonly evidenceNo?: string };
  COLLECT_OFFICER_NOT_IN_CASE: { readonly name: string; readonly certNo: string };

  // The files. `where`: custody.jsonl or the list, with its line.
  COLLECT_FILE_CHANGED: {
    readonly path: string;
    readonly algorithm: string;
    readonly recorded: string;
    readonly found: string;
    readonly where: string;
    /** Line of the custody log. */
    readonly line?: number;
    /** The list alone has it: that correction made it void in the log. */
    readonly voided?: number;
  };
  COLLECT_FILE_MISSING: { readonly path: string; readonly where: string };
  /** Listed under another number than the log has it; `line` recorded it. */
  COLLECT_OTHER_ITEM: { readonly path: string; readonly evidence: readonly string[]; readonly line: number; readonly listed: string };
  /** New files of an item of which recorded files are gone: not recorded. */
  COLLECT_SUBSTITUTE: {
    readonly evidenceNo: string;
    readonly paths: readonly string[];
    readonly gone: readonly string[];
    readonly line: number;
  };
  COLLECT_FILE_RENAMED: { readonly path: string; readonly recorded: string };
  /** What 固定清单 leaves blank, for the call or the case form did not say it. `items`: what was fixed. */
  COLLECT_PAPER_LACKS: {
    readonly missing: readonly ('place' | 'from' | 'caseName')[];
    readonly dir: string;
    readonly items: readonly string[];
  };
  /** 固定清单 says that its digests were verified: of `files` on it that is not so, or the log is not whole. */
  COLLECT_PAPER_NOT_MADE: { readonly target: string; readonly files: number };
  /** Nothing was new, so what the call said of it stands nowhere. `options`: as they are typed. */
  COLLECT_DETAILS_IGNORED: { readonly options: readonly string[]; readonly dir: string; readonly items: readonly string[] };
  /** A file that a page sent was not put into the case. `cut`: of `size` bytes `got` came; `there`: another file of that name is there; `link`: a folder on its way is none of the case. */
  DROP_NOT_TAKEN: {
    readonly path: string;
    readonly why: 'cut' | 'there' | 'link';
    readonly size: number;
    readonly got: number;
  };
  COLLECT_SAME_CONTENT: { readonly path: string; readonly other: string };

  // The result. `list`: the evidence list cannot be read, so nobody knows the numbers; `log`: the custody log is not whole.
  COLLECT_NOT_RECORDED: { readonly count: number; readonly because: 'list' | 'log' | 'condition' };
  /** `detail`: a code of the catalogue, for `write`. */
  COLLECT_LIST_NOT_WRITTEN: { readonly file: string; readonly reason: ListNotWritten; readonly detail: string };
}
