/** Where a PDF begins: readers allow a little in front of it, and so do those who keep it. */
import { latin1 } from './latin1.ts';

/** Adobe PDF Reference 1.7, appendix H.3, note 13. */
const SEARCH_BYTES = 1024;
/** In front of the mark: line ends, blanks and the byte order mark of a text. */
const BLANK = /^[\s\0\xef\xbb\xbf\xfe\xff]*$/;

/** By the beginning of a file. A text that speaks of PDFs is none: behind the mark there an object follows, or before it nothing stands. */
export function isPdf(head: Uint8Array): boolean {
  const at = latin1(head.subarray(0, SEARCH_BYTES + 5)).indexOf('%PDF-');
  if (at < 0) return false;
  const start = latin1(head.subarray(0, at));
  if (BLANK.test(start)) return true;
  return /^%PDF-\d\.\d/.test(latin1(head.subarray(at, at + 8))) && /[\r\n]\d{1,10}\s+\d{1,5}\s+obj\b/.test(latin1(head.subarray(at)));
}
