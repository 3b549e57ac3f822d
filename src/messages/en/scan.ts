import type { Sentences } from '../sentence.ts';
import type { ScanCodes } from '../zh-CN/scan.ts';

const FAULTS = {
  empty: 'is empty (0 bytes)',
  cut: 'is cut off: its end is missing',
  locked: 'asks for a password',
  notPage: 'is no scan of pages (PDF, JPEG, PNG, TIFF …)',
  damaged: 'is damaged: it cannot be opened, or a page cannot be read',
  blank: 'has nothing on any page',
} as const;
const UNSEEN = {
  large: 'is too large and was not looked into',
  format: 'is of a format that was not looked into',
  gaveUp: 'took too much time or memory and was given up',
} as const;

export const scanSentences: Sentences<ScanCodes> = {
  SCAN_UNUSABLE: ({ path, problem }) => ({
    text: `the signed scan ${path} ${FAULTS[problem]}`,
    hint: 'copy it again from where it was scanned, or scan the signed paper again as a PDF without a password',
  }),
  SCAN_NOT_LOOKED_AT: ({ path, unseen, format }) => ({
    text: `the signed scan ${path}${format === '' ? '' : ` (${format})`} ${UNSEEN[unseen]}`,
    hint: 'let a person look at every page; 300 dpi in grey is enough',
  }),
  SCAN_IS_PRINT: ({ path }) => ({
    text: `the signed scan ${path} is a file that mbpack made, not a scan: nobody's signature or seal can be in it`,
    hint: 'print it, have it signed and sealed, scan every page, and put the scan in its place',
  }),
  SCAN_PAGES_DIFFER: ({ document, pages, scanned }) => ({
    text: `the signed scan of ${document} has ${scanned} pages, signedScan says ${pages}`,
    hint: `look at the scan; where no page is missing, write pages: ${scanned}`,
    caret: `${scanned} pages in the file`,
  }),
  SCAN_HAS_FEWER_PAGES: ({ document, pages, scanned, missing }) => ({
    text:
      missing.length > 0
        ? `the signed scan of ${document} has ${scanned} pages, and pages ${missing.join(', ')} of ${pages} are not among them`
        : scanned < pages
          ? `the signed scan of ${document} has ${scanned} pages, the document as rendered ${pages}`
          : `the signed scan of ${document} has ${scanned} pages, but not all ${pages} of the document: some are there twice, or are of other papers`,
    hint: 'scan what was left out; what was changed after the signature is printed, signed and scanned again',
  }),
  SCAN_PAGES_DISORDERED: ({ document, order, twice }) => ({
    text:
      twice.length > 0
        ? `pages ${twice.join(', ')} of ${document} are in its signed scan more than once`
        : `the pages of ${document} follow in its signed scan as ${order.join(', ')}`,
    hint: 'put the pages of the scan in order, each once, and write pages anew',
  }),
  SCAN_OF_OTHER_PAPER: ({ document, code, expected, onPages, paper }) => ({
    text: `pages ${onPages.join(', ')} of the signed scan of ${document} bear the check code ${code}${paper === '' ? '' : `, which is that of ${paper}`}; ${document} has ${expected}`,
    hint:
      paper === ''
        ? 'what was changed after the signature is printed, signed and scanned again; a wrong file is replaced'
        : `see whether the scans of ${document} and ${paper} were exchanged`,
  }),
  SCAN_HOLDS_OTHER_PAPER: ({ document, onPages, paper }) => ({
    text: `pages ${onPages.join(', ')} of the signed scan of ${document} are of ${paper}`,
    hint: 'an annex that was scanned with it may stay; what came in by mistake is taken out, and pages is written anew',
  }),
  SCAN_CODE_UNREAD: ({ document, expected, onPages, none }) => ({
    text: none
      ? `no check code was read on the signed scan of ${document}`
      : `no check code was read on pages ${onPages.join(', ')} of the signed scan of ${document}`,
    hint: `let a person look: a printed code is ${expected}; paper without one must say what ${document} says now`,
  }),
};
