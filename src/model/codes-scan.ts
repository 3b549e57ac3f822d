/** Codes of the scans of signed papers (M-09). */

export interface ScanCodes {
  /** Nobody can read the signed paper from this file: no byte in it, its end is missing, a password, no format of pages, unreadable, nothing on any page. */
  SCAN_UNUSABLE: { readonly path: string; readonly problem: 'empty' | 'cut' | 'locked' | 'notPage' | 'damaged' | 'blank' };
  /** Too large, a format that only people look at, or given up after its time. */
  SCAN_NOT_LOOKED_AT: { readonly path: string; readonly unseen: 'large' | 'format' | 'gaveUp'; readonly format: string };
  /** A document as the program made it, not a scan of the paper that was signed. */
  SCAN_IS_PRINT: { readonly path: string };
  /** The pages of the file, and what the form says of them. */
  SCAN_PAGES_DIFFER: { readonly document: string; readonly pages: number; readonly scanned: number };
  /** The signed paper as it was scanned, and the document as it is rendered; `missing`: pages of it that are not there, counted from 1, where that is known. */
  SCAN_HAS_FEWER_PAGES: {
    readonly document: string;
    readonly pages: number;
    readonly scanned: number;
    readonly missing: readonly number[];
  };
  /** `order`: the pages of the document as they follow in the scan, counted from 1; `twice`: those that are there more than once. */
  SCAN_PAGES_DISORDERED: { readonly document: string; readonly order: readonly number[]; readonly twice: readonly number[] };
  /** `onPages`, counted from 1, bear the check code of another text; `paper`: the document of this case that has that code, '' where none has. */
  SCAN_OF_OTHER_PAPER: {
    readonly document: string;
    readonly code: string;
    readonly expected: string;
    readonly onPages: readonly number[];
    readonly paper: string;
  };
  /** `onPages`, counted from 1, are of another document of this case, and those of `document` are there besides: an annex that was scanned with it. */
  SCAN_HOLDS_OTHER_PAPER: { readonly document: string; readonly onPages: readonly number[]; readonly paper: string };
  /** `onPages`, counted from 1, on which no check code was read; `none`: on no page. */
  SCAN_CODE_UNREAD: { readonly document: string; readonly expected: string; readonly onPages: readonly number[]; readonly none: boolean };
}
