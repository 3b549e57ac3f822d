/** M-09: the pages of signed scans against the documents as they are rendered now. */
import { type LoadedCase, signedScans } from '../case/index.ts';
import type { RenderedDocument } from '../documents/index.ts';
import { excused, underRule } from '../law/index.ts';
import { type CodedPage, type Finding, finding, groupedCheckCode } from '../model/index.ts';
import type { LookedAt } from './scans.ts';

/** A document as it is rendered now. */
export type Printed = Pick<RenderedDocument, 'id' | 'title' | 'pages' | 'checkCodes'>;

/** The scan of `document`: what each of its pages bears, null where nothing was read. `expected`: the document's check code. */
interface Scanned {
  readonly document: Printed;
  readonly expected: string;
  readonly read: readonly (CodedPage | null)[];
  /** Where the form names it. */
  readonly where: { readonly at: Finding['at'] | undefined };
}

/** A page that was not scanned is missing from the file, and another check code is another text. */
export function scanFindings(
  printed: readonly Printed[],
  { looks }: LookedAt,
  { forms, locate, case: c }: Pick<LoadedCase, 'forms' | 'locate' | 'case'>,
): readonly Finding[] {
  const found = signedScans(forms).flatMap(({ form, pointer, scan }) => {
    const document = printed.find(({ id }) => id === form);
    const look = looks.get(scan.path);
    if (!document || (look && 'fault' in look)) return [];
    const where = { at: locate({ form, pointer }) };
    const counts = { at: locate({ form, pointer: pointer.replace(/path$/, 'pages') }) };
    const [expected] = document.checkCodes;
    const scanned = expected !== undefined && look && 'codes' in look ? { document, expected, read: look.codes, where } : undefined;
    const others = scanned ? otherPapers(scanned, printed) : [];
    const wrong = others.filter(({ severity }) => severity === 'error');
    if (wrong.length > 0) return wrong;
    const counted = look?.pages;
    const told = [...others, ...(scanned ? ownPages(scanned) : [])];
    const have = counted ?? scan.pages;
    if (have < document.pages && !told.some(({ code }) => code === 'SCAN_HAS_FEWER_PAGES')) {
      const args = { document: document.title, pages: document.pages, scanned: have, missing: [] };
      told.push(finding('SCAN_HAS_FEWER_PAGES', 'error', args, counted === undefined ? counts : where));
    }
    // Where a page is missing or stands twice, the scan is mended first: it has another number of pages then.
    const lacking = told.some((f) => f.code === 'SCAN_HAS_FEWER_PAGES' || (f.code === 'SCAN_PAGES_DISORDERED' && f.args.twice.length > 0));
    if (counted !== undefined && counted !== scan.pages && !lacking) {
      const args = { document: document.title, pages: scan.pages, scanned: counted };
      // Every page of the paper was read off the scan: nothing is missing.
      const whole = scanned !== undefined && told.length === 0;
      const fix = whole ? { form, pointer: pointer.replace(/path$/, 'pages'), value: counted } : undefined;
      told.push(finding('SCAN_PAGES_DIFFER', 'warning', args, { ...counts, fix }));
    }
    return told;
  });
  return found.map(underRule).map((f) => (c ? excused(c, f) : f));
}

/** Which pages of the paper are there, told by the numbers in their codes: a page whose code was not read may be any that is missing. */
function missingOf({ document, expected, read }: Scanned): readonly number[] {
  const own = new Set(read.flatMap((coded) => (coded?.code === expected ? [coded.page] : [])));
  // An older pack of templates may have printed the same text on more pages.
  const pages = Math.max(document.pages, ...own);
  return Array.from({ length: pages }, (_, i) => i + 1).filter((page) => !own.has(page));
}

const pagesWhere = ({ read }: Scanned, which: (coded: CodedPage | null) => boolean): readonly number[] =>
  read.flatMap((coded, i) => (which(coded) ? [i + 1] : []));

/** One row a foreign code. An annex may be scanned with its letter: a paper of this case is an error only where there is nothing of the letter besides. */
function otherPapers(scanned: Scanned, printed: readonly Printed[]): readonly Finding[] {
  const { document, expected, read, where } = scanned;
  const unread = pagesWhere(scanned, (coded) => coded === null).length;
  const some = read.some((coded) => coded?.code === expected) || missingOf(scanned).length <= unread;
  const foreign = new Set(read.flatMap((coded) => (coded && coded.code !== expected ? [coded.code] : [])));
  return [...foreign].map((code) => {
    const paper = printed.find(({ checkCodes }) => checkCodes.includes(code))?.title ?? '';
    const args = { document: document.title, onPages: pagesWhere(scanned, (coded) => coded?.code === code), paper };
    return paper !== '' && some
      ? finding('SCAN_HOLDS_OTHER_PAPER', 'info', args, where)
      : finding('SCAN_OF_OTHER_PAPER', 'error', { ...args, code: groupedCheckCode(code), expected: groupedCheckCode(expected) }, where);
  });
}

/** What is missing; else what was not read, and what stands twice or not in its order. */
function ownPages(scanned: Scanned): readonly Finding[] {
  const { document, expected, read, where } = scanned;
  const [missing, unread] = [missingOf(scanned), pagesWhere(scanned, (coded) => coded === null)];
  if (missing.length > unread.length) {
    // Which of them an unread page is, nobody knows.
    const args = { document: document.title, pages: document.pages, scanned: read.length, missing: unread.length > 0 ? [] : missing };
    return [finding('SCAN_HAS_FEWER_PAGES', 'error', args, where)];
  }
  const order = read.flatMap((coded) => (coded?.code === expected ? [coded.page] : []));
  const twice = [...new Set(order.filter((page, i) => order.indexOf(page) < i))];
  const findings: Finding[] = [];
  if (twice.length > 0 || order.some((page, i) => page < (order[i - 1] ?? 0)))
    findings.push(finding('SCAN_PAGES_DISORDERED', 'info', { document: document.title, order, twice }, where));
  // A cover may be scanned with it: as many pages as are missing must be among those that were not read.
  if (missing.length > 0) {
    const args = { document: document.title, expected: groupedCheckCode(expected), onPages: unread, none: order.length === 0 };
    findings.push(finding('SCAN_CODE_UNREAD', 'info', args, where));
  }
  return findings;
}
